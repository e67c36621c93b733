import numpy as np
import pytest
from numpy.testing import assert_allclose

from evaluation_lib.forecast.tables import load_table
from evaluation_lib.forecast.transparent import transparent_quantiles


def test_the_median_is_the_last_value_plus_a_shrunk_mean_change():
    share = load_table("transparent")["trend_share"][3 - 1]

    median = transparent_quantiles([[10.0, 13.0, 14.0]], 2, [0.5])[0, :, 0]

    # Mean change (14 - 10) / 2 = 2.
    assert_allclose(median, [14 + share[0] * 1 * 2, 14 + share[1] * 2 * 2])


def test_the_interval_is_a_multiple_of_the_root_mean_square_change():
    table = load_table("transparent")
    upper = list(table["levels"]).index(0.975)
    k = table["width"][3 - 1, 0, upper]

    low, median, high = transparent_quantiles([[0.0, 7.0, 0.0]], 1, [0.025, 0.5, 0.975])[0, 0]

    # Both changes have size 7, the last value is 0, so nothing else enters.
    assert_allclose([median - low, high - median], [7 * k, 7 * k])


def test_the_trend_is_shrunk_the_more_the_shorter_the_history():
    share = load_table("transparent")["trend_share"]

    assert np.all(np.diff(share[1:6, 0]) > 0)
    assert np.all((share >= 0) & (share < 1))


def test_an_unknown_history_has_no_quantiles_and_spoils_no_other():
    answer = transparent_quantiles([[np.nan, np.nan], [1.0, 2.0, 4.0], []], 2, [0.1, 0.9])

    assert np.isnan(answer[[0, 2]]).all()
    assert np.isfinite(answer[1]).all()


def test_quantiles_stay_between_the_bounds():
    answer = transparent_quantiles([[90.0, 95.0, 99.0]], 3, [0.01, 0.5, 0.99], [(0, 100)])

    assert answer.max() == 100.0


def test_bounds_must_be_as_many_as_the_series():
    with pytest.raises(ValueError, match="2 series need as many bounds, got 1"):
        transparent_quantiles([[1.0], [2.0]], 1, [0.5], [(0, None)])
