"""What questions are put to: plan and observations, read and checked once, asked many times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import pandas as pd

from evaluation_lib.observations import checks
from evaluation_lib.observations.checks import Finding
from evaluation_lib.observations.series import Series, annual_series
from evaluation_lib.observations.sources import Source
from evaluation_lib.observations.table import JURISDICTION, PUBLISHED_ON, STATUS, Status
from evaluation_lib.observations.vintages import latest, published_by
from evaluation_lib.plan.model import Plan

_DAYS_KEPT = 128
"""As-of days whose series are remembered; a slider passes through many."""


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """One plan, its observations, and the terms on which the report judges them.

    Attributes:
        observations: Observation table of every jurisdiction, all vintages.
        jurisdiction: GB/T 2260 code of the report.
        as_of: Day on which the report looks at the data.
        sources: The documents values come from, by id.
        model: The report's forecasting model; blank for the usual one.
        places: Where plan and observations were read, so that a view can be written as code; blank
            where they were not read from files.
    """

    plan: Plan
    observations: pd.DataFrame
    jurisdiction: str
    as_of: date
    product: str = "midterm"
    model: str = ""
    sources: Mapping[str, Source] = field(default_factory=dict)
    places: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What was known on one day.

    Attributes:
        plan: As it stood on the day.
        rows: Published by the day, all jurisdictions, counted from 0.
        sound: Those that no check keeps out, all vintages.
        findings: What the checks found; their rows are places in `rows`.
    """

    plan: Plan
    rows: pd.DataFrame
    sound: pd.DataFrame
    findings: tuple[Finding, ...]


@lru_cache(maxsize=_DAYS_KEPT)
def known_on(desk: Desk, day: date) -> Known:
    """Return what was known on the evening of `day`."""
    plan = desk.plan.in_force(day)
    rows = published_by(desk.observations, day).reset_index(drop=True)
    findings = checks.check(rows, plan)
    return Known(plan, rows, checks.sound(rows, findings), tuple(findings))


@lru_cache(maxsize=_DAYS_KEPT)
def series_on(desk: Desk, day: date, place: str) -> Mapping[str, Series]:
    """Return the yearly series of `place` as known on `day`, by indicator id."""
    known = known_on(desk, day)
    return annual_series(latest(known.sound), known.plan, place)


@lru_cache(maxsize=_DAYS_KEPT)
def is_demonstration(desk: Desk, day: date, place: str) -> bool:
    """Return whether any value of `place` known on `day` is invented."""
    rows = known_on(desk, day).rows
    return bool((rows[rows[JURISDICTION] == place][STATUS] == Status.SYNTHETIC).any())


def publication_days(desk: Desk, place: str, until: date) -> tuple[date, ...]:
    """Return the days up to `until` on which something on `place` was published, rising."""
    rows = desk.observations
    days = sorted({one for one in rows[rows[JURISDICTION] == place][PUBLISHED_ON] if one})
    return tuple(day for one in days if (day := date.fromisoformat(one)) <= until)
