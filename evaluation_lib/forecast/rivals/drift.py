"""The drift forecast: the mean yearly change goes on."""

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.rivals.registry import RivalForecast, normal_intervals, rival


@rival("drift", title_zh="漂移法（平均增量）", title_en="Drift (mean change)", min_observations=2)
def predict_drift(values: NDArray[np.float64], horizon: int) -> RivalForecast:
    """Extend the line from the first to the last value.

    With s the standard deviation of the n - 1 yearly changes, the deviation after h years
    is s * sqrt(h * (1 + h / (n - 1))); two observations give no interval.

    Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.5.
    """
    ahead = np.arange(1, horizon + 1)
    changes = np.diff(values)
    point = values[-1] + ahead * changes.mean()
    if len(changes) < 2:
        return RivalForecast(point, {})
    deviation = changes.std(ddof=1) * np.sqrt(ahead * (1 + ahead / len(changes)))
    return RivalForecast(point, normal_intervals(point, deviation))
