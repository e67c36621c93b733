"""Measure on public quarterly series how far off a year's value is when told by its quarters."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast.model import QUANTILE_LEVELS
from evaluation_lib.forecast.training_windows import PublicSeries
from evaluation_lib.forecast.transparent import change_measures
from evaluation_lib.forecast.weighted import rank_scores, weighted_quantiles
from evaluation_lib.forecast.year_to_date import MEASURED_LENGTHS, YEARS_COMPARED

QUARTERS = 4
RULES = 2
"""Years that are the sum of their quarters, and years that are their last quarter."""


def fit_year_to_date(
    quarterly: Sequence[PublicSeries], trend_share: NDArray[np.float64]
) -> dict[str, NDArray[Any]]:
    """Measure the errors of years estimated from one, two and three quarters.

    Every year of every series is estimated that has as many years before it; each series counts
    once.

    Args:
        quarterly: Public quarterly series, at least five years long.
        trend_share: m(n, h) of the transparent form, whose errors are laid beside.

    Returns:
        ``errors``: quantiles of true value less estimate, in typical yearly changes, by rule,
        quarters known, years compared and length of history. Shape ``(2, 3, 3, lengths,
        levels)``. ``correlation``: of those with most years compared with the errors of the
        transparent form one year ahead, by rule and quarters known. Shape ``(2, 3)``.
    """
    years = [_years(one) for one in quarterly]
    known = range(1, QUARTERS)
    lengths = len(MEASURED_LENGTHS)
    errors = np.zeros((RULES, len(known), YEARS_COMPARED, lengths, len(QUANTILE_LEVELS)))
    together = np.zeros((RULES, len(known), lengths))
    for rule in range(RULES):
        for quarters in known:
            told = [_known_and_whole(one, quarters, closing=rule == 1) for one in years]
            for compared in range(1, YEARS_COMPARED + 1):
                for row, length in enumerate(MEASURED_LENGTHS):
                    missed, annual, weight = _missed(told, compared, length, trend_share)
                    errors[rule, quarters - 1, compared - 1, row] = weighted_quantiles(
                        missed, weight, QUANTILE_LEVELS
                    )
                    if compared == YEARS_COMPARED:
                        scores = np.array([rank_scores(missed), rank_scores(annual)])
                        together[rule, quarters - 1, row] = np.corrcoef(scores)[0, 1]
    return {"errors": errors.astype(np.float32), "correlation": together.mean(axis=2)}


def _years(one: PublicSeries) -> NDArray[np.float64]:
    """Return the complete years that end with the series' last quarter. Shape ``(years, 4)``."""
    values = np.concatenate([one.train, one.test])
    return values[len(values) % QUARTERS :].reshape(-1, QUARTERS)


def _known_and_whole(
    years: NDArray[np.float64], quarters: int, *, closing: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return what the first `quarters` come to in each year, and the whole year's value."""
    if closing:
        return years[:, quarters - 1], years[:, -1]
    return years[:, :quarters].sum(axis=1), years.sum(axis=1)


def _missed(
    told: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]],
    compared: int,
    length: int,
    trend_share: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return both estimates' errors in typical yearly changes, and each one's weight."""
    parts: list[NDArray[np.float64]] = []
    for known, whole in told:
        count = len(whole) - length
        if count < 1:
            continue
        window = np.lib.stride_tricks.sliding_window_view(whole, length)[:count]
        mean, unit = change_measures(window)
        shares = np.lib.stride_tricks.sliding_window_view(known / whole, compared)
        share = shares[length - compared : -1].mean(axis=1)
        truth = whole[length:]
        annual = window[:, -1] + trend_share[length - 1, 0] * mean
        weight = np.full(count, 1 / count)
        parts.append(
            np.array([(truth - known[length:] / share) / unit, (truth - annual) / unit, weight])
        )
    missed, annual, weight = np.concatenate(parts, axis=1)
    return missed, annual, weight
