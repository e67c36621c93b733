"""How what is said of tasks and promises is written: dates, requirements, ledger entries."""

from __future__ import annotations

from evaluation_lib.report.block_parts import Tone
from evaluation_lib.report.model_whole import CommitmentFact, LedgerFact
from evaluation_lib.report.numbers import compared, plan_value, unit_after
from evaluation_lib.report.wording.phrases import date_text
from evaluation_lib.report.wording.whole import chapter_numeral, whole

STATE_TONES = {
    "done": Tone.GOOD,
    "behind": Tone.LATE,
    "not_started": Tone.BAD,
    "constrained": Tone.MUTED,
    "unknown": Tone.NONE,
}


def due_text(fact: CommitmentFact, language: str) -> str:
    """Return when a promise falls due, and whether it must be kept from then on."""
    due = deadline_text(fact.deadline, language)
    return whole(language, "due.keep", due=due) if fact.keep else due


def deadline_text(deadline: str, language: str) -> str:
    """Return a year as its end, a day as a day; blank stays blank."""
    if "-" in deadline:
        return date_text(deadline, language)
    return whole(language, "due.end_of", year=deadline) if deadline else ""


def required_text(fact: CommitmentFact, language: str) -> str:
    """Return the number promised with its sign and unit, or what else is required."""
    if fact.value is None:
        return whole(language, "required.yes")
    written = compared(plan_value(fact.value, language=language), fact.comparison)
    return written + unit_after(fact.unit, language=language)


def chapter_text(chapter: int, language: str) -> str:
    """Return a chapter's number as it stands in a row."""
    return whole(language, "chapter", chapter=chapter_numeral(chapter, language))


def entry_text(entry: LedgerFact | None, language: str) -> str:
    """Return the status and day of a ledger entry; blank where there is none."""
    if entry is None:
        return ""
    return f"{whole(language, f'state.{entry.status}')} {entry.date}"
