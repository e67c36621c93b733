"""What is put on the canvas, by mark; every view fills the marks it needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from evaluation_lib.report.wording.explorer import explorer_words

Values = tuple[float | None, ...]
"""Numbers of one mark; None parts two runs."""

MARKS = (
    "band_95",
    "band_80",
    "band_50",
    "earlier",
    "bars",
    "path",
    "rivals",
    "median",
    "observed",
    "assumed",
    "target",
    "pointed",
)
"""Every mark there is, from back to front; all of them are always there, some of them empty."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The points of one mark.

    Attributes:
        x: Calendar years.
        y: Values in the indicator's unit.
        hover: What each point says to the pointer.
        labels: What stands beside each point; blank for nothing.
        keys: What a click on each point stands for.
    """

    x: Values = ()
    y: Values = ()
    hover: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture.

    Attributes:
        title: The finding in one sentence.
        subtitle: Unit of the values, and of what they are.
        marks: By name, see `MARKS`.
        notes: Annotations of the plot, as plotly takes them.
        seam: Year after which all is forecast; None where nothing is.
        from_zero: Whether the axis must start at zero, because bars are drawn.
    """

    title: str
    subtitle: str
    language: str
    demonstration: bool
    marks: dict[str, Mark] = field(default_factory=dict)
    notes: tuple[dict[str, Any], ...] = ()
    seam: float | None = None
    from_zero: bool = False


def value_span(drawing: Drawing) -> tuple[float, float]:
    """Return the ends of the value axis, in the indicator's unit, with room for labels."""
    values = [one for mark in drawing.marks.values() for one in mark.y if one is not None]
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    room = (high - low or abs(high) or 1.0) * 0.08
    # A line near zero is read from zero; a line far from it would be flattened.
    starts_at_zero = drawing.from_zero or 0 <= low < 0.35 * high
    return (0.0 if starts_at_zero else low - room), high + 1.5 * room


def subtitle_of(drawing: Drawing) -> str:
    """Return the unit and where the value axis begins."""
    key = "axis.zero" if value_span(drawing)[0] == 0 else "axis.cut"
    told = explorer_words(drawing.language, key)
    return explorer_words(drawing.language, "axis", unit=drawing.subtitle, axis=told)
