"""How the forecasts did on public families held out from their fitting, as once measured."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

TABLE = "calibration.json"


@dataclass(frozen=True, slots=True)
class HeldOutScores:
    """Scores of one model on one set of public series, one to `HeldOutTable.horizon` years ahead.

    Attributes:
        model: Name of the model.
        set: Name of the set of series.
        n: Annual values each forecast rests on.
        cases: Forecast values compared.
        owa: Error against the naive forecast, which is 1.
        owa_deviation: Standard error of `owa`.
        coverage_80: Share of values inside the nominal 80 % interval, 0 to 1.
        coverage_95: The same for 95 %.
        msis: Mean scaled interval score at 95 %.
        crps: Continuous ranked probability score over that of a normal random walk.
        brier: Mean squared error of attainment probabilities.
        calibration_error: Mean distance of stated and true attainment frequencies.
        absurd: Forecasts out of all proportion to their history.
    """

    model: str
    set: str
    n: int
    cases: int
    owa: float
    owa_deviation: float
    coverage_80: float
    coverage_95: float
    msis: float
    crps: float
    brier: float
    calibration_error: float
    absurd: int


@dataclass(frozen=True, slots=True)
class HeldOutTable:
    """All that was measured in one run.

    Attributes:
        measured_on: Day of the run, ISO 8601.
        machine: What it ran on.
        input_sha256: Hash of the file of public series.
        folds: Parts the families were dealt into, each held out once.
        horizon: Years ahead that were scored.
    """

    measured_on: str
    machine: str
    input_sha256: str
    folds: int
    horizon: int
    rows: tuple[HeldOutScores, ...]


@cache
def held_out_table() -> HeldOutTable:
    """Return the packaged table; the accuracy benchmark writes it."""
    path = files("evaluation_lib.forecast.tables") / TABLE
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    rows = tuple(HeldOutScores(**row) for row in content.pop("rows"))
    return HeldOutTable(**content, rows=rows)
