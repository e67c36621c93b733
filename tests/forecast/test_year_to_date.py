import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from evaluation_lib.forecast import QUANTILE_LEVELS, Forecast, NoForecast, forecast_quantiles
from evaluation_lib.forecast.tables import load_table
from evaluation_lib.forecast.year_to_date import (
    YearToDate,
    blended,
    errors_after,
    estimate_year,
)

ANYTHING = (-np.inf, np.inf)
RISING = [100.0, 110.0, 120.0, 130.0]


def make_forecast(history=RISING, horizon=3):
    quantiles = forecast_quantiles([history], horizon, QUANTILE_LEVELS)[0]
    years = np.arange(2023, 2023 + horizon)
    return Forecast("pooled", years, quantiles, QUANTILE_LEVELS, len(history))


def estimated(known, shares, *, months=6, history=RISING, closing=False):
    answer = estimate_year(known, shares, months=months, history=history, closing=closing)
    assert isinstance(answer, YearToDate)
    return answer


def test_the_known_part_is_divided_by_its_usual_share():
    # A tenth and three tenths of earlier years: a fifth on average.
    answer = estimated(8.0, [0.15, 0.25], months=3)

    assert answer.value == pytest.approx(40.0)
    assert answer.share == pytest.approx(0.2)


def test_ten_twelfths_of_the_year_are_not_ten_twelfths_of_its_value():
    # Two thirds of earlier years came in their first ten months.
    assert estimated(60.0, [2 / 3, 2 / 3], months=10).value == pytest.approx(90.0)


def test_only_the_last_three_years_are_compared():
    answer = estimated(10.0, [0.9, 0.25, 0.25, 0.25], months=3)

    assert (answer.value, answer.compared) == (pytest.approx(40.0), 3)


@pytest.mark.parametrize(
    ("shares", "reason"),
    [
        pytest.param([], "No earlier year", id="no earlier year"),
        pytest.param([0.2, 0.5], "differs too much", id="more than twice as much"),
        pytest.param([0.0, 0.2], "differs too much", id="a share of nothing"),
        pytest.param([-0.2, -0.2], "differs too much", id="a negative share"),
    ],
)
def test_a_year_that_its_months_do_not_tell_says_why(shares, reason):
    answer = estimate_year(10.0, shares, months=6, history=RISING)

    assert isinstance(answer, NoForecast)
    assert reason in answer.reason_en
    assert answer.reason_zh


@pytest.mark.parametrize("closing", [False, True])
def test_the_more_is_known_the_narrower_the_year(closing):
    widths = [
        np.ptp(estimated(50.0, [0.4, 0.4], months=months, closing=closing).quantiles)
        for months in (1, 2, 3, 6, 9, 11)
    ]

    assert np.all(np.diff(widths) < 0)


def test_a_unit_changes_nothing_but_the_unit():
    plain = estimated(50.0, [0.4, 0.45])
    thousands = estimated(50e3, [0.4, 0.45], history=[1e3 * value for value in RISING])

    assert_allclose(thousands.quantiles, 1e3 * plain.quantiles)


def test_errors_fall_straight_to_zero_at_the_end_of_the_year():
    measured = np.array([[-4.0, 4.0], [-2.0, 2.0], [-1.0, 1.0]])

    assert_allclose(errors_after(measured, 0.5), [-2, 2])
    assert_allclose(errors_after(measured, 0.875), [-0.5, 0.5])
    # After one month 11 parts are unknown for one known; after three months 3 for 1.
    assert_allclose(errors_after(measured, 1 / 12), [-4 * 11 / 3, 4 * 11 / 3])


def test_two_estimates_are_averaged_by_inverse_error_variance():
    forecast, estimate = make_forecast(), estimated(60.0, [0.4, 0.4])

    told = blended(forecast, 2023, estimate, ANYTHING)

    low, middle, high = (QUANTILE_LEVELS.index(level) for level in (0.15, 0.5, 0.85))
    annual = forecast.quantiles[0]
    trust = [((one[high] - one[low]) / 2) ** -2 for one in (annual, estimate.quantiles)]
    expected = (trust[0] * annual[middle] + trust[1] * estimate.quantiles[middle]) / sum(trust)
    assert told.median(2023) == pytest.approx(expected)
    part = told.parts_known[0]
    assert part.weight == pytest.approx(trust[1] / sum(trust))
    assert (part.year, part.months, part.known) == (2023, 6, 60.0)
    assert part.estimate == pytest.approx(150.0)


def test_estimates_that_err_together_are_worth_less_than_two():
    forecast, estimate = make_forecast(), estimated(60.0, [0.4, 0.4])
    alone = YearToDate(
        *(getattr(estimate, name) for name in ("value", "known", "share", "compared", "months")),
        estimate.quantiles,
        0.0,
    )

    together = np.diff(blended(forecast, 2023, estimate, ANYTHING).interval(2023, 0.8))
    apart = np.diff(blended(forecast, 2023, alone, ANYTHING).interval(2023, 0.8))

    assert apart < together < np.diff(forecast.interval(2023, 0.8))


def test_a_good_year_moves_the_years_after_it():
    forecast = make_forecast()
    usual = forecast.median(2023)

    good = blended(forecast, 2023, estimated(0.4 * (usual + 15), [0.4, 0.4]), ANYTHING)
    poor = blended(forecast, 2023, estimated(0.4 * (usual - 15), [0.4, 0.4]), ANYTHING)

    for year in (2023, 2024, 2025):
        assert poor.median(year) < forecast.median(year) < good.median(year)
    shifts = [good.median(year) - forecast.median(year) for year in (2024, 2025)]
    spreads = [float(np.ptp(forecast.at(year))) for year in (2024, 2025)]
    # What one year tells of another fades with the distance.
    assert shifts[0] / spreads[0] > shifts[1] / spreads[1]


def test_what_is_already_there_cannot_be_taken_back():
    told = blended(make_forecast(), 2023, estimated(60.0, [0.4, 0.4]), (140.0, np.inf))

    assert told.at(2023).min() == 140.0


def test_a_history_that_never_moved_is_left_as_it_is():
    # No spread to weigh against: every quantile is the bound.
    forecast = make_forecast()
    still = Forecast("pooled", forecast.years, 0 * forecast.quantiles + 5, QUANTILE_LEVELS, 4)

    assert blended(still, 2023, estimated(60.0, [0.4, 0.4]), ANYTHING) is still


def test_zeros_that_have_no_typical_change_leave_the_forecast_as_it_is():
    forecast = make_forecast()

    assert blended(forecast, 2023, estimated(0.0, [0.4], history=[0.0, 0.0, 0.0]), ANYTHING) is (
        forecast
    )


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=8).filter(any),
    st.floats(-1e6, 1e6),
    st.integers(1, 11),
    st.sampled_from([(None, None), (0.0, None), (0.0, 100.0)]),
    st.booleans(),
)
@settings(max_examples=60)
def test_what_months_tell_is_finite_ordered_and_possible(history, known, months, limits, closing):
    quantiles = forecast_quantiles([history], 3, QUANTILE_LEVELS, [limits])[0]
    years = np.arange(2023, 2026)
    forecast = Forecast("pooled", years, quantiles, QUANTILE_LEVELS, len(history))
    low, high = (
        end if limit is None else limit for limit, end in zip(limits, ANYTHING, strict=True)
    )
    estimate = estimated(known, [0.3, 0.4], months=months, history=history, closing=closing)

    told = blended(forecast, 2023, estimate, (low, high))

    # A forecast refuses quantiles that are not finite or that fall.
    assert told.quantiles.min() >= low
    assert told.quantiles.max() <= high


def test_errors_hang_together_the_less_the_more_months_are_known():
    correlation = load_table("year_to_date")["correlation"]

    assert np.all(np.diff(correlation, axis=1) < 0)
    assert np.all((correlation > 0) & (correlation < 1))
