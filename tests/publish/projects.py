"""A whole project as small as it can be: a job file, a plan, observations and a notebook."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import nbformat
import yaml
from nbformat.v4 import new_code_cell, new_notebook

from evaluation_lib.report.blocks import REPORT_MIME

PROJECT = Path(__file__).resolve().parents[2]
PLAN = PROJECT / "data/plans/zhanjiang-2021-2025"
PARAMETERS = """\
plan_folder = "plan"
observations = "observations"
jurisdiction = "440800"
as_of = "2023-07-31"
language = "zh"
job = "by-hand"
"""
SHOW = f"""\
import json, os
from pathlib import Path
from IPython.display import display
rows = Path(observations, "observations.csv").read_text("utf-8")
display({{"{REPORT_MIME}": {{"job": job, "language": language, "rows": rows}}}}, raw=True)
"""


def make_notebook(path: Path, *cells: str, parameters: str = PARAMETERS) -> Path:
    """Write a notebook with a cell of parameters and then `cells`, named first, second, …"""
    names = ("first", "second", "third", *(f"cell-{number}" for number in range(4, 99)))
    path.parent.mkdir(parents=True, exist_ok=True)
    notebook = new_notebook(
        cells=[
            new_code_cell(parameters, id="parameters", metadata={"tags": ["parameters"]}),
            *(new_code_cell(cell, id=name) for cell, name in zip(cells, names, strict=False)),
        ]
    )
    nbformat.write(notebook, path)
    return path


def make_job(**changes: object) -> dict[str, object]:
    """Return the settings of a job that exports nothing beside its result."""
    return {
        "product": "midterm",
        "plan": "plan",
        "jurisdictions": ["440800"],
        "observations": "observations",
        "as_of": "2023-07-31",
        "formats": [],
        **changes,
    }


def make_project(folder: Path, *cells: str, **jobs: dict[str, object]) -> Path:
    """Make a project in `folder` and return its job file.

    Its mid-term notebook runs `cells`, or shows a result if none is given.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(PLAN, folder / "plan")
    (folder / "observations").mkdir()
    (folder / "observations/observations.csv").write_text("one", encoding="utf-8")
    make_notebook(folder / "notebooks/04_midterm.ipynb", *(cells or (SHOW,)))
    return write_jobs(folder, jobs or {"job": make_job()})


def write_jobs(folder: Path, jobs: dict[str, dict[str, object]]) -> Path:
    """Write `jobs` as the job file of `folder`."""
    path = folder / "evaluations.yml"
    path.write_text(yaml.safe_dump({"jobs": jobs}, allow_unicode=True), encoding="utf-8")
    return path


def read_result(folder: Path) -> dict[str, object]:
    """Return the result in the report `folder`."""
    result: dict[str, object] = json.loads((folder / "result.json").read_text("utf-8"))
    return result
