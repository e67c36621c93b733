"""`plan-eval import` and `plan-eval template`, as typed."""

from pathlib import Path

import openpyxl
import pytest
import typer
from typer.testing import CliRunner

from evaluation_lib.cli import importing
from evaluation_lib.errors import ObservationError, PlanError

ROOT = Path(__file__).parents[2]
PLAN = str(ROOT / "data/plans/zhanjiang-2021-2025")
SENT = str(ROOT / "data/observations/demonstration/forms/sent")


def run(*words: str):
    app = typer.Typer(rich_markup_mode=None)
    importing.enter(app)
    return CliRunner().invoke(app, [*words, "--plan", PLAN])


def test_a_folder_of_forms_becomes_observations_and_queries(tmp_path):
    result = run("import", SENT, "--out", str(tmp_path))

    assert result.exit_code == 1  # there are errors to answer
    assert "28 forms, 76 observations; queries: 34 error, 16 warning, 19 note" in result.stderr
    assert str(tmp_path / "observations.csv") in result.stdout.splitlines()
    assert (tmp_path / "annotated/登记注册科_2023年度_质疑.xlsx").exists()
    assert not any(path.name.startswith("~$") for path in tmp_path.rglob("*"))


def test_only_the_tables_are_written_if_nothing_is_sent_back(tmp_path):
    run("import", SENT, "--out", str(tmp_path), "--no-annotate")

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "answers.csv",
        "observations.csv",
        "queries.csv",
    ]


def test_a_filled_template_is_imported_without_a_query(tmp_path):
    blank = run("template", "2023", "-j", "440803", "-i", "enterprises", "--out", str(tmp_path))
    (path,) = map(Path, blank.stdout.split())
    book = openpyxl.load_workbook(path)
    book.active["C3"], book.active["D5"] = "2024-02-26", 1.3
    book.save(path)

    result = run("import", str(path), "--out", str(tmp_path / "out"))

    assert result.exit_code == 0
    assert "1 forms, 1 observations; queries: 0 error, 0 warning, 0 note" in result.stderr


def test_templates_are_written_for_the_plan_and_its_parts(tmp_path):
    result = run("template", "2023-01/2023-09", "--out", str(tmp_path))

    assert len(result.stdout.split()) == 10
    assert (tmp_path / "霞山区_2023-01_2023-09.xlsx").exists()


@pytest.mark.parametrize(
    ("words", "kind", "message"),
    [
        (("template", "2023", "-j", "999999"), PlanError, "--jurisdiction 999999: the plan knows"),
        (("template", "2023", "-i", "gdp"), PlanError, "--indicator gdp: the plan knows"),
        (("template", "soon"), ObservationError, "period 'soon' is not readable"),
        (("import", "nowhere"), ObservationError, "nowhere: no such file or folder"),
    ],
)
def test_what_does_not_exist_is_named(tmp_path, words, kind, message):
    result = run(*words, "--out", str(tmp_path / "out"))

    assert isinstance(result.exception, kind)
    assert message in str(result.exception)
