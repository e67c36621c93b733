"""What every rival model answers to one history; asked once, because some of them are slow."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from evaluation_lib.forecast import RIVALS, forecast_rival
from evaluation_lib.forecast.rivals.registry import RivalForecast, RivalRefusal
from evaluation_lib.observations.series import Series

RivalAnswers = Mapping[str, RivalForecast | RivalRefusal]


def rival_answers(series: Series, until: int) -> RivalAnswers:
    """Return the forecast or refusal of each rival, by name.

    Args:
        series: Observed yearly values; bounds are not looked at.
        until: Last calendar year to forecast.

    Returns:
        Answers whose first year follows the last exact value; none where that is not before
        `until`, or there is no exact value.
    """
    exact = [one.year for one in series.points if one.is_exact]
    if not exact or exact[-1] >= until:
        return MappingProxyType({})
    return _asked(tuple(series.history().tolist()), until - exact[-1])


@lru_cache(maxsize=4096)
def _asked(history: tuple[float, ...], horizon: int) -> RivalAnswers:
    return MappingProxyType({name: forecast_rival(name, history, horizon) for name in RIVALS})
