"""What is known of a year that is not over: its first months, and what they were worth before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evaluation_lib.observations.period import Period, parse_period
from evaluation_lib.observations.series import Observation, Series
from evaluation_lib.plan.model import PeriodRule

MONTHS = 12


@dataclass(frozen=True, slots=True)
class YearUnderWay:
    """The known first months of a year without a yearly value.

    Attributes:
        year: Calendar year.
        months: Months from January on that are known, 1 to 11; 0 where the year's first months
            are not, and then only `least` is.
        known: What the rule makes of them, in the indicator's unit: their sum, their mean, or the
            value at their end. 0 without months.
        shares: The same of earlier years over the value of the whole year, by year; no unit.
        least: What is certain of a sum of values that cannot be negative: the largest total of
            parts that do not overlap, lower bounds among them. None for other rules.
    """

    year: int
    months: int
    known: float
    shares: Mapping[int, float]
    least: float | None


def years_under_way(
    series: Series, rule: PeriodRule, *, never_negative: bool
) -> tuple[YearUnderWay, ...]:
    """Return what is known of each year after the last yearly value, oldest first.

    Args:
        series: Yearly values and the observations of parts of years.
        rule: How a year's value follows from its parts.
        never_negative: Whether no part can be below zero.
    """
    last = series.points[-1].year if series.points else None
    found = []
    for year in sorted({one.year for one in series.parts}):
        if last is not None and year <= last:
            continue
        parts = _of_year(series.parts, year)
        least = _least(parts) if rule is PeriodRule.SUM and never_negative else None
        known = _first_months(parts, rule)
        months = max(known, default=0)
        if months or least is not None:
            shares = _shares(series, rule, months) if months else {}
            found.append(YearUnderWay(year, months, known.get(months, 0.0), shares, least))
    return tuple(found)


def _of_year(parts: Iterable[Observation], year: int) -> list[tuple[Period, Observation]]:
    return [(parse_period(one.period), one) for one in parts if one.year == year]


def _shares(series: Series, rule: PeriodRule, months: int) -> dict[int, float]:
    """Return the share of the first `months` in each earlier year that shows one."""
    shares = {}
    for one in series.points:
        known = _first_months(_of_year(series.within, one.year), rule)
        if one.is_exact and one.value != 0 and months in known:
            shares[one.year] = known[months] / one.value
    return shares


def _first_months(
    parts: Iterable[tuple[Period, Observation]], rule: PeriodRule
) -> dict[int, float]:
    """Return the value of January to each month that exact parts determine, by that month.

    A running total, where there is one, is preferred to the sum of its months.
    """
    exact = [(period, one.value) for period, one in parts if one.is_exact]
    if rule is PeriodRule.END:
        ends = sorted((period.end, value) for period, value in exact if period.closes_a_month)
        return {end.month: value for end, value in ends if end.month < MONTHS}
    sums = {0: 0.0}
    for period, value in sorted(exact, key=lambda pair: (pair[0].end, pair[0].start)):
        before = period.start.month - 1
        if period.months and before in sums:
            amount = value * period.months if rule is PeriodRule.MEAN else value
            sums.setdefault(period.end.month, sums[before] + amount)
    return {
        month: total / month if rule is PeriodRule.MEAN else total
        for month, total in sums.items()
        if 0 < month < MONTHS
    }


def _least(parts: Iterable[tuple[Period, Observation]]) -> float | None:
    """Return the largest total of parts that do not overlap, None where they show nothing."""
    at_least = [
        (period, one.value)
        for period, one in parts
        if period.months and (one.is_exact or one.is_lower_bound)
    ]
    best = [0.0] * (MONTHS + 1)
    for month in range(1, MONTHS + 1):
        ending = [
            best[period.start.month - 1] + value
            for period, value in at_least
            if period.end.month == month
        ]
        best[month] = max([best[month - 1], *ending])
    return best[-1] or None
