"""The end of a report: into its place with its manifest, or its log kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.journal import LOGS, STATE_FOLDER, Change
from evaluation_lib.publish.running.keeping import past_place
from evaluation_lib.publish.running.manifest import Inputs, write_manifest
from evaluation_lib.publish.running.news import Progress, State
from evaluation_lib.publish.running.placing import discard, place
from evaluation_lib.publish.running.worker import RESULT


@dataclass(frozen=True, slots=True)
class Task:
    """A report that has to be made.

    Attributes:
        target: Folder where it belongs.
    """

    edition: Edition
    inputs: Inputs
    target: Path


Finish = Callable[[Task, Progress, Path, str], None]
"""Takes a task, how its making ended, the folder it was written in, and what was printed."""


def finish(task: Task, news: Progress, draft: Path, talk: str) -> tuple[Progress, list[Change]]:
    """Put the report in `draft` in its place, or away if `news` says that it failed.

    A disk that is full at this moment fails the report as any other reason does.

    Returns:
        How it really ended, and the verdicts that differ from the report it took the place of.
    """
    changes: list[Change] = []
    if news.state is State.DONE:
        try:
            changes = changed_verdicts(task.target, draft)
            write_manifest(draft, task.inputs)
            place(draft, task.target, past_place(output_of(task), task.target, draft))
        except OSError as error:
            reason = f"{error.filename or draft}: {error.strerror or error}."
            news = replace(news, state=State.FAILED, reason=reason)
    log = _log_file(task)
    if news.state is State.DONE:
        log.unlink(missing_ok=True)
        return news, changes
    discard(task.target)
    with suppress(OSError):  # a disk too full for the report is too full for its log
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(f"{news.reason}\n\n{talk}", encoding="utf-8")
        return replace(news, log=log.name), []
    return news, []


def changed_verdicts(old: Path, new: Path) -> list[Change]:
    """Return the verdicts in the report folder `new` that differ from those in `old`."""
    before, after = _verdicts(old), _verdicts(new)
    return [
        Change(indicator, name, before[indicator][1], verdict)
        for indicator, (name, verdict) in after.items()
        if indicator in before and before[indicator][1] != verdict
    ]


def _verdicts(folder: Path) -> dict[str, tuple[str, str]]:
    # A notebook of the user's may show a result of its own making.
    with suppress(OSError, ValueError, KeyError, TypeError):
        result = json.loads((folder / RESULT).read_text(encoding="utf-8"))
        return {one["id"]: (one["name"], one["verdict"]) for one in result["indicators"]}
    return {}


def output_of(task: Task) -> Path:
    """Return the folder of all reports that a task belongs to."""
    return task.target.parents[len(task.edition.folder.parts) - 1]


def _log_file(task: Task) -> Path:
    edition = task.edition
    name = "-".join((edition.name, edition.jurisdiction, str(edition.language)))
    return output_of(task) / STATE_FOLDER / LOGS / f"{name}.log"
