import pytest

from tests.builders import COUNTIES, make_indicator, make_plan, make_rows
from tests.observations.checks.asking import found


def counties(*values):
    return [
        {"jurisdiction": code, "value": value} for code, value in zip(COUNTIES, values, strict=True)
    ]


def test_some_counties_cannot_exceed_the_city():
    (finding,) = found(
        make_rows({"value": 100.0}, counties(120.0, 5.0)[0]), "counties_against_city"
    )

    assert finding.text.zh == "2021年仅1个县（市、区）合计已达120，超过全市100。"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        pytest.param(1.23, True, id="three digits"),
        pytest.param(1234.0, True, id="four"),
        pytest.param(12.0, False, id="two repeat by chance"),
        pytest.param(1200.0, False, id="zeros at the end count for nothing"),
    ],
)
def test_a_county_that_equals_another_to_three_digits_is_noted(value, told):
    findings = found(make_rows(*counties(value, value)), "copied_from_neighbour")

    assert [one.jurisdiction for one in findings] == [COUNTIES[1]] * told


def test_pass_rates_near_the_bound_agree_by_chance():
    plan = make_plan(make_indicator(target=100.0, baseline=50.0, upper=100.0))

    assert not found(make_rows(*counties(98.6, 98.6)), "copied_from_neighbour", plan)
    assert found(make_rows(*counties(91.23, 91.23)), "copied_from_neighbour", plan)


def test_the_city_is_no_neighbour_of_its_counties():
    rows = make_rows({"value": 1234.0}, counties(1234.0, 5.0)[0])

    assert not found(rows, "copied_from_neighbour")
