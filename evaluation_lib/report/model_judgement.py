"""What the report carries beside the verdicts: firmness, warnings, a score, other places."""

from __future__ import annotations

from evaluation_lib.report.fact import Fact


class SettingFact(Fact):
    """One other setting under which an indicator was judged again.

    Attributes:
        group: `denominator`, `rounding`, `path`, `vintage`, `cut_offs`, `history` or `rival`.
        conclusion: What it makes of the indicator, in words.
        changed: Whether status or outlook differ from the report's.
    """

    name: str
    group: str
    verdict: str
    outlook: str
    conclusion: str
    changed: bool


class FirmnessFact(Fact):
    """How many of the settings that apply leave the conclusion as it is.

    Attributes:
        sentence: The same in words, with the settings that change it.
    """

    settings: tuple[SettingFact, ...]
    holds: int
    total: int
    sentence: str


class WarningFact(Fact):
    """One indicator on the early-warning list, the most urgent first.

    Attributes:
        indicator: Its id.
        grounds: `breached`, `behind`, `outlook`, `pace`, `no_data`.
        multiple: Required pace as a multiple of the best ever seen.
    """

    indicator: str
    grounds: tuple[str, ...]
    probability: float | None
    multiple: float | None
    years_left: int


class ScoredFact(Fact):
    """One indicator in the score; `share` and `points` are None where it could not be scored."""

    indicator: str
    weight: float
    share: float | None
    points: float | None


class TrialFact(Fact):
    """Another way to reckon: `equal_weights`, `no_cap`, or the id of the indicator left out."""

    name: str
    points: float
    grade: str


class ScoreFact(Fact):
    """A score by given weights, and how far it can be trusted.

    Attributes:
        limits: Points from which each grade begins.
        coverage: Share of all weights that could be scored.
        grade_stays: Share of random weights under which the grade is the same.
        random_low: Points that 5 % of the random weights fall short of; `random_high` likewise.
        random_sets: Number of random sets of weights.
        binding_fails: Whether a binding indicator falls short.
    """

    version: str
    points: float
    grade: str
    limits: dict[str, int]
    coverage: float
    items: tuple[ScoredFact, ...]
    trials: tuple[TrialFact, ...]
    grade_stays: float
    random_low: float
    random_high: float
    random_sets: int
    binding_fails: bool


class ComparatorFact(Fact):
    """What is known of one indicator in another place; growth is a share a year.

    Attributes:
        own: Our value of the same year, in the indicator's unit.
        reason: Why the two cannot be compared; None where they can.
    """

    indicator: str
    jurisdiction: str
    jurisdiction_name: str
    period: str
    value: float
    comparator: str
    unit: str
    definition: str
    own: float | None
    growth: float | None
    own_growth: float | None
    growth_from: int | None
    reason: str | None
    source: str
    source_title: str
    published_on: str
    evidence: str


class CountyFact(Fact):
    """Mean yearly growth of one county as a share, with its 80 % interval and its ranks."""

    jurisdiction: str
    jurisdiction_name: str
    value: float
    raw: float
    shrunk: float
    low: float
    high: float
    best_rank: int
    worst_rank: int


class CountiesFact(Fact):
    """The counties in one indicator, largest shrunk growth first.

    Attributes:
        missing: Names of counties without both years.
    """

    indicator: str
    first_year: int
    last_year: int
    pooled: float
    is_ranked: bool
    counties: tuple[CountyFact, ...]
    missing: tuple[str, ...]
