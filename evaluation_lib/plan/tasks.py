"""The plan's chapters and the tasks they set."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from evaluation_lib.plan.frozen import Frozen
from evaluation_lib.plan.rows import Numbered, read_numbered_rows

TASKS_FILE = "tasks.csv"
STRUCTURE_FILE = "structure.csv"


class Heading(Frozen):
    """A chapter of the plan, or a section of one.

    Attributes:
        section: Number within the chapter; None for the chapter itself.
        line: First line of the plan's text that belongs to it.
        restored: Whether the plan lost the heading, so that the title is no word of the plan.
    """

    chapter: int = Field(ge=1)
    section: int | None
    title: str = Field(min_length=1)
    line: int | None
    restored: bool = False
    note: str = ""
    title_en: str = ""


class Task(Frozen):
    """One paragraph of work to be done.

    Attributes:
        verbs: What is to be done, a verb for each measure.
        measures: Number of sentences that each demand something.
        bodies: Bodies named in it.
        commitments: Ids of the commitments that stand in it.
        line: Line of the plan's text.
    """

    id: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9-]*$")
    title: str = Field(min_length=1)
    title_en: str = Field(min_length=1)
    chapter: int = Field(ge=1)
    section: int | None
    line: int | None
    verbs: tuple[str, ...] = ()
    measures: int = Field(default=1, ge=1)
    bodies: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()


def read_structure(path: Path, faults: list[str]) -> Numbered[Heading]:
    """Read chapters and sections from the CSV file `path`; faults are added to `faults`."""
    return read_numbered_rows(path, Heading, faults)


def read_tasks(path: Path, faults: list[str]) -> Numbered[Task]:
    """Read the tasks in the CSV file `path`; what is wrong is added to `faults`."""
    return read_numbered_rows(path, Task, faults)
