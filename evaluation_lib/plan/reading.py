"""Read a plan folder, answering with all of its faults at once."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from evaluation_lib.errors import PlanError, listed
from evaluation_lib.plan.model import Indicator, Measure, Plan

Row = TypeVar("Row", bound=BaseModel)

SETTINGS_FILE = "plan.yml"
INDICATORS_FILE = "indicators.csv"
MEASURES_FILE = "measures.csv"


def read_plan(folder: str | Path) -> Plan:
    """Read the plan in `folder`.

    Args:
        folder: A plan folder, or the `plan.yml` inside it.

    Raises:
        PlanError: Files are missing or contradict themselves; the message lists every fault with
            its file, row and column.
    """
    folder = Path(folder)
    if folder.name == SETTINGS_FILE:
        folder = folder.parent
    if not folder.is_dir():
        raise PlanError(f"{folder}: no such plan folder; a plan is a folder with {SETTINGS_FILE}.")
    faults: list[str] = []
    settings = _read_settings(folder / SETTINGS_FILE, faults)
    indicators = read_rows(folder / INDICATORS_FILE, Indicator, faults)
    measures: list[Measure] = []
    if (folder / MEASURES_FILE).exists():
        measures = read_rows(folder / MEASURES_FILE, Measure, faults)
    faults += _clashes(folder / INDICATORS_FILE, indicators, measures)
    if faults:
        raise PlanError(listed(faults))
    return _assemble(folder / SETTINGS_FILE, settings, indicators, measures)


def read_rows(path: Path, model: type[Row], faults: list[str]) -> list[Row]:
    """Read each row of the CSV file `path` as a `model`; what is wrong is added to `faults`.

    Blank cells take the model's default, or None. Cells of tuple fields are split at `;`.
    """
    rows: list[Row] = []
    for number, cells in _csv_rows(path, model, faults):
        try:
            rows.append(model.model_validate(_typed(cells, model)))
        except ValidationError as error:
            faults += [f"{path}: row {number}, {fault}" for fault in _sentences(error, cells)]
    return rows


def _csv_rows(
    path: Path, model: type[BaseModel], faults: list[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        faults.append(f"{path}: file is missing.")
        return
    except UnicodeDecodeError as error:
        faults.append(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8.")
        return
    reader = csv.DictReader(text.splitlines(keepends=True))
    found = [name.strip() for name in reader.fieldnames or []]
    known = set(model.model_fields)
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    if missing := sorted(required - set(found)):
        faults.append(f"{path}: column {', '.join(missing)} is missing.")
    if unknown := sorted(set(found) - known):
        faults.append(
            f"{path}: column {', '.join(unknown)} is not known; use {', '.join(sorted(known))}."
        )
    if missing or unknown:
        return
    for cells in reader:
        if None in cells:
            faults.append(f"{path}: row {reader.line_num} has more cells than the header.")
            continue
        yield reader.line_num, {key.strip(): (text or "").strip() for key, text in cells.items()}


def _typed(cells: dict[str, str], model: type[BaseModel]) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for name, text in cells.items():
        field = model.model_fields[name]
        if "tuple" in str(field.annotation):
            typed[name] = tuple(part.strip() for part in text.split(";") if part.strip())
        elif text:
            typed[name] = text
        elif field.is_required() and "None" in str(field.annotation):
            typed[name] = None
    return typed


def _sentences(error: ValidationError, cells: dict[str, str]) -> Iterator[str]:
    for fault in error.errors():
        column = str(fault["loc"][0]) if fault["loc"] else ""
        where = f"column {column}: " if column else ""
        found = f" (found {cells.get(column, '')!r})" if column else ""
        yield f"{where}{fault['msg'].removeprefix('Value error, ')}{found}."


def _clashes(path: Path, indicators: list[Indicator], measures: list[Measure]) -> list[str]:
    faults = []
    for what, keys in (
        ("id", [one.id for one in indicators] + [one.id for one in measures]),
        ("number", [str(one.number) for one in indicators]),
        ("name", [one.name for one in indicators]),
    ):
        repeated = sorted({key for key in keys if keys.count(key) > 1})
        faults += [f"{path}: {what} {key!r} stands in more than one row." for key in repeated]
    known = {one.id for one in indicators}
    faults += [
        f"{path.with_name(MEASURES_FILE)}: {one.id!r} relates to {one.relates_to!r}, which is no "
        f"indicator; use one of {', '.join(sorted(known))}."
        for one in measures
        if one.relates_to and one.relates_to not in known
    ]
    return faults


def _read_settings(path: Path, faults: list[str]) -> dict[str, Any]:
    try:
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(f"{path}: file is missing.")
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


def _assemble(
    path: Path, settings: dict[str, Any], indicators: list[Indicator], measures: list[Measure]
) -> Plan:
    if not indicators:
        raise PlanError(f"{path.with_name(INDICATORS_FILE)}: holds no indicator.")
    plan = Plan.model_validate({**settings, "indicators": indicators, "measures": measures})
    if plan.jurisdiction not in {one.code for one in plan.jurisdictions}:
        raise PlanError(
            f"{path}: jurisdiction {plan.jurisdiction} is not among jurisdictions; use one of "
            f"{', '.join(one.code for one in plan.jurisdictions)}."
        )
    return plan
