"""News of a run name their job, in bars, plain lines or lines of JSON."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from evaluation_lib.cli import progress
from evaluation_lib.cli.options import Show
from evaluation_lib.language import Language
from evaluation_lib.publish.choices import Product
from evaluation_lib.publish.job import Edition, Job
from evaluation_lib.publish.running.news import Progress, State
from evaluation_lib.publish.running.stages import Stage

JOB = Job(
    product=Product.MIDTERM,
    plan="plan",
    jurisdictions=("440802", "440803"),
    observations="observations",
    as_of=date(2023, 7, 31),
)
ONE, TWO = (Edition("county", JOB, code, Language.ZH, Path()) for code in JOB.jurisdictions)
NEWS = [
    Progress(ONE, State.STARTED),
    Progress(ONE, State.WORKING, 0.5, stage=Stage("cells", "cover", 7, 22)),
    Progress(ONE, State.DONE, 2.0),
    Progress(TWO, State.FAILED, 1.0, "n.ipynb: cell 'cover': boom", log="county-440803-zh.log"),
]


@pytest.fixture
def told(monkeypatch):
    """Return what is written for NEWS when they are shown in a given way."""

    def tell(show: Show) -> str:
        stream = io.StringIO()
        monkeypatch.setattr("sys.stderr", stream)
        with progress.telling([ONE, TWO], show) as teller:
            for one in NEWS:
                teller.tell(one)
            teller.say("something of the run")
        progress.summarise([NEWS[2], NEWS[3]], show)
        return stream.getvalue()

    return tell


def test_plain_lines_each_name_their_report_and_leave_the_cells_out(told):
    lines = told(Show.AUTO).splitlines()

    assert lines[:4] == [
        "county 440802 zh: started",
        "county 440802 zh: done in 2.0 s",
        "county 440803 zh: failed after 1.0 s: n.ipynb: cell 'cover': boom",
        "something of the run",
    ]
    assert [line.split() for line in lines[4:]] == [
        ["job", "done", "unchanged", "failed"],
        ["county", "1", "0", "1"],
    ]


def test_every_line_of_json_is_an_object_that_names_its_report(told):
    events = [json.loads(line) for line in told(Show.JSON).splitlines()]

    assert [one["event"] for one in events] == [
        "started",
        "working",
        "done",
        "failed",
        "note",
        "summary",
    ]
    assert all(one["job"] == "county" for one in events[:4])
    assert (events[1]["cell"], events[1]["done"], events[1]["of"]) == ("cover", 7, 22)
    assert events[3]["log"] == "county-440803-zh.log"
    assert events[5]["jobs"] == {"county": {"unchanged": 0, "done": 1, "failed": 1}}


def test_bars_leave_the_ends_of_reports_behind(told):
    text = told(Show.BAR)

    assert "county 440802 zh: done in 2.0 s" in text
    assert "county 440803 zh: failed after 1.0 s" in text
