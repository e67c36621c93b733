"""A notebook runs in a kernel of its own and brings home nothing of the machine."""

import json
import os
import subprocess
import sys

import nbformat
import pytest

from evaluation_lib.errors import JobError, PublishError
from evaluation_lib.publish.engine.notebook import read_result, run_notebook
from tests.publish.projects import PROJECT, make_notebook

GRAMMAR = """
import sys
from evaluation_lib.publish.surroundings import prepare_process
prepare_process()
import nbformat
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
nbformat.validate(notebook)
notebook.cells[0]["outputs"] = "none"
try:
    nbformat.validate(notebook)
except nbformat.ValidationError:
    print("refused", "lark" in sys.modules)
"""


def texts_of(notebook):
    return [
        output.get("text") or output["data"]["text/plain"]
        for cell in notebook.cells
        for output in cell.get("outputs", ())
    ]


@pytest.mark.slow
def test_the_kernel_is_the_running_interpreter_whatever_kernels_are_installed(
    tmp_path, monkeypatch
):
    broken = tmp_path / "data/kernels/python3"
    broken.mkdir(parents=True)
    (broken / "kernel.json").write_text(
        json.dumps({"argv": ["false"], "display_name": "broken", "language": "python"})
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "data"))
    path = make_notebook(tmp_path / "n.ipynb", "import sys; sys.executable, job")

    notebook = run_notebook(path, {"job": "another"})

    assert texts_of(notebook) == [repr((sys.executable, "another"))]


@pytest.mark.slow
def test_start_up_files_of_the_user_do_not_reach_a_report(tmp_path, monkeypatch):
    start = tmp_path / "ipython/profile_default/startup"
    start.mkdir(parents=True)
    (start / "mine.py").write_text("mine = 1")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    path = make_notebook(tmp_path / "n.ipynb", "'mine' in globals()")

    assert texts_of(run_notebook(path, {})) == ["False"]


@pytest.mark.slow
def test_running_twice_gives_the_same_notebook_without_times_or_paths(tmp_path):
    path = make_notebook(tmp_path / "n.ipynb", "hash('规划')", "{'b', 'a', 'c'}")

    first, second = (
        nbformat.writes(run_notebook(path, {"plan_folder": "../plan"})) for _ in range(2)
    )

    assert first == second
    assert str(tmp_path) not in first
    assert "papermill" not in first
    assert "start_time" not in first


@pytest.mark.slow
def test_a_failing_cell_is_named_with_the_last_line_of_its_error(tmp_path):
    path = make_notebook(tmp_path / "n.ipynb", "1", "raise ValueError('first line\\nlast line')")

    with pytest.raises(PublishError) as refusal:
        run_notebook(path, {})

    assert str(refusal.value) == f"{path}: cell 'second': ValueError: last line"


@pytest.mark.slow
def test_a_kernel_that_dies_is_noticed_and_its_cell_named(tmp_path):
    path = make_notebook(tmp_path / "n.ipynb", "import os; os._exit(3)")

    with pytest.raises(PublishError, match=r"cell 'first': Kernel died"):
        run_notebook(path, {})


def test_an_unknown_parameter_is_refused_before_anything_runs(tmp_path):
    path = make_notebook(tmp_path / "n.ipynb", parameters="job = ''")

    with pytest.raises(JobError, match=r"no parameter is called jobb; .* sets job\."):
        run_notebook(path, {"jobb": "x"})


def test_a_notebook_that_shows_no_report_is_refused_with_the_way_out(tmp_path):
    notebook = nbformat.read(make_notebook(tmp_path / "n.ipynb", "1"), as_version=4)

    with pytest.raises(PublishError, match="end a cell with the report's view"):
        read_result(notebook, tmp_path / "n.ipynb")


def test_notebooks_are_validated_without_building_the_grammar_of_addresses():
    printed = subprocess.run(
        [sys.executable, "-c", GRAMMAR],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
        env=os.environ,
    ).stdout

    assert printed.split() == ["refused", "False"]
