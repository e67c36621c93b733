import pandas as pd
import pytest

from evaluation_lib.assessment.per_head import forecast_quotients
from evaluation_lib.observations.per_head import per_head_parts
from evaluation_lib.observations.series import annual_series
from evaluation_lib.plan.model import Measure, Relation
from tests.builders import CITY, make_indicator, make_plan, make_yearly

PEOPLE = {2019: 1000.0, 2020: 990.0, 2021: 980.0, 2022: 970.0}
CASES = {2020: 100.0, 2021: 108.0, 2022: 117.6}
PER_HEAD = {2020: 100.0, 2021: 109.09, 2022: 120.0}


def measure(key):
    return Measure(
        id=key, name=key, name_en=key, unit="项", role="component", period_rule="end", lower=0
    )


def plan_of(right="1000 * cases / people@previous", **changes):
    return make_plan(
        make_indicator("stock", decimals=2, target=140, **changes),
        measures=(measure("cases"), measure("people")),
        relations=(Relation(left="stock", comparison="=", right=right),),
    )


def quotients(plan, *, cases=CASES, own=PER_HEAD, people=PEOPLE, year=2022):
    rows = pd.concat(
        [
            make_yearly(own),
            make_yearly(cases, indicator="cases"),
            make_yearly(people, indicator="people"),
        ]
    )
    series = annual_series(rows, plan, CITY)
    parts = per_head_parts(rows, plan, CITY, series)
    found = forecast_quotients(plan.indicators, parts, series, {"stock": year}, "transparent")
    return parts, found


def test_a_per_head_figure_is_forecast_from_what_stands_above_and_below():
    parts, found = quotients(plan_of())

    assert (parts["stock"].factor, parts["stock"].lag) == (1000.0, 1)
    forecast = found["stock"]
    assert forecast.from_parts
    assert forecast.years.tolist() == [2023, 2024, 2025]
    # Cases rise by 8.8 a year, of which the table believes 0.448; 970 people are known for 2022.
    assert forecast.median(2023) == pytest.approx(1000 * (117.6 + 0.448 * 8.8) / 970, rel=0.002)


def test_a_shrinking_denominator_alone_raises_the_figure():
    constant = dict.fromkeys(CASES, 100.0)
    own = {year: 1000 * 100 / PEOPLE[year - 1] for year in CASES}

    _, found = quotients(plan_of(baseline=own[2020]), cases=constant, own=own)

    assert found["stock"].median(2025) > found["stock"].median(2024) > own[2022]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"cases": {2021: 108.0, 2022: 117.6}}, "two values forecast nothing"),
        ({"cases": {**CASES, 2022: 150.0}}, "the parts contradict the figure"),
        ({"people": {2021: 980.0, 2022: 970.0}}, "a short denominator"),
        ({"own": {2020: 100.0, 2021: 109.09}}, "the figure ends before its parts"),
    ],
)
def test_parts_that_are_short_or_say_something_else_are_left(change, why):
    _, found = quotients(plan_of(), **change)

    assert found == {}, why


def test_a_sum_is_no_quotient():
    parts, found = quotients(plan_of("cases + people"))

    assert (parts, found) == ({}, {})
