"""The pooled engine: calibrated quantiles from short annual histories, many at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation_lib.forecast.calibration import rule_input, shifted, true_steps
from evaluation_lib.forecast.features import LONGEST_WINDOW, describe
from evaluation_lib.forecast.histories import Histories, align_histories
from evaluation_lib.forecast.network import Weights, predict_shape
from evaluation_lib.forecast.quantiles import (
    between_bounds,
    check_probabilities,
    in_units,
    ordered,
    zero_history_quantiles,
)
from evaluation_lib.forecast.shape import STEP_SPREAD, Shape, shape_quantiles
from evaluation_lib.forecast.tables import load_table
from evaluation_lib.forecast.transparent import horizon_growth, quantiles_of_length

TOGETHER = 4096
"""Histories computed at once; more would leave the processor's cache."""


def forecast_quantiles(
    batch: Sequence[ArrayLike],
    horizon: int,
    probabilities: ArrayLike,
    bounds: Sequence[tuple[float | None, float | None]] | None = None,
) -> NDArray[np.float64]:
    """Forecast each history of `batch` by the pooled engine.

    One observation is answered by the transparent form, longer histories by the network;
    beyond its last trained year ahead, drift and spread go on in proportion to the time.

    Args:
        batch: One-dimensional histories, oldest first, of any lengths, NaN for a missing
            year.
        horizon: Years ahead, counted from each history's last observation; at least 1.
        probabilities: Levels of the quantiles. Shape ``(Q,)``, inside (0, 1).
        bounds: Lower and upper limit of each series, None for no limit on a side.

    Returns:
        Quantiles in the series' own units, non-decreasing wherever `probabilities` do not
        fall; NaN for a history without any observation. Shape ``(len(batch), horizon, Q)``.

    Raises:
        ValueError: The horizon is below 1, a probability is not inside (0, 1), or the
            bounds do not fit the batch.
    """
    return forecast_with(load_table("pooled"), batch, horizon, probabilities, bounds)


def forecast_with(
    weights: Weights,
    batch: Sequence[ArrayLike],
    horizon: int,
    probabilities: ArrayLike,
    bounds: Sequence[tuple[float | None, float | None]] | None = None,
) -> NDArray[np.float64]:
    """Do what `forecast_quantiles` does, with other `weights` than the packaged ones.

    Args:
        weights: A fitted network with its calibration rule.
        batch: As for `forecast_quantiles`.
        horizon: The same.
        probabilities: The same.
        bounds: The same.
    """
    levels = check_probabilities(probabilities, horizon)
    histories = align_histories(batch)
    quantiles = np.full((len(histories.counts), horizon, len(levels)), np.nan)
    used = np.minimum(histories.counts, LONGEST_WINDOW)
    for length in range(1, LONGEST_WINDOW + 1):
        rows = np.flatnonzero(used == length)
        for start in range(0, len(rows), TOGETHER):
            part = rows[start : start + TOGETHER]
            quantiles[part] = (
                quantiles_of_length(load_table("transparent"), histories, part, 1, horizon, levels)
                if length == 1
                else _network_quantiles(histories, part, length, horizon, levels, weights)
            )
    quantiles[histories.only_zeros()] = zero_history_quantiles(levels, horizon)
    return between_bounds(in_units(ordered(quantiles, levels), histories.scale), bounds)


def _network_quantiles(
    histories: Histories,
    rows: NDArray[np.int_],
    length: int,
    horizon: int,
    levels: NDArray[np.float64],
    weights: Weights,
) -> NDArray[np.float64]:
    """Return the quantiles of `rows`, in units of their scale. Shape ``(rows, H, Q)``."""
    described = describe(histories.last(length, rows))
    trained = min(horizon, len(STEP_SPREAD))
    inputs = rule_input(described, weights)
    shape = shifted(predict_shape(described, weights, trained), inputs, weights["rule"])
    hidden = histories.gap_spread[rows] / described.unit
    shape = Shape(
        shape.location,
        shape.skew,
        shape.log_spread + np.log(np.maximum(hidden, 1.0))[:, None],
        shape.log_tail,
    )
    changes: NDArray[np.float64] = shape_quantiles(
        shape, true_steps(levels, length, weights["step_map"])
    )
    if horizon > trained:
        column = np.minimum(np.arange(horizon), trained - 1)
        changes = changes[:, column] * horizon_growth(horizon, trained)[:, None]
    changes *= described.unit[:, None, None]
    changes += described.last[:, None, None]
    return changes
