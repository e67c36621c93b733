"""How fast an indicator must still move, beside how fast it ever moved. No model is needed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from evaluation_lib.assessment.progress import YEARLY_KINDS, Progress
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import Direction, Indicator, Kind


@dataclass(frozen=True, slots=True)
class Pace:
    """Yearly change still needed and yearly changes seen, in the indicator's unit a year.

    Attributes:
        required: Change needed in each remaining year; 0 once the target is reached; the yearly
            threshold for kinds judged every year. None without target, value or remaining year.
        best: Best yearly change (or yearly flow) ever seen, None where no two years follow.
        last: The last one.
        years_left: Years between the latest observation and the target year.
        latest_reachable_year: Last observed year, the base year included, from whose end the best
            pace still led to the target; None where no year's did, or there is no best pace.
    """

    required: float | None
    best: float | None
    last: float | None
    years_left: int
    latest_reachable_year: int | None = None

    @property
    def multiple(self) -> float | None:
        """Required pace as a multiple of the best ever seen; None where none is formed.

        Above 1 the indicator would have to catch up faster than it ever moved.
        """
        if self.required is None or self.best is None or self.best * self.required <= 0:
            return None
        return self.required / self.best


def required_pace(indicator: Indicator, series: Series, progress: Progress) -> Pace:
    """Return what `indicator` still needs each year to keep its target."""
    steps = yearly_steps(indicator, series)
    best = None
    if steps:
        pick = max if indicator.direction is Direction.HIGHER else min
        best = pick(steps.values())
    last = steps[max(steps)] if steps else None
    reached = progress.latest.year if progress.latest else indicator.baseline_year
    years_left = indicator.target_year - reached
    return Pace(
        _required(indicator, progress, years_left),
        best,
        last,
        years_left,
        _latest_reachable_year(indicator, series, best),
    )


def yearly_steps(indicator: Indicator, series: Series) -> dict[int, float]:
    """Return what each year added: its change, or its own value where years are flows.

    Only years that follow a known year have a change; bounds have none.
    """
    exact = {one.year: one.value for one in series.points if one.is_exact}
    if indicator.kind in (*YEARLY_KINDS, Kind.CUMULATIVE):
        return exact
    return {
        year: _difference(exact[year], exact[year - 1])
        for year in sorted(exact)
        if year - 1 in exact
    }


def _difference(later: float, earlier: float) -> float:
    """Subtract as a reader does on paper: 35.4 - 32.45 is 2.95, not 2.9499999999999957."""
    return float(Decimal(repr(later)) - Decimal(repr(earlier)))


def _required(indicator: Indicator, progress: Progress, years_left: int) -> float | None:
    if indicator.target is None or years_left <= 0:
        return None
    if indicator.kind in YEARLY_KINDS:
        return indicator.target
    done = progress.total if indicator.kind is Kind.CUMULATIVE else None
    if done is None and progress.latest is not None and indicator.kind is not Kind.CUMULATIVE:
        done = progress.latest.value
    if done is None:
        return None
    needed = _difference(indicator.target, done) / years_left
    return max(needed, 0.0) if indicator.direction is Direction.HIGHER else min(needed, 0.0)


def _latest_reachable_year(indicator: Indicator, series: Series, best: float | None) -> int | None:
    """Return the last year whose value plus the best pace in each year left met the target."""
    if best is None or indicator.target is None or indicator.kind in YEARLY_KINDS:
        return None
    target, pace = Decimal(repr(indicator.target)), Decimal(repr(best))
    rising = indicator.direction is Direction.HIGHER
    reachable = [
        year
        for year, level in _levels(indicator, series).items()
        if (ahead := level + pace * (indicator.target_year - year)) == target
        or (ahead > target) == rising
    ]
    return max(reachable, default=None)


def _levels(indicator: Indicator, series: Series) -> dict[int, Decimal]:
    """Return where the indicator stood at the end of each known year from the base year on.

    A running total ends at the first year that is missing or only bounded.
    """
    start, finish = indicator.baseline_year, indicator.target_year
    exact = {one.year: Decimal(repr(one.value)) for one in series.points if one.is_exact}
    if indicator.kind is not Kind.CUMULATIVE:
        return {year: value for year, value in exact.items() if start <= year <= finish}
    levels = {start: Decimal(0)}
    for year in range(start + 1, finish + 1):
        if year not in exact:
            break
        levels[year] = levels[year - 1] + exact[year]
    return levels
