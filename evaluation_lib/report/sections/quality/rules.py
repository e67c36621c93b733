"""How often each rule found something."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Paragraph, Row, Table, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.sections.quality.parts import (
    cell,
    columns,
    facts_of,
    heading,
    severity_cell,
)
from evaluation_lib.report.wording.quality import quality


def rules(report: Report) -> tuple[Block, ...]:
    """Return the number of findings of each rule, gravest first."""
    found, language = facts_of(report).rules, report.language
    title = heading(report, "rules")
    if not found:
        return (title, Paragraph(spans=plain(quality(language, "rules.none"))))
    table = Table(
        key="quality-rules-table",
        title=quality(language, "rules.table"),
        columns=columns(
            report, "rules", {"severity": None, "rule": 1.0, "here": None, "elsewhere": None}
        ),
        rows=tuple(
            Row(
                cells=(
                    severity_cell(report, one.severity),
                    cell(one.title),
                    cell(one.here),
                    cell(one.elsewhere),
                )
            )
            for one in found
        ),
    )
    return (title, table)
