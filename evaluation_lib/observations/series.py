"""Yearly values of one indicator in one jurisdiction, each with its origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from evaluation_lib.observations import table as columns
from evaluation_lib.observations.period import Period, parse_period
from evaluation_lib.observations.table import Comparator, Evidence, Status
from evaluation_lib.plan.model import Indicator, PeriodRule, Plan

_PARTS_OF_A_YEAR = {1: 12, 3: 4, 6: 2}  # months in a part: parts in a year


@dataclass(frozen=True, slots=True)
class Observation:
    """One observed value with its whole origin; `value` in the indicator's unit.

    Attributes:
        period: As in the observation table.
        year: Calendar year in which the period ends.
        comparator: How the value stands to the truth; `>=` and `>` are lower bounds.
        raw: As written in the source.
    """

    period: str
    year: int
    value: float
    comparator: str
    status: str
    published_on: str
    evidence: str
    source: str
    cell: str
    raw: str
    definition: str = ""

    @property
    def is_exact(self) -> bool:
        """Whether the value stands for itself rather than for a bound."""
        return self.comparator in (Comparator.EQUAL, Comparator.ABOUT)

    @property
    def is_lower_bound(self) -> bool:
        """Whether the truth is at least `value`."""
        return self.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN)


@dataclass(frozen=True, slots=True)
class Series:
    """Observed yearly values of one indicator, in the indicator's own unit.

    Attributes:
        points: One observation a year, years strictly rising.
        parts: Observations of parts of years that have no yearly value, in time order.
        within: The same of years that have one; they show how a year is spread over its months.
        broken_after: Last year of an earlier definition whose values were dropped, None if none.
    """

    indicator: str
    jurisdiction: str
    points: tuple[Observation, ...]
    parts: tuple[Observation, ...] = ()
    broken_after: int | None = None
    within: tuple[Observation, ...] = ()

    def __post_init__(self) -> None:
        """Check that the years rise."""
        years = [one.year for one in self.points]
        if years != sorted(set(years)):
            raise ValueError(f"{self.indicator}: years must rise, got {years}")

    @property
    def latest(self) -> Observation | None:
        """The last yearly observation, None where there is none."""
        return self.points[-1] if self.points else None

    @property
    def definition(self) -> str:
        """Statistical definition of the values; blank is the plan's own."""
        return self.points[-1].definition if self.points else ""

    def until(self, year: int) -> Series:
        """Return the part of the series up to and including `year`."""
        return replace(
            self,
            points=tuple(one for one in self.points if one.year <= year),
            parts=tuple(one for one in self.parts if one.year <= year + 1),
            within=tuple(one for one in self.within if one.year <= year),
        )

    def values(self) -> dict[int, float]:
        """Return the value of each year, bounds included."""
        return {one.year: one.value for one in self.points}

    def at(self, year: int) -> Observation | None:
        """Return the observation of `year`, None where there is none."""
        return next((one for one in self.points if one.year == year), None)

    def history(self) -> NDArray[np.float64]:
        """Return the values of consecutive years, NaN where none or only a bound is known.

        Shape ``(last year - first year + 1,)``, in the indicator's unit; empty without points.
        """
        exact = [one for one in self.points if one.is_exact]
        if not exact:
            return np.empty(0)
        history = np.full(exact[-1].year - exact[0].year + 1, np.nan)
        for one in exact:
            history[one.year - exact[0].year] = one.value
        return history


def annual_series(rows: pd.DataFrame, plan: Plan, jurisdiction: str) -> dict[str, Series]:
    """Return the yearly series of each indicator of `plan` in `jurisdiction`.

    Args:
        rows: Observation table with one row for each period, as `vintages.latest` leaves it.
        plan: Gives the baselines, which stand as the plan prints them.
        jurisdiction: GB/T 2260 code.

    Returns:
        A series for every indicator, also where nothing was observed.
    """
    here = rows[rows[columns.JURISDICTION] == jurisdiction]
    observed: dict[str, list[Observation]] = {one.id: [] for one in plan.indicators}
    for row in here[here[columns.INDICATOR].isin(observed)].to_dict("records"):
        observed[row[columns.INDICATOR]].append(_observation(row))
    baselines = plan if jurisdiction == plan.jurisdiction else None
    return {
        one.id: _series(one, jurisdiction, observed[one.id], baselines) for one in plan.indicators
    }


def measured_series(rows: pd.DataFrame, key: str, rule: PeriodRule, jurisdiction: str) -> Series:
    """Return the yearly series of a quantity the plan promises nothing of, such as a denominator.

    Args:
        rows: As for `annual_series`.
        key: Id of a measure.
        rule: How a year's value follows from its parts.
        jurisdiction: GB/T 2260 code.
    """
    here = rows[(rows[columns.JURISDICTION] == jurisdiction) & (rows[columns.INDICATOR] == key)]
    kept, broken_after = _one_definition([_observation(row) for row in here.to_dict("records")])
    points, parts, within = _yearly(kept, rule)
    return Series(key, jurisdiction, points, parts, broken_after, within)


def _series(
    indicator: Indicator, jurisdiction: str, observed: list[Observation], plan: Plan | None
) -> Series:
    if plan is not None and indicator.baseline is not None:
        observed = [one for one in observed if not _is_year(one, indicator.baseline_year)]
        observed.append(_baseline(indicator, plan))
    kept, broken_after = _one_definition(observed)
    points, parts, within = _yearly(kept, indicator.period_rule)
    return Series(indicator.id, jurisdiction, points, parts, broken_after, within)


def _observation(row: Mapping[Any, Any]) -> Observation:
    period = str(row[columns.PERIOD])
    return Observation(
        period=period,
        year=parse_period(period).year,
        value=float(row[columns.VALUE]),
        comparator=str(row[columns.COMPARATOR]),
        status=str(row[columns.STATUS]),
        published_on=str(row[columns.PUBLISHED_ON]),
        evidence=str(row[columns.EVIDENCE]),
        source=str(row[columns.SOURCE]),
        cell=str(row[columns.CELL]),
        raw=str(row[columns.RAW]),
        definition=str(row[columns.DEFINITION]),
    )


def _baseline(indicator: Indicator, plan: Plan) -> Observation:
    return Observation(
        period=str(indicator.baseline_year),
        year=indicator.baseline_year,
        value=float(indicator.baseline or 0.0),
        comparator=Comparator.EQUAL,
        status=Status.FINAL,
        published_on="",
        evidence=Evidence.A,
        source=plan.sources[0].id if plan.sources else plan.id,
        cell=f"line {indicator.line}" if indicator.line else "",
        raw="",
    )


def _is_year(one: Observation, year: int) -> bool:
    return one.year == year and parse_period(one.period).is_annual


def _one_definition(observed: list[Observation]) -> tuple[list[Observation], int | None]:
    """Keep the definition in force last; the plan's own wins where both speak of that year."""
    if len({one.definition for one in observed}) <= 1:
        return observed, None
    last_year = max(one.year for one in observed)
    last = {one.definition for one in observed if one.year == last_year}
    definition = "" if "" in last else max(last)
    dropped = [one.year for one in observed if one.definition != definition]
    kept = [one for one in observed if one.definition == definition]
    earlier = [year for year in dropped if year < min(one.year for one in kept)]
    return kept, max(earlier) if earlier else None


def _yearly(
    observed: Iterable[Observation], rule: PeriodRule
) -> tuple[tuple[Observation, ...], tuple[Observation, ...], tuple[Observation, ...]]:
    """Return the yearly values, the parts of years without one, and those of years with one."""
    points: dict[int, Observation] = {}
    partial: dict[int, list[tuple[Period, Observation]]] = {}
    for one in observed:
        period = parse_period(one.period)
        if period.is_annual:
            points[one.year] = one
        elif period.is_within_a_year:
            partial.setdefault(one.year, []).append((period, one))
    parts: list[Observation] = []
    within: list[Observation] = []
    for year in sorted(partial):
        whole = points.get(year) or _whole_year(year, partial[year], rule)
        if whole is not None:
            points[year] = whole
        inside = sorted(partial[year], key=lambda pair: pair[0].end)
        (parts if whole is None else within).extend(one for _, one in inside)
    return tuple(points[year] for year in sorted(points)), tuple(parts), tuple(within)


def _whole_year(
    year: int, partial: Sequence[tuple[Period, Observation]], rule: PeriodRule
) -> Observation | None:
    """Return the year's value if its parts determine it by `rule`, else None."""
    if rule is PeriodRule.END:
        closing = [one for period, one in partial if (period.end.month, period.end.day) == (12, 31)]
        return replace(closing[0], period=str(year)) if closing else None
    for months, count in _PARTS_OF_A_YEAR.items():
        same = [
            one
            for period, one in partial
            if period.months == months and (one.is_exact or one.is_lower_bound)
        ]
        if len(same) == count:
            return _combined(year, same, rule)
    return None


def _combined(year: int, same: Sequence[Observation], rule: PeriodRule) -> Observation:
    total = sum(one.value for one in same)
    exact = all(one.is_exact for one in same)
    return Observation(
        period=str(year),
        year=year,
        value=total if rule is PeriodRule.SUM else total / len(same),
        comparator=Comparator.EQUAL if exact else Comparator.AT_LEAST,
        status=max((Status(one.status) for one in same), key=list(Status).index),
        published_on=max(one.published_on for one in same),
        evidence=max(one.evidence for one in same),
        source=same[-1].source,
        cell="; ".join(one.cell for one in same if one.cell),
        raw=" + ".join(f"{one.value:g}" for one in same),
        definition=same[-1].definition,
    )
