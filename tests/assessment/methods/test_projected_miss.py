import pandas as pd
import pytest

from evaluation_lib.assessment.methods import projected_miss, worst_symbol


def series(*values, until=2021):
    """Return values of consecutive years, the last of them `until`."""
    return dict(zip(range(until + 1 - len(values), until + 1), values, strict=True))


def judge(points, rule="reach", **others):
    given = {"evaluation_year": 2021, "direction": "higher", "target_year": 2030}
    return projected_miss(points, rule=rule, **{**given, **others})


RISING = series(1.0, 1.1, 1.2, 1.3, 1.4, 1.5)  # 0.1 a year; 2.0 short of 3.5
STILL = series(1.5, 1.5, 1.5, 1.5, 1.5, 1.5)


@pytest.mark.parametrize(
    ("target_year", "symbol"),
    [
        pytest.param(2043, "sun", id="passed"),
        pytest.param(2041, "sun", id="reached"),
        pytest.param(2040, "partly_cloudy", id="missed by exactly 5 % of the gap"),
        pytest.param(2037, "partly_cloudy", id="missed by exactly 20 %"),
        pytest.param(2036, "cloud", id="missed by 25 %"),
        pytest.param(2021, "cloud", id="no year left"),
    ],
)
def test_a_target_to_reach_is_judged_by_the_miss_in_its_year(target_year, symbol):
    assert judge(RISING, target=3.5, target_year=target_year) == symbol


def test_a_miss_just_below_five_percent_is_still_sunny():
    # 2021 + 19 years at 0.1 end at 3.4, and 0.0999 of a gap of 1.9999 is 4.995 %.
    assert judge(RISING, target=3.4999, target_year=2040) == "sun"


@pytest.mark.parametrize(
    "points", [pytest.param(STILL, id="still"), pytest.param(series(4, 3, 2, 1), id="falling")]
)
def test_no_move_towards_the_target_is_a_thunderstorm(points):
    assert judge(points, target=9) == "thunderstorm"


def test_lower_can_be_better():
    falling = series(2.0, 1.9, 1.8, 1.7, 1.6, 1.5)

    assert judge(falling, target=1.0, target_year=2026, direction="lower") == "sun"
    assert judge(falling, target=1.0, target_year=2024, direction="lower") == "cloud"


@pytest.mark.parametrize("rule", ["reach", "keep"])
@pytest.mark.parametrize(
    ("points", "symbol"),
    [
        pytest.param(series(1, 2, 3, 4), "sun", id="improving"),
        pytest.param(series(4, 4, 4, 4), "sun", id="steady"),
        pytest.param(series(7, 6, 5, 4), "partly_cloudy", id="worsening"),
    ],
)
def test_a_target_already_reached_has_to_be_kept(rule, points, symbol):
    assert judge(points, rule, target=4, target_year=None) == symbol


@pytest.mark.parametrize(
    ("points", "symbol"),
    [
        pytest.param(series(1, 2, 3, 4), "cloud", id="improving"),
        pytest.param(series(4, 4, 4, 4), "thunderstorm", id="steady"),
        pytest.param(series(7, 6, 5, 4), "thunderstorm", id="worsening"),
    ],
)
def test_a_target_to_keep_that_is_missed_is_cloudy_at_best(points, symbol):
    assert judge(points, "keep", target=5) == symbol


@pytest.mark.parametrize(
    ("points", "symbol"),
    [
        pytest.param(series(1, 2, 3, 4), "sun", id="mean right, last right"),
        pytest.param(series(1, 2, 4, 3), "partly_cloudy", id="mean right, last wrong"),
        pytest.param(series(1, 2, 3, 3), "partly_cloudy", id="mean right, last zero"),
        pytest.param(series(4, 2, 1, 2), "cloud", id="mean wrong, last right"),
        pytest.param(series(2, 3, 1, 2), "cloud", id="mean zero, last right"),
        pytest.param(series(4, 3, 2, 1), "thunderstorm", id="mean wrong, last wrong"),
        pytest.param(series(2, 2, 2, 2), "thunderstorm", id="nothing moves"),
    ],
)
def test_a_direction_alone_is_judged_by_mean_and_last_change(points, symbol):
    assert judge(points, "direction") == symbol


def test_only_the_last_five_changes_count():
    fallen_before = series(9.0, *RISING.values())

    assert judge(fallen_before, target=2.0, target_year=2026) == "sun"


def test_what_came_after_the_evaluation_year_is_not_seen():
    later = {**RISING, 2022: 0.0}

    assert judge(later, target=2.0, target_year=2026) == "sun"
    assert judge(later, target=2.0, target_year=2026, evaluation_year=2022) == "thunderstorm"


def test_the_pace_is_measured_from_the_latest_gap_on():
    points = {2015: 90.0, 2016: 80.0, **series(1.2, 1.3, 1.4, 1.5)}

    assert judge(points, target=2.0, target_year=2026) == "sun"


@pytest.mark.parametrize(
    ("points", "others"),
    [
        pytest.param({}, {"target": 2}, id="no point"),
        pytest.param({2021: 1.5}, {"target": 2}, id="one point"),
        pytest.param(series(1, 2, 3), {"target": 9}, id="three points"),
        pytest.param({**RISING, 2020: None}, {"target": 2}, id="year before the last is blank"),
        pytest.param({**RISING, 2019: float("nan")}, {"target": 2}, id="a gap of nan"),
        pytest.param(RISING, {"target": None}, id="no target"),
        pytest.param(RISING, {"target": 9, "target_year": None}, id="no target year"),
        pytest.param(RISING, {"target": 9, "evaluation_year": None}, id="no evaluation year"),
        pytest.param(RISING, {"target": 9, "direction": None}, id="no direction"),
        pytest.param(RISING, {"target": 9, "evaluation_year": 2015}, id="all points later"),
    ],
)
def test_too_little_to_judge_gives_no_symbol(points, others):
    assert judge(points, **others) is None


def test_a_blank_latest_year_leaves_the_run_before_it():
    assert judge({**RISING, 2022: None}, target=2, target_year=2026, evaluation_year=2022) == "sun"


@pytest.mark.parametrize(
    ("symbols", "worst"),
    [
        pytest.param(["sun", "cloud", "partly_cloudy"], "cloud", id="the worst counts"),
        pytest.param(["thunderstorm", "sun"], "thunderstorm", id="order does not matter"),
        pytest.param(["sun", None], None, id="one is unknown"),
        pytest.param([], None, id="none given"),
    ],
)
def test_several_targets_at_once_have_the_worst_symbol(symbols, worst):
    assert worst_symbol(symbols) == worst


def test_a_column_of_a_table_serves_as_points():
    assert judge(pd.Series(RISING), target=2.0, target_year=2026) == "sun"


def test_an_unknown_rule_is_refused():
    with pytest.raises(ValueError, match="'trend' is not a valid Rule"):
        judge(RISING, "trend", target=2)
