"""The shape of a predictive distribution: four numbers for each year ahead.

    quantile(p) = location + spread * (sinh(tail * (asinh(z_p) + skew)) - sinh(tail * skew))

with z_p the standard normal quantile. The location is the median, the spread a scale, a skew
above 0 lengthens the upper side, and a tail above 1 is heavier than the normal one.

Source: M. C. Jones and A. Pewsey, "Sinh-arcsinh distributions", Biometrika 96 (2009),
761-780, here recentred on the median.
"""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.floating[Any]]
"""Single precision while the network is fitted, double precision in use."""

STEP_SPREAD = np.array([0.6, 1.1, 1.5, 1.9, 2.3, 2.7])
"""Spread of each year ahead at a raw value of 0, in units of the typical yearly change."""

TAIL = 1.3
"""Tail at a raw value of 0."""

LARGEST_SKEW = 2.0
LARGEST_LOG_TAIL = 1.5
LARGEST_LOG_SPREAD = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Raw shape numbers; each array has shape ``(B, H)`` with H at most six years ahead.

    Attributes:
        location: Median less the last value, over `STEP_SPREAD`.
        skew: Skew.
        log_spread: Natural logarithm of the spread over `STEP_SPREAD`.
        log_tail: Natural logarithm of the tail over `TAIL`.
    """

    location: Reals
    skew: Reals
    log_spread: Reals
    log_tail: Reals


def normal_steps(probabilities: Reals) -> Reals:
    """Return asinh of the standard normal quantile of each of `probabilities`."""
    normal = NormalDist()
    return np.arcsinh([normal.inv_cdf(p) for p in probabilities])


def shape_quantiles(shape: Shape, steps: Reals) -> NDArray[Any]:
    """Return the quantiles of `shape`, less the last value, in units of the typical change.

    Args:
        shape: Raw shape numbers of ``(B, H)``.
        steps: `normal_steps` of the probabilities. Shape ``(Q,)``.

    Returns:
        Shape ``(B, H, Q)``, increasing wherever `steps` increase.
    """
    spread, skew, tail, stride = _natural(shape)
    bent = steps + skew[..., None]
    bent *= tail[..., None]
    quantiles = np.sinh(bent)
    quantiles -= np.sinh(skew * tail)[..., None]
    quantiles *= spread[..., None]
    quantiles += (shape.location * stride)[..., None]
    return quantiles


def shape_steps(shape: Shape, changes: Reals) -> Reals:
    """Return the step at which each quantile function takes the value of `changes`.

    The inverse of `shape_quantiles`: ``shape_quantiles(shape, steps) == changes``.

    Args:
        shape: Raw shape numbers of ``(B, H)``.
        changes: Values less the last, in units of the typical change. Shape ``(B, H)``.
    """
    spread, skew, tail, stride = _natural(shape)
    away = (changes - shape.location * stride) / spread + np.sinh(skew * tail)
    steps: Reals = np.arcsinh(away) / tail - skew
    return steps


def shape_gradient(shape: Shape, steps: Reals, weight: Reals) -> Shape:
    """Return the derivative of ``sum(weight * shape_quantiles(shape, steps))`` by `shape`.

    Args:
        shape: Raw shape numbers of ``(B, H)``.
        steps: Shape ``(Q,)``.
        weight: Derivative of the loss by each quantile. Shape ``(B, H, Q)``.
    """
    spread, skew, tail, stride = _natural(shape)
    bent = (steps + skew[..., None]) * tail[..., None]
    centre = skew * tail
    up, middle_up = np.cosh(bent), np.cosh(centre)[..., None]
    return Shape(
        weight.sum(axis=-1) * stride,
        (weight * (up - middle_up)).sum(axis=-1) * spread * tail,
        (weight * (np.sinh(bent) - np.sinh(centre)[..., None])).sum(axis=-1) * spread,
        (weight * (up * bent - middle_up * centre[..., None])).sum(axis=-1) * spread,
    )


def _natural(
    shape: Shape,
) -> tuple[Reals, Reals, Reals, Reals]:
    """Return spread, skew, tail and the yearly stride, each kept within sane limits."""
    stride = STEP_SPREAD[: shape.location.shape[1]].astype(shape.location.dtype)
    log_spread = np.clip(shape.log_spread, -LARGEST_LOG_SPREAD, LARGEST_LOG_SPREAD)
    log_tail = np.clip(shape.log_tail, -LARGEST_LOG_TAIL, LARGEST_LOG_TAIL)
    skew = np.clip(shape.skew, -LARGEST_SKEW, LARGEST_SKEW)
    return (
        stride * np.exp(log_spread),
        skew,
        shape.log_tail.dtype.type(TAIL) * np.exp(log_tail),
        stride,
    )
