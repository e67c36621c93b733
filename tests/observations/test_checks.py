import pytest

from evaluation_lib.observations.checks import RULES, Severity, check, sound
from evaluation_lib.observations.checks.registry import rule
from tests.builders import COUNTIES, make_indicator, make_plan, make_rows, make_yearly


def found(rows, name, *indicators):
    plan = make_plan(*(indicators or (make_indicator(),)))
    return [one for one in check(rows, plan) if one.rule == name]


@pytest.mark.parametrize(
    ("name", "row"),
    [
        pytest.param("unknown_indicator", {"indicator": "stok"}, id="indicator"),
        pytest.param("unknown_jurisdiction", {"jurisdiction": "999999"}, id="county"),
        pytest.param("wrong_unit", {"unit": "万项"}, id="unit"),
        pytest.param("out_of_bounds", {"value": -1.0}, id="impossible"),
        pytest.param("future_period", {"period": "2023"}, id="future"),
    ],
)
def test_a_row_that_cannot_be_is_questioned_and_not_used(name, row):
    rows = make_rows(row, {"period": "2020-06"})
    plan = make_plan()

    findings = check(rows, plan)

    assert [one.rule for one in findings] == [name]
    assert findings[0].severity is Severity.ERROR
    assert findings[0].text.zh
    assert findings[0].text.en
    assert sound(rows, findings).index.tolist() == [1]


def test_an_unknown_indicator_is_answered_with_the_nearest():
    (finding,) = found(make_rows({"indicator": "stok"}), "unknown_indicator")

    assert finding.text.en == "The plan has no indicator 'stok'; did you mean stock?"


def test_one_source_that_contradicts_itself_is_not_chosen_from():
    rows = make_rows({"value": 120.0}, {"value": 130.0}, {"period": "2020-06"})
    findings = check(rows, make_plan())

    assert [one.rule for one in findings] == ["contradiction", "contradiction"]
    assert sound(rows, findings).index.tolist() == [2]


def test_a_row_said_twice_is_noted_and_used_once():
    rows = make_rows({}, {})

    assert [one.row for one in found(rows, "duplicate")] == [1]
    assert len(sound(rows, check(rows, make_plan()))) == 2


def test_a_row_without_a_date_is_not_used_unless_it_is_the_plans_own():
    rows = make_rows({"published_on": ""}, {"published_on": "", "source": "plan-text"})

    findings = check(rows, make_plan())

    assert [(one.rule, one.row) for one in findings if one.excludes] == [("undated", 0)]


@pytest.mark.parametrize(
    ("values", "years"),
    [
        pytest.param({2021: 100, 2022: 110, 2023: 120}, [], id="steady"),
        pytest.param({2021: 100, 2022: 110, 2023: 400}, [2023], id="quadrupled"),
        pytest.param({2021: 100, 2022: 151, 2023: 200}, [], id="as fast as ever"),
        pytest.param({2021: 100, 2022: 250}, [], id="no other change to compare with"),
        pytest.param({2021: 100, 2022: 450}, [2022], id="more than tripled at once"),
    ],
)
def test_a_jump_is_large_against_the_value_and_the_other_years(values, years):
    findings = found(make_yearly(values), "jump")

    assert [int(one.period) for one in findings] == years


def test_a_stock_below_last_year_needs_an_explanation():
    (finding,) = found(make_yearly({2021: 120, 2022: 119}), "falling_stock")

    assert finding.period == "2022"
    assert "低于上年末120" in finding.text.zh


def test_a_hole_between_two_years_is_told():
    (finding,) = found(make_yearly({2021: 120, 2024: 160}), "missing_year")

    assert finding.text.zh == "缺2022、2023年数值。"


def test_repeating_last_year_or_hitting_the_target_exactly_is_noted():
    rows = make_yearly({2021: 120, 2022: 120, 2023: 200})

    assert [one.period for one in found(rows, "unchanged")] == ["2022"]
    assert [one.period for one in found(rows, "exactly_target")] == ["2023"]


def test_counties_that_do_not_sum_to_the_city_are_told_only_when_complete():
    parts = [{"jurisdiction": code, "value": 50.0} for code in COUNTIES]

    assert not found(make_rows({"value": 100.0}, *parts), "counties_against_city")
    assert not found(make_rows({"value": 100.4}, *parts), "counties_against_city")
    assert not found(make_rows({"value": 200.0}, parts[0]), "counties_against_city")
    (finding,) = found(make_rows({"value": 103.0}, *parts), "counties_against_city")
    assert "合计100，与全市103不符，差+3" in finding.text.zh


def test_made_up_values_are_named_once():
    rows = make_yearly({2021: 120, 2022: 130}, status="synthetic")

    (finding,) = found(rows, "synthetic")
    assert finding.text.zh == "来自1个来源的2个数值是虚构的演示数据，不得引用。"
    assert (finding.indicator, finding.row) == ("", None)


def test_the_order_of_rows_changes_no_finding():
    rows = make_yearly({2021: 100, 2022: 110, 2023: 400, 2025: 390})
    plan = make_plan()

    def told(table):
        return [(one.rule, one.period, one.text) for one in check(table, plan)]

    assert told(rows) == told(rows.iloc[::-1])


def test_a_rule_cannot_be_entered_twice():
    with pytest.raises(ValueError, match="'jump' is registered already"):
        rule("jump", severity=Severity.NOTE, zh="", en="")(RULES["jump"].find)
