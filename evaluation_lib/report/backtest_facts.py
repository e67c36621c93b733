"""How the forecasts of an evaluation would have done, as the report states it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.forecast.backtest import (
    LONGEST_UNTESTED,
    Cases,
    Scores,
    only_ahead,
    rolling_cases,
    score,
)
from evaluation_lib.forecast.held_out import held_out_table
from evaluation_lib.forecast.panel import MODELS
from evaluation_lib.forecast.tables import load_table
from evaluation_lib.report.model_forecast import (
    BacktestFact,
    BacktestRow,
    CoverageFact,
    HeldOutFact,
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
    rows, shows_skill = _rows(cases, model)
    public = held_out_table()
    return BacktestFact(
        model=model,
        indicators=len(parts),
        origins=len(cases.histories),
        untested=sum(one.n <= LONGEST_UNTESTED for one in forecasts),
        series=int(load_table("pooled")["series"]),
        shows_skill=shows_skill,
        rows=rows,
        held_out=tuple(
            HeldOutFact(
                set=one.set,
                n=one.n,
                cases=one.cases,
                owa=one.owa,
                coverage_80=one.coverage_80,
                coverage_95=one.coverage_95,
                calibration_error=one.calibration_error,
            )
            for one in public.rows
            if one.model == model and one.set in SETS
        ),
        measured_on=public.measured_on,
        input_sha256=public.input_sha256,
    )


def _rows(cases: Cases, model: str) -> tuple[tuple[BacktestRow, ...], bool]:
    """Return a row for each year ahead that occurs, one for all, and whether skill shows."""
    if not cases.histories:
        return (), False
    known = [ahead for ahead in range(1, HORIZON + 1) if _occurs(only_ahead(cases, ahead))]
    rows = [_row(ahead, score(only_ahead(cases, ahead), MODELS[model])) for ahead in known]
    together = score(cases, MODELS[model])
    skill = together.shows_skill() and len(cases.histories) >= FEWEST_ORIGINS
    return (*rows, _row(0, together)), skill


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
