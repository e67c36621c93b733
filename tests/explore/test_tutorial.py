"""Every cell of the tutorials runs: the page on exploring, and the notebook itself."""

import importlib.util
import re
import subprocess
import sys
import urllib.request

import pytest

from evaluation_lib.publish.document import read_document
from evaluation_lib.publish.engine.notebook import run_notebook
from evaluation_lib.report.blocks import BLOCKS_MIME
from tests.explore.browser import PROJECT

NOTEBOOK = PROJECT / "notebooks/02_trend_explorer.ipynb"
PAGE = (PROJECT / "docs/exploring.md").read_text("utf-8")
CELLS = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)


@pytest.fixture(scope="module")
def names():
    return {}


@pytest.mark.parametrize("cell", CELLS, ids=[cell.splitlines()[-1] for cell in CELLS])
def test_every_cell_of_the_page_shows_something(cell, names, monkeypatch):
    monkeypatch.chdir(PROJECT)
    *before, last = cell.strip().splitlines()

    exec("\n".join(before), names)
    shown = eval(last, names)

    assert shown is not None
    assert not getattr(shown, "empty", False)


@pytest.mark.slow
def test_the_notebook_runs_from_top_to_bottom_and_stands_still_without_a_kernel():
    executed = run_notebook(NOTEBOOK, {"indicator": "certificates", "as_of": "2024-07-31"})

    cells = {cell.id: cell for cell in executed.cells}
    (shown,) = cells["explorer"].outputs
    assert BLOCKS_MIME in shown.data
    assert "widget" not in "".join(shown.data)
    assert "widgets" not in executed.metadata
    titles = [one.title for one in read_document(executed).sections]
    assert titles[0] == "趋势探索"
    assert sum("有效期内认证证书" in one for one in titles) >= 5


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("voila") is None, reason="voila is not installed")
def test_voila_serves_the_notebook():
    command = re.search(r"^voila (\S+) --no-browser$", PAGE, flags=re.MULTILINE)[0].split()
    port = "8866"
    process = subprocess.Popen(
        [sys.executable, "-m", *command, f"--port={port}"],
        cwd=PROJECT,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert any("is running at" in line for line in process.stderr)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
            assert b"jupyter" in answer.read().lower()
    finally:
        process.terminate()
        process.wait(timeout=20)
