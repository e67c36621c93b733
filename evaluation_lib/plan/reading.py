"""Read a plan folder, answering with all of its faults at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from evaluation_lib.errors import PlanError, listed
from evaluation_lib.plan import (
    claims,
    commitments,
    county_targets,
    earlier,
    goals,
    relations,
    tasks,
    versions,
)
from evaluation_lib.plan.consistency import (
    INDICATORS_FILE,
    MEASURES_FILE,
    Tables,
    find_clashes,
    hint,
    place,
)
from evaluation_lib.plan.model import Indicator, Measure, Plan
from evaluation_lib.plan.rows import Numbered, read_numbered_rows
from evaluation_lib.plan.rows import read_rows as read_rows
from evaluation_lib.plan.versions import Milestone, Version, read_version

SETTINGS_FILE = "plan.yml"
_Row = TypeVar("_Row", bound=BaseModel)


def read_plan(folder: str | Path, version: str | None = None) -> Plan:
    """Read the plan in `folder`.

    Args:
        folder: A plan folder, or the `plan.yml` inside it.
        version: Name of a folder below `versions`; blank for the plan as first read. What a version
            changes waits for its day: `Plan.in_force` applies it.

    Raises:
        PlanError: Files are missing or contradict themselves; the message lists every fault with
            its file, row and column.
    """
    plan, faults = try_to_read(folder, version)
    if plan is None:
        raise PlanError(listed(faults))
    return plan


def find_faults(folder: str | Path, version: str | None = None) -> list[str]:
    """Return everything that is wrong with a plan folder, and with each of its versions.

    Raises:
        PlanError: There is no such folder.
    """
    faults = try_to_read(folder, version)[1]
    names = [version] if version else list_versions(folder)
    for name in names:
        faults += [one for one in try_to_read(folder, name)[1] if one not in faults]
    return faults


def list_versions(folder: str | Path) -> list[str]:
    """Return the names of the later versions of the plan in `folder`, in order."""
    return sorted(
        one.name for one in (_folder(folder) / versions.VERSIONS_FOLDER).glob("*") if one.is_dir()
    )


def try_to_read(folder: str | Path, version: str | None) -> tuple[Plan | None, list[str]]:
    """Return the plan, or None and all faults.

    Raises:
        PlanError: There is no such folder, or no such version.
    """
    folder = _folder(folder)
    if not folder.is_dir():
        raise PlanError(f"{folder}: no such plan folder; a plan is a folder with {SETTINGS_FILE}.")
    later: list[Version] = []
    faults: list[str] = []
    if version:
        place = _version_folder(folder, version)
        if (place / SETTINGS_FILE).exists():
            return try_to_read(place, None)
        later = _chain(folder, version, faults)
    before = len(faults)
    settings = _read_settings(folder / SETTINGS_FILE, faults)
    settings_are_sound = len(faults) == before
    tables = _read_tables(folder, faults)
    faults += find_clashes(folder, tables)
    if settings_are_sound:
        faults += _contradictions(folder, settings, tables)
    if faults:
        return None, faults
    plan = _assemble(settings, tables, later)
    faults = _faults_of_versions(folder, plan)
    return (None if faults else plan), faults


def _folder(folder: str | Path) -> Path:
    path = Path(folder)
    return path.parent if path.name == SETTINGS_FILE else path


def _version_folder(folder: Path, version: str) -> Path:
    known = list_versions(folder)
    if version not in known:
        raise PlanError(f"{folder}: no version {version!r}; {hint(version, known)}")
    return folder / versions.VERSIONS_FOLDER / version


def _chain(folder: Path, version: str, faults: list[str]) -> list[Version]:
    """Read `version` and those it is based on, oldest first."""
    found: list[Version] = []
    name = version
    while name:
        if name in {one.id for one in found}:
            faults.append(f"{folder}: version {name!r} is based on itself.")
            break
        read = read_version(_version_folder(folder, name), faults)
        if read is None:
            break
        found.insert(0, read)
        name = read.based_on
    return found


def _read_tables(folder: Path, faults: list[str]) -> Tables:
    tables = Tables()

    def read(
        name: str, reader: Callable[[Path, list[str]], Numbered[_Row]], *, needed: bool = False
    ) -> Numbered[_Row]:
        if not needed and not (folder / name).exists():
            return []
        before = len(faults)
        rows = reader(folder / name, faults)
        if len(faults) > before:
            tables.broken.add(name)
        return rows

    tables.indicators = read(INDICATORS_FILE, _rows_of(Indicator), needed=True)
    tables.measures = read(MEASURES_FILE, _rows_of(Measure))
    tables.relations = read(relations.FILE, relations.read_relations)
    tables.structure = read(tasks.STRUCTURE_FILE, tasks.read_structure)
    tables.tasks = read(tasks.TASKS_FILE, tasks.read_tasks)
    tables.commitments = read(commitments.FILE, commitments.read_commitments)
    tables.goals = read(goals.FILE, goals.read_goals)
    tables.claims = read(claims.FILE, claims.read_claims)
    tables.earlier = read(earlier.FILE, earlier.read_earlier)
    tables.milestones = read(versions.MILESTONES_FILE, _rows_of(Milestone))
    tables.county_targets = read(county_targets.FILE, _rows_of(county_targets.CountyTarget))
    return tables


def _rows_of(model: type[_Row]) -> Callable[[Path, list[str]], Numbered[_Row]]:
    return lambda path, faults: read_numbered_rows(path, model, faults)


def _read_settings(path: Path, faults: list[str]) -> dict[str, Any]:
    try:
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(f"{path}: file is missing.")
        return {}
    except UnicodeDecodeError as error:
        faults.append(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8.")
        return {}
    except yaml.YAMLError as error:
        faults.append(f"{path}: not valid YAML: {' '.join(str(error).split())}")
        return {}
    if not isinstance(settings, dict):
        faults.append(f"{path}: expected keys such as id, version, title; found no mapping.")
        return {}
    try:
        Plan.model_validate({**settings, "indicators": [], "measures": []})
    except ValidationError as error:
        for fault in error.errors():
            place = ".".join(str(part) for part in fault["loc"]) or "file"
            faults.append(f"{path}: {place}: {fault['msg'].removeprefix('Value error, ')}.")
    return settings


def _contradictions(folder: Path, settings: dict[str, Any], tables: Tables) -> list[str]:
    path = folder / SETTINGS_FILE
    faults = []
    if not tables.indicators and INDICATORS_FILE not in tables.broken:
        faults.append(f"{folder / INDICATORS_FILE}: holds no indicator.")
    codes = [str(one.get("code")) for one in settings["jurisdictions"]]
    if str(settings["jurisdiction"]) not in codes:
        faults.append(
            f"{path}: jurisdiction {settings['jurisdiction']} is not among jurisdictions; "
            f"use one of {', '.join(codes)}."
        )
    faults += _strange_counties(folder, str(settings["jurisdiction"]), codes, tables)
    start, end, base = settings["start"], settings["end"], settings["baseline_year"]
    if not base < start <= end:
        faults.append(f"{path}: baseline_year {base}, start {start} and end {end} must rise.")
    return faults


def _strange_counties(folder: Path, own: str, codes: list[str], tables: Tables) -> list[str]:
    below = [code for code in codes if code != own]
    return [
        f"{place(folder / county_targets.FILE, row, 'jurisdiction')}: {one.jurisdiction} is no "
        f"division below {own}; {hint(one.jurisdiction, below)}"
        for row, one in tables.county_targets
        if one.jurisdiction not in below
    ]


def _assemble(settings: dict[str, Any], tables: Tables, later: list[Version]) -> Plan:
    rows = {
        name: tuple(one for _, one in getattr(tables, name))
        for name in (
            "indicators",
            "measures",
            "relations",
            "structure",
            "tasks",
            "commitments",
            "goals",
            "claims",
            "earlier",
            "milestones",
            "county_targets",
        )
    }
    return Plan.model_validate({**settings, **rows, "versions": tuple(later)})


def _faults_of_versions(folder: Path, plan: Plan) -> list[str]:
    """Return what goes wrong on any day on which a version changes something."""
    faults = []
    known = {one.id for one in plan.indicators}
    for version in plan.versions:
        place = folder / versions.VERSIONS_FOLDER / version.id
        named = {one.indicator for one in version.changes}
        named |= {one.indicator for one in version.milestones}
        faults += [
            f"{place}: no indicator {key!r}; {hint(key, known)}" for key in sorted(named - known)
        ]
    days: list[date] = sorted(
        {change.effective_on for version in plan.versions for change in version.changes}
    )
    for day in days:
        try:
            plan.in_force(day)
        except ValidationError as error:
            told = "; ".join(f"{'.'.join(map(str, f['loc']))} {f['msg']}" for f in error.errors())
            faults.append(f"{folder / versions.VERSIONS_FOLDER}: as of {day}: {told}.")
            break
    return faults
