"""Rules on how an indicator moves from year to year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from evaluation_lib.language import Text
from evaluation_lib.observations.checks.registry import Fault, Severity, rule
from evaluation_lib.observations.period import parse_period
from evaluation_lib.observations.table import INDICATOR, JURISDICTION, PERIOD, VALUE
from evaluation_lib.observations.vintages import latest
from evaluation_lib.plan.model import Kind, Plan

_YEAR = "year"
_PREVIOUS = "previous"
_CHANGE = "change"


def yearly_steps(table: pd.DataFrame) -> pd.DataFrame:
    """Return the yearly rows in order, each beside the value of the year before.

    Returns:
        Rows of the observation table with columns `year`, `previous` (value of the preceding
        year, NaN if unknown) and `change` (value minus previous), in the indicator's unit.
    """
    whole = {text: parse_period(text) for text in table[PERIOD].unique()}
    is_annual = table[PERIOD].map(lambda text: whole[text].is_annual).astype(bool)
    annual = latest(table[is_annual])
    steps = annual.assign(**{_YEAR: annual[PERIOD].map(lambda text: whole[text].year)})
    steps = steps.sort_values([JURISDICTION, INDICATOR, _YEAR], kind="stable")
    grouped = steps.groupby([JURISDICTION, INDICATOR], sort=False)
    follows = grouped[_YEAR].diff() == 1
    steps[_PREVIOUS] = grouped[VALUE].shift().where(follows)
    steps[_CHANGE] = steps[VALUE] - steps[_PREVIOUS]
    return steps


def records(rows: pd.DataFrame) -> list[dict[Any, Any]]:
    """Return rows as dictionaries, with their label under `row`."""
    return rows.rename_axis("row").reset_index().to_dict("records")


@rule("falling_stock", severity=Severity.WARNING, zh="存量下降", en="Falling stock")
def find_falling_stocks(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find year-end stocks below the year before."""
    stocks = {one.id for one in plan.indicators if one.kind is Kind.STOCK}
    steps = yearly_steps(table)
    fell = steps[steps[INDICATOR].isin(stocks) & (steps[_CHANGE] < 0)]
    for row in records(fell):
        yield Fault(
            row["row"],
            Text(
                f"{row['year']}年末{row['value']:g}，低于上年末{row['previous']:g}；存量下降须说明原因。",
                f"{row['value']:g} at the end of {row['year']} is below {row['previous']:g} a year "
                "earlier; a falling stock needs an explanation.",
            ),
        )


@rule("jump", severity=Severity.WARNING, zh="异常跳变", en="Implausible jump")
def find_jumps(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find values that doubled, or halved, in a year while others moved far less.

    A jump is a change by more than `implausible_change` times the median of the other yearly
    changes of the same indicator in the same jurisdiction, and by more than half the value. Where
    no other change is known, the value before stands in for the median.
    """
    steps = yearly_steps(table).dropna(subset=[_CHANGE])
    for _, rows in steps.groupby([JURISDICTION, INDICATOR], sort=False):
        for row in records(rows):
            others = rows.drop(index=row["row"])[_CHANGE].abs()
            size = abs(row["change"])
            usual = float(others.median()) if len(others) else abs(row["previous"])
            if size > abs(row["previous"]) / 2 and size > plan.cut_offs.implausible_change * usual:
                yield Fault(row["row"], _jump(row["year"], row["previous"], row["value"]))


def _jump(year: int, before: float, after: float) -> Text:
    percent = f"（{(after / before - 1) * 100:+.0f}%）" if before else ""
    return Text(
        f"{year}年由{before:g}变为{after:g}{percent}，变动异常，须先核实再采信。",
        f"From {before:g} to {after:g} in {year}: implausible, to be verified before it is relied "
        "on.",
    )


@rule("unchanged", severity=Severity.NOTE, zh="与上年完全相同", en="Identical to last year")
def find_unchanged(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find values that repeat last year's, unless the target is to keep them.

    Fewer than three digits repeat by chance, so they are not asked about.
    """
    kept = {one.id for one in plan.indicators if one.kind is Kind.MAINTAIN}
    steps = yearly_steps(table)
    same = steps[(steps[_CHANGE] == 0) & ~steps[INDICATOR].isin(kept)]
    long = same[same[VALUE].map(lambda value: len(f"{value:g}".replace(".", "")) > 2)]
    for row in records(long):
        yield Fault(
            row["row"],
            Text(
                f"{row['year']}年数值{row['value']:g}与上年完全相同，请确认不是照抄上年。",
                f"{row['value']:g} in {row['year']} equals the year before; confirm it is no copy.",
            ),
        )


@rule("exactly_target", severity=Severity.NOTE, zh="恰好等于规划值", en="Exactly the target")
def find_exact_targets(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find values equal to the target, unless the target is to keep the baseline."""
    targets = {
        one.id: one.target
        for one in plan.indicators
        if one.target is not None and one.target != one.baseline
    }
    here = table[table[JURISDICTION] == plan.jurisdiction]
    for row in records(here[here[VALUE] == here[INDICATOR].map(targets)]):
        yield Fault(
            row["row"],
            Text(
                f"{row['period']}年数值{row['value']:g}恰好等于规划值，请附原始凭证。",
                f"{row['value']:g} in {row['period']} is exactly the target; attach the "
                "original record.",
            ),
        )


@rule("missing_year", severity=Severity.WARNING, zh="缺年份", en="Missing year")
def find_missing_years(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find years without a value between two years of the plan period that have one."""
    steps = yearly_steps(table)
    inside = steps[steps[_YEAR].between(plan.baseline_year, plan.end)]
    gaps = inside.groupby([JURISDICTION, INDICATOR], sort=False)[_YEAR].diff()
    for row in records(inside[gaps > 1]):
        before = row["year"] - int(gaps.loc[row["row"]])
        missing = list(range(before + 1, row["year"]))
        yield Fault(
            row["row"],
            Text(
                f"缺{'、'.join(map(str, missing))}年数值。",
                f"No value for {', '.join(map(str, missing))}.",
            ),
        )
