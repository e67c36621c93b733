"""The straight line through the whole history."""

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.rivals.registry import COVERAGES, RivalForecast, rival


@rival("linear", title_zh="线性趋势（最小二乘）", title_en="Linear trend (OLS)", min_observations=3)
def predict_linear(values: NDArray[np.float64], horizon: int) -> RivalForecast:
    """Extend the least-squares line, with Student's prediction interval of a new value."""
    # Written out as statsmodels has it, which takes longer to load than a page to make; scipy is
    # loaded on use for the same reason.
    from scipy.special import stdtrit

    known = len(values)
    time = np.arange(known + horizon, dtype=np.float64)
    design = np.column_stack([np.ones_like(time), time])
    past, ahead = design[:known], design[known:]
    inverse = np.linalg.pinv(past)
    line = inverse @ values
    freedom = known - 2
    residuals = values - past @ line
    variance = residuals @ residuals / freedom
    uncertainty = inverse @ inverse.T * variance
    deviation = np.sqrt((ahead * (uncertainty @ ahead.T).T).sum(axis=1) + variance)
    point = ahead @ line
    intervals = {}
    for coverage in COVERAGES:
        reach = stdtrit(freedom, 1 - (1 - coverage) / 2) * deviation
        intervals[coverage] = (point - reach, point + reach)
    return RivalForecast(point, intervals)
