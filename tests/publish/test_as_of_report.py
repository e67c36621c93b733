"""A report as of an earlier day is, to the byte, what it was on that day."""

import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import yaml

from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.manifest import digests
from evaluation_lib.publish.running.run import State, run_reports
from tests.publish.projects import PLAN, PROJECT

DEMONSTRATION = PROJECT / "data/observations/demonstration"
DAY = "2022-06-05"  # between two editions of 2021, with half of the second ones out


def write_project(folder: Path, as_of: str) -> Path:
    """Write a project whose data are those published by `as_of`."""
    shutil.copytree(PLAN, folder / "plan")
    shutil.copytree(PROJECT / "notebooks", folder / "notebooks")
    (folder / "observations").mkdir()
    for path in sorted(DEMONSTRATION.glob("*.csv")):
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        known = table[table["published_on"] <= as_of]
        if len(known):  # a table without a row had not been begun
            known.to_csv(folder / "observations" / path.name, index=False)
    job = {
        "product": "midterm",
        "plan": "plan",
        "jurisdictions": ["440800"],
        "observations": "observations",
        "as_of": as_of,
        "formats": ["html", "pdf", "bundle"],
    }
    jobs = folder / "evaluations.yml"
    jobs.write_text(yaml.safe_dump({"jobs": {"then": job}}), "utf-8")
    return jobs


def files_of(jobs: Path, **asked) -> dict[str, bytes]:
    digests.cache_clear()
    (outcome,) = run_reports(editions(jobs, **asked), jobs.parent / "reports", workers=1)
    assert outcome.state is State.DONE, outcome.reason
    folder = jobs.parent / "reports" / outcome.edition.folder
    return {
        one.name: one.read_bytes()
        for one in sorted(folder.iterdir())
        if one.name != "manifest.json"
    }


@pytest.mark.slow
def test_today_it_is_byte_for_byte_what_it_was(tmp_path):
    then = files_of(write_project(tmp_path / "then", DAY))
    later = write_project(tmp_path / "now", "2026-06-30")

    now = files_of(later, as_of=date.fromisoformat(DAY))

    grown = (tmp_path / "now/observations/observations.csv").stat().st_size
    assert grown > 2 * (tmp_path / "then/observations/observations.csv").stat().st_size
    assert set(then) == {"bundle.zip", "notebook.ipynb", "report.html", "report.pdf", "result.json"}
    assert [name for name, content in then.items() if now[name] != content] == []
