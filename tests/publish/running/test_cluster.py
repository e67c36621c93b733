"""A cluster of Dask makes the same reports, and the loss of a worker costs none of them."""

import os
import signal
from contextlib import suppress

import pytest

from evaluation_lib.errors import JobError
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running import cluster as cluster_module
from evaluation_lib.publish.running.cluster import Errand
from evaluation_lib.publish.running.manifest import digests
from evaluation_lib.publish.running.news import State
from evaluation_lib.publish.running.run import run_reports
from tests.publish.projects import SHOW, make_job, make_project

distributed = pytest.importorskip("distributed", reason="the extra distributed is not installed")
PLACES = ["440802", "440803", "440804", "440811", "440823", "440825"]


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as local:
        yield local


def made(jobs, folder, **options):
    digests.cache_clear()
    return run_reports(editions(jobs), folder, **options)


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".state" not in path.parts and path.name != ".lock"
    }


@pytest.mark.slow
def test_a_killed_worker_costs_no_report_and_the_reports_are_the_same(cluster, tmp_path):
    mark = tmp_path / "killed"
    kill = f"""\
import os, psutil, signal, time
if jurisdiction == "440804" and not os.path.exists({str(mark)!r}):
    worker = next(one for one in psutil.Process().parents() if "spawn_main" in str(one.cmdline()))
    open({str(mark)!r}, "w").write(str(worker.pid))
    worker.kill()
    time.sleep(60)
{SHOW}"""
    jobs = make_project(tmp_path / "project", kill, job=make_job(jurisdictions=PLACES))
    said = []

    there = made(jobs, tmp_path / "there", scheduler=cluster.scheduler_address, say=said.append)

    assert [one.reason for one in there] == [""] * 6
    assert mark.exists()
    assert [one.state for one in there] == [State.DONE] * len(PLACES)
    assert said == [f"6 reports go to {cluster.scheduler_address} with 2 workers."]
    with suppress(ProcessLookupError):
        os.kill(int(mark.read_text()), signal.SIGKILL)
    here = made(jobs, tmp_path / "here")
    assert [one.state for one in here] == [State.DONE] * len(PLACES)
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


def errand_to_nowhere(order, libraries, limits, _incoming, token):
    return Errand(order, libraries, limits, "/no/such/folder", token)


@pytest.mark.slow
def test_without_a_shared_folder_reports_come_through_the_scheduler(cluster, tmp_path, monkeypatch):
    failing = f"{SHOW}\nassert jurisdiction != '440803', 'no returns'"
    jobs = make_project(tmp_path, failing, job=make_job(jurisdictions=PLACES[:2]))
    monkeypatch.setattr(cluster_module, "Errand", errand_to_nowhere)

    done, failed = made(jobs, tmp_path / "reports", scheduler=cluster.scheduler_address)

    assert (done.state, failed.state) == (State.DONE, State.FAILED)
    assert failed.reason.endswith("04_midterm.ipynb: cell 'first': AssertionError: no returns")
    assert (tmp_path / "reports/job/440802/zh/result.json").is_file()
    assert (tmp_path / "reports/.state/logs" / failed.log).is_file()


def test_a_scheduler_that_does_not_answer_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("evaluation_lib.publish.running.cluster._CONNECT_SECONDS", 0.5)
    jobs = make_project(tmp_path)

    with pytest.raises(JobError, match=r"tcp://127\.0\.0\.1:9: no scheduler answers there"):
        made(jobs, tmp_path / "reports", scheduler="tcp://127.0.0.1:9")
