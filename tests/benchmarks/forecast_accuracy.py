"""Measure the forecasts on public series of families they were not fitted on.

Run as ``python tests/benchmarks/forecast_accuracy.py`` with the environment variable
PLAN_EVAL_BENCH naming the folder that holds ``annual_public.csv.gz``. The network and the
tables are fitted anew without each quarter of the families, so it takes some minutes. Prints
Markdown tables; with ``--keep`` it also writes the table of models, dated, beside the packaged
tables, from where reports take it.
"""

import hashlib
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast import QUANTILE_LEVELS, RIVALS, forecast_quantiles, forecast_rival
from evaluation_lib.forecast.backtest import Cases, Scores, score_quantiles
from evaluation_lib.forecast.engine import forecast_with
from evaluation_lib.forecast.rivals import RivalForecast
from evaluation_lib.forecast.training import (
    FOLDS,
    TABLES_FOLDER,
    assign_folds,
    fit_calibration,
    fit_folds,
    fit_transparent,
)
from evaluation_lib.forecast.training_windows import PublicSeries, read_public_series
from evaluation_lib.forecast.transparent import quantiles_from_table

SETS = {
    "M/Tourism yearly": ("comp",),
    "M/Tourism summed": ("agg",),
    "M/Tourism together": ("comp", "agg"),
    "indicators": ("ind",),
}
LENGTHS = (3, 4, 5, 6, 8, 10)
HORIZON = 3
RIVAL_SAMPLE = 400
"""Series of each set on which the slow rivals are tried."""

Model = Callable[[list[NDArray[np.float64]]], NDArray[np.float64]]


def cut_cases(series: Sequence[PublicSeries], length: int) -> Cases:
    """Cut the histories of `series` to their last `length` years before the test part."""
    fit = [one for one in series if len(one.train) >= length and np.ptp(one.train) > 0]
    fit = [one for one in fit if len(one.test) >= HORIZON]
    return Cases(
        [one.train[-length:] for one in fit],
        np.array([one.test[:HORIZON] for one in fit]),
        np.array([np.abs(np.diff(one.train)).mean() for one in fit]),
    )


def held_out_models(series: list[PublicSeries], part: NDArray[np.int_]) -> list[dict[str, Model]]:
    """Fit both models without each part of the families, and return them by name."""
    fitted = fit_folds(series)
    models = []
    for fold in range(FOLDS):
        others = [forecasts for number, (_, forecasts) in enumerate(fitted) if number != fold]
        weights = fitted[fold][0] | fit_calibration(others)
        table = fit_transparent(
            [one for one, number in zip(series, part, strict=True) if number != fold]
        )
        models.append(
            {
                "pooled": lambda batch, weights=weights: forecast_with(
                    weights, batch, HORIZON, QUANTILE_LEVELS
                ),
                "transparent": lambda batch, table=table: quantiles_from_table(
                    table, batch, HORIZON, QUANTILE_LEVELS
                ),
            }
        )
    return models


def join(cases: Sequence[Cases]) -> Cases:
    """Put cases of several parts under one another."""
    return Cases(
        [history for part in cases for history in part.histories],
        np.concatenate([part.future for part in cases]),
        np.concatenate([part.scale for part in cases]),
    )


def absurd(cases: Cases, quantiles: NDArray[np.float64]) -> int:
    """Count points beyond five history ranges and 95 % widths out of all proportion."""
    last = np.array([history[-1] for history in cases.histories])
    reach = np.array([np.ptp(history) for history in cases.histories])
    median = quantiles[:, :, QUANTILE_LEVELS.index(0.5)]
    width = quantiles[:, :, QUANTILE_LEVELS.index(0.975)]
    width = (width - quantiles[:, :, QUANTILE_LEVELS.index(0.025)]) / cases.scale[:, None]
    far = np.abs(median - last[:, None]) > 5 * reach[:, None] + 1e-9 * np.abs(last)[:, None]
    return int(np.sum(far | (width < 0.001) | (width > 200)))


def model_rows(series: list[PublicSeries]) -> Iterator[dict[str, Any]]:
    """Yield what is measured for each model, set and history length."""
    part = assign_folds(series, FOLDS)
    models = held_out_models(series, part)
    for label, sets in SETS.items():
        for length in LENGTHS:
            folds = [
                cut_cases(
                    [one for one, number in zip(series, part, strict=True)
                     if number == fold and one.set in sets],
                    length,
                )
                for fold in range(FOLDS)
            ]  # fmt: skip
            cases = join(folds)
            for name in ("pooled", "transparent"):
                quantiles = np.concatenate(
                    [models[fold][name](folds[fold].histories) for fold in range(FOLDS)]
                )
                scores = score_quantiles(cases, quantiles)
                yield measured(name, label, length, scores) | {"absurd": absurd(cases, quantiles)}


def measured(name: str, label: str, length: int, scores: Scores) -> dict[str, Any]:
    """Return what is kept of `scores`, in no more digits than mean anything."""
    return {
        "model": name,
        "set": label,
        "n": length,
        "cases": scores.cases,
        "owa": round(scores.owa, 4),
        "owa_deviation": round(scores.owa_deviation, 4),
        "coverage_80": round(scores.coverage[0.8], 4),
        "coverage_95": round(scores.coverage[0.95], 4),
        "msis": round(scores.msis, 2),
        "crps": round(scores.crps, 4),
        "brier": round(scores.brier, 4),
        "calibration_error": round(scores.calibration_error, 4),
    }


def model_row(row: dict[str, Any]) -> str:
    """Return one line of the table of models."""
    return (
        f"| {row['model']} | {row['set']} | {row['n']} "
        f"| {row['owa']:.3f} ± {2 * row['owa_deviation']:.3f} "
        f"| {100 * row['coverage_80']:.1f} | {100 * row['coverage_95']:.1f} "
        f"| {row['msis']:.1f} | {row['crps']:.3f} | {row['calibration_error']:.3f} "
        f"| {row['absurd']} |"
    )


def keep(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write `rows`, measured on the file at `path`, beside the packaged tables."""
    content = {
        "measured_on": date.today().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}, numpy {np.__version__}",
        "input_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "folds": FOLDS,
        "horizon": HORIZON,
        "rows": rows,
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (TABLES_FOLDER / "calibration.json").write_text(text + "\n", encoding="utf-8")


def rival_rows(series: list[PublicSeries]) -> Iterator[str]:
    """Yield a table row for each rival, set and two history lengths."""
    for label in ("M/Tourism yearly", "indicators"):
        chosen = [one for one in series if one.set in SETS[label]]
        chosen = chosen[:: max(1, len(chosen) // RIVAL_SAMPLE)]
        for length in (3, 5, 8):
            cases = cut_cases(chosen, length)
            for name in RIVALS:
                answers = [forecast_rival(name, one, HORIZON) for one in cases.histories]
                yield rival_row(name, label, length, cases, answers)


def rival_row(name: str, label: str, length: int, cases: Cases, answers: list[object]) -> str:
    """Return one line of the table of rivals: OWA and coverage where there is an answer."""
    rows = [k for k, answer in enumerate(answers) if isinstance(answer, RivalForecast)]
    if not rows:
        return f"| {name} | {label} | {length} | 0 of {len(answers)} | – | – | – |"
    point = np.array([answers[k].point for k in rows])
    known = Cases([cases.histories[k] for k in rows], cases.future[rows], cases.scale[rows])
    flat = np.repeat(point[:, :, None], len(QUANTILE_LEVELS), axis=2)
    owa = score_quantiles(known, flat).owa
    covers = []
    for coverage in (0.8, 0.95):
        ends = [(k, answers[k].intervals[coverage]) for k in rows if answers[k].intervals]
        inside = [(low <= cases.future[k]) & (cases.future[k] <= high) for k, (low, high) in ends]
        covers.append(f"{100 * np.mean(inside):.1f}" if inside else "no interval")
    return (
        f"| {name} | {label} | {length} | {len(rows)} of {len(answers)} | {owa:.3f} "
        f"| {covers[0]} | {covers[1]} |"
    )


def speed_lines() -> Iterator[str]:
    """Yield the time of one forecast, beside statsforecast's where that is installed."""
    random = np.random.default_rng(0)
    batch = [20 + random.normal(size=25).cumsum() for _ in range(25_000)]
    levels = (0.025, 0.1, 0.5, 0.9, 0.975)
    forecast_quantiles(batch[:100], HORIZON, levels)
    start = time.perf_counter()
    forecast_quantiles(batch, HORIZON, levels)
    ours = (time.perf_counter() - start) / len(batch)
    yield f"Pooled engine: {1e6 * ours:.1f} µs a series ({len(batch):,} series of 25 years)."
    try:
        from statsforecast.models import DynamicOptimizedTheta
    except ImportError:
        yield "statsforecast is not installed; no comparison of speed."
        return
    theta = DynamicOptimizedTheta(season_length=1)
    theta.forecast(batch[0][-8:], h=HORIZON, level=[80, 95])
    start = time.perf_counter()
    for history in batch[:200]:
        theta.forecast(history[-8:], h=HORIZON, level=[80, 95])
    theirs = (time.perf_counter() - start) / 200
    yield f"Dynamic optimised Theta: {1e6 * theirs:.0f} µs, {theirs / ours:.0f} times as long."


def main() -> None:
    """Print all tables, or why there are none."""
    folder = os.environ.get("PLAN_EVAL_BENCH")
    if not folder:
        print("Skipped: PLAN_EVAL_BENCH does not name the folder of annual_public.csv.gz.")
        return
    path = Path(folder) / "annual_public.csv.gz"
    series = read_public_series(path)
    print("| model | set | n | OWA ± 2 s.e. | 80 % | 95 % | MSIS | CRPS | ECE | absurd |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    rows = []
    for one in model_rows(series):
        rows.append(one)
        print(model_row(one))
    if "--keep" in sys.argv[1:]:
        keep(path, rows)
    print("\n| rival | set | n | answered | OWA | 80 % | 95 % |\n|---|---|---|---|---|---|---|")
    for line in rival_rows(series):
        print(line)
    print()
    for line in speed_lines():
        print(line)


if __name__ == "__main__":
    main()
