import numpy as np
import pytest

from evaluation_lib.observations.series import annual_series
from evaluation_lib.observations.vintages import latest, published_by
from tests.builders import CITY, make_indicator, make_plan, make_rows, make_yearly


def series_of(rows, **changes):
    return annual_series(rows, make_plan(make_indicator(**changes)), CITY)["stock"]


def test_the_plan_gives_the_base_year_even_against_an_observation():
    series = series_of(make_yearly({2020: 111.0, 2021: 120.0}))

    assert series.values() == {2020: 100.0, 2021: 120.0}
    assert series.at(2020).source == "plan-text"


def test_four_quarters_of_a_flow_make_its_year():
    quarters = make_rows(
        *({"period": f"2021-Q{q}", "value": 10.0 * q, "cell": f"C{q}"} for q in (1, 2, 3, 4))
    )

    series = series_of(quarters, kind="annual_flow", period_rule="sum")

    assert series.at(2021).value == 100.0
    assert series.at(2021).cell == "C1; C2; C3; C4"


def test_three_quarters_are_never_scaled_up_to_a_year():
    quarters = make_rows(*({"period": f"2021-Q{q}", "value": 10.0} for q in (1, 2, 3)))

    series = series_of(quarters, kind="annual_flow", period_rule="sum")

    assert series.at(2021) is None
    assert [one.period for one in series.parts] == ["2021-Q1", "2021-Q2", "2021-Q3"]


def test_a_stock_takes_its_last_day_and_no_other():
    halves = make_rows(
        {"period": "2021-06-30", "value": 5.0}, {"period": "2021-12-31", "value": 9.0}
    )

    assert series_of(halves).at(2021).value == 9.0
    assert series_of(halves.iloc[:1]).at(2021) is None


def test_a_year_published_as_such_wins_over_its_parts():
    rows = make_rows(
        {"period": "2021", "value": 99.0},
        *({"period": f"2021-Q{q}", "value": 10.0} for q in (1, 2, 3, 4)),
    )

    assert series_of(rows, kind="annual_flow", period_rule="sum").at(2021).value == 99.0


def test_a_sum_with_a_lower_bound_in_it_is_a_lower_bound():
    rows = make_rows(
        {"period": "2021-H1", "value": 3.0, "comparator": ">="}, {"period": "2021-H2", "value": 4.0}
    )

    series = series_of(rows, kind="annual_flow", period_rule="sum")

    assert (series.at(2021).value, series.at(2021).comparator) == (7.0, ">=")


def test_a_changed_definition_opens_a_new_series():
    rows = make_rows(
        {"period": "2021", "value": 120.0},
        {"period": "2022", "value": 300.0, "definition": "new"},
    )

    series = series_of(rows)

    assert series.values() == {2022: 300.0}
    assert series.definition == "new"
    assert series.broken_after == 2021


def test_the_plans_own_definition_wins_where_two_speak_of_one_year():
    rows = make_rows({"value": 120.0}, {"value": 90.0, "definition": "domestic"})

    assert series_of(rows).values() == {2020: 100.0, 2021: 120.0}


def test_a_history_has_a_hole_where_only_a_bound_is_known():
    rows = make_rows(
        {"period": "2021", "value": 120.0, "comparator": ">"}, {"period": "2022", "value": 140.0}
    )

    np.testing.assert_array_equal(series_of(rows).history(), [100.0, np.nan, 140.0])


def test_late_data_cannot_leak_in():
    from datetime import date

    rows = make_rows(
        {"value": 120.0, "published_on": "2022-03-31"},
        {"value": 125.0, "published_on": "2023-06-30"},
    )

    then = latest(published_by(rows, date(2023, 6, 29)))
    later = latest(published_by(rows, date(2023, 6, 30)))

    assert then["value"].tolist() == [120.0]
    assert later["value"].tolist() == [125.0]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_later_reprint_does_not_displace_the_official_figure(order):
    rows = make_rows(
        {"value": 120.0, "evidence": "A", "published_on": "2022-03-31"},
        {"value": 121.0, "evidence": "D", "published_on": "2022-10-01"},
    ).iloc[list(order)]

    assert latest(rows)["value"].tolist() == [120.0]


def test_counties_have_no_baseline_of_the_citys_plan():
    rows = make_rows({"jurisdiction": "440802", "value": 7.0})
    plan = make_plan(make_indicator())

    assert annual_series(rows, plan, "440802")["stock"].values() == {2021: 7.0}
