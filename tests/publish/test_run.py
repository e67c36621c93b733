"""Reports appear whole or not at all, and only those that changed are made."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from filelock import FileLock

from evaluation_lib.errors import JobError
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.manifest import digests
from evaluation_lib.publish.placing import place, prepare
from evaluation_lib.publish.run import State, run_reports
from tests.publish.projects import SHOW, make_job, make_project, read_result

FILES = ["manifest.json", "notebook.ipynb", "result.json"]


def run(jobs: Path, **options):
    digests.cache_clear()
    return run_reports(editions(jobs), jobs.parent / "reports", **options)


def states_of(outcome):
    return [one.state for one in outcome]


def left_over(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.rglob(".*") if one.name != ".lock")


def contents_of(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in sorted(folder.iterdir())}


@pytest.mark.slow
def test_a_report_is_made_once_and_again_only_when_an_input_changes(tmp_path):
    jobs = make_project(tmp_path)
    folder = tmp_path / "reports/job/440800/zh"

    assert states_of(run(jobs)) == [State.DONE]
    first = contents_of(folder)
    assert list(first) == FILES
    assert read_result(folder) == {"job": "job", "language": "zh", "rows": "one"}
    assert left_over(tmp_path / "reports") == []
    assert not any(str(tmp_path).encode() in content for content in first.values())

    assert states_of(run(jobs)) == [State.UNCHANGED]
    assert states_of(run(jobs, force=True)) == [State.DONE]
    assert contents_of(folder) == first

    (tmp_path / "observations/observations.csv").write_text("two", encoding="utf-8")
    assert states_of(run(jobs)) == [State.DONE]
    assert read_result(folder)["rows"] == "two"


@pytest.mark.slow
def test_a_failing_report_keeps_its_older_version_and_stops_no_other(tmp_path):
    failing = f"{SHOW}\nassert jurisdiction != '440802', 'no returns'"
    jobs = make_project(tmp_path, failing, job=make_job(jurisdictions=["440802", "440803"]))
    older = tmp_path / "reports/job/440802/zh"
    older.mkdir(parents=True)
    (older / "result.json").write_text("{}")
    news = []

    outcome = run(jobs, tell=news.append)

    assert states_of(outcome) == [State.FAILED, State.DONE]
    assert outcome[0].reason.endswith("04_midterm.ipynb: cell 'first': AssertionError: no returns")
    assert contents_of(older) == {"result.json": b"{}"}
    assert left_over(tmp_path / "reports") == []
    assert [one.state for one in news].count(State.STARTED) == 2


@pytest.mark.slow
def test_a_report_past_its_deadline_is_stopped_with_its_kernel(tmp_path):
    mark = tmp_path / "pid"
    hang = f"import os, time; open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    jobs = make_project(tmp_path, hang)

    (outcome,) = run(jobs, deadline_seconds=25)

    assert outcome.state is State.FAILED
    assert "stopped at its deadline of 25 s" in outcome.reason
    assert not psutil.pid_exists(int(mark.read_text()))
    assert list((tmp_path / "reports").iterdir()) == [tmp_path / "reports/.lock"]


@pytest.mark.slow
def test_a_stopped_run_takes_its_workers_with_it_and_leaves_nothing(tmp_path):
    mark = tmp_path / "pid"
    hang = f"import os, time; open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    jobs = make_project(tmp_path, hang)
    command = [sys.executable, "-m", "evaluation_lib", "report", "--jobs-file", str(jobs)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=os.environ)
    while not (mark.exists() and mark.read_text()):
        assert process.poll() is None
        time.sleep(0.05)

    process.terminate()

    assert process.wait(timeout=20) == 143
    assert not psutil.pid_exists(int(mark.read_text()))
    assert left_over(tmp_path / "reports") == []


def test_a_second_run_in_the_same_folder_is_refused(tmp_path):
    jobs = make_project(tmp_path)
    (tmp_path / "reports").mkdir()

    with (
        FileLock(tmp_path / "reports/.lock"),
        pytest.raises(JobError, match="another run is writing there"),
    ):
        run(jobs)


def test_a_report_set_aside_by_an_interrupted_run_comes_back(tmp_path):
    target = tmp_path / "zh"
    aside = tmp_path / ".zh.previous"
    aside.mkdir()
    (aside / "result.json").write_text("{}")
    (tmp_path / ".zh.draft").mkdir()
    (tmp_path / ".zh.draft/half").write_text("")

    draft = prepare(target)

    assert (target / "result.json").read_text() == "{}"
    assert list(draft.iterdir()) == []
    assert not aside.exists()


def test_a_newer_report_takes_the_place_of_the_older_one_whole(tmp_path):
    target = tmp_path / "zh"
    target.mkdir()
    (target / "only-in-the-older").write_text("")
    draft = prepare(target)
    (draft / "result.json").write_text("{}")

    place(draft, target)

    assert [one.name for one in target.iterdir()] == ["result.json"]
    assert [one.name for one in tmp_path.iterdir()] == ["zh"]
