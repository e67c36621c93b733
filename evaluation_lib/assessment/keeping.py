"""Whether a value keeps a target: a level, or a range with two ends."""

from __future__ import annotations

from evaluation_lib.observations.series import Observation
from evaluation_lib.plan.model import Direction, Indicator


def outcome_of(indicator: Indicator, observed: Observation) -> bool | None:
    """Return whether an observation keeps the target; None for a bound that decides nothing.

    A lower bound proves that “at least” is met, and never that it is missed.
    """
    met = indicator.is_met_by(observed.value)
    if observed.is_exact:
        return met
    if indicator.target_high is not None:
        low, high = range_of(indicator)
        beyond = observed.value > high if observed.is_lower_bound else observed.value < low
        return False if beyond else None
    rising = indicator.direction is Direction.HIGHER
    return met if observed.is_lower_bound == (rising == met) else None


def range_of(indicator: Indicator) -> tuple[float, float]:
    """Return both ends of a range, in the indicator's unit, lower end first."""
    low, high = sorted((float(indicator.target or 0.0), float(indicator.target_high or 0.0)))
    return low, high


def folded(indicator: Indicator, value: float) -> float:
    """Return `value` as the arithmetic of a level sees it.

    A value beyond the far end of a range is mirrored at that end's distance to the near one, so
    that leaving the range on the far side is as bad as leaving it on the near side.
    """
    if indicator.target_high is None or indicator.target is None:
        return value
    beyond = value - indicator.target_high
    if indicator.direction is Direction.LOWER:
        beyond = -beyond
    if beyond <= 0:
        return value
    return indicator.target + (-beyond if indicator.direction is Direction.HIGHER else beyond)
