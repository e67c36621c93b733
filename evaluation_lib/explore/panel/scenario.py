"""What can be assumed of an indicator: the reach of each slider, and where it stands untouched."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from evaluation_lib.assessment.progress import YEARLY_KINDS, target_path
from evaluation_lib.inquiry import Answer
from evaluation_lib.plan.model import Basis, Indicator

MOST_STEPS = 2000
"""Steps from which a slider takes larger ones than the indicator's decimals."""


@dataclass(frozen=True, slots=True)
class Reach:
    """One slider.

    Attributes:
        key: What an assumption begins with: `2024`, `target` or `milestone-2024`.
        year: Year it speaks of.
        start: Where it stands while nothing is assumed, in the unit of the assumption.
        step: Smallest move.
    """

    key: str
    year: int
    low: float
    high: float
    start: float
    step: float


def reaches(answer: Answer) -> dict[str, Reach | None]:
    """Return the sliders `value`, `target` and `milestone`; None where nothing can be assumed.

    Args:
        answer: The indicator as it stands without any assumption.
    """
    assessment = answer.assessment
    indicator = assessment.indicator
    last = max((one.year for one in assessment.series.points), default=indicator.baseline_year)
    year = max(last, indicator.baseline_year) + 1
    return {
        "value": _value(answer, year) if year <= indicator.target_year else None,
        "target": _target(answer),
        "milestone": _milestone(answer, year) if year < indicator.target_year else None,
    }


def _value(answer: Answer, year: int) -> Reach | None:
    assessment = answer.assessment
    exact = [one.value for one in assessment.series.points if one.is_exact]
    if not exact:
        return None
    # Of a cumulative target the forecast is a running total; a year adds a value of its own.
    changes = [abs(new - old) for old, new in pairwise(exact)]
    room = 3 * max([*changes, abs(exact[-1]) * 0.05])
    return _reach(assessment.indicator, str(year), year, exact[-1], room)


def _target(answer: Answer) -> Reach | None:
    indicator = answer.assessment.indicator
    plain = indicator.basis in (Basis.LEVEL, Basis.UNQUANTIFIED)
    if indicator.target is None or not plain:
        return None
    start = indicator.baseline if indicator.baseline is not None else 0.0
    room = max(abs(indicator.target - start), abs(indicator.target) * 0.2)
    return _reach(indicator, "target", indicator.target_year, indicator.target, room)


def _milestone(answer: Answer, year: int) -> Reach | None:
    indicator = answer.assessment.indicator
    path = target_path(indicator, answer.assessment.milestones)
    if indicator.kind in YEARLY_KINDS or year not in path or indicator.basis is not Basis.LEVEL:
        return None
    start = path[year]
    room = max(abs((indicator.target or 0.0) - (indicator.baseline or 0.0)), abs(start) * 0.1)
    return _reach(indicator, f"milestone-{year}", year, start, room)


def _reach(indicator: Indicator, key: str, year: int, start: float, room: float) -> Reach:
    step = max(10.0**-indicator.decimals, 10.0 ** math.ceil(math.log10(2 * room / MOST_STEPS)))
    low, high = _snapped(start - room, step), _snapped(start + room, step)
    if indicator.lower is not None:
        low = max(low, indicator.lower)
    if indicator.upper is not None:
        high = min(high, indicator.upper)
    return Reach(key, year, low, high, min(max(_snapped(start, step), low), high), step)


def _snapped(value: float, step: float) -> float:
    return round(round(value / step) * step, 9)
