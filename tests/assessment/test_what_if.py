import pytest

from evaluation_lib.assessment.what_if import (
    Assumption,
    assume_promises,
    assume_values,
    parse_assumption,
    years_judged,
)
from evaluation_lib.errors import JobError
from tests.builders import make_indicator, make_plan, make_series

PLAN = make_plan(
    make_indicator("stock"),
    make_indicator(
        "rate", number=2, unit="%", upper=100.0, target=80.0, baseline=50.0, kind="rate"
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("stock:2024=180", Assumption("stock", "value", 2024, 180.0), id="a value"),
        pytest.param("stock:target=150", Assumption("stock", "target", None, 150.0), id="a target"),
        pytest.param(
            "stock:milestone-2023=140.5",
            Assumption("stock", "milestone", 2023, 140.5),
            id="a milestone",
        ),
    ],
)
def test_an_assumption_is_read(text, expected):
    assert parse_assumption(text, PLAN) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("stock 2024 180", "write INDICATOR:YEAR=VALUE", id="other form"),
        pytest.param("stock:2024=many", "cannot be read", id="no number"),
        pytest.param("stock:2024=inf", "cannot be read", id="not finite"),
        pytest.param("stok:2024=1", "Did you mean 'stock'?", id="unknown indicator"),
        pytest.param("stock:2019=1", "use a year from 2021 to 2025", id="outside the plan"),
        pytest.param("rate:2024=101", "impossible; rate lies within 0.0..100.0", id="impossible"),
    ],
)
def test_what_cannot_be_assumed_is_refused(text, told):
    with pytest.raises(JobError, match=told.replace("?", r"\?")):
        parse_assumption(text, PLAN)


def test_an_assumed_target_and_milestone_take_the_place_of_the_plans():
    target = parse_assumption("stock:target=150", PLAN)
    stone = parse_assumption("stock:milestone-2022=130", PLAN)

    changed = assume_promises(PLAN, [target, stone])

    assert changed.indicator("stock").target == 150
    assert changed.milestones_by_id == {"stock": {2022: 130}}
    assert PLAN.indicator("stock").target == 200


def test_a_blank_target_is_filled_with_the_usual_comparison():
    blank = make_plan(make_indicator(target=None, comparison=None, direction="lower"))

    found = assume_promises(blank, [parse_assumption("stock:target=50", blank)])

    assert found.indicator("stock").comparison == "<="


def test_an_assumed_value_is_no_observation_and_says_so():
    assumption = parse_assumption("stock:2024=180", PLAN)

    found = assume_values({"stock": make_series({2022: 140})}, [assumption])["stock"]

    assert [one.year for one in found.points] == [2022, 2024]
    assert (found.latest.status, found.latest.evidence) == ("estimate", "E")
    assert (found.latest.source, found.latest.raw) == ("assumption", "假设 180")
    assert years_judged(PLAN, 2022, [assumption]) == {"stock": 2024, "rate": 2022}


def test_what_is_known_cannot_be_assumed():
    with pytest.raises(JobError, match="is known, 140; assume a later year"):
        assume_values(
            {"stock": make_series({2022: 140})}, [Assumption("stock", "value", 2022, 150.0)]
        )


def test_an_assumption_is_told_in_both_languages():
    told = parse_assumption("stock:2024=180", PLAN).told(PLAN.indicator("stock"))

    assert (told.zh, told.en) == ("假设2024年为180项", "Assumed: 180 items in 2024")
