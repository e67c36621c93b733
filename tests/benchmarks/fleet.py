"""What a fleet of reports costs against the stock tools, all on this machine and in one run.

`python tests/benchmarks/fleet.py [report] [fleet N] [many N…] [trouble N]` prints a table for each
part named; every tool runs with one thread for each process and two processes at once. The places
are invented: counties with the demonstration values of one, scaled.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[2]
PLAN, NOTEBOOK = PROJECT / "data/plans/zhanjiang-2021-2025", "04_midterm.ipynb"
OBSERVATIONS = PROJECT / "data/observations/demonstration"
PATTERN, OWN = "440802", "440800"
WORKERS = 2
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
TOOLS = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds by the clock, and of CPU by all its processes."""

    seconds: float
    cpu: float


def cost_of(work: Callable[[], Any]) -> Cost:
    """Run `work`, which starts processes and waits for them, and return what it took."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    work()
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(end - start, cpu)


def call(*command: str | Path, folder: Path, may_fail: bool = False) -> str:
    """Run a command in `folder` and return what it told on stderr."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env={**os.environ, **ONE_THREAD, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and not may_fail:
        sys.exit(done.stderr[-3000:])
    return done.stderr


def make_project(folder: Path, places: int) -> list[str]:
    """Make a project with `places` invented counties and return their codes."""
    codes = [f"45{number:04d}" for number in range(1, places + 1)]
    shutil.copytree(PROJECT / "notebooks", folder / "notebooks")
    shutil.copytree(PLAN, folder / "plan")
    text = (folder / "plan/plan.yml").read_text("utf-8")
    added = "".join(
        f'  - {{code: "{code}", name: 第{code}县, name_en: County {code}, parent: "{OWN}"}}\n'
        for code in codes
    )
    head = "jurisdictions:\n"
    (folder / "plan/plan.yml").write_text(text.replace(head, head + added, 1), "utf-8")
    shutil.copytree(OBSERVATIONS, folder / "observations")
    path = folder / "observations/observations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, names = list(reader), list(reader.fieldnames or ())
    pattern = [row for row in rows if row["jurisdiction"] == PATTERN]
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        for code in codes:
            writer.writerows({**row, "jurisdiction": code} for row in pattern)
    return codes


def write_jobs(folder: Path, places: list[str], **changes: Any) -> Path:
    """Write a job for `places`, or several that `changes` names by their settings."""
    job = {
        "product": "midterm",
        "plan": "plan",
        "jurisdictions": places,
        "observations": "observations",
        "as_of": "2023-07-31",
        "formats": ["html", "pdf"],
    }
    jobs = {name: {**job, **one} for name, one in (changes or {"county": {}}).items()}
    path = folder / "evaluations.yml"
    path.write_text(yaml.safe_dump({"jobs": jobs}, allow_unicode=True), "utf-8")
    return path


def ours(folder: Path, *options: str, may_fail: bool = False) -> str:
    """Make all reports of the project in `folder`: result, HTML and PDF."""
    command = (TOOLS / "plan-eval", "report", "--workers", str(WORKERS), "--progress", "json")
    return call(*command, *options, folder=folder, may_fail=may_fail)


def stock_commands(folder: Path, code: str) -> None:
    """Make one report as HTML by the commands `papermill` and `jupyter nbconvert`."""
    executed = folder / f"stock/{code}.ipynb"
    executed.parent.mkdir(exist_ok=True)
    values = {"plan_folder": "../plan", "observations": "../observations", "jurisdiction": code}
    given = [word for name, value in values.items() for word in ("-r", name, value)]
    source = folder / "notebooks" / NOTEBOOK
    papermill = (TOOLS / "papermill", "-k", "python3", "--cwd", source.parent)
    call(*papermill, source, executed, *given, folder=folder)
    call(TOOLS / "jupyter", "nbconvert", "--to", "html", executed, folder=folder)


def stock_function(folder: str, code: str) -> None:
    """Make one report as HTML by papermill and nbconvert, imported once in a process."""
    import nbformat
    from nbconvert import HTMLExporter
    from papermill.execute import execute_notebook

    source, target = Path(folder, "notebooks", NOTEBOOK), Path(folder, f"stock/{code}.ipynb")
    target.parent.mkdir(exist_ok=True)
    execute_notebook(
        str(source),
        str(target),
        {"plan_folder": "../plan", "observations": "../observations", "jurisdiction": code},
        kernel_name="python3",
        progress_bar=False,
        cwd=str(source.parent),
    )
    page, _ = HTMLExporter().from_notebook_node(nbformat.read(target, as_version=4))
    target.with_suffix(".html").write_text(page, "utf-8")


def stock_pool(folder: Path, codes: list[str]) -> None:
    """Make reports by a pool of processes."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        list(pool.map(stock_function, [str(folder)] * len(codes), codes))


def stock_dask(folder: Path, codes: list[str]) -> None:
    """Make reports by a local cluster of Dask."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=WORKERS, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        client.gather(client.map(stock_function, [str(folder)] * len(codes), codes))


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


def fleet(folder: Path, number: int) -> None:
    """Print reports a minute of a fleet against the stock tools, equally many."""
    codes = make_project(folder, number)
    write_jobs(folder, codes)
    mine = cost_of(lambda: ours(folder, "--force"))
    ways = {
        "papermill + nbconvert commands": lambda: [stock_commands(folder, one) for one in codes],
        f"pool of {WORKERS} processes": lambda: stock_pool(folder, codes),
        f"Dask, {WORKERS} workers": lambda: stock_dask(folder, codes),
    }
    print(f"| {number} reports | reports a minute | CPU s each | plan-eval is faster by |")
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


def many(folder: Path, numbers: list[int]) -> None:
    """Print how time grows with the number of reports, and what an unchanged run takes."""
    print("| reports | seconds | s each | unchanged, s | processes started then | MB, most |")
    print("|---|---|---|---|---|---|")
    for number in numbers:
        here = folder / str(number)
        write_jobs(here, make_project(here, number))
        first = cost_of(lambda: ours(here, "--force"))  # noqa: B023
        told = [""]

        def again() -> None:
            told[0] = ours(here)  # noqa: B023

        second = cost_of(again)
        started = sum(json.loads(line)["event"] == "started" for line in told[0].splitlines())
        journal = (here / "reports/.state/journal.jsonl").read_text("utf-8").splitlines()
        most = max(json.loads(line).get("megabytes", 0) for line in journal)
        print(
            f"| {number} | {first.seconds:.0f} | {first.seconds / number:.2f} | "
            f"{second.seconds:.1f} | {started} | {most} |",
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
    started = time.monotonic()
    told = ours(folder, "--force", "--deadline", "60", may_fail=True)
    seconds = time.monotonic() - started
    failed = [one for one in map(json.loads, told.splitlines()) if one["event"] == "failed"]
    (folder / "notebooks/mended").touch()
    again = ours(folder, "--resume")
    made = sum(json.loads(line)["event"] == "done" for line in again.splitlines())
    print(f"{number} reports in {seconds:.0f} s, {len(failed)} failed:")
    for one in failed:
        print(f"- {one['jurisdiction']}: {one['reason']}")
    print(f"--resume made {made} reports.")


def main(words: list[str]) -> None:
    """Run the parts named in `words`, all of them where none is named."""
    parts: dict[str, list[int]] = {}
    for word in words or [
        "report",
        "fleet",
        "32",
        "many",
        "8",
        "32",
        "128",
        "512",
        "trouble",
        "32",
    ]:
        if word.isdigit():
            parts[list(parts)[-1]].append(int(word))
        else:
            parts[word] = []
    for part, numbers in parts.items():
        with tempfile.TemporaryDirectory(prefix="fleet-") as name:
            folder = Path(name)
            match part:
                case "report":
                    report(folder)
                case "fleet":
                    fleet(folder, *numbers)
                case "many":
                    many(folder, numbers)
                case "trouble":
                    trouble(folder, *numbers)
        print(flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
