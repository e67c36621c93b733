"""One indicator's trend for an analyst: every model side by side, and every reading of 2020-21."""

from __future__ import annotations

from evaluation_lib.evaluation import Evaluation, named_model
from evaluation_lib.forecast import Forecast, NoForecast
from evaluation_lib.forecast.scenarios import AS_IS, SCENARIOS, forecast_scenarios
from evaluation_lib.plan.model import Kind
from evaluation_lib.report.blocks import Block, Cell, Column, Note, Row, Table, plain
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.wording.forecasts import forecast_words
from evaluation_lib.report.wording.phrases import value_text

_LEVELS = ("50", "80", "95")


def rival_models(report: Report, key: str) -> tuple[Block, ...]:
    """Return what the headline and each rival say of the target year; why, where they do not.

    Args:
        report: Report the indicator belongs to.
        key: Indicator id.

    Raises:
        KeyError: The plan has no such indicator.
    """
    fact, language = report.indicator(key), report.language
    if fact.forecast is None:
        reason = fact.forecast_reason or forecast_words(language, "trend.none")
        return (Note(spans=plain(reason)),)
    forecast = fact.forecast
    ends = [_span(fact, forecast.intervals[level], language) for level in _LEVELS]
    name = forecast_words(language, f"model.{forecast.model}")
    rows = [_row(name, value_text(forecast.median, fact, language), *ends)]
    for one in fact.rivals:
        value = NO_VALUE if one.value is None else value_text(one.value, fact, language)
        rows.append(_row(one.title, value, one.reason or "", "", ""))
    title = forecast_words(language, "trend.models", name=fact.short_name, period=forecast.period)
    columns = _columns(language, forecast_words(language, "column.model"))
    return (Table(key=f"trend-{key}", title=title, columns=columns, rows=tuple(rows)),)


def scenarios(
    evaluation: Evaluation, report: Report, key: str, model: str = ""
) -> tuple[Block, ...]:
    """Return the forecast of the target year under each reading of 2020 and 2021.

    Yearly values are forecast, also of a cumulative target.

    Args:
        evaluation: What `report` was made from.
        report: Gives the language and how numbers are written.
        key: Indicator id.
        model: Name of the forecasting model; blank for the usual one.

    Raises:
        KeyError: The plan has no such indicator.
        JobError: No model has that name.
    """
    fact, language = report.indicator(key), report.language
    assessment = next(one for one in evaluation.assessments if one.indicator.id == key)
    indicator, series = assessment.indicator, assessment.series
    exact = [one.year for one in series.points if one.is_exact]
    if not exact:
        return (Note(spans=plain(forecast_words(language, "trend.none"))),)
    answers = forecast_scenarios(
        series.history(),
        last_year=exact[-1],
        until=indicator.target_year,
        bounds=(indicator.lower, indicator.upper),
        model=named_model(model),
    )
    rows = tuple(
        _scenario(
            one.title_zh if language == "zh" else one.title_en,
            answers[one.name],
            fact,
            indicator.target_year,
            language,
        )
        for one in (AS_IS, *SCENARIOS)
    )
    title = forecast_words(
        language, "trend.scenarios", name=fact.short_name, year=indicator.target_year
    )
    columns = _columns(language, forecast_words(language, "column.history"))
    blocks: list[Block] = [Table(key=f"scenarios-{key}", title=title, columns=columns, rows=rows)]
    if indicator.kind is Kind.CUMULATIVE:
        blocks.append(Note(spans=plain(forecast_words(language, "trend.yearly"))))
    return tuple(blocks)


def _scenario(
    title: str, answer: Forecast | NoForecast, fact: IndicatorFact, year: int, language: str
) -> Row:
    if isinstance(answer, NoForecast):
        reason = answer.reason_zh if language == "zh" else answer.reason_en
        return _row(title, NO_VALUE, reason, "", "")
    ends = [_span(fact, answer.interval(year, int(level) / 100), language) for level in _LEVELS]
    return _row(title, value_text(answer.median(year), fact, language), *ends)


def _span(fact: IndicatorFact, ends: tuple[float, float], language: str) -> str:
    low, high = (value_text(one, fact, language) for one in ends)
    return forecast_words(language, "trend.span", low=low, high=high)


def _columns(language: str, first: str) -> tuple[Column, ...]:
    interval = [forecast_words(language, "column.interval", level=level) for level in _LEVELS]
    median = forecast_words(language, "column.median")
    return (
        Column(title=first, width=1.2),
        Column(title=median, align="right", width=0.8),
        *(Column(title=title, width=1.3) for title in interval),
    )


def _row(*texts: str) -> Row:
    return Row(cells=tuple(Cell(spans=plain(text)) for text in texts))
