"""How fast forms are imported and how much memory that takes.

`python tests/benchmarks/form_import.py` copies the workbooks of the demonstration until there are
300 and prints one row of a Markdown table for reading alone, and one with everything written back.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from pathlib import Path

from evaluation_lib.observations.forms import import_forms
from evaluation_lib.plan import read_plan
from evaluation_lib.publish.intake import write_intake

ROOT = Path(__file__).parents[2]
SENT = ROOT / "data/observations/demonstration/forms/sent"
PLAN_FOLDER = ROOT / "data/plans/zhanjiang-2021-2025"


def copy_forms(folder: Path, count: int) -> None:
    """Fill `folder` with `count` workbooks, each name once."""
    sources = sorted(SENT.glob("*.xlsx"))
    sources = [path for path in sources if path.stat().st_size > 1000]
    for number in range(count):
        source = sources[number % len(sources)]
        shutil.copy(source, folder / f"{number:03d}_{source.name}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    count = parser.parse_args().count
    plan = read_plan(PLAN_FOLDER)
    print("| step | forms | seconds | forms a second | peak memory, MB |")
    print("|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sent").mkdir()
        copy_forms(folder / "sent", count)
        start = time.perf_counter()
        intake = import_forms([folder / "sent"], plan)
        print_row("read", count, time.perf_counter() - start)
        start = time.perf_counter()
        write_intake(intake, folder / "out")
        print_row("write annotated copies and lists", count, time.perf_counter() - start)


def print_row(step: str, count: int, seconds: float) -> None:
    """Print one row; memory is the largest resident set of the process so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| {step} | {count} | {seconds:.1f} | {count / seconds:.0f} | {peak:.0f} |")


if __name__ == "__main__":
    main()
