import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.assessment.progress import measure_progress, target_path
from evaluation_lib.plan.model import CutOffs
from tests.builders import make_indicator, make_series

CUTS = CutOffs()


def progress(indicator, values, year=2022, **changes):
    return measure_progress(indicator, make_series(values, **changes), year, CUTS)


@pytest.mark.parametrize(
    ("value", "status"),
    [
        pytest.param(200, "achieved_early", id="target reached"),
        pytest.param(144, "ahead", id="44 % done, 40 % due: 1.10"),
        pytest.param(143, "on_schedule", id="below 1.10"),
        pytest.param(140, "on_schedule", id="exactly on schedule"),
        pytest.param(139, "slightly_behind", id="39 % done"),
        pytest.param(130, "slightly_behind", id="30 % done: exactly 0.75"),
        pytest.param(129, "well_behind", id="29 % done"),
        pytest.param(90, "well_behind", id="moved the wrong way"),
    ],
)
def test_a_stock_is_measured_against_the_time_share(value, status):
    result = progress(make_indicator(), {2022: value})

    assert result.status == status
    assert result.share.due == 0.4
    assert result.share.done == pytest.approx((value - 100) / 100)


def test_an_older_value_is_judged_as_of_its_own_year_and_called_stale():
    result = progress(make_indicator(), {2021: 120})

    assert result.stale
    assert result.share.due == 0.2
    assert result.status == "on_schedule"


def test_the_baseline_is_no_progress():
    result = progress(make_indicator(), {2020: 100})

    assert result.latest is None
    assert result.status == "not_assessable"
    assert result.reason == "no_value"


def test_a_blank_target_is_not_assessable_whatever_the_values():
    blank = make_indicator(target=None, comparison=None)

    assert progress(blank, {2022: 500}).reason == "no_target"


def test_cumulative_years_are_added_and_the_baseline_is_not():
    result = progress(make_indicator(kind="cumulative", target=10.0), {2020: 9, 2021: 3, 2022: 1})

    assert result.total == 4
    assert result.share.done == 0.4
    assert result.status == "on_schedule"


def test_a_missing_year_makes_the_sum_a_lower_bound_that_decides_only_when_the_target_is_passed():
    kind = make_indicator(kind="cumulative", target=10.0)

    short = progress(kind, {2022: 6})
    passed = progress(kind, {2022: 11})

    assert (short.status, short.reason, short.missing) == (
        "not_assessable",
        "missing_years",
        (2021,),
    )
    assert passed.status == "achieved_early"
    assert passed.share.lower_bound


def test_a_breached_year_stays_on_record_after_recovery():
    yearly = make_indicator(kind="annual_flow", comparison=">=", target=100.0)

    result = progress(yearly, {2021: 99, 2022: 120})

    assert result.status == "not_met"
    assert result.breached == (2021,)
    assert [one.difference for one in result.years] == [-1, 20]


def test_maintaining_never_divides_by_the_planned_change():
    keep = make_indicator(kind="maintain", unit="%", upper=100.0, baseline=100.0, target=100.0)

    assert progress(keep, {2021: 100, 2022: 100}).status == "met"
    assert progress(keep, {2021: 100, 2022: 99.9}).status == "not_met"


@pytest.mark.parametrize(
    ("comparator", "value", "status"),
    [
        pytest.param(">=", 150, "ahead", id="at least ahead is ahead"),
        pytest.param(">", 135, "not_assessable", id="at least slightly behind decides nothing"),
        pytest.param("<", 120, "well_behind", id="at most well behind is well behind"),
        pytest.param("<=", 180, "not_assessable", id="at most ahead decides nothing"),
        pytest.param("~", 150, "ahead", id="about counts as a value"),
    ],
)
def test_a_bound_gives_a_verdict_only_where_it_decides_it(comparator, value, status):
    assert progress(make_indicator(), {2022: value}, comparator=comparator).status == status


@pytest.mark.parametrize(
    ("comparator", "value", "met"),
    [
        pytest.param(">=", 100, True, id="at least the threshold keeps it"),
        pytest.param(">", 90, None, id="above 90 may be below 100"),
        pytest.param("<", 90, False, id="below 90 misses it"),
        pytest.param("<=", 110, None, id="at most 110 may be below 100"),
    ],
)
def test_a_bound_keeps_a_yearly_threshold_only_where_it_proves_it(comparator, value, met):
    yearly = make_indicator(kind="annual_flow", comparison=">=", target=100.0)

    (year,) = progress(yearly, {2021: value}, year=2021, comparator=comparator).years

    assert year.met is met


def test_another_definition_is_not_compared_with_the_plans_target():
    result = progress(make_indicator(baseline=None), {2022: 150}, definition="new")

    assert result.status == "not_assessable"


def test_the_path_is_straight_and_a_running_total_starts_from_zero():
    assert target_path(make_indicator())[2023] == 160.0
    assert target_path(make_indicator(kind="cumulative", target=10.0))[2021] == 2.0
    assert target_path(make_indicator(kind="maintain")) == {}
    assert target_path(make_indicator(target=None, comparison=None)) == {}


@given(st.floats(0.001, 1000), st.integers(80, 230))
def test_a_change_of_unit_changes_no_status(unit, value):
    original = progress(make_indicator(), {2022: value})
    rescaled = progress(
        make_indicator(baseline=100 * unit, target=200 * unit), {2022: value * unit}
    )

    if abs(original.share.done / 0.4 - round(original.share.done / 0.4, 2)) > 1e-6:
        assert rescaled.status == original.status


@given(st.integers(80, 230))
def test_falling_is_the_mirror_of_rising(value):
    rising = progress(make_indicator(), {2022: value})
    falling = progress(
        make_indicator(direction="lower", lower=None, baseline=-100.0, target=-200.0),
        {2022: -value},
    )

    assert falling.status == rising.status
    assert falling.share.done == rising.share.done
