"""Reports made on this machine, a few at a time, each by a process of its own."""

from __future__ import annotations

import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation_lib.publish.choices import Engine
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.finishing import Finish, Task
from evaluation_lib.publish.running.forks import CAN_FORK, ForkHands, WarmProcessError
from evaluation_lib.publish.running.kernels import KernelHands
from evaluation_lib.publish.running.libraries import libraries_of
from evaluation_lib.publish.running.making import Hands, Limits, Making
from evaluation_lib.publish.running.news import Progress, State, Tell
from evaluation_lib.publish.running.orders import order_for
from evaluation_lib.publish.running.placing import discard, prepare
from evaluation_lib.publish.running.stages import START
from evaluation_lib.publish.running.together import batches_of

_PAUSE_SECONDS = 0.02
_TRIES = 3


@dataclass(slots=True)
class _Running:
    task: Task
    draft: Path
    making: Making
    tries: int
    stage: object = START


def make_here(
    tasks: Iterable[Task],
    *,
    workers: int,
    limits: Limits,
    engine: str,
    tell: Tell,
    finish: Finish,
    say: Callable[[str], None],
) -> None:
    """Make the reports of `tasks`.

    Args:
        tasks: What to make, in order.
        workers: Number of reports made at once.
        limits: What each may use.
        engine: How notebooks are run.
        tell: Called with each news of a report that goes on.
        finish: Called with each report that ended.
        say: Called with what concerns the run as a whole.
    """
    waiting = deque((task, 1) for task in tasks)
    running: list[_Running] = []
    hands = _hands_for(engine, [task.edition for task, _ in waiting], say)
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                task, tries = waiting.popleft()
                try:
                    running.append(_start(task, tries, hands, limits))
                except WarmProcessError as error:
                    say(f"engine standard is used, because fast cannot: {error}.")
                    hands = KernelHands()
                    waiting.appendleft((task, tries))
                    continue
                except OSError as error:
                    finish(task, _unable(task, error), task.target, "")
                    continue
                if tries == 1:
                    tell(Progress(task.edition, State.STARTED))
            ended = [one for one in running if one.making.is_over()]
            lost = [one for one in ended if _went_with_the_warm_process(one)]
            if lost:
                say("the warm process was ended from outside; it is started again.")
            for one in ended:
                running.remove(one)
                if one in lost:
                    _put_away(one)
                    waiting.appendleft((one.task, one.tries + 1))
                else:
                    _finish(one, finish)
            _tell_stages(running, tell)
            time.sleep(_PAUSE_SECONDS)
    finally:
        for one in running:
            _put_away(one)
        hands.close()


def _hands_for(engine: str, editions: list[Edition], say: Callable[[str], None]) -> Hands:
    if engine == Engine.FAST and CAN_FORK:
        return ForkHands(libraries=libraries_of(editions), together=batches_of(editions))
    if engine == Engine.FAST:
        say("engine standard is used, because this system cannot fork.")
    return KernelHands()


def _start(task: Task, tries: int, hands: Hands, limits: Limits) -> _Running:
    draft = prepare(task.target)
    scratch = tempfile.TemporaryDirectory(prefix="plan-eval-")
    order = order_for(
        task.edition,
        folder=draft,
        scratch=Path(scratch.name),
        engine=hands.engine,
        memory_megabytes=limits.memory_megabytes,
    )
    process = hands.start(order, Path(scratch.name))
    return _Running(task, draft, Making(order, process, limits, scratch), tries)


def _unable(task: Task, error: OSError) -> Progress:
    reason = f"{error.filename or task.target}: {error.strerror or error}."
    return Progress(task.edition, State.FAILED, reason=reason)


def _went_with_the_warm_process(one: _Running) -> bool:
    return getattr(one.making.process, "is_lost", False) and one.tries < _TRIES


def _finish(one: _Running, finish: Finish) -> None:
    making = one.making
    reason = making.reason_of_failure()
    news = Progress(
        one.task.edition,
        State.FAILED if reason else State.DONE,
        making.seconds,
        reason,
        making.stage,
        megabytes=making.megabytes,
    )
    talk = making.talk()
    if reason:
        making.stop()
    making.scratch.cleanup()
    finish(one.task, news, one.draft, talk)


def _put_away(one: _Running) -> None:
    one.making.stop()
    one.making.scratch.cleanup()
    discard(one.task.target)


def _tell_stages(running: list[_Running], tell: Tell) -> None:
    for one in running:
        stage = one.making.stage
        if stage != one.stage:
            one.stage = stage
            tell(Progress(one.task.edition, State.WORKING, one.making.seconds, stage=stage))
