"""A report being made by a process of its own: watched, judged when it ends, stopped if need be."""

from __future__ import annotations

import signal
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import psutil

from evaluation_lib.publish.choices import DEADLINE_SECONDS, MEMORY_MEGABYTES
from evaluation_lib.publish.running.orders import FAILURE, STAGE
from evaluation_lib.publish.running.stages import Stage, read_stage
from evaluation_lib.publish.running.worker import Order

TALK = "talk.txt"
_LOOK_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class Limits:
    """What one report may use.

    Attributes:
        deadline_seconds: Time after which it is stopped with all its processes.
        memory_megabytes: Resident memory of all its processes together.
    """

    deadline_seconds: float = DEADLINE_SECONDS
    memory_megabytes: int = MEMORY_MEGABYTES


class Process(Protocol):
    """What is asked of a process: `subprocess.Popen` and a fork both answer it."""

    pid: int

    def poll(self) -> int | None:
        """Return the exit code, negative for a signal; None while it runs."""
        ...

    def kill(self) -> None:
        """End it at once."""
        ...

    def wait(self) -> int:
        """Wait for its end and return the exit code."""
        ...


class Hands(Protocol):
    """Starts the processes that make reports."""

    engine: str

    def start(self, order: Order, scratch: Path) -> Process:
        """Start making the report of `order`; what the process prints goes to `scratch`."""
        ...

    def close(self) -> None:
        """Let go of what was kept ready."""
        ...


@dataclass(slots=True)
class Making:
    """A report and the process that makes it.

    Attributes:
        scratch: Folder of its temporary files and of what it tells.
        megabytes: Most memory it was seen to hold.
    """

    order: Order
    process: Process
    limits: Limits
    scratch: tempfile.TemporaryDirectory[str]
    started: float = field(default_factory=time.monotonic)
    megabytes: float = 0.0
    _looked: float = 0.0
    _exceeded: str = ""

    @property
    def seconds(self) -> float:
        """Return the time since it was started."""
        return time.monotonic() - self.started

    @property
    def stage(self) -> Stage:
        """Return what it is doing, or did last."""
        return read_stage(Path(self.scratch.name, STAGE))

    def is_over(self) -> bool:
        """Return whether it has ended or must be ended."""
        if self.process.poll() is not None:
            return True
        limits = self.limits
        if self.seconds > limits.deadline_seconds:
            self._exceeded = f"stopped at its deadline of {limits.deadline_seconds:g} s"
        elif time.monotonic() - self._looked > _LOOK_SECONDS:
            self._looked = time.monotonic()
            self.megabytes = max(self.megabytes, _resident(self.process.pid))
            if self.megabytes > limits.memory_megabytes:
                self._exceeded = (
                    f"stopped at {self.megabytes:.0f} MB of memory, above its limit of "
                    f"{limits.memory_megabytes} MB"
                )
        return bool(self._exceeded)

    def reason_of_failure(self) -> str:
        """Return why it failed, with the cell that ran; blank where it did not."""
        code = self.process.poll()
        if code == 0 and not self._exceeded:
            return ""
        told = Path(self.scratch.name, FAILURE)
        if not self._exceeded and told.exists():
            return told.read_text(encoding="utf-8")
        stage = self.stage
        where = f"cell {stage.cell!r}" if stage.cell else stage.name
        what = self._exceeded or f"its process ended {_ending(code)}{self._last_word()}"
        return f"{self.order.notebook}: {where}: {what}."

    def talk(self) -> str:
        """Return everything that it printed."""
        with suppress(OSError):
            return Path(self.scratch.name, TALK).read_text(encoding="utf-8", errors="replace")
        return ""

    def stop(self) -> None:
        """End it with its kernel and whatever the kernel started."""
        family = _family(self.process.pid)
        self.process.kill()
        self.process.wait()
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(family, timeout=5)

    def _last_word(self) -> str:
        lines = self.talk().strip().splitlines()
        return f": {lines[-1].rstrip('.')}" if lines else ""


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"by {signal.Signals(-code).name}"
    return f"with exit code {code}"


def _family(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _resident(pid: int) -> float:
    """Return the megabytes that a process and its descendants hold."""
    held = 0
    with suppress(psutil.Error):
        for one in [psutil.Process(pid), *_family(pid)]:
            with suppress(psutil.Error):
                held += one.memory_info().rss
    return held / (1 << 20)
