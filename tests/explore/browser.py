"""JupyterLab on a small project, and a browser that uses it as an analyst would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
JOB = f"""
jobs:
  mine:
    product: midterm
    plan: {PROJECT.as_posix()}/data/plans/zhanjiang-2021-2025
    jurisdictions: ["440800"]
    observations: {PROJECT.as_posix()}/data/observations/demonstration
    as_of: 2024-07-31
    languages: [zh]
    formats: [html]
    folder: jobs/mine
"""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LONG = 90_000
"""Milliseconds that a busy machine may take to start a kernel and import everything."""

PLAN_EVAL = Path(sys.executable).with_name("plan-eval")


def chromium() -> str | None:
    """Return the browser of this machine, None where there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


def make_project(folder: Path) -> Path:
    """Write a project with one job and the notebooks it needs."""
    (folder / "jobs/mine").mkdir(parents=True)
    (folder / "evaluations.yml").write_text(JOB, encoding="utf-8")
    shutil.copytree(PROJECT / "notebooks", folder / "notebooks")
    return folder


@contextmanager
def explored(project: Path) -> Iterator[str]:
    """Run `plan-eval explore` in a project and give the address it prints."""
    process = subprocess.Popen(
        [PLAN_EVAL, "explore", "mine", "--no-browser"],
        cwd=project,
        env={**os.environ, "HOME": str(project / "home")},
        stdout=subprocess.PIPE,
        stderr=(project / "talk.txt").open("wb"),
        text=True,
    )
    try:
        address = process.stdout.readline().strip() if process.stdout else ""
        assert address, (project / "talk.txt").read_text("utf-8")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def opened(address: str, size: tuple[int, int] = (1500, 1300)) -> Iterator[tuple[Page, list[str]]]:
    """Open an address in a new browser; give the page and, as they come, all it asks for."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=list(QUIET))
        try:
            page = browser.new_page(viewport={"width": size[0], "height": size[1]})
            page.set_default_timeout(LONG)
            requests: list[str] = []
            page.on("request", lambda one: requests.append(one.url))
            page.goto(address)
            yield page, requests
        finally:
            browser.close()


def run_all(page: Page) -> None:
    """Run every cell of the notebook and wait until the panel has drawn its first figure."""
    # The notebook's own indicator is idle before there is a kernel; the status bar tells.
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    page.wait_for_selector('.pe-desk [data-pe="probability"]')
    page.wait_for_selector(".pe-desk .js-plotly-plot .main-svg")


def numbers(page: Page) -> dict[str, str]:
    """Return what the readouts say: probability, pace, verdict."""
    names = ("probability", "pace", "verdict")
    texts = {one: page.locator(f'.pe-desk [data-pe="{one}"]').inner_text() for one in names}
    return {one: text.strip() for one, text in texts.items()}


def drawn(page: Page) -> Any:
    """Return the values that the figure in the browser draws, mark by mark."""
    return page.evaluate(
        "() => Object.fromEntries(document.querySelector('.pe-desk .js-plotly-plot')"
        ".data.map(one => [one.name, Array.from(one.y ?? [])]))"
    )


def changed(page: Page, name: str, before: str) -> None:
    """Wait until a readout says something else than before."""
    page.wait_for_function(
        '([name, before]) => document.querySelector(`.pe-desk [data-pe="${name}"]`)'
        "?.innerText.trim() !== before",
        arg=[name, before],
    )


def slider(page: Page, place: int) -> Any:
    """Return the handle of the slider for value, target or milestone: 0, 1 or 2."""
    return page.locator(".pe-desk .pe-assume .noUi-handle").nth(place)


def type_value(page: Page, place: int, text: str) -> None:
    """Write a value into the field beside a slider."""
    field = page.locator(".pe-desk .pe-assume .widget-readout").nth(place)
    field.fill(text)
    field.press("Enter")
