"""Bring histories of differing lengths into one matrix, gaps bridged and counted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

LONGEST_KEPT = 20
"""Years looked back from the last observation; what lies further back is not used."""


@dataclass(frozen=True, slots=True, eq=False)
class Histories:
    """Annual histories, right-aligned: the last column is every series' last observation.

    Attributes:
        values: Observed and bridged values divided by `scale`; NaN before the first
            observation. Shape ``(B, L)`` with ``L >= 1``.
        counts: Real observations in each row; 0 where there is none. Shape ``(B,)``.
        scale: Largest absolute value of each row, in the series' unit; 1 where every value
            is zero or none is known. Shape ``(B,)``.
        gap_spread: Yearly root-mean-square change as the real observations show it, for rows
            with a bridged gap; 0 in rows without one. In units of `scale`. Shape ``(B,)``.
    """

    values: NDArray[np.float64]
    counts: NDArray[np.int_]
    scale: NDArray[np.float64]
    gap_spread: NDArray[np.float64]

    def last(self, length: int, rows: NDArray[np.int_]) -> NDArray[np.float64]:
        """Return the last `length` years of `rows`. Shape ``(len(rows), length)``."""
        return self.values[rows, -length:]

    def only_zeros(self) -> NDArray[np.int_]:
        """Return the rows that hold observations, all of them zero."""
        return np.flatnonzero((self.counts > 0) & ~np.any(np.nan_to_num(self.values), axis=1))


def align_histories(batch: Sequence[ArrayLike]) -> Histories:
    """Align `batch` on the last observation of each series.

    Empty ends are dropped, infinite values count as missing, and gaps between two
    observations are bridged by a straight line: the line carries the drift, while
    `gap_spread` keeps the size of the change a straight line would hide.

    Args:
        batch: One-dimensional histories, oldest first, NaN for a missing year.
    """
    rows = [np.asarray(history, dtype=np.float64) for history in batch]
    if not rows:
        return Histories(np.empty((0, 1)), np.empty(0, np.int_), np.empty(0), np.empty(0))
    lengths = np.fromiter(map(len, rows), dtype=np.int_, count=len(rows))
    # One leading gap lets an empty history point at something.
    flat = np.concatenate([[np.nan], *rows])
    starts = np.cumsum(lengths) - lengths + 1
    known = np.isfinite(flat)
    last_known = np.maximum.accumulate(np.where(known, np.arange(len(flat)), 0))
    ends = last_known[starts + lengths - 1]

    spans = np.clip(ends - starts + 1, 0, LONGEST_KEPT)
    back = np.arange(max(int(spans.max()), 1))[::-1]
    places = np.where(back < spans[:, None], ends[:, None] - back, 0)
    values = np.where(known, flat, np.nan)[places]
    counts = np.isfinite(values).sum(axis=1)
    scale = np.fmax.reduce(np.abs(values), axis=1, initial=0.0)
    scale[scale == 0] = 1.0
    # Subnormal scales cannot be divided by without loss, and nothing real is that small.
    values /= np.maximum(scale, np.finfo(np.float64).tiny)[:, None]
    gap_spread = _bridge_gaps(values, counts)
    return Histories(values, counts, scale, gap_spread)


def _bridge_gaps(values: NDArray[np.float64], counts: NDArray[np.int_]) -> NDArray[np.float64]:
    """Fill inner gaps of `values` in place and return the gap spread of every row.

    A change J over g years says J^2 / g about the yearly variance of a random walk, while
    g equal steps J / g would show only J^2 / g^2.
    """
    gap_spread = np.zeros(len(values))
    known = np.isfinite(values)
    spans = values.shape[1] - known.argmax(axis=1)
    broken = np.flatnonzero((counts > 0) & (spans > counts))
    for row in broken:
        places = np.flatnonzero(known[row])
        observed = values[row, places]
        inner = np.arange(places[0], places[-1] + 1)
        values[row, inner] = np.interp(inner, places, observed)
        yearly = np.diff(observed) ** 2 / np.diff(places)
        gap_spread[row] = np.sqrt(yearly.mean())
    return gap_spread
