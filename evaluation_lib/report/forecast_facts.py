"""The forecast of one indicator, its rivals and its coming years, as the report states them."""

from __future__ import annotations

import math
from dataclasses import asdict

from evaluation_lib.assessment.passing import passing_year
from evaluation_lib.assessment.progress import YEARLY_KINDS
from evaluation_lib.assessment.rival_answers import rival_answers
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.forecast import RIVALS, Forecast
from evaluation_lib.forecast.rivals.registry import RivalRefusal
from evaluation_lib.forecast.transparent import MedianSum, median_sum
from evaluation_lib.plan.model import Indicator, Kind
from evaluation_lib.report import numbers
from evaluation_lib.report.model import ForecastFact, ForecastYear, RivalFact, YearFact
from evaluation_lib.report.model_forecast import PartKnownFact
from evaluation_lib.report.narrative.months import part_sentence
from evaluation_lib.report.narrative.voice import Voice
from evaluation_lib.report.wording.forecasts import forecast_words

COVERAGES = (50, 80, 95)
TRANSPARENT = "transparent"


def forecast_fact(assessment: Assessment, language: str) -> ForecastFact | None:
    """Return the predictive distribution up to the target year, None without a forecast."""
    forecast = assessment.outlook.forecast
    indicator, year = assessment.indicator, assessment.indicator.target_year
    if forecast is None or year not in forecast.years:
        return None
    path = tuple(_year(forecast, int(one)) for one in forecast.years if one <= year)
    first = indicator.baseline_year + 1
    cumulative = indicator.kind is Kind.CUMULATIVE
    dash = "—" if language == "zh" else "–"
    return ForecastFact(
        period=f"{first}{dash}{year}" if cumulative else str(year),
        median=path[-1].median,
        intervals=path[-1].intervals,
        probability=assessment.outlook.probability,
        model=forecast.model,
        observations=forecast.n,
        path=path,
        arithmetic=_arithmetic(assessment, forecast, language),
        passing_year=passing_year(indicator, assessment.series, assessment.outlook),
        parts_known=tuple(
            PartKnownFact(**asdict(one), text=part_sentence(one, Voice(indicator, language)))
            for one in forecast.parts_known
        ),
    )


def _arithmetic(assessment: Assessment, forecast: Forecast, language: str) -> str:
    """Return the sum behind the median and its interval; blank where they are not such a sum.

    There is none where the model is another, the target a running total, or a bound moved the
    median. What the months of a year under way changed is told beside it.
    """
    indicator = assessment.indicator
    if forecast.model != TRANSPARENT or indicator.kind is Kind.CUMULATIVE:
        return ""
    sum_ = _transparent_sum(assessment, forecast)
    median = forecast.median(indicator.target_year)
    months = bool(forecast.parts_known)
    if not months and not math.isclose(sum_.median, median, rel_tol=1e-9):
        return ""

    def written(value: float) -> str:
        return numbers.decimal(value, indicator.decimals, language=language)

    low, high = (_within(indicator, one) for one in sum_.interval)
    return forecast_words(
        language,
        "transparent.sum_annual" if months else "transparent.sum",
        last=written(sum_.last),
        sign=numbers.MINUS if sum_.mean_change < 0 else "+",
        share=numbers.decimal(sum_.trend_share, 3, language=language),
        ahead=sum_.ahead,
        change=numbers.decimal(abs(sum_.mean_change), indicator.decimals + 2, language=language),
        median=written(sum_.median),
        width=numbers.decimal(sum_.width, 3, language=language),
        typical=numbers.decimal(sum_.typical_change, indicator.decimals + 2, language=language),
        low=written(low),
        high=written(high),
    )


def _transparent_sum(assessment: Assessment, forecast: Forecast) -> MedianSum:
    last = int(forecast.years[0]) - 1
    history = assessment.series.until(last).history()
    return median_sum(history, assessment.indicator.target_year - last)


def _within(indicator: Indicator, value: float) -> float:
    """Return `value`, cut off at what the indicator can be."""
    low = value if indicator.lower is None else max(value, indicator.lower)
    return low if indicator.upper is None else min(low, indicator.upper)


def rival_facts(assessment: Assessment, year: int, language: str) -> tuple[RivalFact, ...]:
    """Return what each rival model says of the target year, or why it cannot.

    Rivals are asked only where the headline model answers, so that they stand beside it. The
    transparent form leads them where it is not the headline itself.
    """
    indicator, forecast = assessment.indicator, assessment.outlook.forecast
    if forecast is None or indicator.kind is Kind.CUMULATIVE:
        return ()
    if year >= indicator.target_year:
        return ()
    facts = []
    if forecast.model != TRANSPARENT:
        value = _within(indicator, _transparent_sum(assessment, forecast).median)
        title = forecast_words(language, "transparent.title")
        facts.append(RivalFact(name=TRANSPARENT, title=title, value=value, reason=None))
    for name, answer in rival_answers(assessment.series, indicator.target_year).items():
        rival = RIVALS[name]
        title = rival.title_zh if language == "zh" else rival.title_en
        if isinstance(answer, RivalRefusal):
            reason = answer.reason_zh if language == "zh" else answer.reason_en
            facts.append(RivalFact(name=name, title=title, value=None, reason=reason))
        else:
            value = float(answer.point[-1])
            facts.append(RivalFact(name=name, title=title, value=value, reason=None))
    return tuple(facts)


def year_facts(assessment: Assessment) -> tuple[YearFact, ...]:
    """Return each year of the plan against its threshold, for kinds judged every year."""
    if assessment.indicator.kind not in YEARLY_KINDS:
        return ()
    known = [
        YearFact(
            year=one.year, value=one.value, met=one.met, difference=one.difference, probability=None
        )
        for one in assessment.progress.years
    ]
    judged = {one.year for one in known}
    ahead = [
        YearFact(year=year, value=None, met=None, difference=None, probability=chance)
        for year, chance in (assessment.outlook.yearly or {}).items()
        if year not in judged
    ]
    return (*known, *ahead)


def _year(forecast: Forecast, year: int) -> ForecastYear:
    return ForecastYear(
        year=year,
        median=forecast.median(year),
        intervals={str(level): forecast.interval(year, level / 100) for level in COVERAGES},
    )
