"""Reports made on a Dask cluster: the same orders, carried out wherever there is room."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evaluation_lib.errors import JobError
from evaluation_lib.publish.choices import Engine
from evaluation_lib.publish.running.finishing import Finish, Task
from evaluation_lib.publish.running.forks import CAN_FORK, ForkHands, WarmProcessError
from evaluation_lib.publish.running.journal import STATE_FOLDER
from evaluation_lib.publish.running.kernels import KernelHands
from evaluation_lib.publish.running.libraries import libraries_of
from evaluation_lib.publish.running.making import Hands, Limits, Making
from evaluation_lib.publish.running.news import Progress, State
from evaluation_lib.publish.running.orders import order_for
from evaluation_lib.publish.running.placing import prepare
from evaluation_lib.publish.running.stages import START, Stage
from evaluation_lib.publish.running.worker import Order

INCOMING = "incoming"
_RETRIES = 2
_PAUSE_SECONDS = 0.05
_CONNECT_SECONDS = 20
_own = threading.local()


@dataclass(frozen=True, slots=True)
class Errand:
    """What a worker of the cluster is asked for.

    Attributes:
        order: The order; its folder and the files it tells through are the worker's to choose.
        libraries: Modules its warm process imports.
        incoming: Folder that finished reports go to, where the worker sees it.
        token: File in it by which the worker knows that it sees the same folder.
    """

    order: Order
    libraries: tuple[str, ...]
    limits: Limits
    incoming: str
    token: str


@dataclass(frozen=True, slots=True)
class Made:
    """What comes back from a worker.

    Attributes:
        left_in: Name of the folder in `incoming` with the files; blank where they come along.
        files: The files by name, where the worker does not see the output folder.
    """

    seconds: float
    megabytes: float
    reason: str
    stage: Stage
    talk: str
    left_in: str
    files: Mapping[str, bytes]


def make_on_cluster(
    tasks: Iterable[Task],
    *,
    scheduler: str,
    output: Path,
    limits: Limits,
    engine: str,
    finish: Finish,
    say: Callable[[str], None],
) -> None:
    """Make the reports of `tasks` on the cluster of `scheduler`.

    A worker that is lost costs a report nothing but time: the scheduler gives it to another one.
    Inputs are read where they are, so every machine must see the project in the same folder.

    Args:
        tasks: What to make.
        scheduler: Address such as `tcp://head:8786`.
        output: Folder of all reports. Workers that see it put their reports there; from others
            they come through the scheduler.
        limits: What each report may use.
        engine: How notebooks are run.
        finish: Called with each report that ended.
        say: Called with what concerns the run as a whole.

    Raises:
        JobError: The library is not installed, or no scheduler answers.
    """
    waiting = list(tasks)
    if not waiting:
        return
    try:
        import distributed
    except ImportError as error:
        raise JobError(
            "--scheduler needs the library distributed; install plan-evaluation[distributed]."
        ) from error
    dask: Any = distributed  # its functions carry no types
    incoming = output / STATE_FOLDER / INCOMING
    shutil.rmtree(incoming, ignore_errors=True)
    incoming.mkdir(parents=True)
    token = uuid.uuid4().hex
    (incoming / token).touch()
    libraries = tuple(libraries_of(one.edition for one in waiting))
    try:
        client = dask.Client(scheduler, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise JobError(f"{scheduler}: no scheduler answers there: {error}.") from error
    with client:
        say(f"{len(waiting)} reports go to {scheduler} with {len(client.nthreads())} workers.")
        asked = {}
        for task in waiting:
            errand = Errand(
                _order(task, engine, limits), libraries, limits, str(incoming.resolve()), token
            )
            future = client.submit(
                run_errand, errand, key=f"plan-eval-{task.inputs.key}", retries=_RETRIES, pure=False
            )
            asked[future.key] = future, task
        futures = dask.as_completed([one for one, _ in asked.values()], loop=client.loop)
        for future in futures:
            _, task = asked.pop(future.key)
            _take_in(task, future, incoming, finish)
    shutil.rmtree(incoming, ignore_errors=True)


def run_errand(errand: Errand) -> Made:
    """Make one report on this machine, in a process of its own, within its limits."""
    scratch = tempfile.TemporaryDirectory(prefix="plan-eval-")
    folder = Path(scratch.name, "report")
    folder.mkdir()
    place = Path(scratch.name)
    hands = _hands(errand)
    order = replace(
        errand.order,
        folder=str(folder),
        failure=str(place / Path(errand.order.failure).name),
        stage=str(place / Path(errand.order.stage).name),
        engine=hands.engine,
    )
    making = _begin(hands, order, place, errand.limits, scratch)
    try:
        while not making.is_over():
            time.sleep(_PAUSE_SECONDS)
        reason, talk = making.reason_of_failure(), making.talk()
        left_in, files = ("", {}) if reason else _hand_over(folder, errand)
        return Made(making.seconds, making.megabytes, reason, making.stage, talk, left_in, files)
    finally:
        making.stop()
        scratch.cleanup()


def _order(task: Task, engine: str, limits: Limits) -> Order:
    # Workers have another working folder, so paths start from the root.
    here = replace(task.edition, root=task.edition.root.resolve())
    return order_for(
        here,
        folder=task.target,
        scratch=Path(),
        engine=engine,
        memory_megabytes=limits.memory_megabytes,
    )


def _hands(errand: Errand) -> Hands:
    """Return this thread's hands, with its warm process from one report to the next."""
    if errand.order.engine != Engine.FAST or not CAN_FORK:
        return KernelHands()
    known = getattr(_own, "hands", None)
    if known is None or known.libraries != errand.libraries:
        if known is not None:
            known.close()
        _own.hands = known = ForkHands(libraries=errand.libraries)
    kept: ForkHands = known
    return kept


def _begin(
    hands: Hands,
    order: Order,
    place: Path,
    limits: Limits,
    scratch: tempfile.TemporaryDirectory[str],
) -> Making:
    try:
        return Making(order, hands.start(order, place), limits, scratch)
    except WarmProcessError:
        standard = replace(order, engine=Engine.STANDARD)
        return Making(standard, KernelHands().start(standard, place), limits, scratch)


def _hand_over(folder: Path, errand: Errand) -> tuple[str, dict[str, bytes]]:
    incoming = Path(errand.incoming)
    if not (incoming / errand.token).exists():
        return "", {one.name: one.read_bytes() for one in folder.iterdir()}
    # A name of its own: the scheduler may have given the report to two workers.
    name = uuid.uuid4().hex
    shutil.copytree(folder, incoming / name)
    return name, {}


def _take_in(task: Task, future: Any, incoming: Path, finish: Finish) -> None:
    try:
        made: Made = future.result()
    except Exception as error:
        # Whatever befell the worker befalls this report alone.
        failed = Progress(task.edition, State.FAILED, reason=f"{type(error).__name__}: {error}")
        finish(task, failed, task.target, str(error))
        return
    finally:
        future.release()
    news = Progress(
        task.edition,
        State.FAILED if made.reason else State.DONE,
        made.seconds,
        made.reason,
        made.stage or START,
        megabytes=made.megabytes,
    )
    draft = task.target
    if not made.reason:
        try:
            draft = _unpacked(made, prepare(task.target), incoming)
        except OSError as error:
            reason = f"{error.filename or task.target}: {error.strerror or error}."
            news = replace(news, state=State.FAILED, reason=reason)
    finish(task, news, draft, made.talk)


def _unpacked(made: Made, draft: Path, incoming: Path) -> Path:
    for name, content in made.files.items():
        (draft / name).write_bytes(content)
    if made.left_in:
        for file in (incoming / made.left_in).iterdir():
            file.rename(draft / file.name)
    return draft
