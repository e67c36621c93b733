from dataclasses import replace

import pytest

from evaluation_lib.assessment.progress import measure_progress
from evaluation_lib.assessment.required_pace import required_pace
from evaluation_lib.plan.model import CutOffs
from tests.builders import make_indicator, make_series


def pace(indicator, values, year=2022):
    series = make_series(values)
    return required_pace(indicator, series, measure_progress(indicator, series, year, CutOffs()))


def test_what_is_missing_is_spread_over_the_years_left():
    found = pace(make_indicator(), {2020: 100, 2021: 125, 2022: 140})

    assert (found.required, found.best, found.last, found.years_left) == (20, 25, 15, 3)
    assert found.multiple == 0.8


def test_differences_are_those_of_the_printed_decimals():
    found = pace(make_indicator(baseline=32.45), {2020: 32.45, 2021: 35.4})

    assert found.best == 2.95


def test_nothing_more_is_needed_once_the_target_is_passed():
    assert pace(make_indicator(), {2020: 100, 2022: 210}).required == 0


def test_a_falling_indicator_needs_negative_steps():
    falling = make_indicator(direction="lower", target=50.0)

    found = pace(falling, {2020: 100, 2021: 80, 2022: 74})

    assert (found.required, found.best) == (-8, -20)
    assert found.multiple == 0.4


def test_a_cumulative_target_counts_flows():
    found = pace(make_indicator(kind="cumulative", target=10.0), {2020: 9, 2021: 3, 2022: 1})

    assert (found.required, found.best) == (2, 9)


def test_every_year_needs_its_threshold():
    assert pace(make_indicator(kind="annual_flow"), {2021: 250}).required == 200


@pytest.mark.parametrize(
    ("indicator", "values", "year"),
    [
        pytest.param(make_indicator(target=None, comparison=None), {2022: 5}, 2022, id="no target"),
        pytest.param(make_indicator(), {2025: 180}, 2025, id="no year left"),
        pytest.param(make_indicator(), {}, 2022, id="no value"),
    ],
)
def test_no_pace_is_asked_where_there_is_none(indicator, values, year):
    assert pace(indicator, values, year).required is None


def test_a_gap_gives_no_yearly_change():
    assert pace(make_indicator(), {2020: 100, 2022: 140}).best is None


@pytest.mark.parametrize(
    ("values", "year"),
    [
        # The best year adds 25, so 200 is in reach from 75 in 2020, 100 in 2021, 125 in 2022.
        pytest.param({2020: 100, 2021: 125, 2022: 140}, 2022, id="still in reach"),
        pytest.param({2020: 100, 2021: 125, 2022: 124}, 2021, id="lost after 2021"),
        pytest.param({2020: 100, 2021: 125, 2022: 125}, 2022, id="exactly in reach"),
        pytest.param({2020: 100, 2021: 110, 2022: 115}, None, id="never in reach"),
        pytest.param({2020: 100, 2022: 190}, None, id="no pace was ever seen"),
    ],
)
def test_the_last_year_from_which_the_best_pace_led_to_the_target_is_named(values, year):
    assert pace(make_indicator(), values).latest_reachable_year == year


def test_a_running_total_is_in_reach_as_long_as_the_best_flow_fills_it():
    found = pace(make_indicator(kind="cumulative", target=10.0), {2021: 1, 2022: 2.4})

    # 1 + 4 × 2.4 = 10.6 from 2021 on; 3.4 + 3 × 2.4 = 10.6 from 2022 on.
    assert found.latest_reachable_year == 2022
    assert pace(make_indicator(kind="cumulative", target=10.7), {2021: 1, 2022: 2.4}) == replace(
        found, required=pytest.approx((10.7 - 3.4) / 3), latest_reachable_year=2020
    )


def test_a_falling_indicator_is_in_reach_the_other_way_round():
    falling = make_indicator(direction="lower", target=50.0)

    assert pace(falling, {2020: 100, 2021: 80, 2022: 95}).latest_reachable_year == 2022
    assert pace(falling, {2020: 100, 2021: 90, 2022: 95}).latest_reachable_year == 2021
