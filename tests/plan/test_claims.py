"""A claim of the text is redone with the precision its numbers were printed in."""

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from evaluation_lib.plan import read_plan
from evaluation_lib.plan.arithmetic import interval_of, spoken, value_of
from evaluation_lib.plan.claims import Claim, Outcome, audit
from evaluation_lib.plan.earlier import Earlier, target_strength
from tests.builders import make_indicator

PLAN = read_plan(Path(__file__).parents[2] / "data/plans/zhanjiang-2021-2025")
WORDS = {
    "闭合": Outcome.CLOSES,
    "存疑": Outcome.AMBIGUOUS,
    "不闭合": Outcome.DOES_NOT_CLOSE,
    "时期有误": Outcome.WRONG_PERIOD,
    "无从核算": Outcome.NOT_CHECKABLE,
}


def make_claim(**changes):
    fields = {
        "id": "claim",
        "line": None,
        "quote": "增长25%",
        "kind": "growth",
        "statement": "增长25%",
        "statement_en": "growth of 25%",
        "expression": "125/100-1",
        "comparison": "=",
        "expected": "0.25",
        "precision": "0.005",
    }
    return Claim(**{**fields, **changes})


@pytest.mark.parametrize("claim", PLAN.claims, ids=lambda claim: claim.id)
def test_the_outcome_is_computed_and_is_what_the_note_found_by_hand(claim):
    assert audit(claim).outcome is WORDS[claim.note.split("：", 1)[0]]


def test_the_outcomes_are_counted_as_on_the_plan_page():
    outcomes = Counter(audit(one).outcome for one in PLAN.claims)

    assert [outcomes[word] for word in WORDS.values()] == [27, 3, 1, 1, 1]


def test_a_number_with_decimals_stands_for_all_that_it_may_have_been():
    assert interval_of("7.2") == (Fraction("7.15"), Fraction("7.25"))
    assert interval_of("72") == (72, 72)
    assert interval_of("2*(1.0-0.5)") == (Fraction("0.8"), Fraction("1.2"))
    assert value_of("2*(1.0-0.5)") == 1


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from("+-*/"))
def test_the_printed_value_lies_within_what_rounding_leaves(left, right, sign):
    expression = f"{left / 10}{sign}{right / 10}"

    low, high = interval_of(expression)

    assert low <= value_of(expression) <= high


@pytest.mark.parametrize(
    "expression",
    [
        pytest.param("1+", id="unfinished"),
        pytest.param("__import__('os')", id="a call"),
        pytest.param("2**9", id="a power"),
        pytest.param("1/(2-2)", id="divided by zero"),
        pytest.param("1/(0.1-0.1)", id="divided by what may be zero"),
        pytest.param("True+1", id="no number"),
    ],
)
def test_what_is_no_sum_is_refused(expression):
    with pytest.raises(ValueError, match=r"is no sum|may be zero"):
        interval_of(expression)


def test_a_sum_is_written_with_real_signs():
    assert spoken("7.2/4.21-1") == "7.2 ÷ 4.21 − 1"


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        pytest.param({}, Outcome.CLOSES, id="printed figure is met"),
        pytest.param({"expected": "0.26"}, Outcome.DOES_NOT_CLOSE, id="no reading agrees"),
        pytest.param(
            {"expected": "0.26", "readings": ("other base=126/100-1",)},
            Outcome.AMBIGUOUS,
            id="another reading agrees",
        ),
        pytest.param(
            {"readings": ("other base=150/100-1",)},
            Outcome.CLOSES,
            id="a printed figure names its own reading",
        ),
        pytest.param(
            {"comparison": ">", "readings": ("other base=110/100-1",), "expected": "0.2"},
            Outcome.AMBIGUOUS,
            id="a bound has to hold in every reading",
        ),
        pytest.param(
            {"kind": "period", "expression": "3-1", "expected": "0", "precision": "0"},
            Outcome.WRONG_PERIOD,
            id="two values at one time",
        ),
        pytest.param(
            {"expected": "", "precision": ""}, Outcome.NOT_CHECKABLE, id="nothing to hold against"
        ),
    ],
)
def test_a_text_is_accused_only_where_no_reading_agrees(changes, outcome):
    assert audit(make_claim(**changes)).outcome is outcome


def test_a_claim_that_cannot_be_redone_is_refused_when_it_is_read():
    with pytest.raises(ValidationError, match="is no sum"):
        make_claim(readings=("other=one plus one",))


@pytest.mark.parametrize(
    ("earlier", "before", "ratio"),
    [
        pytest.param({"value": 60.0, "increment": None}, 40.0, 2.5, id="a value five years ago"),
        pytest.param({"value": None, "increment": 200.0}, 200.0, 0.5, id="an increment"),
        pytest.param({"value": 120.0, "increment": None}, -20.0, None, id="it had fallen"),
    ],
)
def test_strength_is_the_promised_increment_over_the_earlier_one(earlier, before, ratio):
    row = Earlier(indicator="stock", from_year=2015, line=None, quote="此前", **earlier)

    strength = target_strength(make_indicator(), row)

    assert (strength.promised, strength.before, strength.ratio) == (100.0, before, ratio)


def test_the_plan_promises_more_entities_and_fewer_national_standards_than_before():
    ratios = {
        one.indicator: target_strength(PLAN.indicator(one.indicator), one).ratio
        for one in PLAN.earlier
    }

    assert ratios["market_entities"] == pytest.approx(15.55 / 10.38)
    assert ratios["national_standards"] == pytest.approx(10 / 32)
    assert ratios["measurement_standards"] == pytest.approx(50 / 91)
    assert len(ratios) == 8
