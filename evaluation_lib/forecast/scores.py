"""The usual scores of predictive distributions, each a sum over forecast values."""

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.model import QUANTILE_LEVELS

THRESHOLD_STEPS = (-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 4.0)
"""Thresholds of the attainment test, in mean yearly changes from the last value."""

BINS = 10
"""Classes of stated probability in the calibration error."""


def weighted_average(
    point: NDArray[np.float64],
    truth: NDArray[np.float64],
    last: NDArray[np.float64],
    scale: NDArray[np.float64],
    known: NDArray[np.bool_],
) -> tuple[float, float]:
    """Return the overall weighted average against the naive forecast, and its error."""
    parts, slopes = [], []
    guesses = (point, np.broadcast_to(last, truth.shape))
    missed = [np.abs(guess - truth) for guess in guesses]
    scaled = [one / scale for one in missed]
    percentage = [
        2 * one / _nonzero(np.abs(guess) + np.abs(truth))
        for one, guess in zip(missed, guesses, strict=True)
    ]
    for errors in (scaled, percentage):
        ours, naive = (np.where(known, one, 0.0).sum(axis=1) for one in errors)
        if naive.sum() == 0:
            return float("nan"), float("nan")
        ratio = ours.sum() / naive.sum()
        parts.append(ratio)
        slopes.append((ours - ratio * naive) / naive.sum())
    spread = np.sqrt(np.sum(np.mean(slopes, axis=0) ** 2))
    return float(np.mean(parts)), float(spread)


def _nonzero(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return `values` with 1 for 0: where both numbers are zero the error is zero."""
    return np.where(values == 0, 1.0, values)


def inside(
    quantiles: NDArray[np.float64], truth: NDArray[np.float64], coverage: float
) -> NDArray[np.bool_]:
    """Return which values lie in the central interval of `coverage`."""
    low = quantiles[:, :, QUANTILE_LEVELS.index(round((1 - coverage) / 2, 6))]
    high = quantiles[:, :, QUANTILE_LEVELS.index(round((1 + coverage) / 2, 6))]
    hit: NDArray[np.bool_] = (truth >= low) & (truth <= high)
    return hit


def ranked_probability(
    quantiles: NDArray[np.float64], truth: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the ranked probability score as twice the pinball loss over all levels."""
    levels = np.asarray(QUANTILE_LEVELS)
    edges = np.concatenate([[0], (levels[1:] + levels[:-1]) / 2, [1]])
    missed = truth[..., None] - quantiles
    loss = np.maximum(levels * missed, (levels - 1) * missed)
    total: NDArray[np.float64] = 2 * loss @ np.diff(edges)
    return total


def naive_ranked_probability(
    yearly: NDArray[np.float64], truth: NDArray[np.float64], last: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the score of a normal random walk from `last` with each series' `yearly` spread."""
    normal = NormalDist()
    steps = np.array([normal.inv_cdf(p) for p in QUANTILE_LEVELS])
    growth = np.sqrt(np.arange(1, truth.shape[1] + 1))
    walk = last[..., None] + (yearly[:, None] * growth)[..., None] * steps
    return ranked_probability(walk, truth)


def attainment(
    quantiles: NDArray[np.float64],
    truth: NDArray[np.float64],
    last: NDArray[np.float64],
    scale: NDArray[np.float64],
    known: NDArray[np.bool_],
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return stated probabilities of reaching thresholds, and whether they were reached."""
    growth = np.sqrt(np.arange(1, truth.shape[1] + 1))
    rows, reached = quantiles[known], truth[known]
    stated, came = [], []
    for step in THRESHOLD_STEPS:
        threshold = (last + step * scale * growth)[known]
        stated.append(np.clip(1 - _share_below(rows, threshold), 0.01, 0.99))
        came.append(reached >= threshold)
    return np.concatenate(stated), np.concatenate(came)


def _share_below(rows: NDArray[np.float64], thresholds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the share of each forecast below its threshold, straight between the levels.

    Args:
        rows: Quantiles at `QUANTILE_LEVELS`. Shape ``(N, Q)``.
        thresholds: Shape ``(N,)``.
    """
    levels = np.asarray(QUANTILE_LEVELS)
    right = np.sum(rows <= thresholds[:, None], axis=1)
    low, high = np.maximum(right - 1, 0), np.minimum(right, len(levels) - 1)
    place = np.arange(len(rows))
    under, over = rows[place, low], rows[place, high]
    step = np.where(over > under, over - under, 1.0)
    share = levels[low] + (thresholds - under) / step * (levels[high] - levels[low])
    below: NDArray[np.float64] = np.select(
        [right == 0, right == len(levels)], [0.0, 1.0], default=share
    )
    return below


def reliability(
    stated: NDArray[np.float64], came: NDArray[np.bool_]
) -> tuple[tuple[float, float, int], ...]:
    """Return what was stated and what came true, by tenths of the stated probability.

    Returns:
        For each tenth that occurs the mean probability stated, the share that came true, and the
        number of cases.
    """
    classes = np.minimum((stated * BINS).astype(int), BINS - 1)
    rows = []
    for place in range(BINS):
        here = classes == place
        if here.any():
            rows.append((float(stated[here].mean()), float(came[here].mean()), int(here.sum())))
    return tuple(rows)


def calibration_error(rows: tuple[tuple[float, float, int], ...]) -> float:
    """Return the mean distance of stated and true frequency, by tenths of probability."""
    sizes = np.array([size for _, _, size in rows])
    gaps = np.array([abs(stated - came) for stated, came, _ in rows])
    return float(gaps @ sizes / sizes.sum())
