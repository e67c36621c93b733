"""The demonstration's ledger, and values of promises outside the table: invented and labelled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd

from evaluation_lib.observations import table as columns
from evaluation_lib.observations.demonstration.ledger_story import (
    OBSERVED,
    PATHS,
    ROUNDS,
    TOLD,
    VISITS,
    WEIGHTS,
    Round,
)
from evaluation_lib.observations.demonstration.story import CITY, SEED
from evaluation_lib.observations.ledger import (
    LedgerEntry,
    SubjectKind,
    Verification,
    WorkStatus,
)
from evaluation_lib.observations.sources.register import Source
from evaluation_lib.observations.table import Comparator, Evidence, Status
from evaluation_lib.plan.model import Plan

_GRADES = {
    WorkStatus.DONE: (Evidence.A, Evidence.B, Evidence.B, Evidence.C),
    WorkStatus.UNDER_WAY: (Evidence.B, Evidence.C, Evidence.C, None),
    WorkStatus.CONTINUOUS: (Evidence.B, Evidence.B, Evidence.C, None),
    WorkStatus.CONSTRAINED: (Evidence.C, None),
    WorkStatus.NOT_STARTED: (None,),
    WorkStatus.UNKNOWN: (None,),
}
_NOTES = {
    WorkStatus.DONE: "演示：已按要求完成并形成成果文件",
    WorkStatus.UNDER_WAY: "演示：已制定工作安排，正在推进",
    WorkStatus.CONTINUOUS: "演示：按年度常态化开展",
    WorkStatus.CONSTRAINED: "演示：须待上级制度或系统出台",
    WorkStatus.NOT_STARTED: "演示：未见工作安排",
    WorkStatus.UNKNOWN: "演示：填报内容不足以判断",
}


def demonstration_ledger(plan: Plan) -> list[LedgerEntry]:
    """Return invented entries on every task and commitment of `plan`.

    Each subject follows one of a few courses over the rounds of reporting; one in five is verified
    on a visit, and some visits find another state than was reported. The same plan gives the same
    entries.

    Args:
        plan: Gives the subjects.
    """
    subjects = [(SubjectKind.TASK, one.id) for one in plan.tasks]
    subjects += [(SubjectKind.COMMITMENT, one.id) for one in plan.commitments]
    chance = np.random.Generator(np.random.PCG64([SEED, len(PATHS)]))
    entries: list[LedgerEntry] = []
    for number, (kind, subject) in enumerate(subjects):
        path = TOLD.get(subject) or PATHS[_drawn(chance, WEIGHTS)]
        entries += _reported(kind, subject, path, chance)
        if number % 5 == 2:
            entries += _verified(kind, subject, path, number)
    return sorted(entries, key=lambda one: (one.date, one.verified, one.kind != "task"))


def ledger_sources() -> list[Source]:
    """Return the documents that the invented entries and values claim to come from."""
    return [_source(one) for one in (*ROUNDS, *VISITS)]


def commitment_rows(plan: Plan) -> pd.DataFrame:
    """Return invented values of some promises outside the table, as texts.

    Returns:
        One text per cell, columns as in `table.COLUMNS`.
    """
    units = {one.id: one.unit for one in plan.commitments}
    rows = [
        {
            columns.JURISDICTION: CITY,
            columns.INDICATOR: key,
            columns.PERIOD: period,
            columns.VALUE: value,
            columns.COMPARATOR: Comparator.EQUAL,
            columns.UNIT: units[key],
            columns.DEFINITION: "",
            columns.STATUS: Status.SYNTHETIC,
            columns.PUBLISHED_ON: _told_in(period).published_on.isoformat(),
            columns.EVIDENCE: evidence,
            columns.SOURCE: _told_in(period).id,
            columns.CELL: "承诺表",
            columns.RAW: f"{value}{units[key]}",
        }
        for key, evidence, values in OBSERVED
        for period, value in values.items()
        if key in units
    ]
    return pd.DataFrame(rows, columns=list(columns.COLUMNS))


def _reported(
    kind: SubjectKind, subject: str, path: tuple[str, ...], chance: np.random.Generator
) -> Iterator[LedgerEntry]:
    for round_, word in zip(ROUNDS, path, strict=True):
        if not word:
            continue
        status = WorkStatus(word)
        grades = _GRADES[status]
        yield _entry(kind, subject, status, round_, grades[int(len(grades) * chance.random())])


def _verified(
    kind: SubjectKind, subject: str, path: tuple[str, ...], number: int
) -> Iterator[LedgerEntry]:
    for visit, word in zip(VISITS, path[1:], strict=True):
        found = WorkStatus(word or "unknown")
        # One visit in four finds that what was told as done is still under way.
        if found is WorkStatus.DONE and number % 20 == 2:
            found = WorkStatus.UNDER_WAY
        if found is not WorkStatus.UNKNOWN:
            yield _entry(kind, subject, found, visit, Evidence.B)


def _entry(
    kind: SubjectKind, subject: str, status: WorkStatus, round_: Round, evidence: Evidence | None
) -> LedgerEntry:
    return LedgerEntry(
        subject=subject,
        kind=kind,
        status=status,
        date=round_.date,
        published_on=round_.published_on,
        evidence=evidence,
        source=round_.id if evidence else "",
        note=_NOTES[status],
        reported_by=round_.reported_by,
        verified=Verification.VERIFIED if round_.is_visit else Verification.SELF_REPORTED,
        synthetic=True,
    )


def _source(round_: Round) -> Source:
    return Source(
        id=round_.id,
        title=f"演示数据：{round_.title}",
        title_en=f"Demonstration data: {round_.title_en}",
        kind="synthetic",
        published_on=round_.published_on.isoformat(),
        note="虚构，不得引用",
        note_en="Invented, never quote",
    )


def _told_in(period: str) -> Round:
    """Return the first round of reporting after the end of `period`."""
    end = date(int(period[:4]), 12, 31)
    return next(one for one in ROUNDS if one.date >= end)


def _drawn(chance: np.random.Generator, weights: tuple[float, ...]) -> int:
    return int(np.searchsorted(np.cumsum(weights), chance.random()))
