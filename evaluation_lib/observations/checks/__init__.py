"""Data are questioned before they are used."""

from __future__ import annotations

import pandas as pd

from evaluation_lib.observations.checks import (
    movement,
    parts,
    relations,
    returns,
    rows,
    totals,
    written,
)
from evaluation_lib.observations.checks.registry import RULES, Finding, Severity, finding
from evaluation_lib.observations.checks.subject import Subject
from evaluation_lib.plan.model import Plan

__all__ = [
    "RULES",
    "Finding",
    "Severity",
    "check",
    "movement",
    "parts",
    "relations",
    "returns",
    "rows",
    "sound",
    "totals",
    "written",
]

_ORDER = {severity: place for place, severity in enumerate(Severity)}


def check(table: pd.DataFrame, plan: Plan) -> list[Finding]:
    """Question every row of the observation table by every rule.

    Rows that a rule keeps out are not asked further, so that one wrong value does not accuse its
    neighbours. Nothing is repaired.

    Args:
        table: Observation table, cut to what was known where an as-of date matters.
        plan: Gives indicators, units, bounds, relations and places.

    Returns:
        Findings, errors first, then by indicator, jurisdiction and period. Their rows are counted
        from 0 in the order of `table`.
    """
    subject = Subject(table.reset_index(drop=True), plan)
    excluding = [one for one in RULES.values() if one.excludes]
    others = [one for one in RULES.values() if not one.excludes]
    found = [finding(one, fault, subject) for one in excluding for fault in one.find(subject)]
    kept = subject.without({one.row for one in found if one.row is not None})
    found += [finding(one, fault, subject) for one in others for fault in one.find(kept)]
    return sorted(
        found,
        key=lambda one: (
            _ORDER[one.severity],
            one.indicator,
            one.jurisdiction,
            one.period,
            one.rule,
            -1 if one.row is None else one.row,
        ),
    )


def sound(table: pd.DataFrame, findings: list[Finding]) -> pd.DataFrame:
    """Return the rows of `table` that no finding keeps out."""
    excluded = sorted({one.row for one in findings if one.excludes and one.row is not None})
    return table.reset_index(drop=True).drop(index=excluded)
