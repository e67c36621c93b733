"""A forecast told what the months of a year under way already show."""

from __future__ import annotations

import math

from evaluation_lib.forecast import Forecast, NoForecast
from evaluation_lib.forecast.bounded import conditioned
from evaluation_lib.forecast.year_to_date import YearToDate, blended, estimate_year
from evaluation_lib.observations.series import Series
from evaluation_lib.observations.year_under_way import YearUnderWay, years_under_way
from evaluation_lib.plan.model import Indicator, PeriodRule


def months_of(indicator: Indicator, series: Series) -> tuple[YearUnderWay, ...]:
    """Return what is known of the years after the last yearly value of `series`."""
    never_negative = indicator.lower is not None and indicator.lower >= 0
    return years_under_way(series, indicator.period_rule, never_negative=never_negative)


def told_of_months(
    indicator: Indicator, series: Series, answer: Forecast | NoForecast
) -> Forecast | NoForecast:
    """Return `answer` with the years under way in it, as far as their months tell anything.

    Months whose share of earlier years is known estimate their year, and the estimate is averaged
    with the forecast. Without such a share, what is already there is a lower bound of the year.

    Args:
        indicator: Gives the rule by which months make a year, and the bounds.
        series: What is observed.
        answer: Forecast of the yearly values, or the reason why there is none.
    """
    history = series.history()
    for one in months_of(indicator, series):
        if not isinstance(answer, Forecast) or one.year not in answer.years:
            continue
        estimate = _estimate(one, indicator, history.tolist()) if one.months else None
        if isinstance(estimate, YearToDate):
            low = -math.inf if indicator.lower is None else indicator.lower
            high = math.inf if indicator.upper is None else indicator.upper
            low = low if one.least is None else max(low, one.least)
            answer = blended(answer, one.year, estimate, (low, max(low, high)))
        elif one.least is not None:
            answer = conditioned(answer, {one.year: (one.least, None)})
    return answer


def certain_so_far(indicator: Indicator, series: Series) -> float:
    """Return what the months of years under way add to a running total for certain."""
    return sum(
        one.least or 0.0
        for one in months_of(indicator, series)
        if one.year <= indicator.target_year
    )


def _estimate(
    one: YearUnderWay, indicator: Indicator, history: list[float]
) -> YearToDate | NoForecast:
    return estimate_year(
        one.known,
        list(one.shares.values()),
        months=one.months,
        history=history,
        closing=indicator.period_rule is PeriodRule.END,
    )
