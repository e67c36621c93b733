"""A bundle of a small report, made once, and copies of it to tamper with."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.run import State, run_reports
from tests.builders import make_rows
from tests.publish.projects import make_job, make_project

SHOWN = """\
import json
from pathlib import Path
from IPython.display import display
from evaluation_lib.report.blocks import REPORT_MIME
rows = Path(observations, "observations.csv").read_text("utf-8")
values = {"number": rows.count("120.0")}
plan = Path(plan_folder, "indicators.csv").read_text("utf-8")[:40]
display({REPORT_MIME: {"job": job, "language": language, "values": values, "plan": plan}}, raw=True)
"""
LEDGER = """\
subject,kind,status,date,published_on,evidence,source,quote,note,reported_by,verified
T03-1-01,task,under_way,2022-12-31,2023-02-20,C,return,,,科室,self_reported
T03-1-02,task,done,2023-12-31,2024-02-20,C,return,,,科室,self_reported
"""


def make_bundle(folder: Path) -> Path:
    """Make a project in `folder`, run its only report, and return the report's folder."""
    jobs = make_project(folder, SHOWN, job=make_job(formats=["bundle"], folder="written"))
    notebook = folder / "notebooks/04_midterm.ipynb"
    notebook.write_text(
        notebook.read_text("utf-8").replace('job = \\"by-hand\\"', 'job = job_folder = \\"\\"'),
        "utf-8",
    )
    rows = make_rows({}, {"period": "2022", "value": 130.0, "published_on": "2024-01-31"})
    rows.to_csv(folder / "observations/observations.csv", index=False)
    (folder / "observations/ledger.csv").write_text(LEDGER, "utf-8")
    (folder / "written/narrative/zh").mkdir(parents=True)
    (folder / "written/narrative/zh/causes.md").write_text("原因如下。", "utf-8")
    (outcome,) = run_reports(editions(jobs), folder / "reports", workers=1)
    assert outcome.state is State.DONE, outcome.reason
    return folder / "reports" / outcome.edition.folder


def unpacked(report: Path, target: Path) -> Path:
    """Return the bundle of `report` as a folder."""
    with zipfile.ZipFile(report / contents.BUNDLE) as archive:
        archive.extractall(target)
    return target


def forged(root: Path, name: str, change: Callable[[str], str]) -> Path:
    """Change a file of the bundle `root` and make every hash in it agree."""
    path = root / name
    changed = change(path.read_text("utf-8"))
    assert changed != path.read_text("utf-8")
    path.write_text(changed, "utf-8", newline="\n")
    metadata = root / contents.METADATA
    told = json.loads(metadata.read_text("utf-8"))
    for one in told["@graph"]:
        if one["@id"] == name:
            one["sha256"] = contents.sha256_of(path)
            one["contentSize"] = str(path.stat().st_size)
    metadata.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    contents.write_sums(root)
    return root


def copy_of(root: Path, target: Path) -> Path:
    """Return a copy of the bundle `root`."""
    return Path(shutil.copytree(root, target))
