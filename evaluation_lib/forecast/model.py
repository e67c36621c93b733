"""What a forecast is: quantiles for each year ahead, or a reason why there is none."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

QUANTILE_LEVELS: tuple[float, ...] = (
    0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45,
    0.5,
    0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99, 0.995,
)  # fmt: skip
"""Probabilities at which every forecast states its quantiles. Symmetric about one half."""

FEWEST_OBSERVATIONS = 3
"""Real observations below which no forecast is reported."""


@dataclass(frozen=True, slots=True)
class PartKnown:
    """How the known first months of a year entered its forecast; values in the series' unit.

    Attributes:
        year: Calendar year.
        months: Months known, from January on.
        known: What they come to: their sum, their mean, or the value at their end.
        share: Mean of the same months' share in earlier years; no unit.
        compared: Earlier years averaged.
        estimate: Known part over share: the year's value by its months alone.
        annual: Median of the year by the annual model alone.
        weight: Weight of `estimate`, 0 to 1; the rest is that of `annual`.
        median: Both averaged so, before any limit of what is possible cuts it off.
    """

    year: int
    months: int
    known: float
    share: float
    compared: int
    estimate: float
    annual: float
    weight: float
    median: float


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """Predictive quantiles of one indicator, in the indicator's own unit.

    Attributes:
        model: Name of the model that made it, ``"pooled"`` or ``"transparent"``.
        years: Calendar years ahead, strictly increasing. Shape ``(H,)``, integer.
        quantiles: One row for each year, one column for each level, non-decreasing along
            the levels. Shape ``(H, Q)``.
        levels: Probabilities of the columns, strictly increasing, inside (0, 1).
        n: Real observations the forecast rests on.
        reason: What the reader must know beside the numbers, or None.
        parts_known: Years under way whose first months are in it, oldest first.
        from_parts: Whether numerator and denominator were forecast apart.
    """

    model: str
    years: NDArray[np.int_]
    quantiles: NDArray[np.float64]
    levels: tuple[float, ...]
    n: int
    reason: str | None = None
    parts_known: tuple[PartKnown, ...] = ()
    from_parts: bool = False

    def __post_init__(self) -> None:
        if self.quantiles.shape != (len(self.years), len(self.levels)):
            raise ValueError(
                f"quantiles have shape {self.quantiles.shape}, "
                f"expected {(len(self.years), len(self.levels))}"
            )
        if np.any(np.diff(self.years) <= 0):
            raise ValueError(f"years must rise, got {self.years.tolist()}")
        if np.any(np.diff(self.levels) <= 0) or self.levels[0] <= 0 or self.levels[-1] >= 1:
            raise ValueError(f"levels must rise inside (0, 1), got {self.levels}")
        if not np.all(np.isfinite(self.quantiles)) or np.any(np.diff(self.quantiles, axis=1) < 0):
            raise ValueError("quantiles must be finite and must not fall along the levels")

    def at(self, year: int) -> NDArray[np.float64]:
        """Return the quantiles of `year`. Shape ``(Q,)``.

        Raises:
            ValueError: The forecast does not reach `year`.
        """
        place = np.flatnonzero(self.years == year)
        if len(place) == 0:
            raise ValueError(f"no forecast for {year}; years are {self.years.tolist()}")
        row: NDArray[np.float64] = self.quantiles[place[0]]
        return row

    def median(self, year: int) -> float:
        """Return the value that `year` is as likely to exceed as to miss."""
        return float(np.interp(0.5, self.levels, self.at(year)))

    def interval(self, year: int, coverage: float) -> tuple[float, float]:
        """Return the central interval that holds `year`'s value with probability `coverage`.

        Raises:
            ValueError: `coverage` reaches beyond the outermost levels.
        """
        low = (1 - coverage) / 2
        if not self.levels[0] <= round(low, 9) < 0.5:
            raise ValueError(
                f"coverage must lie in (0, {1 - 2 * self.levels[0]:g}], got {coverage}"
            )
        ends = np.interp([low, 1 - low], self.levels, self.at(year))
        return float(ends[0]), float(ends[1])


@dataclass(frozen=True, slots=True)
class NoForecast:
    """Why an indicator has no forecast.

    Attributes:
        reason_zh: The reason in Chinese, a sentence for the report.
        reason_en: The same in English.
        n: Real observations found.
    """

    reason_zh: str
    reason_en: str
    n: int
