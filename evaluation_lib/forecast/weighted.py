"""Weighted medians and quantiles, the arithmetic of robust pooling."""

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray


def weighted_quantiles(
    values: NDArray[np.float64], weights: NDArray[np.float64], probabilities: ArrayLike
) -> NDArray[np.float64]:
    """Return the weighted quantiles of `values`, linear between the middles of the weights.

    Args:
        values: Shape ``(N,)``, finite.
        weights: Shape ``(N,)``, positive; only their ratios matter.
        probabilities: Shape ``(Q,)``, inside [0, 1].

    Returns:
        Non-decreasing where `probabilities` do not fall. Shape ``(Q,)``, unit of `values`.
    """
    order = np.argsort(values, kind="stable")
    heavy = weights[order]
    middles = (np.cumsum(heavy) - heavy / 2) / heavy.sum()
    quantiles: NDArray[np.float64] = np.interp(
        np.asarray(probabilities, dtype=np.float64), middles, values[order]
    )
    return quantiles


def shrinkage_through_origin(
    change: NDArray[np.float64], trend: NDArray[np.float64], weights: NDArray[np.float64]
) -> float:
    """Return the multiple of `trend` that comes nearest to `change` in absolute distance.

    The least sum of ``weights * |change - m * trend|`` lies at the median of
    ``change / trend`` weighted by ``weights * |trend|``.

    Args:
        change: What happened. Shape ``(N,)``.
        trend: What the trend said would happen, same unit. Shape ``(N,)``.
        weights: Shape ``(N,)``, positive.

    Returns:
        0 where the trend says nothing, 1 where it is to be believed. No unit.
    """
    moving = trend != 0
    ratios = change[moving] / trend[moving]
    return float(weighted_quantiles(ratios, (weights * np.abs(trend))[moving], [0.5])[0])


def rank_scores(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Replace each of `values` by the standard normal quantile of its rank. Shape ``(N,)``."""
    ranks = np.argsort(np.argsort(values, kind="stable"), kind="stable")
    normal = NormalDist()
    return np.array([normal.inv_cdf((rank + 0.5) / len(values)) for rank in ranks])
