"""The parts of the comparison, each of which prints a table."""

from __future__ import annotations

import json
import shutil
import time
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks.fleet.project import (
    NOTEBOOK,
    OWN,
    change_a_row,
    make_project,
    write_jobs,
)
from tests.benchmarks.fleet.tools import (
    WORKERS,
    cost_of,
    ours,
    stock_commands,
    stock_dask,
    stock_pool,
)


def report(folder: Path, rounds: int = 3) -> None:
    """Print what a cold and a warm report of the whole city cost against the stock commands."""
    make_project(folder, 0)
    write_jobs(folder, [OWN], languages={"languages": ["zh"]})
    cold = [cost_of(lambda: ours(folder, "--force")) for _ in range(rounds)]
    days = {f"day-{number}": {"as_of": date(2023, 7, 1) + timedelta(number)} for number in range(9)}
    write_jobs(folder, [OWN], **days)
    nine = cost_of(lambda: ours(folder, "--force"))
    theirs = [cost_of(lambda: stock_commands(folder, OWN)) for _ in range(rounds)]
    mine, stock = (sorted(one.cpu for one in some)[rounds // 2] for some in (cold, theirs))
    warm = (nine.cpu - mine) / (len(days) - 1)
    print("| report | CPU s | against stock |")
    print("|---|---|---|")
    print(f"| papermill + nbconvert (HTML) | {stock:.2f} | 1 |")
    print(f"| plan-eval, cold (HTML + PDF) | {mine:.2f} | {mine / stock:.2f} |")
    print(f"| plan-eval, warm (HTML + PDF) | {warm:.2f} | {warm / stock:.2f} |")


def fleet(folder: Path, number: int, *, with_targets: bool = False) -> None:
    """Print reports a minute of a fleet against the stock tools, equally many."""
    codes = make_project(folder, number, with_targets=with_targets)
    write_jobs(folder, codes)
    mine = cost_of(lambda: ours(folder, "--force"))
    ways = {
        "papermill + nbconvert commands": lambda: [stock_commands(folder, one) for one in codes],
        f"pool of {WORKERS} processes": lambda: stock_pool(folder, codes),
        f"Dask, {WORKERS} workers": lambda: stock_dask(folder, codes),
    }
    what = f"{number} reports on counties {'with' if with_targets else 'without'} targets"
    print(f"| {what} | reports a minute | CPU s each | plan-eval is faster by |")
    print("|---|---|---|---|")
    print(
        f"| plan-eval (HTML + PDF) | {60 * number / mine.seconds:.1f} | {mine.cpu / number:.2f} | |"
    )
    for name, way in ways.items():
        one = cost_of(way)
        print(
            f"| {name} (HTML) | {60 * number / one.seconds:.1f} | {one.cpu / number:.2f} | "
            f"{one.seconds / mine.seconds:.1f} × |",
            flush=True,
        )


def judged(folder: Path, number: int) -> None:
    """Print the same of counties that have targets, so that every page of a report is there."""
    fleet(folder, number, with_targets=True)


def many(folder: Path, *numbers: int) -> None:
    """Print how time grows with the number of reports, and what is made again when."""
    print(
        "| reports | seconds | s each | MB of a worker, most | unchanged: s, made | "
        "one county's row changed: s, made |"
    )
    print("|---|---|---|---|---|---|")
    for number in numbers:
        here = folder / str(number)
        codes = make_project(here, number)
        write_jobs(here, codes)
        first = _run(here, "--force")
        again = _run(here)
        change_a_row(here, codes[0])
        changed = _run(here)
        print(
            f"| {number} | {first.seconds:.0f} | {first.seconds / number:.2f} | "
            f"{_most_megabytes(here)} | {again.seconds:.1f}, {len(again.made)} | "
            f"{changed.seconds:.1f}, {len(changed.made)} |",
            flush=True,
        )
        shutil.rmtree(here)


TROUBLE = """\
import os, time
from pathlib import Path
spoilt = not Path("mended").exists()
if spoilt and jurisdiction == "450001": os._exit(3)
if spoilt and jurisdiction == "450002": time.sleep(3600)
if spoilt and jurisdiction == "450003": kept = bytearray(1 << 40)
"""


def trouble(folder: Path, number: int) -> None:
    """Print what a crash, a hang and too much memory do to a run, and what --resume makes."""
    write_jobs(folder, make_project(folder, number))
    path = folder / "notebooks" / NOTEBOOK
    notebook = json.loads(path.read_text("utf-8"))
    place = next(
        place for place, cell in enumerate(notebook["cells"]) if cell.get("id") == "imports"
    )
    cell = {"cell_type": "code", "id": "trouble", "metadata": {}, "outputs": []}
    notebook["cells"].insert(place, {**cell, "execution_count": None, "source": TROUBLE})
    path.write_text(json.dumps(notebook), "utf-8")
    first = _run(folder, "--force", "--deadline", "60", may_fail=True)
    print(f"{number} reports in {first.seconds:.0f} s, {len(first.failed)} failed:")
    for one in first.failed:
        print(f"- {one['jurisdiction']}: {one['reason']}")
    (folder / "notebooks/mended").touch()
    again = _run(folder, "--resume")
    print(f"--resume made {' '.join(again.made)} in {again.seconds:.0f} s.")
    last = _run(folder)
    print(f"A run after that made {len(last.made)} in {last.seconds:.1f} s.")
    print(f"The largest worker held {_most_megabytes(folder)} MB.")


@dataclass(frozen=True, slots=True)
class _Run:
    seconds: float
    made: list[str]
    failed: list[dict[str, Any]]


def _run(folder: Path, *options: str, may_fail: bool = False) -> _Run:
    started = time.monotonic()
    told = ours(folder, *options, may_fail=may_fail)
    seconds = time.monotonic() - started
    events = [json.loads(line) for line in told.splitlines()]
    return _Run(
        seconds,
        [one["jurisdiction"] for one in events if one["event"] == "done"],
        [one for one in events if one["event"] == "failed"],
    )


def _most_megabytes(folder: Path) -> float:
    journal = (folder / "reports/.state/journal.jsonl").read_text("utf-8").splitlines()
    return max(float(json.loads(line).get("megabytes", 0)) for line in journal)
