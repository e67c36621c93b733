"""Values of other places beside our own, and why some of them are not comparable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from evaluation_lib.assessment.readings import is_per_head
from evaluation_lib.language import Text
from evaluation_lib.observations import table as columns
from evaluation_lib.observations.period import parse_period
from evaluation_lib.observations.series import Observation, Series, annual_series
from evaluation_lib.plan.model import Indicator, Kind, Plan

_LEVEL_KINDS = (Kind.RATE, Kind.MAINTAIN)
_EXACT = (columns.Comparator.EQUAL, columns.Comparator.ABOUT)
_NO_DEFINITION = Text("规划口径", "the plan's")
_ONE_YEAR = Text(
    "总量规模不同，且缺少两个相同年份，无法比较增速",
    "totals of places of different size, and no two shared years to compare growth",
)


@dataclass(frozen=True, slots=True)
class Comparator:
    """What is known of one indicator in another place.

    Attributes:
        period: Of the last value known, whole year or not.
        own: Our value of the same year, None where there is none.
        growth: Mean yearly growth since `growth_from`, as a share; None where two shared years
            are not known.
        own_growth: Ours over the same years.
        reason: Why the two cannot be compared; None where they can.
    """

    indicator: Indicator
    jurisdiction: str
    period: str
    value: float
    comparator: str
    unit: str
    definition: str
    source: str
    published_on: str
    evidence: str
    own: Observation | None = None
    growth: float | None = None
    own_growth: float | None = None
    growth_from: int | None = None
    reason: Text | None = None


def find_comparators(
    rows: pd.DataFrame,
    plan: Plan,
    jurisdiction: str,
    indicators: Sequence[Indicator],
    series: Mapping[str, Series],
) -> tuple[Comparator, ...]:
    """Return the last usable value of each other place and definition, in the plan's order.

    Totals of places of different size are compared by growth between the same two years, shares
    and figures per head by their level.

    Args:
        rows: Observation table with one row for each period, all jurisdictions.
        plan: Names the places; lower divisions of its own are compared among themselves instead.
        jurisdiction: Whose evaluation it is.
        indicators: What may be compared.
        series: Our own values by indicator id.
    """
    below = {one.code for one in plan.jurisdictions if one.parent == plan.jurisdiction}
    others = rows[~rows[columns.JURISDICTION].isin({jurisdiction, plan.jurisdiction, *below})]
    place = {one.code: number for number, one in enumerate(plan.jurisdictions)}
    known = {one.id: number for number, one in enumerate(indicators)}
    group_by = [columns.INDICATOR, columns.JURISDICTION, columns.DEFINITION]
    groups = {
        (known[str(key)], place[str(code)], str(definition)): group
        for (key, code, definition), group in others.groupby(group_by, sort=False)
        if key in known
    }
    return tuple(
        _compared(groups[key], plan, indicators[key[0]], series[indicators[key[0]].id])
        for key in sorted(groups)
    )


def average_growth(earlier: float, later: float, years: int) -> float | None:
    """Return the mean yearly growth as a share: 0.1 is 10 % a year.

    None where no rate leads from `earlier` to `later`: both have to be positive, `years` too.
    """
    if earlier <= 0 or later <= 0 or years <= 0:
        return None
    return float((later / earlier) ** (1 / years) - 1)


def _compared(group: pd.DataFrame, plan: Plan, indicator: Indicator, own: Series) -> Comparator:
    rows: list[dict[Any, Any]] = group.to_dict("records")
    last = max(rows, key=lambda row: _use(row, own))
    code = str(last[columns.JURISDICTION])
    ours = own.at(parse_period(str(last[columns.PERIOD])).year)
    found = Comparator(
        indicator=indicator,
        jurisdiction=code,
        period=str(last[columns.PERIOD]),
        value=float(last[columns.VALUE]),
        comparator=str(last[columns.COMPARATOR]),
        unit=str(last[columns.UNIT]),
        definition=str(last[columns.DEFINITION]),
        source=str(last[columns.SOURCE]),
        published_on=str(last[columns.PUBLISHED_ON]),
        evidence=str(last[columns.EVIDENCE]),
        reason=_reason(last, indicator, own, ours),
    )
    if found.reason is not None:
        return found
    if indicator.kind in _LEVEL_KINDS or is_per_head(indicator):
        return replace(found, own=ours)
    first, growth, own_growth = _growths(annual_series(group, plan, code)[indicator.id], own)
    if growth is None:
        return replace(found, own=ours, reason=_ONE_YEAR)
    return replace(found, own=ours, growth=growth, own_growth=own_growth, growth_from=first)


def _use(row: Mapping[Any, Any], own: Series) -> tuple[bool, bool, bool, date]:
    """Return how much use a row is: whole years first, then values, years we know, late ones."""
    period = parse_period(str(row[columns.PERIOD]))
    is_exact = row[columns.COMPARATOR] in _EXACT
    return period.is_annual, is_exact, own.at(period.year) is not None, period.end


def _reason(
    last: Mapping[Any, Any], indicator: Indicator, own: Series, ours: Observation | None
) -> Text | None:
    definition = str(last[columns.DEFINITION])
    if definition != own.definition:
        named = Text(definition, definition) if definition else _NO_DEFINITION
        held = Text(own.definition, own.definition) if own.definition else _NO_DEFINITION
        return Text(
            f"口径不同（{named.zh}，本地为{held.zh}）",
            f"other definition ({named.en}, ours is {held.en})",
        )
    if str(last[columns.UNIT]) != indicator.unit:
        return Text(f"单位不同（{last[columns.UNIT]}）", f"other unit ({last[columns.UNIT]})")
    if not parse_period(str(last[columns.PERIOD])).is_annual:
        return Text("时期不是整年", "not a whole year")
    if last[columns.COMPARATOR] not in _EXACT:
        return Text("只有上限或下限", "only a bound is known")
    if ours is None or not ours.is_exact:
        return Text("同年没有本地数值", "we have no value of the same year")
    return None


def _growths(theirs: Series, own: Series) -> tuple[int | None, float | None, float | None]:
    """Return both mean yearly growths between the first and the last year both are known."""
    mine = {one.year: one.value for one in own.points if one.is_exact}
    other = {one.year: one.value for one in theirs.points if one.is_exact}
    shared = sorted(mine.keys() & other.keys())
    if len(shared) < 2:
        return None, None, None
    first, last = shared[0], shared[-1]
    growth = average_growth(other[first], other[last], last - first)
    own_growth = average_growth(mine[first], mine[last], last - first)
    if growth is None or own_growth is None:
        return None, None, None
    return first, growth, own_growth
