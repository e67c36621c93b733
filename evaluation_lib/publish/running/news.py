"""What a run tells of its reports as it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.stages import START, Stage


class State(StrEnum):
    """What became of a report, or is becoming."""

    UNCHANGED = "unchanged"
    STARTED = "started"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


ENDED = (State.UNCHANGED, State.DONE, State.FAILED)


@dataclass(frozen=True, slots=True)
class Progress:
    """News of one report.

    Attributes:
        seconds: Time since it was started.
        reason: Why it failed; blank otherwise.
        stage: What it was doing last.
        log: File in the folder of logs that keeps what a failed report said; blank otherwise.
        megabytes: Most memory it was seen to hold.
    """

    edition: Edition
    state: State
    seconds: float = 0.0
    reason: str = ""
    stage: Stage = START
    log: str = ""
    megabytes: float = 0.0


Tell = Callable[[Progress], None]
