"""Growth per year since the base year, beside the growth per year that the target needs.

With a target the ratio of the two decides; without one, the growth itself, measured against what a
natural limit still leaves possible. Unlike the original, a base that equals the target, or a zero
in place of base or target, is answered with the reason instead of with an infinite or invented
number, and a target that is met keeps showing its trend.

Source: Open SDG 2.4, automated progress measure; the compound annual growth rate and its cut-offs
follow Eurostat, Sustainable development in the European Union, annex on assessing progress.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from evaluation_lib.assessment.methods.exact import (
    NotJudged,
    as_float,
    exact,
    is_blank,
    needed,
    power,
    settled,
    sign_of,
)
from evaluation_lib.assessment.methods.registry import method
from evaluation_lib.plan.model import Kind

_BEST = Fraction(5)
_WORST = Fraction(-5)


class GrowthStatus(StrEnum):
    """Class of an indicator by its growth."""

    TARGET_ACHIEVED = "target_achieved"  # 已达标
    SUBSTANTIAL = "substantial_progress"  # 进展显著
    MODERATE = "moderate_progress"  # 进展一般
    LIMITED = "limited_progress"  # 进展有限
    DETERIORATION = "deterioration"  # 恶化
    NOT_AVAILABLE = "not_available"  # 无法评价


_BELOW_ACHIEVED = (GrowthStatus.SUBSTANTIAL, GrowthStatus.MODERATE, GrowthStatus.LIMITED)


@dataclass(frozen=True, slots=True)
class GrowthRatio:
    """What the growth method says of one indicator.

    Attributes:
        ratio: With a target, growth made over growth needed: 1 on the way, 0 at a standstill,
            negative away from the target. Without one, growth per year (0.02 is 2 %) towards the
            better. None where neither exists. No unit.
        status: The class.
        score: From -5 to 5; None where there is no class.
        reason: Key of `REASONS` where there is no class, else None.
    """

    ratio: float | None
    status: GrowthStatus
    score: float | None
    reason: str | None = None


@method(
    "growth_ratio",
    title_zh="增速比较法",
    title_en="Growth made against growth needed",
    kinds=(Kind.STOCK, Kind.RATE),
    favourable=("target_achieved", "substantial_progress"),
    value="ratio",
)
def growth_ratio(
    *,
    baseline_year: float | None,
    baseline: float | None,
    year: float | None,
    value: float | None,
    target_year: float | None,
    target: float | None = None,
    direction: str | None,
    limit: float | None = None,
) -> GrowthRatio:
    """Judge an indicator by its compound growth per year since the base year.

    Args:
        baseline_year: Calendar year of `baseline`.
        baseline: Value in the base year, in the indicator's unit.
        year: Latest calendar year with data.
        value: Value in `year`, same unit.
        target_year: Calendar year of `target`.
        target: Promised value, same unit; blank (None or NaN) to judge the growth alone.
        direction: `higher` or `lower`, whichever is better.
        limit: Value that the indicator cannot pass, same unit; ignored where there is a target.

    Returns:
        The ratio, class and score; `not_available` and the reason where the data allow none.

    Raises:
        ValueError: `direction` is another word.
    """
    try:
        start = needed(exact(baseline_year), "no_baseline_year")
        base = needed(exact(baseline), "no_baseline")
        end = needed(exact(year), "no_year")
        latest = needed(exact(value), "no_value")
        sign = sign_of(direction)
        if end <= start:
            raise NotJudged("not_after_baseline")
        if is_blank(target):
            return _by_growth(base, latest, end - start, sign, exact(limit))
        aim = needed(exact(target), "no_target")
        finish = exact(target_year)
        years_planned = None if finish is None else finish - start
        return _by_target(base, latest, end - start, sign, aim, years_planned)
    except NotJudged as unjudged:
        return GrowthRatio(None, GrowthStatus.NOT_AVAILABLE, None, unjudged.reason)


def aggregate_scores(scores: Iterable[float | None]) -> float | None:
    """Return the plain mean of the scores there are, or None where there is none."""
    mean = _mean(scores)
    try:
        return None if mean is None else as_float(mean)
    except NotJudged:
        return None


def aggregate_status(
    scores: Iterable[float | None], statuses: Iterable[str | None]
) -> GrowthStatus:
    """Return the class of an indicator that consists of several series.

    Args:
        scores: Score of each series, -5 to 5; None where it has none.
        statuses: Class of each series.

    Returns:
        The class of the mean score; `target_achieved` only where every series is.
    """
    mean = _mean(scores)
    if mean is None:
        return GrowthStatus.NOT_AVAILABLE
    if set(statuses) == {GrowthStatus.TARGET_ACHIEVED}:
        return GrowthStatus.TARGET_ACHIEVED
    return _class_of(mean, (Fraction("2.5"), Fraction(0), Fraction("-2.5")))


def _by_target(
    base: Fraction,
    latest: Fraction,
    years: Fraction,
    sign: int,
    aim: Fraction,
    years_planned: Fraction | None,
) -> GrowthRatio:
    is_achieved = sign * (latest - aim) >= 0
    try:
        ratio = _ratio(base, latest, years, sign, aim, years_planned)
        shown = as_float(ratio)
    except NotJudged:
        if is_achieved:
            return GrowthRatio(None, GrowthStatus.TARGET_ACHIEVED, as_float(_BEST))
        raise
    if is_achieved:
        return GrowthRatio(shown, GrowthStatus.TARGET_ACHIEVED, as_float(_BEST))
    status = _class_of(ratio, (Fraction("0.95"), Fraction("0.6"), Fraction(0)))
    return GrowthRatio(shown, status, as_float(_score_by_target(ratio)))


def _ratio(
    base: Fraction,
    latest: Fraction,
    years: Fraction,
    sign: int,
    aim: Fraction,
    years_planned: Fraction | None,
) -> Fraction:
    planned = needed(years_planned, "no_target_year")
    if planned <= 0:
        raise NotJudged("target_year_not_after_baseline")
    if base == aim:
        raise NotJudged("base_equals_target")
    if aim == 0:
        raise NotJudged("zero_target")
    required = _growth(base, aim, planned)
    made = _growth(base, latest, years)
    if required == 0:
        raise NotJudged("out_of_range")
    return settled(_worse_when_negative(base) * sign * made / abs(required))


def _by_growth(
    base: Fraction, latest: Fraction, years: Fraction, sign: int, limit: Fraction | None
) -> GrowthRatio:
    growth = settled(_worse_when_negative(base) * sign * _growth(base, latest, years))
    room = _room(base, limit)
    high, medium = Fraction("0.015") * room, Fraction("0.005") * room
    status = _class_of(growth, (high, medium, Fraction(0)))
    return GrowthRatio(as_float(growth), status, as_float(_score_by_growth(growth, room)))


def _growth(first: Fraction, last: Fraction, years: Fraction) -> Fraction:
    """Return the compound growth per year from `first` to `last`; -1 where it ends at zero."""
    if first == 0:
        raise NotJudged("zero_base")
    if first * last < 0:
        raise NotJudged("sign_change")
    if last == 0:
        return Fraction(-1)
    return power(last / first, 1 / years) - 1


def _worse_when_negative(base: Fraction) -> int:
    # A negative value that grows in size falls, so its growth counts the other way round.
    return -1 if base < 0 else 1


def _room(base: Fraction, limit: Fraction | None) -> Fraction:
    """Return C, the part of ordinary growth still to be expected this near to the limit."""
    if limit is None or abs(base) >= 2 * abs(limit):
        return Fraction(1)
    nearness = abs(base) / abs(limit)
    if nearness > 1:
        nearness = 2 - nearness
    return settled(1 - power(nearness, Fraction("4.44")))


def _class_of(number: Fraction, cuts: tuple[Fraction, Fraction, Fraction]) -> GrowthStatus:
    for status, cut in zip(_BELOW_ACHIEVED, cuts, strict=True):
        if number >= cut:
            return status
    return GrowthStatus.DETERIORATION


def _score_by_target(ratio: Fraction) -> Fraction:
    if ratio >= Fraction("0.6"):
        return min(Fraction("7.1429") * ratio - Fraction("4.2857"), _BEST)
    return max(Fraction("4.1667") * ratio - Fraction("2.5"), _WORST)


def _score_by_growth(growth: Fraction, room: Fraction) -> Fraction:
    if growth < 0:
        return max(125 * growth - Fraction("2.5"), _WORST)
    if room == 0:
        return _BEST
    if growth >= Fraction("0.015") * room:
        return min(500 * growth / room - 5, _BEST)
    if growth >= Fraction("0.005") * room:
        return 250 * growth / room - Fraction("1.25")
    return 500 * growth / room - Fraction("2.5")


def _mean(scores: Iterable[float | None]) -> Fraction | None:
    known = [number for number in map(exact, scores) if number is not None]
    return sum(known, Fraction(0)) / len(known) if known else None
