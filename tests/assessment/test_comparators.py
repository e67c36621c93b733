import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.assessment.comparators import average_growth, find_comparators
from evaluation_lib.assessment.counties import (
    compare_counties,
    counting_scale,
    rank_bounds,
    shrunk_growth,
)
from evaluation_lib.observations.series import annual_series
from evaluation_lib.plan.model import Jurisdiction
from tests.builders import CITY, make_indicator, make_plan, make_rows

PROVINCE, OTHER = "440000", "441700"
PLACES = (
    Jurisdiction(code=CITY, name="某市", name_en="City", parent=PROVINCE),
    *(
        Jurisdiction(code=f"44080{place}", name=f"县{place}", name_en=f"C{place}", parent=CITY)
        for place in range(1, 5)
    ),
    Jurisdiction(code=PROVINCE, name="某省", name_en="Province"),
    Jurisdiction(code=OTHER, name="他市", name_en="Other", parent=PROVINCE),
)


def compared(*rows, indicator=None, own=None):
    plan = make_plan(indicator or make_indicator(), jurisdictions=PLACES)
    ours = own or {2020: 100.0, 2022: 121.0}
    table = make_rows(
        *({"period": str(year), "value": value} for year, value in ours.items()), *rows
    )
    series = annual_series(table, plan, CITY)
    return find_comparators(table, plan, CITY, plan.indicators, series)


def test_totals_are_compared_by_growth_between_the_same_years():
    (found,) = compared(
        {"jurisdiction": PROVINCE, "period": "2020", "value": 1000.0},
        {"jurisdiction": PROVINCE, "period": "2022", "value": 1440.0},
    )

    assert (found.growth_from, found.period) == (2020, "2022")
    assert found.growth == pytest.approx(0.2)
    assert found.own_growth == pytest.approx(0.1)
    assert found.reason is None


def test_rates_are_compared_by_their_level():
    rate = make_indicator(kind="rate", unit="%", baseline=50.0, target=80.0, upper=100.0)

    (found,) = compared(
        {"jurisdiction": PROVINCE, "period": "2022", "value": 90.0, "unit": "%"},
        indicator=rate,
        own={2022: 60.0},
    )

    assert (found.value, found.own.value, found.growth) == (90, 60, None)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param({"definition": "domestic"}, "口径不同（domestic，本地为规划口径）", id="def"),
        pytest.param({"unit": "万项"}, "单位不同（万项）", id="unit"),
        pytest.param({"period": "2022-H1"}, "时期不是整年", id="half a year"),
        pytest.param({"comparator": ">"}, "只有上限或下限", id="bound"),
        pytest.param({"period": "2021"}, "同年没有本地数值", id="no own value"),
        pytest.param({}, "总量规模不同，且缺少两个相同年份，无法比较增速", id="one year alone"),
    ],
)
def test_what_does_not_match_stands_apart_with_the_reason(row, told):
    (found,) = compared({"jurisdiction": OTHER, "period": "2022", "value": 500.0, **row})

    assert (found.growth, found.reason.zh) == (None, told)


def test_a_value_of_a_shared_year_is_preferred_to_a_later_bound():
    (found,) = compared(
        {"jurisdiction": OTHER, "period": "2020", "value": 400.0},
        {"jurisdiction": OTHER, "period": "2022", "value": 500.0},
        {"jurisdiction": OTHER, "period": "2023", "value": 600.0, "comparator": ">"},
    )

    assert (found.period, found.reason) == ("2022", None)


def test_counties_are_not_compared_with_the_city_but_among_themselves():
    rows = [{"jurisdiction": "440801", "period": "2022", "value": 5.0}]

    assert compared(*rows) == ()


@pytest.mark.parametrize(
    ("earlier", "later", "years", "growth"),
    [
        pytest.param(100, 121, 2, 0.1, id="two years"),
        pytest.param(0, 5, 1, None, id="from zero"),
        pytest.param(5, 0, 1, None, id="to zero"),
        pytest.param(5, 6, 0, None, id="no time"),
    ],
)
def test_growth_is_compound(earlier, later, years, growth):
    assert average_growth(earlier, later, years) == (growth and pytest.approx(growth))


def counties(values, **changes):
    """Compare four counties by their values of 2021 and 2022."""
    plan = make_plan(make_indicator(**changes), jurisdictions=PLACES)
    rows = []
    for place, (first, last) in enumerate(values, 1):
        for year, value in ((2021, first), (2022, last)):
            if value is not None:
                rows.append(
                    {"jurisdiction": f"44080{place}", "period": str(year), "value": float(value)}
                )
    return compare_counties(make_rows(*rows), plan, 2022, plan.indicators)


def test_equal_variances_shrink_by_the_share_that_chance_explains():
    # Variance 0.01 each; the values' own variance is 0.04, so 0.03 lies between the counties.
    growth, variance = np.array([0.0, 0.2, 0.4]), np.full(3, 0.01)

    pooled, shrunk, left = shrunk_growth(growth, variance)

    assert pooled == pytest.approx(0.2)
    assert shrunk == pytest.approx([0.05, 0.2, 0.35])  # a quarter of the way
    assert left == pytest.approx(np.full(3, 0.0075 + 0.0625 * 0.04 / 3))


def test_counties_that_differ_by_chance_alone_are_one():
    pooled, shrunk, _ = shrunk_growth(np.array([0.0, 0.1]), np.full(2, 0.1))

    assert shrunk == pytest.approx([pooled, pooled])


def test_a_small_county_is_drawn_further_than_a_large_one():
    (found,) = counties([(20, 40), (20_000, 40_000), (10_000, 10_100), (10_000, 10_200)])

    small, large = (
        next(one for one in found.counties if one.jurisdiction == code)
        for code in ("440801", "440802")
    )
    assert small.raw == large.raw == 1
    assert small.shrunk < large.shrunk
    assert small.high - small.low > large.high - large.low
    assert large.best_rank == 1
    assert found.is_ranked


def test_counts_too_small_to_tell_apart_share_every_rank():
    (found,) = counties([(5, 6), (6, 6), (7, 9), (4, 5)])

    assert {(one.best_rank, one.worst_rank) for one in found.counties} == {(1, 4)}
    assert not found.is_ranked


def test_a_county_without_both_years_is_named_and_left_out():
    (found,) = counties([(5, 6), (6, 6), (7, 9), (None, 5)])

    assert found.missing == ("440804",)
    assert len(found.counties) == 3
    assert counties([(5, 6), (6, 6), (None, 9), (None, 5)]) == ()


def test_ranks_are_lost_only_to_intervals_wholly_above():
    low, high = np.array([5.0, 4.0, 1.0]), np.array([7.0, 5.5, 2.0])

    assert rank_bounds(low, high) == [(1, 2), (1, 2), (3, 3)]


@pytest.mark.parametrize(
    ("changes", "scale"),
    [
        pytest.param({"unit": "万户"}, 10_000.0, id="ten thousands"),
        pytest.param({"unit": "项"}, 1.0, id="single things"),
        pytest.param({"unit": "亿元"}, None, id="money scatters otherwise"),
        pytest.param({"unit": "%", "kind": "rate"}, None, id="a rate is no count"),
        pytest.param({"unit": "件", "name": "每万人口专利"}, None, id="nor is a figure per head"),
    ],
)
def test_only_counts_scatter_as_counts(changes, scale):
    assert counting_scale(make_indicator(**changes)) == scale


@given(
    st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)), min_size=4, max_size=4),
)
def test_shrinking_never_leaves_the_range_and_order_of_rows_does_not_matter(values):
    (found,) = counties(values)
    raw = [one.raw for one in found.counties]

    for one in found.counties:
        assert min(raw) - 1e-9 <= one.shrunk <= max(raw) + 1e-9
        assert one.low <= one.shrunk <= one.high
        assert 1 <= one.best_rank <= one.worst_rank <= 4
    (turned,) = counties(values[::-1])
    assert sorted(one.shrunk for one in turned.counties) == pytest.approx(
        sorted(one.shrunk for one in found.counties)
    )
