"""The Theta method: half the linear trend on top of simple exponential smoothing."""

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.rivals.registry import COVERAGES, RivalForecast, rival


@rival("theta", title_zh="Theta法", title_en="Theta", min_observations=4)
def predict_theta(values: NDArray[np.float64], horizon: int) -> RivalForecast:
    """Forecast by the two-line Theta method.

    The interval comes from the equivalent exponential smoothing with drift, whose
    variance is estimated on n - 2 degrees of freedom at best; below seven observations it
    is left out.

    Source: Assimakopoulos and Nikolopoulos, International Journal of Forecasting 16 (2000),
    521-530.
    """
    from statsmodels.tsa.forecasting.theta import ThetaModel

    fitted = ThetaModel(values, period=1, deseasonalize=False).fit()
    point = np.asarray(fitted.forecast(horizon), dtype=np.float64)
    if len(values) < 7:
        return RivalForecast(point, {})
    intervals = {}
    for coverage in COVERAGES:
        ends = np.asarray(fitted.prediction_intervals(horizon, alpha=1 - coverage))
        intervals[coverage] = (ends[:, 0], ends[:, 1])
    return RivalForecast(point, intervals)
