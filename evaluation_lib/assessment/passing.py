"""In which year the forecast's median reaches the target, also where that is after the plan."""

from __future__ import annotations

from evaluation_lib.assessment.outlook import Outlook, forecast_series
from evaluation_lib.assessment.progress import CHANGE_KINDS, YEARLY_KINDS
from evaluation_lib.forecast import Forecast
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import Indicator

YEARS_LOOKED_AHEAD = 6
"""Years after the last exact value; the tables of the forecasts reach no further."""


def passing_year(indicator: Indicator, series: Series, outlook: Outlook) -> int | None:
    """Return the first year whose median reaches the target.

    A running total is looked at within the plan only, because it ends with it.

    Args:
        indicator: Gives target and direction.
        series: What the forecast rests on.
        outlook: Its forecast; nothing is asked where it is a fact.

    Returns:
        A calendar year; None without a forecast, for kinds judged every year, and where the median
        stays short of the target throughout.
    """
    forecast = outlook.forecast
    if forecast is None or outlook.observed or indicator.target is None:
        return None
    if indicator.kind in YEARLY_KINDS:
        return None
    found = _first_reached(indicator, forecast)
    if found is not None or indicator.kind not in CHANGE_KINDS:
        return found
    last = int(forecast.years[0]) - 1
    later = indicator.model_copy(update={"target_year": last + YEARS_LOOKED_AHEAD})
    if later.target_year <= indicator.target_year:
        return None
    known = max((one.year for one in series.points), default=last)
    answer = forecast_series([later], [series], known, forecast.model)[0]
    return _first_reached(indicator, answer) if isinstance(answer, Forecast) else None


def _first_reached(indicator: Indicator, forecast: Forecast) -> int | None:
    years = (int(year) for year in forecast.years)
    return next((year for year in years if indicator.is_met_by(forecast.median(year))), None)
