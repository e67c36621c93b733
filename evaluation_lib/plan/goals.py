"""What the plan says the world shall look like in the end, in words that no number settles."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from evaluation_lib.plan.frozen import Frozen
from evaluation_lib.plan.rows import Numbered, read_numbered_rows

FILE = "goals.csv"


class Goal(Frozen):
    """A development goal.

    Attributes:
        horizon: Year by which it shall be reached.
        chapters: Chapters whose tasks serve it; empty where the plan assigns none.
        line: Line of the plan's text.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: str = Field(min_length=1)
    title_en: str = Field(min_length=1)
    quote: str = Field(min_length=1)
    line: int | None
    horizon: int
    chapters: tuple[int, ...] = ()
    note: str = ""


def read_goals(path: Path, faults: list[str]) -> Numbered[Goal]:
    """Read the goals in the CSV file `path`; what is wrong is added to `faults`."""
    return read_numbered_rows(path, Goal, faults)
