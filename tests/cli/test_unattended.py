"""What a clock calls: run what is due, tell who has to know, and say how things stand."""

import json
import sys

import pytest

from evaluation_lib.cli.main import main
from evaluation_lib.publish.running.manifest import digests
from tests.publish.projects import SHOW, make_job, make_project

FRAGILE = f"""\
assert jurisdiction != "440803" or os.path.exists("mended"), "no returns"
{SHOW}""".replace("assert", "import os\nassert", 1)


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the command line in this process; return exit code, stdout and stderr."""

    def command(*words):
        digests.cache_clear()
        monkeypatch.setattr(sys, "argv", ["plan-eval", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        return end.value.code or 0, printed.out, printed.err

    return command


@pytest.mark.slow
def test_what_is_due_is_made_told_of_and_not_made_again(tmp_path, run):
    jobs = make_project(tmp_path, FRAGILE, county=make_job(jurisdictions=["440802", "440803"]))
    with jobs.open("a", encoding="utf-8") as file:
        file.write("notify:\n  - {channel: file, path: notices.jsonl}\n")
    due = ("run", "--due", "--jobs-file", jobs, "--progress", "json")

    code, out, err = run(*due)

    assert code == 1
    assert out.splitlines() == [str(tmp_path / "reports/county/440802/zh")]
    assert [json.loads(line)["event"] for line in err.splitlines()][-1] == "summary"
    (notice,) = map(json.loads, (tmp_path / "notices.jsonl").read_text("utf-8").splitlines())
    assert notice["lines"] == [
        f"county 440803 zh: {tmp_path}/notebooks/04_midterm.ipynb: cell 'first': "
        "AssertionError: no returns"
    ]

    code, out, _ = run("status", "--jobs-file", jobs, "--json")

    assert code == 1
    fresh, failed = json.loads(out)["reports"]
    assert (fresh["state"], fresh["due"], bool(fresh["last_good"])) == ("fresh", False, True)
    assert (failed["state"], failed["due"], failed["cell"]) == ("failed", True, "first")
    assert failed["log"] == "county-440803-zh.log"

    (tmp_path / "notebooks/mended").touch()
    assert run(*due)[:2] == (0, f"{tmp_path}/reports/county/440803/zh\n")
    code, out, err = run(*due)
    assert (code, out) == (0, "")
    assert [json.loads(line)["event"] for line in err.splitlines()] == ["summary"]
    code, out, _ = run("status", "--jobs-file", jobs)
    assert code == 0
    assert [line.split()[3] for line in out.splitlines()] == ["state", "fresh", "fresh"]


@pytest.mark.parametrize("option", ["--cron", "--systemd", "--windows", "--actions", "--airflow"])
def test_a_piece_for_each_scheduler_is_printed(run, option):
    code, out, _ = run("schedule", option, "--at", "05:15")

    assert code == 0
    assert "run" in out
    assert "--due" in out


def test_one_scheduler_has_to_be_named(run):
    code, _, err = run("schedule", "--cron", "--systemd")

    assert code == 2
    assert "name one of --cron, --systemd, --windows, --actions, --airflow" in " ".join(err.split())
