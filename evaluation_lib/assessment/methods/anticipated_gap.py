"""How much of the needed progress has been made, and how much a trend promises by the target year.

Source: A. Bidarbakht Nia, Tracking progress towards the SDGs: measuring the otherwise ambiguous
progress, ESCAP Statistics Division working paper SD/WP/05, May 2017; ESCAP, Asia and the Pacific
SDG Progress Report, technical notes (current status index, anticipated progress index).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from evaluation_lib.assessment.methods.exact import NotJudged, as_float, exact, needed, sign_of
from evaluation_lib.assessment.methods.registry import method
from evaluation_lib.plan.model import Kind

_COMPLETE = 10


class AnticipatedStatus(StrEnum):
    """Class of an indicator by the share of the needed progress that will be missing."""

    ON_TRACK = "on_track"  # 按期可达
    ACCELERATE = "accelerate"  # 需要加速
    REVERSE = "reverse"  # 需要扭转
    NOT_AVAILABLE = "not_available"  # 无法评价


@dataclass(frozen=True, slots=True)
class AnticipatedGap:
    """What the anticipated gap says of one indicator.

    Attributes:
        current_status: Progress made: 0 at the baseline, 10 at the target and beyond it, negative
            where the indicator went the other way. None where no progress was asked for or it is
            unknown. No unit.
        anticipated_progress: The same for the predicted value.
        gap_share: Share of the needed progress that will be missing: 0 none, 1 all, above 1 where
            the prediction is worse than the baseline.
        status: The class of `gap_share`.
        reason: Key of `REASONS` where there is no class, else None.
    """

    current_status: float | None
    anticipated_progress: float | None
    gap_share: float | None
    status: AnticipatedStatus
    reason: str | None = None


@method(
    "anticipated_gap",
    title_zh="预期差距法",
    title_en="Anticipated gap",
    kinds=(Kind.STOCK, Kind.RATE),
    favourable=("on_track",),
    value="anticipated_progress",
)
def anticipated_gap(
    *,
    baseline: float | None,
    value: float | None,
    predicted: float | None,
    target: float | None,
    direction: str | None,
) -> AnticipatedGap:
    """Judge an indicator by the gap that its predicted value leaves.

    Args:
        baseline: Value in the base year, in the indicator's unit.
        value: Latest value, same unit.
        predicted: Value predicted for the target year, same unit, as by `anticipated_value`.
        target: Promised value, same unit.
        direction: `higher` or `lower`, whichever is better.

    Returns:
        Both measures of progress and the class; without a prediction the current status alone.

    Raises:
        ValueError: `direction` is another word.
    """
    current: float | None = None
    try:
        sign = sign_of(direction)
        aim = needed(exact(target), "no_target")
        base = needed(exact(baseline), "no_baseline")
        latest = needed(exact(value), "no_value")
        current_exact = _progress(latest, base, aim, sign)
        current = None if current_exact is None else as_float(current_exact, short_of=_COMPLETE)
        future = needed(exact(predicted), "no_prediction")
        anticipated = needed(_progress(future, base, aim, sign), "base_equals_target")
        gap = 1 - anticipated / _COMPLETE
        shown = as_float(anticipated, short_of=_COMPLETE)
        return AnticipatedGap(current, shown, as_float(gap), _class_of(gap))
    except NotJudged as unjudged:
        return AnticipatedGap(current, None, None, AnticipatedStatus.NOT_AVAILABLE, unjudged.reason)


def _progress(value: Fraction, base: Fraction, aim: Fraction, sign: int) -> Fraction | None:
    if sign * (value - aim) >= 0:
        return Fraction(_COMPLETE)
    if base == aim:
        return None
    return _COMPLETE * sign * (value - base) / abs(aim - base)


def _class_of(gap_share: Fraction) -> AnticipatedStatus:
    if gap_share <= Fraction("0.1"):
        return AnticipatedStatus.ON_TRACK
    return AnticipatedStatus.ACCELERATE if gap_share <= 1 else AnticipatedStatus.REVERSE
