"""From a model's own quantiles to those asked for: other levels, units, bounds."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

ZERO_HISTORY_SPREAD = 0.5
"""Spread of a history of nothing but zeros, in the series' own unit.

Zeros have no size to measure a spread by. A count that never occurred may yet occur, so
the central 95 % interval reaches half a unit to either side.
"""


def check_probabilities(probabilities: ArrayLike, horizon: int) -> NDArray[np.float64]:
    """Return `probabilities` as an array, if they and `horizon` can be answered.

    Raises:
        ValueError: The horizon is below 1 or a probability is not inside (0, 1).
    """
    levels = np.atleast_1d(np.asarray(probabilities, dtype=np.float64))
    if horizon < 1:
        raise ValueError(f"horizon must be 1 year or more, got {horizon}")
    if not np.all((levels > 0) & (levels < 1)):
        raise ValueError(f"probabilities must lie inside (0, 1), got {levels.tolist()}")
    return levels


def at_probabilities(
    quantiles: NDArray[np.float64],
    levels: NDArray[np.float64],
    probabilities: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Read `quantiles`, known at `levels`, at other `probabilities`.

    Straight between two levels. Beyond the outermost level the tail is exponential: each
    halving of the remaining probability moves the quantile by the same step.

    Args:
        quantiles: Shape ``(..., Q)``, non-decreasing along the last axis.
        levels: Shape ``(Q,)``, strictly increasing.
        probabilities: Shape ``(P,)``, inside (0, 1).

    Returns:
        Shape ``(..., P)``, non-decreasing wherever `probabilities` do not fall.
    """
    inside = np.clip(probabilities, levels[0], levels[-1])
    right = np.clip(np.searchsorted(levels, inside), 1, len(levels) - 1)
    share = (inside - levels[right - 1]) / (levels[right] - levels[right - 1])
    read = quantiles[..., right - 1] * (1 - share) + quantiles[..., right] * share
    lower_step = (quantiles[..., 1] - quantiles[..., 0]) / np.log(levels[1] / levels[0])
    upper_step = (quantiles[..., -1] - quantiles[..., -2]) / np.log(
        (1 - levels[-2]) / (1 - levels[-1])
    )
    below = np.log(np.maximum(levels[0] / probabilities, 1.0))
    above = np.log(np.maximum((1 - levels[-1]) / (1 - probabilities), 1.0))
    extended: NDArray[np.float64] = (
        read - lower_step[..., None] * below + upper_step[..., None] * above
    )
    return extended


def ordered(
    quantiles: NDArray[np.float64], probabilities: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return `quantiles` made non-decreasing along rising `probabilities`.

    Rounding may undo an order of the last digit, and the order is part of the contract.
    """
    if np.all(np.diff(probabilities) >= 0):
        return np.maximum.accumulate(quantiles, axis=-1)
    order = np.argsort(probabilities, kind="stable")
    quantiles[..., order] = np.maximum.accumulate(quantiles[..., order], axis=-1)
    return quantiles


def in_units(quantiles: NDArray[np.float64], scale: NDArray[np.float64]) -> NDArray[np.float64]:
    """Multiply each series' quantiles by its scale, stopping short of infinity."""
    largest = np.finfo(np.float64).max
    with np.errstate(over="ignore"):
        return np.clip(quantiles * scale[:, None, None], -largest, largest)


def between_bounds(
    quantiles: NDArray[np.float64],
    bounds: Sequence[tuple[float | None, float | None]] | None,
) -> NDArray[np.float64]:
    """Clip the quantiles of each series to its bounds.

    Args:
        quantiles: Shape ``(B, H, Q)``.
        bounds: One pair for each series, None for no limit on a side.

    Raises:
        ValueError: There are not as many pairs as series, or a pair is upside down.
    """
    if bounds is None:
        return quantiles
    if len(bounds) != len(quantiles):
        raise ValueError(f"{len(quantiles)} series need as many bounds, got {len(bounds)}")
    low = np.array([-np.inf if pair[0] is None else pair[0] for pair in bounds])
    high = np.array([np.inf if pair[1] is None else pair[1] for pair in bounds])
    if np.any(low > high):
        wrong = int(np.flatnonzero(low > high)[0])
        raise ValueError(f"bounds of series {wrong} are upside down: {bounds[wrong]}")
    return np.clip(quantiles, low[:, None, None], high[:, None, None])


def zero_history_quantiles(levels: NDArray[np.float64], horizon: int) -> NDArray[np.float64]:
    """Return the quantiles of a history of zeros, in the series' own unit.

    Exponential to either side of zero. Shape ``(horizon, Q)``.
    """
    away = -np.log(2 * np.minimum(levels, 1 - levels)) / -np.log(0.05)
    row = np.sign(levels - 0.5) * away * ZERO_HISTORY_SPREAD
    return np.tile(row, (horizon, 1))
