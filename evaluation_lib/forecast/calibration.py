"""Widen the network's answers to what they missed by in families it had not seen.

A network is surest about the families it was fitted on. Its spread and tail are therefore
shifted by a small linear rule, and its quantiles read further out by a small table, both
measured on forecasts of series whose family was held out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.features import EVEN_FEATURES, LONGEST_WINDOW, Described, describe
from evaluation_lib.forecast.network import Weights, predict_shape, standardised_even
from evaluation_lib.forecast.shape import (
    STEP_SPREAD,
    Shape,
    normal_steps,
    shape_gradient,
    shape_quantiles,
    shape_steps,
)
from evaluation_lib.forecast.training_windows import TRAINED_HORIZON, PublicSeries
from evaluation_lib.forecast.weighted import weighted_quantiles

CALIBRATED_LENGTHS = range(3, LONGEST_WINDOW + 1)
RULE_INPUTS = EVEN_FEATURES + 1
LEVELS = np.array([0.025, 0.05, 0.1, 0.2, 0.8, 0.9, 0.95, 0.975])
COVERAGES = np.array([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99])
SCORED_HORIZON = 3
"""Years ahead whose coverage the step map is measured on; all series reach that far."""

FITTING_STEPS = 400
RIDGE = 0.02
CALIBRATION_SETS = ("comp", "agg", "ind")
"""Sets with histories of every length; the seven-year windows would rule the short ones."""

INDICATOR_SHARE = 0.55
"""Weight of country indicators in the rule; the rest is shared by all other sets."""


@dataclass(frozen=True, slots=True, eq=False)
class HeldOut:
    """Held-out forecasts and what came true; first axis ``N``.

    Attributes:
        shape: Raw shape numbers, ``(N, TRAINED_HORIZON)`` each.
        rule_input: What the rule sees. Shape ``(N, RULE_INPUTS)``.
        change: True value less the last, in units of the typical change; NaN if unknown.
            Shape ``(N, TRAINED_HORIZON)``.
        length: Years of history. Shape ``(N,)``.
        indicator: True for country indicators. Shape ``(N,)``.
    """

    shape: Shape
    rule_input: NDArray[np.float64]
    change: NDArray[np.float64]
    length: NDArray[np.int_]
    indicator: NDArray[np.bool_]


def shifted(shape: Shape, inputs: NDArray[np.float64], rule: NDArray[np.float64]) -> Shape:
    """Return `shape` with the rule's shift of spread and tail.

    Args:
        shape: Raw shape numbers of ``(B, H)``.
        inputs: `rule_input` of the histories. Shape ``(B, RULE_INPUTS)``.
        rule: As `fit_rule` returns it.
    """
    horizon = shape.location.shape[1]
    shift = inputs @ rule[:RULE_INPUTS]
    ahead = np.concatenate([np.zeros((1, 2)), rule[RULE_INPUTS:]])[:horizon]
    return Shape(
        shape.location,
        shape.skew,
        shape.log_spread + shift[:, :1] + ahead[:, 0],
        shape.log_tail + shift[:, 1:] + ahead[:, 1],
    )


def rule_input(described: Described, weights: Weights) -> NDArray[np.float64]:
    """Return a column of ones and the standardised even features."""
    even = standardised_even(described.even, weights)
    return np.concatenate([np.ones((len(even), 1)), even], axis=1)


def true_steps(
    probabilities: NDArray[np.float64], length: int, step_map: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the steps at which quantiles are read so that intervals cover as they say.

    Args:
        probabilities: Nominal levels. Shape ``(Q,)``.
        length: Years of history; below three, the row of three years is used.
        step_map: As `fit_step_map` returns it.
    """
    nominal = normal_steps((1 + COVERAGES) / 2)
    used = step_map[max(length, CALIBRATED_LENGTHS[0]) - CALIBRATED_LENGTHS[0]]
    steps = normal_steps(probabilities)
    size = np.abs(steps)
    beyond = np.maximum(size - nominal[-1], 0.0)
    mapped: NDArray[np.float64] = np.sign(steps) * (np.interp(size, nominal, used) + beyond)
    return mapped


def held_out_forecasts(series: Sequence[PublicSeries], weights: Weights) -> HeldOut:
    """Forecast each of `series` at its last origin from histories of every length.

    Args:
        series: Series of families that `weights` were not fitted on.
        weights: A trained network.
    """
    shapes, inputs, changes, lengths, shares = [], [], [], [], []
    for length in CALIBRATED_LENGTHS:
        fit = [one for one in series if len(one.train) >= length and one.set in CALIBRATION_SETS]
        fit = [one for one in fit if np.ptp(one.train) > 0]
        histories = np.array([one.train[-length:] for one in fit])
        moved = np.any(histories != 0, axis=1)
        fit = [one for one, keep in zip(fit, moved, strict=True) if keep]
        described = describe(histories[moved])
        future = np.full((len(fit), TRAINED_HORIZON), np.nan)
        for row, one in zip(future, fit, strict=True):
            row[: len(one.test)] = one.test[:TRAINED_HORIZON]
        shapes.append(predict_shape(described, weights, TRAINED_HORIZON))
        inputs.append(rule_input(described, weights))
        changes.append((future - described.last[:, None]) / described.unit[:, None])
        shares.append([one.set == "ind" for one in fit])
        lengths.append(np.full(len(fit), length))
    return HeldOut(
        _stacked(shapes),
        np.concatenate(inputs),
        np.concatenate(changes),
        np.concatenate(lengths),
        np.concatenate(shares),
    )


def pooled_forecasts(parts: Sequence[HeldOut]) -> HeldOut:
    """Put the held-out forecasts of all folds together."""
    return HeldOut(
        _stacked([part.shape for part in parts]),
        np.concatenate([part.rule_input for part in parts]),
        np.concatenate([part.change for part in parts]),
        np.concatenate([part.length for part in parts]),
        np.concatenate([part.indicator for part in parts]),
    )


def _stacked(shapes: Sequence[Shape]) -> Shape:
    """Put `shapes` under one another."""
    return Shape(
        np.concatenate([shape.location for shape in shapes]),
        np.concatenate([shape.skew for shape in shapes]),
        np.concatenate([shape.log_spread for shape in shapes]),
        np.concatenate([shape.log_tail for shape in shapes]),
    )


def fit_rule(held_out: HeldOut) -> NDArray[np.float64]:
    """Fit the rule by the pinball loss of the outer quantiles.

    Errors are measured against the spread forecast, not against the size of the series.

    Returns:
        Shift of log spread and of log tail by the rule's inputs, then by years ahead
        beyond the first. Shape ``(RULE_INPUTS + TRAINED_HORIZON - 1, 2)``.
    """
    steps = normal_steps(LEVELS)
    known = np.isfinite(held_out.change)
    change = np.where(known, held_out.change, 0.0)
    size = STEP_SPREAD * np.exp(held_out.shape.log_spread)
    weight = (_shares(held_out.indicator)[:, None] * known / size)[..., None] / len(LEVELS)
    rule = np.zeros((RULE_INPUTS + TRAINED_HORIZON - 1, 2))
    first, second = np.zeros_like(rule), np.zeros_like(rule)
    for step in range(1, FITTING_STEPS + 1):
        shape = shifted(held_out.shape, held_out.rule_input, rule)
        below = change[..., None] < shape_quantiles(shape, steps)
        by = shape_gradient(shape, steps, weight * (below - LEVELS))
        slopes = np.stack([by.log_spread, by.log_tail], axis=-1)
        slope = np.concatenate(
            [held_out.rule_input.T @ slopes.sum(axis=1), slopes[:, 1:].sum(axis=0)]
        )
        slope[1:] += RIDGE * rule[1:]
        first += 0.1 * (slope - first)
        second += 0.01 * (slope**2 - second)
        pace = np.sqrt(second / (1 - 0.99**step)) + 1e-12
        rule -= 0.02 * (1 - step / FITTING_STEPS) * (first / (1 - 0.9**step)) / pace
    return rule


def fit_step_map(held_out: HeldOut, rule: NDArray[np.float64]) -> NDArray[np.float64]:
    """Measure, for each history length, how far out the true values fell.

    Returns:
        For each of `CALIBRATED_LENGTHS` and each of `COVERAGES` the step within which that
        share of the held-out values lay. Shape ``(lengths, coverages)``.
    """
    shape = shifted(held_out.shape, held_out.rule_input, rule)
    known = np.isfinite(held_out.change)
    reached = np.abs(shape_steps(shape, np.where(known, held_out.change, 0.0)))
    share = np.broadcast_to(_shares(held_out.indicator)[:, None], reached.shape)
    rows = []
    for length in CALIBRATED_LENGTHS:
        taken = known & (held_out.length == length)[:, None]
        taken[:, SCORED_HORIZON:] = False
        rows.append(weighted_quantiles(reached[taken], share[taken], COVERAGES))
    step_map = np.array(rows)
    step_map[:, 0] = 0.0
    return step_map


def _shares(indicator: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the weight of each history: indicators and all others share the whole."""
    shares: NDArray[np.float64] = np.where(
        indicator, INDICATOR_SHARE / indicator.sum(), (1 - INDICATOR_SHARE) / (~indicator).sum()
    )
    return shares
