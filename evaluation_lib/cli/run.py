"""`plan-eval run`: make what is due, and tell those who have to know."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from evaluation_lib.cli.making import make
from evaluation_lib.cli.options import (
    ChosenEngine,
    Deadline,
    Jobs,
    JobsFile,
    Memory,
    News,
    Output,
    Scheduler,
    Show,
    Workers,
)
from evaluation_lib.publish.choices import DEADLINE_SECONDS, JOBS_FILE, MEMORY_MEGABYTES, Engine

EXAMPLE = """\b
Examples:
  plan-eval run --due
  plan-eval run county-midterm --due --progress json
  plan-eval run --due --jobs-file client/evaluations.yml --scheduler tcp://head:8786
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(run)


def run(
    jobs: Jobs = None,
    due: Annotated[
        bool, typer.Option("--due", help="Make only what data, plan and calendar ask for.")
    ] = False,
    jobs_file: JobsFile = Path(JOBS_FILE),
    output: Output = None,
    workers: Workers = 2,
    deadline: Deadline = DEADLINE_SECONDS,
    memory: Memory = MEMORY_MEGABYTES,
    engine: ChosenEngine = Engine.FAST,
    scheduler: Scheduler = "",
    progress: News = Show.AUTO,
) -> None:
    """Make the reports that are due, for a clock to call; nothing of it stays running.

    A report is due when it was never made, when its last run failed, or when its data, plan,
    notebook, method or settings have changed; a job with `due: yearly`, `half-yearly`, `quarterly`
    or `monthly` at most once in that time, and a yearly one only once the values of the year that
    has ended are there. Everybody named below `notify:` in the job file is then told of failures
    and of verdicts that have changed.

    Prints the folder of each report that was made.
    """
    from evaluation_lib.publish.jobs import editions
    from evaluation_lib.publish.running.journal import now, read_history
    from evaluation_lib.publish.running.news import State
    from evaluation_lib.publish.schedule.due import decide
    from evaluation_lib.publish.schedule.notices import read_notices
    from evaluation_lib.publish.schedule.sending import send_notices

    place = output or jobs_file.parent / "reports"
    wanted = editions(jobs_file, jobs or ())
    notices = read_notices(jobs_file)
    if due:
        today = now().date()
        decided = decide(wanted, place, read_history(place), today)
        wanted = [one.edition for one in decided if one.is_due]
    outcome = make(
        wanted,
        place,
        show=progress,
        workers=workers,
        engine=engine,
        deadline=deadline,
        memory=memory,
        scheduler=scheduler,
    )
    for one in outcome:
        if one.state is State.DONE:
            print(place / one.edition.folder)
    history = read_history(place)
    entries = [one for one in history.entries if one.run == history.last_run]
    troubles = send_notices(notices, entries, jobs_file.parent)
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    sys.exit(bool(troubles) or any(one.state is State.FAILED for one in outcome))
