"""What a process needs around it before the first heavy import."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import evaluation_lib

# Threads of the numeric libraries fight for two cores: the same cells took four times the CPU.
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
PACKAGE = Path(evaluation_lib.__file__).parent


def prepare_process() -> None:
    """Set up this process; call it before anything imports numpy or a notebook library."""
    os.environ.update(ONE_THREAD)
    # jsonschema builds a whole grammar for one rare format (IRIs) when it finds this package, which
    # takes longer than a page; notebooks are validated all the same without it.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def child_variables() -> dict[str, str]:
    """Return the environment variables that a worker and its kernel get beside the user's own.

    The package stands on the search path, so that a notebook finds the one that runs it, installed
    or not; a fixed hash seed keeps the order of sets, and with it the bytes, the same.
    """
    search = [str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
    return {
        **ONE_THREAD,
        "PYTHONPATH": os.pathsep.join(part for part in search if part),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
    }
