"""A forecast told what bounds say: after “more than 5” in 2022 no path of 2022 lies below 5.

Exact values alone set where the forecast begins. A bound observed after the last of them
enters as a condition: of the joint paths those that break it are struck out, and every year's
quantiles are read from the paths that are left.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from evaluation_lib.forecast.attainment import sample_paths
from evaluation_lib.forecast.model import Forecast, NoForecast

Bounds = tuple[float | None, float | None]
"""Lower and upper bound of one year's value, None for no bound on a side."""

LEAST_LEFT = 0.05
"""Share of the paths that must agree with the bounds.

With fewer left, bounds and exact values tell different stories, and quantiles read from a
handful of paths would be noise.
"""


def conditioned(forecast: Forecast, bounds: Mapping[int, Bounds]) -> Forecast | NoForecast:
    """Return `forecast` given that the values of some of its years keep known `bounds`.

    Args:
        forecast: Forecast from exact values alone.
        bounds: Bounds by calendar year, in the forecast's unit; years that the forecast does
            not reach are passed over.

    Returns:
        The distribution of every year given the bounds; `forecast` itself where there is none.
        The reason why there is no forecast where less than `LEAST_LEFT` of it agrees.
    """
    reached = {year: pair for year, pair in bounds.items() if year in forecast.years}
    if not reached:
        return forecast
    paths = sample_paths(forecast)
    kept = np.ones(len(paths), dtype=bool)
    for year, (low, high) in reached.items():
        column = paths[:, int(np.flatnonzero(forecast.years == year)[0])]
        kept &= column >= (-np.inf if low is None else low)
        kept &= column <= (np.inf if high is None else high)
    if kept.mean() < LEAST_LEFT:
        years = sorted(reached)
        return NoForecast(
            f"{'、'.join(map(str, years))}年的观测界限与此前确切值的走势不符，不作预测。",
            f"The bounds observed for {', '.join(map(str, years))} do not fit what the exact "
            f"values before lead to expect; no forecast is made.",
            forecast.n,
        )
    quantiles = np.quantile(paths[kept], forecast.levels, axis=0).T
    return replace(forecast, quantiles=quantiles)
