"""A view sent to the report: its settings in a file, and the way to take it back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation_lib.inquiry import Desk, Setting
from evaluation_lib.report.authored.exhibits import FOLDER, NAME, Exhibit, write_exhibit


@dataclass(frozen=True, slots=True)
class Sent:
    """An exhibit that was written.

    Attributes:
        file: Its place below the job's folder.
        undo: Puts back what was there before.
    """

    file: str
    undo: Callable[[], None]


def usual_name(setting: Setting) -> str:
    """Return the name an exhibit has if nobody gives it another."""
    return f"{setting.view}-{setting.indicator}".replace("_", "-")[:60]


def is_name(text: str) -> bool:
    """Return whether an exhibit can be called so."""
    return re.fullmatch(NAME, text) is not None


def send(desk: Desk, setting: Setting, folder: Path, *, name: str, note: str) -> Sent:
    """Write a view by its settings into the folder of a job; one of the same name is replaced.

    Raises:
        OSError: The folder cannot be written to.
    """
    path = folder / FOLDER / f"{name}.json"
    before = path.read_bytes() if path.is_file() else None
    day = setting.as_of or desk.as_of
    kept = setting.model_copy(update={"as_of": None})
    write_exhibit(Exhibit(name=name, note=note, saved_as_of=day, setting=kept), folder)

    def undo() -> None:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(before)

    return Sent(f"{FOLDER}/{path.name}", undo)
