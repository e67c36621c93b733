"""The early-warning list (预警清单): who needs a hand, the most urgent first."""

from __future__ import annotations

from evaluation_lib.assessment.warnings import LISTED_BELOW
from evaluation_lib.report.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Headline,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    Tone,
    plain,
)
from evaluation_lib.report.charts.probability_strip import probability_strip
from evaluation_lib.report.charts.ranking import probability_tone
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_judgement import WarningFact
from evaluation_lib.report.numbers import NO_VALUE, decimal
from evaluation_lib.report.sections.anchors import indicator_anchor
from evaluation_lib.report.sections.table_cells import verdict_span
from evaluation_lib.report.wording.judgement import judged
from evaluation_lib.report.wording.phrases import probability_of, probability_text


def warning_list(report: Report) -> tuple[Block, ...]:
    """Return the list with the reason for each entry, or a sentence where it is empty."""
    language = report.language
    title = judged(language, "warnings.title")
    heading = Section(level=1, title=title, key="warnings")
    if not report.warnings:
        none = Paragraph(spans=plain(judged(language, "warnings.none")))
        return (heading, none, *_strip(report))
    bound = sum(report.indicator(one.indicator).is_binding for one in report.warnings)
    binding = judged(language, "warnings.binding", count=bound) if bound else ""
    text = judged(language, "warnings.headline", count=len(report.warnings), binding=binding)
    table = Table(
        key="early-warnings",
        title=judged(language, "warnings.table", count=len(report.warnings)),
        columns=(
            Column(title=judged(language, "column.number"), align="right"),
            Column(title=judged(language, "column.indicator"), width=1.0),
            Column(title=judged(language, "column.verdict"), keep=True),
            Column(title=judged(language, "warnings.probability"), align="right", keep=True),
            Column(title=judged(language, "warnings.multiple"), align="right", keep=True),
            Column(title=judged(language, "warnings.left"), align="right"),
            Column(title=judged(language, "warnings.grounds"), width=1.2),
        ),
        rows=tuple(_row(report, one) for one in report.warnings),
        notes=(plain(judged(language, "warnings.note", **LISTED_BELOW)),),
    )
    said = Headline(text=text, tone=Tone.BAD if bound else Tone.LATE)
    return (heading, said, *_strip(report), table)


def _strip(report: Report) -> tuple[Figure, ...]:
    chart = probability_strip(report)
    return (chart,) if chart else ()


def _row(report: Report, one: WarningFact) -> Row:
    language, fact = report.language, report.indicator(one.indicator)
    value = probability_of(fact)
    chance = Span(
        text=NO_VALUE if value is None else probability_text(fact),
        tone=Tone.NONE if value is None else probability_tone(value),
    )
    multiple = NO_VALUE
    if one.multiple is not None:
        written = decimal(one.multiple, 1, language=language)
        multiple = judged(language, "times", multiple=written)
    grounds = judged(language, "list").join(
        judged(language, f"ground.{ground}") for ground in one.grounds
    )
    cells = (
        Cell(spans=plain(str(fact.number))),
        Cell(spans=(Span(text=fact.short_name, href=f"#{indicator_anchor(fact)}"),)),
        Cell(spans=(verdict_span(report, fact),)),
        Cell(spans=(chance,)),
        Cell(spans=(Span(text=multiple, strong="pace" in one.grounds),)),
        Cell(spans=plain(str(one.years_left))),
        Cell(spans=plain(grounds)),
    )
    return Row(cells=cells, tint=fact.is_binding)
