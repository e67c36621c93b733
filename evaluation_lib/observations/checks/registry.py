"""The rules by which data are questioned, and what a rule finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from evaluation_lib.language import Text
from evaluation_lib.observations import table as columns
from evaluation_lib.observations.checks.subject import Subject


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"  # the row is not used
    WARNING = "warning"  # used, but must be explained
    NOTE = "note"  # the reader should know


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule says about one row of the observation table.

    Attributes:
        row: Label of the row in the table; None where the table as a whole is meant.
        text: What is wrong, in a sentence for the reader of the report.
    """

    row: int | None
    text: Text


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault together with where it belongs.

    Attributes:
        row: Label of the row in the observation table that was checked, None for the table as a
            whole, which leaves the place blank.
        excludes: Whether the row is kept out of the evaluation.
    """

    rule: str
    severity: Severity
    text: Text
    jurisdiction: str
    indicator: str
    period: str
    source: str
    cell: str
    row: int | None
    excludes: bool


Find = Callable[[Subject], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule: its name, severity, what it looks for, and its function.

    Attributes:
        excludes: Whether a row it finds is kept out of the evaluation.
    """

    name: str
    severity: Severity
    title: Text
    find: Find
    excludes: bool


RULES: dict[str, Rule] = {}


def rule(
    name: str, *, severity: Severity, zh: str, en: str, excludes: bool | None = None
) -> Callable[[Find], Find]:
    """Enter a rule under `name`; `zh` and `en` say what it looks for.

    Rows found by an error are kept out of the evaluation unless `excludes` says otherwise.

    Raises:
        ValueError: The name is taken.
    """

    def enter(find: Find) -> Find:
        if name in RULES:
            raise ValueError(f"a rule called {name!r} is registered already")
        kept_out = severity is Severity.ERROR if excludes is None else excludes
        RULES[name] = Rule(name, severity, Text(zh, en), find, kept_out)
        return find

    return enter


def fault(row: object, zh: str, en: str) -> Fault:
    """Return a fault of the row labelled `row`, said in both languages."""
    return Fault(int(str(row)), Text(zh, en))


def finding(rule_: Rule, fault_: Fault, subject: Subject) -> Finding:
    """Return `fault_` with the place of its row in the table of `subject`."""
    row = fault_.row

    def place(column: str) -> str:
        return "" if row is None else subject.text(column, row)

    return Finding(
        rule=rule_.name,
        severity=rule_.severity,
        text=fault_.text,
        jurisdiction=place(columns.JURISDICTION),
        indicator=place(columns.INDICATOR),
        period=place(columns.PERIOD),
        source=place(columns.SOURCE),
        cell=place(columns.CELL),
        row=row,
        excludes=rule_.excludes,
    )
