"""Reports made on a Dask cluster: the same orders, carried out wherever there is room."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from evaluation_lib.errors import JobError
from evaluation_lib.publish.running.errands import Errand, Made, run_errand
from evaluation_lib.publish.running.finishing import Finish, Task
from evaluation_lib.publish.running.journal import STATE_FOLDER
from evaluation_lib.publish.running.libraries import libraries_of
from evaluation_lib.publish.running.making import Limits
from evaluation_lib.publish.running.news import Progress, State
from evaluation_lib.publish.running.orders import order_for
from evaluation_lib.publish.running.placing import prepare
from evaluation_lib.publish.running.stages import START
from evaluation_lib.publish.running.together import batches_of
from evaluation_lib.publish.running.worker import Order

INCOMING = "incoming"
_RETRIES = 2
_CONNECT_SECONDS = 20
# A worker reads and checks the data once for so many reports; they are lost with it, and told of
# when the last of them is done.
_MOST_IN_AN_ERRAND = 8


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

    Neighbours go to a worker together, so that it works out once what they share. A worker that is
    lost costs a report nothing but time: the scheduler gives it to another one. Inputs are read
    where they are, so every machine must see the project in the same folder.

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
    dask = _library()
    incoming = output / STATE_FOLDER / INCOMING
    shutil.rmtree(incoming, ignore_errors=True)
    incoming.mkdir(parents=True)
    token = uuid.uuid4().hex
    (incoming / token).touch()
    libraries = tuple(libraries_of(one.edition for one in waiting))
    blank = Errand((), (), libraries, limits, str(incoming.resolve()), token)
    try:
        client = dask.Client(scheduler, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise JobError(f"{scheduler}: no scheduler answers there: {error}.") from error
    with client:
        threads = client.nthreads()
        say(f"{len(waiting)} reports go to {scheduler} with {len(threads)} workers.")
        asking = _Asking(client, blank, engine)
        shares = shares_of(waiting, sum(threads.values()))
        futures = dask.as_completed([asking.ask(one) for one in shares], loop=client.loop)
        for future in futures:
            share = asking.asked.pop(future.key)
            if len(share) > 1 and future.exception() is not None:
                # Whatever befell the worker befalls one report alone; each shows now whether it.
                futures.update([asking.ask([task]) for task in share])
            else:
                _take_in(share, future, incoming, finish)
            future.release()
    shutil.rmtree(incoming, ignore_errors=True)


def _library() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise JobError(
            "--scheduler needs the library distributed; install plan-evaluation[distributed]."
        ) from error
    return distributed  # its functions carry no types


@dataclass(slots=True)
class _Asking:
    """Asks the workers of a cluster.

    Attributes:
        blank: What all errands have in common.
        asked: The tasks that workers were asked for, by the key of the answer to come.
        count: Number of errands so far.
    """

    client: Any
    blank: Errand
    engine: str
    asked: dict[str, Sequence[Task]] = field(default_factory=dict)
    count: int = 0

    def ask(self, share: Sequence[Task]) -> Any:
        """Ask for the reports of `share` and return the future answer."""
        orders = tuple(_order(task, self.engine, self.blank.limits) for task in share)
        together = tuple(batches_of(task.edition for task in share))
        self.count += 1
        future = self.client.submit(
            run_errand,
            replace(self.blank, orders=orders, together=together),
            key=f"plan-eval-{self.count}-{self.blank.token}",
            retries=_RETRIES,
            pure=False,
        )
        self.asked[future.key] = share
        return future


def shares_of(tasks: Sequence[Task], threads: int) -> Iterator[Sequence[Task]]:
    """Cut `tasks` into the shares that workers get, smaller towards the end.

    So no worker waits long for the last of them.

    Args:
        tasks: What to make; neighbours are likely to share a plan and its data.
        threads: Number of reports the cluster makes at once; more workers may come later.
    """
    start = 0
    while start < len(tasks):
        even = -(-(len(tasks) - start) // max(threads, 1))
        end = start + min(even, _MOST_IN_AN_ERRAND)
        yield tasks[start:end]
        start = end


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


def _take_in(share: Sequence[Task], future: Any, incoming: Path, finish: Finish) -> None:
    error = future.exception()
    if error is not None:
        (task,) = share
        failed = Progress(task.edition, State.FAILED, reason=f"{type(error).__name__}: {error}")
        finish(task, failed, task.target, str(error))
        return
    for task, made in zip(share, future.result(), strict=True):
        _take_in_one(task, made, incoming, finish)


def _take_in_one(task: Task, made: Made, incoming: Path, finish: Finish) -> None:
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
