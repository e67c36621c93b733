"""The notebooks that are committed: thin, tidy, and without outputs."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from evaluation_lib.publish.parameters import JOB_PARAMETERS, parameter_names

PROJECT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
LOGIC = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.For,
    ast.While,
    ast.If,
    ast.Try,
    ast.With,
)

every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells_of(path, kind="code"):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


def test_there_are_notebooks():
    assert {path.stem for path in NOTEBOOKS} >= {"04_midterm", "05_final"}


@every_notebook
def test_a_notebook_is_committed_without_outputs(path):
    kept = [cell.id for cell in cells_of(path) if cell.outputs or cell.execution_count]

    assert kept == []


@every_notebook
def test_the_first_code_cell_holds_the_parameters_alone(path):
    first, *others = cells_of(path)

    assert "parameters" in first.metadata.get("tags", ())
    assert not any("parameters" in cell.metadata.get("tags", ()) for cell in others)
    for statement in ast.parse(first.source).body:
        assert isinstance(statement, ast.Assign)
        assert ast.literal_eval(statement.value) is not None


@every_notebook
def test_a_job_can_set_what_it_has_to(path):
    assert set(JOB_PARAMETERS) <= set(parameter_names(path))


@every_notebook
def test_cell_ids_are_words(path):
    ids = [cell.id for cell in nbformat.read(path, as_version=4).cells]

    assert [one for one in ids if not re.fullmatch(r"[a-z]{3,}(-[a-z]+)*", one)] == []
    assert len(ids) == len(set(ids))


@every_notebook
def test_a_cell_has_at_most_eight_lines_and_no_logic(path):
    cells = cells_of(path)

    assert [cell.id for cell in cells if len(cell.source.splitlines()) > 8] == []
    assert [
        cell.id
        for cell in cells
        if any(isinstance(node, LOGIC) for node in ast.walk(ast.parse(cell.source)))
    ] == []


@every_notebook
def test_a_notebook_tells_its_question_before_it_computes(path):
    first = nbformat.read(path, as_version=4).cells[0]

    assert first.cell_type == "markdown"
    assert "?" in first.source or "？" in first.source


def test_the_linter_finds_nothing_in_the_notebooks():
    done = subprocess.run(
        [Path(sys.executable).with_name("ruff"), "check", "notebooks"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
