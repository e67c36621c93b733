"""What a cut-off run, a full disk or a lost lock leaves behind is understood by the next one."""

import errno
import json
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import psutil
import pytest

from evaluation_lib.errors import JobError
from evaluation_lib.language import Language
from evaluation_lib.publish.job import Edition, Job
from evaluation_lib.publish.running import finishing
from evaluation_lib.publish.running.finishing import Task, changed_verdicts, finish
from evaluation_lib.publish.running.journal import Change, Journal, read_history
from evaluation_lib.publish.running.manifest import Inputs
from evaluation_lib.publish.running.news import Progress, State
from evaluation_lib.publish.running.placing import mend, prepare
from evaluation_lib.publish.running.solitude import alone_in

JOB = Job(
    product="midterm",
    plan="plan",
    jurisdictions=("440802", "440803"),
    observations="observations",
    as_of=date(2023, 7, 31),
)
ONE, TWO = (Edition("county", JOB, code, Language.ZH, Path()) for code in JOB.jurisdictions)
NAMES = [("county", code, "zh") for code in JOB.jurisdictions]


def task_in(output: Path) -> Task:
    return Task(ONE, Inputs({}, {}), output / ONE.folder)


def test_a_line_torn_by_a_power_cut_is_passed_over_and_not_added_to(tmp_path):
    journal = Journal(tmp_path / ".state")
    journal.begin([ONE, TWO])
    journal.enter(Progress(ONE, State.DONE, 1.0), "key")
    with (tmp_path / ".state/journal.jsonl").open("ab") as file:
        file.write('{"event": "report", "job": "规'.encode()[:-1])

    torn = read_history(tmp_path)
    Journal(tmp_path / ".state", run="second").begin([TWO])

    assert (torn.missing, torn.is_whole) == ((NAMES[1],), False)
    assert read_history(tmp_path).last_run == "second"
    assert read_history(tmp_path).wanted == (NAMES[1],)


def test_what_was_unchanged_or_made_is_not_missing(tmp_path):
    journal = Journal(tmp_path / ".state")
    journal.begin([ONE, TWO])
    journal.unchanged([ONE])
    journal.enter(Progress(TWO, State.FAILED, 1.0, "boom"), "key")
    journal.end()

    history = read_history(tmp_path)

    assert history.missing == (NAMES[1],)
    assert history.is_whole
    assert history.latest[NAMES[1]].reason == "boom"
    assert history.last_good == {}


def test_a_full_disk_fails_the_report_and_leaves_the_older_one(tmp_path, monkeypatch):
    task = task_in(tmp_path)
    task.target.mkdir(parents=True)
    (task.target / "result.json").write_text("older")
    draft = prepare(task.target)
    (draft / "result.json").write_text("newer")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device", str(draft))

    monkeypatch.setattr(finishing, "place", full)
    news, _ = finish(task, Progress(ONE, State.DONE, 1.0), draft, "")

    assert news.state is State.FAILED
    assert news.reason == f"{draft}: No space left on device."
    assert (task.target / "result.json").read_text() == "older"
    assert not draft.exists()


def test_a_journal_on_a_full_disk_says_so_and_stops_nothing(tmp_path):
    (tmp_path / ".state").mkdir()
    (tmp_path / ".state/journal.jsonl").symlink_to("/dev/full")
    journal = Journal(tmp_path / ".state")

    journal.begin([ONE])

    assert journal.trouble.endswith("journal.jsonl: No space left on device")


def test_verdicts_that_another_took_the_place_of_are_entered(tmp_path):
    for name, verdict in (("old", "slightly_behind"), ("new", "on_schedule")):
        (tmp_path / name).mkdir()
        told = {"indicators": [{"id": "a", "name": "甲", "verdict": verdict}]}
        (tmp_path / name / "result.json").write_text(json.dumps(told), "utf-8")
    changes = changed_verdicts(tmp_path / "old", tmp_path / "new")

    journal = Journal(tmp_path / ".state")
    journal.begin([ONE])
    journal.enter(Progress(ONE, State.DONE, 1.0), "key", changes)

    expected = (Change("a", "甲", "slightly_behind", "on_schedule"),)
    assert read_history(tmp_path).latest[NAMES[0]].changes == expected


def test_what_a_power_cut_left_between_two_renames_comes_back(tmp_path):
    target = tmp_path / ONE.folder
    aside = target.with_name(".zh.previous")
    aside.mkdir(parents=True)
    (aside / "result.json").write_text("good")
    target.with_name(".zh.draft").mkdir()

    assert mend(tmp_path) == 2
    assert (target / "result.json").read_text() == "good"
    assert [one.name for one in target.parent.iterdir()] == ["zh"]


def test_a_run_that_was_cut_off_is_named_by_the_next_one(tmp_path):
    holder = {"pid": 2**22 + 1, "born": 0.0, "host": socket.gethostname(), "since": "2026-01-01"}
    (tmp_path / ".state").mkdir()
    (tmp_path / ".state/holder.json").write_text(json.dumps(holder))

    with alone_in(tmp_path) as cut_off:
        assert cut_off == (
            f"an earlier run (process {2**22 + 1} on {socket.gethostname()} since 2026-01-01) was "
            "cut off; --resume makes what it left."
        )
    with alone_in(tmp_path) as nothing:
        assert nothing == ""


def test_a_run_whose_lock_was_deleted_is_not_disturbed(tmp_path):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        holder = {
            "pid": other.pid,
            "born": psutil.Process(other.pid).create_time(),
            "host": socket.gethostname(),
            "since": "2026-01-01",
        }
        (tmp_path / ".state").mkdir()
        (tmp_path / ".state/holder.json").write_text(json.dumps(holder))

        with pytest.raises(JobError, match="though its lock is lost"), alone_in(tmp_path):
            pass
        other.communicate(b"\n")
