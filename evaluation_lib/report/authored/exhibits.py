"""Views an analyst sent to the report: settings alone, never a picture or a number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evaluation_lib.errors import AuthoredError, listed
from evaluation_lib.inquiry import Setting

FOLDER = "exhibits"
NAME = r"^[a-z0-9][a-z0-9-]{0,60}$"


class Exhibit(BaseModel):
    """One view by its settings; the report computes it again from its own data.

    Attributes:
        name: Name of its file, small letters, digits and hyphens.
        title: What the analyst calls it; blank for the finding in one sentence.
        note: A caption of the analyst; blank for none.
        saved_as_of: Day on which the data were looked at when it was saved.
        setting: What was set. Its own `as_of` is not kept: a report looks as of its own day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern=NAME)
    title: str = ""
    note: str = ""
    saved_as_of: date
    setting: Setting


def read_exhibits(folder: Path) -> tuple[Exhibit, ...]:
    """Read `exhibits/*.json` in the folder of a job, in the order of their names.

    Raises:
        AuthoredError: A file is no exhibit; every fault is named with file and field.
    """
    faults: list[str] = []
    found = [
        exhibit
        for path in sorted((folder / FOLDER).glob("*.json"))
        for exhibit in _exhibit(path, faults)
    ]
    if faults:
        raise AuthoredError(listed(faults))
    return tuple(found)


def _exhibit(path: Path, faults: list[str]) -> Iterator[Exhibit]:
    file = f"{FOLDER}/{path.name}"
    try:
        exhibit = Exhibit.model_validate_json(path.read_bytes())
    except ValidationError as error:
        faults += [f"{file}: {_sentence(dict(fault))}" for fault in error.errors()]
        return
    if exhibit.name != path.stem:
        faults.append(
            f"{file}: found name {exhibit.name!r}; an exhibit is named as its file, {path.stem!r}."
        )
        return
    yield exhibit


def _sentence(fault: dict[str, object]) -> str:
    where = ".".join(map(str, fault["loc"])) if isinstance(fault["loc"], tuple) else ""
    found = "" if fault["type"] in ("missing", "json_invalid") else f", found {fault['input']!r}"
    told = str(fault["msg"])
    return f"{where or 'file'}: {told[:1].lower()}{told[1:]}{found}."


def write_exhibit(exhibit: Exhibit, folder: Path) -> Path:
    """Write `exhibit` into the folder of a job and return its file; an older one is replaced."""
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{exhibit.name}.json"
    draft = path.with_suffix(".tmp")
    draft.write_text(exhibit.model_dump_json(indent=2) + "\n", encoding="utf-8")
    draft.replace(path)
    return path
