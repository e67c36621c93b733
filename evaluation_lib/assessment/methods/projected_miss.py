"""How far short of the target the recent pace would end, as a weather symbol.

Source: Statistisches Bundesamt (Destatis), Nachhaltige Entwicklung in Deutschland,
Indikatorenbericht, chapter on how the weather symbols are computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction

from evaluation_lib.assessment.methods.exact import NotJudged, dated, exact, needed, sign_of
from evaluation_lib.assessment.methods.registry import method
from evaluation_lib.plan.model import Kind

_MOST_POINTS = 6
_FEWEST_POINTS = 4


class Symbol(StrEnum):
    """The weather of an indicator, from the best to the worst."""

    SUN = "sun"  # 晴
    PARTLY_CLOUDY = "partly_cloudy"  # 少云
    CLOUD = "cloud"  # 多云
    THUNDERSTORM = "thunderstorm"  # 雷雨


class Rule(StrEnum):
    """What the target asks for."""

    REACH = "reach"  # 到目标年达到
    KEEP = "keep"  # 每年保持
    DIRECTION = "direction"  # 只有方向


@method(
    "projected_miss",
    title_zh="趋势外推法（天气符号）",
    title_en="Projected miss (weather)",
    kinds=(Kind.STOCK, Kind.RATE, Kind.ANNUAL_FLOW, Kind.MAINTAIN),
    favourable=("sun", "partly_cloudy"),
)
def projected_miss(
    points: Mapping[int, float | None],
    *,
    rule: str,
    evaluation_year: float | None,
    direction: str | None,
    target: float | None = None,
    target_year: float | None = None,
) -> Symbol | None:
    """Judge an indicator by the mean of its last five yearly changes.

    Two targets at once, or the two ends of an interval, are judged one by one and joined by
    `worst_symbol`; of several target years the next is passed; a series that was broken is passed
    from its break on.

    Args:
        points: Value of each calendar year, in the indicator's unit; blank ones count as missing.
        rule: `reach` the target by its year, `keep` it every year, or `direction` alone.
        evaluation_year: Calendar year after which nothing is looked at.
        direction: `higher` or `lower`, whichever is better.
        target: Promised value, same unit; needed unless the rule is `direction`.
        target_year: Calendar year of `target`; needed to judge a target not reached yet.

    Returns:
        The symbol; None where fewer than four consecutive years end at the latest one, or where a
        target that the rule needs is missing.

    Raises:
        ValueError: `rule` or `direction` is another word.
    """
    promise = Rule(rule)
    try:
        sign = sign_of(direction)
        limit = needed(exact(evaluation_year), "no_year")
        latest, values = _recent(points, limit)
        pace = sign * (values[-1] - values[0]) / (len(values) - 1)
        if promise is Rule.DIRECTION:
            return _by_direction(pace, sign * (values[-1] - values[-2]))
        gap = sign * (needed(exact(target), "no_target") - values[-1])
        if promise is Rule.KEEP or gap <= 0:
            return _by_level(pace, is_reached=gap <= 0)
        return _by_miss(pace, gap, needed(exact(target_year), "no_target_year") - latest)
    except NotJudged:
        return None


def worst_symbol(symbols: Iterable[str | None]) -> Symbol | None:
    """Return the worst of several symbols of one indicator; None where one is missing."""
    given = list(symbols)
    order = list(Symbol)
    if not given or None in given:
        return None
    return max(map(Symbol, filter(None, given)), key=order.index)


def _recent(points: Mapping[int, float | None], limit: Fraction) -> tuple[Fraction, list[Fraction]]:
    """Return the latest year up to `limit` and the last values that lead to it without a gap."""
    known = {year: value for year, value in dated(points).items() if year <= limit}
    latest = needed(max(known, default=None), "no_value")
    values: list[Fraction] = []
    while len(values) < _MOST_POINTS and latest - len(values) in known:
        values.insert(0, known[latest - len(values)])
    if len(values) < _FEWEST_POINTS:
        raise NotJudged("missing_years")
    return latest, values


def _by_direction(pace: Fraction, last_change: Fraction) -> Symbol:
    if pace > 0:
        return Symbol.SUN if last_change > 0 else Symbol.PARTLY_CLOUDY
    return Symbol.CLOUD if last_change > 0 else Symbol.THUNDERSTORM


def _by_level(pace: Fraction, *, is_reached: bool) -> Symbol:
    if is_reached:
        return Symbol.SUN if pace >= 0 else Symbol.PARTLY_CLOUDY
    return Symbol.CLOUD if pace > 0 else Symbol.THUNDERSTORM


def _by_miss(pace: Fraction, gap: Fraction, years_left: Fraction) -> Symbol:
    if pace <= 0:
        return Symbol.THUNDERSTORM
    missed_share = (gap - pace * years_left) / gap
    if missed_share < Fraction("0.05"):
        return Symbol.SUN
    return Symbol.PARTLY_CLOUDY if missed_share <= Fraction("0.2") else Symbol.CLOUD
