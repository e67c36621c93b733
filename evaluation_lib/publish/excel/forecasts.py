"""预测: the quantiles of every year forecast, never a bare point."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.publish.excel.cells import Cell, Column, Line, Number, Sheet, Words
from evaluation_lib.report.model import ForecastFact, IndicatorFact, Report
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.annex import annex
from evaluation_lib.report.wording.phrases import probability_of

_LEVELS = ("50", "80", "95")


def forecast_sheet(report: Report) -> Sheet:
    """Return the sheet: a line for each year to come, or one that says why there is none."""
    said = annex(report.language)
    columns = {
        "number": Column(said("number"), 6, right=True),
        "indicator": Column(said("indicator"), 30),
        "unit": Column(said("unit"), 12),
        "period": Column(said("forecast_period"), 11),
        "target": Column(said("target"), 10, right=True),
        "median": Column(said("median"), 11, right=True),
    }
    for level in _LEVELS:
        columns[f"low_{level}"] = Column(said("low", level=level), 11, right=True)
        columns[f"high_{level}"] = Column(said("high", level=level), 11, right=True)
    columns |= {
        "probability": Column(said("probability"), 9, right=True),
        "outlook": Column(said("outlook"), 12),
        "passing": Column(said("passing"), 10, right=True),
        "model": Column(said("model"), 14),
        "history": Column(said("history"), 8, right=True),
        "note": Column(said("forecast_note"), 48),
    }
    lines = tuple(line for fact in report.indicators for line in _lines(report, fact))
    title, note = said("forecasts.title"), said("forecasts.note")
    return Sheet(said("forecasts.tab"), title, note, columns, lines, frozen=2)


def _lines(report: Report, fact: IndicatorFact) -> Iterator[Line]:
    base: dict[str, Cell] = {
        "number": Number(fact.number),
        "indicator": Words(fact.name),
        "unit": Words(fact.unit),
    }
    forecast = fact.forecast
    if forecast is None:
        reason = fact.forecast_reason or fact.reason or ""
        yield Line({**base, "note": Words(reason)}, tint=fact.is_binding)
        return
    model = Words(annex(report.language)(f"model.{forecast.model}"))
    known: dict[str, Cell] = {"model": model, "history": Number(forecast.observations)}
    for year in forecast.path:
        if str(year.year) == forecast.period:
            continue
        quantiles = _quantiles(year.median, year.intervals, fact.decimals)
        yield Line({**base, **known, "period": Words(str(year.year)), **quantiles}, fact.is_binding)
    yield _target_line(report, fact, forecast, {**base, **known})


def _target_line(
    report: Report, fact: IndicatorFact, forecast: ForecastFact, cells: dict[str, Cell]
) -> Line:
    """Return the year of the target, or the years summed, with the chance that it is met."""
    probability = probability_of(fact)
    cells |= {
        "period": Words(forecast.period, strong=True),
        "outlook": Words(words(report.language).outlook(fact.outlook)),
        "note": Words(forecast.arithmetic),
        **_quantiles(forecast.median, forecast.intervals, fact.decimals),
    }
    if fact.target is not None:
        cells["target"] = Number(fact.target.value, fact.decimals)
    if probability is not None:
        cells["probability"] = Number(probability, 0 if fact.probability_observed else 2)
    if forecast.passing_year is not None:
        cells["passing"] = Number(forecast.passing_year)
    return Line(cells, tint=fact.is_binding)


def _quantiles(
    median: float, intervals: dict[str, tuple[float, float]], decimals: int
) -> dict[str, Cell]:
    found: dict[str, Cell] = {"median": Number(median, decimals)}
    for level, (low, high) in intervals.items():
        if level in _LEVELS:
            found[f"low_{level}"] = Number(low, decimals)
            found[f"high_{level}"] = Number(high, decimals)
    return found
