import pytest

from evaluation_lib.assessment.methods import (
    aggregate_scores,
    aggregate_status,
    growth_ratio,
)


def judge(baseline=100, value=100, target=110, **others):
    """Judge a year of growth against the year that the target allows, unless told otherwise."""
    given = {"baseline_year": 2020, "year": 2021, "target_year": 2021, "direction": "higher"}
    return growth_ratio(baseline=baseline, value=value, target=target, **{**given, **others})


@pytest.mark.parametrize(
    ("value", "ratio", "status", "score"),
    [
        pytest.param(109.9, 0.99, "substantial_progress", 2.785771, id="nearly there"),
        pytest.param(109.5, 0.95, "substantial_progress", 2.500055, id="exactly 95 %"),
        pytest.param(109.49, 0.949, "moderate_progress", 2.4929121, id="just below 95 %"),
        pytest.param(106, 0.6, "moderate_progress", 0.00004, id="exactly 60 %"),
        pytest.param(105.99, 0.599, "limited_progress", -0.0041467, id="just below 60 %"),
        pytest.param(100, 0.0, "limited_progress", -2.5, id="no growth"),
        pytest.param(99, -0.1, "deterioration", -2.91667, id="falling"),
        pytest.param(90, -1.0, "deterioration", -5.0, id="falling as fast as it should rise"),
        pytest.param(0, -10.0, "deterioration", -5.0, id="fallen to nothing"),
    ],
)
def test_growth_made_is_measured_against_growth_needed(value, ratio, status, score):
    answer = judge(value=value)

    assert answer.ratio == pytest.approx(ratio, rel=1e-12)
    assert answer.status == status
    assert answer.score == pytest.approx(score, rel=1e-12)
    assert answer.reason is None


def test_growth_is_compounded_over_the_years():
    answer = judge(value=121, year=2022, target=146.41, target_year=2024)

    assert answer.ratio == pytest.approx(1.0)
    assert answer.score == pytest.approx(2.8572)


def test_a_compound_rate_of_exactly_sixty_percent_is_sixty_percent():
    # 1.06 squared against 1.1 cubed: 6 % a year made, 10 % a year needed.
    answer = judge(value=112.36, year=2022, target=133.1, target_year=2023)

    assert answer.ratio == 0.6
    assert answer.status == "moderate_progress"


@pytest.mark.parametrize(
    "case",
    [
        pytest.param({"value": 94, "target": 90, "direction": "lower"}, id="lower is better"),
        pytest.param({"value": 160, "target": 200}, id="a doubling"),
        pytest.param({"baseline": -100, "value": -94, "target": -90}, id="below zero"),
    ],
)
def test_every_way_of_improving_counts_alike(case):
    assert judge(**case).ratio == 0.6


@pytest.mark.parametrize(
    ("case", "ratio"),
    [
        pytest.param({"value": 110}, 1.0, id="just met"),
        pytest.param({"baseline": 200, "value": 180, "target": 150}, -0.4, id="met but falling"),
        pytest.param({"value": 0, "target": 50, "direction": "lower"}, 2.0, id="met at zero"),
        pytest.param({"value": 100, "target": 100}, None, id="base equals target"),
        pytest.param({"baseline": 0, "value": 120}, None, id="zero base"),
        pytest.param({"value": 5, "target": 0}, None, id="zero target"),
        pytest.param({"baseline": -5, "value": 120}, None, id="sign changed"),
        pytest.param({"value": 120, "target_year": None}, None, id="no target year"),
    ],
)
def test_a_target_met_is_met_and_still_shows_its_trend(case, ratio):
    answer = judge(**case)

    assert answer.ratio == ratio
    assert (answer.status, answer.score, answer.reason) == ("target_achieved", 5.0, None)


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        pytest.param({"value": None}, "no_value", id="no value"),
        pytest.param({"value": float("nan")}, "no_value", id="value is nan"),
        pytest.param({"value": float("inf")}, "no_value", id="value is infinite"),
        pytest.param({"baseline": None}, "no_baseline", id="no baseline"),
        pytest.param({"baseline_year": None}, "no_baseline_year", id="no base year"),
        pytest.param({"year": None}, "no_year", id="no year"),
        pytest.param({"direction": None}, "no_direction", id="no direction"),
        pytest.param({"target": float("inf")}, "no_target", id="infinite target"),
        pytest.param({"target_year": None}, "no_target_year", id="no target year"),
        pytest.param(
            {"target_year": 2020}, "target_year_not_after_baseline", id="target in the base year"
        ),
        pytest.param({"year": 2020, "value": 120}, "not_after_baseline", id="met in the base year"),
        pytest.param({"value": 99, "target": 100}, "base_equals_target", id="base equals target"),
        pytest.param({"baseline": 0, "value": 5}, "zero_base", id="zero base"),
        pytest.param({"value": 5, "target": 0, "direction": "lower"}, "zero_target", id="zero aim"),
        pytest.param({"value": -1}, "sign_change", id="value crossed zero"),
        pytest.param({"baseline": -5, "value": -4}, "sign_change", id="target beyond zero"),
        pytest.param({"target_year": 10**90}, "out_of_range", id="endless time"),
        pytest.param(
            {"value": 10**400, "target": 10**5000, "target_year": 10**9}, "out_of_range", id="huge"
        ),
    ],
)
def test_what_cannot_be_judged_says_why(case, reason):
    answer = judge(**case)

    assert answer.reason == reason
    assert (answer.ratio, answer.status, answer.score) == (None, "not_available", None)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param({"baseline": 1e-300, "value": 1e300, "target": 1e308}, id="far apart"),
        pytest.param(
            {"value": 1, "baseline": 1 + 1e-15, "target": 1 - 1e-15, "direction": "lower"},
            id="close together",
        ),
    ],
)
def test_extreme_numbers_are_judged_as_long_as_the_ratio_is_a_float(case):
    assert judge(**case).status == "limited_progress"


@pytest.mark.parametrize(
    ("value", "status", "score"),
    [
        pytest.param(102, "substantial_progress", 5.0, id="2 % a year"),
        pytest.param(101.5, "substantial_progress", 2.5, id="exactly 1.5 %"),
        pytest.param(101.4, "moderate_progress", 2.25, id="just below 1.5 %"),
        pytest.param(100.5, "moderate_progress", 0.0, id="exactly 0.5 %"),
        pytest.param(100.4, "limited_progress", -0.5, id="just below 0.5 %"),
        pytest.param(100, "limited_progress", -2.5, id="no growth"),
        pytest.param(99, "deterioration", -3.75, id="falling"),
        pytest.param(97, "deterioration", -5.0, id="falling fast"),
    ],
)
@pytest.mark.parametrize("blank", [None, float("nan")])
def test_without_a_target_growth_itself_is_judged(value, status, score, blank):
    answer = judge(value=value, target=blank, target_year=None)

    assert answer.ratio == pytest.approx(value / 100 - 1, abs=1e-15)
    assert (answer.status, answer.score) == (status, pytest.approx(score, abs=1e-12))


def test_without_a_target_and_a_base_there_is_no_growth():
    assert judge(baseline=0, value=5, target=None).reason == "zero_base"
    assert judge(value=-5, target=None).reason == "sign_change"


# What is left of the expected growth at half of a limit, and again half beyond it.
ROOM = 1 - 0.5**4.44


@pytest.mark.parametrize(
    ("baseline", "score"),
    [
        pytest.param(50, 2.5 / ROOM - 1.25, id="half of the limit"),
        pytest.param(100, 5.0, id="at the limit"),
        pytest.param(150, 2.5 / ROOM - 1.25, id="half the limit beyond it"),
        pytest.param(200, 1.25, id="twice the limit"),
        pytest.param(250, 1.25, id="more than twice the limit"),
    ],
)
def test_one_percent_of_growth_is_worth_more_near_a_natural_limit(baseline, score):
    answer = judge(baseline, baseline * 101 / 100, target=None, limit=100)

    assert answer.score == pytest.approx(score)


@pytest.mark.parametrize(
    ("value", "status", "score"),
    [
        pytest.param(50.725, "substantial_progress", 7.25 / ROOM - 5, id="1.45 %"),
        pytest.param(50.24, "moderate_progress", 1.2 / ROOM - 1.25, id="0.48 %"),
        pytest.param(50.05, "limited_progress", 0.5 / ROOM - 2.5, id="0.1 %"),
        pytest.param(49.5, "deterioration", -3.75, id="falling"),
    ],
)
def test_a_natural_limit_lowers_every_cut_off(value, status, score):
    answer = judge(50, value, target=None, limit=100)

    assert (answer.status, answer.score) == (status, pytest.approx(score))


def test_a_standstill_at_the_limit_is_the_best_there_is():
    answer = judge(value=100, target=None, limit=100)

    assert (answer.status, answer.score) == ("substantial_progress", 5.0)


def test_a_limit_is_ignored_where_there_is_a_target():
    assert judge(value=106, limit=100) == judge(value=106)


@pytest.mark.parametrize(
    ("scores", "mean"),
    [
        pytest.param([5.0, -5.0], 0.0, id="plain mean"),
        pytest.param([2.0, None, 3.0], 2.5, id="missing scores drop out"),
        pytest.param([0.1, 0.2], 0.15, id="exact"),
        pytest.param([1.0, float("nan"), float("inf")], 1.0, id="only finite numbers count"),
        pytest.param([None], None, id="none known"),
        pytest.param([], None, id="none at all"),
    ],
)
def test_the_score_of_several_series_is_the_mean_of_those_there_are(scores, mean):
    assert aggregate_scores(scores) == mean


@pytest.mark.parametrize(
    ("scores", "status"),
    [
        pytest.param([5.0, 0.0], "substantial_progress", id="exactly 2.5"),
        pytest.param([4.9, 0.0], "moderate_progress", id="below 2.5"),
        pytest.param([5.0, -5.0], "moderate_progress", id="exactly 0"),
        pytest.param([-5.0, 0.0], "limited_progress", id="exactly -2.5"),
        pytest.param([-5.0, -0.1], "deterioration", id="below -2.5"),
        pytest.param([None, None], "not_available", id="no score"),
    ],
)
def test_the_class_of_several_series_follows_their_mean(scores, status):
    assert aggregate_status(scores, ["target_achieved", "deterioration"]) == status


def test_several_series_achieve_the_target_only_together():
    assert aggregate_status([5.0, 5.0], ["target_achieved"] * 2) == "target_achieved"
    assert (
        aggregate_status([5.0, 5.0], ["target_achieved", "substantial_progress"])
        == "substantial_progress"
    )


def test_a_misspelt_direction_is_refused():
    with pytest.raises(ValueError, match="'up' is not a valid Direction"):
        judge(direction="up")
