"""任务台账 and 承诺: every task and every promise of the text with what is known of it."""

from __future__ import annotations

from evaluation_lib.publish.excel.cells import Cell, Column, Line, Number, Sheet, Words
from evaluation_lib.report.block_parts import Tone
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_whole import NOT_DUE, CommitmentFact, LedgerFact, TaskFact
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.annex import annex
from evaluation_lib.report.wording.whole import whole
from evaluation_lib.report.wording.whole_phrases import (
    STATE_TONES,
    chapter_text,
    due_text,
    entry_text,
    required_text,
)

_JOINT = "；"


def task_sheet(report: Report) -> Sheet:
    """Return every task, one line each."""
    said = annex(report.language)
    columns = {
        "id": Column(said("id"), 11),
        "chapter": Column(said("chapter"), 10),
        "task": Column(said("task"), 34),
        "bodies": Column(said("bodies"), 24),
        "measures": Column(said("measures"), 7, right=True),
        "hard": Column(said("hard"), 9),
        "deadline": Column(said("deadline"), 12),
        "state": Column(said("state"), 14),
        "as_reported": Column(said("rests_on"), 10),
        "reported": Column(said("reported"), 22),
        "verified": Column(said("verified"), 22),
        "evidence": Column(said("evidence"), 7),
        "progress": Column(said("progress_told"), 40),
        "source": Column(said("source"), 34),
        "line": Column(said("line"), 7, right=True),
    }
    lines = tuple(_task(one, report) for one in report.tasks)
    title = said("tasks.title", count=len(lines))
    return Sheet(said("tasks.tab"), title, said("tasks.note"), columns, lines, frozen=3)


def commitment_sheet(report: Report) -> Sheet:
    """Return every promise, one line each."""
    said = annex(report.language)
    columns = {
        "id": Column(said("id"), 24),
        "subject": Column(said("commitment"), 30),
        "quote": Column(said("quote"), 44),
        "required": Column(said("required"), 12, right=True),
        "deadline": Column(said("deadline"), 14),
        "fact": Column(said("fact"), 32),
        "verdict": Column(said("verdict"), 17),
        "as_reported": Column(said("rests_on"), 10),
        "reported": Column(said("reported"), 22),
        "verified": Column(said("verified"), 22),
        "evidence": Column(said("evidence"), 7),
        "reason": Column(said("reason"), 30),
        "proof": Column(said("proof"), 36),
        "source": Column(said("source"), 34),
        "line": Column(said("line"), 7, right=True),
    }
    lines = tuple(_commitment(one, report) for one in report.commitments)
    title = said("commitments.title", count=len(lines))
    return Sheet(said("commitments.tab"), title, said("commitments.note"), columns, lines, frozen=2)


def _task(fact: TaskFact, report: Report) -> Line:
    language = report.language
    said = annex(language)
    tone = STATE_TONES.get(fact.state, Tone.PLAIN)
    entry = fact.verified or fact.reported
    told = [one.rstrip("。.") for one in (*fact.concerns, fact.progress) if one]
    title = fact.title if fact.title == fact.original else f"{fact.title}\n{fact.original}"
    cells: dict[str, Cell] = {
        "id": Words(fact.id),
        "chapter": Words(chapter_text(fact.chapter, language)),
        "task": Words(title),
        "bodies": Words("、".join(fact.bodies)),
        "measures": Number(fact.measures),
        "hard": Words(said("yes") if fact.is_hard else said("no")),
        "deadline": Words(fact.deadline),
        "state": Words(
            whole(language, f"state.{fact.state}"), tone, strong=tone in (Tone.LATE, Tone.BAD)
        ),
        "progress": Words(_JOINT.join(told) if language == "zh" else "; ".join(told)),
        "evidence": Words(fact.evidence),
        **_said_of(fact.reported, fact.verified, fact.as_reported, language),
        "source": Words(entry.source_title if entry else ""),
    }
    if fact.line is not None:
        cells["line"] = Number(fact.line)
    return Line(cells)


def _commitment(fact: CommitmentFact, report: Report) -> Line:
    language = report.language
    if fact.verdict == NOT_DUE:
        verdict = Words(whole(language, "verdict.not_due"), tone=Tone.MUTED)
    else:
        verdict = Words(words(language).verdict(fact.verdict), mark=fact.verdict)
    cells: dict[str, Cell] = {
        "id": Words(fact.id),
        "subject": Words(fact.subject),
        "quote": Words(fact.quote),
        "required": Words(required_text(fact, language)),
        "deadline": Words(due_text(fact, language)),
        "fact": Words(fact.fact),
        "verdict": verdict,
        "evidence": Words(fact.evidence),
        "reason": Words(fact.reason or ""),
        "proof": Words(fact.proof),
        **_said_of(fact.reported, fact.verified, fact.as_reported, language),
        "source": Words(fact.source_title),
    }
    if fact.line is not None:
        cells["line"] = Number(fact.line)
    return Line(cells)


def _said_of(
    reported: LedgerFact | None, verified: LedgerFact | None, as_reported: bool, language: str
) -> dict[str, Cell]:
    """Return what the ledger says, and whether nobody but the reporter says it."""
    return {
        "reported": Words(entry_text(reported, language)),
        "verified": Words(entry_text(verified, language)),
        "as_reported": Words(whole(language, "reported") if as_reported else ""),
    }
