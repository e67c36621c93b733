"""Every shape of target a plan uses, turned into a level to be reached where it amounts to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from evaluation_lib.assessment.keeping import range_of
from evaluation_lib.language import Text
from evaluation_lib.observations.series import Observation, Series
from evaluation_lib.observations.table import Comparator
from evaluation_lib.plan.model import Basis, Comparison, Direction, Indicator, Kind

INDEX_BASE = 100.0
_INDEXED = {
    "kind": Kind.STOCK,
    "baseline": INDEX_BASE,
    "lower": 0.0,
    "upper": None,
    "decimals": 2,
    "comparison": Comparison.EQUAL,
    "unit": "指数点",
    "unit_en": "index points",
}


@dataclass(frozen=True, slots=True)
class Shaped:
    """An indicator whose target is a level, with the values and the path to judge it by.

    Attributes:
        milestones: Value due in some years, in the shaped indicator's unit; they replace the
            straight path.
        promise: The target as the plan words it and what it amounts to; None for a plain level.
    """

    indicator: Indicator
    series: Series
    milestones: Mapping[int, float] = field(default_factory=dict)
    promise: Text | None = None


def shape_targets(
    indicators: Sequence[Indicator],
    series: Mapping[str, Series],
    milestones: Mapping[str, Mapping[int, float]],
) -> list[Shaped]:
    """Return every indicator with its target as a level, in the order given.

    A rate of growth or reduction compounds. Where the plan gives a baseline, the level is counted
    from it; where it gives none, the observations are taken as yearly rates in percent and chained
    into an index with the base year at 100, as far as no year is missing.

    Args:
        indicators: Indicators of one plan.
        series: Observed values by indicator id.
        milestones: The plan's own values on the way, by indicator id and year.
    """
    by_id = {one.id: one for one in indicators}
    shaped = []
    for one in indicators:
        own = dict(milestones.get(one.id, {}))
        if one.basis is Basis.RELATIVE_GROWTH:
            reference = by_id.get(one.relative_to)
            shaped.append(_beside(one, series[one.id], reference, series))
        elif one.target is None:
            shaped.append(Shaped(one, series[one.id], own, _unquantified(one)))
        else:
            shaped.append(_shape(one, one.target, series[one.id], own))
    return shaped


def _shape(indicator: Indicator, target: float, series: Series, own: dict[int, float]) -> Shaped:
    match indicator.basis:
        case Basis.INCREMENT:
            base = float(indicator.baseline or 0.0)
            level = float(Decimal(repr(base)) + Decimal(repr(target)))
            return Shaped(
                indicator.model_copy(update={"target": level}),
                series,
                own,
                _amounts_to(
                    indicator,
                    f"比{indicator.baseline_year}年增加{target:g}{{unit}}",
                    f"{target:g} {{unit}} more than in {indicator.baseline_year}",
                    level,
                ),
            )
        case Basis.CUMULATIVE_REDUCTION:
            years = indicator.target_year - indicator.baseline_year
            yearly = (1 - target / 100) ** (1 / years) - 1
            return _compounding(
                indicator,
                series,
                own,
                yearly=yearly,
                direction=Direction.LOWER,
                zh=f"{years}年累计下降{target:g}%",
                en=f"down {target:g}% over {years} years",
            )
        case Basis.AVERAGE_GROWTH:
            return _compounding(
                indicator,
                series,
                own,
                yearly=target / 100,
                direction=Direction.HIGHER,
                zh=f"年均增长{target:g}%",
                en=f"growth of {target:g}% a year on average",
            )
        case Basis.RANGE:
            low, high = range_of(indicator)
            near, far = (low, high) if indicator.direction is Direction.HIGHER else (high, low)
            ends = indicator.model_copy(update={"target": near, "target_high": far})
            zh = f"规划目标为区间{low:g}—{high:g}{indicator.unit}，两端均含，超出任一端即不达标。"
            en = f"The target is a range of {low:g} to {high:g} {indicator.unit_en}, ends included."
            return Shaped(ends, series, own, Text(zh, en))
        case Basis.YES_NO:
            base = 0.0 if indicator.baseline is None else indicator.baseline
            return Shaped(
                indicator.model_copy(update={"baseline": base}),
                series,
                own,
                Text(
                    "规划目标为是否实现：1为实现，0为未实现；到期前未实现的不判为滞后。",
                    "The target is a yes or no: 1 is yes; before it falls due, no is not late.",
                ),
            )
    return Shaped(indicator, series, own)


def _compounding(
    indicator: Indicator,
    series: Series,
    own: dict[int, float],
    *,
    yearly: float,
    direction: Direction,
    zh: str,
    en: str,
) -> Shaped:
    """Shape a target that multiplies from year to year; its path does so too."""
    start, finish = indicator.baseline_year, indicator.target_year
    changes: dict[str, object] = {"direction": direction}
    values = series
    if indicator.baseline is None:
        values = _chained(indicator, series, falling=direction is Direction.LOWER)
        changes |= _INDEXED
        zh, en = f"{zh}（以{start}年为100）", f"{en}, with {start} at 100"
    base = INDEX_BASE if indicator.baseline is None else indicator.baseline
    decimals = max(2, indicator.decimals)
    path = {
        year: _rounded(base * (1 + yearly) ** (year - start), decimals)
        for year in range(start + 1, finish + 1)
    }
    shaped = indicator.model_copy(update={**changes, "target": path[finish]})
    promise = _amounts_to(shaped, zh, en, path[finish])
    return Shaped(shaped, values, {**path, **own}, promise)


def _beside(
    indicator: Indicator,
    series: Series,
    reference: Indicator | None,
    known: Mapping[str, Series],
) -> Shaped:
    """Shape growth that is to keep up with another's: both indexed, one over the other."""
    points: tuple[Observation, ...] = ()
    if reference is not None:
        own, other = _indexed(indicator, series), _indexed(reference, known[reference.id])
        points = tuple(
            replace(
                one,
                value=_rounded(one.value / other[one.year].value * 100, 4),
                comparator=Comparator.EQUAL,
                evidence=max(one.evidence, other[one.year].evidence),
                raw=f"{one.value:g} ÷ {other[one.year].value:g} × 100",
            )
            for one in own.values()
            if one.year in other and one.is_exact and other[one.year].is_exact
        )
    name = (reference.short_name, reference.name_en) if reference else ("—", "—")
    shaped = indicator.model_copy(
        update={
            **_INDEXED,
            "baseline": None,
            "target": INDEX_BASE,
            "comparison": Comparison.AT_LEAST,
            "direction": Direction.HIGHER,
        }
    )
    start = indicator.baseline_year
    promise = Text(
        f"规划目标为与{name[0]}增长同步：{start}年以来累计增长与后者之比不低于100。",
        f"The target is to grow in step with {name[1]}: growth since {start} over the other's is "
        "at least 100.",
    )
    return Shaped(shaped, replace(series, points=points, parts=(), within=()), {}, promise)


def _indexed(indicator: Indicator, series: Series) -> dict[int, Observation]:
    """Return levels or chained rates with the base year at 100, by year after the base year."""
    if series.definition:
        return {}
    if indicator.baseline is None:
        chained = _chained(indicator, series, falling=False)
        return {one.year: one for one in chained.points if one.year > indicator.baseline_year}
    if indicator.baseline <= 0:
        return {}
    return {
        one.year: replace(one, value=one.value / indicator.baseline * INDEX_BASE)
        for one in series.points
        if one.year > indicator.baseline_year
    }


def _chained(indicator: Indicator, series: Series, *, falling: bool) -> Series:
    """Chain yearly rates in percent into an index; a missing year or a mixed bound ends it."""
    level, points = INDEX_BASE, []
    comparator = str(Comparator.EQUAL)
    for year in range(indicator.baseline_year + 1, indicator.target_year + 1):
        one = series.at(year)
        if one is None or not (one.is_exact or comparator in (Comparator.EQUAL, one.comparator)):
            break
        comparator = comparator if one.is_exact else one.comparator
        level *= 1 - one.value / 100 if falling else 1 + one.value / 100
        points.append(
            replace(
                one,
                value=_rounded(level, 4),
                comparator=_turned(comparator) if falling else comparator,
                raw=one.raw or f"{one.value:g}%",
            )
        )
    return replace(series, points=tuple(points), parts=(), within=())


def _turned(comparator: str) -> str:
    """Return the bound of a level whose yearly reduction is bounded by `comparator`."""
    return comparator.translate(str.maketrans("<>", "><"))


def _amounts_to(indicator: Indicator, zh: str, en: str, level: float) -> Text:
    year = indicator.target_year
    zh, en = zh.format(unit=indicator.unit), en.format(unit=indicator.unit_en)
    return Text(
        f"规划目标为{zh}，折算为{year}年{level:g}（{indicator.unit}）。",
        f"The target is {en}, which is {level:g} ({indicator.unit_en}) in {year}.",
    )


def _unquantified(indicator: Indicator) -> Text | None:
    if indicator.basis is not Basis.UNQUANTIFIED:
        return None
    return Text(
        "规划对该指标没有数量要求（视情确定），只列数值与变化。",
        "The plan asks for no number; values and their change are shown.",
    )


def _rounded(value: float, decimals: int) -> float:
    """Round halves away from zero, as the level is printed."""
    step = Decimal(1).scaleb(-decimals)
    return float(Decimal(f"{value:.12g}").quantize(step, rounding=ROUND_HALF_UP))
