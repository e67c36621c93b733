"""The pooled regression: from the features of a history to the shape of its future.

Two hidden layers, asked twice: once for the series and once for its mirror image. Location
and skew are half the difference of both answers, spread and tail half their sum, so that a
series turned upside down gets the same forecast upside down.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.features import Described, linear_map
from evaluation_lib.forecast.shape import STEP_SPREAD, Shape

LARGEST_FEATURE = 4.0
"""Standardised features beyond this many deviations count as this many."""

Weights = Mapping[str, NDArray[Any]]
"""Arrays ``linear`` (linear features, hidden), ``odd``, ``even``, ``bias0``, ``hidden``,
``bias1``, ``output``, ``bias2``, and the standardisation ``odd_size``, ``even_mean``,
``even_size``."""


def predict_shape(described: Described, weights: Weights, horizon: int) -> Shape:
    """Return the raw shape of the years ahead for histories of one length.

    Args:
        described: Features of ``B`` histories of one length.
        weights: A trained network.
        horizon: Years ahead, at most the trained ones.
    """
    length = described.changes.shape[1] + 1
    even = standardised_even(described.even, weights)
    odd = standardised_odd(described.odd, weights)
    leaning = described.changes @ (linear_map(length) @ weights["linear"]) + odd @ weights["odd"]
    level = even @ weights["even"] + weights["bias0"]
    keep = _columns(horizon)
    direct, mirrored = (
        _deeper(np.tanh(level + side), weights, keep) for side in (leaning, -leaning)
    )
    uneven, even_part = (direct - mirrored) / 2, (direct + mirrored) / 2
    return Shape(
        uneven[:, :horizon] * described.moving[:, None],
        uneven[:, horizon : 2 * horizon],
        even_part[:, 2 * horizon : 3 * horizon],
        even_part[:, 3 * horizon :],
    )


def standardised_odd(odd: NDArray[np.float64], weights: Weights) -> NDArray[np.float64]:
    """Divide `odd` by its typical size and cut off what is out of all proportion."""
    return np.clip(odd / weights["odd_size"], -LARGEST_FEATURE, LARGEST_FEATURE)


def standardised_even(even: NDArray[np.float64], weights: Weights) -> NDArray[np.float64]:
    """Centre and scale `even` and cut off what is out of all proportion."""
    centred = (even - weights["even_mean"]) / weights["even_size"]
    return np.clip(centred, -LARGEST_FEATURE, LARGEST_FEATURE)


def _deeper(
    first: NDArray[np.float64], weights: Weights, keep: NDArray[np.int_]
) -> NDArray[np.float64]:
    """Return the output of the layers above the first hidden one, columns `keep` only."""
    second = np.tanh(first @ weights["hidden"] + weights["bias1"])
    output: NDArray[np.float64] = second @ weights["output"][:, keep] + weights["bias2"][keep]
    return output


def _columns(horizon: int) -> NDArray[np.int_]:
    """Return the output columns of the first `horizon` years, grouped by shape number."""
    trained = len(STEP_SPREAD)
    return np.concatenate([np.arange(horizon) + number * trained for number in range(4)])
