"""Ways to make reports, ours and the stock ones, and what each costs."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.benchmarks.fleet.project import NOTEBOOK, PROJECT

WORKERS = 2
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
TOOLS = Path(sys.executable).parent


def make_alike() -> None:
    """Give all tools the same surroundings: one thread each, and modules that are compiled."""
    os.environ.update(ONE_THREAD)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


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
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and not may_fail:
        sys.exit(done.stderr[-3000:])
    return done.stderr


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
