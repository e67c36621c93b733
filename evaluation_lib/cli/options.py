"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from evaluation_lib.errors import PlanError
from evaluation_lib.language import Language
from evaluation_lib.publish.choices import Engine

PLANS = Path("data/plans")


class Show(StrEnum):
    """How news are shown."""

    AUTO = "auto"  # bars on a terminal, plain elsewhere
    BAR = "bar"
    PLAIN = "plain"
    JSON = "json"


def parse_day(text: str) -> date:
    """Return the day that `text` writes as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"found {text!r}; write a day such as 2023-07-31.") from None


Source = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
        help="Observations: a CSV, Parquet or Excel file, a folder of them, or a database address.",
    ),
]
PlanFolder = Annotated[
    Path | None,
    typer.Option("--plan", help="Plan folder; the only one in data/plans if not given."),
]
Tongue = Annotated[Language, typer.Option("--language", help="Language of what evaluators read.")]
Workers = Annotated[
    int, typer.Option("--workers", min=1, max=64, help="Reports made at the same time.")
]
Jobs = Annotated[
    list[str] | None,
    typer.Argument(metavar="JOB", help="Jobs by name; all of them if none is named."),
]
JobsFile = Annotated[Path, typer.Option("--jobs-file", help="File that names the jobs.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", help="Folder to write to; reports/ beside the job file."),
]
Deadline = Annotated[
    float, typer.Option("--deadline", min=1.0, help="Seconds after which a report is stopped.")
]
Memory = Annotated[
    int, typer.Option("--memory", min=64, help="Megabytes at which a report is stopped.")
]
ChosenEngine = Annotated[
    Engine, typer.Option("--engine", help="How notebooks are run; the reports are the same.")
]
Scheduler = Annotated[
    str, typer.Option("--scheduler", metavar="ADDRESS", help="Dask scheduler to run on.")
]
News = Annotated[
    Show, typer.Option("--progress", help="News as bars, plain lines or lines of JSON.")
]


def chosen_plan(folder: Path | None) -> Path:
    """Return the plan folder to use.

    Raises:
        PlanError: None is given and `data/plans` does not hold exactly one.
    """
    if folder is not None:
        return folder
    found = sorted(one.parent for one in PLANS.glob("*/plan.yml"))
    if len(found) == 1:
        return found[0]
    there = f"it holds {', '.join(map(str, found))}" if found else "it holds none"
    raise PlanError(f"{PLANS}: {there}; name a plan folder with --plan.")
