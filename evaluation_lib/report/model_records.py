"""What the report carries of the records: matrix, comments, recommendations."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact


class MatrixFact(Fact):
    """A line of the evaluation matrix in the language of the report.

    Attributes:
        computed: Names of the columns that the report told by itself.
    """

    id: str
    question: str
    criterion: str
    source: str
    method: str
    finding: str
    computed: tuple[str, ...]


class MovedFact(Fact):
    """A subject of a comment with its verdict in the draft and now; ids of verdicts."""

    subject: str
    name: str
    before: str
    after: str


class CommentFact(Fact):
    """A comment and its response.

    Attributes:
        response: `pending`, `adopted`, `partly_adopted` or `not_adopted`.
        moved: Its subjects with the verdict before and after; none without a draft.
    """

    id: str
    received_on: str
    sender: str
    about: tuple[str, ...]
    comment: str
    response: str
    reason: str
    action: str
    moved: tuple[MovedFact, ...]


class RecommendationFact(Fact):
    """A recommendation as it stood on the as-of date.

    Attributes:
        due: Day; blank for none.
        status: `proposed`, `accepted`, `under_way`, `done` or `declined`.
        overdue: Whether its day has passed and it is neither done nor declined.
    """

    id: str
    made_on: str
    recommendation: str
    about: tuple[str, ...]
    owner: str
    due: str
    status: str
    status_on: str
    response: str
    evidence: str
    overdue: bool


class RecordsFact(Fact):
    """All records known on the as-of date.

    Attributes:
        later_comments: Rows left out because they speak of a day after the as-of date.
        later_recommendations: The same of the rows on recommendations.
        unknown: Ids that the records name and the plan does not.
    """

    matrix: tuple[MatrixFact, ...]
    comments: tuple[CommentFact, ...]
    recommendations: tuple[RecommendationFact, ...]
    later_comments: int
    later_recommendations: int
    unknown: tuple[str, ...]


class CheckedStratumFact(Fact):
    """One stratum of an on-site check.

    Attributes:
        checked: Items compared with their original; `wrong` those that differ from it.
        not_checkable: Items whose original could not be seen.
    """

    name: str
    population: int
    drawn: int
    checked: int
    wrong: int
    not_checkable: int


class DiscrepancyFact(Fact):
    """A value or task that differs from its original."""

    name: str
    period: str
    stated: str
    original: str
    unit: str
    checked_on: str
    note: str


class VerificationFact(Fact):
    """An on-site check with its estimated error rate; shares from 0 to 1.

    Attributes:
        what: `values` or `tasks`; `by` `evidence`, `nature` or `indicator`.
        rate: Estimated share of wrong items; None where nothing was checked. `low` and `high` are
            the ends of its 95 % interval.
        worst: Upper end if every item that could not be checked were wrong.
        open: Drawn items that nobody has checked by the as-of date.
    """

    file: str
    what: str
    by: str
    seed: str
    drawn_from: str
    as_of: str
    strata: tuple[CheckedStratumFact, ...]
    rate: float | None
    low: float | None
    high: float | None
    worst: float | None
    open: int
    discrepancies: tuple[DiscrepancyFact, ...]
