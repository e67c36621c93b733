"""A year's total from its first months or quarters.

    total  known part / mean share of the same months in up to three earlier years

The year's first m months are never multiplied by 12 / m: few indicators are spread evenly.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation_lib.forecast.model import QUANTILE_LEVELS, NoForecast
from evaluation_lib.forecast.tables import load_table

YEARS_COMPARED = 3
"""Earlier years whose shares are averaged."""


@dataclass(frozen=True, slots=True, eq=False)
class YearToDate:
    """A year's total estimated from its known part.

    Attributes:
        total: Estimated total of the year, in the series' unit.
        known: Sum of the known periods, same unit.
        share: Mean share of those periods in earlier years' totals; no unit.
        periods: Periods of the year that are known.
        quantiles: Total at each of `QUANTILE_LEVELS`, same unit. Shape ``(Q,)``.
    """

    total: float
    known: float
    share: float
    periods: int
    quantiles: NDArray[np.float64]

    def deviation(self) -> float:
        """Return half the width of the central 70 % interval, close to one deviation."""
        low, high = (self.quantiles[QUANTILE_LEVELS.index(p)] for p in (0.15, 0.85))
        return float(high - low) / 2


def estimate_year(
    earlier: Sequence[ArrayLike], current: ArrayLike, *, cumulative: bool = False
) -> YearToDate | NoForecast:
    """Estimate the total of the current year.

    Args:
        earlier: Complete earlier years, oldest first, each of 12 months or 4 quarters. Years
            with a missing period are passed over.
        current: The known periods of this year, from the first on without a gap.
        cumulative: True where each entry is the running total since January.

    Returns:
        The estimate, or the reason why there is none.
    """
    years = [_flows(year, cumulative) for year in earlier]
    known = _flows(current, cumulative)
    usable = [year for year in years if len(year) > len(known) and np.all(np.isfinite(year))]
    if len(known) == 0 or not np.all(np.isfinite(known)):
        return NoForecast(
            "本年已知月份（季度）不完整，无法推算全年。",
            "The year's first periods are not all known; its total is not estimated.",
            len(known),
        )
    shares = year_shares(usable[-YEARS_COMPARED:], len(known))
    if len(shares) == 0 or shares.mean() <= 0:
        return NoForecast(
            "以往年度同期占比无法计算，不作全年推算。",
            "No earlier year shows what share these periods make up; the total is not estimated.",
            len(usable),
        )
    total = float(known.sum() / shares.mean())
    errors = error_quantiles(len(known) / len(usable[-1]))
    quantiles = np.sort(total * (1 + errors)) if total >= 0 else np.sort(total * (1 + errors[::-1]))
    return YearToDate(total, float(known.sum()), float(shares.mean()), len(known), quantiles)


def error_quantiles(part_of_year: float) -> NDArray[np.float64]:
    """Return quantiles of true total over estimate, less 1, at `QUANTILE_LEVELS`.

    Measured on public quarterly series after one, two and three quarters, straight in
    between, falling to zero at the year's end; before the first quarter's end they are
    widened in proportion to the part still unknown over the part known.

    Args:
        part_of_year: Known periods over periods of a year, above 0 and below 1.
    """
    measured = np.vstack([load_table("year_to_date")["errors"], np.zeros(len(QUANTILE_LEVELS))])
    parts = np.array([0.25, 0.5, 0.75, 1.0])
    inside = max(part_of_year, parts[0])
    early = (parts[0] / (1 - parts[0])) * (1 - part_of_year) / part_of_year
    spread = max(1.0, early) if part_of_year < parts[0] else 1.0
    return spread * np.array([np.interp(inside, parts, column) for column in measured.T])


def past_errors(years: Sequence[ArrayLike], periods: int) -> NDArray[np.float64]:
    """Return the relative errors the estimate would have made in each earlier year.

    Each year is estimated from its first `periods` and the up to three years before it.

    Returns:
        True total over estimate, less 1, for each year that can be tested. Shape ``(k,)``.
    """
    known = [np.asarray(year, dtype=np.float64) for year in years]
    errors = []
    for place in range(1, len(known)):
        shares = year_shares(known[max(0, place - YEARS_COMPARED) : place], periods)
        start = known[place][:periods].sum()
        if len(shares) and shares.mean() > 0 and start != 0:
            errors.append(known[place].sum() * shares.mean() / start - 1)
    return np.array(errors)


def blend(
    first: float, first_deviation: float, second: float, second_deviation: float
) -> tuple[float, float]:
    """Average two independent estimates by inverse error variance.

    Returns:
        The average and its deviation, in the unit of both.

    Raises:
        ValueError: A deviation is not positive.
    """
    if first_deviation <= 0 or second_deviation <= 0:
        raise ValueError(
            f"deviations must be positive, got {first_deviation} and {second_deviation}"
        )
    trust = np.array([first_deviation, second_deviation]) ** -2.0
    average = float(np.array([first, second]) @ trust / trust.sum())
    return average, float(trust.sum() ** -0.5)


def _flows(year: ArrayLike, cumulative: bool) -> NDArray[np.float64]:
    """Return what fell into each period, whether given so or as running totals."""
    values = np.asarray(year, dtype=np.float64)
    return np.diff(values, prepend=0.0) if cumulative else values


def year_shares(years: Sequence[NDArray[np.float64]], periods: int) -> NDArray[np.float64]:
    """Return the share of the first `periods` in each year whose total is not zero."""
    return np.array([year[:periods].sum() / year.sum() for year in years if year.sum() != 0])
