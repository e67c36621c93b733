"""How the forecasts did on public families held out from their fitting, as once measured."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

TABLE = "calibration.json"


@dataclass(frozen=True, slots=True)
class HeldOutScores:
    """Scores of one model on one set of public series.

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
        first: Fewest years ahead that are scored.
        last: Most years ahead.
        by_ahead: For each number of years ahead the shares held by the 80 % and 95 % intervals,
            and the values compared.
        reliability: For each tenth of stated probability the mean stated, the share that came
            true, and the cases.
        pit: Share of values in each tenth of the predictive distribution.
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
    first: int
    last: int
    by_ahead: dict[int, tuple[float, float, int]]
    reliability: tuple[tuple[float, float, int], ...]
    pit: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class HeldOutTable:
    """All that was measured in one run.

    Attributes:
        measured_on: Day of the run, ISO 8601.
        machine: What it ran on.
        input_sha256: Hash of the file of public series.
        folds: Parts the families were dealt into, each held out once.
        horizon: Years ahead that the headline scores look at, from the first on.
    """

    measured_on: str
    machine: str
    input_sha256: str
    folds: int
    horizon: int
    rows: tuple[HeldOutScores, ...]

    def near(self) -> tuple[HeldOutScores, ...]:
        """Return the scores from one to `horizon` years ahead."""
        return tuple(one for one in self.rows if (one.first, one.last) == (1, self.horizon))


@cache
def held_out_table() -> HeldOutTable:
    """Return the packaged table; the accuracy benchmark writes it."""
    path = files("evaluation_lib.forecast.tables") / TABLE
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    rows = tuple(_scores(row) for row in content.pop("rows"))
    return HeldOutTable(**content, rows=rows)


def _scores(row: dict[str, Any]) -> HeldOutScores:
    """Turn what JSON knows, lists and text keys, into what it stands for."""
    by_ahead = {int(ahead): tuple(held) for ahead, held in row["by_ahead"].items()}
    reliability = tuple(tuple(one) for one in row["reliability"])
    return HeldOutScores(
        **{**row, "by_ahead": by_ahead, "reliability": reliability, "pit": tuple(row["pit"])}
    )
