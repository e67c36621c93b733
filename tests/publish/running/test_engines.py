"""Both engines write down the same, whatever a cell shows, prints or raises."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running import here
from evaluation_lib.publish.running.manifest import digests
from evaluation_lib.publish.running.news import State
from evaluation_lib.publish.running.run import run_reports
from evaluation_lib.publish.surroundings import child_variables
from tests.publish.projects import PROJECT, make_notebook, make_project
from tests.publish.running.both_engines import outcome_of

# All of them take the better part of two minutes, so that is asked for where engines are worked on.
NOTEBOOKS = sorted(
    (PROJECT / "notebooks").glob("*.ipynb" if "EVERY_NOTEBOOK" in os.environ else "01_*.ipynb")
)
ODD = {
    "odd-outputs": (
        "import sys, os; print('a'); print('err', file=sys.stderr); print('b'); 1 + 1",
        "print('x', end=''); print('y', flush=True); sys.stdout.isatty(), sys.stdout.encoding",
        "__name__, In[1][:6], _, '' in sys.path, sys.argv[0] != '-c'",
        "from IPython.display import HTML, clear_output, display\n"
        "display({'application/vnd.x+json': {'b': 1, 'a': (1, 2)}}, raw=True)\n"
        "print('between'); display(HTML('<b>x</b>'), 2); 'last'",
        "class A:\n"
        "    def _repr_mimebundle_(self, include=None, exclude=None):\n"
        "        return {'text/plain': 'A', 'text/html': '<i/>'}, {'text/html': {'isolated': 1}}\n"
        "    def _repr_png_(self): return b'\\x89PNG\\r\\n\\x1a\\n'\n"
        "A()",
        "one = display('one', display_id='d'); one.update('two')",
        "print('gone'); clear_output(); print('too'); clear_output(wait=True); print('only')",
        "import matplotlib.pyplot as plt\nplt.figure(figsize=(1, 1)); plt.plot([1, 2]); plt.gcf()",
        "plt.figure(figsize=(1, 1)); print('the figure follows at the end')",
        "!echo shell",
        "%%capture got\nprint('captured')",
        "got.stdout",
        "import asyncio\nawait asyncio.sleep(0); 'awaited'",
        "import warnings; warnings.warn('careful'); float('nan'), {'规划': '目标'}",
        "try:\n    input('?')\nexcept Exception as error:\n    print(type(error).__name__, error)",
        "for line in range(20_000): print('line', line)",
    ),
    "failing-deep": (
        "def halve(x):\n    return 1 / x\n\ndef deeper():\n    halve(0)",
        "print('before'); deeper()",
        "print('never')",
    ),
    "failing-repr": (
        "class Bad:\n    def __repr__(self): raise ValueError('bad repr')\n\nBad()",
        "print('never')",
    ),
    "leaving": ("print('before'); raise SystemExit(3)", "print('after')"),
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("engines")
    odd = [make_notebook(folder / f"{name}.ipynb", *cells) for name, cells in ODD.items()]
    command = [sys.executable, "-m", "tests.publish.running.both_engines", folder, *NOTEBOOKS, *odd]
    subprocess.run(command, cwd=PROJECT, check=True, env={**os.environ, **child_variables()})
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", [*(path.stem for path in NOTEBOOKS), *ODD])
def test_the_fast_engine_writes_down_what_a_kernel_does(outcomes, name):
    fast, standard = (
        outcome_of(outcomes / engine / f"{name}.ipynb") for engine in ("fast", "standard")
    )

    assert fast == standard
    assert any(cell.get("outputs") for cell in fast)


@pytest.mark.slow
def test_where_nothing_can_be_forked_the_standard_engine_is_used_and_said(tmp_path, monkeypatch):
    monkeypatch.setattr(here, "CAN_FORK", False)
    said = []

    outcome = made(make_project(tmp_path), say=said.append)

    assert outcome == [State.DONE]
    assert said == ["engine standard is used, because this system cannot fork."]


@pytest.mark.slow
def test_a_process_with_threads_is_never_forked(tmp_path, monkeypatch):
    started = "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True)"
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(f"{started}.start()")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    said = []

    outcome = made(make_project(tmp_path / "project"), say=said.append)

    assert outcome == [State.DONE]
    assert said == ["engine standard is used, because fast cannot: a library started 1 thread."]


def made(jobs: Path, **options) -> list[State]:
    digests.cache_clear()
    outcome = run_reports(editions(jobs), jobs.parent / "reports", **options)
    return [one.state for one in outcome]
