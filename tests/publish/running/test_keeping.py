"""What becomes of a report that another one takes the place of."""

import json

import pytest

from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.run import run_reports
from tests.publish.projects import make_job, make_project, write_jobs

SAYS_ITS_DAY = """\
from IPython.display import display
kind = "application/vnd.plan-eval.report+json"
display({kind: {"as_of": as_of, "job": job, "indicators": []}}, raw=True)
"""


def made(project, output, **changes):
    jobs = write_jobs(project.parent, {"job": make_job(**changes)})
    return run_reports(editions(jobs), output, force=True)


@pytest.mark.slow
def test_a_report_of_an_earlier_day_is_kept_and_one_that_says_the_same_is_not(tmp_path):
    project, output = make_project(tmp_path / "project", SAYS_ITS_DAY), tmp_path / "reports"

    for day in ("2023-07-31", "2023-07-31", "2024-03-31"):
        made(project, output, as_of=day)

    (past,) = output.glob("history/job/440800/zh/*")
    assert past.name.startswith("2023-07-31-")
    assert json.loads((past / "result.json").read_text("utf-8"))["as_of"] == "2023-07-31"
    now = json.loads((output / "job/440800/zh/result.json").read_text("utf-8"))
    assert now["as_of"] == "2024-03-31"
