"""The annex on how the forecasts would have done."""

from __future__ import annotations

from evaluation_lib.forecast.backtest import LONGEST_UNTESTED, binomial_band
from evaluation_lib.report.blocks import (
    Block,
    Cell,
    Column,
    Headline,
    Paragraph,
    Row,
    Section,
    SideBySide,
    Table,
    plain,
)
from evaluation_lib.report.charts.calibration import pit_chart, reliability_chart
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_forecast import BacktestFact, BacktestRow, HeldOutFact
from evaluation_lib.report.numbers import NO_VALUE, decimal, percent
from evaluation_lib.report.wording.forecasts import forecast_words

_OWN = ("ahead", "cases", "owa", "coverage_80", "coverage_95", "brier", "calibration")
_PUBLIC = ("set", "n", "cases", "owa", "coverage_80", "coverage_95", "brier", "calibration")
_HASH_SHOWN = 12


def backtest(report: Report) -> tuple[Block, ...]:
    """Return the tests of the forecasts; nothing where the report holds no forecast."""
    fact, language = report.backtest, report.language
    if fact is None:
        return ()
    title = forecast_words(language, "backtest.title")
    blocks: list[Block] = [
        Section(level=1, title=title, key="annex-backtest"),
        Headline(text=_headline(fact, language)),
    ]
    if fact.untested:
        series = decimal(fact.series, 0, language=language)
        told = forecast_words(
            language,
            "backtest.untested",
            count=fact.untested,
            most=LONGEST_UNTESTED,
            series=series,
        )
        blocks.append(Paragraph(spans=plain(told)))
    if fact.rows:
        blocks.append(_own_table(fact, language))
    if fact.curves:
        left = (reliability_chart(report, fact.curves),)
        blocks.append(SideBySide(left=left, right=(pit_chart(report, fact.curves),)))
    if fact.held_out:
        blocks += [_public_table(fact, language), _coverage_table(fact, language)]
    return tuple(blocks)


def _headline(fact: BacktestFact, language: str) -> str:
    if not fact.rows:
        return forecast_words(language, "backtest.none")
    key = "backtest.skill" if fact.shows_skill else "backtest.no_skill"
    owa = _owa(fact.rows[-1], language)
    counts = {"indicators": fact.indicators, "origins": fact.origins}
    return forecast_words(language, key, owa=owa, **counts)


def _owa(row: BacktestRow, language: str) -> str:
    if row.owa is None or row.owa_error is None:
        return NO_VALUE
    middle, error = (decimal(one, 2, language=language) for one in (row.owa, row.owa_error))
    return f"{middle}±{error}"


def _own_table(fact: BacktestFact, language: str) -> Table:
    return Table(
        key="backtest-table",
        title=forecast_words(language, "backtest.table"),
        columns=_columns(_OWN, language, left=1),
        rows=tuple(_own_row(one, language) for one in fact.rows),
        notes=(plain(forecast_words(language, "backtest.note")),),
    )


def _own_row(row: BacktestRow, language: str) -> Row:
    name = forecast_words(language, "backtest.together")
    if row.ahead:
        name = forecast_words(language, "backtest.ahead", ahead=row.ahead)
    texts = (
        name,
        str(row.cases),
        _owa(row, language),
        _covered(row, "80", language),
        _covered(row, "95", language),
        decimal(row.brier, 3, language=language),
        decimal(row.calibration_error, 3, language=language),
    )
    return _texts(texts)


def _covered(row: BacktestRow, level: str, language: str) -> str:
    held = row.coverage[level]
    low, high = (percent(one, language=language, decimals=0) for one in held.band)
    share = percent(held.share, language=language, decimals=0)
    return forecast_words(language, "backtest.share", share=share, low=low, high=high)


def _public_table(fact: BacktestFact, language: str) -> Table:
    shown = fact.input_sha256[:_HASH_SHOWN]
    return Table(
        key="held-out-table",
        title=forecast_words(language, "held_out.table", date=fact.measured_on),
        columns=_columns(_PUBLIC, language, left=1),
        rows=tuple(_public_row(one, language) for one in fact.held_out),
        notes=(plain(forecast_words(language, "held_out.note", hash=shown)),),
    )


def _public_row(row: HeldOutFact, language: str) -> Row:
    owa, error, brier, calibration = (
        NO_VALUE if one is None else decimal(one, 3, language=language)
        for one in (row.owa, row.owa_error, row.brier, row.calibration_error)
    )
    texts = (
        forecast_words(language, f"held_out.{row.set}"),
        str(row.n),
        decimal(row.cases, 0, language=language),
        f"{owa}±{error}",
        percent(row.coverage_80, language=language),
        percent(row.coverage_95, language=language),
        brier,
        calibration,
    )
    return _texts(texts)


def _coverage_table(fact: BacktestFact, language: str) -> Table:
    """Return what both intervals held, by years of history and years ahead."""
    aheads = sorted({ahead for one in fact.held_out for ahead in one.by_ahead})
    fewest = min(count for one in fact.held_out for _, _, count in one.by_ahead.values())
    bands = [100 * (binomial_band(level, fewest)[1] - level) for level in (0.8, 0.95)]
    note = forecast_words(
        language,
        "held_out.coverage_note",
        fewest=decimal(fewest, 0, language=language),
        band80=decimal(bands[0], 1, language=language),
        band95=decimal(bands[1], 1, language=language),
    )
    ahead_columns = tuple(
        Column(
            title=forecast_words(language, "backtest.ahead", ahead=ahead),
            align="right",
            width=1.0,
        )
        for ahead in aheads
    )
    return Table(
        key="held-out-coverage",
        title=forecast_words(language, "held_out.coverage"),
        columns=(*_columns(("set", "n"), language, left=1), *ahead_columns),
        rows=tuple(_coverage_row(one, aheads, language) for one in fact.held_out),
        notes=(plain(note),),
    )


def _coverage_row(row: HeldOutFact, aheads: list[int], language: str) -> Row:
    texts = [forecast_words(language, f"held_out.{row.set}"), str(row.n)]
    for ahead in aheads:
        held = row.by_ahead.get(ahead)
        texts.append(
            NO_VALUE
            if held is None
            else forecast_words(
                language,
                "held_out.pair",
                low=decimal(100 * held[0], 1, language=language),
                high=decimal(100 * held[1], 1, language=language),
            )
        )
    return _texts(tuple(texts))


def _columns(names: tuple[str, ...], language: str, *, left: int) -> tuple[Column, ...]:
    """Return columns by name, the first `left` of them words and the rest numbers."""
    return tuple(
        Column(
            title=forecast_words(language, f"column.{name}"),
            align="left" if place < left else "right",
            width=1.0 if place >= left else 1.3,
        )
        for place, name in enumerate(names)
    )


def _texts(texts: tuple[str, ...]) -> Row:
    return Row(cells=tuple(Cell(spans=plain(text)) for text in texts))
