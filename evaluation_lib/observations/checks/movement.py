"""Rules on how an indicator moves from year to year."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from evaluation_lib.language import Text
from evaluation_lib.observations.checks.registry import Fault, Severity, fault, rule
from evaluation_lib.observations.checks.subject import Flags, Numbers, Subject, Values, Yearly
from evaluation_lib.observations.table import DEFINITION, INDICATOR, JURISDICTION
from evaluation_lib.observations.vintages import is_first, is_last
from evaluation_lib.plan.model import Kind


@rule("falling_stock", severity=Severity.WARNING, zh="存量下降", en="Falling stock")
def find_falling_stocks(subject: Subject) -> Iterator[Fault]:
    """Find year-end stocks below the year before."""
    yearly = subject.yearly
    fell = (yearly.change < 0) & _of_kind(subject, Kind.STOCK)
    for at in np.flatnonzero(fell).tolist():
        year, value, before = yearly.year[at], yearly.value[at], yearly.previous[at]
        yield fault(
            yearly.row[at],
            f"{year}年末{value:g}，低于上年末{before:g}；存量下降须说明原因。",
            f"{value:g} at the end of {year} is below {before:g} a year earlier; a falling stock "
            "needs an explanation.",
        )


@rule("jump", severity=Severity.WARNING, zh="异常跳变", en="Implausible jump")
def find_jumps(subject: Subject) -> Iterator[Fault]:
    """Find values that doubled, or halved, in a year while others moved far less.

    A jump is a change by more than `implausible_change` times the median of the other yearly
    changes of the same indicator in the same jurisdiction, and by more than half the value. Where
    no other change is known, the value before stands in for the median.
    """
    yearly = subject.yearly
    moved = np.flatnonzero(~np.isnan(yearly.change))
    size, before = np.abs(yearly.change[moved]), np.abs(yearly.previous[moved])
    usual = _median_of_others(size, yearly.series[moved])
    usual = np.where(np.isnan(usual), before, usual)
    limit = subject.plan.cut_offs.implausible_change
    for at in moved[(size > before / 2) & (size > limit * usual)]:
        yield Fault(
            int(yearly.row[at]), _jump(yearly.year[at], yearly.previous[at], yearly.value[at])
        )


@rule("unchanged", severity=Severity.NOTE, zh="与上年完全相同", en="Identical to last year")
def find_unchanged(subject: Subject) -> Iterator[Fault]:
    """Find values that repeat last year's, unless the target is to keep them.

    Fewer than three digits repeat by chance, so they are not asked about.
    """
    yearly = subject.yearly
    same = np.flatnonzero((yearly.change == 0) & ~_of_kind(subject, Kind.MAINTAIN))
    for at in same:
        year, value = yearly.year[at], yearly.value[at]
        if len(f"{value:g}".replace(".", "")) > 2:
            yield fault(
                yearly.row[at],
                f"{year}年数值{value:g}与上年完全相同，请确认不是照抄上年。",
                f"{value:g} in {year} equals the year before; confirm it is no copy.",
            )


@rule("missing_year", severity=Severity.WARNING, zh="缺年份", en="Missing year")
def find_missing_years(subject: Subject) -> Iterator[Fault]:
    """Find years without a value between two years of the plan period that have one."""
    plan, yearly = subject.plan, subject.yearly
    inside = np.flatnonzero((yearly.year >= plan.baseline_year) & (yearly.year <= plan.end))
    order = inside[np.lexsort((yearly.year[inside], yearly.group[inside]))]
    group, year = yearly.group[order], yearly.year[order]
    skipped = np.flatnonzero((group[1:] == group[:-1]) & (np.diff(year) > 1))
    for at in skipped:
        missing = range(year[at] + 1, year[at + 1])
        yield fault(
            yearly.row[order[at + 1]],
            f"缺{'、'.join(map(str, missing))}年数值。",
            f"No value for {', '.join(map(str, missing))}.",
        )


@rule("definition_break", severity=Severity.WARNING, zh="统计口径变更", en="Definition changed")
def find_definition_breaks(subject: Subject) -> Iterator[Fault]:
    """Find years from which an indicator is counted otherwise than before."""
    yearly = subject.yearly
    order = np.lexsort((yearly.series, yearly.year, yearly.group))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    for at in np.flatnonzero(is_first(yearly.series) & _is_later(yearly)).tolist():
        before = _row_before(yearly, order, place, at)
        if before is None:
            continue
        row, year = int(yearly.row[at]), yearly.year[at]
        new = subject.text(DEFINITION, row)
        old = subject.text(DEFINITION, int(yearly.row[before]))
        yield fault(
            row,
            f"自{year}年起统计口径由{_named(old)[0]}改为{_named(new)[0]}，前后不可比，不跨口径计算增长。",
            f"From {year} on the definition is {_named(new)[1]}, before it was {_named(old)[1]}; "
            "no growth is computed across the break.",
        )


@rule("stale", severity=Severity.NOTE, zh="数据陈旧", en="Stale value")
def find_stale(subject: Subject) -> Iterator[Fault]:
    """Find indicators whose last year lies before that of half the others in the same place."""
    known = subject.levels(INDICATOR).are(one.id for one in subject.plan.indicators)
    yearly = subject.yearly
    chosen = known[subject.position(yearly.row)]
    order = np.lexsort((yearly.year, yearly.group))
    order = order[chosen[order]]
    ends = order[is_last(yearly.group[order])]
    place = subject.levels(JURISDICTION).codes[subject.position(yearly.row[ends])]
    usual = _upper_median(yearly.year[ends], place)
    for at, reached in zip(ends, usual, strict=True):
        if yearly.year[at] < reached:
            yield fault(
                yearly.row[at],
                f"最新年度值是{yearly.year[at]}年，同地区其他指标多已有{reached}年数值。",
                f"The last year known is {yearly.year[at]}; most others here reach {reached}.",
            )


def _of_kind(subject: Subject, kind: Kind) -> Flags:
    """Return which yearly values belong to an indicator of `kind`."""
    of_kind = subject.levels(INDICATOR).are(
        one.id for one in subject.plan.indicators if one.kind is kind
    )
    flags: Flags = of_kind[subject.position(subject.yearly.row)]
    return flags


def _median_of_others(size: Values, group: Numbers) -> Values:
    """Return for each value the median of the others in its group, NaN where it is alone."""
    order = np.lexsort((size, group))
    ranked = size[order]
    first = np.flatnonzero(is_first(group[order]))
    count = np.diff(np.append(first, len(order)))
    start, many = np.repeat(first, count), np.repeat(count, count) - 1
    rank = np.arange(len(order)) - start
    low, high = np.maximum(many - 1, 0) // 2, many // 2
    # Left out of the ranking, a value moves every later one up by a place.
    low = np.minimum(low + (low >= rank), many)
    high = np.minimum(high + (high >= rank), many)
    median = np.full(len(order), np.nan)
    median[order] = np.where(many > 0, (ranked[start + low] + ranked[start + high]) / 2, np.nan)
    return median


def _upper_median(year: Numbers, place: Numbers) -> Numbers:
    """Return for each entry the year that at least half the entries of its place reach."""
    order = np.lexsort((year, place))
    first = np.flatnonzero(is_first(place[order]))
    count = np.diff(np.append(first, len(order)))
    reached = np.empty(len(order), dtype=np.int64)
    reached[order] = np.repeat(year[order][first + count // 2], count) if len(order) else 0
    return reached


def _is_later(yearly: Yearly) -> Flags:
    """Return which values lie after the first year of their group."""
    starts = np.full(int(yearly.group.max(initial=0)) + 1, np.iinfo(np.int64).max)
    np.minimum.at(starts, yearly.group, yearly.year)
    later: Flags = yearly.year > starts[yearly.group]
    return later


def _row_before(yearly: Yearly, order: Numbers, place: Numbers, at: int) -> int | None:
    """Return the last value of the group in an earlier year than that of `at`, None for none."""
    for earlier in order[: place[at]][::-1]:
        if yearly.group[earlier] != yearly.group[at]:
            return None
        if yearly.year[earlier] < yearly.year[at]:
            return int(earlier)
    return None


def _named(definition: str) -> tuple[str, str]:
    return (f"“{definition}”", repr(definition)) if definition else ("规划口径", "the plan's own")


def _jump(year: int, before: float, after: float) -> Text:
    percent = f"（{(after / before - 1) * 100:+.0f}%）" if before else ""
    return Text(
        f"{year}年由{before:g}变为{after:g}{percent}，变动异常，须先核实再采信。",
        f"From {before:g} to {after:g} in {year}: implausible, to be verified before it is relied "
        "on.",
    )
