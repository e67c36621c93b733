"""The findings on one indicator, each at the point it concerns, with the cell it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evaluation_lib.inquiry.answer import Answer, ask
from evaluation_lib.inquiry.desk import Desk, known_on
from evaluation_lib.inquiry.setting import Setting
from evaluation_lib.observations.checks import Finding
from evaluation_lib.observations.period import parse_period
from evaluation_lib.observations.table import (
    CELL,
    PERIOD,
    PUBLISHED_ON,
    RAW,
    SOURCE,
    VALUE,
)


@dataclass(frozen=True, slots=True)
class Question:
    """One finding at its point.

    Attributes:
        year: Year in which the period ends; None for a finding on the series as a whole.
        value: As read, in the row's unit; None without a row.
        raw: As written in the source.
    """

    finding: Finding
    year: int | None
    value: float | None
    period: str
    source: str
    cell: str
    raw: str
    published_on: str


@dataclass(frozen=True, slots=True)
class Questioned:
    """One indicator with everything questioned about it."""

    answer: Answer
    questions: tuple[Question, ...]


def questions_on(desk: Desk, setting: Setting) -> Questioned:
    """Return the findings on one indicator in one place as of a day.

    Raises:
        JobError: The setting names what is not there.
    """
    answer = ask(desk, setting)
    known = known_on(desk, answer.as_of)
    return Questioned(
        answer,
        tuple(
            _question(one, known.rows.iloc[one.row].to_dict() if one.row is not None else None)
            for one in known.findings
            if one.indicator == setting.indicator and one.jurisdiction == answer.jurisdiction
        ),
    )


def _question(finding: Finding, row: Mapping[Any, Any] | None) -> Question:
    if row is None:
        year = parse_period(finding.period).year if finding.period else None
        return Question(finding, year, None, finding.period, finding.source, finding.cell, "", "")
    return Question(
        finding,
        parse_period(str(row[PERIOD])).year,
        float(row[VALUE]),
        str(row[PERIOD]),
        str(row[SOURCE]),
        str(row[CELL]),
        str(row[RAW]),
        str(row[PUBLISHED_ON]),
    )
