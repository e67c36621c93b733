"""The divisions below the plan's own side by side: values, sums, ranks, and their own targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from evaluation_lib.assessment.judging import Terms, assess_all, forecast_places
from evaluation_lib.assessment.target_shapes import shape_targets
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.observations.checks.totals import SUM_TOLERANCE, adds_up
from evaluation_lib.observations.series import Observation, Series, annual_series
from evaluation_lib.plan.model import Direction, Indicator, Plan


@dataclass(frozen=True, slots=True)
class Division:
    """One division in one indicator.

    Attributes:
        series: Yearly values up to the evaluation year.
        compared: Value of the year compared; None where it has none.
        rank: 1 is best, values equal as printed share one; None for a bound or no value.
        change: Since the year before, in the indicator's unit; None without two exact values.
        growth: The same as a share of the year before; None for rates, and where that is not
            positive.
        assessment: Judged by its own target; None where the plan sets none for it.
    """

    jurisdiction: str
    series: Series
    compared: Observation | None
    rank: int | None
    change: float | None
    growth: float | None
    assessment: Assessment | None


@dataclass(frozen=True, slots=True)
class DividedIndicator:
    """One indicator in all divisions and in the whole.

    Attributes:
        indicator: As the plan promises it for its own jurisdiction.
        year: Latest year that more than half of the divisions with any value know.
        whole: Yearly values of the plan's own jurisdiction up to the evaluation year.
        is_summed: Whether the divisions add up to the whole.
        total: Sum of the exact values of `year`; None where nothing is summed.
        covered: Number of divisions with an exact value in `year`.
        divisions: In the order of the plan.
    """

    indicator: Indicator
    year: int
    whole: Series
    is_summed: bool
    total: float | None
    covered: int
    divisions: tuple[Division, ...]

    @property
    def difference(self) -> float | None:
        """Whole minus sum, in the indicator's unit; None where either is not known exactly."""
        own = self.whole.at(self.year)
        if self.total is None or own is None or not own.is_exact:
            return None
        return own.value - self.total

    @property
    def closes(self) -> bool | None:
        """Whether the sum agrees with the whole within half a percent.

        Where divisions are missing only a sum beyond the whole is a contradiction; otherwise
        nothing follows, and this is None.
        """
        difference, total = self.difference, self.total
        if difference is None or total is None:
            return None
        margin = SUM_TOLERANCE * max(abs(total), abs(total + difference))
        if self.covered < len(self.divisions):
            return False if -difference > margin else None
        return abs(difference) <= margin


def compare_divisions(
    rows: pd.DataFrame, plan: Plan, own: Mapping[str, Series], year: int, terms: Terms
) -> tuple[DividedIndicator, ...]:
    """Set the divisions below the plan's own side by side, for each indicator any of them knows.

    Args:
        rows: Sound observations with one row for each period, all jurisdictions.
        plan: In force on the as-of date.
        own: Series of the plan's own jurisdiction by indicator id.
        year: Last whole year before the as-of date.
        terms: Those on which the whole is judged.
    """
    codes = plan.parts
    series = {code: annual_series(rows, plan, code) for code in codes}
    judged = {code: _judged(plan, code, series[code], terms) for code in codes}
    found = []
    for indicator in plan.indicators:
        known = {code: _of_the_plan(series[code][indicator.id].until(year), plan) for code in codes}
        if any(one.points for one in known.values()):
            verdicts = {code: judged[code].get(indicator.id) for code in codes}
            found.append(_divided(indicator, own[indicator.id].until(year), known, verdicts))
    return tuple(found)


def ranks(values: Sequence[float | None], direction: Direction) -> list[int | None]:
    """Return the rank of each value, 1 being the best; equal values share the better rank."""
    known = [value for value in values if value is not None]
    higher = direction == Direction.HIGHER
    return [
        None
        if value is None
        else 1 + sum(other > value if higher else other < value for other in known)
        for value in values
    ]


def _of_the_plan(series: Series, plan: Plan) -> Series:
    """Leave out what was before the base year."""
    kept = tuple(one for one in series.points if one.year >= plan.baseline_year)
    return Series(series.indicator, series.jurisdiction, kept)


def _judged(
    plan: Plan, code: str, series: Mapping[str, Series], terms: Terms
) -> dict[str, Assessment]:
    """Judge what the plan breaks down to `code`, exactly as its own report does."""
    asked = {one.indicator for one in plan.county_targets if one.jurisdiction == code}
    if not asked:
        return {}
    promised = plan.promised_to(code).indicators
    shaped = shape_targets([one for one in promised if one.id in asked], series, {})
    found = assess_all(shaped, forecast_places([shaped], terms)[0], terms)
    return {one.indicator.id: one for one in found}


def _divided(
    indicator: Indicator,
    whole: Series,
    known: Mapping[str, Series],
    verdicts: Mapping[str, Assessment | None],
) -> DividedIndicator:
    year = _year_compared(known.values())
    exact = {code: _exact(series, year) for code, series in known.items()}
    # A reader who sees two equal numbers must not find them ranked apart.
    printed = [one if one is None else round(one, indicator.decimals) for one in exact.values()]
    ranked = ranks(printed, indicator.direction)
    divisions = []
    for (code, series), rank in zip(known.items(), ranked, strict=True):
        value, before = exact[code], _exact(series, year - 1)
        change = None if value is None or before is None else value - before
        grows = change is not None and before is not None and before > 0 and indicator.unit != "%"
        divisions.append(
            Division(
                jurisdiction=code,
                series=series,
                compared=series.at(year),
                rank=rank,
                change=change,
                growth=change / before if grows and change is not None and before else None,
                assessment=verdicts[code],
            )
        )
    values = [one for one in exact.values() if one is not None]
    is_summed = adds_up(indicator)
    total = round(sum(values), 10) if is_summed and values else None
    return DividedIndicator(indicator, year, whole, is_summed, total, len(values), tuple(divisions))


def _year_compared(known: Iterable[Series]) -> int:
    """Return the latest year that more than half know; of all the best-known, the latest."""
    series = [one for one in known if one.points]
    counts = Counter(year for one in series for year in one.values())
    most = [year for year, count in counts.items() if 2 * count > len(series)]
    return max(most) if most else max(counts, key=lambda year: (counts[year], year))


def _exact(series: Series, year: int) -> float | None:
    found = series.at(year)
    return found.value if found is not None and found.is_exact else None
