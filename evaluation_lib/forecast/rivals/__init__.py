"""Rival forecasts by name. Importing this package enters every rival."""

from evaluation_lib.forecast.rivals import (  # noqa: F401  importing a rival enters it
    arima,
    cagr,
    damped_holt,
    drift,
    linear,
    naive,
    theta,
)
from evaluation_lib.forecast.rivals.registry import (
    RIVALS,
    Rival,
    RivalForecast,
    RivalRefusal,
    forecast_rival,
)

__all__ = ["RIVALS", "Rival", "RivalForecast", "RivalRefusal", "forecast_rival"]
