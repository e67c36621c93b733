"""The naive forecast: next year is as this year."""

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.rivals.registry import RivalForecast, normal_intervals, rival


@rival("naive", title_zh="朴素法（末值不变）", title_en="Naive (last value)", min_observations=1)
def predict_naive(values: NDArray[np.float64], horizon: int) -> RivalForecast:
    """Carry the last value forward.

    The deviation after h years is the root-mean-square yearly change times the square root
    of h, as for a random walk; one observation shows no change and gives no interval.

    Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.5.
    """
    point = np.full(horizon, values[-1])
    if len(values) < 2:
        return RivalForecast(point, {})
    deviation = np.sqrt(np.mean(np.diff(values) ** 2) * np.arange(1, horizon + 1))
    return RivalForecast(point, normal_intervals(point, deviation))
