"""`plan-eval revisions` on the demonstration data, and on a restatement that moves a verdict."""

import json
import sys

import pytest

from evaluation_lib.cli.main import main
from evaluation_lib.observations.sources import read_observations
from tests.publish.projects import PROJECT

PLAN = str(PROJECT / "data/plans/zhanjiang-2021-2025")
DEMONSTRATION = str(PROJECT / "data/observations/demonstration")
DAYS = ("--since", "2023-06-30", "--until", "2023-11-30")


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the command in this process; return its exit code, stdout and stderr."""

    def command(*words):
        monkeypatch.setattr(sys, "argv", ["plan-eval", "revisions", *words, "--plan", PLAN])
        code = 0
        try:
            main()
        except SystemExit as left:
            code = int(left.code or 0)
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


def test_restated_values_are_listed_one_a_line_in_the_language_asked_for(run):
    code, chinese, talk = run(DEMONSTRATION, *DAYS)
    _, english, _ = run(DEMONSTRATION, *DAYS, "--language", "en")

    line = "企业标准\t2021\t3575\t3560\t2023-11-21\tdemo-440800-2021-restated-2023-11"
    assert code == 0
    assert line in chinese.splitlines()
    assert english.splitlines()[0].isascii()
    assert "values restated" in talk


def test_a_verdict_that_a_restatement_moved_is_told_with_its_cause(run, tmp_path):
    table, _ = read_observations(DEMONSTRATION)
    mine = (table["jurisdiction"] == "440800") & (table["indicator"] == "certificates")
    last = table[mine & (table["period"] == "2022")].iloc[[-1]]
    restated = last.assign(value=9000.0, published_on="2023-09-01", source="demo-corrected")
    file = tmp_path / "observations.csv"
    table.to_csv(file, index=False)
    restated.to_csv(file, index=False, header=False, mode="a")

    _, out, _ = run(str(file), *DAYS, "--json")

    result = json.loads(out)
    moved = {one["indicator"]: one for one in result["verdicts"]}
    assert moved["certificates"]["cause"] == "revision"
    assert moved["certificates"]["new"] == "achieved_early"
    assert ("certificates", "2022", 9000.0) in {
        (one["indicator"], one["period"], one["new"]) for one in result["revisions"]
    }


def test_days_in_the_wrong_order_are_one_message(run):
    code, out, err = run(DEMONSTRATION, "--since", "2023-11-30", "--until", "2023-06-30")

    assert (code, out) == (2, "")
    assert err == (
        "plan-eval: revisions since 2023-11-30 until 2023-06-30: the second day must lie after "
        "the first.\n"
    )
