"""A year's value from its first months or quarters.

    value  known part / mean share of the same months in up to three earlier years

The first m months are never multiplied by 12 / m: few indicators are spread evenly. A value at
the end of a month is treated alike: its share is that of the year-end value.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation_lib.forecast.copula import correlation, joint_scores, normal_scores, normal_share
from evaluation_lib.forecast.histories import align_histories
from evaluation_lib.forecast.model import QUANTILE_LEVELS, Forecast, NoForecast, PartKnown
from evaluation_lib.forecast.quantiles import at_probabilities
from evaluation_lib.forecast.tables import load_table
from evaluation_lib.forecast.transparent import change_measures

YEARS_COMPARED = 3
"""Earlier years whose shares are averaged."""

MEASURED_LENGTHS = range(3, 11)
"""Years of history for which errors are measured."""

MEASURED_PARTS = (0.25, 0.5, 0.75)
"""Parts of a year after which errors are measured on quarterly series."""

LARGEST_RATIO = 2.0
"""Largest over smallest share above which the months say nothing reliable of the year."""

_LOW, _MIDDLE, _HIGH = (QUANTILE_LEVELS.index(level) for level in (0.15, 0.5, 0.85))


@dataclass(frozen=True, slots=True, eq=False)
class YearToDate:
    """A year's value estimated from its known part.

    Attributes:
        value: Estimated value of the year, in the series' unit.
        known: What the known months come to, same unit.
        share: Mean share of those months in earlier years; no unit.
        compared: Earlier years averaged.
        months: Months known.
        quantiles: Value at each of `QUANTILE_LEVELS`, same unit. Shape ``(Q,)``.
        correlation: Of its error with that of a forecast from yearly values.
    """

    value: float
    known: float
    share: float
    compared: int
    months: int
    quantiles: NDArray[np.float64]
    correlation: float


def estimate_year(
    known: float,
    shares: Sequence[float],
    *,
    months: int,
    history: ArrayLike,
    closing: bool = False,
) -> YearToDate | NoForecast:
    """Estimate the value of the current year.

    Args:
        known: What its first `months` come to: their sum or mean, or the value at their end.
        shares: The same over the value of the whole year, for earlier years, oldest first.
        months: Months known, 1 to 11.
        history: Yearly values before this year, oldest first, NaN for a missing year; their
            typical change is the unit of the error.
        closing: True where `known` is the value at the end of the months.

    Returns:
        The estimate, or the reason why there is none.
    """
    used = np.asarray(shares[-YEARS_COMPARED:], dtype=np.float64)
    if len(used) == 0:
        return NoForecast(
            "以往年度没有同期数，不作全年推算。",
            "No earlier year shows what these months make up; the year is not estimated.",
            0,
        )
    if used.min() <= 0 or used.max() > LARGEST_RATIO * used.min():
        return NoForecast(
            "以往年度同期占比不稳定，不作全年推算。",
            "What these months made up differs too much from year to year; the year is not "
            "estimated.",
            len(used),
        )
    unit, length = _typical_change(history)
    table = load_table("year_to_date")
    rule, row = int(closing), length - MEASURED_LENGTHS[0]
    errors = errors_after(table["errors"][rule, :, len(used) - 1, row], months / 12)
    value = float(known / used.mean())
    hung = np.interp(months / 12, MEASURED_PARTS, table["correlation"][rule])
    return YearToDate(
        value, known, float(used.mean()), len(used), months, value + unit * errors, float(hung)
    )


def _typical_change(history: ArrayLike) -> tuple[float, int]:
    """Return the typical yearly change and the length of history its errors are read for."""
    histories = align_histories([history])
    longest = MEASURED_LENGTHS[-1]
    count = max(1, min(int(histories.counts[0]), longest))
    _, rms = change_measures(histories.last(count, np.array([0])))
    unit = max(float(rms[0]), float(histories.gap_spread[0])) * float(histories.scale[0])
    return unit, max(count, MEASURED_LENGTHS[0])


def errors_after(measured: NDArray[np.float64], part_of_year: float) -> NDArray[np.float64]:
    """Return quantiles of true value less estimate, in typical yearly changes.

    Straight between the measured parts and falling to zero at the year's end; before the first
    quarter's end they are widened in proportion to the part still unknown over the part known.

    Args:
        measured: The same after each of `MEASURED_PARTS`. Shape ``(3, Q)``.
        part_of_year: Months known over twelve, above 0 and below 1.
    """
    first = MEASURED_PARTS[0]
    parts = np.array([*MEASURED_PARTS, 1.0])
    rows = np.vstack([measured, np.zeros(measured.shape[1])])
    inside = max(part_of_year, first)
    early = (first / (1 - first)) * (1 - part_of_year) / part_of_year
    return max(1.0, early) * np.array([np.interp(inside, parts, column) for column in rows.T])


def blended(
    forecast: Forecast, year: int, estimate: YearToDate, bounds: tuple[float, float]
) -> Forecast:
    """Return `forecast` with what is known of `year`, which moves the years after it too.

    Both estimates of the year are averaged by inverse error variance; the spread of the average
    allows for their errors' correlation. Given the year's new distribution, the others follow
    by the copula that ties the years together.

    Args:
        forecast: Forecast from yearly values.
        year: A year of the forecast.
        estimate: The same year from its known part.
        bounds: What the year's value can be, infinite for no limit on a side; a known part that
            cannot be taken back is a lower limit.
    """
    column = int(np.flatnonzero(forecast.years == year)[0])
    annual, levels = forecast.quantiles[column], np.asarray(forecast.levels)
    spreads = np.array([_deviation(annual), _deviation(estimate.quantiles)])
    if spreads.min() <= 0:
        return forecast
    weight, deviation = _blend(spreads, estimate.correlation)
    medians = np.array([annual[_MIDDLE], estimate.quantiles[_MIDDLE]])
    shapes = (np.array([annual, estimate.quantiles]) - medians[:, None]) / spreads[:, None]
    middle = float(weight @ medians)
    now = np.clip(middle + deviation * (weight @ shapes), *bounds)

    scores = joint_scores(len(forecast.years))
    moved = at_probabilities(now, levels, normal_share(scores[:, column]))
    told = normal_scores(_shares_below(annual, levels, moved)) - scores[:, column]
    ranks = normal_share(scores + told[:, None] * correlation(len(forecast.years))[column])
    quantiles = forecast.quantiles.copy()
    for other in set(range(len(quantiles))) - {column}:
        own = forecast.quantiles[other]
        values = np.clip(at_probabilities(own, levels, ranks[:, other]), own[0], own[-1])
        quantiles[other] = np.quantile(values, levels)
    quantiles[column] = now
    part = PartKnown(
        year,
        estimate.months,
        estimate.known,
        estimate.share,
        estimate.compared,
        estimate.value,
        float(medians[0]),
        float(weight[1]),
        middle,
    )
    return replace(forecast, quantiles=quantiles, parts_known=(*forecast.parts_known, part))


def _deviation(quantiles: NDArray[np.float64]) -> float:
    """Return half the width of the central 70 % interval, close to one standard deviation."""
    return float(quantiles[_HIGH] - quantiles[_LOW]) / 2


def _blend(spreads: NDArray[np.float64], hung: float) -> tuple[NDArray[np.float64], float]:
    """Return the weights of two estimates by inverse variance, and the average's deviation."""
    trust = np.maximum(spreads / spreads.max(), 1e-9) ** -2.0
    weight = trust / trust.sum()
    each = weight * spreads
    return weight, float(np.sqrt(each @ each + 2 * hung * each[0] * each[1]))


def _shares_below(
    quantiles: NDArray[np.float64], levels: NDArray[np.float64], values: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the share of a forecast below each of `values`, its tails exponential."""
    shares: NDArray[np.float64] = np.interp(values, quantiles, levels)
    under, over = quantiles[0] - values, values - quantiles[-1]
    below, above = under > 0, over > 0
    shares[below] = levels[0] * _halved(under[below], quantiles[1] - quantiles[0])
    shares[above] = 1 - (1 - levels[-1]) * _halved(over[above], quantiles[-1] - quantiles[-2])
    return np.clip(shares, 1e-4, 1 - 1e-4)


def _halved(away: NDArray[np.float64], step: float) -> NDArray[np.float64]:
    """Return 1 halved for every outermost step that fits into `away`."""
    return np.zeros(len(away)) if step <= 0 else 0.5 ** (away / step)
