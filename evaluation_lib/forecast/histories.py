"""Bring histories of differing lengths into one matrix, gaps bridged and counted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

LONGEST_KEPT = 40
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
    rows = [np.asarray(history, dtype=np.float64).ravel() for history in batch]
    lengths = np.fromiter(map(len, rows), dtype=np.int_, count=len(rows))
    flat = np.concatenate(rows) if rows else np.empty(0)
    owner = np.repeat(np.arange(len(rows)), lengths)
    place = np.arange(len(flat)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    known = np.isfinite(flat)
    flat, owner, place = flat[known], owner[known], place[known]

    ends = np.full(len(rows), -1)
    np.maximum.at(ends, owner, place)
    back = ends[owner] - place
    recent = back < LONGEST_KEPT
    flat, owner, back = flat[recent], owner[recent], back[recent]

    width = int(back.max()) + 1 if len(back) else 1
    values = np.full((len(rows), width), np.nan)
    values[owner, width - 1 - back] = flat
    counts = np.bincount(owner, minlength=len(rows)).astype(np.int_)
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
