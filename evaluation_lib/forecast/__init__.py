"""Where it is heading: calibrated quantiles for the years ahead from a short history."""

from evaluation_lib.forecast.attainment import probability_at_least as attainment_probability
from evaluation_lib.forecast.engine import forecast_quantiles
from evaluation_lib.forecast.model import QUANTILE_LEVELS, Forecast, NoForecast
from evaluation_lib.forecast.panel import forecast_panel
from evaluation_lib.forecast.rivals import RIVALS, forecast_rival
from evaluation_lib.forecast.transparent import transparent_quantiles

__all__ = [
    "QUANTILE_LEVELS",
    "RIVALS",
    "Forecast",
    "NoForecast",
    "attainment_probability",
    "forecast_panel",
    "forecast_quantiles",
    "forecast_rival",
    "transparent_quantiles",
]
