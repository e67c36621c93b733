"""What the ledger says on a day: reported and verified side by side, nothing from later."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.assessment.ledger import states_by_subject
from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.ledger import (
    LedgerEntry,
    known_entries,
    question_ledger,
    read_ledger,
)
from evaluation_lib.plan import read_plan
from tests.builders import CITY, make_plan

DATA = Path(__file__).parents[2] / "data"


def make_entry(status="under_way", day="2022-12-31", published="2023-02-01", **changes):
    fields = {
        "subject": "T01",
        "kind": "task",
        "status": status,
        "date": day,
        "published_on": published,
        "evidence": "B",
        "source": "return",
        "verified": "self_reported",
    }
    return LedgerEntry(**{**fields, **changes})


def state_of(*entries):
    return states_by_subject(entries)["T01"]


def test_only_what_was_published_by_the_day_is_known():
    entries = (make_entry(), make_entry("done", "2023-06-30", "2023-07-20"))

    before, after = (
        known_entries(entries, make_plan(), CITY, date(2023, 7, day)) for day in (19, 20)
    )

    assert [one.status for one in before] == ["under_way"]
    assert [one.status for one in after] == ["under_way", "done"]


def test_an_entry_without_a_day_of_publication_is_left_out_and_questioned():
    plan = read_plan(DATA / "plans/zhanjiang-2021-2025")
    entry = make_entry(subject="T03-1-01", published_on=None)

    assert known_entries([entry], plan, CITY, date(2026, 1, 1)) == ()
    assert [one.rule for one in question_ledger([entry], plan)] == ["undated"]


def test_an_entry_on_what_the_plan_does_not_know_is_questioned():
    told = list(question_ledger([make_entry(subject="T99")], make_plan()))

    assert told[0].rule == "unknown_subject"
    assert "T99" in told[0].text.zh


def test_entries_of_another_jurisdiction_are_not_mixed_in():
    entry = make_entry(jurisdiction="440802")

    assert known_entries([entry], make_plan(), CITY, date(2026, 1, 1)) == ()
    assert known_entries([entry], make_plan(), "440802", date(2026, 1, 1)) == (entry,)


def test_the_later_entry_holds_and_history_is_kept():
    state = state_of(make_entry("done", "2023-06-30", "2023-07-20"), make_entry())

    assert state.status == "done"
    assert [one.status for one in state.history] == ["under_way", "done"]


@given(st.permutations(range(4)))
def test_the_order_of_rows_does_not_matter(order):
    entries = [
        make_entry(),
        make_entry("done", "2023-06-30", "2023-07-20"),
        make_entry("under_way", "2023-06-30", "2023-07-20", verified="verified"),
        make_entry("not_started", "2023-06-30", "2023-07-20", evidence="D"),
    ]

    assert state_of(*(entries[index] for index in order)) == state_of(*entries)


def test_verification_of_the_same_day_holds_against_the_report():
    reported = make_entry("done")
    verified = make_entry("under_way", verified="verified")

    state = state_of(verified, reported)

    assert (state.status, state.reported.status) == ("under_way", "done")
    assert state.is_contradicted


def test_a_later_report_holds_again_but_as_reported_only_with_weak_evidence():
    verified = make_entry("under_way", verified="verified")
    later = make_entry("done", "2023-12-31", "2024-02-01", evidence="C")

    state = state_of(verified, later)

    assert (state.status, state.is_as_reported) == ("done", True)
    assert not state.is_contradicted


@pytest.mark.parametrize(
    ("changes", "as_reported"),
    [
        pytest.param({"evidence": None, "source": ""}, True, id="no evidence"),
        pytest.param({"evidence": "C"}, True, id="weak evidence"),
        pytest.param({"evidence": "A", "source": ""}, True, id="no source"),
        pytest.param({"evidence": "B"}, False, id="stamped with ledger"),
        pytest.param({"verified": "verified"}, False, id="verified"),
    ],
)
def test_a_status_without_evidence_is_worded_as_reported(changes, as_reported):
    assert state_of(make_entry(**changes)).is_as_reported is as_reported


def test_what_is_verified_needs_evidence_and_source(tmp_path):
    columns = ",".join(LedgerEntry.model_fields)
    row = "T01,task,done,2022-12-31,2022-01-01,,,,,,verified,,"
    (tmp_path / "ledger.csv").write_text(f"{columns}\n{row}\n", encoding="utf-8")

    with pytest.raises(ObservationError, match=r"row 2, published_on .* lies before date"):
        read_ledger(tmp_path)


def test_the_demonstration_speaks_of_every_task_and_promise_in_two_rounds_or_more():
    plan = read_plan(DATA / "plans/zhanjiang-2021-2025")
    entries = read_ledger(DATA / "observations/demonstration")

    rounds = {}
    for one in entries:
        assert one.synthetic
        if not one.is_verified:
            rounds.setdefault(one.subject, set()).add(one.date)
    assert set(rounds) == {one.id for one in (*plan.tasks, *plan.commitments)}
    assert min(map(len, rounds.values())) >= 2


def test_the_published_ledger_holds_what_its_source_says_and_no_more():
    (entry,) = read_ledger(DATA / "observations/published")

    assert (entry.subject, entry.status) == ("seafood-measurement-centre", "done")
    assert (entry.date, entry.evidence) == (date(2022, 12, 21), "D")
    assert "通過省市場監管局專家組的驗收" in entry.quote
    assert not entry.synthetic
