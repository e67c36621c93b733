"""How the forecasts of an evaluation would have done, as the report states it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.forecast.backtest import (
    LONGEST_UNTESTED,
    Cases,
    Scores,
    only_ahead,
    rolling_cases,
    score,
)
from evaluation_lib.forecast.held_out import HeldOutScores, HeldOutTable, held_out_table
from evaluation_lib.forecast.panel import MODELS
from evaluation_lib.forecast.tables import load_table
from evaluation_lib.report.model_forecast import (
    BacktestFact,
    BacktestRow,
    CoverageFact,
    CurveFact,
    HeldOutFact,
    ReliabilityFact,
)

HORIZON = 3
"""Years ahead that are tested; the public test reaches as far."""

FEWEST_ORIGINS = 10
"""Origins below which no skill is claimed, for a standard error of fewer is itself a guess."""

SETS = ("M/Tourism together", "indicators")
"""Public sets shown: business and tourism series, and country indicators."""


def backtest_fact(assessments: Sequence[Assessment]) -> BacktestFact | None:
    """Return the test of all forecasts of one evaluation, None where there is no forecast.

    Every indicator with at least four exact yearly values is forecast again from each earlier
    year; values before a change of definition are not looked at.
    """
    forecasts = [one.outlook.forecast for one in assessments if one.outlook.forecast]
    if not forecasts:
        return None
    model = forecasts[0].model
    parts = [rolling_cases([one.series.history()], horizon=HORIZON) for one in assessments]
    parts = [one for one in parts if one.histories]
    cases = rolling_cases([one.series.history() for one in assessments], horizon=HORIZON)
    rows, own, shows_skill = _rows(cases, model)
    public = held_out_table()
    shown = [one for one in public.near() if one.model == model and one.set in SETS]
    return BacktestFact(
        model=model,
        indicators=len(parts),
        origins=len(cases.histories),
        untested=sum(one.n <= LONGEST_UNTESTED for one in forecasts),
        series=int(load_table("pooled")["series"]),
        shows_skill=shows_skill,
        rows=rows,
        held_out=tuple(_held_out(one, public) for one in shown),
        curves=(*_public_curves(shown, median(one.n for one in forecasts)), *own),
        measured_on=public.measured_on,
        input_sha256=public.input_sha256,
    )


def _rows(cases: Cases, model: str) -> tuple[tuple[BacktestRow, ...], tuple[CurveFact, ...], bool]:
    """Return a row for each year ahead that occurs and one for all, their curve, and any skill.

    From fewer than `FEWEST_ORIGINS` origins there is no curve, and skill is not claimed.
    """
    if not cases.histories:
        return (), (), False
    known = [ahead for ahead in range(1, HORIZON + 1) if _occurs(only_ahead(cases, ahead))]
    rows = [_row(ahead, score(only_ahead(cases, ahead), MODELS[model])) for ahead in known]
    together = score(cases, MODELS[model])
    enough = len(cases.histories) >= FEWEST_ORIGINS
    own = (_curve("own", 0, together),) if enough else ()
    return (*rows, _row(0, together)), own, together.shows_skill() and enough


def _held_out(one: HeldOutScores, public: HeldOutTable) -> HeldOutFact:
    same = (one.model, one.set, one.n)
    stretches = [other for other in public.rows if (other.model, other.set, other.n) == same]
    return HeldOutFact(
        set=one.set,
        n=one.n,
        cases=one.cases,
        owa=one.owa,
        coverage_80=one.coverage_80,
        coverage_95=one.coverage_95,
        calibration_error=one.calibration_error,
        owa_error=2 * one.owa_deviation,
        brier=one.brier,
        by_ahead={ahead: held for other in stretches for ahead, held in other.by_ahead.items()},
    )


def _public_curves(shown: Sequence[HeldOutScores], length: float) -> list[CurveFact]:
    """Return the curves of each set at the length of history nearest to `length`."""
    nearest = min((one.n for one in shown), key=lambda n: (abs(n - length), n))
    return [_curve(one.set, one.n, one) for one in shown if one.n == nearest]


def _curve(name: str, n: int, scores: Scores | HeldOutScores) -> CurveFact:
    return CurveFact(
        name=name,
        n=n,
        reliability=tuple(
            ReliabilityFact(stated=stated, came=came, cases=cases)
            for stated, came, cases in scores.reliability
        ),
        pit=scores.pit,
    )


def _occurs(cases: Cases) -> bool:
    return any(math.isfinite(value) for value in cases.future.ravel())


def _row(ahead: int, scores: Scores) -> BacktestRow:
    known = math.isfinite(scores.owa)
    return BacktestRow(
        ahead=ahead,
        cases=scores.cases,
        owa=scores.owa if known else None,
        owa_error=2 * scores.owa_deviation if known else None,
        coverage={
            f"{100 * level:.0f}": CoverageFact(share=share, band=scores.coverage_band[level])
            for level, share in scores.coverage.items()
        },
        brier=scores.brier,
        calibration_error=scores.calibration_error,
    )
