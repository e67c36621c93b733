import pytest

from evaluation_lib.assessment.methods import anticipated_gap, anticipated_value


def judge(value=64, predicted=69, *, baseline=60, target=70, direction="higher"):
    return anticipated_gap(
        baseline=baseline, value=value, predicted=predicted, target=target, direction=direction
    )


@pytest.mark.parametrize(
    ("predicted", "anticipated", "gap_share", "status"),
    [
        pytest.param(75, 10.0, 0.0, "on_track", id="beyond the target"),
        pytest.param(69, 9.0, 0.1, "on_track", id="exactly 10 % missing"),
        pytest.param(68.9, 8.9, 0.11, "accelerate", id="more than 10 % missing"),
        pytest.param(60, 0.0, 1.0, "accelerate", id="back at the baseline"),
        pytest.param(59, -1.0, 1.1, "reverse", id="worse than the baseline"),
    ],
)
def test_the_gap_is_the_share_of_the_needed_progress_not_foreseen(
    predicted, anticipated, gap_share, status
):
    answer = judge(predicted=predicted)

    assert (answer.anticipated_progress, answer.gap_share) == (anticipated, gap_share)
    assert (answer.status, answer.reason) == (status, None)


@pytest.mark.parametrize(
    ("value", "current"),
    [
        pytest.param(60, 0.0, id="at the baseline"),
        pytest.param(64, 4.0, id="two fifths of the way"),
        pytest.param(70, 10.0, id="at the target"),
        pytest.param(99, 10.0, id="beyond the target"),
        pytest.param(40, -20.0, id="twice the way back"),
    ],
)
def test_the_current_status_runs_from_the_baseline_to_ten(value, current):
    assert judge(value).current_status == current


def test_ten_is_never_reached_by_rounding():
    answer = judge(10**17 - 1, 10**17 - 1, baseline=0, target=10**17)

    assert answer.current_status < 10
    assert answer.anticipated_progress < 10


def test_lower_can_be_better():
    answer = judge(66, 61, baseline=70, target=60, direction="lower")

    assert (answer.current_status, answer.anticipated_progress) == (4.0, 9.0)


@pytest.mark.parametrize(
    ("value", "predicted", "current", "anticipated", "reason"),
    [
        pytest.param(70, 71, 10.0, 10.0, None, id="kept and foreseen"),
        pytest.param(70, 69, 10.0, None, "base_equals_target", id="kept, not foreseen"),
        pytest.param(69, 70, None, 10.0, None, id="missed, foreseen"),
        pytest.param(69, 69, None, None, "base_equals_target", id="missed"),
    ],
)
def test_a_target_at_the_baseline_is_ten_or_not_applicable(
    value, predicted, current, anticipated, reason
):
    answer = judge(value, predicted, baseline=70)

    assert (answer.current_status, answer.anticipated_progress) == (current, anticipated)
    assert answer.reason == reason


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        pytest.param({"target": None}, "no_target", id="no target"),
        pytest.param({"baseline": float("nan")}, "no_baseline", id="no baseline"),
        pytest.param({"value": None}, "no_value", id="no value"),
        pytest.param({"direction": None}, "no_direction", id="no direction"),
    ],
)
def test_what_cannot_be_judged_says_why(case, reason):
    answer = judge(**case)

    assert (answer.status, answer.reason) == ("not_available", reason)
    assert (answer.current_status, answer.anticipated_progress, answer.gap_share) == (None,) * 3


def test_without_a_prediction_the_current_status_stands():
    answer = judge(predicted=None)

    assert (answer.current_status, answer.anticipated_progress) == (4.0, None)
    assert (answer.status, answer.reason) == ("not_available", "no_prediction")


def test_steady_growth_continues():
    predicted = anticipated_value({2019: 100, 2020: 110, 2021: 121}, target_year=2023)

    assert predicted == pytest.approx(146.41, rel=1e-14)


def test_percentages_grow_by_their_odds():
    predicted = anticipated_value({2019: 50, 2020: 75}, target_year=2021, is_percentage=True)

    assert predicted == pytest.approx(90, rel=1e-14)


def test_recent_years_weigh_more():
    # With T = 2020 the weights are as 1 : 2 : 4, and the line through the logarithms to base 2,
    # 0, 1 and 2, has the slope 9/13 and stands at 34/13 in 2020.
    predicted = anticipated_value({2016: 1, 2018: 2, 2019: 4}, target_year=2020)

    assert predicted == pytest.approx(2 ** (34 / 13), rel=1e-14)


def test_the_target_year_itself_and_later_are_not_looked_at():
    points = {2019: 100, 2020: 110}

    assert anticipated_value(points, target_year=2021) == pytest.approx(121, rel=1e-14)
    assert anticipated_value({**points, 2021: 9, 2022: 9}, target_year=2021) == anticipated_value(
        points, target_year=2021
    )


@pytest.mark.parametrize(
    ("points", "is_percentage"),
    [
        pytest.param({2020: 5}, False, id="one point"),
        pytest.param({2019: None, 2020: 5}, False, id="one known point"),
        pytest.param({2019: 0, 2020: 5}, False, id="zero has no logarithm"),
        pytest.param({2019: -1, 2020: 5}, False, id="below zero"),
        pytest.param({2019: 90, 2020: 100}, True, id="the whole has no logit"),
        pytest.param({2019: 1e-300, 2020: 1e300}, False, id="too steep for a float"),
    ],
)
def test_nothing_is_predicted_where_the_trend_has_no_line(points, is_percentage):
    assert anticipated_value(points, target_year=2025, is_percentage=is_percentage) is None
