"""What the senders of forms were asked, and what they answered."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation_lib.report.blocks import Block, Note, Paragraph, Row, Table, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_quality import QueryFact
from evaluation_lib.report.sections.quality.parts import (
    cell,
    columns,
    facts_of,
    heading,
    severity_cell,
)
from evaluation_lib.report.wording.quality import quality

_NOTE = "note"


def queries(report: Report) -> tuple[Block, ...]:
    """Return open queries and those answered; notes, which ask for no answer, are only counted."""
    found, language = facts_of(report).queries, report.language
    title = heading(report, "queries")
    if not found:
        return (title, Paragraph(spans=plain(quality(language, "queries.none"))))
    answered = [one for one in found if one.answer]
    waiting = [one for one in found if not one.answer]
    told = [one for one in waiting if one.severity != _NOTE]
    intro = quality(
        language,
        "queries.intro",
        total=len(found),
        answered=len(answered),
        open=len(waiting),
    )
    blocks: list[Block] = [title, Paragraph(spans=plain(intro))]
    if told:
        blocks.append(_table(report, "open", told))
    if answered:
        blocks.append(_table(report, "answered", answered))
    if len(waiting) > len(told):
        left = quality(language, "queries.more", count=len(waiting) - len(told))
        blocks.append(Note(spans=plain(left)))
    return tuple(blocks)


def _table(report: Report, key: str, shown: Sequence[QueryFact]) -> Table:
    last = "answer" if key == "answered" else "addressee"
    widths = {"severity": None, "place": 1.4, "raw": 0.8, "reason": 1.4, last: 0.8}
    return Table(
        key=f"quality-queries-{key}",
        title=quality(report.language, f"queries.{key}"),
        columns=columns(report, "queries", widths),
        rows=tuple(
            Row(
                cells=(
                    severity_cell(report, one.severity),
                    cell(one.place),
                    cell(one.raw),
                    cell(one.reason),
                    cell(getattr(one, last)),
                )
            )
            for one in shown
        ),
    )
