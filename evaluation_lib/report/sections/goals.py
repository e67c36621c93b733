"""The plan's goals, with the tasks and promises that serve each; they have no verdict."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Paragraph, Row, Section, Table, plain
from evaluation_lib.report.charts.task_squares import counted_states
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_whole import GoalFact
from evaluation_lib.report.sections.whole_cells import columns, named_cell, text_cell
from evaluation_lib.report.wording.whole import chapter_numeral, whole


def goals(report: Report) -> tuple[Block, ...]:
    """Return the overview of goals; nothing for a plan without any."""
    if not report.goals:
        return ()
    language = report.language
    table = Table(
        key="goals-table",
        title=whole(language, "goals.table"),
        columns=columns(
            language,
            {"goal": 1.3, "horizon": None, "chapters": 0.7, "tasks": 1.5, "promises": 1.0},
        ),
        rows=tuple(_row(one, language) for one in report.goals),
        notes=(plain(whole(language, "goals.note")),),
    )
    return (
        Section(level=1, title=whole(language, "goals.title"), key="goals"),
        Paragraph(spans=plain(whole(language, "goals.intro"))),
        table,
    )


def _row(fact: GoalFact, language: str) -> Row:
    chapters = [chapter_numeral(one, language) for one in fact.chapters]
    promises = ""
    if fact.commitments:
        promises = whole(
            language,
            "goals.promises",
            total=fact.commitments,
            judged=fact.judged,
            kept=fact.kept,
        )
    return Row(
        cells=(
            named_cell(fact.title, "" if language == "zh" else fact.quote.split("。")[0]),
            text_cell(str(fact.horizon)),
            text_cell(whole(language, "list").join(chapters)),
            text_cell(counted_states(fact.by_state, language)),
            text_cell(promises),
        )
    )
