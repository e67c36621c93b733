"""Cells run in this process, and papermill notices no difference.

A kernel's two ends are played here, so that nbclient's own code still turns messages into outputs
and the kernel's own classes still make the messages: what a cell shows, prints or raises is written
down exactly as a kernel of its own would have it. Only sockets, threads and the second interpreter
are missing. The process must be one that nobody needs afterwards; `running/warm.py` forks one.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from queue import Empty
from types import SimpleNamespace
from typing import Any

from ipykernel.ipkernel import IPythonKernel
from ipykernel.jsonutil import json_clean
from IPython.core.shellapp import InteractiveShellApp
from jupyter_client.session import Session
from papermill.clientwrap import PapermillNotebookClient
from papermill.log import logger
from traitlets.config import Config

from evaluation_lib.publish.engine.spoken import SpokenStream
from evaluation_lib.publish.surroundings import draw_into_cells

Message = dict[str, Any]


class RecordingSession(Session):
    """Hands over each message as its receiver would read it, in place of sending it."""

    def __init__(self, take: Callable[[Message], None], **settings: Any) -> None:
        super().__init__(**settings)
        self._take = take

    def send(  # type: ignore[override]
        self,
        stream: Any,
        msg_or_type: Any,
        content: Any = None,
        parent: Any = None,
        ident: Any = None,
        buffers: Any = None,
        **described: Any,
    ) -> Message:
        """Take the message; what JSON makes of its content is what arrives."""
        del stream, ident
        message: Message = (
            msg_or_type
            if isinstance(msg_or_type, dict)
            else self.msg(msg_or_type, content, parent, **_only(described, "header", "metadata"))
        )
        told = {**message, "content": self.unpack(self.serialize(message)[-1])}
        if buffers:
            told["buffers"] = [memoryview(one) for one in buffers]
        self._take(told)
        return message


class Conversation:
    """The client's end: what nbclient asks of a kernel, answered by this process."""

    def __init__(self) -> None:
        self.iopub_channel, self.shell_channel = _Channel(), _Channel()
        self._asked = ""
        session = RecordingSession(self._said, check_pid=False)
        self._kernel: Any = _start_kernel(session)
        self._stdout = SpokenStream("stdout", 1, session)
        self._stderr = SpokenStream("stderr", 2, session)

    async def execute(self, code: str, *, store_history: bool = True, **_: Any) -> str:
        """Run a cell to its end; what it said waits in the channels under the returned id."""
        shell = self._kernel.shell
        asked = self._next_question()
        shell.set_parent({"header": {"msg_id": asked, "msg_type": "execute_request"}})
        self._say("execute_input", {"code": code, "execution_count": shell.execution_count})
        with self._redirected():
            reply = await self._kernel.do_execute(
                code, silent=False, store_history=store_history, allow_stdin=False
            )
        self._say("status", {"execution_state": "idle"})
        self._answer(reply)
        return asked

    def kernel_info(self) -> str:
        """Ask which language is spoken."""
        asked = self._next_question()
        self._answer(self._kernel.kernel_info)
        return asked

    @contextmanager
    def _redirected(self) -> Iterator[None]:
        with (
            self._stderr.hearing(),
            self._stdout.hearing(),
            redirect_stdout(self._stdout),
            redirect_stderr(self._stderr),
        ):
            yield

    def _next_question(self) -> str:
        self._asked = str(int(self._asked or 0) + 1)
        return self._asked

    def _say(self, kind: str, content: Message) -> None:
        self._said({"msg_type": kind, "content": content, "header": {"msg_type": kind}})

    def _said(self, message: Message) -> None:
        told = {**message, "parent_header": {"msg_id": self._asked}}
        self.iopub_channel.messages.append(told)

    def _answer(self, content: Message) -> None:
        told = {"content": _as_json(content), "parent_header": {"msg_id": self._asked}}
        self.shell_channel.messages.append(told)


class InProcessClient(PapermillNotebookClient):  # type: ignore[misc]
    """Runs the cells of a notebook in this process."""

    @contextmanager
    def setup_kernel(self, **_: Any) -> Iterator[None]:
        """Be the kernel while cells run."""
        self.km = SimpleNamespace(is_alive=lambda: True)
        self.kc = Conversation()
        yield


class _Channel:
    def __init__(self) -> None:
        self.messages: deque[Message] = deque()

    async def get_msg(self, timeout: float | None = None) -> Message:
        del timeout
        if not self.messages:
            raise Empty
        return self.messages.popleft()


class _Kernel(IPythonKernel):
    # A cell that awaits asks which thread it runs in.
    shell_channel_thread = SimpleNamespace(parent_thread=None)

    def _topic(self, topic: str) -> bytes:
        return f"kernel.{topic}".encode()


def _start_kernel(session: RecordingSession) -> IPythonKernel:
    # What ipykernel's application does around a kernel: search path, backend, a folder of its own
    # in place of the user's with his start-up files. The history needs no file and no thread.
    sys.argv = ["ipykernel_launcher"]
    application: Any = InteractiveShellApp
    application.init_path(SimpleNamespace(ignore_cwd=False))
    draw_into_cells()
    os.environ["IPYTHONDIR"] = tempfile.mkdtemp(prefix="ipython-")
    settings = Config()
    settings.HistoryManager.enabled = False
    with _without("debugpy"):
        return _Kernel.instance(session=session, iopub_socket=None, config=settings, log=logger)


@contextmanager
def _without(module: str) -> Iterator[None]:
    # The debugger takes longer to import than a page to make, and nobody can attach to it here.
    sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[module]


def _as_json(content: Message) -> Any:
    return json_clean(content)  # type: ignore[no-untyped-call]


def _only(settings: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: settings[name] for name in names if name in settings}
