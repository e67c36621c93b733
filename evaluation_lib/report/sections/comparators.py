"""Other places beside ours: only where definition, unit and year match, the rest apart."""

from __future__ import annotations

from evaluation_lib.report.blocks import (
    Block,
    Cell,
    Column,
    Note,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    plain,
)
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.model_judgement import ComparatorFact, CountiesFact, CountyFact
from evaluation_lib.report.numbers import (
    NO_VALUE,
    compared,
    percent,
    plan_value,
    unit_after,
)
from evaluation_lib.report.sections.anchors import indicator_anchor
from evaluation_lib.report.wording.judgement import judged


def comparators(report: Report) -> tuple[Block, ...]:
    """Return the chapter on other places and on counties; nothing where neither is known."""
    language = report.language
    if not report.comparators and not report.counties:
        return ()
    blocks: list[Block] = [
        Section(
            level=1,
            title=judged(language, "comparators.title"),
            key="comparators",
        )
    ]
    if report.comparators:
        matched = [one for one in report.comparators if one.reason is None]
        apart = [one for one in report.comparators if one.reason is not None]
        if matched:
            blocks.append(_matched(report, matched))
        else:
            blocks.append(Paragraph(spans=plain(judged(language, "comparators.none"))))
        if apart:
            blocks.append(_apart(report, apart))
        blocks.append(Note(spans=plain(judged(language, "comparators.note"))))
    if report.counties:
        blocks.append(
            Section(level=2, title=judged(language, "counties.title"), key="comparators-counties")
        )
        blocks.append(_counties(report))
    return tuple(blocks)


def _matched(report: Report, facts: list[ComparatorFact]) -> Table:
    keys = ("place", "period", "value", "own", "growth", "own_growth", "source")
    rows = []
    for one in facts:
        growth = own_growth = NO_VALUE
        if one.growth is not None and one.own_growth is not None:
            growth = judged(
                report.language,
                "comparators.since",
                growth=percent(one.growth, language=report.language),
                year=one.growth_from,
            )
            own_growth = percent(one.own_growth, language=report.language)
        own = NO_VALUE if one.own is None else plan_value(one.own, language=report.language)
        texts = (
            one.jurisdiction_name,
            one.period,
            _value(report, one),
            own,
            growth,
            own_growth,
            one.source_title,
        )
        rows.append(_row(report, one.indicator, texts))
    return _table(report, "matched", keys, rows)


def _apart(report: Report, facts: list[ComparatorFact]) -> Table:
    keys = ("place", "period", "value", "reason", "source")
    rows = [
        _row(
            report,
            one.indicator,
            (
                one.jurisdiction_name,
                one.period,
                _value(report, one),
                one.reason or NO_VALUE,
                one.source_title,
            ),
        )
        for one in facts
    ]
    return _table(report, "apart", keys, rows)


def _table(report: Report, name: str, keys: tuple[str, ...], rows: list[Row]) -> Table:
    language = report.language
    widths = {"reason": 1.0, "source": 1.2}
    return Table(
        key=f"comparators-{name}",
        title=judged(language, f"comparators.{name}"),
        columns=(
            Column(title=judged(language, "column.indicator"), width=1.0),
            *(
                Column(
                    title=judged(language, f"comparators.{key}"),
                    align="right" if key in ("value", "own", "own_growth") else "left",
                    width=widths.get(key),
                    keep=key not in widths,
                )
                for key in keys
            ),
        ),
        rows=tuple(rows),
    )


def _row(report: Report, indicator: str, texts: tuple[str, ...]) -> Row:
    fact = report.indicator(indicator)
    cells = [_name(fact), *(Cell(spans=plain(text)) for text in texts)]
    return Row(cells=tuple(cells), tint=fact.is_binding)


def _name(fact: IndicatorFact) -> Cell:
    return Cell(spans=(Span(text=fact.short_name, href=f"#{indicator_anchor(fact)}"),))


def _value(report: Report, one: ComparatorFact) -> str:
    written = compared(plan_value(one.value, language=report.language), one.comparator)
    return written + unit_after(one.unit, language=report.language)


def _counties(report: Report) -> Table:
    language = report.language
    ranked = sum(one.is_ranked for one in report.counties)
    key = "counties.table" if ranked else "counties.none"
    keys = ("years", "pooled", "first", "last")
    rows = []
    for one in report.counties:
        fact = report.indicator(one.indicator)
        texts = (
            f"{one.first_year}{'—' if language == 'zh' else '–'}{one.last_year}",
            percent(one.pooled, language=language),
            _entry(report, one, one.counties[0]),
            _entry(report, one, one.counties[-1]),
        )
        cells = [_name(fact), *(Cell(spans=plain(text)) for text in texts)]
        rows.append(Row(cells=tuple(cells), tint=fact.is_binding))
    return Table(
        key="counties",
        title=judged(language, key, count=len(report.counties), ranked=ranked),
        columns=(
            Column(title=judged(language, "column.indicator"), width=0.8),
            *(
                Column(
                    title=judged(language, f"counties.{name}"),
                    align="right" if name == "pooled" else "left",
                    width=1.0 if name in ("first", "last") else None,
                    keep=name in ("years", "pooled"),
                )
                for name in keys
            ),
        ),
        rows=tuple(rows),
        notes=(plain(judged(language, "counties.note")),),
    )


def _entry(report: Report, found: CountiesFact, county: CountyFact) -> str:
    language = report.language
    if not found.is_ranked:
        return NO_VALUE
    dash = "—" if language == "zh" else "–"
    ranks = str(county.best_rank)
    if county.worst_rank != county.best_rank:
        ranks += f"{dash}{county.worst_rank}"
    return judged(
        language,
        "counties.entry",
        name=county.jurisdiction_name,
        growth=percent(county.shrunk, language=language),
        low=percent(county.low, language=language),
        high=percent(county.high, language=language),
        rank=judged(language, "counties.rank", rank=ranks),
    )
