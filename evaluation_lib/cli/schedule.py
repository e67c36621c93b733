"""`plan-eval schedule`: what to give to the clock of this machine."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Annotated

import typer

from evaluation_lib.cli.options import JobsFile
from evaluation_lib.publish.choices import JOBS_FILE, Every

EXAMPLE = """\b
Examples:
  plan-eval schedule --cron
  plan-eval schedule --systemd --at 06:30 --every week
  plan-eval schedule --windows > plan-eval.xml
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(schedule)


def schedule(
    cron: Annotated[bool, typer.Option("--cron", help="A line for crontab.")] = False,
    systemd: Annotated[bool, typer.Option("--systemd", help="A service and its timer.")] = False,
    windows: Annotated[bool, typer.Option("--windows", help="A task for Task Scheduler.")] = False,
    actions: Annotated[bool, typer.Option("--actions", help="A GitHub workflow.")] = False,
    airflow: Annotated[bool, typer.Option("--airflow", help="An Airflow DAG.")] = False,
    at: Annotated[
        str, typer.Option("--at", metavar="HH:MM", help="Time of day in China.")
    ] = "06:30",
    every: Annotated[Every, typer.Option("--every", help="How often to ask.")] = Every.DAY,
    jobs_file: JobsFile = Path(JOBS_FILE),
) -> None:
    """Print a ready piece that calls `plan-eval run --due`, for whatever keeps the time here.

    The command decides by itself what is due, so it may be called as often as one likes, and a call
    that was missed costs nothing. Only one run at a time writes to a folder. Addresses and secrets
    of notices come from the environment of the caller and stand in none of these pieces.
    """
    from evaluation_lib.publish.schedule.snippets import Call, Scheduler, snippet

    chosen = [
        scheduler
        for scheduler, wanted in zip(
            Scheduler, (cron, systemd, windows, actions, airflow), strict=True
        )
        if wanted
    ]
    if len(chosen) != 1:
        known = ", ".join(f"--{one}" for one in Scheduler)
        raise typer.BadParameter(f"name one of {known}.")
    try:
        moment = time.fromisoformat(at)
    except ValueError:
        raise typer.BadParameter(f"found {at!r}; write a time such as 06:30.") from None
    print(snippet(chosen[0], Call(Path.cwd(), jobs_file, moment, every)), end="")
