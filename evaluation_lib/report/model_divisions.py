"""What the report carries of the divisions below the plan's own, side by side."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact
from evaluation_lib.report.model_indicator import ObservationFact, TargetFact


class DivisionFact(Fact):
    """One division in one indicator; values in the indicator's unit.

    Attributes:
        values: Yearly values known on the day.
        rank: 1 is best, equal values share one; None for a bound or no value.
        change: Since the year before the one compared.
        growth: The same as a share of the year before; None for rates.
        baseline: Of the division's own target; None where the plan gives none.
        target: The division's own; None where the plan breaks nothing down to it.
        progress: Share of the way to its own target; None without one.
        verdict: By its own target; blank without one.
        reason: Why a target could not be judged.
    """

    jurisdiction: str
    jurisdiction_name: str
    values: tuple[ObservationFact, ...]
    rank: int | None
    change: float | None
    growth: float | None
    baseline: float | None
    target: TargetFact | None
    progress: float | None
    verdict: str
    reason: str | None

    def at(self, year: int) -> ObservationFact | None:
        """Return the value of `year`, None where there is none."""
        return next((one for one in self.values if one.year == year), None)


class DividedFact(Fact):
    """One indicator in all divisions and in the whole.

    Attributes:
        year: Year compared.
        whole: Yearly values of the plan's own jurisdiction.
        is_summed: Whether the divisions add up to the whole.
        total: Sum of the exact values of `year`, in the indicator's unit.
        covered: Number of divisions with an exact value in `year`.
        difference: Whole minus sum, same unit.
        closes: Whether the two agree; None where nothing can be said.
        divisions: In the order of the plan.
    """

    indicator: str
    year: int
    whole: tuple[ObservationFact, ...]
    is_summed: bool
    total: float | None
    covered: int
    difference: float | None
    closes: bool | None
    divisions: tuple[DivisionFact, ...]

    @property
    def has_targets(self) -> bool:
        """Whether the plan sets a target for any of the divisions."""
        return any(one.target is not None for one in self.divisions)
