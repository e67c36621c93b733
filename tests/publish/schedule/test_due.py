"""What is due follows from data, plan and calendar, and from nothing else."""

import shutil
from datetime import date

import pytest

from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.finishing import Task, finish
from evaluation_lib.publish.running.journal import Journal, read_history
from evaluation_lib.publish.running.manifest import digests, edition_inputs
from evaluation_lib.publish.running.news import Progress, State
from evaluation_lib.publish.running.placing import prepare
from evaluation_lib.publish.schedule.due import decide
from tests.publish.projects import PROJECT, make_job, make_project, write_jobs

TODAY = date(2026, 11, 28)


def made(jobs, state=State.DONE, at=None):
    """Enter in the journal that the one report of `jobs` was made, or failed."""
    digests.cache_clear()
    (edition,) = editions(jobs)
    output = jobs.parent / "reports"
    task = Task(edition, edition_inputs(edition), output / edition.folder)
    draft = prepare(task.target)
    (draft / "result.json").write_text("{}")
    news, _ = finish(
        task, Progress(edition, state, 1.0, "boom" * (state is State.FAILED)), draft, ""
    )
    journal = Journal(output / ".state")
    journal.begin([edition])
    journal.enter(news, task.inputs.key)
    journal.end()
    if at:
        path = output / ".state/journal.jsonl"
        lines = path.read_text("utf-8").splitlines()
        today = read_history(output).entries[-1].at
        path.write_text("\n".join(line.replace(today, at) for line in lines) + "\n", "utf-8")


def told(jobs, today=TODAY):
    digests.cache_clear()
    output = jobs.parent / "reports"
    (one,) = decide(editions(jobs), output, read_history(output), today)
    return one.is_due, one.is_stale, one.reason


def change_data(jobs):
    with (jobs.parent / "observations/observations.csv").open("a") as file:
        file.write("\n")


def test_what_was_never_made_is_due(tmp_path):
    assert told(make_project(tmp_path)) == (True, True, "it was never made")


def test_what_has_not_changed_is_not_due(tmp_path):
    jobs = make_project(tmp_path)
    made(jobs)

    assert told(jobs) == (False, False, "nothing has changed")


@pytest.mark.parametrize(
    ("change", "part"),
    [
        pytest.param(change_data, "observations", id="data"),
        pytest.param(
            lambda jobs: (jobs.parent / "plan/note.md").write_text("new"), "plan", id="plan"
        ),
        pytest.param(
            lambda jobs: write_jobs(jobs.parent, {"job": make_job(as_of="2024-01-31")}),
            "settings",
            id="settings",
        ),
    ],
)
def test_what_changed_is_due_and_named(tmp_path, change, part):
    jobs = make_project(tmp_path)
    made(jobs)
    change(jobs)

    assert told(jobs) == (True, True, f"changed: {part}")


def test_a_report_that_somebody_edited_is_due(tmp_path):
    jobs = make_project(tmp_path)
    made(jobs)
    (tmp_path / "reports/job/440800/zh/result.json").write_text("{ }")

    assert told(jobs) == (True, True, "changed: its own files")


@pytest.mark.parametrize(
    ("frequency", "last", "is_due"),
    [
        pytest.param("monthly", "2026-11-01T08:00:00+08:00", False, id="made this month"),
        pytest.param("monthly", "2026-10-31T23:00:00+08:00", True, id="made last month"),
        pytest.param("quarterly", "2026-10-01T08:00:00+08:00", False, id="made this quarter"),
        pytest.param("quarterly", "2026-09-30T08:00:00+08:00", True, id="made last quarter"),
        pytest.param("half-yearly", "2026-07-01T08:00:00+08:00", False, id="made this half"),
        pytest.param("half-yearly", "2026-06-30T08:00:00+08:00", True, id="made last half"),
    ],
)
def test_a_job_with_a_rhythm_is_due_once_in_its_time(tmp_path, frequency, last, is_due):
    jobs = make_project(tmp_path, job=make_job(due=frequency))
    made(jobs, at=last)
    change_data(jobs)

    assert told(jobs)[0] is is_due
    assert told(jobs)[1]


def test_a_yearly_job_waits_for_the_values_of_the_year_that_has_ended(tmp_path):
    jobs = make_project(tmp_path, job=make_job(due="yearly", as_of="2026-06-30"))
    shutil.rmtree(tmp_path / "observations")
    shutil.copytree(PROJECT / "data/observations/demonstration", tmp_path / "observations")

    assert told(jobs, date(2026, 2, 1)) == (True, True, "it was never made")
    assert told(jobs, date(2027, 2, 1)) == (False, True, "it waits for the values of 2026")


def test_a_failed_report_is_due_again_though_its_time_has_not_come(tmp_path):
    jobs = make_project(tmp_path, job=make_job(due="yearly"))
    shutil.rmtree(tmp_path / "observations")
    shutil.copytree(PROJECT / "data/observations/demonstration", tmp_path / "observations")
    made(jobs)
    (tmp_path / "plan/note.md").write_text("new")
    made_again = told(jobs)
    made(jobs, State.FAILED)

    assert not made_again[0]
    assert told(jobs) == (True, True, "the last run of it failed; changed: plan")
