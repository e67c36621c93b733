import numpy as np
import pytest
from numpy.testing import assert_allclose

from evaluation_lib.forecast import QUANTILE_LEVELS
from evaluation_lib.forecast.backtest import (
    Cases,
    binomial_band,
    only_ahead,
    rolling_cases,
    score,
    score_quantiles,
)

LEVELS = np.array(QUANTILE_LEVELS)


def make_cases(*futures, last=10.0, scale=2.0):
    future = np.array(futures, dtype=float)
    return Cases(
        [np.array([last - scale, last])] * len(future), future, np.full(len(future), scale)
    )


def uniform_quantiles(count, low, high):
    """Return for one year ahead the quantiles of a value anywhere between `low` and `high`."""
    return np.tile(low + (high - low) * LEVELS, (count, 1, 1))


def test_every_origin_with_three_years_before_and_one_after_is_cut():
    cases = rolling_cases([[1, 2, 4, 7], [5, 5, 5, 5], [1, 2]], horizon=2)

    assert [one.tolist() for one in cases.histories] == [[1, 2, 4]]
    assert_allclose(cases.future, [[7, np.nan]])
    assert_allclose(cases.scale, [1.5])


def test_a_missing_year_makes_no_year_ahead_shorter():
    cases = rolling_cases([[1, 2, 4, 7, np.nan, 11, 12]], horizon=2)

    assert_allclose(cases.future, [[7, np.nan], [np.nan, 11], [12, np.nan]])
    # Of the last origin: 1, 2, 3 and twice a yearly 2 bridged as one change.
    assert_allclose(cases.scale, [1.5, 2.0, 2.0])


def test_one_year_ahead_can_be_scored_alone():
    cases = rolling_cases([[1, 2, 4, 7, 9]], horizon=2)

    assert_allclose(only_ahead(cases, 2).future, [[np.nan, 9], [np.nan, np.nan]])
    assert score(only_ahead(cases, 2)).cases == 1


def test_a_forecast_half_as_far_off_as_the_naive_one_has_half_its_error():
    cases = make_cases([14.0])

    scores = score_quantiles(cases, np.full((1, 1, len(LEVELS)), 12.0))

    # Scaled errors 1 against 2; percentage errors 4/26 against 8/24.
    assert scores.owa == pytest.approx((0.5 + (4 / 26) / (8 / 24)) / 2)


def test_the_interval_score_is_the_width_where_the_value_lies_inside():
    scores = score_quantiles(make_cases([10.0]), uniform_quantiles(1, 0.0, 20.0))

    assert scores.msis == pytest.approx(0.95 * 20 / 2)


def test_a_missed_interval_pays_forty_times_the_distance():
    scores = score_quantiles(make_cases([20.5]), uniform_quantiles(1, 0.0, 20.0))

    assert scores.msis == pytest.approx(0.95 * 20 / 2 + 40 * (20.5 - 19.5) / 2)


def test_a_true_distribution_is_found_to_be_calibrated():
    futures = (np.arange(1000) + 0.5)[:, None] / 50

    scores = score_quantiles(make_cases(*futures), uniform_quantiles(1000, 0.0, 20.0))

    assert scores.coverage == {0.8: pytest.approx(0.8), 0.95: pytest.approx(0.95)}
    assert scores.calibration_error < 0.005
    assert_allclose(scores.pit, 0.1)


def test_an_overconfident_distribution_is_found_out():
    futures = (np.arange(1000) + 0.5)[:, None] / 50

    scores = score_quantiles(make_cases(*futures), uniform_quantiles(1000, 8.0, 12.0))

    assert scores.coverage[0.95] == pytest.approx(0.19)
    assert scores.calibration_error > 0.05
    assert scores.pit[0] > 0.4


def test_unknown_futures_are_left_out():
    cases = make_cases([14.0, np.nan], [14.0, 14.0])

    scores = score_quantiles(cases, np.full((2, 2, len(LEVELS)), 12.0))

    assert scores.cases == 3


def test_skill_is_claimed_beyond_two_standard_errors_only():
    steady = score_quantiles(make_cases(*[[14.0]] * 5), np.full((5, 1, len(LEVELS)), 13.0))
    lucky = score_quantiles(
        make_cases([14.0], [6.1], [6.0], [14.0]), np.full((4, 1, len(LEVELS)), 10.1)
    )

    assert steady.shows_skill()
    assert not lucky.shows_skill()


def test_the_band_of_a_share_is_binomial():
    low, high = binomial_band(0.8, 100)

    assert (low, high) == (pytest.approx(0.8 - 1.96 * 0.04), pytest.approx(0.8 + 1.96 * 0.04))


def test_the_engine_is_scored_from_series_alone():
    random = np.random.default_rng(3)
    walks = [100 + random.normal(size=12).cumsum() for _ in range(60)]

    scores = score(rolling_cases(walks))

    assert 0.9 < scores.owa < 1.15
    assert 0.85 < scores.coverage[0.95] <= 1


def test_nothing_to_score_is_refused():
    with pytest.raises(ValueError, match="no origin to score"):
        score(rolling_cases([[1.0, 2.0]]))
