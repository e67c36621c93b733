"""Measure the forecasts on public series of families they were not fitted on.

Run as ``python tests/benchmarks/forecast_accuracy.py`` with the environment variable
PLAN_EVAL_BENCH naming the folder that holds ``annual_public.csv.gz``. The network and the
tables are fitted anew without each quarter of the families, which takes a minute or two. Prints
Markdown tables: both models, then every rival on the same values (`forecast_rivals`), then the
speed. With ``--keep`` it also writes the table of models, dated, beside the packaged tables, from
where reports take it.
"""

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from forecast_rivals import rival_lines, speed_lines
from numpy.typing import NDArray

from evaluation_lib.forecast import QUANTILE_LEVELS
from evaluation_lib.forecast.backtest import Cases, Scores, only_ahead, score_quantiles
from evaluation_lib.forecast.engine import forecast_with
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
NEAR, FAR = (1, 3), (4, 6)
"""Years ahead scored together; the summed series reach three years only."""

MODELS = ("pooled", "transparent")
RIVAL_LENGTHS = (3, 5)


def cut_cases(series: Sequence[PublicSeries], length: int) -> Cases:
    """Cut the histories of `series` to their last `length` years before the test part."""
    fit = [one for one in series if len(one.train) >= length and np.ptp(one.train) > 0]
    future = np.full((len(fit), FAR[1]), np.nan)
    for row, one in zip(future, fit, strict=True):
        row[: len(one.test)] = one.test[: FAR[1]]
    return Cases(
        [one.train[-length:] for one in fit],
        future,
        np.array([np.abs(np.diff(one.train)).mean() for one in fit]),
    )


def held_out_quantiles(
    series: list[PublicSeries], cases: dict[int, Cases], part: NDArray[np.int_]
) -> dict[tuple[str, int], NDArray[np.float64]]:
    """Forecast every case by tables fitted without its family.

    Args:
        series: Public series.
        cases: Cases of all series by length of history; their order is that of `kept`.
        part: Number of the part each series is held out with.

    Returns:
        Quantiles by model and length. Shape ``(cases, FAR[1], levels)``.
    """
    fitted = fit_folds(series)
    found = {
        (name, length): np.full((len(one.histories), FAR[1], len(QUANTILE_LEVELS)), np.nan)
        for length, one in cases.items()
        for name in MODELS
    }
    for fold in range(FOLDS):
        others = [forecasts for number, (_, forecasts) in enumerate(fitted) if number != fold]
        weights = fitted[fold][0] | fit_calibration(others)
        table = fit_transparent(
            [one for one, number in zip(series, part, strict=True) if number != fold]
        )
        for length, one in cases.items():
            rows = np.flatnonzero(part[kept(series, length)] == fold)
            batch = [one.histories[row] for row in rows]
            found["pooled", length][rows] = forecast_with(weights, batch, FAR[1], QUANTILE_LEVELS)
            found["transparent", length][rows] = quantiles_from_table(
                table, batch, FAR[1], QUANTILE_LEVELS
            )
    return found


def kept(series: Sequence[PublicSeries], length: int) -> NDArray[np.int_]:
    """Return which of `series` `cut_cases` keeps, in its order."""
    return np.array(
        [k for k, one in enumerate(series) if len(one.train) >= length and np.ptp(one.train) > 0]
    )


def chosen(cases: Cases, rows: NDArray[np.int_], first: int, last: int) -> Cases:
    """Return `rows` of `cases` with nothing to compare but `first` to `last` years ahead."""
    future = np.full((len(rows), FAR[1]), np.nan)
    future[:, first - 1 : last] = cases.future[rows, first - 1 : last]
    return Cases([cases.histories[row] for row in rows], future, cases.scale[rows])


def absurd(cases: Cases, quantiles: NDArray[np.float64]) -> int:
    """Count points beyond five history ranges and 95 % widths out of all proportion."""
    last = np.array([history[-1] for history in cases.histories])
    reach = np.array([np.ptp(history) for history in cases.histories])
    median = quantiles[:, :, QUANTILE_LEVELS.index(0.5)]
    width = quantiles[:, :, QUANTILE_LEVELS.index(0.975)]
    width = (width - quantiles[:, :, QUANTILE_LEVELS.index(0.025)]) / cases.scale[:, None]
    far = np.abs(median - last[:, None]) > 5 * reach[:, None] + 1e-9 * np.abs(last)[:, None]
    asked = np.isfinite(cases.future)
    return int(np.sum((far | (width < 0.001) | (width > 200)) & asked))


def model_rows(
    series: list[PublicSeries],
    cases: dict[int, Cases],
    quantiles: dict[tuple[str, int], NDArray[np.float64]],
) -> Iterator[dict[str, Any]]:
    """Yield what is measured for each model, set, history length and stretch of years ahead."""
    for label, sets in SETS.items():
        for length in LENGTHS:
            here = kept(series, length)
            rows = np.flatnonzero([series[k].set in sets for k in here])
            for first, last in (NEAR, FAR):
                part = chosen(cases[length], rows, first, last)
                known = np.isfinite(part.future).any(axis=1)
                if not known.any():
                    continue
                part = chosen(cases[length], rows[known], first, last)
                for name in MODELS:
                    told = quantiles[name, length][rows[known]]
                    yield {
                        **measured(name, label, length, part, told),
                        "first": first,
                        "last": last,
                    }


def measured(
    name: str, label: str, length: int, cases: Cases, quantiles: NDArray[np.float64]
) -> dict[str, Any]:
    """Return what is kept of the scores, in no more digits than mean anything."""
    scores = score_quantiles(cases, quantiles)
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
        "absurd": absurd(cases, quantiles),
        "by_ahead": by_ahead(cases, quantiles),
        "reliability": [[round(s, 4), round(c, 4), k] for s, c, k in scores.reliability],
        "pit": [round(share, 4) for share in scores.pit],
    }


def by_ahead(cases: Cases, quantiles: NDArray[np.float64]) -> dict[int, list[float]]:
    """Return the shares held by the 80 % and 95 % intervals, and the values, by years ahead."""
    found = {}
    for ahead in range(1, cases.future.shape[1] + 1):
        if np.isfinite(cases.future[:, ahead - 1]).any():
            one: Scores = score_quantiles(only_ahead(cases, ahead), quantiles)
            found[ahead] = [round(one.coverage[c], 4) for c in (0.8, 0.95)] + [one.cases]
    return found


def model_row(row: dict[str, Any]) -> str:
    """Return one line of the table of models."""
    return (
        f"| {row['model']} | {row['set']} | {row['n']} | {row['first']}–{row['last']} "
        f"| {row['owa']:.3f} ± {2 * row['owa_deviation']:.3f} "
        f"| {100 * row['coverage_80']:.1f} | {100 * row['coverage_95']:.1f} "
        f"| {row['msis']:.1f} | {row['crps']:.3f} | {row['brier']:.3f} "
        f"| {row['calibration_error']:.3f} | {row['absurd']} |"
    )


def keep(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write `rows`, measured on the file at `path`, beside the packaged tables."""
    content = {
        "measured_on": date.today().isoformat(),
        "machine": f"{platform.system()} {platform.machine()}, numpy {np.__version__}",
        "input_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "folds": FOLDS,
        "horizon": NEAR[1],
        "rows": "ROWS",
    }
    # One measurement a line: small, and a change shows.
    head = json.dumps(content, ensure_ascii=False, indent=1)
    lines = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in rows)
    text = head.replace('"ROWS"', f"[\n  {lines}\n ]")
    (TABLES_FOLDER / "calibration.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Print all tables, or why there are none."""
    folder = os.environ.get("PLAN_EVAL_BENCH")
    if not folder:
        print("Skipped: PLAN_EVAL_BENCH does not name the folder of annual_public.csv.gz.")
        return
    path = Path(folder) / "annual_public.csv.gz"
    series = read_public_series(path)
    cases = {length: cut_cases(series, length) for length in LENGTHS}
    quantiles = held_out_quantiles(series, cases, assign_folds(series, FOLDS))
    print(
        "| model | set | n | h | OWA ± 2 s.e. | 80 % | 95 % | MSIS | CRPS | Brier | ECE | absurd |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    rows = list(model_rows(series, cases, quantiles))
    for one in rows:
        print(model_row(one))
    if "--keep" in sys.argv[1:]:
        keep(path, rows)
    if "--models-only" in sys.argv[1:]:
        return
    sets = {name: SETS[name] for name in ("M/Tourism yearly", "indicators")}
    for label, names in sets.items():
        for length in RIVAL_LENGTHS:
            here = kept(series, length)
            among = np.flatnonzero([series[k].set in names for k in here])
            told = {name: quantiles[name, length] for name in MODELS}
            for line in rival_lines(label, length, cases[length], among, told):
                print(line, flush=True)
    for line in speed_lines():
        print(line)


if __name__ == "__main__":
    main()
