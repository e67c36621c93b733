"""What a worker of a Dask cluster does: reports that are neighbours, one after the other."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evaluation_lib.publish.choices import Engine
from evaluation_lib.publish.running.forks import CAN_FORK, ForkHands, WarmProcessError
from evaluation_lib.publish.running.kernels import KernelHands
from evaluation_lib.publish.running.making import Hands, Limits, Making
from evaluation_lib.publish.running.stages import Stage
from evaluation_lib.publish.running.worker import Order

_PAUSE_SECONDS = 0.05
_own = threading.local()


@dataclass(frozen=True, slots=True)
class Errand:
    """What a worker of the cluster is asked for.

    Attributes:
        orders: The orders; their folders and the files they tell through are the worker's to
            choose.
        together: What the reports share, for its warm process to work out before the first.
        libraries: Modules its warm process imports.
        incoming: Folder that finished reports go to, where the worker sees it.
        token: File in it by which the worker knows that it sees the same folder.
    """

    orders: tuple[Order, ...]
    together: tuple[Mapping[str, Any], ...]
    libraries: tuple[str, ...]
    limits: Limits
    incoming: str
    token: str


@dataclass(frozen=True, slots=True)
class Made:
    """What comes back from a worker for each order.

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


def run_errand(errand: Errand) -> list[Made]:
    """Make the reports of `errand`, each in a process of its own, within its limits.

    Raises:
        WarmProcessError: The warm process was ended from outside; the errand can be done again.
    """
    hands = _hands(errand)
    return [_made(order, hands, errand) for order in errand.orders]


def _hands(errand: Errand) -> Hands:
    """Return this thread's hands, with its warm process from one errand to the next."""
    if errand.orders[0].engine != Engine.FAST or not CAN_FORK:
        return KernelHands()
    known = getattr(_own, "hands", None)
    if known is None or known.libraries != errand.libraries:
        if known is not None:
            known.close()
        _own.hands = known = ForkHands(libraries=errand.libraries)
    kept: ForkHands = known
    with suppress(WarmProcessError):  # the first report will learn of it
        kept.share(errand.together, errand.limits.deadline_seconds)
    return kept


def _made(wanted: Order, hands: Hands, errand: Errand) -> Made:
    scratch = tempfile.TemporaryDirectory(prefix="plan-eval-")
    place = Path(scratch.name)
    folder = place / "report"
    folder.mkdir()
    order = replace(
        wanted,
        folder=str(folder),
        failure=str(place / Path(wanted.failure).name),
        stage=str(place / Path(wanted.stage).name),
        engine=hands.engine,
    )
    making = _begin(hands, order, errand.limits, scratch)
    try:
        while not making.is_over():
            time.sleep(_PAUSE_SECONDS)
        if getattr(making.process, "is_lost", False):
            raise WarmProcessError("the warm process was ended from outside")
        reason, talk = making.reason_of_failure(), making.talk()
        left_in, files = ("", {}) if reason else _hand_over(folder, errand)
        return Made(making.seconds, making.megabytes, reason, making.stage, talk, left_in, files)
    finally:
        making.stop()
        scratch.cleanup()


def _begin(
    hands: Hands, order: Order, limits: Limits, scratch: tempfile.TemporaryDirectory[str]
) -> Making:
    place = Path(scratch.name)
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
