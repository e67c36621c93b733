"""Reports appear whole or not at all, and only those that changed are made."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from filelock import FileLock

from evaluation_lib.errors import JobError
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.journal import read_history
from evaluation_lib.publish.running.manifest import digests
from evaluation_lib.publish.running.news import State
from evaluation_lib.publish.running.placing import place, prepare
from evaluation_lib.publish.running.run import run_reports, unfinished
from tests.publish.projects import SHOW, make_job, make_project, read_result

FILES = ["manifest.json", "notebook.ipynb", "result.json"]


def run(jobs: Path, **options):
    digests.cache_clear()
    return run_reports(editions(jobs), jobs.parent / "reports", **options)


def states_of(outcome):
    return [one.state for one in outcome]


def left_over(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.rglob(".*") if one.name not in (".lock", ".state"))


def until_gone(pid: int) -> None:
    with suppress(psutil.NoSuchProcess):
        psutil.Process(pid).wait(timeout=20)


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
    log = tmp_path / "reports/.state/logs" / outcome[0].log
    assert log.read_text("utf-8").startswith(outcome[0].reason)
    assert "AssertionError" in log.read_text("utf-8").split("Traceback", 1)[1]


@pytest.mark.slow
def test_a_report_past_its_deadline_is_stopped_with_its_kernel(tmp_path):
    mark = tmp_path / "pid"
    hang = f"import os, time; open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    jobs = make_project(tmp_path, hang)

    (outcome,) = run(jobs, deadline_seconds=25, engine="standard")

    assert outcome.state is State.FAILED
    assert "cell 'first': stopped at its deadline of 25 s" in outcome.reason
    assert not psutil.pid_exists(int(mark.read_text()))
    assert sorted(one.name for one in (tmp_path / "reports").iterdir()) == [".lock", ".state"]


TROUBLE = f"""\
import os, signal, time
if not os.path.exists("mended"):
    match jurisdiction:
        case "440802": os.kill(os.getpid(), signal.SIGKILL)
        case "440803": time.sleep(600)
        case "440804": kept = bytearray(1 << 40)
        case "440811": os.fork(); kept = b"x" * (420 << 20); time.sleep(600)
{SHOW}"""


@pytest.mark.slow
def test_what_crashes_hangs_or_outgrows_its_memory_fails_alone_and_is_resumed(tmp_path):
    places = ["440802", "440803", "440804", "440811", "440823"]
    jobs = make_project(tmp_path, TROUBLE, job=make_job(jurisdictions=places))
    output = tmp_path / "reports"

    outcome = run(jobs, deadline_seconds=12, memory_megabytes=800, workers=5)

    assert states_of(outcome) == [State.FAILED] * 4 + [State.DONE]
    crash, hang, refused, grown = (one.reason.partition("cell 'first': ")[2] for one in outcome[:4])
    assert crash == "its process ended by SIGKILL."
    assert hang == "stopped at its deadline of 12 s."
    assert refused == "MemoryError"
    assert "MB of memory, above its limit of 800 MB" in grown
    history = read_history(output)
    assert [one[1] for one in history.missing] == places[:4]
    assert {one.cell for one in history.entries if one.state is State.FAILED} == {"first"}
    assert len(list((output / ".state/logs").iterdir())) == 4

    (tmp_path / "notebooks/mended").touch()
    again = run_reports(unfinished(jobs, output), output)

    assert [one.edition.jurisdiction for one in again] == places[:4]
    assert states_of(again) == [State.DONE] * 4
    assert list((output / ".state/logs").iterdir()) == []
    assert unfinished(jobs, output) == []


@pytest.mark.slow
def test_a_warm_process_that_is_killed_is_started_again_and_no_report_is_lost(tmp_path):
    mark = tmp_path / "killed"
    kill = f"""\
import os, signal, time
if not os.path.exists({str(mark)!r}):
    open({str(mark)!r}, "w").close()
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(600)
{SHOW}"""
    jobs = make_project(tmp_path, kill, job=make_job(jurisdictions=["440802", "440803"]))
    said = []

    outcome = run(jobs, say=said.append)

    assert states_of(outcome) == [State.DONE, State.DONE]
    assert said == ["the warm process was ended from outside; it is started again."]


@pytest.mark.slow
def test_a_killed_run_leaves_nothing_half_done_and_the_next_one_says_so(tmp_path):
    mark = tmp_path / "pid"
    hang = f"""\
import os, time
if jurisdiction == "440803" and not os.path.exists({str(mark)!r}):
    open({str(mark)!r}, "w").write(str(os.getpid()))
    time.sleep(600)
{SHOW}"""
    jobs = make_project(tmp_path, hang, job=make_job(jurisdictions=["440802", "440803"]))
    output, said = tmp_path / "reports", []
    command = [sys.executable, "-m", "evaluation_lib", "report", "--jobs-file", str(jobs)]
    with subprocess.Popen([*command, "--workers", "1"], stderr=subprocess.DEVNULL) as process:
        while not (mark.exists() and mark.read_text()):
            assert process.poll() is None
            time.sleep(0.05)
        process.kill()
    psutil.wait_procs(
        [psutil.Process(pid) for pid in [int(mark.read_text())] if psutil.pid_exists(pid)]
    )

    assert not read_history(output).is_whole
    again = run_reports(unfinished(jobs, output), output, say=said.append)

    assert [one.edition.jurisdiction for one in again] == ["440803"]
    assert states_of(again) == [State.DONE]
    assert len(said) == 1
    assert "was cut off; 1 unfinished report put away; --resume makes what it left." in said[0]
    assert left_over(output) == []


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
