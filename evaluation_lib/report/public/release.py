"""Whether a report is for the public, and what is kept back from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from evaluation_lib.errors import JobError
from evaluation_lib.places import find_input, is_address
from evaluation_lib.report.public.masking import Masks

WITHHELD_FILE = "withheld.csv"
_SMALLEST_ALLOWED = 2
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Release:
    """The terms of a report for the public.

    Attributes:
        smallest: A county row that counts fewer things is kept back.
        masks: Blacks out names and contacts.
        day: Of the report; what came later must not even be counted.
        before: What was kept back before the data came here, by kind; a bundle says so.
    """

    smallest: int
    masks: Masks = field(default_factory=Masks)
    day: date = date.max
    before: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_public(self) -> bool:
        """Whether anything is kept back."""
        return self.smallest > 0


NOT_PUBLIC = Release(0)
"""The terms of a report for those who commissioned it: nothing is kept back."""


def read_release(public: str, withhold: str, observations: str | Path, as_of: str) -> Release:
    """Return the terms that a job sets.

    Args:
        public: Smallest count of a county that may be shown; blank for a report that is not public.
        withhold: File of names to black out, one a line; blank for none.
        observations: Place of the observations, which may tell what was kept back from them.
        as_of: Day of the report.

    Raises:
        JobError: `public` is no number above 1, or the file of names cannot be read.
    """
    if not public:
        return NOT_PUBLIC
    if not public.isdecimal() or int(public) < _SMALLEST_ALLOWED:
        raise JobError(f"public: found {public!r}; give the smallest count to show, 2 or more.")
    names = read_names(Path(find_input(withhold))) if withhold else frozenset()
    before = _kept_back_before(find_input(observations))
    return Release(int(public), Masks(names), date.fromisoformat(as_of), before)


def read_names(path: Path) -> frozenset[str]:
    """Return the names in `path`, one a line; lines that begin with # are comments.

    Raises:
        JobError: The file is not UTF-8, or a name is so short that it stands in other words.
    """
    try:
        lines = [one.strip() for one in path.read_text(encoding="utf-8-sig").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise JobError(f"{path}: cannot be read as UTF-8 text: {error}.") from error
    names = [one for one in lines if one and not one.startswith("#")]
    if short := [one for one in names if len(one) < _SHORTEST_NAME]:
        raise JobError(
            f"{path}: found {short[0]!r}; a name has at least {_SHORTEST_NAME} characters."
        )
    return frozenset(names)


def _kept_back_before(place: Path | str) -> dict[str, int]:
    if is_address(place):
        return {}
    path = Path(place)
    path = (path if path.is_dir() else path.parent) / WITHHELD_FILE
    if not path.is_file():
        return {}
    table = pd.read_csv(path, dtype={"kind": str, "count": int})
    return dict(zip(table["kind"], map(int, table["count"]), strict=True))
