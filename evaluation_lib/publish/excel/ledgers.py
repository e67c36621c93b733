"""任务台账 and 承诺: every task and every promise of the text with what is known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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


_COMMON = {"reported": ("reported", 22), "verified": ("verified", 22), "evidence": ("evidence", 7)}
# The word above each column and its width.
_TASKS = {
    "id": ("id", 11),
    "chapter": ("chapter", 10),
    "task": ("task", 34),
    "bodies": ("bodies", 24),
    "measures": ("measures", 7),
    "hard": ("hard", 9),
    "deadline": ("deadline", 12),
    "state": ("state", 14),
    "as_reported": ("rests_on", 10),
    **_COMMON,
    "progress": ("progress_told", 40),
    "source": ("source", 34),
    "line": ("line", 7),
}
_COMMITMENTS = {
    "id": ("id", 24),
    "subject": ("commitment", 30),
    "quote": ("quote", 44),
    "required": ("required", 12),
    "deadline": ("deadline", 14),
    "fact": ("fact", 32),
    "verdict": ("verdict", 17),
    "as_reported": ("rests_on", 10),
    **_COMMON,
    "reason": ("reason", 30),
    "proof": ("proof", 36),
    "source": ("source", 34),
    "line": ("line", 7),
}
_RIGHT = ("measures", "required", "line")


def task_sheet(report: Report) -> Sheet:
    """Return every task, one line each."""
    lines = [_task(one, report) for one in report.tasks]
    return _sheet("tasks", _TASKS, lines, report, frozen=3)


def commitment_sheet(report: Report) -> Sheet:
    """Return every promise, one line each."""
    lines = [_commitment(one, report) for one in report.commitments]
    return _sheet("commitments", _COMMITMENTS, lines, report, frozen=2)


def _sheet(
    kind: str,
    columns: Mapping[str, tuple[str, int]],
    lines: Sequence[Line],
    report: Report,
    *,
    frozen: int,
) -> Sheet:
    said = annex(report.language)
    return Sheet(
        said(f"{kind}.tab"),
        said(f"{kind}.title", count=len(lines)),
        said(f"{kind}.note"),
        {
            key: Column(said(word), width, right=key in _RIGHT)
            for key, (word, width) in columns.items()
        },
        tuple(lines),
        frozen=frozen,
    )


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
        **_line_of(fact),
    }
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
        **_line_of(fact),
    }
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


def _line_of(fact: TaskFact | CommitmentFact) -> dict[str, Cell]:
    return {} if fact.line is None else {"line": Number(fact.line)}
