"""Compound annual growth: the spreadsheet's favourite."""

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.rivals.registry import RivalForecast, RivalRefusal, rival


@rival("cagr", title_zh="年均复合增长率", title_en="Compound annual growth", min_observations=2)
def predict_cagr(values: NDArray[np.float64], horizon: int) -> RivalForecast | RivalRefusal:
    """Let the growth rate between the first and the last value go on.

    The method says nothing about its error and so has no interval.
    """
    if np.any(values <= 0):
        return RivalRefusal(
            "序列含零或负值，复合增长率无定义。",
            "The series holds zero or negative values, for which compound growth is not defined.",
        )
    growth = (values[-1] / values[0]) ** (1 / (len(values) - 1))
    return RivalForecast(values[-1] * growth ** np.arange(1, horizon + 1), {})
