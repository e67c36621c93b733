"""One run at a time in an output folder, and what a run that was cut off left behind."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
from filelock import FileLock, Timeout

from evaluation_lib.errors import JobError
from evaluation_lib.publish.running.journal import STATE_FOLDER, now
from evaluation_lib.publish.running.placing import mend

LOCK = ".lock"
_HOLDER = "holder.json"


@contextmanager
def alone_in(output: Path) -> Iterator[str]:
    """Keep other runs out of the folder `output` and mend what an earlier one left half done.

    The lock is the system's and goes with its process, however that ends. Who holds it is written
    beside it, so that a refused run can name the other, and the next one knows that it was cut off.

    Yields:
        What was found of a run that was cut off, as a sentence; blank where there was none.

    Raises:
        JobError: Another run is writing to `output`.
    """
    output.mkdir(parents=True, exist_ok=True)
    (output / STATE_FOLDER).mkdir(exist_ok=True)
    holder = output / STATE_FOLDER / _HOLDER
    lock = FileLock(output / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise JobError(
            f"{output}: another run is writing there{_told(_read(holder))}; wait for it or name "
            "another --output."
        ) from error
    try:
        earlier = _read(holder)
        if _still_runs(earlier):
            # Its lock file was deleted, or the folder's file system knows no locks.
            raise JobError(
                f"{output}: another run is writing there{_told(earlier)}, though its lock is "
                f"lost; end it, or delete {holder} if it has ended."
            )
        left = mend(output)
        with suppress(OSError):  # the disk may be full, and the name only helps
            holder.write_text(json.dumps(_myself()), encoding="utf-8")
        yield _cut_off(earlier, left)
        holder.unlink(missing_ok=True)
    finally:
        lock.release()


def _myself() -> dict[str, Any]:
    return {
        "pid": os.getpid(),
        "born": psutil.Process().create_time(),
        "host": socket.gethostname(),
        "since": now().isoformat(timespec="seconds"),
    }


def _read(holder: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        told = json.loads(holder.read_text(encoding="utf-8"))
        if isinstance(told, dict) and {"pid", "born", "host", "since"} <= told.keys():
            return told
    return {}


def _still_runs(holder: dict[str, Any]) -> bool:
    if not holder or holder["host"] != socket.gethostname() or holder["pid"] == os.getpid():
        return False
    with suppress(psutil.Error):
        # A process number is used again; the time it was born is not.
        return abs(psutil.Process(holder["pid"]).create_time() - float(holder["born"])) < 1
    return False


def _told(holder: dict[str, Any]) -> str:
    if not holder:
        return ""
    return f" (process {holder['pid']} on {holder['host']} since {holder['since']})"


def _cut_off(earlier: dict[str, Any], left: int) -> str:
    if not earlier and not left:
        return ""
    drafts = f"; {left} unfinished report{'s' if left != 1 else ''} put away" if left else ""
    return f"an earlier run{_told(earlier)} was cut off{drafts}; --resume makes what it left."
