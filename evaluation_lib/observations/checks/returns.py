"""Rules on rows that speak of the same thing: repeated, contradicting, restated, at odds."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from evaluation_lib.observations.checks.registry import Fault, Severity, fault, rule
from evaluation_lib.observations.checks.subject import Flags, Numbers, Subject, Values
from evaluation_lib.observations.table import (
    EVIDENCE,
    PUBLISHED_ON,
    SOURCE,
    STATUS,
    Evidence,
    Status,
)
from evaluation_lib.observations.vintages import is_first, is_last, joined

_TOLERANCE = 0.005  # half a percent: the same figure rounded in two places
_SETTLING = 0.02  # a quick figure of January against the settled one of May
_UNEXPLAINED = 0.10  # no sender corrects a return by a tenth without marking it as revised
_OFFICIAL, _REPORTED, _OTHER = 0, 1, 2


@rule("contradiction", severity=Severity.ERROR, zh="同期数值矛盾", en="Contradicting rows")
def find_contradictions(subject: Subject) -> Iterator[Fault]:
    """Find rows of one source and day that give one period different values; neither is chosen."""
    shared = subject.shared
    said = subject.once(_statement)
    order = shared[np.lexsort((subject.value[shared], said[shared]))]
    first = np.flatnonzero(is_first(said[order]))
    last = np.flatnonzero(is_last(said[order]))
    differs = subject.value[order[first]] != subject.value[order[last]]
    for start, end in zip(first[differs], last[differs], strict=True):
        yield from _contradiction(subject, order[start : end + 1])


@rule("duplicate", severity=Severity.NOTE, zh="重复行", en="Repeated rows")
def find_duplicates(subject: Subject) -> Iterator[Fault]:
    """Find rows that say the same thing twice; one is used."""
    shared = subject.shared
    said = subject.once(_statement)
    order = shared[np.lexsort((shared, subject.value[shared], said[shared]))]
    again = (said[order][1:] == said[order][:-1]) & (np.diff(subject.value[order]) == 0)
    for at in np.sort(order[1:][again]):
        yield fault(
            subject.row[at],
            "与前面一行完全相同，只采用一次。",
            "Repeats an earlier row; used once.",
        )


@rule("revised", severity=Severity.NOTE, zh="数据修订", en="Restated value")
def find_revisions(subject: Subject) -> Iterator[Fault]:
    """Find values that a later publication gives otherwise; the later one is used.

    A preliminary figure that settles within its calendar year by up to two percent is no finding.
    """
    before, after = subject.once(_successions)
    days = subject.levels(PUBLISHED_ON)
    year = np.array([int(one[:4] or 0) for one in days.texts], dtype=np.int64)[days.codes]
    settled = ~_differ(subject.value[before], subject.value[after], _SETTLING)
    chosen = _restates(subject, before, after) & ~(settled & (year[before] == year[after]))
    for one, other in zip(before[chosen], after[chosen], strict=True):
        row, earlier = int(subject.row[other]), int(subject.row[one])
        old, new = subject.value[one], subject.value[other]
        day, first = subject.text(PUBLISHED_ON, row), subject.text(PUBLISHED_ON, earlier)
        yield fault(
            row,
            f"数值由{old:g}（{first}公布）修订为{new:g}（{day}公布）。",
            f"{old:g}, published on {first}, was restated as {new:g} on {day}.",
        )


@rule("sources_differ", severity=Severity.WARNING, zh="来源之间不一致", en="Sources differ")
def find_differing_sources(subject: Subject) -> Iterator[Fault]:
    """Find two sources of one standing that differ by more than half a percent on one day.

    Returns of different days are taken for corrections up to a tenth of the value.
    """
    before, after = subject.once(_successions)
    chosen = ~_restates(subject, before, after)
    chosen &= _differ(subject.value[before], subject.value[after])
    for one, other in zip(before[chosen], after[chosen], strict=True):
        yield _at_odds(subject, one, other, "两个来源的数值不一致", "two sources differ")


@rule(
    "published_against_reported",
    severity=Severity.WARNING,
    zh="公布数与填报数不一致",
    en="Published ≠ reported",
)
def find_reports_at_odds(subject: Subject) -> Iterator[Fault]:
    """Find returns and reprints that differ from the official figure by more than half a percent.

    The latest of each standing is compared; grade A is official, B and C are returns.
    """
    last = _latest_of_each_standing(subject)
    standing, key = subject.once(_standing)[last], subject.key[last]
    official, published = last[standing == _OFFICIAL], key[standing == _OFFICIAL]
    for kind, zh, en in (
        (_REPORTED, "填报数与公布数不一致", "a return differs from the published figure"),
        (_OTHER, "转载数与公布数不一致", "a reprint differs from the published figure"),
    ):
        told = last[standing == kind]
        _, first, second = np.intersect1d(
            published, key[standing == kind], assume_unique=True, return_indices=True
        )
        off = _differ(subject.value[official[first]], subject.value[told[second]])
        for one, other in zip(official[first][off], told[second][off], strict=True):
            yield _at_odds(subject, one, other, zh, en)


def _statement(subject: Subject) -> Numbers:
    """Return a number for what one source said on one day of one period."""
    return joined(subject.key, subject.levels(SOURCE).codes, subject.levels(PUBLISHED_ON).codes)


def _contradiction(subject: Subject, rows: Numbers) -> Iterator[Fault]:
    values = "、".join(f"{one:g}" for one in np.unique(subject.value[rows]))
    for at in np.sort(rows):
        yield fault(
            subject.row[at],
            f"同一来源、同一时期有不同数值（{values}），不自行选定，待填报单位确认。",
            f"One source gives this period different values ({values}); none is chosen.",
        )


def _standing(subject: Subject) -> Numbers:
    """Return whether each row is an official figure, a return, or something else."""
    evidence = subject.levels(EVIDENCE)
    official, reported = evidence.are([Evidence.A]), evidence.are([Evidence.B, Evidence.C])
    return np.where(official, _OFFICIAL, np.where(reported, _REPORTED, _OTHER)).astype(np.int64)


def _successions(subject: Subject) -> tuple[Numbers, Numbers]:
    """Return positions of values of one key and standing that follow another value in time."""
    keyed, order = subject.once(_in_time)
    before, after = order[:-1], order[1:]
    moved = (keyed[before] == keyed[after]) & (subject.value[before] != subject.value[after])
    return before[moved], after[moved]


def _restates(subject: Subject, before: Numbers, after: Numbers) -> Flags:
    """Return which of two values is a later edition of the other and not another sender's."""
    days, sources = subject.levels(PUBLISHED_ON).codes, subject.levels(SOURCE).codes
    official = subject.once(_standing)[after] == _OFFICIAL
    marked = subject.levels(STATUS).are([Status.REVISED])[after]
    same = sources[before] == sources[after]
    near = ~_differ(subject.value[before], subject.value[after], _UNEXPLAINED)
    restates: Flags = (days[before] != days[after]) & (official | marked | same | near)
    return restates


def _in_time(subject: Subject) -> tuple[Numbers, Numbers]:
    """Return a number of key and standing by row, and exact rows of shared keys in time order."""
    keyed = joined(subject.key, subject.once(_standing))
    chosen = subject.shared[subject.exact[subject.shared]]
    columns = (subject.levels(SOURCE).codes, subject.levels(PUBLISHED_ON).codes, keyed)
    return keyed, chosen[np.lexsort((subject.value[chosen], *(one[chosen] for one in columns)))]


def _latest_of_each_standing(subject: Subject) -> Numbers:
    """Return positions of the exact value published last for each key and standing."""
    keyed, order = subject.once(_in_time)
    return order[is_last(keyed[order])]


def _differ(one: Values, other: Values, tolerance: float = _TOLERANCE) -> Flags:
    """Return which values differ by more than `tolerance`, a share of the larger one."""
    far: Flags = np.abs(one - other) > tolerance * np.maximum(np.abs(one), np.abs(other))
    return far


def _at_odds(subject: Subject, one: int, other: int, zh: str, en: str) -> Fault:
    """Return what stands in the row at `other`, against the row at `one`."""
    first, row = int(subject.row[one]), int(subject.row[other])
    known, told = subject.value[one], subject.value[other]
    source = subject.text(SOURCE, first)
    return fault(
        row,
        f"{zh}：本行{told:g}，{source}为{known:g}，差{told - known:+g}，须核对。",
        f"{told:g} here, {known:g} in {source} ({told - known:+g}): {en}; to be reconciled.",
    )
