"""A quotient forecast from its parts: neither is assumed to follow the other."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.attainment import sample_paths
from evaluation_lib.forecast.copula import PATHS
from evaluation_lib.forecast.model import Forecast

SEED = 20210101


def quotient_forecast(
    numerator: Forecast,
    denominator: Forecast,
    *,
    known: Mapping[int, float],
    factor: float,
    lag: int,
    bounds: tuple[float | None, float | None],
) -> Forecast | None:
    """Return the forecast of ``factor * numerator / denominator``.

    The paths of both parts are paired by a fixed shuffle: errors of a population say nothing of
    errors of what is counted per head.

    Args:
        numerator: Forecast of the part above the line.
        denominator: Forecast of the part below it, positive.
        known: Observed values of the denominator by year; they go before its forecast.
        factor: What the units ask for.
        lag: Years by which the denominator is older than the numerator.
        bounds: Lower and upper limit of the quotient, None for no limit on a side.

    Returns:
        A forecast for the years of `numerator`; None where the denominator does not reach them or
        may be zero.
    """
    above = sample_paths(numerator)
    shuffled = np.random.default_rng(SEED).permutation(PATHS)
    paths = dict(
        zip(denominator.years.tolist(), sample_paths(denominator)[shuffled].T, strict=True)
    )
    below: list[NDArray[np.float64]] = []
    for year in (numerator.years - lag).tolist():
        if year in known:
            below.append(np.full(PATHS, known[year]))
        elif year in paths:
            below.append(paths[year])
        else:
            return None
    divisors = np.column_stack(below)
    if divisors.min() <= 0:
        return None
    quantiles = np.quantile(factor * above / divisors, numerator.levels, axis=0).T
    low, high = (
        end if limit is None else limit
        for limit, end in zip(bounds, (-np.inf, np.inf), strict=True)
    )
    return replace(
        numerator,
        quantiles=np.clip(quantiles, low, high),
        n=min(numerator.n, denominator.n),
        parts_known=(),
        from_parts=True,
    )
