"""What came to light after a day changes nothing that is said as of that day."""

import json
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.ledger import LedgerEntry, published_entries, read_ledger
from evaluation_lib.observations.sources import Source, read_observations
from evaluation_lib.observations.vintages import published_by
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.model import Commitment, Jurisdiction, Measure, Task
from evaluation_lib.plan.versions import Change, Version
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.quality import quality_report
from tests.builders import CITY, COUNTIES, make_indicator, make_plan, make_rows

DATA = Path(__file__).parents[1] / "data"
DAY = date(2024, 3, 31)
ELSEWHERE = "440100"

TASK = Task(id="T01", title="任务", title_en="Task", chapter=1, section=None, line=1)
PROMISE = Commitment(
    id="sampling",
    quote="每千人5批次",
    subject="抽检",
    subject_en="Sampling",
    chapter=1,
    section=None,
    line=2,
    type="quantified",
    comparison=">=",
    value=5.0,
    unit="批次/千人",
    deadline="2025",
    proof="ledger",
)


def make_days(first, last):
    return st.dates(first, last).map(date.isoformat)


def make_table_rows(days, *, min_size):
    """Rows of the city, its counties and another place: values, denominators, other definitions."""
    return st.lists(
        st.fixed_dictionaries(
            {
                "jurisdiction": st.sampled_from([CITY, CITY, *COUNTIES, ELSEWHERE]),
                "indicator": st.sampled_from(["stock", "stock", "rate", "population", "strange"]),
                "period": st.sampled_from(["2020", "2021", "2022", "2023", "2023-H1", "2024-Q1"]),
                "value": st.integers(90, 210).map(float),
                "unit": st.sampled_from(["项", "项", "%", "万人"]),
                "definition": st.sampled_from(["", "", "新口径"]),
                "comparator": st.sampled_from(["=", "=", ">="]),
                "status": st.sampled_from(["final", "revised", "synthetic"]),
                "evidence": st.sampled_from("ABCD"),
                "source": st.sampled_from(["bulletin", "return"]),
                "published_on": days,
            }
        ),
        min_size=min_size,
        max_size=14,
    )


def make_entries(days):
    return st.lists(
        st.builds(
            lambda subject, status, day: LedgerEntry(
                subject=subject,
                kind="commitment" if subject == "sampling" else "task",
                status=status,
                date=date(2020, 12, 31),
                published_on=day,
                evidence="B",
                source="return",
                verified="self_reported",
            ),
            st.sampled_from(["T01", "sampling", "T99"]),
            st.sampled_from(["under_way", "done", "not_started"]),
            days,
        ),
        max_size=4,
    )


EARLY, LATE = (date(2021, 1, 1), DAY), (DAY + timedelta(1), date(2026, 12, 31))
SOURCES = {
    key: Source(id=key, title=key, published_on="2021-01-01") for key in ("bulletin", "return")
}


def make_full_plan(**changes):
    indicators = (
        make_indicator(),
        make_indicator("rate", number=2, kind="rate", unit="%", upper=100.0, target=99.0),
    )
    places = make_plan().jurisdictions
    return make_plan(
        *indicators,
        jurisdictions=(*places, Jurisdiction(code=ELSEWHERE, name="他市", name_en="Elsewhere")),
        measures=(
            Measure(
                id="population",
                name="人口",
                name_en="People",
                unit="万人",
                role="denominator",
                period_rule="end",
            ),
        ),
        tasks=(TASK,),
        commitments=(PROMISE,),
        **changes,
    )


def said(plan, table, ledger, code=CITY, day=DAY):
    found = evaluate(plan, table, code, day, ledger=ledger)
    return [
        json.dumps(build_report(found, SOURCES).to_json()),
        json.dumps(quality_report(found, table, SOURCES).to_json()),
    ]


@settings(max_examples=25)
@given(
    known=make_table_rows(make_days(*EARLY), min_size=1),
    later=make_table_rows(make_days(*LATE), min_size=1),
    entries=make_entries(st.none() | st.dates(*EARLY)),
    later_entries=make_entries(st.dates(*LATE)),
    order=st.randoms(use_true_random=False),
)
def test_rows_entries_and_versions_of_later_days_change_nothing(
    known, later, entries, later_entries, order
):
    version = Version(
        id="2025",
        version="调整稿",
        version_en="adjusted",
        effective_on=LATE[0],
        changes=(
            Change(
                indicator="stock",
                field="target",
                value="150",
                effective_on=LATE[0],
                document="notice",
            ),
        ),
    )
    mixed = [(row, True) for row in known] + [(row, False) for row in later]
    order.shuffle(mixed)
    first = [row for row, is_known in mixed if is_known]

    then = said(make_full_plan(), make_rows(*first), entries)
    now = said(
        make_full_plan(versions=(version,)),
        make_rows(*(row for row, _ in mixed)),
        [*later_entries, *entries],
    )

    assert now == then


@pytest.mark.parametrize("day", ["2022-03-31", "2023-07-31"])
def test_the_demonstration_as_of_a_day_needs_nothing_published_later(day):
    plan, place = read_plan(DATA / "plans/zhanjiang-2021-2025"), DATA / "observations/demonstration"
    (table, sources), ledger = read_observations(place), read_ledger(place)
    until = date.fromisoformat(day)
    kept = published_by(table, until)
    cited = {*kept["source"], *(one.source for one in published_entries(ledger, until))}

    def told(rows: pd.DataFrame, entries, register):
        found = evaluate(plan, rows, CITY, until, ledger=entries)
        return json.dumps(build_report(found, register).to_json())

    then = told(
        kept.reset_index(drop=True),
        published_entries(ledger, until),
        {key: one for key, one in sources.items() if key in cited},
    )

    assert len(kept) < len(table)
    assert told(table, ledger, sources) == then
