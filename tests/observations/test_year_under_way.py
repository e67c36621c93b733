import pytest

from evaluation_lib.observations.series import annual_series
from evaluation_lib.observations.year_under_way import years_under_way
from evaluation_lib.plan.model import PeriodRule
from tests.builders import CITY, make_indicator, make_plan, make_rows

YEAR = {"period": "2021", "value": 200.0}


def under_way(*rows, rule="sum", never_negative=True):
    indicator = make_indicator(kind="annual_flow", period_rule=rule)
    series = annual_series(make_rows(*rows), make_plan(indicator), CITY)["stock"]
    return years_under_way(series, PeriodRule(rule), never_negative=never_negative)


def periods(**values):
    return [{"period": key.replace("y", "").replace("_", "-"), "value": value}
            for key, value in values.items()]  # fmt: skip


def test_first_quarters_are_added_and_compared_with_the_same_of_earlier_years():
    (found,) = under_way(YEAR, *periods(y2021_Q1=30.0, y2021_Q2=50.0, y2022_Q1=33.0, y2022_Q2=57.0))

    assert (found.year, found.months, found.known) == (2022, 6, 90.0)
    assert found.shares == {2021: pytest.approx(80 / 200)}
    assert found.least == 90.0


def test_half_years_quarters_and_running_totals_speak_of_the_same_months():
    (found,) = under_way(
        YEAR,
        {"period": "2021-01/2021-09", "value": 120.0},
        *periods(y2022_H1=70.0, y2022_Q3=20.0),
    )

    assert (found.months, found.known) == (9, 90.0)
    assert found.shares == {2021: 0.6}


def test_a_running_total_is_preferred_to_the_sum_of_its_months():
    (found,) = under_way(
        YEAR, *periods(y2022_01=10.0, y2022_02=10.0), {"period": "2022-01/2022-02", "value": 21.0}
    )

    assert (found.months, found.known) == (2, 21.0)


def test_a_year_that_begins_with_a_gap_is_only_bounded_by_what_is_there():
    (found,) = under_way(YEAR, *periods(y2022_Q2=50.0, y2022_05=20.0))

    # May lies inside the second quarter and is not counted twice.
    assert (found.months, found.least) == (0, 50.0)


def test_a_value_that_may_be_negative_bounds_nothing():
    assert under_way(YEAR, *periods(y2022_Q2=50.0), never_negative=False) == ()


def test_a_lower_bound_is_no_known_month_but_adds_to_what_is_certain():
    (found,) = under_way(YEAR, {"period": "2022-Q1", "value": 30.0, "comparator": ">="})

    assert (found.months, found.least) == (0, 30.0)


def test_means_are_weighed_by_their_months():
    (found,) = under_way(
        {"period": "2021", "value": 96.0},
        *periods(y2021_H1=94.0, y2021_Q3=97.0, y2022_H1=95.0, y2022_Q3=98.0),
        rule="mean",
    )

    # Six months at 95 and three at 98; last year six at 94 and three at 97.
    assert found.known == pytest.approx(96.0)
    assert found.shares[2021] == pytest.approx(95 / 96)
    assert found.least is None


def test_a_stock_shows_its_value_at_the_end_of_a_month():
    (found,) = under_way(
        YEAR,
        {"period": "2021-06-30", "value": 190.0},
        *periods(y2022_03=205.0, y2022_06=210.0),
        {"period": "2022-07-15", "value": 999.0},
        rule="end",
    )

    assert (found.months, found.known) == (6, 210.0)
    assert found.shares == {2021: 0.95}


def test_a_year_with_a_value_is_not_under_way():
    assert under_way(YEAR, *periods(y2021_Q1=30.0)) == ()
