"""Rules on how numbers look: a slip of the unit, too round, or exactly what was promised."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from evaluation_lib.observations.checks.registry import Fault, Severity, fault, rule
from evaluation_lib.observations.checks.subject import Flags, Subject, powers_off
from evaluation_lib.observations.table import INDICATOR, JURISDICTION, PERIOD
from evaluation_lib.observations.vintages import is_last


@rule("scale_slip", severity=Severity.WARNING, zh="疑似数量级错误", en="Probable unit slip")
def find_scale_slips(subject: Subject) -> Iterator[Fault]:
    """Find values that are a power of ten away from their neighbours.

    Neighbours are up to two values on either side; a city's value without any is held against the
    plan's baseline. Neither reading is chosen.
    """
    yearly = subject.yearly
    baselines = {one.id: one.baseline for one in subject.plan.indicators if one.baseline}
    city = subject.levels(JURISDICTION).are([subject.plan.jurisdiction])
    where = subject.position(yearly.row)
    base = np.where(city, subject.levels(INDICATOR).mapped(baselines), np.nan)[where]
    told = np.where(yearly.exact, yearly.value, np.nan)
    usual = np.where(np.isnan(yearly.usual), base, yearly.usual)
    power = np.where(np.isnan(yearly.usual), powers_off(told, base), yearly.slip)
    for at in np.flatnonzero(power != 0).tolist():
        value, other = yearly.value[at], yearly.value[at] / 10.0 ** power[at]
        times = str(10 ** abs(int(power[at])))
        yield fault(
            yearly.row[at],
            f"{yearly.year[at]}年数值{value:g}约为相邻值{usual[at]:g}的"
            f"{'' if power[at] > 0 else '1/'}{times}倍，疑为计量单位或小数点有误；"
            f"应为{value:g}还是{other:g}，不自行选定。",
            f"{value:g} in {yearly.year[at]} is about {'' if power[at] > 0 else '1/'}{times} times "
            f"its neighbours ({usual[at]:g}): a slip of unit or point? {value:g} or {other:g}, "
            "neither is chosen.",
        )


@rule("exactly_target", severity=Severity.NOTE, zh="恰好等于规划值", en="Exactly the target")
def find_exact_targets(subject: Subject) -> Iterator[Fault]:
    """Find values equal to the target, unless the target is to keep the baseline."""
    targets = {
        one.id: one.target
        for one in subject.plan.indicators
        if one.target is not None and one.target != one.baseline
    }
    here = subject.levels(JURISDICTION).are([subject.plan.jurisdiction])
    same = here & (subject.value == subject.levels(INDICATOR).mapped(targets))
    for row, value in zip(subject.row[same], subject.value[same], strict=True):
        period = subject.text(PERIOD, row)
        yield fault(
            row,
            f"{period}年数值{value:g}恰好等于规划值，请附原始凭证。",
            f"{value:g} in {period} is exactly the target; attach the original record.",
        )


@rule("round_numbers", severity=Severity.NOTE, zh="整数过多", en="Round numbers")
def find_round_numbers(subject: Subject) -> Iterator[Fault]:
    """Find series of which two values or more, and a third of all, end in two zeros.

    Zeros are counted at the indicator's own decimals, so 12.00 is round and 12 items are not;
    one value in a hundred ends so by chance. What stands at a bound, such as 100 %, is left out.
    """
    yearly = subject.yearly
    round_ = _is_round(subject)
    series = np.unique(yearly.series, return_inverse=True)[1]
    many = np.bincount(series)
    found = np.bincount(series, weights=round_).astype(np.int64)
    last = is_last(yearly.series)
    told = last & (found >= 2)[series] & (3 * found >= many)[series]
    for at in np.flatnonzero(told).tolist():
        count, total = found[series[at]], many[series[at]]
        yield fault(
            yearly.row[at],
            f"{total}个年度值中有{count}个末两位为零，像是估计数，请附原始凭证。",
            f"{count} of {total} yearly values end in two zeros and may be estimates; attach the "
            "original record.",
        )


def _is_round(subject: Subject) -> Flags:
    """Return which yearly values end in two zeros at their indicator's decimals."""
    yearly, plan = subject.yearly, subject.plan
    what, where = subject.levels(INDICATOR), subject.position(subject.yearly.row)
    decimals = what.mapped({one.id: float(one.decimals) for one in plan.indicators})[where]
    upper = what.mapped({one.id: one.upper for one in plan.indicators if one.upper is not None})
    scaled = np.rint(yearly.value * 10.0 ** np.nan_to_num(decimals))
    known = ~np.isnan(decimals) & yearly.exact & (yearly.value != upper[where])
    round_: Flags = known & (np.abs(scaled) >= 100) & (scaled % 100 == 0)
    return round_
