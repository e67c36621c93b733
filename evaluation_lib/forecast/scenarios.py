"""Histories read otherwise for 2020 and 2021: a sensitivity, never the headline.

The epidemic years stay in the history a report forecasts from. Bridged by straight lines they
would make the past look calmer than it was, and the intervals hold too little.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from evaluation_lib.forecast.model import Forecast, NoForecast
from evaluation_lib.forecast.panel import forecast_panel

UNUSUAL_YEARS = (2020, 2021)
"""Years of the epidemic."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One reading of a history.

    Attributes:
        name: Name in results.
        title_zh: What is done, in Chinese.
        title_en: The same in English.
        first: First calendar year left out.
        last: Last calendar year left out; before `first` where none is.
    """

    name: str
    title_zh: str
    title_en: str
    first: int
    last: int

    def keeps(self, year: int) -> bool:
        """Return whether the value of `year` is looked at."""
        return not self.first <= year <= self.last


AS_IS = Scenario("as_is", "历史如实", "history as it is", 1, 0)

SCENARIOS = (
    *(
        Scenario(f"without_{year}", f"历史不含{year}年", f"history without {year}", year, year)
        for year in UNUSUAL_YEARS
    ),
    Scenario("masked", "历史不含2020、2021年", "history without 2020 and 2021", *UNUSUAL_YEARS),
    Scenario("later_only", "历史只用2022年及以后", "history from 2022 on", 0, UNUSUAL_YEARS[-1]),
)
"""The readings that differ from `AS_IS`."""


def forecast_scenarios(
    history: ArrayLike,
    *,
    last_year: int,
    until: int,
    bounds: tuple[float | None, float | None] = (None, None),
    model: str = "pooled",
) -> Mapping[str, Forecast | NoForecast]:
    """Forecast one history under every scenario.

    Args:
        history: Annual values, oldest first, NaN for a missing year.
        last_year: Calendar year of the last entry.
        until: Last calendar year to forecast.
        bounds: Lower and upper limit of the indicator, None for no limit on a side.
        model: Name of the forecasting model.

    Returns:
        By name of the scenario, `as_is` first, its forecast or the reason why there is none. A
        scenario that leaves out the last value forecasts from an earlier year.
    """
    values = np.asarray(history, dtype=np.float64)
    years = np.arange(last_year - len(values) + 1, last_year + 1)
    readings = (AS_IS, *SCENARIOS)
    kept = [
        np.where([scenario.keeps(int(year)) for year in years], values, np.nan)
        for scenario in readings
    ]
    answers = forecast_panel(
        kept,
        last_years=[last_year] * len(kept),
        until=until,
        bounds=[bounds] * len(kept),
        monotone=[False] * len(kept),
        model=model,
    )
    return {one.name: answer for one, answer in zip(readings, answers, strict=True)}
