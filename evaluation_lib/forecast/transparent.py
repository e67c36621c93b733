"""The transparent form: a forecast that can be redone with a pocket calculator.

    median    last + m(n, h) * h * mean yearly change
    interval  median -+ k(coverage, n, h) * root-mean-square yearly change

`m` and `k` are read from printed tables, measured on public annual series.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation_lib.forecast.histories import Histories, align_histories
from evaluation_lib.forecast.quantiles import (
    at_probabilities,
    between_bounds,
    check_probabilities,
    in_units,
    ordered,
    zero_history_quantiles,
)
from evaluation_lib.forecast.tables import Table, load_table

STILL_SHARE = 0.005
"""Least root-mean-square yearly change, as a share of the last value.

Three equal years do not prove that nothing will ever change.
"""


@dataclass(frozen=True, slots=True)
class MedianSum:
    """The numbers from which the median and the 80 % interval of one year are added up.

    Attributes:
        last: Last observed value, in the series' unit.
        trend_share: m(n, h), no unit.
        ahead: h, years from the last value.
        mean_change: Mean yearly change, in the series' unit.
        width: k(80 %, n, h), no unit.
        typical_change: Root-mean-square yearly change, in the series' unit.
    """

    last: float
    trend_share: float
    ahead: int
    mean_change: float
    width: float
    typical_change: float

    @property
    def median(self) -> float:
        """The sum, before any limit of what is possible cuts it off."""
        return self.last + self.trend_share * self.ahead * self.mean_change

    @property
    def interval(self) -> tuple[float, float]:
        """The ends of the 80 % interval, likewise."""
        half = self.width * self.typical_change
        return self.median - half, self.median + half


def transparent_quantiles(
    batch: Sequence[ArrayLike],
    horizon: int,
    probabilities: ArrayLike,
    bounds: Sequence[tuple[float | None, float | None]] | None = None,
) -> NDArray[np.float64]:
    """Forecast each history of `batch` by the transparent form.

    Args:
        batch: One-dimensional histories, oldest first, NaN for a missing year.
        horizon: Years ahead, counted from each history's last observation.
        probabilities: Levels of the quantiles. Shape ``(Q,)``, inside (0, 1).
        bounds: Lower and upper limit of each series, None for no limit on a side.

    Returns:
        Quantiles in the series' own units, non-decreasing along the last axis; NaN for a
        history without any observation. Shape ``(len(batch), horizon, Q)``.
    """
    return quantiles_from_table(load_table("transparent"), batch, horizon, probabilities, bounds)


def median_sum(history: ArrayLike, ahead: int) -> MedianSum:
    """Return the sum behind the transparent median `ahead` years after the last value.

    Args:
        history: Annual values, oldest first, NaN for a missing year.
        ahead: Years from the last observation; at least 1.

    Raises:
        ValueError: The history holds no observation.
    """
    histories = align_histories([history])
    count = int(histories.counts[0])
    if count == 0:
        raise ValueError("a history without any observation has no median")
    table = load_table("transparent")
    share = table["trend_share"]
    length, column = min(count, len(share)), min(ahead, share.shape[1]) - 1
    scale = float(histories.scale[0])
    window = histories.last(length, np.array([0]))
    mean, rms = change_measures(window)
    upper = at_probabilities(table["width"][length - 1, column], table["levels"], np.array([0.9]))
    return MedianSum(
        last=float(window[0, -1]) * scale,
        trend_share=float(share[length - 1, column]),
        ahead=ahead,
        mean_change=float(mean[0]) * scale,
        width=float(upper[0]) * float(horizon_growth(ahead, share.shape[1])[-1]),
        typical_change=max(float(rms[0]), float(histories.gap_spread[0])) * scale,
    )


def quantiles_from_table(
    table: Table,
    batch: Sequence[ArrayLike],
    horizon: int,
    probabilities: ArrayLike,
    bounds: Sequence[tuple[float | None, float | None]] | None = None,
) -> NDArray[np.float64]:
    """Do what `transparent_quantiles` does, with another `table` than the packaged one.

    Args:
        table: ``trend_share``, ``width`` and ``levels`` as the packaged table has them.
        batch: As for `transparent_quantiles`.
        horizon: The same.
        probabilities: The same.
        bounds: The same.
    """
    levels = check_probabilities(probabilities, horizon)
    histories = align_histories(batch)
    quantiles = np.full((len(histories.counts), horizon, len(levels)), np.nan)
    longest = len(table["trend_share"])
    used = np.minimum(histories.counts, longest)
    for length in range(1, longest + 1):
        rows = np.flatnonzero(used == length)
        if len(rows):
            quantiles[rows] = quantiles_of_length(table, histories, rows, length, horizon, levels)
    quantiles[histories.only_zeros()] = zero_history_quantiles(levels, horizon)
    return between_bounds(in_units(ordered(quantiles, levels), histories.scale), bounds)


def change_measures(
    window: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the mean and the root-mean-square yearly change of each row of `window`.

    One year alone shows no change; its size stands in for the root mean square, and the
    table for one observation is measured in that unit.

    Args:
        window: Shape ``(B, n)``, no NaN.
    """
    last = np.abs(window[:, -1])
    if window.shape[1] == 1:
        return np.zeros(len(window)), last
    changes = np.diff(window, axis=1)
    rms = np.sqrt(np.mean(changes**2, axis=1))
    return changes.mean(axis=1), np.hypot(rms, STILL_SHARE * last)


def horizon_growth(horizon: int, trained: int) -> NDArray[np.float64]:
    """Return how much wider each year's spread is than the spread of its table column.

    1 for the trained years; beyond them the spread grows with the time ahead, as that of a
    series whose drift is uncertain does. Shape ``(horizon,)``.
    """
    return np.maximum(np.arange(1, horizon + 1) / trained, 1.0)


def quantiles_of_length(
    table: Table,
    histories: Histories,
    rows: NDArray[np.int_],
    length: int,
    horizon: int,
    probabilities: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return the quantiles of `rows` by the table row of `length`, in units of their scale.

    Shape ``(len(rows), horizon, len(probabilities))``.
    """
    trained = table["trend_share"].shape[1]
    column = np.minimum(np.arange(horizon), trained - 1)
    share = table["trend_share"][length - 1, column]
    width = at_probabilities(table["width"][length - 1, column], table["levels"], probabilities)
    width = width * horizon_growth(horizon, trained)[:, None]
    window = histories.last(length, rows)
    mean, rms = change_measures(window)
    rms = np.maximum(rms, histories.gap_spread[rows])
    ahead = np.arange(1, horizon + 1)
    median = window[:, -1:] + share * ahead * mean[:, None]
    quantiles: NDArray[np.float64] = median[:, :, None] + width * rms[:, None, None]
    return quantiles
