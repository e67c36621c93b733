"""`python -m tests.benchmarks.fleet [report] [fleet N] [judged N] [many N…] [trouble N]`.

Prints a table for each part named, for all of them where none is. Every tool runs with one thread
for each process and two processes at once.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.fleet.parts import fleet, judged, many, report, trouble
from tests.benchmarks.fleet.tools import make_alike

EVERYTHING = "report fleet 32 judged 8 many 8 32 128 trouble 512"
PARTS: dict[str, Callable[..., None]] = {
    "report": report,
    "fleet": fleet,
    "judged": judged,
    "many": many,
    "trouble": trouble,
}


def main(words: list[str]) -> None:
    """Run the parts named in `words`, all of them where none is named."""
    make_alike()
    parts: dict[str, list[int]] = {}
    for word in words or EVERYTHING.split():
        if word.isdigit():
            parts[list(parts)[-1]].append(int(word))
        else:
            parts[word] = []
    for part, numbers in parts.items():
        with tempfile.TemporaryDirectory(prefix="fleet-") as name:
            PARTS[part](Path(name), *numbers)
        print(flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
