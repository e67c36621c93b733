"""`plan-eval new-plan`, `check-plan` and `schema`: another plan, without code."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

EXAMPLE_NEW = """\b
Example:
  plan-eval new-plan data/plans/zhuhai-2026-2030
"""
EXAMPLE_CHECK = """\b
Examples:
  plan-eval check-plan data/plans/zhanjiang-2021-2025
  plan-eval check-plan data/plans/zhanjiang-2021-2025 --version adjusted-2023
"""
EXAMPLE_SCHEMA = """\b
Example:
  plan-eval schema schemas
"""
NewFolder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder to be made.")]
KnownFolder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Plan folder.")]


def enter(app: typer.Typer) -> None:
    """Enter the commands in `app`."""
    app.command(name="new-plan", epilog=EXAMPLE_NEW)(new_plan)
    app.command(name="check-plan", epilog=EXAMPLE_CHECK)(check_plan)
    app.command(name="schema", epilog=EXAMPLE_SCHEMA)(schema)


def new_plan(folder: NewFolder) -> None:
    """Start a plan in FOLDER: commented settings, tables with their headers, and a guide.

    Prints the files written, one a line. Nothing that exists is overwritten.
    """
    from evaluation_lib.plan.starting import start_plan

    for path in start_plan(folder):
        print(path)


def check_plan(
    folder: KnownFolder,
    version: Annotated[
        str, typer.Option("--version", help="Check this version only; all if not given.")
    ] = "",
) -> None:
    """Check the plan in FOLDER and its versions: every fault at once.

    Prints one line for each fault, with file, row and column, what was found and what to write
    instead. Exit code 1 if there is any.
    """
    from evaluation_lib.plan.reading import find_faults, read_plan

    faults = find_faults(folder, version or None)
    for fault in faults:
        print(fault)
    if faults:
        print(f"{folder}: {len(faults)} faults", file=sys.stderr)
        sys.exit(1)
    plan = read_plan(folder, version or None)
    counts = {
        "indicators": plan.indicators,
        "measures": plan.measures,
        "tasks": plan.tasks,
        "commitments": plan.commitments,
        "goals": plan.goals,
        "claims": plan.claims,
    }
    told = ", ".join(f"{len(rows)} {name}" for name, rows in counts.items() if rows)
    print(f"{folder}: no fault; {told}", file=sys.stderr)


def schema(folder: NewFolder) -> None:
    """Write the JSON Schemas of plan files and of result.json into FOLDER, for editors.

    Prints the files written, one a line.
    """
    from evaluation_lib.plan.starting import plan_schemas
    from evaluation_lib.report.model import Report

    schemas = {**plan_schemas(), "result.schema.json": Report.model_json_schema()}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas.items():
        text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
        (folder / name).write_text(text + "\n", encoding="utf-8", newline="\n")
        print(folder / name)
