"""What one rule finds in a few rows."""

from __future__ import annotations

import pandas as pd

from evaluation_lib.observations.checks import RULES, Finding, check
from evaluation_lib.plan.model import Plan
from tests.builders import make_plan


def found(rows: pd.DataFrame, name: str, plan: Plan | None = None) -> list[Finding]:
    """Return what the rule `name` finds in `rows`, each said in both languages."""
    assert name in RULES
    findings = [one for one in check(rows, plan or make_plan()) if one.rule == name]
    assert all(one.text.zh and one.text.en.isascii() for one in findings)
    return findings
