"""Exponential smoothing with a damped trend."""

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.rivals.registry import RivalForecast, normal_intervals, rival

PARAMETERS = 5
"""Two smoothing constants, the damping, and the two starting values."""


@rival("damped_holt", title_zh="阻尼Holt法", title_en="Damped Holt", min_observations=4)
def predict_damped_holt(values: NDArray[np.float64], horizon: int) -> RivalForecast:
    """Smooth level and trend, and let the trend fade.

    With smoothing constants a and b and damping f, the deviation after h years is
    s * sqrt(1 + sum of (a + a b (f + ... + f^j))^2 over j < h). s rests on n - 5 degrees of
    freedom, so there is no interval below seven observations.

    Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 8.7.
    """
    from statsmodels.tsa.holtwinters import ExponentialSmoothing

    model = ExponentialSmoothing(
        values, trend="add", damped_trend=True, initialization_method="estimated"
    )
    fitted = model.fit()
    point = np.asarray(fitted.forecast(horizon))
    spare = len(values) - PARAMETERS
    if spare < 2:
        return RivalForecast(point, {})
    level = float(fitted.params["smoothing_level"])
    trend = float(fitted.params["smoothing_trend"])
    damping = float(fitted.params["damping_trend"])
    steps = np.arange(1, horizon)
    echoes = level * (1 + trend * np.cumsum(damping**steps))
    growth = 1 + np.concatenate([[0.0], np.cumsum(echoes**2)])
    deviation = np.sqrt(float(fitted.sse) / spare * growth)
    return RivalForecast(point, normal_intervals(point, deviation))
