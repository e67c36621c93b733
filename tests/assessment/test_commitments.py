"""Promises of the text are judged at their own date, and kept from then on."""

from datetime import date

import pytest

from evaluation_lib.evaluation import evaluate
from evaluation_lib.plan.model import Commitment, Task
from tests.assessment.test_ledger import make_entry
from tests.builders import CITY, make_indicator, make_plan, make_rows, make_yearly


def make_commitment(**changes):
    fields = {
        "id": "promise",
        "quote": "承诺",
        "subject": "承诺",
        "subject_en": "the promise",
        "chapter": 1,
        "section": 1,
        "line": None,
        "type": "yes_no",
        "deadline": "2025",
        "proof": "验收文件",
    }
    return Commitment(**{**fields, **changes})


HALF_DAY = {
    "type": "quantified",
    "comparison": "<=",
    "value": 0.5,
    "unit": "个工作日",
    "deadline": "2021-12-31",
    "then": "keep",
}
COVERAGE = {"type": "full_coverage", "comparison": ">=", "value": 100, "unit": "%"}


def judged(commitment, rows=None, entries=(), *, as_of="2023-06-30", indicators=()):
    plan = make_plan(*indicators, commitments=(commitment,))
    table = make_rows() if rows is None else rows
    product = "final" if as_of >= "2026" else "midterm"
    found = evaluate(plan, table, CITY, date.fromisoformat(as_of), product=product, ledger=entries)
    return found.commitments[0]


def values(unit, by_year, **shared):
    return make_yearly(by_year, indicator="promise", unit=unit, **shared)


@pytest.mark.parametrize(
    ("by_year", "verdict"),
    [
        pytest.param({2021: 0.5, 2022: 0.4}, "met", id="kept in each year"),
        pytest.param({2021: 0.5, 2022: 0.6}, "not_met", id="not kept on"),
        pytest.param({2021: 0.6, 2022: 0.5}, "not_met", id="missed at its date"),
        pytest.param({2022: 0.5}, "not_assessable", id="its own year is unknown"),
    ],
)
def test_a_date_before_the_end_is_judged_then_and_kept(by_year, verdict):
    one = judged(make_commitment(**HALF_DAY), values("个工作日", by_year))

    assert (one.verdict, one.is_due) == (verdict, True)


@pytest.mark.parametrize(
    ("by_year", "as_of", "verdict"),
    [
        pytest.param({2022: 92}, "2023-06-30", None, id="not due and not there yet"),
        pytest.param({2022: 100}, "2023-06-30", "met", id="there before it is due"),
        pytest.param({2025: 99.9}, "2026-06-30", "not_completed", id="not rounded up"),
        pytest.param({2025: 100}, "2026-06-30", "completed", id="reached at the end"),
        pytest.param({2024: 100}, "2026-06-30", "not_assessable", id="the last year is unknown"),
    ],
)
def test_full_coverage_falls_due_with_the_plan(by_year, as_of, verdict):
    assert judged(make_commitment(**COVERAGE), values("%", by_year), as_of=as_of).verdict == verdict


def test_a_promise_that_fell_due_this_year_waits_for_the_year_s_value():
    promise = make_commitment(**(HALF_DAY | {"deadline": "2023-03-31"}))

    one = judged(promise, values("个工作日", {2022: 0.4}))

    assert (one.verdict, one.is_due) == ("not_assessable", True)


def test_a_lower_bound_proves_no_miss():
    rows = values("%", {2025: 98}, comparator=">=")

    one = judged(make_commitment(**COVERAGE), rows, as_of="2026-06-30")

    assert one.verdict == "not_assessable"


def test_a_value_from_before_the_plan_keeps_no_promise():
    one = judged(make_commitment(**COVERAGE), values("%", {2020: 100}))

    assert (one.verdict, one.ground) == ("not_assessable", "nothing")


def test_values_in_another_unit_are_not_used():
    assert judged(make_commitment(**COVERAGE), values("户", {2022: 100})).ground == "nothing"


def test_a_promise_that_repeats_an_indicator_has_its_verdict():
    promise = make_commitment(
        type="quantified", comparison=">=", value=200, unit="项", indicator="stock"
    )

    one = judged(promise, make_yearly({2021: 120, 2022: 140}), indicators=(make_indicator(),))

    assert (one.verdict, one.ground, one.value) == ("on_schedule", "indicator", 140)


def test_a_promise_may_add_up_what_several_indicators_gained():
    promise = make_commitment(
        type="quantified", comparison=">=", value=60, unit="项", sum_of=("first", "second")
    )
    pair = (make_indicator("first"), make_indicator("second", number=2, name="二"))
    rows = make_rows(
        {"indicator": "first", "value": 110.0}, {"indicator": "second", "value": 105.0}
    )

    one = judged(promise, rows, indicators=pair, as_of="2022-06-30")

    assert one.value == 15
    assert one.verdict == "ahead"
    assert "10 + 5 = 15" in one.fact.zh


@pytest.mark.parametrize(
    ("statuses", "deadline", "as_of", "verdict"),
    [
        pytest.param({"2022-12-31": "done"}, "2025", "2023-06-30", "completed", id="done"),
        pytest.param({"2022-12-31": "under_way"}, "2025", "2023-06-30", None, id="not due"),
        pytest.param(
            {"2025-12-31": "under_way"}, "2025", "2026-06-30", "not_completed", id="due, not done"
        ),
        pytest.param(
            {"2025-12-31": "continuous"}, "2025", "2026-06-30", "completed", id="done every year"
        ),
        pytest.param(
            {"2021-12-31": "under_way", "2022-12-31": "done"},
            "2021-12-31",
            "2023-06-30",
            "not_met",
            id="done too late",
        ),
        pytest.param(
            {"2022-12-31": "constrained"}, "2025", "2026-06-30", "not_assessable", id="constrained"
        ),
    ],
)
def test_without_a_number_the_ledger_decides(statuses, deadline, as_of, verdict):
    entries = [
        make_entry(status, day, day, subject="promise", kind="commitment")
        for day, status in statuses.items()
    ]
    kind = "dated" if "-" in deadline else "yes_no"

    one = judged(make_commitment(deadline=deadline, type=kind), None, entries, as_of=as_of)

    assert (one.verdict, one.ground) == (verdict, "ledger")


def test_a_number_that_is_only_told_as_done_is_as_reported():
    entry = make_entry("done", subject="promise", kind="commitment")

    assert judged(make_commitment(**COVERAGE), None, [entry]).is_as_reported


def test_without_anything_the_reason_names_what_would_show_it():
    one = judged(make_commitment())

    assert one.verdict == "not_assessable"
    assert "验收文件" in one.reason.zh


def make_task(**changes):
    fields = {
        "id": "T01",
        "title": "任务",
        "title_en": "A task",
        "chapter": 1,
        "section": 1,
        "line": None,
        "commitments": ("promise",),
    }
    return Task(**{**fields, **changes})


@pytest.mark.parametrize(
    ("status", "coverage", "as_of", "state"),
    [
        pytest.param("under_way", 100, "2026-06-30", "behind", id="still under way at the end"),
        pytest.param("done", 99, "2026-06-30", "behind", id="done but its promise is missed"),
        pytest.param("done", 100, "2026-06-30", "done", id="done and its promise is kept"),
        pytest.param("not_started", 99, "2026-06-30", "not_started", id="not started stays so"),
        pytest.param(None, 100, "2026-06-30", "unknown", id="nobody said anything"),
    ],
)
def test_a_task_is_behind_where_its_promise_is_missed(status, coverage, as_of, state):
    promise = make_commitment(**COVERAGE)
    plan = make_plan(commitments=(promise,), tasks=(make_task(),))
    entries = [make_entry(status, "2025-12-31", "2026-01-31")] if status else []
    rows = values("%", {2025: coverage})

    found = evaluate(plan, rows, CITY, date.fromisoformat(as_of), product="final", ledger=entries)

    assert found.tasks[0].state == state
    assert found.tasks[0].is_hard


def test_below_the_plan_s_own_jurisdiction_nothing_of_the_text_is_promised():
    plan = make_plan(commitments=(make_commitment(),), tasks=(make_task(),))

    found = evaluate(plan, make_rows(), "440802", date(2023, 6, 30))

    assert (found.commitments, found.tasks) == ((), ())
