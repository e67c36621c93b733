import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.observations.checks import Severity
from evaluation_lib.observations.checks.totals import significant_digits
from tests.builders import COUNTIES, make_indicator, make_plan, make_rows, make_yearly
from tests.observations.checks.asking import found


@pytest.mark.parametrize(
    ("wrong", "times", "other"),
    [
        pytest.param(1110.0, "10倍", "111", id="a point misplaced"),
        pytest.param(11100.0, "100倍", "111", id="percent for a share"),
        pytest.param(1110000.0, "10000倍", "111", id="户 for 万户"),
        pytest.param(0.0111, "1/10000倍", "111", id="the other way"),
    ],
)
def test_a_value_a_power_of_ten_from_its_neighbours_is_a_probable_slip(wrong, times, other):
    rows = make_yearly({2021: 109, 2022: 110, 2023: wrong, 2024: 112, 2025: 113})

    (finding,) = found(rows, "scale_slip")

    assert (finding.period, finding.severity) == ("2023", Severity.WARNING)
    assert times in finding.text.zh
    assert f"应为{wrong:g}还是{other}" in finding.text.zh


def test_a_slip_accuses_neither_its_neighbours_nor_their_changes():
    rows = make_yearly({2021: 109, 2022: 110, 2023: 1110000, 2024: 112, 2025: 113})

    assert not found(rows, "jump")
    assert not found(rows, "falling_stock")


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({2021: 100, 2022: 110, 2023: 425}, id="fourfold is no power of ten"),
        pytest.param({2021: 100, 2022: 0, 2023: 110}, id="nothing is no power of ten"),
    ],
)
def test_what_is_no_power_of_ten_is_no_slip(values):
    assert not found(make_yearly(values), "scale_slip")


def test_of_two_values_alone_the_later_is_asked_about():
    (finding,) = found(make_yearly({2021: 110, 2022: 1100000}), "scale_slip")

    assert finding.period == "2022"


def test_a_lone_value_of_the_city_is_held_against_the_plans_baseline():
    (finding,) = found(make_rows({"value": 1200000.0}), "scale_slip")

    assert "相邻值100的10000倍" in finding.text.zh
    assert not found(make_rows({"value": 1200000.0, "jurisdiction": COUNTIES[0]}), "scale_slip")


def test_two_round_values_of_a_few_are_noted_once():
    rows = make_yearly({2021: 1200, 2022: 1317, 2023: 1400})

    (finding,) = found(rows, "round_numbers")

    assert finding.text.zh.startswith("3个年度值中有2个末两位为零")


@pytest.mark.parametrize(
    ("values", "indicator"),
    [
        pytest.param({2021: 1200, 2022: 1317}, {}, id="one is chance"),
        pytest.param({2021: 11, 2022: 12}, {}, id="too short to be round"),
        pytest.param({2021: 100, 2022: 100}, {"upper": 100.0, "target": 99.0}, id="at the bound"),
    ],
)
def test_values_that_are_round_for_a_reason_are_not_noted(values, indicator):
    plan = make_plan(make_indicator(**indicator))

    assert not found(make_yearly(values), "round_numbers", plan)


def test_a_rate_is_as_round_as_its_decimals():
    plan = make_plan(make_indicator(decimals=2))

    assert found(make_yearly({2021: 12.0, 2022: 13.0}), "round_numbers", plan)
    assert not found(make_yearly({2021: 12.1, 2022: 13.0}), "round_numbers", plan)


@given(st.integers(100_000, 999_999), st.integers(-6, 4))
def test_the_size_of_a_number_changes_none_of_its_digits(digits, power):
    values = np.array([digits * 10.0**power, float(digits)])

    counted = significant_digits(values)

    assert counted[0] == counted[1] == len(str(digits).rstrip("0"))
