"""Run the reports of jobs: those that changed, each for itself, with a journal of what became."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from evaluation_lib.errors import ObservationError, PlanError
from evaluation_lib.language import Text
from evaluation_lib.plan import read_plan
from evaluation_lib.publish.choices import DEADLINE_SECONDS, MEMORY_MEGABYTES, Engine
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.cluster import make_on_cluster
from evaluation_lib.publish.running.finishing import Task, finish
from evaluation_lib.publish.running.here import make_here
from evaluation_lib.publish.running.journal import (
    STATE_FOLDER,
    Change,
    Journal,
    name_of,
    read_history,
)
from evaluation_lib.publish.running.making import Limits
from evaluation_lib.publish.running.manifest import edition_inputs, is_unchanged
from evaluation_lib.publish.running.news import ENDED, Progress, State, Tell
from evaluation_lib.publish.running.solitude import alone_in


def run_reports(
    wanted: Sequence[Edition],
    output: Path,
    *,
    workers: int = 2,
    force: bool = False,
    engine: str = Engine.FAST,
    deadline_seconds: float = DEADLINE_SECONDS,
    memory_megabytes: int = MEMORY_MEGABYTES,
    scheduler: str = "",
    tell: Tell = lambda _: None,
    say: Callable[[str], None] = lambda _: None,
) -> list[Progress]:
    """Make the reports `wanted` below the folder `output`.

    A report whose inputs and files are what its manifest says is left alone. One that fails leaves
    the older one in its place, keeps its log, and the others go on.

    Args:
        wanted: Reports to make.
        output: Folder of all reports; made if it is not there.
        workers: Number of reports made at once, each in a process of its own.
        force: Whether to make unchanged reports too.
        engine: `fast` or `standard`, see `Engine`.
        deadline_seconds: Time after which a report is stopped with all its processes.
        memory_megabytes: Memory at which it is stopped likewise.
        scheduler: Address of a Dask scheduler to make them on; blank for this machine.
        tell: Called with each news of a report as it comes.
        say: Called with a sentence where the run itself meets something unusual.

    Returns:
        The last news of each report, in the order of `wanted`.

    Raises:
        JobError: Another run is writing to `output`, or no scheduler answers.
    """
    last: dict[Edition, Progress] = {}
    journal = Journal(output / STATE_FOLDER)

    def note(news: Progress) -> None:
        if news.state in ENDED:
            last[news.edition] = news
        tell(news)

    places = cache(_places_of)

    def enter(news: Progress, key: str, changes: Sequence[Change] = ()) -> None:
        # Where there is no report, nothing else tells readers what the place is called.
        is_lost, edition = news.state is State.FAILED, news.edition
        place = places(edition.plan).get(edition.jurisdiction) if is_lost else None
        journal.enter(news, key, changes, place)
        note(news)

    def end(task: Task, news: Progress, draft: Path, talk: str) -> None:
        ended, changes = finish(task, news, draft, talk)
        enter(ended, task.inputs.key, changes)

    with alone_in(output) as cut_off:
        if cut_off:
            say(cut_off)
        journal.begin(wanted)
        tasks = list(_changed(wanted, output, force=force, enter=enter, note=note))
        journal.unchanged([one.edition for one in last.values() if one.state is State.UNCHANGED])
        limits = Limits(deadline_seconds, memory_megabytes)
        make = partial(make_here, workers=workers, tell=note)
        if scheduler:
            make = partial(make_on_cluster, scheduler=scheduler, output=output)
        make(tasks, limits=limits, engine=engine, finish=end, say=say)
        journal.end()
        if journal.trouble:
            say(f"the journal could not be kept: {journal.trouble}.")
    return [last[edition] for edition in wanted]


def unfinished(jobs_file: Path, output: Path) -> list[Edition]:
    """Return the reports that the last run in `output` was asked for and did not finish.

    Raises:
        JobError: A job that it ran is not in `jobs_file` any more.
    """
    missing = read_history(output).missing
    names = dict.fromkeys(job for job, _, _ in missing)
    return [one for one in editions(jobs_file, names) if name_of(one) in missing] if names else []


def _changed(
    wanted: Sequence[Edition],
    output: Path,
    *,
    force: bool,
    enter: Callable[[Progress, str], None],
    note: Tell,
) -> Iterator[Task]:
    for edition in wanted:
        try:
            inputs = edition_inputs(edition)
        except ObservationError as error:
            enter(Progress(edition, State.FAILED, reason=str(error)), "")
            continue
        if not force and is_unchanged(output / edition.folder, inputs.key):
            note(Progress(edition, State.UNCHANGED))
        else:
            yield Task(edition, inputs, output / edition.folder)


def _places_of(plan: Path) -> dict[str, Text]:
    """Return what the jurisdictions of the plan in the folder `plan` are called, by code."""
    try:
        return {one.code: Text(one.name, one.name_en) for one in read_plan(plan).jurisdictions}
    except PlanError:
        return {}
