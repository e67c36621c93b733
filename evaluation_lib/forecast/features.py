"""What the engine sees of a history: yearly changes and their shape, free of units.

Odd features change their sign with the series, even ones do not. Both are in units of the
history's own typical change, so that neither the unit nor the sign of an indicator matters.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.transparent import STILL_SHARE

LONGEST_WINDOW = 10
"""Years of history the engine looks at."""

LINEAR_FEATURES = LONGEST_WINDOW - 1 + 10
"""Columns of `linear_map`: the single changes and ten averages of them."""

ODD_FEATURES = 4
EVEN_FEATURES = 10


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """Features of histories of one length ``n``.

    Attributes:
        changes: Yearly changes over `unit`, oldest first. Shape ``(B, n - 1)``.
        odd: Further odd features. Shape ``(B, ODD_FEATURES)``.
        even: Even features. Shape ``(B, EVEN_FEATURES)``.
        unit: Root-mean-square yearly change, never below a small share of the last value.
            Shape ``(B,)``, unit of the series.
        moving: Root-mean-square yearly change over `unit`; 0 for a constant history, near 1
            otherwise. Shape ``(B,)``.
        last: Last value. Shape ``(B,)``, unit of the series.
    """

    changes: NDArray[np.float64]
    odd: NDArray[np.float64]
    even: NDArray[np.float64]
    unit: NDArray[np.float64]
    moving: NDArray[np.float64]
    last: NDArray[np.float64]


def describe(window: NDArray[np.float64]) -> Described:
    """Describe each row of `window`.

    Args:
        window: Histories of one length, no NaN, not all zero. Shape ``(B, n)``, n >= 2.
    """
    changes = np.diff(window, axis=1)
    count = changes.shape[1]
    last, size = window[:, -1], np.abs(window[:, -1])
    rms = np.sqrt(np.einsum("ij,ij->i", changes, changes) / count)
    unit = np.hypot(rms, STILL_SHARE * size)
    # Zeros alone have no typical change; any unit serves to call their changes zero.
    unit = np.maximum(unit, np.finfo(np.float64).tiny)
    changes /= unit[:, None]
    moving = rms / unit
    sizes = np.abs(changes)
    mean = changes.sum(axis=1) / count
    direction = np.sign(changes).sum(axis=1) / count
    sign = np.sign(last)
    level = size / unit

    first = window[:, 0] * sign
    one_sided = (window * sign[:, None]).min(axis=1) > 0
    growth = np.zeros(len(window))
    np.divide(size, first, out=growth, where=one_sided)
    np.log(growth, out=growth, where=one_sided)
    growth = np.clip(growth / count, -0.5, 0.5)

    odd = np.empty((len(window), ODD_FEATURES))
    odd[:, 0] = sign * np.log1p(level)
    odd[:, 1] = sign * growth
    odd[:, 2] = mean * np.abs(mean)
    odd[:, 3] = direction
    even = np.empty((len(window), EVEN_FEATURES))
    even[:, 0] = np.log(np.maximum(level, 1e-4))
    even[:, 1] = np.abs(mean)
    even[:, 2] = sizes.max(axis=1) / np.sqrt(count)
    even[:, 3] = sizes[:, -1]
    even[:, 4] = sizes.sum(axis=1) / count
    even[:, 5] = np.abs(direction)
    even[:, 6] = one_sided
    even[:, 7] = np.log(count + 1)
    even[:, 8] = 1 / (count + 1)
    even[:, 9] = np.log(np.maximum(moving, 1e-9))
    return Described(changes, odd, even, unit, moving, last)


@cache
def linear_map(length: int) -> NDArray[np.float64]:
    """Return what turns the changes of a history of `length` years into linear features.

    The single changes, latest last and zero where the history is shorter; their mean and
    the mean of the last two; least-squares slope; gaps of the last value to the mean, to the
    middle of the last three, and to two exponential smoothings; level gap and trend of a
    damped Holt smoothing at two settings.

    Returns:
        Shape ``(length - 1, LINEAR_FEATURES)``.
    """
    count = length - 1
    unit = np.eye(count)
    # Row i is the history whose only change is a step of one in year i.
    paths = np.concatenate([np.zeros((count, 1)), np.cumsum(unit, axis=1)], axis=1)
    last = paths[:, -1]
    time = np.arange(length) - count / 2
    averages = [
        unit.mean(axis=1),
        unit[:, -2:].mean(axis=1),
        paths @ time / (time @ time),
        last - paths.mean(axis=1),
        last - paths[:, -3:].mean(axis=1),
        last - _smoothed(paths, 0.3),
        last - _smoothed(paths, 0.6),
        *_holt(paths, level=0.8, trend=0.3, damping=0.9, last=last),
    ]
    averages.append(_holt(paths, level=0.5, trend=0.2, damping=0.9, last=last)[1])
    padded = np.zeros((count, LONGEST_WINDOW - 1))
    padded[:, LONGEST_WINDOW - 1 - count :] = unit
    features = np.column_stack([padded, *averages])
    features.setflags(write=False)
    return features


def _smoothed(paths: NDArray[np.float64], weight: float) -> NDArray[np.float64]:
    """Return the simple exponential smoothing of each row, started at its first value."""
    level = paths[:, 0]
    for value in paths.T[1:]:
        level = level + weight * (value - level)
    return level


def _holt(
    paths: NDArray[np.float64],
    *,
    level: float,
    trend: float,
    damping: float,
    last: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the gap of damped Holt's level to the last value, and its trend, for each row."""
    now = paths[:, 0]
    slope = (paths[:, 1] - paths[:, 0]) / 2
    for value in paths.T[1:]:
        smoothed = level * value + (1 - level) * (now + damping * slope)
        slope = trend * (smoothed - now) + (1 - trend) * damping * slope
        now = smoothed
    return now - last, slope
