"""The demonstration is synthetic, repeatable, and goes wrong only where it is meant to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.observations.demonstration.counties import in_last_digits, split


@given(
    st.integers(-5000, 5000),
    st.lists(st.floats(0.01, 10), min_size=1, max_size=12),
)
def test_parts_sum_to_the_whole_and_stay_within_one_of_their_share(total, weights):
    parts = split(total, weights)

    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - total * weight / sum(weights)) <= 1 + 1e-9


def test_the_largest_remainder_takes_what_rounding_leaves():
    assert split(10, [1, 1, 1]) == [4, 3, 3]
    assert split(7, [5, 3, 2]) == [4, 2, 1]


def test_a_value_with_too_many_decimals_is_refused():
    with pytest.raises(ValueError, match=r"3\.675 has more than 2 decimals"):
        in_last_digits("3.675", 2)
