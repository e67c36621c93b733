"""Rules on single rows: does the row speak of something that can be, and that the plan knows?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

import pandas as pd

from evaluation_lib.language import Text
from evaluation_lib.observations.checks.registry import Fault, Severity, rule
from evaluation_lib.observations.period import parse_period
from evaluation_lib.observations.table import (
    DEFINITION,
    INDICATOR,
    JURISDICTION,
    KEY,
    PERIOD,
    PUBLISHED_ON,
    SOURCE,
    STATUS,
    UNIT,
    VALUE,
    Status,
)
from evaluation_lib.plan.model import Indicator, Measure, Plan


@rule("unknown_indicator", severity=Severity.ERROR, zh="规划中没有的指标", en="Unknown indicator")
def find_unknown_indicators(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find rows about a quantity that the plan does not know."""
    known = [one.id for one in plan.indicators] + [one.id for one in plan.measures]
    known += [key for one in plan.commitments for key in one.observed_as]
    for row, found in table.loc[~table[INDICATOR].isin(known), INDICATOR].items():
        near = get_close_matches(str(found), known, n=1)
        hint = (f"，是否指{near[0]}？", f"; did you mean {near[0]}?") if near else ("", ".")
        yield _fault(
            row,
            f"规划中没有指标“{found}”{hint[0] or '。'}",
            f"The plan has no indicator {found!r}{hint[1]}",
        )


@rule("unknown_jurisdiction", severity=Severity.ERROR, zh="未知行政区", en="Unknown jurisdiction")
def find_unknown_jurisdictions(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find rows about a place that the plan does not name."""
    known = {one.code for one in plan.jurisdictions}
    for row, found in table.loc[~table[JURISDICTION].isin(known), JURISDICTION].items():
        yield _fault(
            row,
            f"规划中没有行政区代码{found}，请核对GB/T 2260代码。",
            f"The plan names no jurisdiction {found}; check the GB/T 2260 code.",
        )


@rule("wrong_unit", severity=Severity.ERROR, zh="计量单位不符", en="Wrong unit")
def find_wrong_units(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find values that are not in the plan's unit; none is converted silently."""
    units = {one.id: one.unit for one in plan.indicators}
    units |= {one.id: one.unit for one in plan.measures}
    units |= {key: one.unit for one in plan.commitments for key in one.observed_as if one.unit}
    expected = table[INDICATOR].map(units)
    wrong = expected.notna() & (table[UNIT] != expected)
    for row, found, unit in zip(
        table.index[wrong], table.loc[wrong, UNIT], expected[wrong], strict=True
    ):
        yield _fault(
            row,
            f"计量单位为“{found}”，规划的计量单位是“{unit}”；未换算，不采用。",
            f"The unit is {found!r}, the plan's is {unit!r}; not converted, not used.",
        )


@rule("out_of_bounds", severity=Severity.ERROR, zh="超出可能范围", en="Impossible value")
def find_impossible_values(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find values that the indicator cannot take, such as a rate above 100 %."""
    bounded: list[Indicator | Measure] = [*plan.indicators, *plan.measures]
    for one in bounded:
        values = table.loc[table[INDICATOR] == one.id, VALUE]
        lower = float("-inf") if one.lower is None else one.lower
        upper = float("inf") if one.upper is None else one.upper
        for row, value in values[(values < lower) | (values > upper)].items():
            bounds = f"{lower:g}—{upper:g}" if one.upper is not None else f"≥{lower:g}"
            yield _fault(
                row,
                f"数值{value:g}超出可能范围（{bounds}），不采用。",
                f"The value {value:g} lies outside what is possible ({bounds}); not used.",
            )


@rule("future_period", severity=Severity.ERROR, zh="时期晚于发布日期", en="Period in the future")
def find_future_periods(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find values about a time that had not ended when they were published."""
    ends = table[PERIOD].map({text: parse_period(text).end for text in table[PERIOD].unique()})
    published = table[PUBLISHED_ON]
    early = (published != "") & (ends.map(date.isoformat) > published)
    for row, period, day in zip(
        table.index[early], table.loc[early, PERIOD], published[early], strict=True
    ):
        yield _fault(
            row,
            f"时期{period}在{day}尚未结束，不可能是实际值，不采用。",
            f"Period {period} had not ended on {day}, so this is no observation; not used.",
        )


@rule("contradiction", severity=Severity.ERROR, zh="同期数值矛盾", en="Contradicting rows")
def find_contradictions(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find rows of one source and day that give one period different values; neither is chosen."""
    same = [*KEY, DEFINITION, SOURCE, PUBLISHED_ON]
    repeated = table[table.duplicated(same, keep=False)]
    for _, rows in repeated.groupby(same, sort=False):
        values = sorted(set(rows[VALUE]))
        if len(values) > 1:
            shown = "、".join(f"{value:g}" for value in values)
            for row in rows.index:
                yield _fault(
                    row,
                    f"同一来源、同一时期有不同数值（{shown}），不自行选定，待填报单位确认。",
                    f"One source gives this period different values ({shown}); none is chosen.",
                )


@rule("duplicate", severity=Severity.NOTE, zh="重复行", en="Repeated rows")
def find_duplicates(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find rows that say the same thing twice; one is used."""
    same = [*KEY, DEFINITION, SOURCE, PUBLISHED_ON, VALUE]
    for row in table.index[table.duplicated(same, keep="first")]:
        yield _fault(row, "与前面一行完全相同，只采用一次。", "Repeats an earlier row; used once.")


@rule(
    "undated",
    severity=Severity.WARNING,
    zh="发布日期不明",
    en="Publication date unknown",
    excludes=True,
)
def find_undated(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find rows that cannot be shown to have been known on the as-of date."""
    own = {source.id for source in plan.sources}
    for row in table.index[(table[PUBLISHED_ON] == "") & ~table[SOURCE].isin(own)]:
        yield _fault(
            row,
            "发布日期不明，无法证明截至评估日已经公布，不采用。",
            "No publication date, so it cannot be shown to have been known; not used.",
        )


@rule("synthetic", severity=Severity.NOTE, zh="演示数据", en="Demonstration data")
def find_synthetic(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Say once that values are made up."""
    synthetic = table[table[STATUS] == Status.SYNTHETIC]
    if len(synthetic):
        sources = synthetic[SOURCE].nunique()
        yield Fault(
            None,
            Text(
                f"来自{sources}个来源的{len(synthetic)}个数值是虚构的演示数据，不得引用。",
                f"{len(synthetic)} values from {sources} sources are invented for demonstration; "
                "never quote them.",
            ),
        )


def _fault(row: object, zh: str, en: str) -> Fault:
    return Fault(int(str(row)), Text(zh, en))
