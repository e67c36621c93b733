"""Cut public annual series into short histories and the years that followed them."""

import csv
import gzip
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

TRAINED_HORIZON = 6
"""Years ahead for which tables are trained."""

TRAINED_LENGTHS = tuple(range(1, 11))
"""History lengths for which tables are trained."""

SET_WEIGHTS = {"comp": 1.0, "agg": 1.0, "ind": 1.0, "m4win": 0.12}
"""Weight of one series of each set where a table is to hold for all of them alike.

The seven-year windows outnumber all other series four to one and are too short to show
more than three years ahead; the quarterly set is left out because it is not annual.
"""

LOCATION_SET_WEIGHTS = {"comp": 1.0, "agg": 1.0, "ind": 0.1, "m4win": 0.02}
"""Weight of one series of each set where the network is fitted.

Country indicators come in nine families only. Held out family by family, they are forecast
better by what all sets have in common than by what the other eight families show.
"""


@dataclass(frozen=True, slots=True, eq=False)
class PublicSeries:
    """One series of the public training file.

    Attributes:
        set: Name of the set the series comes from.
        group: Family; series of one group are never split between fitting and testing.
        train: Values up to the forecasting origin. Shape ``(T,)``.
        test: Values after it. Shape ``(F,)``.
    """

    set: str
    group: str
    train: NDArray[np.float64]
    test: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """Histories of one length with what followed.

    Attributes:
        history: Shape ``(N, n)``, oldest first.
        future: Shape ``(N, TRAINED_HORIZON)``, NaN beyond the end of the series.
        scale: Mean absolute yearly change of the whole series before its test part. Shape ``(N,)``.
        weight: Each series' weight, shared among its windows. Shape ``(N,)``.
        owner: Index of the series in the list the windows were cut from. Shape ``(N,)``.
    """

    history: NDArray[np.float64]
    future: NDArray[np.float64]
    scale: NDArray[np.float64]
    weight: NDArray[np.float64]
    owner: NDArray[np.int_]


def read_public_series(
    path: Path, *, sets: Collection[str] = tuple(SET_WEIGHTS)
) -> list[PublicSeries]:
    """Read the series of `sets` from the public training file, in the order of the file.

    Args:
        path: Gzipped CSV with columns ``set, group, train, test``; values separated by spaces.
        sets: Sets to read, by default the annual ones.
    """
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return [
            PublicSeries(
                row["set"],
                row["group"],
                np.array(row["train"].split(), dtype=np.float64),
                np.array(row["test"].split(), dtype=np.float64),
            )
            for row in csv.DictReader(lines)
            if row["set"] in sets
        ]


def assign_folds(series: Sequence[PublicSeries], folds: int) -> NDArray[np.int_]:
    """Deal the groups of `series` into `folds` parts of nearly equal size.

    Within each set, the largest group goes first and each goes to the part that is smallest
    so far; a group, such as a family of indicators, is never split.

    Returns:
        Number of the part of each series. Shape ``(len(series),)``.
    """
    part: dict[str, int] = {}
    for name in SET_WEIGHTS:
        groups = Counter(one.group for one in series if one.set == name)
        filled = [0] * folds
        for group, _ in groups.most_common():
            if group in part:
                filled[part[group]] += groups[group]
        for group, count in sorted(groups.items(), key=lambda item: (-item[1], item[0])):
            if group not in part:
                part[group] = filled.index(min(filled))
                filled[part[group]] += count
    return np.array([part[one.group] for one in series])


def cut_windows(
    series: Sequence[PublicSeries],
    length: int,
    set_weights: Mapping[str, float] = MappingProxyType(SET_WEIGHTS),
) -> Windows:
    """Cut every history of `length` years that at least one known year follows.

    Series that never change before their test part have no scale and are left out.

    Args:
        series: What to cut.
        length: Years of history.
        set_weights: Weight of one series of each set, shared among its windows.
    """
    histories, futures, scales, weights, owners = [], [], [], [], []
    for index, one in enumerate(series):
        values = np.concatenate([one.train, one.test])
        scale = float(np.abs(np.diff(one.train)).mean()) if len(one.train) > 1 else 0.0
        count = len(values) - length
        if count < 1 or scale == 0:
            continue
        ahead = np.concatenate([values, np.full(TRAINED_HORIZON, np.nan)])
        slices = np.lib.stride_tricks.sliding_window_view(ahead, length + TRAINED_HORIZON)[:count]
        histories.append(slices[:, :length])
        futures.append(slices[:, length:])
        scales.append(np.full(count, scale))
        weights.append(np.full(count, set_weights[one.set] / count))
        owners.append(np.full(count, index))
    return Windows(
        np.concatenate(histories),
        np.concatenate(futures),
        np.concatenate(scales),
        np.concatenate(weights),
        np.concatenate(owners),
    )
