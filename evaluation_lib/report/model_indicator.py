"""Everything `result.json` says about one indicator."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from evaluation_lib.report.fact import Fact as _Fact
from evaluation_lib.report.model_forecast import PartKnownFact
from evaluation_lib.report.model_judgement import FirmnessFact


class BaselineFact(_Fact):
    """Where the plan says the indicator started; `value` in the indicator's unit."""

    year: int
    value: float | None


class TargetFact(_Fact):
    """What the plan promises; `value` and the other end `high` of a range in its unit."""

    year: int
    comparison: str
    value: float
    high: float | None = None


class ObservationFact(_Fact):
    """One observed value with its whole origin; `value` in the indicator's unit."""

    period: str
    year: int
    value: float
    comparator: str
    status: str
    published_on: str
    evidence: str
    source: str
    source_title: str
    cell: str
    raw: str


class LatestFact(ObservationFact):
    """The latest whole year known; `stale` if older than the year under evaluation."""

    stale: bool


class ForecastYear(_Fact):
    """Quantiles of one future year, in the indicator's unit."""

    year: int
    median: float
    intervals: dict[str, tuple[float, float]]


class ForecastFact(_Fact):
    """The predictive distribution in the target year and on the way there.

    Attributes:
        period: Target year, or the years summed for a cumulative target.
        intervals: Central intervals by level: `"50"`, `"80"`, `"95"`.
        probability: Attainment probability, 0 to 1.
        model: Name of the forecasting model.
        observations: Number of yearly observations it rests on.
        arithmetic: How a reader redoes the median, in words and numbers; blank where the model
            has no such form.
        passing_year: First year whose median reaches the target, looked for up to six years after
            the last value; None where there is none or each year is judged on its own.
        parts_known: Years under way whose first months are in it, oldest first.
    """

    period: str
    median: float
    intervals: dict[str, tuple[float, float]]
    probability: float | None
    model: str
    observations: int
    path: tuple[ForecastYear, ...]
    arithmetic: str = ""
    passing_year: int | None = None
    parts_known: tuple[PartKnownFact, ...] = ()


class RivalFact(_Fact):
    """A rival model's point for the target year, or why it cannot answer."""

    name: str
    title: str
    value: float | None
    reason: str | None


class MethodFact(_Fact):
    """A named method's answer; `value` in the method's own scale."""

    value: float | None
    class_: str | None = Field(alias="class")
    reason: str | None
    title: str = ""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class YearFact(_Fact):
    """One year of the plan against its yearly threshold.

    Attributes:
        met: None where the year is not known.
        difference: Value minus threshold, in the indicator's unit.
        probability: Chance that a year still to come meets the threshold.
    """

    year: int
    value: float | None
    met: bool | None
    difference: float | None
    probability: float | None


class FlagFact(_Fact):
    """Something the reader must know beside the verdict."""

    id: str
    text: str


class IndicatorFact(_Fact):
    """Everything the report says about one indicator.

    Attributes:
        progress: Share of the way done (1 is 100 %); None where the kind has no share.
        progress_is_lower_bound: Whether the true share is at least `progress`.
        time_share: Share that is due in the year of `latest`, or in the evaluation year.
        gap: `progress` minus `time_share`.
        required_pace: Yearly change still needed, in the unit a year; for every-year targets the
            yearly threshold.
        best_pace: Largest yearly change (or yearly flow) ever observed.
        last_pace: The last one.
        probability_observed: Whether the probability is a fact (0 or 1), not a forecast.
        parts: Observations of parts of a year, shown as known but not judged.
        headline: The finding in one sentence.
        analysis: Sentences that state the verdict and its arithmetic.
        arithmetic: Lines a reader can redo: label and sum.
        catch_up_ratio: `required_pace` as a multiple of `best_pace`; None where none is formed.
        latest_reachable_year: Last year from whose end the best pace still led to the target.
        firmness: What other settings make of the verdict; None where none applies.
        no_target: Why `target` is None: `pending` where the plan leaves it open, or
            `not_broken_down` to this jurisdiction.
    """

    id: str
    number: int
    group: str
    name: str
    short_name: str
    nature: str
    kind: str
    direction: str
    unit: str
    decimals: int
    line: int | None
    note: str
    baseline: BaselineFact
    target: TargetFact | None
    latest: LatestFact | None
    progress: float | None
    progress_is_lower_bound: bool
    time_share: float | None
    gap: float | None
    required_pace: float | None
    best_pace: float | None
    last_pace: float | None
    forecast: ForecastFact | None
    forecast_reason: str | None
    probability_observed: bool
    methods: dict[str, MethodFact]
    status: str
    outlook: str
    verdict: str
    reason: str | None
    flags: tuple[FlagFact, ...]
    observations: tuple[ObservationFact, ...]
    parts: tuple[ObservationFact, ...]
    target_path: dict[int, float]
    years: tuple[YearFact, ...]
    rivals: tuple[RivalFact, ...]
    headline: str
    analysis: tuple[str, ...]
    arithmetic: tuple[tuple[str, str], ...]
    catch_up_ratio: float | None = None
    latest_reachable_year: int | None = None
    firmness: FirmnessFact | None = None
    no_target: str = "pending"

    @property
    def is_binding(self) -> bool:
        """Whether the government bound itself to this indicator."""
        return self.nature == "binding"

    @property
    def is_yearly(self) -> bool:
        """Whether each year is judged on its own and no share is formed."""
        return self.kind in ("annual_flow", "maintain")
