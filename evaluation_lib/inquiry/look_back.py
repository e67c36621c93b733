"""A forecast made from the end of an earlier year, beside what came."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation_lib.assessment.outlook import forecast_series
from evaluation_lib.evaluation import named_model
from evaluation_lib.forecast import Forecast, NoForecast
from evaluation_lib.forecast.model import FEWEST_OBSERVATIONS
from evaluation_lib.inquiry.answer import Answer, ask
from evaluation_lib.inquiry.desk import Desk
from evaluation_lib.inquiry.setting import Setting
from evaluation_lib.observations.series import Series


@dataclass(frozen=True, slots=True)
class Outcome:
    """One year that was forecast and has come since; values in the indicator's unit.

    Attributes:
        low: Lower end of the interval at the level asked for.
        high: Upper end of the same.
        came: The value as known on the as-of date.
    """

    year: int
    low: float
    median: float
    high: float
    came: float

    @property
    def is_held(self) -> bool:
        """Whether the interval held what came."""
        return self.low <= self.came <= self.high


@dataclass(frozen=True, slots=True)
class LookBack:
    """One indicator forecast again from an earlier year.

    Attributes:
        answer: The same indicator judged today; of a cumulative target the yearly values count.
        origins: Years from whose end it can be tried, rising.
        origin: The one looked back to; None where there is none.
        forecast: What would have been said then, or why nothing.
        outcomes: Each year of it that has come since.
    """

    answer: Answer
    origins: tuple[int, ...]
    origin: int | None
    forecast: Forecast | NoForecast | None
    outcomes: tuple[Outcome, ...]


def testable_origins(series: Series) -> tuple[int, ...]:
    """Return the years with enough exact values up to them and at least one after."""
    exact = [one.year for one in series.points if one.is_exact]
    return tuple(exact[FEWEST_OBSERVATIONS - 1 : -1])


def look_back(desk: Desk, setting: Setting) -> LookBack:
    """Forecast from the end of `setting.origin` with the values before it, and compare.

    Values stand as known on the as-of date: later revisions of the years before the origin are in
    them, which a forecaster of that year did not have.

    Raises:
        JobError: The setting names what is not there.
    """
    answer = ask(desk, setting.model_copy(update={"assume": ()}))
    assessment = answer.assessment
    indicator, series = assessment.indicator, assessment.series
    origins = testable_origins(series)
    if not origins:
        return LookBack(answer, (), None, None, ())
    origin = setting.origin if setting.origin in origins else origins[-1]
    model = named_model(setting.model or desk.model)
    (forecast,) = forecast_series([indicator], [series.until(origin)], origin, model)
    if isinstance(forecast, NoForecast):
        return LookBack(answer, origins, origin, forecast, ())
    outcomes = []
    for point in series.points:
        if point.is_exact and point.year in forecast.years:
            low, high = forecast.interval(point.year, setting.level / 100)
            median = forecast.median(point.year)
            outcomes.append(Outcome(point.year, low, median, high, point.value))
    return LookBack(answer, origins, origin, forecast, tuple(outcomes))
