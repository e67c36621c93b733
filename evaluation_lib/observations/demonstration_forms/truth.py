"""The settled values of the demonstration, and the ways a clerk writes them down."""

from __future__ import annotations

from decimal import Decimal

from evaluation_lib.observations import table as columns
from evaluation_lib.observations.demonstration import demonstration_rows
from evaluation_lib.observations.demonstration_forms.draft import Asked, Held
from evaluation_lib.plan.model import Plan

FULL_WIDTH = str.maketrans("0123456789.%-", "０１２３４５６７８９．％－")
NOTE, WARNING, ERROR = "note", "warning", "error"


class Truth:
    """Looks up values as they were settled last."""

    def __init__(self, plan: Plan) -> None:
        rows = demonstration_rows(plan).sort_values(columns.PUBLISHED_ON, kind="stable")
        keys = zip(
            rows[columns.JURISDICTION], rows[columns.INDICATOR], rows[columns.PERIOD], strict=True
        )
        self._values = {
            key: Decimal(str(value)) for key, value in zip(keys, rows[columns.VALUE], strict=True)
        }

    def of(self, place: str, indicator: str, period: str) -> Decimal:
        """Return a value in the plan's unit.

        Raises:
            KeyError: The demonstration has none there.
        """
        return self._values[place, indicator, period]

    def plainly(self, place: str, indicator: str, period: str, *, scale: int = 0) -> Held:
        """Return the value as a number, counted in a unit 10^`scale` times smaller."""
        value = self.of(place, indicator, period)
        number = value.scaleb(scale)
        shown = int(number) if number == int(number) else float(number)
        return Held(shown, (place, indicator, period), float(value))

    def full_width(self, place: str, indicator: str, period: str) -> Held:
        """Return the value in full-width characters."""
        value = self.of(place, indicator, period)
        shown = f"{value:f}".translate(FULL_WIDTH)
        return Held(
            shown, (place, indicator, period), float(value), asked=(Asked("full_width", NOTE),)
        )

    def bounded(
        self, word: str, comparator: str, place: str, indicator: str, period: str, *, scale: int = 0
    ) -> Held:
        """Return the value behind a word such as 约 or 突破."""
        value = self.of(place, indicator, period)
        return Held(
            f"{word}{value.scaleb(scale).normalize():f}",
            (place, indicator, period),
            float(value),
            comparator,
            (Asked("comparator", NOTE),),
        )

    def grouped(self, place: str, indicator: str, period: str) -> Held:
        """Return the value with thousands separators."""
        value = self.of(place, indicator, period)
        return Held(
            f"{int(value):,}",
            (place, indicator, period),
            float(value),
            asked=(Asked("grouped", NOTE),),
        )


def refused(
    shown: object,
    kind: str,
    *proposed: str,
    severity: str = ERROR,
    style: str = "",
    raw: str | None = None,
) -> Held:
    """Return a cell of which no value may be taken."""
    return Held(shown, asked=(Asked(kind, severity, proposed),), style=style, raw=raw)


def marked(shown: str, kind: str, severity: str, *proposed: str) -> Held:
    """Return a label that must be asked about."""
    return Held(shown, asked=(Asked(kind, severity, proposed),))
