import numpy as np
import pytest

from evaluation_lib.forecast import Forecast, NoForecast, forecast_panel


def panel_of(*histories, last_year=2023, until=2025, bounds=(None, None), monotone=False, **more):
    return forecast_panel(
        histories,
        last_years=[last_year] * len(histories),
        until=until,
        bounds=[bounds] * len(histories),
        monotone=[monotone] * len(histories),
        **more,
    )


def test_years_follow_the_last_observation_not_the_last_entry():
    (forecast,) = panel_of([60.0, 61.0, 63.0, np.nan])

    assert isinstance(forecast, Forecast)
    assert forecast.years.tolist() == [2023, 2024, 2025]
    assert forecast.n == 3


@pytest.mark.parametrize(
    ("history", "english", "chinese"),
    [
        pytest.param([], "There is no observation to forecast from.", "没有观测值", id="none"),
        pytest.param([np.nan], "There is no observation", "没有观测值", id="not a number"),
        pytest.param([5.0, 6.0], "Only 2 annual observations", "只有2个年度观测值", id="two"),
    ],
)
def test_too_short_a_history_is_answered_with_a_reason(history, english, chinese):
    (answer,) = panel_of(history)

    assert isinstance(answer, NoForecast)
    assert english in answer.reason_en
    assert chinese in answer.reason_zh


def test_a_known_target_year_needs_no_forecast():
    (answer,) = panel_of([1.0, 2.0, 3.0], last_year=2025)

    assert isinstance(answer, NoForecast)
    assert "has been observed" in answer.reason_en


def test_a_refusal_leaves_the_others_in_place():
    first, second, third = panel_of([1.0, 2.0, 4.0], [1.0], [7.0, 7.5, 9.0, 9.5])

    assert isinstance(second, NoForecast)
    assert np.array_equal(first.quantiles, panel_of([1.0, 2.0, 4.0])[0].quantiles)
    assert np.array_equal(third.quantiles, panel_of([7.0, 7.5, 9.0, 9.5])[0].quantiles)


def test_a_running_total_is_not_forecast_to_fall():
    (forecast,) = panel_of([5.0, 8.0, 9.0], monotone=True, bounds=(0, None))

    assert forecast.quantiles.min() == 9.0


@pytest.mark.parametrize("model", ["pooled", "transparent"])
def test_both_models_answer_under_their_name(model):
    (forecast,) = panel_of([5.0, 8.0, 9.0], model=model)

    assert forecast.model == model


def test_an_unknown_model_is_refused_with_those_that_are_known():
    with pytest.raises(ValueError, match="'profet'; known models: pooled, transparent"):
        panel_of([5.0, 8.0, 9.0], model="profet")


def test_arguments_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="1 histories, 2 last years"):
        forecast_panel([[1.0]], last_years=[1, 2], until=3, bounds=[], monotone=[])


def test_a_forecast_reads_its_median_and_intervals():
    forecast = Forecast(
        "pooled", np.array([2024]), np.array([[1.0, 2.0, 5.0]]), (0.25, 0.5, 0.75), n=4
    )

    assert forecast.median(2024) == 2.0
    assert forecast.interval(2024, 0.5) == (1.0, 5.0)
    with pytest.raises(ValueError, match="no forecast for 2025"):
        forecast.at(2025)
    with pytest.raises(ValueError, match=r"coverage must lie in \(0, 0.5\], got 0.9"):
        forecast.interval(2024, 0.9)


def test_quantiles_that_fall_are_no_forecast():
    with pytest.raises(ValueError, match="must not fall"):
        Forecast("pooled", np.array([2024]), np.array([[2.0, 1.0]]), (0.4, 0.6), n=4)
