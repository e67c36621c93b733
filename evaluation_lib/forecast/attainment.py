"""How probable it is that a forecast value reaches a threshold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.copula import joint_ranks, normal_share
from evaluation_lib.forecast.model import Forecast
from evaluation_lib.forecast.quantiles import at_probabilities

LEAST_PROBABILITY = 0.01
"""No forecast from a few annual values is surer than this, nor surer than its complement."""

SHOCKS = 201
"""Equally probable common shocks over which the number of targets reached is averaged."""


@dataclass(frozen=True, slots=True)
class ExpectedAttained:
    """How many targets of a plan are to be expected reached.

    Attributes:
        expected: Sum of the probabilities.
        low: Lower end of the central 80 % interval of the number reached.
        high: Upper end of the same.
    """

    expected: float
    low: int
    high: int


def probability_at_least(forecast: Forecast, year: int, threshold: float) -> float:
    """Return the probability that the value of `year` is `threshold` or more.

    Straight between quantiles, exponential beyond the outermost, and kept inside
    [0.01, 0.99]. Values the quantiles pile up on, such as a bound, count as reached.
    """
    quantiles, levels = forecast.at(year), np.asarray(forecast.levels)
    return _kept_inside(1 - _share_below(quantiles, levels, threshold, side="left"))


def probability_at_most(forecast: Forecast, year: int, threshold: float) -> float:
    """Return the probability that the value of `year` is `threshold` or less."""
    quantiles, levels = forecast.at(year), np.asarray(forecast.levels)
    return _kept_inside(_share_below(quantiles, levels, threshold, side="right"))


def sample_paths(forecast: Forecast) -> NDArray[np.float64]:
    """Draw joint paths through the years of `forecast`.

    A Gaussian copula ties the years together; see `copula`. The first year of the forecast
    counts as one year ahead.

    Returns:
        One path a row, one year a column, in the forecast's unit. Shape ``(PATHS, H)``.
    """
    ranks = joint_ranks(len(forecast.years))
    levels = np.asarray(forecast.levels)
    return np.column_stack(
        [
            at_probabilities(row, levels, ranks[:, column])
            for column, row in enumerate(forecast.quantiles)
        ]
    )


def cumulative_paths(forecast: Forecast, *, achieved: float = 0.0) -> NDArray[np.float64]:
    """Return joint paths of the running total: `achieved` plus the yearly values so far.

    Args:
        forecast: Forecast of an annual flow; its first year follows the last known year.
        achieved: Total of the known years, in the forecast's unit.

    Returns:
        Shape ``(PATHS, H)``.
    """
    return achieved + np.cumsum(sample_paths(forecast), axis=1)


def cumulative_forecast(forecast: Forecast, *, achieved: float = 0.0) -> Forecast:
    """Return the forecast of the running total of an annual flow.

    Quantiles of a sum are not sums of quantiles; they are read from the joint paths.
    """
    totals = cumulative_paths(forecast, achieved=achieved)
    quantiles = np.quantile(totals, forecast.levels, axis=0).T
    return replace(forecast, quantiles=quantiles)


def probability_of_all_years(
    forecast: Forecast, thresholds: Mapping[int, float], *, at_least: bool = True
) -> float:
    """Return the probability that every year in `thresholds` keeps its threshold.

    The years move together, so the result is never the product of the yearly
    probabilities. Kept inside [0.01, 0.99].

    Args:
        forecast: Forecast that reaches every year named.
        thresholds: Threshold of each year, in the forecast's unit.
        at_least: True where the value must not fall below the threshold, False where it
            must not rise above it.
    """
    columns = [int(np.flatnonzero(forecast.years == year)[0]) for year in thresholds]
    limits = np.array(list(thresholds.values()))
    paths = sample_paths(forecast)[:, columns]
    kept = paths >= limits if at_least else paths <= limits
    return _kept_inside(float(kept.all(axis=1).mean()))


def expected_attained(
    probabilities: Sequence[float], common_correlation: float
) -> ExpectedAttained:
    """Return the expected number of targets reached and its 80 % interval.

    Targets share a common shock: each is reached where a normal variable of its own falls
    below the point its probability sets, and any two of those variables correlate by
    `common_correlation`. Given the shock, the targets are independent and the
    distribution of their number is computed exactly.

    Raises:
        ValueError: A probability lies outside [0, 1] or the correlation outside [0, 1).
    """
    if not 0 <= common_correlation < 1:
        raise ValueError(f"common_correlation must lie in [0, 1), got {common_correlation}")
    if any(not 0 <= p <= 1 for p in probabilities):
        raise ValueError(f"probabilities must lie in [0, 1], got {list(probabilities)}")
    normal = NormalDist()
    shocks = np.array([normal.inv_cdf((k + 0.5) / SHOCKS) for k in range(SHOCKS)])
    counts = np.zeros((SHOCKS, len(probabilities) + 1))
    counts[:, 0] = 1.0
    for p in probabilities:
        if 0 < p < 1:
            reach = normal.inv_cdf(p) + np.sqrt(common_correlation) * shocks
            given = normal_share(reach / np.sqrt(1 - common_correlation))
        else:
            given = np.full(SHOCKS, float(p))
        counts[:, 1:] = counts[:, 1:] * (1 - given[:, None]) + counts[:, :-1] * given[:, None]
        counts[:, 0] *= 1 - given
    cumulated = np.cumsum(counts.mean(axis=0))
    low, high = np.searchsorted(cumulated, [0.1 + 1e-12, 0.9 - 1e-12])
    return ExpectedAttained(float(sum(probabilities)), int(low), int(high))


def _share_below(
    quantiles: NDArray[np.float64], levels: NDArray[np.float64], threshold: float, *, side: str
) -> float:
    """Return the probability mass below `threshold`; `side` says where ties belong."""
    place = int(np.searchsorted(quantiles, threshold, side="left" if side == "left" else "right"))
    if 0 < place < len(levels):
        step = quantiles[place] - quantiles[place - 1]
        share = (threshold - quantiles[place - 1]) / step if step > 0 else 1.0
        return float(levels[place - 1] + share * (levels[place] - levels[place - 1]))
    if place == 0:
        return float(levels[0] * np.exp(-_tail_steps(quantiles[0] - threshold, quantiles[:2])))
    tail = 1 - levels[-1]
    return float(1 - tail * np.exp(-_tail_steps(threshold - quantiles[-1], quantiles[-2:])))


def _tail_steps(distance: float, outer: NDArray[np.float64]) -> float:
    """Return how many steps of the outermost quantile pair fit into `distance`.

    Without a step there is no tail: all that is left lies on the quantile itself.
    """
    step = float(outer[1] - outer[0])
    return distance / step if step > 0 else np.inf


def _kept_inside(probability: float) -> float:
    """Return `probability`, no surer than a forecast may be."""
    return min(max(probability, LEAST_PROBABILITY), 1 - LEAST_PROBABILITY)
