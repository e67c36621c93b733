"""What the values rest on."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Paragraph, Row, Table, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.sections.quality.parts import cell, columns, facts_of, heading
from evaluation_lib.report.wording.quality import quality


def evidence(report: Report) -> tuple[Block, ...]:
    """Return the number of values by grade of evidence."""
    grades, language = facts_of(report).grades, report.language
    title = heading(report, "evidence")
    if not grades:
        return (title, Paragraph(spans=plain(quality(language, "evidence.none"))))
    table = Table(
        key="quality-evidence-table",
        title=quality(language, "evidence.table"),
        columns=columns(
            report, "evidence", {"grade": None, "meaning": 1.0, "here": None, "counties": None}
        ),
        rows=tuple(
            Row(
                cells=(
                    cell(one.grade),
                    cell(quality(language, f"grade.{one.grade}")),
                    cell(one.here),
                    cell(one.counties),
                )
            )
            for one in grades
        ),
        notes=(plain(quality(language, "evidence.note")),),
    )
    return (title, table)
