"""`plan-eval evaluate` with assumptions, other cut-offs and weights."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evaluation_lib.cli.main import app
from evaluation_lib.errors import EvaluationError

PROJECT = Path(__file__).resolve().parents[2]
USUAL = (
    "evaluate",
    str(PROJECT / "data/observations/demonstration"),
    *("-j", "440800", "--as-of", "2024-03-31"),
    *("--plan", str(PROJECT / "data/plans/zhanjiang-2021-2025")),
)


def run(*arguments):
    return CliRunner().invoke(app, [*USUAL, *arguments])


def test_an_assumption_is_marked_in_every_output():
    assumed = ("--assume", "trademarks:2024=7.9")

    card = run(*assumed)
    rows = csv.DictReader(io.StringIO(run(*assumed, "--csv").stdout))
    result = json.loads(run(*assumed, "--json").stdout)

    assert "商标有效注册量：假设2024年为7.9万件" in card.stdout
    assert [row["id"] for row in rows if "（假设）" in row["verdict"]] == ["trademarks"]
    assert result["assumptions"] == ["商标有效注册量：假设2024年为7.9万件"]
    assert result["title"].endswith("（含假设）")


def test_cut_offs_and_weights_are_settings_of_the_call(tmp_path):
    plan = PROJECT / "data/plans/zhanjiang-2021-2025/indicators.csv"
    keys = [line.split(",")[0] for line in plan.read_text(encoding="utf-8").splitlines()[1:]]
    weights = tmp_path / "weights.csv"
    rows = [f"{key},{10 if place == 0 else 5},v7" for place, key in enumerate(keys)]
    text = "\n".join(["indicator,weight,version", *rows])
    weights.write_text(text, encoding="utf-8")

    done = run("--cut-offs", "ahead=1.5", "--weights", str(weights), "--json")

    result = json.loads(done.stdout)
    assert result["cut_offs"]["ahead"] == 1.5
    assert result["score"]["version"] == "v7"
    assert "ahead" not in {one["verdict"] for one in result["indicators"]}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("--assume", "trademark:2024=7"), "Did you mean 'trademarks'", id="name"),
        pytest.param(("--assume", "trademarks:2022=7"), "is known", id="known"),
        pytest.param(("--cut-offs", "ahead"), "Cut-offs 'ahead'", id="cut-offs"),
        pytest.param(("--weights", "nowhere.csv"), "nowhere.csv", id="weights"),
    ],
)
def test_what_cannot_be_is_one_sentence(arguments, told):
    failure = run(*arguments).exception

    assert isinstance(failure, EvaluationError)
    assert told in str(failure)
