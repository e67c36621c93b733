"""The plan's own series as a second teacher: how far they strayed from their forecasts.

The engine's intervals are calibrated on public series. Where a plan's own jurisdictions and
indicators have given enough errors of their own, its intervals can be stretched or narrowed until
they would have held what came.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation_lib.forecast.backtest import rolling_cases
from evaluation_lib.forecast.model import QUANTILE_LEVELS, Forecast, NoForecast
from evaluation_lib.forecast.panel import MODELS

FEWEST_ERRORS = 100
"""Errors below which the panel says less of its intervals than the public series do."""

COVERAGE = 0.8
"""Coverage at which the width is measured; further out a panel has too few errors."""

HORIZON = 3


@dataclass(frozen=True, slots=True)
class OwnPanel:
    """What the plan's own series teach.

    Attributes:
        series: Series that gave at least one error.
        errors: Forecast values that could be compared with what came, one to three years ahead.
        width: Factor by which intervals have to be stretched so that the 80 % interval would have
            held 80 % of them; 1 where the public calibration was right, below 1 where too wide.
    """

    series: int
    errors: int
    width: float


def measure_own_panel(histories: Sequence[ArrayLike], model: str = "pooled") -> OwnPanel | None:
    """Forecast each of `histories` again from every earlier year, and compare.

    Args:
        histories: Annual values of the plan's own series, oldest first, NaN for a missing year.
        model: Name of a model in `MODELS`.

    Returns:
        None where there are fewer than `FEWEST_ERRORS` errors.

    Source: V. Vovk, A. Gammerman and G. Shafer, Algorithmic Learning in a Random World (2005),
    section 4.1, for the quantile of scaled errors.
    """
    cases = rolling_cases(histories, horizon=HORIZON)
    if not cases.histories:
        return None
    quantiles = MODELS[model](cases.histories, HORIZON, np.asarray(QUANTILE_LEVELS))
    strayed = _strayed(quantiles, cases.future)
    if len(strayed) < FEWEST_ERRORS:
        return None
    tested = [one for one in histories if rolling_cases([one], horizon=HORIZON).histories]
    place = min(math.ceil((len(strayed) + 1) * COVERAGE), len(strayed)) - 1
    return OwnPanel(len(tested), len(strayed), float(np.sort(strayed)[place]))


def _strayed(quantiles: NDArray[np.float64], future: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each error over the half width of the interval on its side. Shape ``(errors,)``."""
    low, median, high = (
        quantiles[:, :, QUANTILE_LEVELS.index(level)]
        for level in (round((1 - COVERAGE) / 2, 6), 0.5, round((1 + COVERAGE) / 2, 6))
    )
    error = future - median
    half = np.where(error >= 0, high - median, median - low)
    counted = np.isfinite(error) & (half > 0)
    strayed: NDArray[np.float64] = np.abs(error[counted]) / half[counted]
    return strayed


def stretched(
    forecast: Forecast, panel: OwnPanel, bounds: tuple[float | None, float | None]
) -> Forecast:
    """Return `forecast` with its quantiles stretched about the median by the panel's width.

    Args:
        forecast: Calibrated on public series.
        panel: Measured on the plan's own.
        bounds: Lower and upper limit of the indicator, None for no limit on a side.
    """
    middle = forecast.quantiles[:, [forecast.levels.index(0.5)]]
    moved = middle + panel.width * (forecast.quantiles - middle)
    low, high = (
        limit if limit is not None else end
        for limit, end in zip(bounds, (-math.inf, math.inf), strict=True)
    )
    return replace(forecast, quantiles=np.clip(moved, low, high))


def too_few_errors(n: int) -> NoForecast:
    """Return why the plan's own series teach nothing yet."""
    return NoForecast(
        f"本规划自身序列可比的预测误差不足{FEWEST_ERRORS}个，区间仍依据公开序列。",
        f"The plan's own series give fewer than {FEWEST_ERRORS} errors to learn from, so the "
        "interval still rests on public series.",
        n,
    )
