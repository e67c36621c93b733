"""`plan-eval report`: make the reports of jobs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    parse_day,
)
from evaluation_lib.errors import ReportError
from evaluation_lib.language import Language
from evaluation_lib.publish.choices import DEADLINE_SECONDS, JOBS_FILE, MEMORY_MEGABYTES, Engine

if TYPE_CHECKING:
    from evaluation_lib.publish.job import Edition

_FEW = 3
"""Reports that a note names one by one."""
EXAMPLE = """\b
Examples:
  plan-eval report
  plan-eval report midterm-demo final-demo --workers 2
  plan-eval report midterm-demo --as-of 2023-03-31 --output /tmp/earlier
  plan-eval report --jobs-file client/evaluations.yml --output client/reports
"""


def enter(app: typer.Typer) -> None:
    """Enter the command in `app`."""
    app.command(epilog=EXAMPLE)(report)


def report(
    jobs: Jobs = None,
    jobs_file: JobsFile = Path(JOBS_FILE),
    output: Output = None,
    force: Annotated[
        bool, typer.Option("--force", help="Make reports again that have not changed.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Make only what the last run here did not finish.")
    ] = False,
    workers: Workers = 2,
    as_of: Annotated[
        str,
        typer.Option("--as-of", metavar="YYYY-MM-DD", help="Day to look back from, not the job's."),
    ] = "",
    public: Annotated[
        bool, typer.Option("--public", help="Keep back what the public may not see.")
    ] = False,
    deadline: Deadline = DEADLINE_SECONDS,
    memory: Memory = MEMORY_MEGABYTES,
    engine: ChosenEngine = Engine.FAST,
    scheduler: Scheduler = "",
    progress: News = Show.AUTO,
) -> None:
    """Make the reports of the jobs in evaluations.yml.

    Each jurisdiction and language of a job gets a folder with result.json, report.html, report.pdf,
    notebook.ipynb and manifest.json. A report whose plan, observations, notebook, method and
    settings are what they were is left alone. A report that fails is named with its reason, keeps
    its older version, and does not stop the others.

    The public version of a job lies beside it as JOB-public: county rows that count few, names of
    persons and enterprises, contacts, quotes and internal notes are kept back, and counted.

    Prints the folder of each report that is up to date. Says on stderr which chapters of the
    evaluator's own are unwritten, and which figures changed under the text that quotes them.
    """
    from evaluation_lib.publish.jobs import editions
    from evaluation_lib.publish.running.news import State
    from evaluation_lib.publish.running.run import unfinished

    place = output or jobs_file.parent / "reports"
    day = parse_day(as_of) if as_of else None
    wanted = (
        unfinished(jobs_file, place)
        if resume
        else editions(jobs_file, jobs or (), as_of=day, public=public)
    )
    outcome = make(
        wanted,
        place,
        show=progress,
        workers=workers,
        engine=engine,
        deadline=deadline,
        memory=memory,
        scheduler=scheduler,
        force=force,
        notes=lambda ended: _author_notes(
            [one.edition for one in ended if one.state is State.DONE], place
        ),
    )
    for one in outcome:
        if one.state is not State.FAILED:
            print(place / one.edition.folder)
    sys.exit(any(one.state is State.FAILED for one in outcome))


def _author_notes(made: Iterable[Edition], place: Path) -> Iterator[str]:
    """Yield what authors should know, once for all reports of a job of which it is true."""
    from evaluation_lib.report.author_notes import author_notes
    from evaluation_lib.report.reading import read_report

    told: dict[tuple[str, str], list[str]] = {}
    for one in made:
        # A notebook of one's own may show a result that is no report of ours.
        with suppress(ReportError):
            for note in author_notes(read_report(place / one.folder), Language.EN):
                told.setdefault((one.name, note), []).append(one.title)
    for (job, note), titles in told.items():
        about = titles if len(titles) <= _FEW else [f"{job}, {len(titles)} reports"]
        yield from (f"{one}: {note}" for one in about)
