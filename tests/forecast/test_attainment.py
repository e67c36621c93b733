import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from evaluation_lib.forecast import QUANTILE_LEVELS, Forecast
from evaluation_lib.forecast.attainment import (
    cumulative_forecast,
    expected_attained,
    probability_at_least,
    probability_at_most,
    probability_of_all_years,
    sample_paths,
)

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)


def make_forecast(*rows, levels=LEVELS):
    years = np.arange(2024, 2024 + len(rows))
    return Forecast("pooled", years, np.array(rows, dtype=float), levels, n=5)


def uniform_forecast(years=3):
    """Return a forecast whose value of every year is its own probability."""
    return make_forecast(*[QUANTILE_LEVELS] * years, levels=QUANTILE_LEVELS)


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [
        pytest.param(20.0, 0.5, id="the median"),
        pytest.param(25.0, 0.375, id="half way between two quantiles"),
        pytest.param(35.0, 0.15, id="half way in the upper tail"),
        pytest.param(45.0, 0.05 * np.exp(-0.5), id="half a step beyond the last quantile"),
        pytest.param(1000.0, 0.01, id="never surer than one in a hundred"),
        pytest.param(-1000.0, 0.99, id="never surer than that either way"),
    ],
)
def test_probability_is_read_between_the_quantiles(threshold, expected):
    forecast = make_forecast([0, 10, 20, 30, 40])

    assert probability_at_least(forecast, 2024, threshold) == pytest.approx(expected)
    assert probability_at_most(forecast, 2024, threshold) == pytest.approx(1 - expected)


def test_mass_piled_up_on_a_bound_counts_as_reached():
    forecast = make_forecast([90, 95, 100, 100, 100])

    assert probability_at_least(forecast, 2024, 100.0) == pytest.approx(0.5)
    assert probability_at_most(forecast, 2024, 100.0) == 0.99


@given(st.floats(-50, 90), st.floats(0, 30))
def test_a_higher_threshold_is_never_more_probable(threshold, step):
    forecast = make_forecast([0, 10, 20, 30, 40])

    lower = probability_at_least(forecast, 2024, threshold)

    assert probability_at_least(forecast, 2024, threshold + step) <= lower


def test_paths_have_the_quantiles_of_every_year():
    paths = sample_paths(uniform_forecast())

    for column in paths.T:
        assert_allclose(np.quantile(column, [0.1, 0.5, 0.9]), [0.1, 0.5, 0.9], atol=0.01)


def test_neighbouring_years_move_together():
    correlation = np.corrcoef(sample_paths(uniform_forecast()).T)

    assert correlation[0, 1] > correlation[0, 2] > 0.5
    assert correlation[1, 2] > correlation[0, 1]


def test_a_sum_spreads_less_than_the_sum_of_the_quantiles():
    flow = uniform_forecast(years=2)

    total = cumulative_forecast(flow, achieved=10.0)

    assert total.median(2025) == pytest.approx(11.0, abs=0.01)
    low, high = total.interval(2025, 0.9)
    assert 10.1 < low < 11 < high < 11.9
    assert high - 11.0 == pytest.approx(11.0 - low, abs=0.02)


def test_keeping_every_year_is_harder_than_one_and_easier_than_independence():
    forecast = uniform_forecast()

    all_kept = probability_of_all_years(forecast, {2024: 0.3, 2025: 0.3, 2026: 0.3})

    assert 0.7**3 + 0.05 < all_kept < 0.7


def test_keeping_every_year_works_in_both_directions():
    forecast = uniform_forecast()

    above = probability_of_all_years(forecast, {2024: 0.4, 2026: 0.4})
    below = probability_of_all_years(forecast, {2024: 0.6, 2026: 0.6}, at_least=False)

    assert above == pytest.approx(below, abs=0.01)


def test_the_expected_number_is_the_sum_of_the_probabilities():
    result = expected_attained([0.9, 0.5, 0.2], 0.3)

    assert result.expected == pytest.approx(1.6)


@pytest.mark.parametrize(
    ("correlation", "low", "high"),
    [
        # Binomial of 10 tosses: P(X <= 2) = 0.055, P(X <= 3) = 0.172; P(X <= 6) = 0.828.
        pytest.param(0.0, 3, 7, id="independent targets"),
        pytest.param(0.98, 0, 10, id="one shock decides all"),
    ],
)
def test_a_common_shock_widens_the_number_reached(correlation, low, high):
    result = expected_attained([0.5] * 10, correlation)

    assert (result.low, result.high) == (low, high)


def test_settled_targets_leave_no_spread():
    result = expected_attained([1.0, 1.0, 0.0], 0.5)

    assert (result.expected, result.low, result.high) == (2.0, 2, 2)


@pytest.mark.parametrize(
    ("probabilities", "correlation", "message"),
    [
        pytest.param([0.5], 1.0, r"common_correlation must lie in \[0, 1\), got 1.0", id="shock"),
        pytest.param([1.5], 0.0, r"probabilities must lie in \[0, 1\]", id="probability"),
    ],
)
def test_impossible_probabilities_are_refused(probabilities, correlation, message):
    with pytest.raises(ValueError, match=message):
        expected_attained(probabilities, correlation)
