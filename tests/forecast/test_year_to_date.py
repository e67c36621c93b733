import numpy as np
import pytest
from numpy.testing import assert_allclose

from evaluation_lib.forecast import NoForecast
from evaluation_lib.forecast.year_to_date import (
    YearToDate,
    blend,
    error_quantiles,
    estimate_year,
    past_errors,
)


def test_the_total_is_the_known_part_over_its_usual_share():
    # First quarters made up 10 and 30 of 100: on average a fifth.
    answer = estimate_year([[10, 30, 30, 30], [30, 20, 20, 30]], [8.0])

    assert isinstance(answer, YearToDate)
    assert (answer.known, answer.periods) == (8.0, 1)
    assert answer.share == pytest.approx(0.2)
    assert answer.total == pytest.approx(40.0)


def test_a_seasonal_year_is_not_multiplied_by_twelve():
    year = np.array([0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 10, 10.0])

    answer = estimate_year([year, 2 * year], (3 * year)[:10])

    assert isinstance(answer, YearToDate)
    assert answer.total == pytest.approx(90.0)


def test_only_the_last_three_years_are_compared():
    answer = estimate_year([[97, 1, 1, 1]] + 3 * [[25, 25, 25, 25]], [10.0])

    assert isinstance(answer, YearToDate)
    assert answer.total == pytest.approx(40.0)


def test_running_totals_are_taken_apart_first():
    flows = estimate_year([[10, 20, 30, 40]], [12.0, 18.0])

    totals = estimate_year([[10, 30, 60, 100]], [12.0, 30.0], cumulative=True)

    assert isinstance(flows, YearToDate)
    assert isinstance(totals, YearToDate)
    assert totals.total == flows.total == pytest.approx(100.0)


@pytest.mark.parametrize(
    ("earlier", "current", "reason"),
    [
        pytest.param([[1, 2, 3, 4]], [], "first periods are not all known", id="nothing known"),
        pytest.param([[1, 2, 3, 4]], [1.0, np.nan], "not all known", id="a gap this year"),
        pytest.param([], [1.0], "No earlier year", id="no earlier year"),
        pytest.param([[1, np.nan, 3, 4]], [1.0], "No earlier year", id="a gap in earlier years"),
        pytest.param([[0, 2, 3, 4]], [1.0], "No earlier year", id="a share of nothing"),
    ],
)
def test_a_total_that_cannot_be_estimated_says_why(earlier, current, reason):
    answer = estimate_year(earlier, current)

    assert isinstance(answer, NoForecast)
    assert reason in answer.reason_en
    assert answer.reason_zh


def test_the_more_is_known_the_narrower_the_total():
    widths = [np.ptp(error_quantiles(months / 12)) for months in (1, 2, 3, 6, 9, 11)]

    assert np.all(np.diff(widths) < 0)


def test_past_errors_compare_each_year_with_those_before_it():
    # A quarter of the first year; the second year's first quarter says 80, it came to 100.
    errors = past_errors([[25, 25, 25, 25], [20, 30, 25, 25]], 1)

    assert_allclose(errors, [100 / 80 - 1])


def test_two_estimates_are_weighed_by_what_they_are_worth():
    average, deviation = blend(10.0, 1.0, 20.0, 2.0)

    # Weights 1 and 1/4.
    assert average == pytest.approx(12.0)
    assert deviation == pytest.approx(1 / np.sqrt(1.25))
    with pytest.raises(ValueError, match="deviations must be positive"):
        blend(1.0, 0.0, 1.0, 1.0)
