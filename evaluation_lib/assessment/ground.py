"""What the jurisdictions of a plan share on one day: the rows known by then, questioned once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from evaluation_lib.observations import checks
from evaluation_lib.observations.checks import Finding
from evaluation_lib.observations.vintages import latest, published_by
from evaluation_lib.plan.model import Plan
from evaluation_lib.remembered import remembered


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """Observations of all jurisdictions, as they stood on a day.

    Attributes:
        observations: The table they were taken from; kept, since it is known by its identity.
        rows: Everything that was published by then.
        findings: What the rules ask about it.
        vintages: The rows that no finding keeps out.
        sound: The last of them for each period.
    """

    observations: pd.DataFrame
    rows: pd.DataFrame
    findings: list[Finding]
    vintages: pd.DataFrame
    sound: pd.DataFrame


def lay_ground(plan: Plan, observations: pd.DataFrame, as_of: date) -> Ground:
    """Return what was known by `as_of`, checked against `plan`.

    Args:
        plan: The plan as it stood on that day.
        observations: Observation table; a remembered one is known by its identity.
        as_of: Day on which the evaluation looks at the data.
    """
    return remembered(
        lambda: ("ground", id(observations), plan, as_of),
        lambda: _laid(plan, observations, as_of),
    )


def _laid(plan: Plan, observations: pd.DataFrame, as_of: date) -> Ground:
    rows = published_by(observations, as_of)
    findings = checks.check(rows, plan)
    vintages = checks.sound(rows, findings)
    return Ground(observations, rows, findings, vintages, latest(vintages))
