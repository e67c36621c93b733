"""Run the reports of jobs: those that changed, a few at a time, each with a deadline."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from evaluation_lib.errors import JobError, ObservationError
from evaluation_lib.publish.choices import DEADLINE_SECONDS
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.manifest import Inputs, edition_inputs, is_unchanged, write_manifest
from evaluation_lib.publish.orders import parameters
from evaluation_lib.publish.placing import discard, place, prepare
from evaluation_lib.publish.surroundings import child_variables
from evaluation_lib.publish.worker import Order

_PAUSE_SECONDS = 0.02
_TALK, _FAILURE = "talk.txt", "failure.txt"


class State(StrEnum):
    """What became of a report, or is becoming."""

    UNCHANGED = "unchanged"
    STARTED = "started"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Progress:
    """News of one report.

    Attributes:
        seconds: Time since it was started.
        reason: Why it failed; blank otherwise.
    """

    edition: Edition
    state: State
    seconds: float = 0.0
    reason: str = ""


Tell = Callable[[Progress], None]


@dataclass(slots=True)
class _Running:
    edition: Edition
    inputs: Inputs
    target: Path
    draft: Path
    scratch: tempfile.TemporaryDirectory[str]
    process: subprocess.Popen[bytes]
    started: float

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started


def run_reports(
    wanted: Sequence[Edition],
    output: Path,
    *,
    workers: int = 2,
    force: bool = False,
    deadline_seconds: float = DEADLINE_SECONDS,
    tell: Tell = lambda _: None,
) -> list[Progress]:
    """Make the reports `wanted` below the folder `output`.

    A report whose inputs and files are what its manifest says is left alone. One that fails leaves
    the older one in its place, and the others go on.

    Args:
        wanted: Reports to make.
        output: Folder of all reports; made if it is not there.
        workers: Number of reports made at once, each in a process of its own.
        force: Whether to make unchanged reports too.
        deadline_seconds: Time after which a report is stopped with all its processes.
        tell: Called with each news as it comes.

    Returns:
        The last news of each report, in the order of `wanted`.

    Raises:
        JobError: Another run is writing to `output`.
    """
    last: dict[Edition, Progress] = {}

    def note(news: Progress) -> None:
        last[news.edition] = news
        tell(news)

    with _alone_in(output):
        waiting = list(_changed(wanted, output, force, note))
        running: list[_Running] = []
        try:
            while waiting or running:
                while waiting and len(running) < workers:
                    running.append(_start(*waiting.pop(0), output))
                    note(Progress(running[-1].edition, State.STARTED))
                for one in [one for one in running if _is_over(one, deadline_seconds)]:
                    running.remove(one)
                    note(_finish(one, deadline_seconds))
                time.sleep(_PAUSE_SECONDS)
        finally:
            for one in running:
                _stop(one)
    return [last[edition] for edition in wanted]


@contextmanager
def _alone_in(output: Path) -> Iterator[None]:
    output.mkdir(parents=True, exist_ok=True)
    lock = FileLock(output / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise JobError(
            f"{output}: another run is writing there; wait for it or name another --output."
        ) from error
    try:
        yield
    finally:
        lock.release()


def _changed(
    wanted: Sequence[Edition], output: Path, force: bool, note: Tell
) -> Iterator[tuple[Edition, Inputs]]:
    for edition in wanted:
        try:
            inputs = edition_inputs(edition)
        except ObservationError as error:
            note(Progress(edition, State.FAILED, reason=str(error)))
            continue
        if not force and is_unchanged(output / edition.folder, inputs.key):
            note(Progress(edition, State.UNCHANGED))
        else:
            yield edition, inputs


def _start(edition: Edition, inputs: Inputs, output: Path) -> _Running:
    target = output / edition.folder
    draft = prepare(target)
    scratch = tempfile.TemporaryDirectory(prefix="plan-eval-")
    order = Order(
        notebook=str(edition.notebook),
        parameters=parameters(edition),
        formats=tuple(edition.job.formats),
        folder=str(draft.resolve()),
        layout=str(edition.job.layout),
        fonts=str(edition.fonts.resolve()) if edition.fonts else "",
        failure=str(Path(scratch.name, _FAILURE)),
        edition=edition.to_json(),
    )
    with Path(scratch.name, _TALK).open("wb") as talk:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "evaluation_lib.publish.worker", order.to_json()],
            stdin=subprocess.DEVNULL,
            stdout=talk,
            stderr=talk,
            env={**os.environ, **child_variables(), **_temporary(scratch.name)},
        )
    return _Running(edition, inputs, target, draft, scratch, process, time.monotonic())


def _temporary(folder: str) -> dict[str, str]:
    return dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)


def _is_over(one: _Running, deadline_seconds: float) -> bool:
    return one.process.poll() is not None or one.seconds > deadline_seconds


def _finish(one: _Running, deadline_seconds: float) -> Progress:
    reason = _reason_of_failure(one, deadline_seconds)
    if reason:
        _stop(one)
        return Progress(one.edition, State.FAILED, one.seconds, reason)
    one.scratch.cleanup()
    write_manifest(one.draft, one.inputs)
    place(one.draft, one.target)
    return Progress(one.edition, State.DONE, one.seconds)


def _reason_of_failure(one: _Running, deadline_seconds: float) -> str:
    code = one.process.poll()
    if code is None:
        return f"{one.edition.notebook}: stopped at its deadline of {deadline_seconds:g} s."
    if code == 0:
        return ""
    told = Path(one.scratch.name, _FAILURE)
    if told.exists():
        return told.read_text(encoding="utf-8")
    talk = Path(one.scratch.name, _TALK).read_text(encoding="utf-8", errors="replace")
    said = f": {talk.strip().splitlines()[-1]}" if talk.strip() else "."
    return f"{one.edition.notebook}: its process ended with exit code {code}{said}"


def _stop(one: _Running) -> None:
    """End the worker with its kernel and whatever the kernel started; leave no file."""
    family = _descendants(one.process.pid)
    one.process.kill()
    one.process.wait()
    for process in family:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(family, timeout=5)
    one.scratch.cleanup()
    discard(one.target)


def _descendants(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
