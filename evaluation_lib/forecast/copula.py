"""How the years of one forecast hang together: a Gaussian copula on a fixed lattice.

The correlation between h and h' years ahead is (h / h') ** g for h < h', with g measured on
public annual series. The nodes are fixed, so the same forecast gives the same paths.
"""

from functools import cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.tables import load_table

PATHS = 4096
"""Joint sample paths drawn through the years of a forecast."""


@cache
def correlation(horizon: int) -> NDArray[np.float64]:
    """Return the correlation of the years ahead. Shape ``(horizon, horizon)``, read-only."""
    exponent = float(load_table("transparent")["copula_exponent"])
    ahead = np.arange(1, horizon + 1)
    together: NDArray[np.float64] = (
        np.minimum.outer(ahead, ahead) / np.maximum.outer(ahead, ahead)
    ) ** exponent
    together.setflags(write=False)
    return together


@cache
def joint_scores(horizon: int) -> NDArray[np.float64]:
    """Return correlated standard normal scores. Shape ``(PATHS, horizon)``, read-only."""
    normal = NormalDist()
    nodes = [normal.inv_cdf(u) for u in _lattice(horizon).ravel()]
    root = np.linalg.cholesky(correlation(horizon))
    scores: NDArray[np.float64] = np.reshape(nodes, (PATHS, horizon)) @ root.T
    scores.setflags(write=False)
    return scores


@cache
def joint_ranks(horizon: int) -> NDArray[np.float64]:
    """Return correlated uniform ranks. Shape ``(PATHS, horizon)``, read-only."""
    ranks = normal_share(joint_scores(horizon))
    ranks.setflags(write=False)
    return ranks


def normal_share(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the share of a standard normal variable below each of `values`."""
    below = NormalDist().cdf
    shares = np.array([below(value) for value in values.ravel()])
    return np.reshape(np.clip(shares, 1e-9, 1 - 1e-9), values.shape)


def normal_scores(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the standard normal value below which each of `shares` lies."""
    at = NormalDist().inv_cdf
    return np.reshape([at(share) for share in shares.ravel()], shares.shape)


def _lattice(dimensions: int) -> NDArray[np.float64]:
    """Return evenly spread points inside the unit cube. Shape ``(PATHS, dimensions)``.

    Additive recurrence on powers of the inverse of the positive root of
    x ** (d + 1) = x + 1.

    Source: M. Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018.
    """
    root = 2.0
    for _ in range(60):
        root = (1 + root) ** (1 / (dimensions + 1))
    step = (1 / root) ** np.arange(1, dimensions + 1)
    points: NDArray[np.float64] = (0.5 + np.arange(1, PATHS + 1)[:, None] * step) % 1.0
    return np.clip(points, 0.5 / PATHS, 1 - 0.5 / PATHS)
