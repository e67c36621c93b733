"""The standard hands: a fresh worker process for each report, and a kernel below it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from evaluation_lib.publish.choices import Engine
from evaluation_lib.publish.running.making import TALK
from evaluation_lib.publish.running.worker import Order
from evaluation_lib.publish.surroundings import child_variables, temporary


class KernelHands:
    """Starts a worker for each report; keeps nothing ready."""

    engine: str = Engine.STANDARD

    def start(self, order: Order, scratch: Path) -> subprocess.Popen[bytes]:
        """Start a worker on `order`."""
        with (scratch / TALK).open("wb") as talk:
            return subprocess.Popen(
                [
                    sys.executable,
                    "-P",
                    "-m",
                    "evaluation_lib.publish.running.worker",
                    order.to_json(),
                ],
                stdin=subprocess.DEVNULL,
                stdout=talk,
                stderr=talk,
                env={**os.environ, **child_variables(), **temporary(str(scratch))},
            )

    def close(self) -> None:
        """Nothing is kept."""
