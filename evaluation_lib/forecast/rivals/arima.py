"""ARIMA(0,1,1) with drift."""

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.rivals.registry import COVERAGES, RivalForecast, rival


@rival(
    "arima",
    title_zh="ARIMA(0,1,1)（含漂移）",
    title_en="ARIMA(0,1,1) with drift",
    min_observations=5,
)
def predict_arima(values: NDArray[np.float64], horizon: int) -> RivalForecast:
    """Fit drift, one moving-average term and the variance by maximum likelihood.

    Three parameters leave too little for a variance below seven observations, so there is
    no interval.
    """
    from statsmodels.tsa.arima.model import ARIMA

    ahead = ARIMA(values, order=(0, 1, 1), trend="t").fit().get_forecast(horizon)
    point = np.asarray(ahead.predicted_mean)
    if len(values) < 7:
        return RivalForecast(point, {})
    intervals = {}
    for coverage in COVERAGES:
        ends = np.asarray(ahead.conf_int(alpha=1 - coverage))
        intervals[coverage] = (ends[:, 0], ends[:, 1])
    return RivalForecast(point, intervals)
