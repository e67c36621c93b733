"""Fit the network: pinball loss, gradient descent, a fixed seed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.features import (
    LINEAR_FEATURES,
    LONGEST_WINDOW,
    ODD_FEATURES,
    describe,
    linear_map,
)
from evaluation_lib.forecast.network import standardised_even, standardised_odd
from evaluation_lib.forecast.shape import Shape, normal_steps, shape_gradient, shape_quantiles
from evaluation_lib.forecast.training_windows import (
    LOCATION_SET_WEIGHTS,
    TRAINED_HORIZON,
    PublicSeries,
    cut_windows,
)

SHORTEST_WINDOW = 2
HIDDEN = 48
SEED = 20210101
ROUNDS = 60
DRAWS_PER_ROUND = 40_000
BATCH = 1000
LEARNING_RATE = 3e-3
DECAY = 0.03
"""Share of each weight given up per unit of learning rate and step."""

LOSS_LEVELS = np.array(
    [0.005, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.995]
)
LOSS_WEIGHTS = np.array([2, 4, 2, 1, 1, 1, 1.5, 3, 1.5, 1, 1, 1, 2, 4, 2.0])
"""Weight of each level: the median counts as a point forecast, the ends as an interval."""

Arrays = dict[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Windows of all lengths as the network sees them; first axis ``N``.

    Attributes:
        odd: Linear and standardised odd features. Shape ``(N, LINEAR + ODD)``.
        even: Standardised even features.
        moving: 0 for constant histories, near 1 otherwise. Shape ``(N,)``.
        change: Future less last value in units of the typical change; 0 where unknown.
            Shape ``(N, TRAINED_HORIZON)``.
        weight: Weight of each future in the loss, 0 where unknown. Same shape.
        drawn: Cumulated probability with which windows are drawn. Shape ``(N,)``.
        sizes: The standardisation, by the names of the network's arrays.
    """

    odd: NDArray[np.float32]
    even: NDArray[np.float32]
    moving: NDArray[np.float32]
    change: NDArray[np.float32]
    weight: NDArray[np.float32]
    drawn: NDArray[np.float64]
    sizes: Arrays


def fit_network(series: Sequence[PublicSeries], *, rounds: int = ROUNDS) -> dict[str, NDArray[Any]]:
    """Fit the network on every window of `series` and return its weights.

    Adam with a cosine schedule on the pinball loss of fifteen quantiles.

    Source: D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015.
    """
    examples = prepare(series)
    random = np.random.default_rng(SEED)
    weights = _initial(random, examples)
    names = sorted(weights)
    first = {name: np.zeros_like(weights[name]) for name in names}
    second = {name: np.zeros_like(weights[name]) for name in names}
    steps = rounds * (DRAWS_PER_ROUND // BATCH)
    step = 0
    for _ in range(rounds):
        for rows in _draw(random, examples):
            step += 1
            slope = _loss_slope(examples, rows, weights)
            rate = LEARNING_RATE * min(1, step / 200) * (1 + np.cos(np.pi * step / steps)) / 2
            for name in names:
                first[name] += np.float32(0.1) * (slope[name] - first[name])
                second[name] += np.float32(0.001) * (slope[name] ** 2 - second[name])
                spread = np.sqrt(second[name] / (1 - 0.999**step)) + 1e-8
                move = first[name] / (1 - 0.9**step) / spread
                decay = DECAY * weights[name] * (weights[name].ndim > 1)
                weights[name] = (weights[name] - rate * (move + decay)).astype(np.float32)
    leaning = weights.pop("leaning")
    return (
        weights
        | examples.sizes
        | {
            "linear": leaning[:LINEAR_FEATURES],
            "odd": leaning[LINEAR_FEATURES:],
        }
    )


def prepare(series: Sequence[PublicSeries]) -> Examples:
    """Describe every window of `series` and weigh its futures."""
    parts = []
    for length in range(SHORTEST_WINDOW, LONGEST_WINDOW + 1):
        windows = cut_windows(series, length, LOCATION_SET_WEIGHTS)
        told = describe(windows.history)
        linear = told.changes @ linear_map(length)
        parts.append(
            (linear, told.odd, told.even, told.moving, told.unit, told.last,
             windows.future, windows.scale, windows.weight)
        )  # fmt: skip
    linear, odd, even, moving, unit, last, future, scale, share = (
        np.concatenate(column) for column in zip(*parts, strict=True)
    )
    sizes = {
        "odd_size": _size(np.sqrt((odd**2).mean(axis=0))),
        "even_mean": even.mean(axis=0).astype(np.float32),
        "even_size": _size(even.std(axis=0)),
    }
    # A history of zeros has no unit to measure its future in.
    known = np.isfinite(future) & ((last != 0) | (moving > 0))[:, None]
    change = np.where(known, future - last[:, None], 0.0) / np.where(known, unit[:, None], 1.0)
    return Examples(
        np.column_stack([linear, standardised_odd(odd, sizes)]).astype(np.float32),
        standardised_even(even, sizes).astype(np.float32),
        moving.astype(np.float32),
        change.astype(np.float32),
        _future_weights(change, known, future, last, unit, scale, share).astype(np.float32),
        np.cumsum(share) / share.sum(),
        sizes,
    )


def _size(deviation: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return `deviation`, or 1 for a feature that never varies."""
    return np.where(deviation > 0, deviation, 1.0).astype(np.float32)


def _future_weights(
    change: NDArray[np.float64],
    known: NDArray[np.bool_],
    future: NDArray[np.float64],
    last: NDArray[np.float64],
    unit: NDArray[np.float64],
    scale: NDArray[np.float64],
    share: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return the weight of each future: half scaled, half relative error, less far ahead.

    Both halves are brought to the same size by the naive forecast's mean error. Single
    windows whose unit is out of proportion are capped, so that none rules the fit.
    """
    scaled = np.broadcast_to((unit / scale)[:, None], change.shape)
    size = np.abs(np.where(known, future, 0.0)) + np.abs(last)[:, None]
    relative = np.minimum(2 * unit[:, None] / np.maximum(size, 1e-9 * unit[:, None]), 2.0)
    missed = share[:, None] * known * np.minimum(np.abs(change), 20)
    total = (share[:, None] * known).sum()
    halves = [
        np.minimum(half / ((missed * half).sum() / total), 10.0) for half in (scaled, relative)
    ]
    weights: NDArray[np.float64] = (
        (halves[0] + halves[1]) / 2 * known / np.arange(1, TRAINED_HORIZON + 1) ** 0.7
    )
    return weights


def _initial(random: np.random.Generator, examples: Examples) -> Arrays:
    """Return random starting weights; the output starts near the pooled shape."""
    odd, even = LINEAR_FEATURES + ODD_FEATURES, examples.even.shape[1]
    outputs = 4 * TRAINED_HORIZON
    drawn = {
        "leaning": random.normal(size=(odd, HIDDEN)) / np.sqrt(odd + even),
        "even": random.normal(size=(even, HIDDEN)) / np.sqrt(odd + even),
        "bias0": np.zeros(HIDDEN),
        "hidden": random.normal(size=(HIDDEN, HIDDEN)) / np.sqrt(HIDDEN),
        "bias1": np.zeros(HIDDEN),
        "output": 0.1 * random.normal(size=(HIDDEN, outputs)) / np.sqrt(HIDDEN),
        "bias2": np.zeros(outputs),
    }
    return {name: values.astype(np.float32) for name, values in drawn.items()}


def _draw(random: np.random.Generator, examples: Examples) -> list[NDArray[np.int_]]:
    """Draw one round of windows, evenly along their cumulated weights, in batches."""
    points = (np.arange(DRAWS_PER_ROUND) + random.random(DRAWS_PER_ROUND)) / DRAWS_PER_ROUND
    rows = np.minimum(np.searchsorted(examples.drawn, points), len(examples.drawn) - 1)
    random.shuffle(rows)
    return np.split(rows, DRAWS_PER_ROUND // BATCH)


def _loss_slope(examples: Examples, rows: NDArray[np.int_], weights: Arrays) -> Arrays:
    """Return the derivative of the mean pinball loss of `rows` by every weight."""
    odd, even = examples.odd[rows], examples.even[rows]
    moving = examples.moving[rows][:, None]
    level, side = even @ weights["even"] + weights["bias0"], odd @ weights["leaning"]
    first = [np.tanh(level + side), np.tanh(level - side)]
    second = [np.tanh(layer @ weights["hidden"] + weights["bias1"]) for layer in first]
    direct, mirrored = (layer @ weights["output"] + weights["bias2"] for layer in second)
    uneven = np.split((direct - mirrored) / 2, 4, axis=1)
    mutual = np.split((direct + mirrored) / 2, 4, axis=1)
    shape = Shape(uneven[0] * moving, uneven[1], mutual[2], mutual[3])

    steps = normal_steps(LOSS_LEVELS).astype(np.float32)
    below = examples.change[rows][..., None] < shape_quantiles(shape, steps)
    emphasis = LOSS_WEIGHTS / LOSS_WEIGHTS.sum() / len(rows)
    pull = ((below - LOSS_LEVELS) * emphasis).astype(np.float32)
    by = shape_gradient(shape, steps, pull * examples.weight[rows][..., None])

    apart = np.concatenate([by.location * moving, by.skew], axis=1) / 2
    alike = np.concatenate([by.log_spread, by.log_tail], axis=1) / 2
    slope = {name: np.zeros_like(values) for name, values in weights.items()}
    for sign, one, two in zip((1, -1), first, second, strict=True):
        out = np.concatenate([sign * apart, alike], axis=1)
        slope["output"] += two.T @ out
        slope["bias2"] += out.sum(axis=0)
        back = (out @ weights["output"].T) * (1 - two**2)
        slope["hidden"] += one.T @ back
        slope["bias1"] += back.sum(axis=0)
        back = (back @ weights["hidden"].T) * (1 - one**2)
        slope["even"] += even.T @ back
        slope["leaning"] += sign * (odd.T @ back)
        slope["bias0"] += back.sum(axis=0)
    size = np.sqrt(sum(float((values**2).sum()) for values in slope.values()))
    return {name: values / np.float32(max(size, 1.0)) for name, values in slope.items()}
