import pytest

from tests.builders import make_indicator, make_plan, make_rows
from tests.observations.checks.asking import found

FLOW = make_plan(make_indicator(kind="annual_flow", period_rule="sum", decimals=2))
STOCK = make_plan()


def year(whole, parts):
    values = {"2022": whole, **parts}
    return make_rows(
        *({"period": period, "value": float(value)} for period, value in values.items()),
        published_on="2023-03-31",
    )


def quarters(*values):
    return {f"2022-Q{number}": value for number, value in enumerate(values, 1)}


@pytest.mark.parametrize(
    ("whole", "parts", "told"),
    [
        pytest.param(100, quarters(20, 25, 25, 40), "各季度合计110", id="quarters"),
        pytest.param(100, {"2022-H1": 40, "2022-H2": 50}, "各半年合计90", id="half-years"),
        pytest.param(100, {"2022-01/2022-09": 120}, "累计数已达120", id="running total"),
    ],
)
def test_a_flow_that_differs_from_its_parts_is_told(whole, parts, told):
    (finding,) = found(year(whole, parts), "mixed_periods", FLOW)

    assert finding.period == "2022"
    assert told in finding.text.zh


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(quarters(20, 25, 25, 30), id="equal"),
        pytest.param(quarters(20, 25, 25, 30.4), id="rounded"),
        pytest.param({"2022-Q1": 20, "2022-Q3": 25}, id="incomplete"),
        pytest.param({"2022-01/2022-06": 45, "2022-01/2022-09": 70}, id="running totals"),
    ],
)
def test_parts_that_agree_with_the_year_are_not_told(parts):
    assert not found(year(100, parts), "mixed_periods", FLOW)
    assert not found(year(100, parts), "cumulative_parts", FLOW)


def test_quarters_that_rise_to_the_years_value_are_running_totals():
    rows = year(100, quarters(20, 45, 70, 100))

    (finding,) = found(rows, "cumulative_parts", FLOW)

    assert finding.text.zh == "各季度数逐期上升，末期100等于全年数，疑为累计数误作当期数。"
    assert not found(rows, "mixed_periods", FLOW)


def test_a_running_total_cannot_fall():
    rows = year(100, {"2022-01/2022-06": 60, "2022-01/2022-09": 50})

    (finding,) = found(rows, "mixed_periods", FLOW)

    assert "累计数先升后降" in finding.text.zh


def test_a_stock_is_its_last_part_and_no_sum():
    assert not found(year(130, quarters(100, 110, 120, 130)), "mixed_periods", STOCK)
    assert not found(year(130, quarters(100, 110, 120, 130)), "cumulative_parts", STOCK)
    (finding,) = found(year(130, quarters(100, 110, 120, 125)), "mixed_periods", STOCK)
    assert "年末一期为125，与全年数130不符，差-5" in finding.text.zh
