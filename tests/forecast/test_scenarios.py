import numpy as np
from numpy.testing import assert_allclose

from evaluation_lib.forecast import Forecast, NoForecast, forecast_panel
from evaluation_lib.forecast.scenarios import SCENARIOS, forecast_scenarios

#                   2016   2017   2018   2019  2020  2021   2022   2023   2024
HISTORY = np.array([100.0, 104.0, 109.0, 113, 90.0, 99.0, 122.0, 126.0, 131.0])


def alone(history):
    return forecast_panel(
        [history], last_years=[2024], until=2026, bounds=[(None, None)], monotone=[False]
    )[0]


def test_the_history_as_it_is_gives_the_headline_forecast():
    answers = forecast_scenarios(HISTORY, last_year=2024, until=2026)

    assert list(answers) == ["as_is", *(one.name for one in SCENARIOS)]
    assert_allclose(answers["as_is"].quantiles, alone(HISTORY).quantiles)


def test_masked_years_count_as_missing():
    masked = HISTORY.copy()
    masked[4:6] = np.nan

    answers = forecast_scenarios(HISTORY, last_year=2024, until=2026)

    assert_allclose(answers["masked"].quantiles, alone(masked).quantiles)
    assert answers["masked"].n == 7
    assert answers["without_2020"].n == 8


def test_later_years_alone_need_three_values():
    answers = forecast_scenarios(HISTORY, last_year=2024, until=2026)
    earlier = forecast_scenarios(HISTORY[:-1], last_year=2023, until=2026)

    assert isinstance(answers["later_only"], Forecast)
    assert answers["later_only"].n == 3
    assert isinstance(earlier["later_only"], NoForecast)


def test_a_dip_left_out_narrows_the_interval():
    answers = forecast_scenarios(HISTORY, last_year=2024, until=2026)

    widths = {name: np.ptp(answers[name].interval(2025, 0.8)) for name in ("as_is", "masked")}
    assert widths["masked"] < widths["as_is"]
