"""Forecast the indicators of a plan, all at once."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation_lib.forecast.engine import forecast_quantiles
from evaluation_lib.forecast.model import (
    FEWEST_OBSERVATIONS,
    QUANTILE_LEVELS,
    Forecast,
    NoForecast,
)
from evaluation_lib.forecast.transparent import transparent_quantiles

Bounds = Sequence[tuple[float | None, float | None]]

MODELS: dict[str, Callable[..., NDArray[np.float64]]] = {
    "pooled": forecast_quantiles,
    "transparent": transparent_quantiles,
}
"""Forecasting models by name."""


def forecast_panel(
    histories: Sequence[ArrayLike],
    *,
    last_years: Sequence[int],
    until: int,
    bounds: Bounds,
    monotone: Sequence[bool],
    model: str = "pooled",
) -> list[Forecast | NoForecast]:
    """Forecast every history up to the year `until`.

    Args:
        histories: Annual values, oldest first, NaN for a missing year.
        last_years: Calendar year of the last entry of each history.
        until: Last calendar year to forecast.
        bounds: Lower and upper limit of each indicator, None for no limit on a side.
        monotone: True for each indicator that cannot fall, such as a running total.
        model: Name of a model in `MODELS`.

    Returns:
        For each history its forecast for the years after its last observation, or the
        reason why there is none.

    Raises:
        ValueError: The model is unknown, or the arguments are not equally long.
    """
    if model not in MODELS:
        raise ValueError(f"no model is called {model!r}; known models: {', '.join(MODELS)}")
    if not len(histories) == len(last_years) == len(bounds) == len(monotone):
        raise ValueError(
            f"{len(histories)} histories, {len(last_years)} last years, {len(bounds)} bounds "
            f"and {len(monotone)} monotone flags must be equally many"
        )
    rows = [np.asarray(history, dtype=np.float64) for history in histories]
    counts = [int(np.isfinite(row).sum()) for row in rows]
    origins = [_last_known_year(row, year) for row, year in zip(rows, last_years, strict=True)]
    refusals = [_refusal(n, origin, until) for n, origin in zip(counts, origins, strict=True)]
    able = [place for place, refusal in enumerate(refusals) if refusal is None]
    horizon = max((until - origins[place] for place in able), default=1)
    quantiles = MODELS[model](
        [rows[place] for place in able],
        horizon,
        QUANTILE_LEVELS,
        [_floored(bounds[place], rows[place], monotone[place]) for place in able],
    )
    tables = iter(quantiles)
    return [
        refusal or _forecast(model, next(tables), origin=origin, until=until, n=n)
        for refusal, origin, n in zip(refusals, origins, counts, strict=True)
    ]


def _forecast(
    model: str, quantiles: NDArray[np.float64], *, origin: int, until: int, n: int
) -> Forecast:
    """Put calendar years to `quantiles`, whose first row is the year after `origin`."""
    years = np.arange(origin + 1, until + 1)
    return Forecast(model, years, quantiles[: len(years)], QUANTILE_LEVELS, n)


def _last_known_year(history: NDArray[np.float64], last_year: int) -> int:
    """Return the calendar year of the last observation, `last_year` where there is none."""
    known = np.flatnonzero(np.isfinite(history))
    return last_year - (len(history) - 1 - int(known[-1])) if len(known) else last_year


def _refusal(n: int, origin: int, until: int) -> NoForecast | None:
    """Return why a history cannot be forecast, or None where it can."""
    if n == 0:
        return NoForecast("没有观测值，无法预测。", "There is no observation to forecast from.", n)
    if n < FEWEST_OBSERVATIONS:
        return NoForecast(
            f"只有{n}个年度观测值，少于{FEWEST_OBSERVATIONS}个，不作预测。",
            f"Only {n} annual observation{'s' if n > 1 else ''}; a forecast needs at least "
            f"{FEWEST_OBSERVATIONS}.",
            n,
        )
    if until <= origin:
        return NoForecast(
            f"{until}年数据已有观测，无需预测。",
            f"The value of {until} has been observed; there is nothing to forecast.",
            n,
        )
    return None


def _floored(
    bounds: tuple[float | None, float | None], history: NDArray[np.float64], monotone: bool
) -> tuple[float | None, float | None]:
    """Return `bounds`, with the last observation as floor where the value cannot fall."""
    if not monotone:
        return bounds
    last = float(history[np.isfinite(history)][-1])
    low, high = bounds
    floor = last if low is None else max(low, last)
    return floor, high if high is None else max(high, floor)
