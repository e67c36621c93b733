"""The result of an evaluation as every format reads it: `result.json`."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from evaluation_lib.report.fact import Fact as _Fact
from evaluation_lib.report.model_authored import PassageFact
from evaluation_lib.report.model_brand import BrandFact
from evaluation_lib.report.model_changes import ChangesFact
from evaluation_lib.report.model_divisions import DividedFact
from evaluation_lib.report.model_exhibit import ExhibitFact
from evaluation_lib.report.model_forecast import BacktestFact
from evaluation_lib.report.model_indicator import BaselineFact as BaselineFact
from evaluation_lib.report.model_indicator import FlagFact as FlagFact
from evaluation_lib.report.model_indicator import ForecastFact as ForecastFact
from evaluation_lib.report.model_indicator import ForecastYear as ForecastYear
from evaluation_lib.report.model_indicator import IndicatorFact as IndicatorFact
from evaluation_lib.report.model_indicator import LatestFact as LatestFact
from evaluation_lib.report.model_indicator import MethodFact as MethodFact
from evaluation_lib.report.model_indicator import ObservationFact as ObservationFact
from evaluation_lib.report.model_indicator import RivalFact as RivalFact
from evaluation_lib.report.model_indicator import TargetFact as TargetFact
from evaluation_lib.report.model_indicator import YearFact as YearFact
from evaluation_lib.report.model_judgement import (
    ComparatorFact,
    CountiesFact,
    FirmnessFact,
    ScoreFact,
    WarningFact,
)
from evaluation_lib.report.model_public import WithheldFact
from evaluation_lib.report.model_quality import QualityFact
from evaluation_lib.report.model_records import RecordsFact, VerificationFact
from evaluation_lib.report.model_whole import (
    AmendmentFact,
    ChapterFact,
    ClaimFact,
    CommitmentFact,
    GoalFact,
    MilestoneFact,
    StrengthFact,
    TaskFact,
    VersionChangeFact,
)

SCHEMA_VERSION = "1"


class PlanFact(_Fact):
    """Which plan, in which version, was judged."""

    id: str
    version: str
    title: str
    short_title: str
    organisation: str
    start: int
    end: int
    baseline_year: int


class Counts(_Fact):
    """How many indicators there are of each sort.

    Attributes:
        assessable: Indicators with a verdict other than `not_assessable`.
        pending: Indicators whose target the plan leaves blank (目标未定).
        not_broken_down: Indicators whose target the plan gives for the whole alone (未分解).
        without_data: Indicators with a target that could not be judged for want of data.
        reached: Assessable indicators whose verdict is on schedule or better.
        by_verdict: Number of indicators by verdict id, only those that occur.
    """

    total: int
    binding: int
    assessable: int
    pending: int
    binding_pending: int
    without_data: int
    binding_assessable: int
    binding_failing: int
    reached: int
    by_verdict: dict[str, int]
    not_broken_down: int = 0
    binding_not_broken_down: int = 0


class FindingFact(_Fact):
    """Something wrong or noteworthy in the data, in a sentence for the reader."""

    rule: str
    severity: str
    text: str
    jurisdiction: str
    jurisdiction_name: str = ""
    indicator: str
    indicator_name: str = ""
    period: str
    source: str
    cell: str


class SourceFact(_Fact):
    """A document that values come from."""

    id: str
    title: str
    url: str
    kind: str
    published_on: str
    note: str


class OverallFact(_Fact):
    """The verdict on the plan as a whole.

    Attributes:
        headline: The whole in one sentence.
        sentences: What a reader must know next.
        expected_attained: Mean and 80 % interval of the number of targets reached in the end.
    """

    verdict: str
    headline: str
    sentences: tuple[str, ...]
    expected_attained: tuple[float, float, float] | None
    evidence: dict[str, int]


class Report(_Fact):
    """One evaluation of one jurisdiction, complete, in one language.

    What follows `provenance` came later and is empty in older files.
    """

    schema_version: str = SCHEMA_VERSION
    job: str
    product: str
    language: str
    title: str
    plan: PlanFact
    as_of: str
    evaluation_year: int
    time_share: float
    jurisdiction: str
    jurisdiction_name: str
    demonstration: bool
    data_version: str
    method_version: str
    counts: Counts
    overall: OverallFact
    indicators: tuple[IndicatorFact, ...]
    findings: tuple[FindingFact, ...]
    sources: tuple[SourceFact, ...]
    limitations: tuple[str, ...]
    cut_offs: dict[str, float]
    provenance: dict[str, str]
    chapters: tuple[ChapterFact, ...] = ()
    tasks: tuple[TaskFact, ...] = ()
    commitments: tuple[CommitmentFact, ...] = ()
    goals: tuple[GoalFact, ...] = ()
    claims: tuple[ClaimFact, ...] = ()
    strengths: tuple[StrengthFact, ...] = ()
    amendments: tuple[AmendmentFact, ...] = ()
    milestones: tuple[MilestoneFact, ...] = ()
    version_changes: tuple[VersionChangeFact, ...] = ()
    quality: QualityFact | None = None
    denominators: dict[str, FirmnessFact] = Field(default_factory=dict)
    warnings: tuple[WarningFact, ...] = ()
    score: ScoreFact | None = None
    comparators: tuple[ComparatorFact, ...] = ()
    counties: tuple[CountiesFact, ...] = ()
    assumptions: tuple[str, ...] = ()
    backtest: BacktestFact | None = None
    narrative: tuple[PassageFact, ...] = ()
    unwritten: tuple[str, ...] = ()
    brand: BrandFact | None = None
    changes: ChangesFact | None = None
    exhibits: tuple[ExhibitFact, ...] = ()
    records: RecordsFact | None = None
    verification: tuple[VerificationFact, ...] = ()
    divisions: tuple[DividedFact, ...] = ()
    withheld: WithheldFact | None = None

    def indicator(self, key: str) -> IndicatorFact:
        """Return the indicator with id `key`.

        Raises:
            KeyError: The plan has no such indicator.
        """
        for one in self.indicators:
            if one.id == key:
                return one
        raise KeyError(key)

    @property
    def verdicts(self) -> dict[str, str]:
        """Verdict or state of every indicator, task and promise, by its id."""
        return {
            **{one.id: one.verdict for one in self.indicators},
            **{one.id: one.state for one in self.tasks},
            **{one.id: one.verdict for one in self.commitments},
        }

    def passage(self, name: str) -> PassageFact | None:
        """Return what the evaluators wrote under `name`; None where they wrote nothing."""
        return next((one for one in self.narrative if one.name == name), None)

    def to_json(self) -> dict[str, Any]:
        """Return the report as plain JSON values."""
        values: dict[str, Any] = self.model_dump(mode="json", by_alias=True)
        return values
