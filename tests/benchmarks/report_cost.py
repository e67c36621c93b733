"""What one cold report costs against the stock commands, in CPU seconds of all processes.

`python tests/benchmarks/report_cost.py` runs, in turn and as often as asked, `plan-eval report`
(result, HTML and PDF) and the commands `papermill` and `jupyter nbconvert --to html` on the same
notebook with the same parameters and the same thread settings, and prints a row for a table.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
JOB, NOTEBOOK = "midterm-demo", PROJECT / "notebooks/04_midterm.ipynb"
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def cpu_seconds(*command: str) -> float:
    """Run `command` to its end and return the CPU seconds of all its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryFile() as talk:
        done = subprocess.run(
            command, cwd=PROJECT, env={**os.environ, **ONE_THREAD}, stdout=talk, stderr=talk
        )
        talk.seek(0)
        if done.returncode:
            sys.exit(talk.read().decode("utf-8", "replace"))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ours(folder: Path) -> float:
    """Return the cost of one report with HTML and PDF."""
    command = str(Path(sys.executable).with_name("plan-eval"))
    return cpu_seconds(command, "report", JOB, "--force", "--output", str(folder / "reports"))


def stock(folder: Path) -> float:
    """Return the cost of the stock commands, which make HTML alone."""
    executed = str(folder / "executed.ipynb")
    tools = Path(sys.executable).parent
    run = cpu_seconds(str(tools / "papermill"), "-k", "python3", str(NOTEBOOK), executed)
    export = cpu_seconds(str(tools / "jupyter"), "nbconvert", "--to", "html", executed)
    return run + export


def main(rounds: int) -> None:
    """Print the median costs of `rounds` rounds and their ratio as a row of a Markdown table."""
    with tempfile.TemporaryDirectory() as name:
        costs = [(ours(Path(name)), stock(Path(name))) for _ in range(rounds)]
    mine, theirs = (statistics.median(column) for column in zip(*costs, strict=True))
    print("| report | plan-eval (HTML + PDF) | papermill + nbconvert (HTML) | ratio |")
    print("|---|---|---|---|")
    print(f"| {JOB} | {mine:.2f} CPU s | {theirs:.2f} CPU s | {mine / theirs:.2f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
