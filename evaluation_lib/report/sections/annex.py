"""The annexes: every number, task, promise and claim, one row each; last the test of forecasts."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Note, Row, Section, Table, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_whole import ClaimFact, CommitmentFact, TaskFact
from evaluation_lib.report.sections.backtest import backtest
from evaluation_lib.report.sections.origins import origins
from evaluation_lib.report.sections.plan_audit import outcome_cell
from evaluation_lib.report.sections.whole_cells import (
    columns,
    named_cell,
    state_cell,
    text_cell,
    verdict_cell,
)
from evaluation_lib.report.wording.whole import whole
from evaluation_lib.report.wording.whole_phrases import due_text, entry_text, required_text

_MOST_BODIES = 3


def annexes(report: Report) -> tuple[Block, ...]:
    """Return all annexes the plan has content for."""
    return (
        *origins(report),
        *task_ledger(report),
        *commitment_list(report),
        *claim_list(report),
        *backtest(report),
    )


def task_ledger(report: Report) -> tuple[Block, ...]:
    """Return every task with its state, what was reported and what was verified."""
    if not report.tasks:
        return ()
    language = report.language
    widths = {
        "id": None,
        "task": 1.5,
        "measures": None,
        "bodies": 1.1,
        "state": None,
        "reported": 0.8,
        "verified": 0.8,
        "evidence": None,
        "progress": 1.5,
        "source": 0.9,
    }
    table = Table(
        key="task-ledger-table",
        title=whole(language, "annex.tasks_table", count=len(report.tasks)),
        columns=columns(language, widths),
        rows=tuple(
            _task(one, report, rule=_ends_chapter(number, report))
            for number, one in enumerate(report.tasks)
        ),
    )
    return (_heading("tasks", report), table)


def commitment_list(report: Report) -> tuple[Block, ...]:
    """Return every promise with what it requires, what is known, and what would show it."""
    if not report.commitments:
        return ()
    language = report.language
    widths = {
        "line": None,
        "commitment": 1.2,
        "quote": 1.6,
        "required": 0.7,
        "deadline": 0.7,
        "fact": 1.2,
        "verdict": None,
        "evidence": None,
        "proof": 1.5,
    }
    table = Table(
        key="commitment-list-table",
        title=whole(language, "annex.commitments_table", count=len(report.commitments)),
        columns=columns(language, widths),
        rows=tuple(_commitment(one, report) for one in report.commitments),
    )
    note = Note(spans=plain(whole(language, "commitments.note")))
    return (_heading("commitments", report), table, note)


def claim_list(report: Report) -> tuple[Block, ...]:
    """Return every claim of the text with its numbers, their places and the sum."""
    if not report.claims:
        return ()
    language = report.language
    widths = {"line": None, "claim": 1.2, "inputs": 1.5, "finding": 2.0, "outcome": None}
    if any(one.note for one in report.claims):
        widths |= {"note": 1.7}
    table = Table(
        key="claim-list-table",
        title=whole(language, "annex.claims_table", count=len(report.claims)),
        columns=columns(language, widths),
        rows=tuple(_claim(one, language, "note" in widths) for one in report.claims),
    )
    return (_heading("claims", report), table)


def _heading(key: str, report: Report) -> Section:
    return Section(
        level=1,
        title=whole(report.language, f"annex.{key}"),
        key=f"annex-{key}",
        landscape=True,
        fresh_page=True,
    )


def _ends_chapter(number: int, report: Report) -> bool:
    following = report.tasks[number + 1 :]
    return bool(following) and following[0].chapter != report.tasks[number].chapter


def _task(fact: TaskFact, report: Report, *, rule: bool) -> Row:
    language = report.language
    entry = fact.verified or fact.reported
    said = [*fact.concerns, fact.progress]
    stop = whole(language, "stop")
    progress = whole(language, "clause").join(one.rstrip(stop) for one in said if one)
    return Row(
        cells=(
            text_cell(fact.id),
            named_cell(fact.title, fact.original),
            text_cell(str(fact.measures)),
            text_cell(_bodies(fact, language)),
            state_cell(fact, language),
            text_cell(entry_text(fact.reported, language)),
            text_cell(entry_text(fact.verified, language)),
            text_cell(fact.evidence),
            text_cell(progress),
            text_cell(entry.source_title if entry else ""),
        ),
        rule_below=rule,
        key=f"task-{fact.id}",
    )


def _bodies(fact: TaskFact, language: str) -> str:
    """Return the bodies named in a task, the first few of many; names stay Chinese."""
    shown = "、".join(fact.bodies[:_MOST_BODIES])
    if len(fact.bodies) > _MOST_BODIES:
        shown += whole(language, "bodies.more", count=len(fact.bodies))
    return shown


def _input(text: str, language: str) -> str:
    """Return a number of a claim with the place it stands in."""
    given, _, place = text.partition("@")
    if place.startswith("L") and place[1:].isdigit():
        return whole(language, "input.line", given=given, line=place[1:])
    return whole(language, "input.place", given=given, place=place) if place else given


def _commitment(fact: CommitmentFact, report: Report) -> Row:
    language = report.language
    return Row(
        cells=(
            text_cell("" if fact.line is None else str(fact.line)),
            text_cell(fact.subject),
            text_cell(fact.quote),
            text_cell(required_text(fact, language)),
            text_cell(due_text(fact, language)),
            text_cell(fact.fact),
            verdict_cell(fact, report),
            text_cell(fact.evidence),
            text_cell(fact.proof),
        ),
        key=f"commitment-{fact.id}",
    )


def _claim(fact: ClaimFact, language: str, with_note: bool) -> Row:
    cells = [
        text_cell("" if fact.line is None else str(fact.line)),
        named_cell(fact.statement, "" if language == "zh" else fact.quote),
        text_cell("；".join(_input(one, language) for one in fact.inputs)),
        text_cell(fact.finding),
        outcome_cell(fact, language),
    ]
    if with_note:
        cells.append(text_cell(fact.note))
    return Row(cells=tuple(cells), key=f"claim-{fact.id}")
