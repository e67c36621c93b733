"""The commands that start, check and describe a plan."""

import json
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from evaluation_lib.cli import plans
from evaluation_lib.plan.starting import TABLES

EXAMPLE = Path(__file__).parents[1] / "data/plans/example-2026-2030"
APP = typer.Typer()
plans.enter(APP)


@pytest.fixture
def run():
    return lambda *words: CliRunner().invoke(APP, [str(word) for word in words])


def test_a_plan_can_be_started_and_checked_at_once(run, tmp_path):
    started = run("new-plan", tmp_path / "mine")
    checked = run("check-plan", tmp_path / "mine")

    assert (started.exit_code, checked.exit_code) == (0, 0)
    assert str(tmp_path / "mine" / "plan.yml") in started.stdout.splitlines()
    assert (checked.stdout, "no fault; 1 indicators" in checked.stderr) == ("", True)


def test_faults_of_versions_are_told_too_and_the_exit_code_says_so(run, tmp_path):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "plan"))
    changes = folder / "versions/adjusted-2028/changes.csv"
    text = changes.read_text(encoding="utf-8").replace("housing,target", "housing,unit")
    changes.write_text(text, encoding="utf-8")

    checked = run("check-plan", folder)

    assert checked.exit_code == 1
    assert "row 5, column field: no decision changes this field" in checked.stdout
    assert "1 faults" in checked.stderr


def test_schemas_are_written_for_editors(run, tmp_path):
    written = run("schema", tmp_path / "schemas")

    files = sorted(path.name for path in (tmp_path / "schemas").iterdir())
    assert len(files) == len(TABLES) + 3 == len(written.stdout.splitlines())
    result = json.loads((tmp_path / "schemas/result.schema.json").read_text(encoding="utf-8"))
    assert {"indicators", "commitments", "tasks", "claims"} <= set(result["properties"])


@pytest.mark.parametrize("name", ["new-plan", "check-plan", "schema"])
def test_help_is_documentation_with_an_example(run, name):
    shown = run(name, "--help").stdout

    assert f"plan-eval {name}" in shown
    assert len(shown.split()) > 25
