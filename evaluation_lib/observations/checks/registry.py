"""The rules by which data are questioned, and what a rule finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from evaluation_lib.language import Text
from evaluation_lib.observations import table as columns
from evaluation_lib.plan.model import Plan


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


Find = Callable[[pd.DataFrame, Plan], Iterator[Fault]]


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


def finding(rule_: Rule, fault: Fault, table: pd.DataFrame) -> Finding:
    """Return `fault` with the place of its row in `table`."""
    place = dict.fromkeys(columns.COLUMNS, "") if fault.row is None else table.loc[fault.row]
    return Finding(
        rule=rule_.name,
        severity=rule_.severity,
        text=fault.text,
        jurisdiction=str(place[columns.JURISDICTION]),
        indicator=str(place[columns.INDICATOR]),
        period=str(place[columns.PERIOD]),
        source=str(place[columns.SOURCE]),
        cell=str(place[columns.CELL]),
        row=fault.row,
        excludes=rule_.excludes,
    )
