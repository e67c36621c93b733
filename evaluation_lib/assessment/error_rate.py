"""How many of all values are wrong, from those that were checked against their originals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Stratum:
    """One part of the values.

    Attributes:
        population: Values in it.
        checked: Those of them that were checked.
        wrong: Those of the checked ones that differ from their original.
    """

    population: int
    checked: int
    wrong: int


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """Estimated share of wrong values, 0 to 1, with its 95 % interval."""

    rate: float
    low: float
    high: float


def error_rate(strata: Sequence[Stratum]) -> ErrorRate | None:
    """Estimate the share of wrong values over all strata.

    Each stratum counts by its share of the values. The interval is exact (Clopper-Pearson) for the
    number of checks that would tell as much without strata; a stratum that was checked throughout
    adds no doubt. Strata of which nothing was checked are left out.

    Args:
        strata: Disjoint parts; `checked` lies between 0 and `population`.

    Returns:
        None where nothing was checked.

    Source: Korn, E. L. and Graubard, B. I. (1998), Confidence intervals for proportions with small
    expected number of positive counts estimated from survey data, Survey Methodology 24 (2),
    193-201, section 3.
    """
    known = [one for one in strata if one.checked]
    if not known:
        return None
    total = sum(one.population for one in known)
    checked = sum(one.checked for one in known)
    rate = sum(one.population * one.wrong / one.checked for one in known) / total
    if all(one.checked == one.population for one in known):
        return ErrorRate(rate, rate, rate)
    variance = math.fsum(_variance(one, total) for one in known)
    # Without any error, or with nothing else, the sample shows no spread to measure.
    effective = rate * (1 - rate) / variance if variance > 0 and 0 < rate < 1 else float(checked)
    low, high = _clopper_pearson(rate * effective, effective)
    return ErrorRate(rate, low, high)


def _variance(one: Stratum, total: int) -> float:
    """Return what the doubt about one stratum adds to the variance of the whole."""
    share = one.wrong / one.checked
    unchecked = 1 - one.checked / one.population
    return (one.population / total) ** 2 * unchecked * share * (1 - share) / one.checked


def _clopper_pearson(wrong: float, checked: float) -> tuple[float, float]:
    # statsmodels takes half a second to import, and few reports have a sample.
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(wrong, checked, alpha=1 - LEVEL, method="beta")
    return float(low), float(high)
