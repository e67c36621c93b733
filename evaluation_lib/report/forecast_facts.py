"""The forecast of one indicator, its rivals and its coming years, as the report states them."""

from __future__ import annotations

from evaluation_lib.assessment.progress import YEARLY_KINDS
from evaluation_lib.assessment.rival_answers import rival_answers
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.forecast import RIVALS, Forecast
from evaluation_lib.forecast.rivals.registry import RivalRefusal
from evaluation_lib.plan.model import Kind
from evaluation_lib.report.model import ForecastFact, ForecastYear, RivalFact, YearFact

COVERAGES = (50, 80, 95)


def forecast_fact(assessment: Assessment, language: str) -> ForecastFact | None:
    """Return the predictive distribution up to the target year, None without a forecast."""
    forecast = assessment.outlook.forecast
    year = assessment.indicator.target_year
    if forecast is None or year not in forecast.years:
        return None
    path = tuple(_year(forecast, int(one)) for one in forecast.years if one <= year)
    first = assessment.indicator.baseline_year + 1
    cumulative = assessment.indicator.kind is Kind.CUMULATIVE
    dash = "—" if language == "zh" else "–"
    return ForecastFact(
        period=f"{first}{dash}{year}" if cumulative else str(year),
        median=path[-1].median,
        intervals=path[-1].intervals,
        probability=assessment.outlook.probability,
        model=forecast.model,
        observations=forecast.n,
        path=path,
    )


def rival_facts(assessment: Assessment, year: int, language: str) -> tuple[RivalFact, ...]:
    """Return what each rival model says of the target year, or why it cannot.

    Rivals are asked only where the headline model answers, so that they stand beside it.
    """
    indicator, forecast = assessment.indicator, assessment.outlook.forecast
    if forecast is None or indicator.kind is Kind.CUMULATIVE:
        return ()
    if year >= indicator.target_year:
        return ()
    facts = []
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
