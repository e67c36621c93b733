"""The straight line through the whole history."""

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.rivals.registry import COVERAGES, RivalForecast, rival


@rival("linear", title_zh="线性趋势（最小二乘）", title_en="Linear trend (OLS)", min_observations=3)
def predict_linear(values: NDArray[np.float64], horizon: int) -> RivalForecast:
    """Extend the least-squares line, with Student's prediction interval of a new value."""
    # Loaded on use: statsmodels takes longer to load than the engine takes to answer.
    from statsmodels.regression.linear_model import OLS

    time = np.arange(len(values) + horizon, dtype=np.float64)
    design = np.column_stack([np.ones_like(time), time])
    fitted = OLS(values, design[: len(values)]).fit()
    ahead = fitted.get_prediction(design[len(values) :])
    intervals = {}
    for coverage in COVERAGES:
        ends = ahead.conf_int(obs=True, alpha=1 - coverage)
        intervals[coverage] = (ends[:, 0], ends[:, 1])
    return RivalForecast(np.asarray(ahead.predicted_mean), intervals)
