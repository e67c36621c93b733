import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.observations.checks.movement import _median_of_others
from tests.builders import make_indicator, make_plan, make_rows, make_yearly
from tests.observations.checks.asking import found


def test_a_new_definition_is_named_with_the_old_one():
    rows = make_rows(
        {"period": "2021", "definition": "market entities"},
        {"period": "2022", "definition": "operating entities"},
        {"period": "2023", "definition": "operating entities"},
        published_on="2024-03-31",
    )

    (finding,) = found(rows, "definition_break")

    assert finding.period == "2022"
    assert "“market entities”改为“operating entities”" in finding.text.zh


def test_one_definition_throughout_is_no_break():
    rows = make_yearly({2021: 120, 2022: 130}, definition="operating entities")

    assert not found(rows, "definition_break")


def test_no_growth_is_computed_across_a_definition():
    rows = make_rows(
        {"period": "2021", "value": 120.0},
        {"period": "2022", "value": 12.0, "definition": "narrow"},
        published_on="2024-03-31",
    )

    assert not found(rows, "falling_stock")
    assert not found(rows, "jump")


def test_an_indicator_that_ends_before_most_others_is_stale():
    plan = make_plan(*(make_indicator(key, number=n) for n, key in enumerate("abc", 1)))
    rows = make_rows(
        {"indicator": "a", "period": "2021"},
        {"indicator": "b", "period": "2022"},
        {"indicator": "c", "period": "2023"},
        published_on="2024-03-31",
    )

    (finding,) = found(rows, "stale", plan)

    assert (finding.indicator, finding.period) == ("a", "2021")
    assert "多已有2022年数值" in finding.text.zh


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 50)), min_size=1, max_size=30))
def test_the_median_of_the_others_is_what_taking_one_out_gives(pairs):
    group = np.array([pair[0] for pair in pairs])
    size = np.array([float(pair[1]) for pair in pairs])

    medians = _median_of_others(size, group)

    for at, median in enumerate(medians):
        others = np.delete(size, at)[np.delete(group, at) == group[at]]
        np.testing.assert_equal(median, np.median(others) if len(others) else np.nan)
