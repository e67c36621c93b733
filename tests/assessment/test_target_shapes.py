"""Every shape of target amounts to arithmetic that can be done by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.assessment.keeping import folded, outcome_of
from evaluation_lib.assessment.progress import measure_progress, target_path
from evaluation_lib.assessment.target_shapes import shape_targets
from evaluation_lib.plan.model import CutOffs
from tests.builders import make_indicator, make_observation, make_series


def shaped(indicator, values, *others, milestones=None):
    """Shape one indicator; `others` are pairs of further indicators and their values."""
    indicators = [indicator, *(one for one, _ in others)]
    series = {indicator.id: make_series(values)}
    series |= {one.id: make_series(seen) for one, seen in others}
    return shape_targets(indicators, series, {indicator.id: milestones or {}})[0]


def progress_of(one, year):
    return measure_progress(one.indicator, one.series, year, CutOffs(), one.milestones)


def test_a_plain_level_is_left_as_it_is():
    indicator = make_indicator()

    one = shaped(indicator, {2021: 120})

    assert (one.indicator, one.milestones, one.promise) == (indicator, {}, None)


def test_an_increment_is_added_to_the_baseline_as_on_paper():
    indicator = make_indicator(basis="increment", baseline=78.2, target=1)

    one = shaped(indicator, {2022: 78.5})

    assert one.indicator.target == 79.2
    assert progress_of(one, 2022).share.done == pytest.approx(0.3)
    assert "78.2" not in one.promise.zh
    assert "79.2" in one.promise.zh


def test_average_growth_compounds_from_the_baseline():
    indicator = make_indicator(basis="average_growth", baseline=1000, target=6, decimals=1)

    one = shaped(indicator, {2022: 1123.6})

    assert one.milestones[2022] == 1123.6
    assert one.indicator.target == 1338.23
    assert progress_of(one, 2022).status == "on_schedule"


def test_a_reduction_over_five_years_compounds_downwards():
    indicator = make_indicator(
        basis="cumulative_reduction", baseline=0.5, target=18, direction="lower", decimals=4
    )

    one = shaped(indicator, {2022: 0.465})

    assert one.indicator.target == pytest.approx(0.41)
    assert one.milestones[2022] == pytest.approx(0.4618)
    assert progress_of(one, 2022).status == "slightly_behind"


def test_yearly_rates_are_chained_where_the_plan_gives_no_baseline():
    indicator = make_indicator(
        basis="cumulative_reduction", baseline=None, target=20, direction="lower", lower=None
    )

    one = shaped(indicator, {2021: 4, 2022: 5})

    assert one.series.values() == {2021: 96.0, 2022: 91.2}
    assert (one.indicator.baseline, one.indicator.target) == (100, 80)


def test_a_missing_year_ends_the_chain_and_nothing_is_filled_in():
    indicator = make_indicator(basis="average_growth", baseline=None, target=8, lower=None)

    one = shaped(indicator, {2021: 10, 2023: 10})

    assert one.series.values() == {2021: 110.0}


def test_a_bounded_reduction_bounds_the_level_from_the_other_side():
    indicator = make_indicator(
        basis="cumulative_reduction", baseline=None, target=20, direction="lower", lower=None
    )
    series = {"stock": make_series({2021: 4}, comparator=">=")}

    one = shape_targets([indicator], series, {})[0]

    assert one.series.points[0].comparator == "<="


def test_growth_in_step_is_one_index_over_the_other():
    income = make_indicator(
        "income",
        basis="relative_growth",
        baseline=40,
        target=None,
        comparison=None,
        relative_to="output",
    )
    output = make_indicator("output", number=2, baseline=100)

    one = shaped(income, {2021: 44, 2022: 47}, (output, {2021: 110, 2022: 120}))

    assert one.series.values() == {2021: 100.0, 2022: pytest.approx(97.9167)}
    assert progress_of(one, 2021).status == "met"
    assert progress_of(one, 2022).status == "not_met"
    assert progress_of(one, 2022).breached == ()


def test_growth_in_step_needs_the_other_indicator_s_values():
    income = make_indicator(
        "income",
        basis="relative_growth",
        baseline=40,
        target=None,
        comparison=None,
        relative_to="output",
    )

    one = shaped(income, {2021: 44}, (make_indicator("output", number=2), {}))

    assert one.series.points == ()
    assert progress_of(one, 2021).status == "not_assessable"


@pytest.mark.parametrize(
    ("value", "status"),
    [
        pytest.param(2.0, "met", id="at the lower end"),
        pytest.param(3.0, "met", id="at the upper end"),
        pytest.param(3.2, "not_met", id="above"),
        pytest.param(1.9, "not_met", id="below"),
    ],
)
@pytest.mark.parametrize("direction", ["higher", "lower"])
def test_a_range_is_kept_between_its_ends_whichever_way_is_better(direction, value, status):
    indicator = make_indicator(
        basis="range", kind="annual_flow", target=2, target_high=3, direction=direction
    )

    one = shaped(indicator, {2021: value})

    assert progress_of(one, 2021).status == status


def test_a_bound_decides_a_range_only_where_it_lies_beyond_it():
    indicator = make_indicator(basis="range", target=2, target_high=3)

    assert outcome_of(indicator, make_observation(2021, 3.5, comparator=">=")) is False
    assert outcome_of(indicator, make_observation(2021, 2.5, comparator=">=")) is None
    assert outcome_of(indicator, make_observation(2021, 1.5, comparator="<=")) is False


@given(st.floats(-50, 50), st.sampled_from(["higher", "lower"]))
def test_leaving_a_range_on_either_side_is_equally_bad(beyond, direction):
    indicator = make_indicator(
        basis="range", target=2, target_high=3, direction=direction, lower=None
    )
    one = shaped(indicator, {}).indicator
    middle = 2.5

    inside = one.is_met_by(middle + beyond)
    kept = folded(one, middle + beyond)
    near = one.target

    assert inside == (kept >= near - 1e-12 if direction == "higher" else kept <= near + 1e-12)


@pytest.mark.parametrize(
    ("values", "year", "status"),
    [
        pytest.param({2021: 0}, 2021, "not_assessable", id="not due is not late"),
        pytest.param({2021: 1}, 2021, "achieved_early", id="done before it is due"),
        pytest.param({2025: 0}, 2025, "well_behind", id="due and not done"),
        pytest.param({2025: 1}, 2025, "achieved_early", id="due and done"),
    ],
)
def test_a_yes_or_no_is_judged_when_it_falls_due(values, year, status):
    indicator = make_indicator(basis="yes_no", baseline=None, target=1)

    assert progress_of(shaped(indicator, values), year).status == status


def test_what_is_not_quantified_says_so():
    indicator = make_indicator(basis="unquantified", target=None, comparison=None)

    one = shaped(indicator, {2021: 120})

    assert "没有数量要求" in one.promise.zh
    assert progress_of(one, 2021).status == "not_assessable"


def test_a_milestone_replaces_the_straight_path_in_its_year():
    one = shaped(make_indicator(), {2022: 130}, milestones={2022: 125})

    assert progress_of(one, 2022).share.due == 0.25
    assert progress_of(one, 2022).status == "ahead"
    assert target_path(one.indicator, one.milestones)[2022] == 125
    assert target_path(one.indicator)[2022] == 140


@given(st.floats(0.1, 1e6), st.floats(-50, 50))
def test_a_change_of_unit_changes_the_level_and_not_the_growth(baseline, growth):
    def level(base):
        indicator = make_indicator(
            basis="average_growth", baseline=base, target=growth, lower=None, decimals=6
        )
        return shaped(indicator, {}).indicator.target

    assert math.isclose(level(baseline * 10), level(baseline) * 10, rel_tol=1e-4, abs_tol=1e-4)
