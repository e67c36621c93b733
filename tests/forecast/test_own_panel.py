import numpy as np
import pytest
from numpy.testing import assert_allclose

from evaluation_lib.forecast import forecast_panel, forecast_quantiles
from evaluation_lib.forecast.backtest import rolling_cases
from evaluation_lib.forecast.own_panel import OwnPanel, measure_own_panel, stretched


def walks(count, step, seed=7):
    steps = np.random.default_rng(seed).normal(2.0, step, size=(count, 8))
    return list(100 + np.cumsum(steps, axis=1))


def forecast_of(history):
    (answer,) = forecast_panel(
        [history], last_years=[2022], until=2024, bounds=[(None, None)], monotone=[False]
    )
    return answer


def test_too_few_errors_teach_nothing():
    assert measure_own_panel(walks(2, 1.0)) is None
    assert measure_own_panel([]) is None


def test_a_stretched_interval_would_have_held_four_fifths_of_what_came():
    histories = walks(40, 1.0)
    cases = rolling_cases(histories, horizon=3)
    quantiles = forecast_quantiles(cases.histories, 3, [0.1, 0.5, 0.9])

    panel = measure_own_panel(histories)

    low, median, high = np.moveaxis(quantiles, -1, 0)
    known = np.isfinite(cases.future)
    inside = (cases.future >= median - panel.width * (median - low)) & (
        cases.future <= median + panel.width * (high - median)
    )
    assert panel.errors == known.sum() == 40 * (3 + 3 + 3 + 2 + 1)
    assert inside[known].mean() == pytest.approx(0.8, abs=2 / panel.errors)


def test_series_calmer_than_the_public_ones_narrow_the_interval():
    calm = [100 + 3.0 * np.arange(8) + 0.01 * walk for walk in walks(40, 1.0)]

    assert measure_own_panel(calm).width < measure_own_panel(walks(40, 1.0)).width


def test_stretching_leaves_the_median_and_keeps_to_the_bounds():
    forecast = forecast_of([90.0, 95.0, 97.0, 99.0])

    wide = stretched(forecast, OwnPanel(1, 100, 3.0), (None, 100.0))

    assert wide.median(2024) == pytest.approx(min(forecast.median(2024), 100.0))
    assert wide.quantiles.max() <= 100.0
    low = forecast.median(2024) - 3.0 * (forecast.median(2024) - forecast.interval(2024, 0.8)[0])
    assert wide.interval(2024, 0.8)[0] == pytest.approx(low)


def test_a_width_of_one_changes_nothing():
    forecast = forecast_of([90.0, 95.0, 97.0, 99.0])

    same = stretched(forecast, OwnPanel(1, 100, 1.0), (None, None))

    assert_allclose(same.quantiles, forecast.quantiles)
