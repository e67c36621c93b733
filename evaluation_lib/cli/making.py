"""What `plan-eval report` and `plan-eval run` have in common: reports made, shown and summed up."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation_lib.cli.options import Show
from evaluation_lib.cli.portal import refresh
from evaluation_lib.publish.choices import Engine

if TYPE_CHECKING:
    from evaluation_lib.publish.job import Edition
    from evaluation_lib.publish.running.news import Progress


def make(
    wanted: Sequence[Edition],
    place: Path,
    *,
    show: Show,
    workers: int,
    engine: Engine,
    deadline: float,
    memory: int,
    scheduler: str,
    force: bool = False,
    notes: Callable[[Sequence[Progress]], Iterable[str]] = lambda _: (),
) -> list[Progress]:
    """Make the reports `wanted` in the folder `place`, and its portal.

    Args:
        wanted: What to make.
        place: Folder of all reports.
        show: How news is shown.
        workers: As for `run_reports`, and so are the four after it.
        engine: The same.
        deadline: The same.
        memory: The same.
        scheduler: The same.
        force: The same.
        notes: Returns what is to be said once all are made.

    Returns:
        How each of them ended.
    """
    from evaluation_lib.cli.progress import summarise, telling
    from evaluation_lib.publish.running.run import run_reports

    # A stopped service or a cancelled job must take its workers with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with telling(wanted, show) as teller:
        outcome = run_reports(
            wanted,
            place,
            workers=workers,
            force=force,
            engine=engine,
            deadline_seconds=deadline,
            memory_megabytes=memory,
            scheduler=scheduler,
            tell=teller.tell,
            say=teller.say,
        )
    summarise(outcome, show)
    refresh(place, outcome)
    for note in notes(outcome):
        teller.say(note)
    return outcome
