"""What one process has read or worked out for all the reports that are forked from it.

Nothing is remembered until somebody asks for it, so a notebook that runs alone works everything out
itself. A key holds all that an answer follows from; the same key is the same answer, to the bit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import Any, TypeVar

Answer = TypeVar("Answer")
_known: dict[Hashable, Any] = {}
_subjects: set[Hashable] = set()


class Itself:
    """A value that is no other's equal: in a key it stands for itself, as long as the key lives."""

    __slots__ = ("_value",)

    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        """Return whether both stand for one value."""
        return isinstance(other, Itself) and self._value is other._value

    def __hash__(self) -> int:
        """Return a number of the value's identity."""
        return id(self._value)


def start_remembering(subjects: Iterable[Hashable]) -> None:
    """Remember answers from now on.

    Args:
        subjects: What they are about; answers are forgotten once something else comes.
    """
    wanted = set(subjects)
    if not wanted <= _subjects:
        _known.clear()
        _subjects.clear()
        _subjects.update(wanted)


def remembered(key: Callable[[], Hashable], work_out: Callable[[], Answer]) -> Answer:
    """Return what `work_out` returns, or returned before for the same key.

    Args:
        key: Makes everything the answer follows from; only called where answers are remembered.
        work_out: Makes the answer.
    """
    if not _subjects:
        return work_out()
    name = key()
    if name not in _known:
        _known[name] = work_out()
    answer: Answer = _known[name]
    return answer


def remember(key: Callable[[], Hashable], answer: object) -> None:
    """Remember an answer that was worked out ahead of its question, where answers are."""
    if _subjects:
        _known[key()] = answer


def files_key(place: Path) -> Hashable:
    """Return what changes when a file at or below `place` is written: names, sizes and times."""
    files = sorted(one for one in place.rglob("*") if one.is_file()) if place.is_dir() else [place]
    looks = [(one, one.stat()) for one in files]
    return str(place.resolve()), tuple(
        (one.name, look.st_size, look.st_mtime_ns) for one, look in looks
    )
