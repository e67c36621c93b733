import pytest

from evaluation_lib.assessment.outlook import forecast_series, judge_outlook, word_of
from evaluation_lib.assessment.progress import measure_progress
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import CutOffs
from tests.builders import CITY, make_indicator, make_observation, make_series


def outlook(indicator, values, year, **changes):
    series = make_series(values, **changes)
    progress = measure_progress(indicator, series, year, CutOffs())
    (answer,) = forecast_series([indicator], [series], year, "transparent")
    return judge_outlook(indicator, series, progress, answer)


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.0, "very_unlikely"),
        (0.1999, "very_unlikely"),
        (0.2, "unlikely"),
        (0.4, "uncertain"),
        (0.6, "likely"),
        (0.8, "likely"),
        (0.8001, "very_likely"),
    ],
)
def test_words_of_probability_are_fixed(probability, word):
    assert word_of(probability) == word


def test_two_values_give_no_forecast_and_say_so():
    found = outlook(make_indicator(), {2020: 100, 2021: 120}, 2021)

    assert found.word == "not_assessable"
    assert found.probability is None
    assert "2个年度观测值" in found.reason.zh


def test_far_beyond_the_target_is_very_likely_and_never_certain():
    found = outlook(make_indicator(), {2020: 100, 2021: 300, 2022: 500}, 2022)

    assert found.word == "very_likely"
    assert found.probability <= 0.99
    assert not found.observed


def test_the_target_year_itself_is_a_fact():
    met = outlook(make_indicator(), {2023: 150, 2024: 170, 2025: 200}, 2025)
    missed = outlook(make_indicator(), {2023: 150, 2024: 170, 2025: 199}, 2025)

    assert (met.word, met.probability, met.observed) == ("observed_met", 1.0, True)
    assert (missed.word, missed.probability, missed.observed) == ("observed_missed", 0.0, True)


def test_a_lower_bound_below_the_target_is_no_fact():
    values = {2025: 190}

    assert outlook(make_indicator(), values, 2025, comparator=">").word == "not_assessable"
    assert outlook(make_indicator(), {2025: 200}, 2025, comparator=">=").word == "observed_met"


def test_a_cumulative_target_once_passed_cannot_be_lost():
    kind = make_indicator(kind="cumulative", period_rule="sum", target=10.0)

    found = outlook(kind, {2021: 6, 2022: 5}, 2022)

    assert (found.word, found.probability) == ("observed_met", 1.0)


def test_a_cumulative_target_is_forecast_as_a_sum_of_years():
    kind = make_indicator(kind="cumulative", period_rule="sum", target=10.0)

    found = outlook(kind, {2020: 2, 2021: 2, 2022: 2}, 2022)

    assert 8 < found.forecast.median(2025) < 12
    assert 0.2 < found.probability < 0.8


def test_a_breach_settles_every_year_and_the_years_left_keep_their_chance():
    yearly = make_indicator(kind="annual_flow", period_rule="sum", comparison=">=", target=100.0)

    found = outlook(yearly, {2020: 110, 2021: 95, 2022: 120}, 2022)

    assert (found.word, found.probability) == ("observed_missed", 0.0)
    assert 0 < found.remaining < 1
    assert sorted(found.yearly) == [2023, 2024, 2025]
    assert found.remaining <= min(found.yearly.values())


def test_a_blank_target_has_no_outlook():
    blank = make_indicator(target=None, comparison=None)

    assert outlook(blank, {2020: 1, 2021: 2, 2022: 3}, 2022).word == "not_assessable"


def test_lower_is_better_is_asked_from_the_other_side():
    falling = make_indicator(direction="lower", lower=None, target=50.0)

    assert outlook(falling, {2020: 100, 2021: 60, 2022: 20}, 2022).probability > 0.5
    assert outlook(falling, {2020: 100, 2021: 140, 2022: 180}, 2022).probability < 0.2


def test_a_kept_level_that_never_moved_has_no_probability_and_says_why():
    keep = make_indicator(kind="maintain", unit="%", upper=100.0, baseline=100.0, target=100.0)

    never = outlook(keep, dict.fromkeys(range(2020, 2024), 100), 2023)
    moved = outlook(keep, {2020: 100, 2021: 100, 2022: 99, 2023: 100}, 2023)

    assert (never.word, never.probability) == ("not_assessable", None)
    assert "没有波动可供估计" in never.reason.zh
    assert moved.word == "observed_missed"


def make_bounded(values, **bounds):
    """Return a series of exact `values`, then one bound a year, such as ``y2023=(">", 5)``."""
    points = list(make_series(values).points)
    for name, (comparator, value) in bounds.items():
        points.append(make_observation(int(name[1:]), value, comparator=comparator))
    return Series("stock", CITY, tuple(points))


def judged_bounded(indicator, series, year):
    progress = measure_progress(indicator, series, year, CutOffs())
    (answer,) = forecast_series([indicator], [series], year, "pooled")
    return judge_outlook(indicator, series, progress, answer)


def test_a_bound_after_the_exact_values_is_a_condition_on_the_forecast():
    values = {2018: 100, 2019: 110, 2020: 118, 2021: 130}
    series = make_bounded(values, y2022=(">", 145))

    found = judged_bounded(make_indicator(), series, 2022)
    without = judged_bounded(make_indicator(), make_series(values), 2022)

    assert found.forecast.at(2022).min() >= 145
    assert found.probability > without.probability


def test_a_flow_known_by_a_bound_alone_is_not_added_twice():
    indicator = make_indicator(kind="cumulative", baseline=10.0, target=60.0, period_rule="sum")
    values = {2019: 10.0, 2020: 10.0, 2021: 10.5}
    series = make_bounded(values, y2022=(">=", 10.0))

    found = judged_bounded(indicator, series, 2022)

    # 10.5 in 2021, then four forecast years of about 10: near 51, not 61.
    assert 48 < found.forecast.median(2025) < 56
