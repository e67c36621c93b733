"""The marks of verdicts as paths that matplotlib draws."""

from __future__ import annotations

from functools import cache

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from evaluation_lib.report.style import verdict_style

_BOX = 12.0  # marks are written in a box of this width and height, y downwards
_CODES = {"M": [Path.MOVETO], "L": [Path.LINETO], "C": [Path.CURVE4] * 3}


@cache
def mark_path(verdict: str) -> Path:
    """Return the mark of `verdict` around the origin, in a box of width and height 1, y upwards.

    matplotlib fills by the non-zero rule, our marks are written for the even-odd rule. They mean
    the same once what lies within the first outline runs the other way round.
    """
    corners: list[NDArray[np.float64]] = []
    codes: list[NDArray[np.uint8]] = []
    first = 0.0
    for written in verdict_style(verdict).path.split("M")[1:]:
        points, kinds = _outline(f"M {written}")
        first = first or _turn(points)
        inner = bool(corners) and _turn(points) == first
        points = points[::-1] if inner else points
        corners.append(np.vstack([points, points[:1]]))
        codes.append(np.append(kinds, Path.CLOSEPOLY))
    vertices = np.vstack(corners) / _BOX - 0.5
    return Path(vertices * (1, -1), np.concatenate(codes))


def _outline(written: str) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """Return corners, shape `(n, 2)`, and kinds, shape `(n,)`, of one outline, not closed."""
    numbers: list[float] = []
    kinds: list[np.uint8] = []
    for word in written.replace("L", " L ").replace("C", " C ").replace("Z", "").split():
        if word in _CODES:
            kinds += _CODES[word]
        else:
            numbers.append(float(word))
    return np.reshape(np.asarray(numbers), (-1, 2)), np.asarray(kinds, dtype=np.uint8)


def _turn(corners: NDArray[np.float64]) -> float:
    """Return 1 or −1 for the way round that an outline runs."""
    x, y = corners[:, 0], corners[:, 1]
    return float(np.sign(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)))
