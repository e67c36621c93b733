"""What a report's process is doing, told through a small file that others look into."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a report.

    Attributes:
        name: `cells`, or the format that is being made.
        cell: Cell that is running; it stays blank elsewhere.
        done: Cells that have ended.
        of: Cells there are.
    """

    name: str
    cell: str = ""
    done: int = 0
    of: int = 0


START = Stage("start")


def tell_stage(file: Path, stage: Stage) -> None:
    """Write `stage` into `file`."""
    file.write_text(json.dumps(asdict(stage)), encoding="utf-8")


def read_stage(file: Path) -> Stage:
    """Return the stage in `file`; the start where nothing whole stands there yet."""
    try:
        return Stage(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return START
