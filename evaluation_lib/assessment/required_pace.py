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
    """

    required: float | None
    best: float | None
    last: float | None
    years_left: int

    @property
    def multiple(self) -> float | None:
        """Required pace as a multiple of the best ever seen; None where none is formed."""
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
    return Pace(_required(indicator, progress, years_left), best, last, years_left)


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
