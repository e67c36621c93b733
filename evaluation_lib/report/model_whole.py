"""What the report carries of the whole plan: tasks, promises, goals, claims, versions."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact

NOT_DUE = "not_due"
"""Verdict id of a promise that its date alone decides, and that is not due yet."""


class LedgerFact(Fact):
    """What was said of a task or promise once.

    Attributes:
        status: `not_started`, `under_way`, `done`, `continuous`, `constrained` or `unknown`.
        evidence: Grade; blank where nothing supports it.
    """

    status: str
    date: str
    published_on: str
    evidence: str
    source: str
    source_title: str
    quote: str
    note: str
    reported_by: str
    verified: bool


class ChapterFact(Fact):
    """A chapter with its tasks counted.

    Attributes:
        restored: Whether the plan lost its heading, so that the title is no word of the plan.
        by_state: Number of tasks by state id, only those that occur.
        measures: Number of measures its tasks demand.
    """

    chapter: int
    title: str
    restored: bool
    total: int
    measures: int
    by_state: dict[str, int]


class TaskFact(Fact):
    """One task of the plan.

    Attributes:
        original: Title as the plan prints it.
        state: `done`, `under_way`, `continuous`, `behind`, `not_started`, `constrained` or
            `unknown`.
        is_hard: Whether a promise in it has a number or a date of its own.
        as_reported: Whether the state has to be worded “据填报”.
        progress: What the ledger says beside the state; blank where it says nothing.
        concerns: Why it needs attention; empty where it does not.
        deadline: Earliest date of a promise in it with a date of its own; blank without one.
    """

    id: str
    title: str
    original: str
    chapter: int
    section: int | None
    line: int | None
    verbs: tuple[str, ...]
    measures: int
    bodies: tuple[str, ...]
    commitments: tuple[str, ...]
    state: str
    is_hard: bool
    as_reported: bool
    evidence: str
    progress: str
    deadline: str
    reported: LedgerFact | None
    verified: LedgerFact | None
    history: tuple[LedgerFact, ...]
    contradicted: bool
    concerns: tuple[str, ...]


class CommitmentFact(Fact):
    """One promise of the text.

    Attributes:
        quote: The words of the plan.
        verdict: A verdict id, or `not_due`.
        ground: `indicator`, `observations`, `ledger` or `nothing`.
        fact: What is known; blank where nothing is.
        reason: Why there is no verdict.
        proof: What would show that it is kept, in the plan's language.
    """

    id: str
    quote: str
    subject: str
    chapter: int
    section: int | None
    line: int | None
    type: str
    comparison: str
    value: float | None
    unit: str
    deadline: str
    keep: bool
    proof: str
    indicator: str
    sum_of: tuple[str, ...]
    note: str
    verdict: str
    is_due: bool
    ground: str
    fact: str
    reason: str | None
    observed: float | None
    period: str
    evidence: str
    source: str
    source_title: str
    as_reported: bool
    reported: LedgerFact | None
    verified: LedgerFact | None


class GoalFact(Fact):
    """A development goal beside the tasks and promises that serve it; it has no verdict.

    Attributes:
        by_state: Tasks of its chapters by state id.
        commitments: Promises of its chapters.
        judged: Those among them that have a verdict; `kept` those that are kept.
    """

    id: str
    title: str
    quote: str
    line: int | None
    horizon: int
    chapters: tuple[int, ...]
    note: str
    tasks: int
    by_state: dict[str, int]
    commitments: int
    judged: int
    kept: int


class ReadingFact(Fact):
    """One way to read a claim: the sum, its result, and how wide rounding leaves it.

    Attributes:
        agrees: Whether it agrees with the text; None where the text states no number.
    """

    label: str
    sum: str
    value: float
    low: float
    high: float
    agrees: bool | None


class ClaimFact(Fact):
    """A claim of the text, redone.

    Attributes:
        outcome: `closes`, `does_not_close`, `ambiguous`, `wrong_period` or `not_checkable`.
        expected: Number the text states; blank where it states none.
        finding: The sum and what it shows, in one sentence.
        inputs: `label=value@place` of each number.
        note: The analyst's note, in Chinese; blank in other languages.
    """

    id: str
    line: int | None
    quote: str
    kind: str
    statement: str
    outcome: str
    comparison: str
    expected: str
    precision: str
    main: ReadingFact
    readings: tuple[ReadingFact, ...]
    inputs: tuple[str, ...]
    finding: str
    note: str


class StrengthFact(Fact):
    """A promised increment beside the one of the years before.

    Attributes:
        promised: In the indicator's unit; `before` likewise.
        ratio: Promised a year over earlier a year; None where nothing was added before.
    """

    indicator: str
    name: str
    unit: str
    from_year: int
    before: float
    promised: float
    ratio: float | None
    line: int | None
    quote: str
    note: str


class AmendmentFact(Fact):
    """A field of an indicator that a later decision changed, as it was before and is now."""

    indicator: str
    name: str
    field: str
    before: str
    after: str
    effective_on: str
    document: str
    note: str


class MilestoneFact(Fact):
    """A value the plan itself sets for a year on the way, in the indicator's unit."""

    indicator: str
    name: str
    year: int
    value: float


class VersionChangeFact(Fact):
    """An indicator whose promise or verdict differs from the version compared with."""

    indicator: str
    name: str
    old_target: float | None
    new_target: float | None
    old_verdict: str
    new_verdict: str
