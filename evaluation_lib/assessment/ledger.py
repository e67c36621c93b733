"""What is known of a task or commitment on a day: reported and verified side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation_lib.observations.ledger import LedgerEntry, WorkStatus
from evaluation_lib.observations.table import Evidence

SELF_REPORTED_GRADES = (Evidence.C, Evidence.D, Evidence.E)


@dataclass(frozen=True, slots=True)
class LedgerState:
    """The state of one subject.

    Attributes:
        reported: Latest entry by those who do the work; None where there is none.
        verified: Latest entry that an evaluator verified; None where there is none.
        history: All entries known, oldest first.
    """

    subject: str
    reported: LedgerEntry | None
    verified: LedgerEntry | None
    history: tuple[LedgerEntry, ...]

    @property
    def entry(self) -> LedgerEntry:
        """The entry that holds: the later one, and of the same day the verified one."""
        if self.verified is None:
            return self.history[-1]
        if self.reported is None or self.reported.date <= self.verified.date:
            return self.verified
        return self.reported

    @property
    def status(self) -> WorkStatus:
        """The status that holds."""
        return self.entry.status

    @property
    def is_as_reported(self) -> bool:
        """Whether the status has to be worded “据填报”: not verified, or no evidence above C."""
        entry = self.entry
        weak = entry.evidence is None or entry.evidence in SELF_REPORTED_GRADES
        return weak or (not entry.is_verified and not entry.source)

    @property
    def is_contradicted(self) -> bool:
        """Whether verification found another status than was reported for the time before it."""
        if self.verified is None:
            return False
        before = [
            one for one in self.history if not one.is_verified and one.date <= self.verified.date
        ]
        return bool(before) and before[-1].status is not self.verified.status


def states_by_subject(entries: Iterable[LedgerEntry]) -> dict[str, LedgerState]:
    """Return the state of every subject that `entries` speak of.

    Args:
        entries: Entries known on the as-of date, on one jurisdiction.
    """
    ordered = sorted(entries, key=_rank)
    subjects = dict.fromkeys(one.subject for one in ordered)
    return {
        subject: _state(subject, tuple(one for one in ordered if one.subject == subject))
        for subject in subjects
    }


def _rank(one: LedgerEntry) -> tuple[object, ...]:
    # Of two entries on one day the better evidence counts as the later word.
    grade = "Z" if one.evidence is None else str(one.evidence)
    published = one.published_on.isoformat() if one.published_on else ""
    return one.date, published, [-ord(letter) for letter in grade], one.status, one.source


def _state(subject: str, history: tuple[LedgerEntry, ...]) -> LedgerState:
    reported = [one for one in history if not one.is_verified]
    verified = [one for one in history if one.is_verified]
    return LedgerState(
        subject,
        reported[-1] if reported else None,
        verified[-1] if verified else None,
        history,
    )
