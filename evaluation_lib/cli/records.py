"""`plan-eval new-records`: the records a third party owes, ready to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaluation_lib.cli.options import PlanFolder, chosen_plan

EXAMPLE = """\b
Example:
  plan-eval new-records data/jobs/midterm-demo
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(name="new-records", epilog=EXAMPLE)(new_records)


def new_records(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Folder that the job names as `folder`.")
    ],
    plan: PlanFolder = None,
) -> None:
    """Lay out the evaluation matrix, the comment log and the recommendation tracker in FOLDER.

    The matrix asks about every indicator and every chapter of tasks; what its rows leave blank the
    report tells from its results. Prints the files written, one a line. Nothing that exists is
    overwritten.
    """
    from evaluation_lib.plan.reading import read_plan
    from evaluation_lib.report.authored.starting import start_records

    for path in start_records(folder, read_plan(chosen_plan(plan))):
        print(path)
