"""Per-head indicators forecast from their numerator and denominator, where both are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evaluation_lib.forecast import Forecast, NoForecast, forecast_panel
from evaluation_lib.forecast.quotient import quotient_forecast
from evaluation_lib.observations.per_head import PerHead
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import Indicator

AGREEMENT = 0.02
"""Share by which the quotient may differ from the last published figure, for rounding."""


def forecast_quotients(
    indicators: Sequence[Indicator],
    parts: Mapping[str, PerHead],
    series: Mapping[str, Series],
    years: Mapping[str, int],
    model: str,
) -> dict[str, Forecast]:
    """Forecast the indicators of `parts` whose numerator and denominator can both be forecast.

    The parts must say of the last year what the indicator says itself; otherwise they are of
    another definition, and the indicator is forecast as it stands.

    Args:
        indicators: Indicators of one plan.
        parts: Numerator and denominator by indicator id.
        series: Series of the indicators by id.
        years: Last whole year looked at, by indicator id.
        model: Name of the forecasting model.

    Returns:
        Forecasts by indicator id; none where a part is too short or does not agree.
    """
    found = {}
    for one in indicators:
        part = parts.get(one.id)
        if part is None:
            continue
        until = years[one.id]
        above, below = part.numerator.until(until), part.denominator.until(until)
        if not _agrees(part, above, below, series[one.id].until(until)):
            continue
        answers = [
            _forecast(above, one.target_year, model, lower=None),
            _forecast(below, one.target_year, model, lower=0.0),
        ]
        if not all(isinstance(answer, Forecast) for answer in answers):
            continue
        quotient = quotient_forecast(
            *(answer for answer in answers if isinstance(answer, Forecast)),
            known={point.year: point.value for point in below.points if point.is_exact},
            factor=part.factor,
            lag=part.lag,
            bounds=(one.lower, one.upper),
        )
        if quotient is not None:
            found[one.id] = quotient
    return found


def _agrees(part: PerHead, above: Series, below: Series, own: Series) -> bool:
    """Return whether the parts give the indicator's last exact value, in the same last year."""
    exact = [one for one in own.points if one.is_exact]
    if not exact or not above.points or above.points[-1].year != exact[-1].year:
        return False
    last, divisor = exact[-1], below.at(exact[-1].year - part.lag)
    if divisor is None or not (divisor.is_exact and above.points[-1].is_exact):
        return False
    if divisor.value == 0:
        return False
    quotient = part.factor * above.points[-1].value / divisor.value
    return abs(quotient - last.value) <= AGREEMENT * abs(last.value)


def _forecast(
    series: Series, until: int, model: str, *, lower: float | None
) -> Forecast | NoForecast:
    exact = [one.year for one in series.points if one.is_exact]
    (answer,) = forecast_panel(
        [series.history()],
        last_years=[max(exact, default=until)],
        until=until,
        bounds=[(lower, None)],
        monotone=[False],
        model=model,
    )
    return answer
