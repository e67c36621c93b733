"""A job may name a database: its rows are the input, and its password is nobody's output."""

import sqlite3
import sys

import pytest

from evaluation_lib.cli.main import main
from evaluation_lib.errors import JobError
from evaluation_lib.observations.sources.address import PASSWORD_VARIABLE
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.manifest import edition_inputs
from tests.builders import make_rows
from tests.publish.projects import SHOW, make_job, make_project

PLANTED = "Berg-und-Tal-99"
ADDRESS = "sqlite:///returns.db?table=observations"
# The usual notebook of these tests reads a file; this one shows what it was told to read.
TELL = SHOW.replace('Path(observations, "observations.csv").read_text("utf-8")', "observations")


def fill(folder, name="returns.db", rows=None):
    rows = make_rows({}, {"period": "2022"}) if rows is None else rows
    with sqlite3.connect(folder / name) as connection:
        rows.to_sql("observations", connection, index=False, if_exists="replace")
    connection.close()


def one_edition(folder, address):
    jobs = make_project(folder, TELL, job=make_job(observations=address))
    fill(folder)
    return jobs


def test_a_file_is_looked_for_beside_the_job_file(tmp_path):
    (edition,) = editions(one_edition(tmp_path, ADDRESS))

    assert edition.observations == f"sqlite:///{tmp_path}/returns.db?table=observations"


def test_the_rows_are_the_input_and_not_where_they_lie(tmp_path):
    (edition,) = editions(one_edition(tmp_path / "one", ADDRESS))
    (moved,) = editions(one_edition(tmp_path / "two", ADDRESS))
    (other,) = editions(one_edition(tmp_path / "three", ADDRESS))
    fill(tmp_path / "three", rows=make_rows({}, {"period": "2022", "value": 121.0}))

    keys = [edition_inputs(one).files["observations"]["rows"] for one in (edition, moved, other)]

    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        pytest.param("sqlite:///none.db", "no such file none.db", id="no file"),
        pytest.param(f"postgresql://a:{PLANTED}@b/c", "holds a password", id="password"),
        pytest.param("postgresql://a:${UNSET_KEY}@b/c", "does not set UNSET_KEY", id="variable"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_before_anything_runs(tmp_path, address, told):
    with pytest.raises(JobError) as refused:
        editions(one_edition(tmp_path, address))

    assert told in str(refused.value)
    assert PLANTED not in str(refused.value)


def test_a_database_that_does_not_answer_fails_its_report_alone(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv(PASSWORD_VARIABLE, PLANTED)
    jobs = one_edition(tmp_path, "postgresql://reader@127.0.0.1:1/plans?table=observations")
    monkeypatch.setattr(sys, "argv", ["plan-eval", "report", "--jobs-file", str(jobs)])

    with pytest.raises(SystemExit) as left:
        main()

    told = capsys.readouterr()
    assert left.value.code == 1
    assert "job 440800 zh: failed" in told.err
    assert PLANTED not in told.err + told.out


@pytest.mark.slow
def test_a_report_from_a_database_holds_neither_password_nor_local_path(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv(PASSWORD_VARIABLE, PLANTED)
    jobs = one_edition(tmp_path, ADDRESS)
    monkeypatch.setattr(sys, "argv", ["plan-eval", "report", "--jobs-file", str(jobs)])

    with pytest.raises(SystemExit) as left:
        main()

    folder = tmp_path / "reports/job/440800/zh"
    written = "".join(one.read_text("utf-8") for one in folder.iterdir())
    assert left.value.code == 0
    assert ADDRESS in written
    assert PLANTED not in written + capsys.readouterr().err
    assert str(tmp_path) not in written
