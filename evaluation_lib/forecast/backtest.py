"""How good the forecasts would have been: rolling origins, scored the usual ways."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation_lib.forecast.engine import forecast_quantiles
from evaluation_lib.forecast.model import FEWEST_OBSERVATIONS, QUANTILE_LEVELS
from evaluation_lib.forecast.scores import (
    attainment,
    calibration_error,
    inside,
    naive_ranked_probability,
    ranked_probability,
    reliability,
    weighted_average,
)

QuantileModel = Callable[..., NDArray[np.float64]]
"""A function with the contract of `forecast_quantiles`."""

LONGEST_UNTESTED = 6
"""Years of history up to which an indicator cannot test a forecast on itself."""


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
        reliability: For each tenth of stated attainment probability that occurs, the mean stated,
            the share that came true, and the cases.
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
    reliability: tuple[tuple[float, float, int], ...]
    pit: tuple[float, ...]

    def shows_skill(self) -> bool:
        """Return whether `owa` lies more than two standard errors below 1."""
        return self.owa + 2 * self.owa_deviation < 1


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
    owa, deviation = weighted_average(quantiles[:, :, len(levels) // 2], truth, last, scale, known)
    held = {c: inside(quantiles, truth, c)[known] for c in (0.8, 0.95)}
    low, high = (quantiles[:, :, QUANTILE_LEVELS.index(p)] for p in (0.025, 0.975))
    width = high - low + 40 * (np.maximum(low - truth, 0) + np.maximum(truth - high, 0))
    pinball = ranked_probability(quantiles, truth) / scale
    yearly = np.array([np.sqrt(np.mean(_yearly_changes(one) ** 2)) for one in cases.histories])
    walk = naive_ranked_probability(yearly, truth, last) / scale
    stated, came = attainment(quantiles, truth, last, scale, known)
    by_tenths = reliability(stated, came)
    tenths = quantiles[..., [QUANTILE_LEVELS.index(k / 10) for k in range(1, 10)]]
    ranks = np.sum(tenths < truth[..., None], axis=-1)[known]
    pit = np.bincount(ranks, minlength=10) / known.sum()
    return Scores(
        cases=int(known.sum()),
        owa=owa,
        owa_deviation=deviation,
        coverage={c: float(hits.mean()) for c, hits in held.items()},
        coverage_band={c: binomial_band(c, int(known.sum())) for c in held},
        msis=float((width / scale)[known].mean()),
        crps=float(pinball[known].mean() / walk[known].mean()),
        brier=float(np.mean((stated - came) ** 2)),
        calibration_error=calibration_error(by_tenths),
        reliability=by_tenths,
        pit=tuple(float(part) for part in pit),
    )


def binomial_band(coverage: float, count: int) -> tuple[float, float]:
    """Return where a true `coverage` would show in 19 of 20 samples of `count` values.

    Normal approximation of the binomial; neighbouring years are not independent, so the
    true band is wider.
    """
    half = 1.96 * np.sqrt(coverage * (1 - coverage) / count)
    return max(0.0, float(coverage - half)), min(1.0, float(coverage + half))
