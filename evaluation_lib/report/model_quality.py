"""What the report on the data itself carries: coverage, evidence, editions and queries."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact


class CoverageYear(Fact):
    """What is known of one indicator in one year.

    Attributes:
        state: `exact`, `bound`, `part` (only parts of the year) or `none`.
        evidence: Grade of the value; blank where there is none.
        counties: Number of lower divisions with a yearly value.
    """

    year: int
    state: str
    evidence: str
    counties: int


class CoverageFact(Fact):
    """What is known of one indicator, year by year."""

    indicator: str
    number: int
    name: str
    years: tuple[CoverageYear, ...]


class GradeFact(Fact):
    """How many values rest on one grade of evidence, here and in the lower divisions."""

    grade: str
    here: int
    counties: int


class EditionFact(Fact):
    """A yearly value that was published more than once; values in the indicator's unit.

    Attributes:
        editions: Number of publications with different days.
        first: Value of the first of them.
        used: Value the evaluation uses.
    """

    indicator: str
    name: str
    period: str
    editions: int
    first: float
    first_published_on: str
    used: float
    used_published_on: str
    source_title: str


class RuleFact(Fact):
    """How often one rule found something, here and in the lower divisions."""

    rule: str
    title: str
    severity: str
    here: int
    elsewhere: int


class QueryFact(Fact):
    """A question to a sender of a form, and its answer; blank where none came."""

    id: str
    place: str
    severity: str
    raw: str
    reason: str
    addressee: str
    answer: str


class QualityFact(Fact):
    """The state of the data of one jurisdiction.

    Attributes:
        counties: Number of lower divisions the plan names.
        rows: Rows of the observation table known on the as-of date, of the jurisdiction.
        used: Those of them that no finding keeps out.
    """

    counties: int
    rows: int
    used: int
    coverage: tuple[CoverageFact, ...]
    grades: tuple[GradeFact, ...]
    editions: tuple[EditionFact, ...]
    rules: tuple[RuleFact, ...]
    queries: tuple[QueryFact, ...]
