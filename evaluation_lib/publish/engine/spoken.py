"""What a cell prints: through Python's streams, and past them by the programs it starts."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from jupyter_client.session import Session


class SpokenStream(io.TextIOBase):
    """Standard output or error of a cell; what is printed is sent when it is flushed.

    Python flushes it before each display and at the end of the cell, so that texts and displays
    keep their order.
    """

    encoding = "UTF-8"

    def __init__(self, name: str, number: int, session: Session) -> None:
        self.name, self._number, self._session = name, number, session
        self._parts: list[str] = []
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  it lives as long as the stream
        self._usual: int | None = None

    def write(self, text: str) -> int:
        """Keep `text` until it is flushed."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        self._parts.append(text)
        return len(text)

    def flush(self) -> None:
        """Send what was printed."""
        self._parts.append(self._past_python())
        text, self._parts = "".join(self._parts), []
        if text:
            self._session.send(None, "stream", {"name": self.name, "text": text})

    def fileno(self) -> int:
        """Return the descriptor of the process's log, as a kernel's streams do."""
        return self._number if self._usual is None else self._usual

    def writable(self) -> bool:
        """Return that it can be written."""
        return True

    @contextmanager
    def hearing(self) -> Iterator[None]:
        """Hear the process's descriptor too, whose text goes to its usual place as well."""
        self._usual = usual = os.dup(self._number)
        os.dup2(self._file.fileno(), self._number)
        try:
            yield
        finally:
            self.flush()
            os.dup2(usual, self._number)
            os.close(usual)
            self._usual = None

    def _past_python(self) -> str:
        # Programs share the file's offset, so it is read by place and emptied only when quiet.
        length = os.fstat(self._file.fileno()).st_size
        if self._usual is None or not length:
            return ""
        said = os.pread(self._file.fileno(), length, 0)
        os.ftruncate(self._file.fileno(), 0)
        os.lseek(self._file.fileno(), 0, os.SEEK_SET)
        os.write(self._usual, said)
        return said.decode("utf-8", "replace")
