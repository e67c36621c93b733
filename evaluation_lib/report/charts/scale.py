"""From values to millimetres, with round numbers on the axis."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale.

    Attributes:
        low: Value at `start`.
        high: Value at `end`.
        start: Position of `low`, mm.
        end: Position of `high`, mm.
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the position of `value`, mm; outside the ends where it lies outside."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def value_at(self, position: float) -> float:
        """Return the value that stands at `position`, mm."""
        share = (position - self.start) / (self.end - self.start)
        return self.low + share * (self.high - self.low)


def round_ticks(low: float, high: float, *, count: int = 5) -> tuple[float, ...]:
    """Return round, evenly spaced values that enclose `low` to `high`.

    Args:
        low: Least value to be shown.
        high: Greatest value to be shown; equal values are given room on both sides.
        count: About how many steps.
    """
    # Values nearer than a float can tell apart on an axis count as one.
    if high - low <= 1e-9 * max(abs(low), abs(high), 1e-9):
        room = abs(low) * 0.05 or 1.0
        low, high = low - room, high + room
    rough = (high - low) / count
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(
        factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * (1 - 1e-9)
    )
    first = math.floor(low / step + 1e-9)
    last = math.ceil(high / step - 1e-9)
    return tuple(round(index * step, 12) for index in range(first, last + 1))


def tick_decimals(ticks: tuple[float, ...]) -> int:
    """Return how many decimals tell neighbouring ticks apart."""
    for decimals in range(7):
        if all(abs(round(tick, decimals) - tick) < 1e-9 for tick in ticks):
            return decimals
    return 7
