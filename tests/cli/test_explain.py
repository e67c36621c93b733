"""One indicator from the cell to the verdict at the command line."""

import json
import sys

import pytest

from evaluation_lib.cli.main import main
from tests.publish.projects import PLAN, make_project

ROWS = """\
jurisdiction,indicator,period,value,comparator,unit,definition,status,published_on,evidence,source,cell,raw
440800,certificates,2021,5600,=,张,,final,2022-03-01,A,form,汇总表!C1,五千六百
440800,certificates,2022,6190,=,张,,final,2023-03-01,A,form,汇总表!C2,6190
440800,certificates,2023,6800,=,张,,final,2024-03-01,A,form,汇总表!C3,6800
"""


@pytest.fixture
def project(tmp_path):
    jobs = make_project(tmp_path)
    (tmp_path / "observations/observations.csv").write_text(ROWS, encoding="utf-8")
    return jobs


@pytest.fixture
def run(monkeypatch, capsys, project):
    """Run the command line on the project; return exit code, stdout and stderr."""

    def command(*words):
        monkeypatch.setattr(sys, "argv", ["plan-eval", *words, "--jobs-file", str(project)])
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        else:
            code = 0
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def test_a_derivation_runs_from_the_cell_to_the_verdict(run):
    code, out, _ = run("explain", "certificates", "job")

    told = "".join(out.split())
    assert code == 0
    assert "位置汇总表!C1；2022-03-01发布；证据A级；原文“五千六百”" in told
    assert "(6190−5120)÷(7300−5120)=1070÷2180=49.1%" in told
    assert told.index("13.2021") < told.index("13.4完成率") < told.index("13.10评价结论")
    assert "13.2023" not in told


def test_the_job_may_be_asked_on_another_day_and_in_english(run):
    code, out, _ = run(
        "explain", "certificates", "job", "--as-of", "2024-06-30", "--language", "en", "--json"
    )

    told = json.loads(out)
    assert code == 0
    assert told["as_of"] == "2024-06-30"
    steps = {one["note"]: one for one in told["steps"]}
    assert steps["13.2023"]["label"] == "Observed in 2023"
    assert steps["13.3"]["how"] == "The observation of 2023 (note 13.2023)"


def test_observations_without_a_job_are_explained_alike(run, project):
    source = str(project.parent / "observations")
    place = ("-j", "440800", "--as-of", "2023-07-31", "--plan", str(PLAN), "--observations", source)

    assert run("explain", "certificates", *place) == run("explain", "certificates", "job")


def test_an_unknown_indicator_is_answered_with_the_nearest(run):
    code, out, err = run("explain", "certificate", "job")

    assert (code, out) == (2, "")
    assert "no indicator is called 'certificate'. Did you mean 'certificates'?" in err


def test_without_job_or_observations_the_user_is_asked_for_one(run):
    code, _, err = run("explain", "certificates")

    assert code == 2
    assert "name a JOB, or give --observations" in err
