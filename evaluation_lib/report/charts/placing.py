"""Where labels go, so that none lies on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LABEL_STEP_MM = 3.2  # least distance between the middles of two labels in a column


def spread(wanted: Sequence[float], *, step: float, low: float, high: float) -> list[float]:
    """Return positions at least `step` apart, in the order of `wanted`, as near to it as can be.

    Labels that would overlap are put into one block, centred on the mean of where they want to be;
    blocks that then touch are joined in turn. That minimises the sum of squared shifts.

    Args:
        wanted: Positions, rising or equal, mm.
        step: Least distance between neighbours, mm.
        low: Least position allowed, mm.
        high: Greatest position allowed, mm.

    Returns:
        One position for each wanted one, rising.

    Raises:
        ValueError: `wanted` falls somewhere, or the labels do not fit between `low` and `high`.
    """
    if any(later < earlier for earlier, later in pairwise(wanted)):
        raise ValueError(f"positions must rise, got {list(wanted)}")
    if wanted and (len(wanted) - 1) * step > high - low + 1e-9:
        raise ValueError(f"{len(wanted)} labels do not fit into {high - low:.1f} mm")
    blocks: list[list[int]] = []
    for index in range(len(wanted)):
        blocks.append([index])
        while len(blocks) > 1 and _overlap(blocks[-2], blocks[-1], wanted, step, low, high):
            last = blocks.pop()
            blocks[-1] += last
    return [
        _first(block, wanted, step, low, high) + step * place
        for block in blocks
        for place in range(len(block))
    ]


def _first(
    block: list[int], wanted: Sequence[float], step: float, low: float, high: float
) -> float:
    centred = sum(wanted[one] - step * place for place, one in enumerate(block)) / len(block)
    return max(low, min(centred, high - step * (len(block) - 1)))


def _overlap(
    upper: list[int],
    lower: list[int],
    wanted: Sequence[float],
    step: float,
    low: float,
    high: float,
) -> bool:
    end = _first(upper, wanted, step, low, high) + step * len(upper)
    return _first(lower, wanted, step, low, high) < end - 1e-9


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in mm, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: Rect) -> float:
        """Return the area both cover, mm²."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0


class Room:
    """What is already taken on a sheet; labels are put where nothing is.

    Lines may be crossed where there is no better place, words never.
    """

    def __init__(self, bounds: Rect) -> None:
        self._bounds = bounds
        self._words: list[Rect] = []
        self._lines: list[Rect] = []

    @property
    def words(self) -> tuple[Rect, ...]:
        """Rectangles of all labels placed so far."""
        return tuple(self._words)

    def take(self, rect: Rect) -> None:
        """Keep labels off `rect`."""
        self._words.append(rect)

    def take_line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Keep labels off a straight line if that is possible."""
        steps = max(2, int(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / 0.8))
        for index in range(steps + 1):
            x = start[0] + (end[0] - start[0]) * index / steps
            y = start[1] + (end[1] - start[1]) * index / steps
            self._lines.append(Rect(x - 0.5, y - 0.5, x + 0.5, y + 0.5))

    def place(self, candidates: Sequence[Rect]) -> int | None:
        """Return the index of the first candidate that is free, and take it.

        Candidates that hit words or leave the bounds are out of the question; among the others the
        one that crosses lines least wins. None, where no candidate is left.
        """
        best: tuple[float, int] | None = None
        for index, rect in enumerate(candidates):
            if self._leaves(rect) or any(rect.overlap(word) > 0 for word in self._words):
                continue
            crossed = sum(rect.overlap(line) for line in self._lines)
            if best is None or crossed < best[0]:
                best = (crossed, index)
            if crossed == 0:
                break
        if best is None:
            return None
        self._words.append(candidates[best[1]])
        return best[1]

    def _leaves(self, rect: Rect) -> bool:
        bounds = self._bounds
        return (
            rect.left < bounds.left
            or rect.right > bounds.right
            or rect.top < bounds.top
            or rect.bottom > bounds.bottom
        )
