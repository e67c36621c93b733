"""The divisions below the plan's own side by side: ranks, sums, and verdicts of their own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.assessment.divisions import ranks
from evaluation_lib.errors import JobError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.plan.county_targets import CountyTarget
from evaluation_lib.plan.indicator import Direction
from tests.builders import CITY, COUNTIES, make_indicator, make_plan, make_rows

FIRST, SECOND = COUNTIES


def compared(*rows, indicator=None, targets=()):
    plan = make_plan(indicator or make_indicator(), county_targets=targets)
    table = make_rows(*rows)
    return evaluate(plan, table, CITY, date(2022, 6, 1), product="comparison").divisions


def county(code, value, **changes):
    return {"jurisdiction": code, "value": value, **changes}


def test_ranks_follow_the_direction_and_ties_share_the_better_one():
    values = [3.0, None, 5.0, 3.0, 1.0]

    assert ranks(values, Direction.HIGHER) == [2, None, 1, 2, 4]
    assert ranks(values, Direction.LOWER) == [2, None, 4, 2, 1]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=25))
def test_somebody_is_first_and_nobody_is_ranked_above_a_better_value(values):
    found = ranks(values, Direction.HIGHER)

    assert 1 in found
    assert all(
        (one < other) == (found[place] > found[there])
        for place, one in enumerate(values)
        for there, other in enumerate(values)
    )


@pytest.mark.parametrize(
    ("first", "second", "city", "difference", "closes"),
    [
        pytest.param(40, 60, 100, 0.0, True, id="exactly the city's"),
        pytest.param(40, 60, 100.4, 0.4, True, id="within half a percent"),
        pytest.param(40, 60, 110, 10.0, False, id="too little"),
        pytest.param(40, None, 100, 60.0, None, id="one is missing"),
        pytest.param(140, None, 100, -40.0, False, id="one alone is too much"),
    ],
)
def test_the_sum_of_counties_is_held_against_the_city(first, second, city, difference, closes):
    counties = [(FIRST, first), (SECOND, second)]
    known = [county(code, value) for code, value in counties if value is not None]

    (found,) = compared(*known, {"value": city})

    assert found.difference == pytest.approx(difference)
    assert found.closes is closes


def test_rates_are_not_summed():
    rate = make_indicator(kind="rate", unit="%", upper=100.0, baseline=50.0, target=90.0)

    (found,) = compared(county(FIRST, 60, unit="%"), county(SECOND, 70, unit="%"), indicator=rate)

    assert (found.is_summed, found.total, found.closes) == (False, None, None)
    assert [one.growth for one in found.divisions] == [None, None]


def test_change_and_growth_need_the_year_before():
    rows = [
        county(FIRST, 100, period="2020", published_on="2021-03-01"),
        county(FIRST, 120),
        county(SECOND, 50),
    ]

    (found,) = compared(*rows)

    first, second = found.divisions
    assert found.year == 2021
    assert (first.change, first.growth) == (20, pytest.approx(0.2))
    assert (second.change, second.growth) == (None, None)


def test_a_bound_is_shown_and_not_ranked():
    (found,) = compared(county(FIRST, 90, comparator=">="), county(SECOND, 50))

    first, second = found.divisions
    assert (first.rank, second.rank) == (None, 1)
    assert first.compared.value == 90
    assert (found.total, found.covered) == (50, 1)


def test_values_that_are_printed_alike_share_a_rank():
    (found,) = compared(county(FIRST, 50.2), county(SECOND, 49.9))

    assert [one.rank for one in found.divisions] == [1, 1]


def test_only_a_county_with_a_target_of_its_own_is_judged():
    target = CountyTarget(jurisdiction=FIRST, indicator="stock", baseline=10, target=60)
    rows = (county(FIRST, 30), county(SECOND, 50))

    (found,) = compared(*rows, targets=(target,))
    alone = evaluate(
        make_plan(make_indicator(), county_targets=(target,)),
        make_rows(*rows),
        FIRST,
        date(2022, 6, 1),
    ).assessments[0]

    first, second = found.divisions
    assert first.assessment.progress.share.done == pytest.approx(0.4)
    assert (first.assessment.verdict, first.assessment.progress) == (
        alone.verdict,
        alone.progress,
    )
    assert second.assessment is None


def test_a_comparison_is_made_of_the_whole():
    with pytest.raises(JobError, match=r"not of 440802; use 440800\."):
        evaluate(make_plan(), make_rows(), FIRST, date(2022, 6, 1), product="comparison")


def test_invented_values_of_counties_mark_the_whole_comparison():
    plan = make_plan()
    rows = make_rows({"value": 100}, county(FIRST, 40, status="synthetic"))

    found = evaluate(plan, rows, CITY, date(2022, 6, 1), product="comparison")

    assert found.demonstration
