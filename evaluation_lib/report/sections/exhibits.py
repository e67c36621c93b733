"""The annex of views that an analyst sent: chart, numbers, settings, and that it is no finding."""

from __future__ import annotations

from evaluation_lib.report.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Note,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_exhibit import ExhibitColumn, ExhibitFact, ExhibitTable
from evaluation_lib.report.sections.indicator import indicator_chart
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.exhibits import exhibit_words

_LONG_TEXT = 12  # characters from which a column of words takes its share of the free width


def exhibits(report: Report) -> tuple[Block, ...]:
    """Return the annex of exhibits; nothing where none was sent."""
    if not report.exhibits:
        return ()
    language = report.language
    intro = exhibit_words(language, "intro", count=len(report.exhibits))
    blocks: list[Block] = [
        Section(level=1, title=exhibit_words(language, "title"), key="exhibits", fresh_page=True),
        Paragraph(spans=plain(intro)),
    ]
    for one in report.exhibits:
        view = exhibit_words(language, f"view.{one.view}")
        key = f"exhibit-{one.name}"
        blocks.append(Section(level=2, title=one.title, key=key, tags=(view,)))
        blocks += exhibit_blocks(report, one)
    return tuple(blocks)


def exhibit_blocks(report: Report, fact: ExhibitFact) -> tuple[Block, ...]:
    """Return everything said of one exhibit below its title.

    Args:
        report: Gives language, data version and the frame of charts.
        fact: The exhibit; it need not be one of the report's own.
    """
    key = f"exhibit-{fact.name or fact.view}"
    label = (Span(text=fact.label, strong=True, tone=Tone.LATE),)
    blocks: list[Block] = [Paragraph(spans=label)]
    if fact.reason:
        return (*blocks, Paragraph(spans=plain(fact.reason)))
    said = words(report.language)["sentence.space"].join(fact.sentences)
    if said:
        blocks.append(Paragraph(spans=plain(said)))
    if fact.note:
        blocks.append(Paragraph(spans=plain(fact.note)))
    chart = _chart(report, fact, key)
    if chart is not None:
        blocks.append(chart)
    blocks += [
        _table(one, f"{key}-table-{place}") for place, one in enumerate(fact.tables, start=1)
    ]
    blocks.append(Note(spans=plain(_provenance(report, fact))))
    return tuple(blocks)


def _chart(report: Report, fact: ExhibitFact, key: str) -> Figure | None:
    if fact.fact is None:
        return None
    frame = report.model_copy(
        update={"as_of": fact.as_of, "demonstration": fact.demonstration, "job": report.job}
    )
    chart = indicator_chart(frame, fact.fact)
    if chart is None:
        return None
    table = chart.table.model_copy(update={"key": f"{key}-values"}) if chart.table else None
    # The same indicator has its own chart in the report, and an anchor stands once on a page.
    return chart.model_copy(update={"key": f"{key}-chart", "table": table})


def _table(table: ExhibitTable, key: str) -> Table:
    texts = list(zip(*table.rows, strict=True)) or [() for _ in table.columns]
    return Table(
        key=key,
        title=table.title,
        columns=tuple(
            _column(column, max(map(len, column_texts), default=0))
            for column, column_texts in zip(table.columns, texts, strict=True)
        ),
        rows=tuple(Row(cells=tuple(Cell(spans=plain(text)) for text in row)) for row in table.rows),
    )


def _column(column: ExhibitColumn, longest: int) -> Column:
    is_long = longest > _LONG_TEXT
    return Column(
        title=column.title,
        align="right" if column.numeric else "left",
        width=min(longest / _LONG_TEXT, 4.0) if is_long else None,
        keep=not is_long,
    )


def _provenance(report: Report, fact: ExhibitFact) -> str:
    language = report.language
    pairs = [
        exhibit_words(language, "provenance.pair", label=label, value=value)
        for label, value in fact.settings
    ]
    settings = exhibit_words(language, "clause").join(pairs)
    parts = [
        exhibit_words(language, "provenance", settings=settings),
        exhibit_words(language, "provenance.data", day=fact.as_of, version=report.data_version),
    ]
    if fact.saved_as_of and fact.saved_as_of != fact.as_of:
        parts.append(exhibit_words(language, "provenance.saved", day=fact.saved_as_of))
    return words(language)["sentence.space"].join(parts)
