"""Rules on the parts of a year: quarters, months and running totals against the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from evaluation_lib.language import Text
from evaluation_lib.observations.checks.registry import Fault, Severity, fault, rule
from evaluation_lib.observations.checks.subject import Flags, Numbers, Subject, Values
from evaluation_lib.observations.table import DEFINITION, INDICATOR, JURISDICTION, PERIOD
from evaluation_lib.observations.vintages import is_first, joined
from evaluation_lib.plan.model import PeriodRule

_TOLERANCE = 0.005  # half a percent: twelve months rounded to the plan's decimals
_LENGTHS = {6: Text("半年", "half-year"), 3: Text("季度", "quarterly"), 1: Text("月度", "monthly")}


@dataclass(frozen=True, slots=True)
class _Years:
    """The exact values of each year that has parts, by jurisdiction, indicator and definition.

    Attributes:
        whole: The year's own value, NaN if unknown. Shape ``(y,)``.
        row: Label of its row, or of the last part known. Shape ``(y,)``.
        parts: Values of the parts by their months, NaN if unknown. Shapes ``(y, 2)``, ``(y, 4)``
            and ``(y, 12)``.
        running: Value from January to the end of each month. Shape ``(y, 12)``.
        closing: Value of the part that ends with the year. Shape ``(y,)``.
        sums: Whether a year is the sum of its parts, and not their last. Shape ``(y,)``.
        rising: Whether the quantity cannot be negative, so that totals only rise. Shape ``(y,)``.
    """

    whole: Values
    row: Numbers
    parts: dict[int, Values]
    running: Values
    closing: Values
    sums: Flags
    rising: Flags


@rule(
    "cumulative_parts",
    severity=Severity.WARNING,
    zh="分期数疑为累计数",
    en="Running totals entered as parts",
)
def find_running_totals_as_parts(subject: Subject) -> Iterator[Fault]:
    """Find quarters or months that only rise and end at the year's value: they are totals."""
    years = subject.once(_years)
    for months, told in _are_totals(years).items():
        for at in np.flatnonzero(told).tolist():
            name, last = _LENGTHS[months], years.parts[months][at, -1]
            yield fault(
                years.row[at],
                f"各{name.zh}数逐期上升，末期{last:g}等于全年数，疑为累计数误作当期数。",
                f"The {name.en} values only rise and end at the year's {last:g}: they look like "
                "running totals, not parts.",
            )


@rule("mixed_periods", severity=Severity.WARNING, zh="年度数与分期数不符", en="Year ≠ its parts")
def find_mixed_periods(subject: Subject) -> Iterator[Fault]:
    """Find years that differ from their parts by more than half a percent.

    A flow is held against the sum of its half-years, quarters or months and against running
    totals, a year-end value against the part that ends with the year.
    """
    years = subject.once(_years)
    totals = _are_totals(years)
    told = np.zeros(len(years.whole), dtype=np.bool_)
    for months, name in _LENGTHS.items():
        total = years.parts[months].sum(axis=1)
        off = years.sums & ~totals[months] & ~told & _differ(total, years.whole)
        told |= off
        for at in np.flatnonzero(off).tolist():
            yield _unequal(years, at, f"各{name.zh}合计", f"the {name.en} values sum to", total[at])
    off = ~years.sums & _differ(years.closing, years.whole)
    for at in np.flatnonzero(off).tolist():
        yield _unequal(years, at, "年末一期为", "the part that ends the year is", years.closing[at])
    yield from _running(years, told)


def _running(years: _Years, told: Flags) -> Iterator[Fault]:
    """Yield running totals that fall or that exceed the year."""
    filled = np.fmax.accumulate(np.nan_to_num(years.running, nan=-np.inf), axis=1)
    highest = filled[:, -1]
    asked = years.sums & years.rising & ~told
    over = asked & (highest > years.whole * (1 + _TOLERANCE))
    for at in np.flatnonzero(over).tolist():
        yield _unequal(years, at, "累计数已达", "a running total reaches", highest[at])
    fell = asked & ~over & (years.running < filled * (1 - _TOLERANCE)).any(axis=1)
    for at in np.flatnonzero(fell).tolist():
        yield fault(
            years.row[at],
            f"当年累计数先升后降（曾达{highest[at]:g}），累计数不应减少。",
            f"The running totals of the year fall after {highest[at]:g}; a total cannot fall.",
        )


def _unequal(years: _Years, at: int, zh: str, en: str, found: float) -> Fault:
    whole = years.whole[at]
    return fault(
        years.row[at],
        f"{zh}{found:g}，与全年数{whole:g}不符，差{found - whole:+g}。",
        f"The year is {whole:g}, but {en} {found:g} ({found - whole:+g}).",
    )


def _are_totals(years: _Years) -> dict[int, Flags]:
    """Return by months which years have parts that only rise and end at the year's value."""
    return {
        months: years.sums
        & (np.diff(parts, axis=1) > 0).all(axis=1)
        & (parts[:, 0] > 0)
        & ~_differ(parts[:, -1], years.whole)
        & ~np.isnan(years.whole)
        for months, parts in years.parts.items()
    }


def _differ(found: Values, whole: Values) -> Flags:
    """Return where both are known and lie more than the tolerance apart."""
    far: Flags = np.abs(found - whole) > _TOLERANCE * np.maximum(np.abs(found), np.abs(whole))
    return far


def _years(subject: Subject) -> _Years:
    """Return the years that have parts, with every value in its place."""
    known = subject.quantities
    what = subject.levels(INDICATOR)
    inside = np.array([one.start.year == one.end.year for one in subject.periods], dtype=np.bool_)
    at = subject.latest
    at = at[(subject.exact & what.are(known) & inside[subject.levels(PERIOD).codes])[at]]
    names = (JURISDICTION, INDICATOR, DEFINITION)
    keyed = joined(*(subject.levels(name).codes[at] for name in names), subject.year[at])
    order = np.argsort(keyed, kind="stable")
    at, keyed = at[order], keyed[order]
    line = np.cumsum(is_first(keyed)) - 1
    has_parts = np.bincount(line, weights=~subject.is_annual[at]) > 0
    at, keyed = at[has_parts[line]], keyed[has_parts[line]]
    line = np.cumsum(is_first(keyed)) - 1
    start, months, ends_year = _shapes(subject, at)
    value, count = subject.value[at], int(line.max(initial=-1)) + 1
    annual = (months == 12) & (start == 1)
    whole, closing = np.full(count, np.nan), np.full(count, np.nan)
    row = np.zeros(count, dtype=np.int64)
    row[line], row[line[annual]] = subject.row[at], subject.row[at[annual]]
    whole[line[annual]] = value[annual]
    closing[line[ends_year & ~annual]] = value[ends_year & ~annual]
    parts = {length: np.full((count, 12 // length), np.nan) for length in _LENGTHS}
    for length, values in parts.items():
        one = (months == length) & ((start - 1) % length == 0)
        values[line[one], (start[one] - 1) // length] = value[one]
    running = np.full((count, 12), np.nan)
    one = (start == 1) & (months > 0)
    running[line[one], months[one] - 1] = value[one]
    kinds = {key: float(one.period_rule is PeriodRule.SUM) for key, one in known.items()}
    ends = {key: float(one.period_rule is PeriodRule.END) for key, one in known.items()}
    floors = {key: one.lower for key, one in known.items() if one.lower is not None}
    sums, rising = np.zeros(count, dtype=np.bool_), np.zeros(count, dtype=np.bool_)
    sums[line] = what.mapped(kinds)[at] == 1
    rising[line] = what.mapped(floors)[at] >= 0
    stock = np.zeros(count, dtype=np.bool_)
    stock[line] = what.mapped(ends)[at] == 1
    closing[~stock] = np.nan
    return _Years(whole, row, parts, running, closing, sums, rising)


def _shapes(subject: Subject, at: Numbers) -> tuple[Numbers, Numbers, Flags]:
    """Return first month, length in months and whether the year ends with it, by row."""
    codes = subject.levels(PERIOD).codes[at]
    start = np.array([one.start.month for one in subject.periods], dtype=np.int64)
    months = np.array([one.months for one in subject.periods], dtype=np.int64)
    last = np.array(
        [(one.end.month, one.end.day) == (12, 31) for one in subject.periods], dtype=np.bool_
    )
    return start[codes], months[codes], last[codes]
