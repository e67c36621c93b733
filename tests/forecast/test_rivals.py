import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from evaluation_lib.forecast import RIVALS, forecast_rival
from evaluation_lib.forecast.rivals import RivalForecast, RivalRefusal
from evaluation_lib.forecast.rivals.registry import rival


@pytest.mark.parametrize(
    ("name", "history", "expected"),
    [
        pytest.param("naive", [1.0, 2.0, 4.0], [4.0, 4.0], id="last value"),
        pytest.param("drift", [1.0, 2.0, 4.0], [5.5, 7.0], id="mean change of 1.5"),
        pytest.param("linear", [1.0, 2.0, 6.0], [8.0, 10.5], id="mean 3, slope 2.5"),
        pytest.param("cagr", [1.0, 3.0, 4.0], [8.0, 16.0], id="doubling each year"),
        pytest.param("theta", [1.0, 2.0, 3.0, 4.0, 5.0], [5.5, 6.0], id="half the slope"),
        pytest.param("arima", [1.0, 2.0, 3.0, 4.0, 5.0], [6.0, 7.0], id="a line goes on"),
    ],
)
def test_a_rival_continues_a_simple_series_as_its_book_says(name, history, expected):
    answer = forecast_rival(name, history, 2)

    assert isinstance(answer, RivalForecast)
    assert_allclose(answer.point, expected, rtol=1e-3)


def test_damped_holt_follows_a_line_with_a_fading_trend():
    answer = forecast_rival("damped_holt", [1.0, 2.0, 3.0, 4.0, 5.0], 8)

    assert isinstance(answer, RivalForecast)
    steps = np.diff(answer.point, prepend=5.0)
    assert np.all(steps > 0)
    assert steps[-1] < steps[0] <= 1.001


def test_the_naive_interval_is_that_of_a_random_walk():
    answer = forecast_rival("naive", [0.0, 3.0, 0.0], 4)

    assert isinstance(answer, RivalForecast)
    low, high = answer.intervals[0.95]
    assert_allclose(high, 1.96 * 3 * np.sqrt([1, 2, 3, 4]), rtol=1e-3)
    assert_allclose(low, -high)


def test_the_drift_interval_knows_that_the_drift_is_uncertain():
    answer = forecast_rival("drift", [0.0, 1.0, 4.0], 2)

    # Changes 1 and 3: deviation sqrt(2), n - 1 = 2.
    assert isinstance(answer, RivalForecast)
    assert_allclose(answer.intervals[0.95][1], [6 + 1.96 * np.sqrt(3), 8 + 1.96 * np.sqrt(8)], 1e-3)


@pytest.mark.parametrize(
    ("name", "history", "reason"),
    [
        pytest.param("cagr", [1.0, 0.0, 4.0], "zero or negative", id="growth from zero"),
        pytest.param("arima", [1.0, 2.0, 3.0], "at least 5 annual observations, has 3", id="short"),
        pytest.param("naive", [], "at least 1 annual observations, has 0", id="nothing"),
    ],
)
def test_a_rival_that_cannot_answer_says_why(name, history, reason):
    answer = forecast_rival(name, history, 2)

    assert isinstance(answer, RivalRefusal)
    assert reason in answer.reason_en
    assert answer.reason_zh


@pytest.mark.parametrize("name", sorted(RIVALS))
@settings(max_examples=15)
@given(
    st.lists(
        st.one_of(
            st.just(0.0),
            st.just(float("nan")),
            st.floats(-1e15, 1e15).filter(lambda value: abs(value) > 1e-12),
        ),
        max_size=9,
    )
)
def test_no_history_makes_a_rival_fail(name, history):
    answer = forecast_rival(name, history, 3)

    if isinstance(answer, RivalForecast):
        assert np.isfinite(answer.point).all()
        for low, high in answer.intervals.values():
            assert np.all(low <= high)
    else:
        assert answer.reason_zh


def test_an_unknown_rival_is_answered_with_the_nearest_and_all():
    with pytest.raises(ValueError, match=r"'liner'. Did you mean 'linear'\? Known rivals: arima, "):
        forecast_rival("liner", [1.0, 2.0], 1)


def test_a_name_is_entered_once():
    with pytest.raises(ValueError, match="'naive' exists already"):
        rival("naive", title_zh="", title_en="", min_observations=1)(RIVALS["naive"].predict)
