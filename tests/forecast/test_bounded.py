import numpy as np
import pytest
from numpy.testing import assert_allclose

from evaluation_lib.forecast import QUANTILE_LEVELS, Forecast, NoForecast, transparent_quantiles
from evaluation_lib.forecast.bounded import conditioned

LEVELS = np.array(QUANTILE_LEVELS)


def make_forecast(*rows):
    years = np.arange(2022, 2022 + len(rows))
    return Forecast("transparent", years, np.array(rows), QUANTILE_LEVELS, 5)


def test_without_a_bound_nothing_changes():
    forecast = make_forecast(LEVELS)

    assert conditioned(forecast, {}) is forecast
    assert conditioned(forecast, {2031: (5.0, None)}) is forecast


def test_a_lower_bound_cuts_off_what_lies_below_it():
    # Evenly spread between 0 and 1; given 0.5 or more, evenly spread between 0.5 and 1.
    answer = conditioned(make_forecast(LEVELS), {2022: (0.5, None)})

    assert isinstance(answer, Forecast)
    assert_allclose(answer.quantiles[0], 0.5 + LEVELS / 2, atol=0.01)
    assert answer.quantiles.min() >= 0.5
    assert answer.n == 5


def test_a_range_leaves_what_lies_in_it():
    answer = conditioned(make_forecast(LEVELS), {2022: (0.2, 0.4)})

    assert isinstance(answer, Forecast)
    assert_allclose(answer.quantiles[0], 0.2 + LEVELS / 5, atol=0.01)


def test_a_bound_lifts_the_years_after_it_too():
    quantiles = transparent_quantiles([[10.0, 12.0, 13.0, 15.0]], 3, LEVELS)[0]
    forecast = make_forecast(*quantiles)

    answer = conditioned(forecast, {2022: (17.0, None)})

    assert isinstance(answer, Forecast)
    assert np.all(answer.quantiles[:, 12] > forecast.quantiles[:, 12])
    # The further ahead, the less the bound says.
    lift = (answer.quantiles - forecast.quantiles)[:, 12]
    spread = np.ptp(forecast.quantiles, axis=1)
    assert np.all(np.diff(lift / spread) < 0)


def test_a_bound_that_was_to_be_expected_changes_little():
    forecast = make_forecast(LEVELS, 2 * LEVELS)

    answer = conditioned(forecast, {2022: (0.0001, None)})

    assert isinstance(answer, Forecast)
    assert_allclose(answer.quantiles, forecast.quantiles, atol=0.01)


@pytest.mark.parametrize(
    "pair",
    [pytest.param((3.0, None), id="far above"), pytest.param((None, -3.0), id="far below")],
)
def test_a_bound_that_contradicts_the_exact_values_ends_the_forecast(pair):
    answer = conditioned(make_forecast(LEVELS), {2022: pair})

    assert isinstance(answer, NoForecast)
    assert "bounds observed for 2022 do not fit" in answer.reason_en
    assert "2022年的观测界限" in answer.reason_zh
