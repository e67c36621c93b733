"""The warm process: everything imported once, and a fork of it for each report.

`python -m evaluation_lib.publish.running.warm` reads orders as lines of JSON and tells, as lines of
JSON, which fork it started for an order and how each fork ended. A line may also name what the
reports of the orders after it share, to be worked out before the first of them. It is one thread,
and stays one: a fork of a process with other threads may wait for ever for a lock that one of them
held. So no document is compiled here, no database asked and no kernel started; the forks do all
that.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from evaluation_lib.publish.surroundings import (
    draw_into_cells,
    end_with_parent,
    prepare_process,
    temporary,
)


def main() -> None:
    """Serve orders until there is nobody left to give them."""
    prepare_process()
    draw_into_cells()
    end_with_parent()
    # What a library prints must not be taken for news.
    news = os.dup(1)
    os.dup2(2, 1)
    asked = json.loads(sys.stdin.buffer.readline() or b"{}")
    for module in asked.get("libraries", ()):
        import_module(module)
    if _is_ready(asked.get("together", ()), news):
        _serve(news)


def _is_ready(together: Sequence[Mapping[str, Any]], news: int) -> bool:
    """Work out `together` and tell whether this process still can fork."""
    if together:
        from evaluation_lib.publish.running.together import work_out

        work_out(together)
    _settle()
    reason = _why_not_to_fork()
    _tell(news, {"refused": reason} if reason else {"ready": os.getpid()})
    return not reason


def _settle() -> None:
    # What lives now lives on, so the collector of a fork need not touch, and so copy, its pages.
    gc.collect()
    gc.freeze()


def _why_not_to_fork() -> str:
    import psutil

    threads = psutil.Process().num_threads()
    others = threads - 1
    return f"a library started {others} thread{'s' if others > 1 else ''}" if others else ""


def _serve(news: int) -> None:
    ended, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake)
    forks: set[int] = set()
    unread = b""
    while True:
        ready, _, _ = select.select([0, ended], [], [])
        if ended in ready:
            os.read(ended, 4096)
            _tell_of_ended(news, forks)
        if 0 in ready:
            chunk = os.read(0, 1 << 16)
            if not chunk:
                break
            *lines, unread = (unread + chunk).split(b"\n")
            for asked in map(json.loads, lines):
                if "together" not in asked:
                    forks.add(_fork(asked, news, (ended, wake, news)))
                elif not _is_ready(asked["together"], news):
                    return
    for pid in forks:
        os.kill(pid, signal.SIGKILL)


def _fork(task: dict[str, Any], news: int, own: tuple[int, ...]) -> int:
    pid = os.fork()
    if pid == 0:
        _work(task, own)
    _tell(news, {"started": pid, "order": task["number"]})
    return pid


def _work(task: dict[str, Any], own: tuple[int, ...]) -> NoReturn:
    """Be the fork: carry out one order and end, whatever happens."""
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number in own:
            os.close(number)
        _talk_to(Path(task["talk"]))
        os.environ.update(temporary(task["scratch"]))
        tempfile.tempdir = None

        from evaluation_lib.publish.running.worker import Order, carry_out

        code = carry_out(Order(**task["order"]))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        # No clean-up of the parent's: its streams and files are not the fork's to close.
        os._exit(code)


def _talk_to(file: Path) -> None:
    with open(os.devnull, "rb") as nothing, file.open("wb") as talk:
        os.dup2(nothing.fileno(), 0)
        os.dup2(talk.fileno(), 1)
        os.dup2(talk.fileno(), 2)


def _tell_of_ended(news: int, forks: set[int]) -> None:
    for pid in sorted(forks):
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            forks.discard(pid)
            _tell(news, {"ended": pid, "code": os.waitstatus_to_exitcode(status)})


def _tell(news: int, told: dict[str, Any]) -> None:
    os.write(news, json.dumps(told).encode() + b"\n")


if __name__ == "__main__":
    main()
