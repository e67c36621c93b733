"""Counties among themselves: growth with intervals, small counties drawn towards the whole.

A county with 20 certificates that gains 4 has not outgrown one with 2,000 that gains 300: the
smaller the count, the more of its growth is chance. Each growth is therefore shrunk towards the
pooled one by as much as chance explains, and a rank is given only as far as intervals part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from evaluation_lib.assessment.readings import is_per_head
from evaluation_lib.observations.quantities.units import parse_unit
from evaluation_lib.observations.series import Series, annual_series
from evaluation_lib.plan.model import Indicator, Kind, Plan

FEWEST_COUNTIES = 3
_UPPER_80 = 1.2815515655446004
_COUNTED_KINDS = (Kind.STOCK, Kind.ANNUAL_FLOW)
_MONEY = "元"


@dataclass(frozen=True, slots=True)
class CountyGrowth:
    """Mean yearly growth of one county, as a share: 0.1 is 10 % a year.

    Attributes:
        value: In the last year, in the indicator's unit.
        raw: As reported.
        shrunk: Drawn towards the pooled growth by as much as chance explains.
        low: Lower end of its 80 % interval.
        high: Upper end of the same.
        best_rank: 1 where no county's interval lies wholly above its own.
        worst_rank: As many as there are counties where none lies wholly below.
    """

    jurisdiction: str
    value: float
    raw: float
    shrunk: float
    low: float
    high: float
    best_rank: int
    worst_rank: int


@dataclass(frozen=True, slots=True)
class CountyComparison:
    """The counties of one city in one indicator.

    Attributes:
        pooled: Growth of all counties taken together.
        counties: Largest shrunk growth first, whatever is better.
        missing: Codes of counties without both years.
    """

    indicator: Indicator
    first_year: int
    last_year: int
    pooled: float
    counties: tuple[CountyGrowth, ...]
    missing: tuple[str, ...]

    @property
    def is_ranked(self) -> bool:
        """Whether any two counties can be told apart."""
        return any(one.best_rank > 1 for one in self.counties)


def compare_counties(
    rows: pd.DataFrame, plan: Plan, year: int, indicators: Sequence[Indicator]
) -> tuple[CountyComparison, ...]:
    """Compare the divisions below the plan's own, for each indicator that counts something.

    Args:
        rows: Observation table with one row for each period, all jurisdictions.
        plan: Names the divisions.
        year: Last whole year before the as-of date.
        indicators: Those that are no counts, or known in fewer than three counties, are left out.
    """
    codes = [one.code for one in plan.jurisdictions if one.parent == plan.jurisdiction]
    series = {code: annual_series(rows, plan, code) for code in codes}
    found = []
    for indicator in indicators:
        scale = counting_scale(indicator)
        if scale is not None:
            known = {code: _exact(series[code][indicator.id], year) for code in codes}
            compared = _compare(indicator, known, scale)
            if compared is not None:
                found.append(compared)
    return tuple(found)


def counting_scale(indicator: Indicator) -> float | None:
    """Return how many things one unit counts, such as 10,000 for 万户; None where none are."""
    unit = parse_unit(indicator.unit)
    counted = indicator.kind in _COUNTED_KINDS and not is_per_head(indicator)
    if unit is None or not counted or unit.base in (_MONEY, "%"):
        return None
    return float(10**unit.power)


def shrunk_growth(
    growth: NDArray[np.float64], variance: NDArray[np.float64]
) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """Return the pooled value, each value drawn towards it, and the variance that remains.

    The variance between counties is what is left of the spread once chance is taken away, by the
    method of moments.

    Args:
        growth: Yearly growth on the log scale. Shape ``(k,)``, k at least 2.
        variance: Of each by chance alone, positive. Shape ``(k,)``.

    Source: R. DerSimonian and N. Laird, Meta-analysis in clinical trials, Controlled Clinical
    Trials 7 (1986), 177-188, equations 8 and 9; C. Morris, Parametric empirical Bayes inference,
    JASA 78 (1983), 47-55.
    """
    weights = 1 / variance
    mean = np.sum(weights * growth) / np.sum(weights)
    spread = np.sum(weights * (growth - mean) ** 2)
    scale = np.sum(weights) - np.sum(weights**2) / np.sum(weights)
    between = max(0.0, float((spread - (len(growth) - 1)) / scale))
    total = 1 / (variance + between)
    pooled = float(np.sum(total * growth) / np.sum(total))
    drawn = variance / (variance + between)
    left = between * drawn + drawn**2 / np.sum(total)
    return pooled, drawn * pooled + (1 - drawn) * growth, left


def rank_bounds(low: NDArray[np.float64], high: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Return the best and the worst rank each interval allows, 1 being the largest.

    A place is lost only to an interval that lies wholly above, and won only over one wholly below.
    """
    return [
        (1 + int(np.sum(low > high[place])), len(low) - int(np.sum(high < low[place])))
        for place in range(len(low))
    ]


def _exact(series: Series, year: int) -> dict[int, float]:
    return {
        one.year: one.value for one in series.until(year).points if one.is_exact and one.value > 0
    }


def _compare(
    indicator: Indicator, known: Mapping[str, Mapping[int, float]], scale: float
) -> CountyComparison | None:
    years = _shared_years(known)
    if years is None:
        return None
    first, last = years
    there = {code: values for code, values in known.items() if {first, last} <= values.keys()}
    before = np.array([values[first] for values in there.values()])
    after = np.array([values[last] for values in there.values()])
    growth = np.log(after / before) / (last - first)
    # A count scatters as Poisson's law has it: the variance of its logarithm is one over it.
    variance = (1 / (before * scale) + 1 / (after * scale)) / (last - first) ** 2
    pooled, shrunk, left = shrunk_growth(growth, variance)
    reach = _UPPER_80 * np.sqrt(left)
    low, high = shrunk - reach, shrunk + reach
    shares = [np.expm1(one) for one in (growth, shrunk, low, high)]
    ranks = rank_bounds(low, high)
    counties = [
        CountyGrowth(
            code,
            value=float(after[place]),
            raw=float(shares[0][place]),
            shrunk=float(shares[1][place]),
            low=float(shares[2][place]),
            high=float(shares[3][place]),
            best_rank=ranks[place][0],
            worst_rank=ranks[place][1],
        )
        for place, code in enumerate(there)
    ]
    return CountyComparison(
        indicator,
        first,
        last,
        float(np.expm1(pooled)),
        tuple(sorted(counties, key=lambda one: (-one.shrunk, one.jurisdiction))),
        tuple(code for code in known if code not in there),
    )


def _shared_years(known: Mapping[str, Mapping[int, float]]) -> tuple[int, int] | None:
    """Return the two years that the most counties know; of equals the longest, latest stretch."""
    years = sorted({year for values in known.values() for year in values})
    pairs = {
        (first, last): sum({first, last} <= values.keys() for values in known.values())
        for last in years
        for first in years
        if first < last
    }
    best = max(pairs, key=lambda pair: (pairs[pair], pair[1] - pair[0], pair), default=None)
    return best if best is not None and pairs[best] >= FEWEST_COUNTIES else None
