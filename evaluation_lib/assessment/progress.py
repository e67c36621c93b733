"""How far along an indicator is: the arithmetic by kind, applied to an observed series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from evaluation_lib.assessment.keeping import folded, outcome_of
from evaluation_lib.assessment.methods.elapsed_share import ElapsedShare, ElapsedStatus
from evaluation_lib.assessment.methods.elapsed_share import elapsed_share as judge_elapsed_share
from evaluation_lib.observations.series import Observation, Series
from evaluation_lib.plan.model import Basis, CutOffs, Direction, Indicator, Kind

YEARLY_KINDS = (Kind.ANNUAL_FLOW, Kind.MAINTAIN)
CHANGE_KINDS = (Kind.STOCK, Kind.RATE)
STRAIGHT: Mapping[int, float] = {}
"""No milestones: the path from baseline to target is straight."""
_REACHED = (ElapsedStatus.ACHIEVED_EARLY, ElapsedStatus.AHEAD, ElapsedStatus.ON_SCHEDULE)


@dataclass(frozen=True, slots=True)
class YearJudged:
    """One year of the plan against a threshold that every year has to keep.

    Attributes:
        met: None where the value is unknown or only a bound that does not decide it.
        difference: Value minus threshold, in the indicator's unit.
    """

    year: int
    value: float | None
    met: bool | None
    difference: float | None


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an indicator stands in the year of its latest observation.

    Attributes:
        latest: The observation judged, None where the plan period has none.
        stale: Whether it is older than the year under evaluation.
        share: What is done against what is due, in shares.
        status: The class of `share`, after bounds in the data are taken into account.
        reason: Why there is no class, a key of the methods' reasons or of `verdict.REASONS`.
        years: Each year of the plan up to the evaluation year, for kinds judged every year.
        total: Sum since the plan began, for cumulative kinds, in the indicator's unit.
        missing: Years of the plan up to the judged one without a value.
    """

    latest: Observation | None
    stale: bool
    share: ElapsedShare
    status: ElapsedStatus
    reason: str | None
    years: tuple[YearJudged, ...]
    total: float | None
    missing: tuple[int, ...]

    @property
    def breached(self) -> tuple[int, ...]:
        """Years that missed their threshold; they stay on record."""
        return tuple(one.year for one in self.years if one.met is False)


def measure_progress(
    indicator: Indicator,
    series: Series,
    year: int,
    cut_offs: CutOffs,
    milestones: Mapping[int, float] = STRAIGHT,
) -> Progress:
    """Measure how far `indicator` has come by the end of `year`.

    Args:
        indicator: Gives kind, baseline, target and direction.
        series: Observed values, in the indicator's unit.
        year: Last whole year before the as-of date; not after the target year.
        cut_offs: Where one class ends and the next begins.
        milestones: The plan's own value for some years; they replace the straight path.
    """
    until = series.until(year)
    latest = until.latest
    if latest is not None and latest.year <= indicator.baseline_year:
        latest = None
    judged = latest.year if latest is not None else year
    values = {one.year: one.value for one in until.points if one.year > indicator.baseline_year}
    share = judge_elapsed_share(
        kind=indicator.kind,
        baseline_year=indicator.baseline_year,
        baseline=indicator.baseline,
        values={one: folded(indicator, value) for one, value in values.items()},
        year=judged,
        target_year=indicator.target_year,
        target=indicator.target,
        direction=indicator.direction,
        milestones=dict(milestones),
        cut_offs=cut_offs,
    )
    share = _after_basis(indicator, latest, share)
    status, reason = _after_bounds(indicator, until, latest, share)
    due_years = range(indicator.baseline_year + 1, judged + 1)
    return Progress(
        latest=latest,
        stale=latest is not None and latest.year < year,
        share=share,
        status=status,
        reason=reason,
        years=_years(indicator, until, year),
        total=sum(values.values()) if indicator.kind is Kind.CUMULATIVE and values else None,
        missing=tuple(due for due in due_years if due not in values),
    )


def target_path(
    indicator: Indicator, milestones: Mapping[int, float] = STRAIGHT
) -> dict[int, float]:
    """Return the value asked for in each year: the plan's milestone, or else the straight path's.

    Empty without a target, and for kinds that are judged each year on their own. The path of a
    cumulative target is the running total, from zero in the base year.
    """
    if indicator.target is None or indicator.kind in YEARLY_KINDS:
        return {}
    start = 0.0 if indicator.kind is Kind.CUMULATIVE else indicator.baseline
    if start is None:
        return {}
    span = indicator.target_year - indicator.baseline_year
    straight = {
        indicator.baseline_year + step: start + (indicator.target - start) * step / span
        for step in range(span + 1)
    }
    return straight | {year: value for year, value in milestones.items() if year in straight}


def _after_basis(
    indicator: Indicator, latest: Observation | None, share: ElapsedShare
) -> ElapsedShare:
    """Replace the class where the target is no way to be gone: kept up with, or yes or no."""
    if latest is None or indicator.target is None:
        return share
    met = indicator.is_met_by(latest.value)
    if indicator.basis is Basis.RELATIVE_GROWTH:
        status = ElapsedStatus.MET if met else ElapsedStatus.NOT_MET
        return ElapsedShare(float(met), 1.0, status)
    if indicator.basis is Basis.YES_NO and not met and latest.year < indicator.target_year:
        return replace(share, status=ElapsedStatus.NOT_ASSESSABLE, reason="not_due")
    return share


def _after_bounds(
    indicator: Indicator, series: Series, latest: Observation | None, share: ElapsedShare
) -> tuple[ElapsedStatus, str | None]:
    """Withhold a class that a bound in the data does not decide."""
    if share.status is ElapsedStatus.NOT_ASSESSABLE or latest is None:
        return ElapsedStatus.NOT_ASSESSABLE, share.reason
    if series.definition:
        return ElapsedStatus.NOT_ASSESSABLE, "definition_changed"
    if indicator.kind in YEARLY_KINDS:
        return _yearly_status(indicator, series, latest.year, share)
    counted = [one for one in series.points if one.year > indicator.baseline_year]
    if indicator.kind is not Kind.CUMULATIVE:
        counted = [latest]
    if all(one.is_exact for one in counted):
        return share.status, None
    rising = indicator.direction is Direction.HIGHER
    at_least = all(one.is_exact or one.is_lower_bound for one in counted)
    at_most = all(one.is_exact or not one.is_lower_bound for one in counted)
    favourable = at_least if rising else at_most
    decided = share.status in _REACHED if favourable else share.status is ElapsedStatus.WELL_BEHIND
    if decided and at_least != at_most:
        return share.status, None
    return ElapsedStatus.NOT_ASSESSABLE, "bound_undecided"


def _yearly_status(
    indicator: Indicator, series: Series, year: int, share: ElapsedShare
) -> tuple[ElapsedStatus, str | None]:
    due = [one for one in _years(indicator, series, year) if one.year <= year]
    if any(one.met is False for one in due):
        return ElapsedStatus.NOT_MET, None
    if indicator.kind is Kind.ANNUAL_FLOW and any(one.met is None for one in due):
        return ElapsedStatus.NOT_ASSESSABLE, "missing_years"
    if due[-1].met is None:
        return ElapsedStatus.NOT_ASSESSABLE, "bound_undecided"
    return share.status, None


def _years(indicator: Indicator, series: Series, year: int) -> tuple[YearJudged, ...]:
    if indicator.kind not in YEARLY_KINDS:
        return ()
    span = range(indicator.baseline_year + 1, year + 1)
    return tuple(_year(indicator, one, series.at(one)) for one in span)


def _year(indicator: Indicator, year: int, observed: Observation | None) -> YearJudged:
    if observed is None:
        return YearJudged(year, None, None, None)
    if indicator.target is None:
        return YearJudged(year, observed.value, None, None)
    met = outcome_of(indicator, observed)
    difference = folded(indicator, observed.value) - indicator.target
    return YearJudged(year, observed.value, met, difference)
