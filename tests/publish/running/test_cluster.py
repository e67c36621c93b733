"""A cluster of Dask makes the same reports, and the loss of a worker costs none of them."""

import os
import shutil
import signal
from contextlib import suppress

import pytest

from evaluation_lib.errors import JobError
from evaluation_lib.publish.choices import Engine
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running import cluster as cluster_module
from evaluation_lib.publish.running.cluster import shares_of
from evaluation_lib.publish.running.errands import Errand, run_errand
from evaluation_lib.publish.running.forks import ForkHands
from evaluation_lib.publish.running.manifest import digests
from evaluation_lib.publish.running.news import State
from evaluation_lib.publish.running.orders import order_for
from evaluation_lib.publish.running.run import run_reports
from evaluation_lib.report.blocks import REPORT_MIME
from tests.publish.projects import PROJECT, SHOW, make_job, make_project, read_result

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


def errand_to_nowhere(orders, together, libraries, limits, _incoming, token):
    return Errand(orders, together, libraries, limits, "/no/such/folder", token)


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


def refuse_company(errand):
    if len(errand.orders) > 1:
        raise OSError("no room for two")
    return run_errand(errand)


@pytest.mark.slow
def test_what_fails_in_company_is_asked_for_again_one_by_one(cluster, tmp_path, monkeypatch):
    jobs = make_project(tmp_path, job=make_job(jurisdictions=PLACES))
    monkeypatch.setattr(cluster_module, "run_errand", refuse_company)

    outcome = made(jobs, tmp_path / "reports", scheduler=cluster.scheduler_address)

    assert [one.state for one in outcome] == [State.DONE] * len(PLACES)


SHARED = f"""\
from IPython.display import display
from evaluation_lib.remembered import _known
places = sorted(key[3][0] for key in _known if key[0] == "evaluation")
display({{"{REPORT_MIME}": {{"worked out": places}}}}, raw=True)
"""


@pytest.mark.slow
def test_the_warm_process_of_a_worker_works_out_its_own_share_only(cluster, tmp_path):
    jobs = make_project(tmp_path, SHARED, job=make_job(jurisdictions=PLACES))
    shutil.rmtree(tmp_path / "observations")
    shutil.copytree(PROJECT / "data/observations/demonstration", tmp_path / "observations")

    made(jobs, tmp_path / "reports", scheduler=cluster.scheduler_address)

    for place in PLACES[:5]:
        shared = read_result(tmp_path / f"reports/job/{place}/zh")["worked out"]
        assert place in shared
        assert len(shared) < len(PLACES)


@pytest.mark.slow
def test_a_warm_process_that_is_killed_costs_a_report_nothing(cluster, tmp_path):
    kill = f"""\
import os, signal, time
from pathlib import Path
mark = Path({str(tmp_path / "killed")!r})
if jurisdiction == "440803" and not mark.exists():
    mark.touch()
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(60)
{SHOW}"""
    jobs = make_project(tmp_path / "project", kill, job=make_job(jurisdictions=PLACES[:3]))

    outcome = made(jobs, tmp_path / "reports", scheduler=cluster.scheduler_address)

    assert (tmp_path / "killed").exists()
    assert [one.state for one in outcome] == [State.DONE] * 3


@pytest.mark.slow
@pytest.mark.parametrize(("batch", "seconds"), [({"no": "plan"}, 60), ({}, 0)])
def test_what_the_warm_process_cannot_work_out_is_left_to_the_forks(tmp_path, batch, seconds):
    (edition,) = editions(make_project(tmp_path))
    (tmp_path / "report").mkdir()
    order = order_for(
        edition,
        folder=tmp_path / "report",
        scratch=tmp_path,
        engine=Engine.FAST,
        memory_megabytes=1000,
    )
    hands = ForkHands()

    hands.share([batch], seconds)

    assert hands.start(order, tmp_path).wait() == 0
    hands.close()


def sizes(number, threads):
    return [len(one) for one in shares_of(range(number), threads)]


def test_shares_are_even_then_smaller_and_never_large():
    assert sizes(16, 1) == [8, 8]
    assert sizes(16, 2) == [8, 4, 2, 1, 1]
    assert sizes(3, 0) == [3]
    assert sizes(2800, 64)[:285] == [8] * 285
    assert sizes(2800, 64)[-64:] == [1] * 64
    assert sum(sizes(2800, 64)) == 2800


def test_a_scheduler_that_does_not_answer_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("evaluation_lib.publish.running.cluster._CONNECT_SECONDS", 0.5)
    jobs = make_project(tmp_path)

    with pytest.raises(JobError, match=r"tcp://127\.0\.0\.1:9: no scheduler answers there"):
        made(jobs, tmp_path / "reports", scheduler="tcp://127.0.0.1:9")
