"""What a user meets at the command line: help, results, refusals, exit codes."""

import csv
import io
import json
import subprocess
import sys

import pytest
import typer

from evaluation_lib.cli.main import app, main
from evaluation_lib.errors import JobError
from tests.publish.projects import PROJECT, make_project

COMMANDS = (
    "report",
    "run",
    "status",
    "schedule",
    "import",
    "template",
    "check",
    "evaluate",
    "explain",
    "revisions",
    "diff",
    "verify",
    "sign",
    "new-key",
    "new-plan",
    "check-plan",
    "schema",
    "new-records",
    "sample",
    "new-narrative",
    "accept",
    "portal",
    "explore",
    "list",
    "doctor",
)
PLAN = str(PROJECT / "data/plans/zhanjiang-2021-2025")
DEMONSTRATION = str(PROJECT / "data/observations/demonstration")


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the command line in this process; return exit code, stdout and stderr."""

    def command(*words):
        monkeypatch.setattr(sys, "argv", ["plan-eval", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        return end.value.code or 0, printed.out, printed.err

    return command


def test_every_command_is_known_to_the_tests():
    assert tuple(typer.main.get_command(app).commands) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_documentation_with_an_example(run, name):
    code, out, _ = run(name, "--help")

    told, examples = out.split("Example", 1)
    assert code == 0
    assert f"plan-eval {name}" in examples
    assert len(told.split("Options:")[0].split()) > 25


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_argument_says_what_it_is(name):
    command = typer.main.get_command(app).commands[name]

    assert [one.name for one in command.params if not one.help] == []


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "doctor"])
def test_the_examples_of_the_help_are_understood(run, name, monkeypatch):
    _, out, _ = run(name, "--help")
    lines = [line.split(">")[0].split() for line in out.splitlines() if "  plan-eval " in line]
    monkeypatch.chdir(PROJECT)
    group = typer.main.get_command(app)

    for _, command, *words in lines:
        group.commands[command].make_context(command, list(words))


def test_a_mistake_of_the_user_is_one_message_and_no_traceback(run, tmp_path):
    code, out, err = run("check", tmp_path / "nowhere", "--plan", PLAN)

    assert code == 2
    assert out == ""
    assert err.startswith(f"plan-eval: {tmp_path}/nowhere: no such file or folder")
    assert "Traceback" not in err


def test_a_file_the_system_refuses_is_one_message(run, tmp_path):
    jobs = make_project(tmp_path)
    (tmp_path / "reports").write_text("a file where a folder should be")

    code, _, err = run("report", "--jobs-file", jobs)

    assert code == 2
    assert err == f"plan-eval: {tmp_path}/reports: File exists.\n"


def test_a_job_that_is_not_there_writes_nothing(run, tmp_path):
    jobs = make_project(tmp_path)

    code, out, err = run("report", "nothing", "--jobs-file", jobs)

    assert (code, out) == (2, "")
    assert "no job is called 'nothing'" in err
    assert not (tmp_path / "reports").exists()


def test_without_a_plan_folder_to_choose_the_user_is_asked_for_one(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    code, _, err = run("list", "indicators")

    assert code == 2
    assert err == "plan-eval: data/plans: it holds none; name a plan folder with --plan.\n"


@pytest.mark.slow
def test_a_failing_report_is_named_with_its_reason_and_exit_code_1(run, tmp_path):
    jobs = make_project(tmp_path, "raise KeyError('column')")

    code, out, err = run("report", "--jobs-file", jobs)

    assert (code, out) == (1, "")
    assert "job 440800 zh: failed after" in err
    assert "04_midterm.ipynb: cell 'first': KeyError: 'column'" in err


def test_findings_are_told_in_the_language_asked_for(run):
    code, chinese, talk = run("check", DEMONSTRATION, "--plan", PLAN)
    _, english, _ = run("check", DEMONSTRATION, "--plan", PLAN, "--language", "en")

    first = [text.splitlines()[0].split("\t") for text in (chinese, english)]
    assert code == 0
    assert first[0][:6] == first[1][:6]
    assert first[0][6] != first[1][6]
    assert first[1][6].isascii()
    assert "observations: 0 error" in talk


def test_errors_in_the_data_end_with_exit_code_1(run, tmp_path):
    header = (PROJECT / DEMONSTRATION / "observations.csv").read_text("utf-8").splitlines()[0]
    row = "440800,no_such_indicator,2022,1,=,个,,final,2023-01-01,A,s,A1,1"
    (tmp_path / "returns.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")

    code, out, _ = run("check", tmp_path / "returns.csv", "--plan", PLAN)

    assert code == 1
    assert out.startswith("error\tunknown_indicator\t440800\tno_such_indicator\t2022\ts!A1\t")


def evaluate(run, *words):
    place = ("-j", "440800", "--as-of", "2023-07-31", "--plan", PLAN)
    return run("evaluate", DEMONSTRATION, *place, *words)


def test_the_scorecard_says_that_demonstration_data_are_no_statistics(run):
    code, out, _ = evaluate(run)

    assert code == 0
    assert out.startswith("演示数据")
    assert "略有滞后" in out


def test_the_scorecard_as_csv_has_a_line_for_each_indicator(run):
    _, out, _ = evaluate(run, "--csv", "--language", "en")

    lines = list(csv.DictReader(io.StringIO(out)))
    assert [line["number"] for line in lines] == [str(number) for number in range(1, 20)]
    assert {line["verdict_id"] for line in lines} >= {"not_assessable"}


def test_the_result_as_json_is_the_result_of_a_report(run):
    _, out, _ = evaluate(run, "--json")

    result = json.loads(out)
    assert result["as_of"] == "2023-07-31"
    assert result["demonstration"] is True
    assert len(result["indicators"]) == result["counts"]["total"] == 19


def test_json_and_csv_together_are_refused(run):
    code, out, _ = evaluate(run, "--json", "--csv")

    assert (code, out) == (2, "")


def test_a_jurisdiction_the_plan_does_not_name_is_answered_with_those_it_names(run):
    code, _, err = run(
        "evaluate", DEMONSTRATION, "-j", "1", "--as-of", "2023-07-31", "--plan", PLAN
    )

    assert code == 2
    assert "440800 湛江市" in err


@pytest.mark.parametrize(
    ("what", "first"),
    [
        pytest.param("indicators", "market_entities", id="indicators"),
        pytest.param("models", "pooled", id="models"),
        pytest.param("methods", None, id="methods"),
        pytest.param("checks", None, id="checks"),
        pytest.param("jobs", "midterm-demo", id="jobs"),
    ],
)
def test_what_can_be_chosen_is_listed_one_a_line(run, what, first):
    code, out, _ = run("list", what, "--plan", PLAN, "--jobs-file", PROJECT / "evaluations.yml")

    names = [line.split("\t")[0] for line in out.splitlines()]
    assert code == 0
    assert len(names) == len(set(names)) > 2
    assert first in (None, names[0])


def test_python_m_is_the_same_command():
    done = subprocess.run(
        [sys.executable, "-m", "evaluation_lib", "list", "nothing"],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        check=False,
    )

    assert done.returncode == 2
    assert "'nothing' is not one of 'indicators', 'models'" in done.stderr


def test_an_error_carries_its_message_through_pickling():
    import pickle

    assert str(pickle.loads(pickle.dumps(JobError("what, where, how")))) == "what, where, how"


def test_the_transparent_form_can_take_the_headline(run):
    _, out, _ = evaluate(run, "--json", "--model", "transparent")

    forecasts = [one["forecast"] for one in json.loads(out)["indicators"] if one["forecast"]]
    assert {one["model"] for one in forecasts} == {"transparent"}
    assert any(one["arithmetic"].startswith("末值") for one in forecasts)
