"""`plan-eval new-narrative` and `accept`: the evaluator's own words beside the computed ones."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evaluation_lib.errors import JobError
from evaluation_lib.publish.choices import JOBS_FILE

if TYPE_CHECKING:
    from evaluation_lib.publish.job import Edition

EXAMPLE_NEW = """\b
Examples:
  plan-eval new-narrative midterm-demo
  plan-eval new-narrative midterm-demo --indicator certificates --indicator enterprises
"""
EXAMPLE_ACCEPT = """\b
Example:
  plan-eval accept midterm-demo
"""
JobName = Annotated[str, typer.Argument(metavar="JOB", help="Name of the job.")]
JobsFile = Annotated[Path, typer.Option("--jobs-file", help="File that names the jobs.")]


def enter(app: typer.Typer) -> None:
    """Enter the commands in `app`."""
    app.command(name="new-narrative", epilog=EXAMPLE_NEW)(new_narrative)
    app.command(epilog=EXAMPLE_ACCEPT)(accept)


def new_narrative(
    job: JobName,
    indicator: Annotated[
        list[str] | None,
        typer.Option("--indicator", metavar="ID", help="Lay out a note on this indicator too."),
    ] = None,
    jobs_file: JobsFile = Path(JOBS_FILE),
) -> None:
    """Lay out the chapters that are the evaluator's to write, in the folder of JOB.

    Each file holds a guide as a comment, which no report shows. Prints the files written, one a
    line. Nothing that exists is overwritten, and no run of a report ever writes here.
    """
    from evaluation_lib.plan.reading import read_plan
    from evaluation_lib.publish.job_faults import nearest_word
    from evaluation_lib.report.authored.laying_out import lay_out_narrative

    wanted = _editions(jobs_file, job, folder_is_there=False)
    known = [one.id for one in read_plan(wanted[0].plan).indicators]
    for one in indicator or ():
        if one not in known:
            raise JobError(f"the plan has no indicator {one!r}.{nearest_word(one, known)}")
    languages = dict.fromkeys(str(one.language) for one in wanted)
    folder = _folder(wanted[0], jobs_file)
    for path in lay_out_narrative(folder, job=job, languages=languages, indicators=indicator or ()):
        print(path)


def accept(job: JobName, jobs_file: JobsFile = Path(JOBS_FILE)) -> None:
    """Record that the text of JOB fits the figures it quotes, as they read today.

    From then on every report tells the author which quoted figure has changed under the text.
    Prints each figure that reads otherwise than when it was last accepted: file, name, then, now,
    separated by tabs.
    """
    from evaluation_lib.publish.edition_report import edition_report
    from evaluation_lib.report.authored import read_authored
    from evaluation_lib.report.authored.accepted import write_accepted

    wanted = _editions(jobs_file, job)
    folder = _folder(wanted[0], jobs_file)
    authored = read_authored(str(folder.resolve()))
    seen: dict[str, dict[str, dict[str, str]]] = {}
    for edition in wanted:
        report = edition_report(edition, authored)
        files = seen.setdefault(edition.jurisdiction, {})
        for passage in report.narrative:
            for quote in passage.quotes:
                files.setdefault(passage.file, {})[quote.name] = quote.text
                if quote.changed:
                    print(passage.file, quote.name, quote.accepted, quote.text, sep="\t")
    write_accepted(folder, seen)
    count = sum(len(names) for files in seen.values() for names in files.values())
    print(f"{job}: {count} quoted figures accepted", file=sys.stderr)


def _editions(jobs_file: Path, job: str, *, folder_is_there: bool = True) -> list[Edition]:
    """Return the reports of `job`, whose folder may still have to be made."""
    from evaluation_lib.publish.jobs import editions, read_jobs

    named = read_jobs(jobs_file).get(job)
    if not folder_is_there and named is not None and named.folder:
        (jobs_file.parent / named.folder).mkdir(parents=True, exist_ok=True)
    return editions(jobs_file, [job])


def _folder(edition: Edition, jobs_file: Path) -> Path:
    if edition.authored is None:
        raise JobError(
            f"{jobs_file}: job {edition.name} has no folder for what is written; give it one, such "
            f"as folder: data/jobs/{edition.name}."
        )
    return edition.authored
