"""What the months of a year under way already show, and what the forecast made of them."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.assessment.months_known import certain_so_far, months_of
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.forecast.model import PartKnown
from evaluation_lib.plan.model import Kind
from evaluation_lib.report import numbers
from evaluation_lib.report.narrative.voice import Voice
from evaluation_lib.report.wording.forecasts import forecast_words


def months_known(assessment: Assessment, voice: Voice) -> Iterator[str]:
    """Say what is known of years under way: as the forecast took it, or for information only."""
    indicator, series = assessment.indicator, assessment.series
    parts = [one for one in series.parts if one.year > indicator.baseline_year]
    if not parts:
        return
    forecast = assessment.outlook.forecast
    if forecast is None:
        last = parts[-1]
        yield voice.say("parts", period=last.period, value=voice.value(last.value, last.comparator))
        return
    told = {one.year for one in forecast.parts_known}
    for part in forecast.parts_known:
        yield part_sentence(part, voice)
    for one in months_of(indicator, series):
        if one.year not in told and one.year in forecast.years and one.least is not None:
            known = voice.value(one.least)
            yield forecast_words(voice.language, "months.bound", year=one.year, known=known)
    certain = certain_so_far(indicator, series)
    if indicator.kind is Kind.CUMULATIVE and certain:
        yield forecast_words(
            voice.language,
            "months.total",
            span=voice.span(indicator.baseline_year + 1, indicator.target_year),
            known=voice.value((assessment.progress.total or 0.0) + certain),
        )


def part_sentence(part: PartKnown, voice: Voice) -> str:
    """Return what is known of a year, the share it is divided by, and both estimates' weights."""
    language = voice.language
    return forecast_words(
        language,
        "months.known",
        part=_known(part, voice),
        year=part.year,
        compared=part.compared,
        years="year" if part.compared == 1 else "years",
        share=voice.share(part.share),
        estimate=voice.value(part.estimate),
        annual=voice.value(part.annual),
        weight=numbers.percent(part.weight, language=language, decimals=0),
        rest=numbers.percent(1 - part.weight, language=language, decimals=0),
        median=voice.value(part.median),
    )


def _known(part: PartKnown, voice: Voice) -> str:
    language, rule = voice.language, voice.indicator.period_rule
    count = "months.one" if part.months == 1 else "months.many"
    return forecast_words(
        language,
        f"months.{rule}",
        year=part.year,
        month=part.months,
        span="1" if part.months == 1 else f"1—{part.months}",
        months=forecast_words(language, count, count=part.months),
        known=voice.value(part.known),
    )
