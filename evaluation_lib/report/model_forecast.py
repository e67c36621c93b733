"""What `result.json` says of how the forecasts would have done."""

from __future__ import annotations

from pydantic import Field

from evaluation_lib.report.fact import Fact as _Fact


class PartKnownFact(_Fact):
    """How the known first months of a year entered its forecast; values in the indicator's unit.

    Attributes:
        year: Calendar year.
        months: Months known, from January on.
        known: What they come to: their sum, their mean, or the value at their end.
        share: Mean of the same months' share in earlier years.
        compared: Earlier years averaged.
        estimate: `known` over `share`.
        annual: Median of the year by the annual model alone.
        weight: Weight of `estimate`, 0 to 1; the rest is that of `annual`.
        median: Both averaged so.
        text: All of it in one sentence.
    """

    year: int
    months: int
    known: float
    share: float
    compared: int
    estimate: float
    annual: float
    weight: float
    median: float
    text: str


class CoverageFact(_Fact):
    """How many values an interval held: the share, and where chance alone would put it."""

    share: float
    band: tuple[float, float]


class BacktestRow(_Fact):
    """Scores of forecasts some years ahead.

    Attributes:
        ahead: Years ahead; 0 for all of them together.
        cases: Forecast values compared with what came.
        owa: Error against the naive forecast, which is 1; None where the naive one never errs.
        owa_error: Two standard errors of `owa`, by origins.
        coverage: Held shares of the 80 % and 95 % intervals, `"80"` and `"95"`.
        brier: Mean squared error of attainment probabilities, 0 to 1.
        calibration_error: Mean distance of stated and true attainment frequencies.
    """

    ahead: int
    cases: int
    owa: float | None
    owa_error: float | None
    coverage: dict[str, CoverageFact]
    brier: float
    calibration_error: float


class HeldOutFact(_Fact):
    """The same on public series of families that the model was not fitted on.

    Attributes:
        owa_error: Two standard errors of `owa`; None in reports made before it was kept.
        brier: Likewise.
        by_ahead: Shares held by the 80 % and 95 % intervals and values compared, by years ahead.
    """

    set: str
    n: int
    cases: int
    owa: float
    coverage_80: float
    coverage_95: float
    calibration_error: float
    owa_error: float | None = None
    brier: float | None = None
    by_ahead: dict[int, tuple[float, float, int]] = Field(default_factory=dict)


class ReliabilityFact(_Fact):
    """One class of stated probabilities: their mean, the share that came true, the cases."""

    stated: float
    came: float
    cases: int


class CurveFact(_Fact):
    """How well probabilities and intervals were calibrated.

    Attributes:
        name: Public set, or `own` for the plan's indicators.
        n: Yearly values each forecast rests on; 0 for the plan's own, which rest on what there is.
        reliability: Stated probabilities of reaching a threshold, and what came true.
        pit: Share of values in each tenth of their predictive distribution.
    """

    name: str
    n: int
    reliability: tuple[ReliabilityFact, ...]
    pit: tuple[float, ...]


class BacktestFact(_Fact):
    """Rolling-origin test on the plan's own indicators, and the public one beside it.

    Attributes:
        model: Name of the forecasting model.
        indicators: Indicators with at least one origin to forecast from.
        origins: Origins forecast from.
        untested: Indicators with a forecast but too few values to test it on their own.
        series: Public series the model is calibrated on.
        shows_skill: Whether the error lies more than two standard errors below the naive one's,
            from at least ten origins.
        rows: Empty where no indicator has an origin.
        curves: What the diagrams show, at the public length of history nearest to the plan's own.
        measured_on: Day on which the public test was run.
        input_sha256: Hash of the public series.
    """

    model: str
    indicators: int
    origins: int
    untested: int
    series: int
    shows_skill: bool
    rows: tuple[BacktestRow, ...]
    held_out: tuple[HeldOutFact, ...]
    measured_on: str
    input_sha256: str
    curves: tuple[CurveFact, ...] = ()
