"""Which values were restated after they had been published."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Paragraph, Row, Table, plain
from evaluation_lib.report.charts.revisions import revisions
from evaluation_lib.report.model import Report
from evaluation_lib.report.numbers import plan_value
from evaluation_lib.report.sections.quality.parts import cell, columns, facts_of, heading
from evaluation_lib.report.wording.quality import quality


def editions(report: Report) -> tuple[Block, ...]:
    """Return the yearly values that changed, first edition beside the one that is used."""
    found, language = facts_of(report).editions, report.language
    title = heading(report, "editions")
    if not found:
        return (title, Paragraph(spans=plain(quality(language, "editions.none"))))
    widths = {
        "indicator": 1.0,
        "period": None,
        "first": None,
        "used": None,
        "published_on": None,
        "editions": None,
        "source": 1.4,
    }
    table = Table(
        key="quality-editions-table",
        title=quality(language, "editions.table"),
        columns=columns(report, "editions", widths),
        rows=tuple(
            Row(
                cells=(
                    cell(one.name),
                    cell(one.period),
                    cell(plan_value(one.first, language=language)),
                    cell(plan_value(one.used, language=language)),
                    cell(one.used_published_on),
                    cell(one.editions),
                    cell(one.source_title),
                )
            )
            for one in found
        ),
    )
    intro = Paragraph(spans=plain(quality(language, "editions.intro", count=len(found))))
    chart = revisions(report, found)
    return (title, intro, chart, table) if chart else (title, intro, table)
