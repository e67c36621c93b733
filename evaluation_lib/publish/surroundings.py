"""What a process needs around it before the first heavy import."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path

import evaluation_lib

# Threads of the numeric libraries fight for two cores: the same cells took four times the CPU.
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_PR_SET_PDEATHSIG = 1
PACKAGE = Path(evaluation_lib.__file__).parent


def prepare_process() -> None:
    """Set up this process; call it before anything imports numpy or a notebook library."""
    os.environ.update(ONE_THREAD)
    # jsonschema builds a whole grammar for one rare format (IRIs) when it finds this package, which
    # takes longer than a page; notebooks are validated all the same without it.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def draw_into_cells() -> None:
    """Let matplotlib show figures below their cell, as a kernel does; before it is imported."""
    if not os.environ.get("MPLBACKEND"):
        os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"


def child_variables() -> dict[str, str]:
    """Return the environment variables that a worker and its kernel get beside the user's own.

    The package stands on the search path, so that a notebook finds the one that runs it, installed
    or not; a fixed hash seed keeps the order of sets, and with it the bytes, the same.
    """
    search = [str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
    return {
        **ONE_THREAD,
        # Typst's; reports are made side by side, and each one's pages cost less on one thread.
        "RAYON_NUM_THREADS": "1",
        "PYTHONPATH": os.pathsep.join(part for part in search if part),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
    }


def end_with_parent() -> None:
    """Let the system kill this process when its parent is gone, where the system can (Linux)."""
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it went before the system was asked
            os._exit(1)


def limit_memory(megabytes: int) -> None:
    """Refuse this process and its children more than `megabytes` beyond what it holds now.

    A cell that asks for more gets a `MemoryError` and is named by it. Where the system has no such
    limit, the run that watches the process stops it.
    """
    if sys.platform == "linux":
        import resource

        import psutil

        held = psutil.Process().memory_info().vms
        most = held + (megabytes << 20)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def temporary(folder: str) -> dict[str, str]:
    """Return the environment variables that keep temporary files in `folder`."""
    return dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
