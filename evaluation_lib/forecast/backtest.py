"""How good the forecasts would have been: rolling origins, scored the usual ways."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation_lib.forecast.engine import forecast_quantiles
from evaluation_lib.forecast.model import FEWEST_OBSERVATIONS, QUANTILE_LEVELS, NoForecast
from evaluation_lib.forecast.tables import load_table

QuantileModel = Callable[..., NDArray[np.float64]]
"""A function with the contract of `forecast_quantiles`."""

THRESHOLD_STEPS = (-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 4.0)
"""Thresholds of the attainment test, in mean yearly changes from the last value."""

LONGEST_UNTESTED = 6
"""Years of history up to which an indicator cannot test a forecast on itself."""

BINS = 10
"""Classes of stated probability in the calibration error."""


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """Origins to forecast from; first axis ``N``.

    Attributes:
        histories: What was known, oldest first, NaN for a missing year; the last is known.
        future: What came. Shape ``(N, H)``, NaN where not known.
        scale: Mean absolute yearly change known at the origin. Shape ``(N,)``.
    """

    histories: list[NDArray[np.float64]]
    future: NDArray[np.float64]
    scale: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scores:
    """How a model did on a set of cases.

    Attributes:
        cases: Forecast values that could be compared.
        owa: Mean of relative scaled and relative percentage error; 1 is the naive forecast.
        owa_deviation: Standard error of `owa` over the origins.
        coverage: Share of values inside the nominal 80 % and 95 % intervals.
        coverage_band: Range in which a true 80 % and 95 % would show with 95 % probability.
        msis: Mean scaled interval score at 95 %; small is good.
        crps: Continuous ranked probability score over that of a normal random walk.
        brier: Mean squared error of the attainment probabilities.
        calibration_error: Mean distance of stated and true attainment frequencies.
        pit: Share of values in each tenth of the predictive distribution.
    """

    cases: int
    owa: float
    owa_deviation: float
    coverage: dict[float, float]
    coverage_band: dict[float, tuple[float, float]]
    msis: float
    crps: float
    brier: float
    calibration_error: float
    pit: tuple[float, ...]

    def shows_skill(self) -> bool:
        """Return whether `owa` lies more than two standard errors below 1."""
        return self.owa + 2 * self.owa_deviation < 1


def untested_reason(n: int) -> NoForecast | None:
    """Return why an indicator with `n` observations has no backtest of its own, or None."""
    if n > LONGEST_UNTESTED:
        return None
    pooled = int(load_table("pooled")["series"])
    return NoForecast(
        f"仅有{n}个年度观测值，无法用自身历史检验；预测区间依据{pooled:,}条公开年度序列校准。",
        f"With {n} annual observations it is not testable on its own history; the intervals are "
        f"calibrated on {pooled:,} public annual series.",
        n,
    )


def rolling_cases(
    series: Sequence[ArrayLike], *, horizon: int = 3, fewest: int = FEWEST_OBSERVATIONS
) -> Cases:
    """Cut every origin with at least `fewest` values before it and one after.

    A missing year stays missing, so that one year ahead is one calendar year ahead. Origins
    before which nothing ever changed have no scale and are left out.
    """
    histories, futures, scales = [], [], []
    for one in series:
        values = np.concatenate([np.asarray(one, dtype=np.float64), np.full(horizon, np.nan)])
        known = np.isfinite(values)
        for origin in range(1, len(values) - horizon + 1):
            after = values[origin : origin + horizon]
            enough = known[:origin].sum() >= fewest and np.isfinite(after).any()
            if not known[origin - 1] or not enough:
                continue
            scale = np.abs(_yearly_changes(values[:origin])).mean()
            if scale > 0:
                histories.append(values[:origin])
                futures.append(after)
                scales.append(scale)
    return Cases(histories, np.reshape(futures, (-1, horizon)), np.array(scales))


def only_ahead(cases: Cases, ahead: int) -> Cases:
    """Return `cases` with no other future than the year `ahead` years on, counted from 1."""
    future = np.full_like(cases.future, np.nan)
    future[:, ahead - 1] = cases.future[:, ahead - 1]
    return Cases(cases.histories, future, cases.scale)


def _yearly_changes(history: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean yearly change between each two neighbouring observations."""
    places = np.flatnonzero(np.isfinite(history))
    changes: NDArray[np.float64] = np.diff(history[places]) / np.diff(places)
    return changes


def score(cases: Cases, model: QuantileModel = forecast_quantiles) -> Scores:
    """Forecast `cases` by `model` and compare with what came.

    Source: S. Makridakis et al., International Journal of Forecasting 36 (2020), 54-74, for
    OWA and MSIS; T. Gneiting and A. Raftery, JASA 102 (2007), 359-378, for CRPS and Brier.

    Raises:
        ValueError: There are no cases.
    """
    if not cases.histories:
        raise ValueError("no origin to score: every series is too short or never changes")
    levels = np.asarray(QUANTILE_LEVELS)
    quantiles = model(cases.histories, cases.future.shape[1], levels)
    return score_quantiles(cases, quantiles)


def score_quantiles(cases: Cases, quantiles: NDArray[np.float64]) -> Scores:
    """Score given `quantiles` at `QUANTILE_LEVELS`. Shape ``(N, H, Q)``."""
    levels = np.asarray(QUANTILE_LEVELS)
    known = np.isfinite(cases.future)
    truth = np.where(known, cases.future, quantiles[:, :, len(levels) // 2])
    last = np.array([history[-1] for history in cases.histories])[:, None]
    scale = cases.scale[:, None]
    owa, deviation = _owa(quantiles[:, :, len(levels) // 2], truth, last, scale, known)
    inside = {c: _inside(quantiles, truth, c)[known] for c in (0.8, 0.95)}
    low, high = (quantiles[:, :, QUANTILE_LEVELS.index(p)] for p in (0.025, 0.975))
    width = high - low + 40 * (np.maximum(low - truth, 0) + np.maximum(truth - high, 0))
    pinball = _crps(quantiles, truth) / scale
    stated, came = _attainment(quantiles, truth, last, scale, known)
    tenths = quantiles[..., [QUANTILE_LEVELS.index(k / 10) for k in range(1, 10)]]
    ranks = np.sum(tenths < truth[..., None], axis=-1)[known]
    pit = np.bincount(ranks, minlength=10) / known.sum()
    return Scores(
        cases=int(known.sum()),
        owa=owa,
        owa_deviation=deviation,
        coverage={c: float(hits.mean()) for c, hits in inside.items()},
        coverage_band={c: binomial_band(c, int(known.sum())) for c in inside},
        msis=float((width / scale)[known].mean()),
        crps=float(pinball[known].mean() / _naive_crps(cases, truth, last)[known].mean()),
        brier=float(np.mean((stated - came) ** 2)),
        calibration_error=_calibration_error(stated, came),
        pit=tuple(float(part) for part in pit),
    )


def binomial_band(coverage: float, count: int) -> tuple[float, float]:
    """Return where a true `coverage` would show in 19 of 20 samples of `count` values.

    Normal approximation of the binomial; neighbouring years are not independent, so the
    true band is wider.
    """
    half = 1.96 * np.sqrt(coverage * (1 - coverage) / count)
    return max(0.0, float(coverage - half)), min(1.0, float(coverage + half))


def _owa(
    point: NDArray[np.float64],
    truth: NDArray[np.float64],
    last: NDArray[np.float64],
    scale: NDArray[np.float64],
    known: NDArray[np.bool_],
) -> tuple[float, float]:
    """Return the overall weighted average against the naive forecast, and its error."""
    parts, slopes = [], []
    guesses = (point, np.broadcast_to(last, truth.shape))
    missed = [np.abs(guess - truth) for guess in guesses]
    scaled = [one / scale for one in missed]
    percentage = [
        2 * one / _nonzero(np.abs(guess) + np.abs(truth))
        for one, guess in zip(missed, guesses, strict=True)
    ]
    for errors in (scaled, percentage):
        ours, naive = (np.where(known, one, 0.0).sum(axis=1) for one in errors)
        if naive.sum() == 0:
            return float("nan"), float("nan")
        ratio = ours.sum() / naive.sum()
        parts.append(ratio)
        slopes.append((ours - ratio * naive) / naive.sum())
    spread = np.sqrt(np.sum(np.mean(slopes, axis=0) ** 2))
    return float(np.mean(parts)), float(spread)


def _nonzero(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return `values` with 1 for 0: where both numbers are zero the error is zero."""
    return np.where(values == 0, 1.0, values)


def _inside(
    quantiles: NDArray[np.float64], truth: NDArray[np.float64], coverage: float
) -> NDArray[np.bool_]:
    """Return which values lie in the central interval of `coverage`."""
    low = quantiles[:, :, QUANTILE_LEVELS.index(round((1 - coverage) / 2, 6))]
    high = quantiles[:, :, QUANTILE_LEVELS.index(round((1 + coverage) / 2, 6))]
    hit: NDArray[np.bool_] = (truth >= low) & (truth <= high)
    return hit


def _crps(quantiles: NDArray[np.float64], truth: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the ranked probability score as twice the pinball loss over all levels."""
    levels = np.asarray(QUANTILE_LEVELS)
    edges = np.concatenate([[0], (levels[1:] + levels[:-1]) / 2, [1]])
    missed = truth[..., None] - quantiles
    loss = np.maximum(levels * missed, (levels - 1) * missed)
    total: NDArray[np.float64] = 2 * loss @ np.diff(edges)
    return total


def _naive_crps(
    cases: Cases, truth: NDArray[np.float64], last: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the score of a normal random walk with each history's own yearly change."""
    normal = NormalDist()
    steps = np.array([normal.inv_cdf(p) for p in QUANTILE_LEVELS])
    yearly = np.array([np.sqrt(np.mean(_yearly_changes(one) ** 2)) for one in cases.histories])
    growth = np.sqrt(np.arange(1, truth.shape[1] + 1))
    walk = last[..., None] + (yearly[:, None] * growth)[..., None] * steps
    return _crps(walk, truth) / cases.scale[:, None]


def _attainment(
    quantiles: NDArray[np.float64],
    truth: NDArray[np.float64],
    last: NDArray[np.float64],
    scale: NDArray[np.float64],
    known: NDArray[np.bool_],
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return stated probabilities of reaching thresholds, and whether they were reached."""
    levels = np.asarray(QUANTILE_LEVELS)
    growth = np.sqrt(np.arange(1, truth.shape[1] + 1))
    rows, reached = quantiles[known], truth[known]
    stated, came = [], []
    for step in THRESHOLD_STEPS:
        threshold = (last + step * scale * growth)[known]
        below = np.array(
            [
                np.interp(limit, row, levels, left=0, right=1)
                for limit, row in zip(threshold, rows, strict=True)
            ]
        )
        stated.append(np.clip(1 - below, 0.01, 0.99))
        came.append(reached >= threshold)
    return np.concatenate(stated), np.concatenate(came)


def _calibration_error(stated: NDArray[np.float64], came: NDArray[np.bool_]) -> float:
    """Return the mean distance of stated and true frequency, by tenths of probability."""
    classes = np.minimum((stated * BINS).astype(int), BINS - 1)
    sizes = np.bincount(classes, minlength=BINS)
    gaps = np.bincount(classes, weights=stated - came, minlength=BINS)
    return float(np.abs(gaps).sum() / sizes.sum())
