"""The fast hands: forks of one warm process."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

import psutil

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.choices import Engine
from evaluation_lib.publish.running.making import TALK
from evaluation_lib.publish.running.worker import Order
from evaluation_lib.publish.surroundings import child_variables

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
"""Whether this system can fork a process that has loaded everything; macOS warns against it."""

_KILLED = -9


class WarmProcessError(PublishError):
    """The warm process will not or can no longer fork."""


@dataclass(slots=True)
class Fork:
    """A fork of the warm process, asked for and perhaps not started yet.

    Attributes:
        pid: 0 until it is started.
        is_lost: Whether it went because the warm process did, through no fault of its own.
    """

    hands: ForkHands
    number: int
    pid: int = 0
    code: int | None = None
    is_lost: bool = False

    def poll(self) -> int | None:
        """Return the exit code, negative for a signal; None while it runs."""
        self.hands.listen(0)
        return self.code

    def kill(self) -> None:
        """End it at once."""
        while self.pid == 0 and self.code is None:
            self.hands.listen(None)
        if self.code is None:
            psutil.Process(self.pid).kill()

    def wait(self) -> int:
        """Wait for its end and return the exit code."""
        while self.code is None:
            self.hands.listen(None)
        return self.code


@dataclass(slots=True)
class ForkHands:
    """Keeps the warm process and asks it for a fork for each report.

    Attributes:
        libraries: Modules that every fork shall find imported.
        together: What the reports of several places share, to be worked out before the first fork.
    """

    engine: str = Engine.FAST
    libraries: Sequence[str] = ()
    together: Sequence[dict[str, Any]] = ()
    _process: subprocess.Popen[bytes] | None = None
    _unread: bytes = b""
    _count: int = 0
    _forks: dict[int, Fork] = field(default_factory=dict)

    def start(self, order: Order, scratch: Path) -> Fork:
        """Ask for a fork on `order`.

        Raises:
            WarmProcessError: There is no warm process that forks.
        """
        if self._process is None:
            self._process = self._warm_up()
        self._count += 1
        fork = Fork(self, self._count)
        self._forks[fork.number] = fork
        self._ask(
            {
                "number": fork.number,
                "order": asdict(order),
                "scratch": str(scratch),
                "talk": str(scratch / TALK),
            }
        )
        return fork

    def share(self, together: Sequence[Mapping[str, Any]], seconds: float) -> None:
        """Let the warm process work out `together` for the forks to come; none is running now.

        What it dies of, or does not manage in `seconds`, is left to the forks.

        Raises:
            WarmProcessError: There is no warm process that forks.
        """
        if not together:
            return
        if self._process is None:
            self._process = self._warm_up()
        self._ask({"together": list(together)})
        if self._process is None:
            return
        news = self._pipe(1)
        is_told = select.select([news], [], [], seconds)[0]
        if not is_told or "ready" not in json.loads(news.readline() or b"{}"):
            self._process.kill()
            self.close()

    def close(self) -> None:
        """End the warm process; it ends its forks."""
        if self._process is not None:
            self._pipe(0).close()
            self._pipe(1).close()
            self._process.wait()
            self._process = None

    def listen(self, seconds: float | None) -> None:
        """Take in what the warm process tells, waiting for it `seconds`, for ever for None."""
        while self._process is not None and select.select([self._pipe(1)], [], [], seconds)[0]:
            chunk = os.read(self._pipe(1).fileno(), 1 << 16)
            if not chunk:
                self._lose_all()
                return
            *lines, self._unread = (self._unread + chunk).split(b"\n")
            for line in lines:
                self._note(json.loads(line))
            seconds = 0

    def _warm_up(self) -> subprocess.Popen[bytes]:
        talk = tempfile.TemporaryFile()  # noqa: SIM115  the process writes to it as long as it lives
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "evaluation_lib.publish.running.warm"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=talk,
            # A fork cannot change the settings its interpreter started with.
            env={**os.environ, **child_variables()},
            start_new_session=True,
        )
        _write(process, {"libraries": list(self.libraries), "together": list(self.together)})
        assert process.stdout is not None
        first = json.loads(process.stdout.readline() or b"{}")
        if "ready" not in first:
            process.kill()
            process.communicate()
            talk.seek(0)
            said = talk.read().decode("utf-8", "replace").strip().splitlines() or ["it ended"]
            raise WarmProcessError(first.get("refused") or said[-1])
        return process

    def _ask(self, task: dict[str, Any]) -> None:
        assert self._process is not None
        try:
            _write(self._process, task)
        except BrokenPipeError:
            self._lose_all()

    def _pipe(self, number: int) -> IO[bytes]:
        assert self._process is not None
        pipe = (self._process.stdin, self._process.stdout)[number]
        assert pipe is not None
        return pipe

    def _note(self, news: dict[str, Any]) -> None:
        if "started" in news:
            self._forks[news["order"]].pid = news["started"]
        else:
            ended = next(one for one in self._forks.values() if one.pid == news["ended"])
            ended.code = news["code"]
            del self._forks[ended.number]

    def _lose_all(self) -> None:
        # The system ends the forks with their parent.
        for fork in self._forks.values():
            fork.code, fork.is_lost = _KILLED, True
        self._forks.clear()
        self.close()


def _write(process: subprocess.Popen[bytes], line: Any) -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps(line).encode() + b"\n")
    process.stdin.flush()
