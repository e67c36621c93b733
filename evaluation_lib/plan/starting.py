"""A plan folder to start from, and what its tables may hold, told from the models themselves."""

from __future__ import annotations

import csv
import types
from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from evaluation_lib.errors import PlanError
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
from evaluation_lib.plan.claims import Claim
from evaluation_lib.plan.commitments import Commitment
from evaluation_lib.plan.consistency import INDICATORS_FILE, MEASURES_FILE
from evaluation_lib.plan.county_targets import CountyTarget
from evaluation_lib.plan.earlier import Earlier
from evaluation_lib.plan.goals import Goal
from evaluation_lib.plan.indicator import Indicator, Measure
from evaluation_lib.plan.model import Plan
from evaluation_lib.plan.relations import Relation
from evaluation_lib.plan.tasks import Heading, Task
from evaluation_lib.plan.versions import Change, Milestone

SETTINGS_FILE = "plan.yml"
GUIDE_FILE = "README.md"
TABLES: dict[str, type[BaseModel]] = {
    INDICATORS_FILE: Indicator,
    MEASURES_FILE: Measure,
    relations.FILE: Relation,
    tasks.STRUCTURE_FILE: Heading,
    tasks.TASKS_FILE: Task,
    commitments.FILE: Commitment,
    goals.FILE: Goal,
    claims.FILE: Claim,
    earlier.FILE: Earlier,
    versions.MILESTONES_FILE: Milestone,
    county_targets.FILE: CountyTarget,
    f"{versions.VERSIONS_FOLDER}/ID/{versions.CHANGES_FILE}": Change,
}
"""Tables of a plan folder and the model of their rows; all but the first may be left out."""

_UNSTARTED = {f"{versions.VERSIONS_FOLDER}/ID/{versions.CHANGES_FILE}"}
_FIRST_INDICATOR = {
    "id": "first_indicator",
    "number": "1",
    "group": "总体数据",
    "name": "第一项指标",
    "name_en": "First indicator",
    "short_name": "第一项指标",
    "unit": "项",
    "unit_en": "items",
    "nature": "anticipatory",
    "kind": "stock",
    "direction": "higher",
    "comparison": ">=",
    "baseline_year": "2025",
    "baseline": "100",
    "target_year": "2030",
    "target": "150",
    "lower": "0",
    "period_rule": "end",
    "decimals": "0",
    "basis": "level",
}


def start_plan(folder: Path) -> list[Path]:
    """Write a plan folder with one indicator, headers for all else, and a guide to every column.

    Args:
        folder: A folder that does not exist yet, or is empty.

    Returns:
        The files written.

    Raises:
        PlanError: The folder holds something already; nothing is overwritten.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PlanError(f"{folder}: exists and is not empty; name a new folder for the plan.")
    folder.mkdir(parents=True, exist_ok=True)
    settings = files("evaluation_lib.plan").joinpath("skeleton", SETTINGS_FILE)
    contents = {
        SETTINGS_FILE: settings.read_text(encoding="utf-8"),
        GUIDE_FILE: "\n".join(_guide()),
    }
    for name, model in TABLES.items():
        if name not in _UNSTARTED:
            contents[name] = _table(model, [_FIRST_INDICATOR] if model is Indicator else [])
    for name, text in contents.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in contents]


def plan_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of `plan.yml` and of a row of each table, by name of its file."""
    settings = Plan.model_json_schema()
    named = {name.partition(".")[0] for name in TABLES} | {"versions", "amendments"}
    settings["properties"] = {
        key: value for key, value in settings["properties"].items() if key not in named
    }
    settings["required"] = [key for key in settings["required"] if key not in named]
    schemas = {"plan.schema.json": settings}
    for name, model in TABLES.items():
        stem = Path(name).stem
        schemas[f"{stem}.schema.json"] = model.model_json_schema()
    schemas["version.schema.json"] = versions.Version.model_json_schema()
    return schemas


def _table(model: type[BaseModel], rows: list[dict[str, str]]) -> str:
    text = StringIO()
    writer = csv.DictWriter(text, list(model.model_fields), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _guide() -> Iterator[str]:
    yield "# A plan as data"
    yield ""
    yield "`plan.yml` says what the plan is; each table below holds rows of one kind. Tables are"
    yield "UTF-8 CSV with one header row; a blank cell means that the plan is blank. Cells with"
    yield "several entries part them by `;`. Only `plan.yml` and `indicators.csv` are needed."
    yield "Run `plan-eval check-plan` on this folder after every change."
    for name, model in TABLES.items():
        yield ""
        yield f"## {name}"
        yield ""
        yield (model.__doc__ or "").strip().partition("\n")[0]
        yield ""
        yield "| Column | Needed | Holds |"
        yield "|---|---|---|"
        for column, field in model.model_fields.items():
            needed = "yes" if field.is_required() else "no"
            yield f"| `{column}` | {needed} | {_holds(field.annotation)} |"
    yield ""


def _holds(annotation: Any) -> str:
    """Return what a column may hold, in words."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return ", ".join(f"`{word}`" for word in annotation)
    origin = get_origin(annotation)
    if origin is tuple:
        return f"{_holds(get_args(annotation)[0])}, several"
    if origin is types.UnionType:
        known = [one for one in get_args(annotation) if one is not type(None)]
        return f"{_holds(known[0])}, or blank"
    words = {int: "whole number", float: "number", bool: "`yes` or `no`", str: "text"}
    return words.get(annotation, "date such as 2023-03-31")
