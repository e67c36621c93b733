"""How a plan changes: milestones, targets filled in later, targets changed by decision."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, ValidationError, field_validator

from evaluation_lib.plan.frozen import Frozen
from evaluation_lib.plan.indicator import Indicator
from evaluation_lib.plan.rows import Numbered, read_numbered_rows

VERSIONS_FOLDER = "versions"
VERSION_FILE = "version.yml"
CHANGES_FILE = "changes.csv"
MILESTONES_FILE = "milestones.csv"
CHANGEABLE = (
    "target",
    "target_high",
    "comparison",
    "target_year",
    "baseline",
    "nature",
    "direction",
    "basis",
    "relative_to",
    "note",
)


class Milestone(Frozen):
    """A value the plan itself sets for a year on the way.

    Attributes:
        value: In the indicator's unit; for a cumulative one the running total.
        effective_on: Day from which it holds; None where it stands in the plan itself.
        line: Line of the plan's text.
    """

    indicator: str = Field(min_length=1)
    year: int
    value: float
    line: int | None = None
    effective_on: date | None = None
    document: str = ""


class Change(Frozen):
    """One field of one indicator, changed by a decision.

    Attributes:
        value: As the field is written in `indicators.csv`; blank takes a target away.
        effective_on: Day from which it holds.
        document: The decision.
        replaced: What stood there before, known once the change is in force.
    """

    indicator: str = Field(min_length=1)
    field: str
    value: str = ""
    effective_on: date
    document: str = Field(min_length=1)
    note: str = ""
    replaced: str = ""

    @field_validator("field")
    @classmethod
    def _is_changeable(cls, name: str) -> str:
        if name not in CHANGEABLE:
            raise ValueError(f"no decision changes this field; use one of {', '.join(CHANGEABLE)}")
        return name


class Version(Frozen):
    """A later version of a plan, told as what it changes.

    Attributes:
        id: Folder name.
        effective_on: Day from which its milestones hold.
        based_on: Id of the version it changes; blank for the plan as first read.
    """

    id: str = ""
    version: str = Field(min_length=1)
    version_en: str = Field(min_length=1)
    effective_on: date
    document: str = ""
    based_on: str = ""
    changes: tuple[Change, ...] = ()
    milestones: tuple[Milestone, ...] = ()


def read_version(folder: Path, faults: list[str]) -> Version | None:
    """Read the version in `folder`; what is wrong is added to `faults`."""
    settings = _settings(folder / VERSION_FILE, faults)
    changes: Numbered[Change] = []
    milestones: Numbered[Milestone] = []
    if (folder / CHANGES_FILE).exists():
        changes = read_numbered_rows(folder / CHANGES_FILE, Change, faults)
    if (folder / MILESTONES_FILE).exists():
        milestones = read_numbered_rows(folder / MILESTONES_FILE, Milestone, faults)
    if not changes and not milestones and not faults:
        faults.append(
            f"{folder}: changes nothing; it needs {CHANGES_FILE} or {MILESTONES_FILE} with a row."
        )
    try:
        read = Version.model_validate({**settings, "id": folder.name})
    except ValidationError as error:
        for fault in error.errors():
            place = ".".join(str(part) for part in fault["loc"])
            faults.append(f"{folder / VERSION_FILE}: {place}: {fault['msg']}.")
        return None
    dated = [
        one.model_copy(update={"effective_on": one.effective_on or read.effective_on})
        for _, one in milestones
    ]
    return read.model_copy(
        update={"changes": tuple(one for _, one in changes), "milestones": tuple(dated)}
    )


def amended(indicator: Indicator, changes: list[Change]) -> Indicator:
    """Return `indicator` after `changes`, in their order.

    A target that is filled in without a sign is met by reaching it, as a bare number in the plan
    is; one that is taken away loses its sign too.

    Raises:
        pydantic.ValidationError: The result contradicts itself.
    """
    fields: dict[str, Any] = indicator.model_dump()
    for one in changes:
        default = Indicator.model_fields[one.field].default
        fields[one.field] = one.value or (None if _is_required(one.field) else default)
    if fields["target"] is None:
        fields["comparison"] = None
    elif fields["comparison"] is None:
        fields["comparison"] = "="
    return Indicator.model_validate(fields)


def _is_required(field: str) -> bool:
    return Indicator.model_fields[field].is_required()


def _settings(path: Path, faults: list[str]) -> dict[str, Any]:
    try:
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(f"{path}: file is missing; it names the version and its day of effect.")
        return {}
    except yaml.YAMLError as error:
        faults.append(f"{path}: not valid YAML: {' '.join(str(error).split())}")
        return {}
    if not isinstance(settings, dict):
        faults.append(f"{path}: expected keys such as version, effective_on; found no mapping.")
        return {}
    return settings
