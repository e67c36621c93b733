"""The ledger (台账): what was reported and what was verified about tasks and commitments."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

from evaluation_lib.errors import ObservationError, listed
from evaluation_lib.language import Text
from evaluation_lib.observations.checks.registry import Finding, Severity
from evaluation_lib.observations.table import Evidence
from evaluation_lib.plan.model import Plan
from evaluation_lib.plan.rows import read_rows

FILES = "ledger*.csv"


class SubjectKind(StrEnum):
    """What an entry speaks of."""

    TASK = "task"
    COMMITMENT = "commitment"


class WorkStatus(StrEnum):
    """How far the work is."""

    NOT_STARTED = "not_started"  # 未启动
    UNDER_WAY = "under_way"  # 推进中
    DONE = "done"  # 已完成
    CONTINUOUS = "continuous"  # 常态化推进
    CONSTRAINED = "constrained"  # 受上位政策制约
    UNKNOWN = "unknown"  # 无法判断


class Verification(StrEnum):
    """Who stands behind a status."""

    SELF_REPORTED = "self_reported"  # 据填报
    VERIFIED = "verified"  # 已核实


class LedgerEntry(BaseModel):
    """What somebody said about one task or commitment, once.

    Attributes:
        subject: Id of the task or commitment.
        date: Day the status speaks of.
        published_on: Day on which it could be known; None where that is not known.
        evidence: Grade of what supports it; None where nothing does.
        quote: Words that support it.
        reported_by: Who says so.
        jurisdiction: GB/T 2260 code; blank is the plan's own.
        synthetic: Whether the entry is invented for demonstration.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: str = Field(min_length=1)
    kind: SubjectKind
    status: WorkStatus
    date: datetime.date
    published_on: datetime.date | None
    evidence: Evidence | None
    source: str = ""
    quote: str = ""
    note: str = ""
    reported_by: str = ""
    verified: Verification
    jurisdiction: str = Field(default="", pattern=r"^(\d{6})?$")
    synthetic: bool = False

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> LedgerEntry:
        if self.published_on is not None and self.published_on < self.date:
            raise ValueError(f"published_on {self.published_on} lies before date {self.date}")
        if self.verified is Verification.VERIFIED and (not self.source or self.evidence is None):
            raise ValueError("what is verified needs evidence and source")
        return self

    @property
    def is_verified(self) -> bool:
        """Whether an evaluator has verified it."""
        return self.verified is Verification.VERIFIED


def read_ledger(place: str | Path) -> tuple[LedgerEntry, ...]:
    """Read the ledger at `place`.

    Args:
        place: A file `ledger*.csv` with the columns of `LedgerEntry`, or a folder, all of whose
            such files are read. Neither a folder without one nor another file has a ledger.

    Returns:
        Entries in the order of the files.

    Raises:
        ObservationError: Rows cannot be read; all faults are listed.
    """
    path = Path(place)
    paths = sorted(path.glob(FILES)) if path.is_dir() else [path] * path.match(FILES)
    faults: list[str] = []
    entries = [entry for one in paths for entry in read_rows(one, LedgerEntry, faults)]
    if faults:
        raise ObservationError(listed(faults))
    return tuple(entries)


def known_entries(
    entries: Iterable[LedgerEntry], plan: Plan, jurisdiction: str, as_of: datetime.date
) -> tuple[LedgerEntry, ...]:
    """Return the entries on one jurisdiction that were known on `as_of`.

    Entries without a day of publication are left out, because nobody can show that they were known.
    """
    return tuple(
        one
        for one in entries
        if (one.jurisdiction or plan.jurisdiction) == jurisdiction
        and one.published_on is not None
        and one.published_on <= as_of
    )


def published_entries(
    entries: Iterable[LedgerEntry], as_of: datetime.date
) -> tuple[LedgerEntry, ...]:
    """Return the entries that were published by `as_of`, of whichever jurisdiction.

    Those without a day of publication are kept to be questioned, as rows of observations are.
    """
    return tuple(one for one in entries if one.published_on is None or one.published_on <= as_of)


def entries_but(
    entries: Iterable[LedgerEntry], plan: Plan, left_out: Container[str]
) -> tuple[LedgerEntry, ...]:
    """Return the entries on other places than those in `left_out`."""
    return tuple(one for one in entries if (one.jurisdiction or plan.jurisdiction) not in left_out)


def question_ledger(entries: Iterable[LedgerEntry], plan: Plan) -> Iterator[Finding]:
    """Yield what is wrong with entries: subjects the plan does not know, days not known."""
    subjects = {
        SubjectKind.TASK: {one.id for one in plan.tasks},
        SubjectKind.COMMITMENT: {one.id for one in plan.commitments},
    }
    for number, one in enumerate(entries, start=2):
        if one.subject not in subjects[one.kind]:
            yield _finding(
                one,
                number,
                "unknown_subject",
                Severity.ERROR,
                f"台账所列“{one.subject}”不是规划的任务或承诺，不采用。",
                f"The plan has no {one.kind} {one.subject!r}; the entry is not used.",
            )
        elif one.published_on is None:
            yield _finding(
                one,
                number,
                "undated",
                Severity.WARNING,
                "发布日期不明，无法证明截至评估日已经公布，不采用。",
                "No publication date, so it cannot be shown to have been known; not used.",
            )


def _finding(
    one: LedgerEntry, row: int, rule: str, severity: Severity, zh: str, en: str
) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        text=Text(zh, en),
        jurisdiction=one.jurisdiction,
        indicator=one.subject,
        period=one.date.isoformat(),
        source=one.source or one.reported_by,
        cell="",
        row=row,
        excludes=True,
    )
