"""The share of wrong values: against published tables, and what must hold for every sample."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.assessment.error_rate import ErrorRate, Stratum, error_rate


def test_one_stratum_gives_the_exact_binomial_interval():
    """2 of 30 wrong: Clopper-Pearson 0.0082 to 0.2207, from tables of the binomial."""
    found = error_rate([Stratum(population=10**9, checked=30, wrong=2)])

    assert found.rate == pytest.approx(2 / 30)
    assert (found.low, found.high) == (
        pytest.approx(0.0082, abs=1e-4),
        pytest.approx(0.2207, abs=1e-4),
    )


def test_no_error_in_a_sample_is_no_proof_of_none():
    """The upper end without an error is 1 - 0.025 ** (1 / 30)."""
    found = error_rate([Stratum(population=1000, checked=30, wrong=0)])

    assert (found.rate, found.low) == (0.0, 0.0)
    assert found.high == pytest.approx(1 - 0.025 ** (1 / 30))


def test_a_stratum_counts_by_its_size_and_not_by_its_checks():
    """900 values with 0 of 10 wrong and 100 with 5 of 10 wrong: 0.1 x 0.5."""
    found = error_rate([Stratum(900, 10, 0), Stratum(100, 10, 5)])

    assert found.rate == pytest.approx(0.05)


def test_what_was_checked_throughout_is_known():
    found = error_rate([Stratum(10, 10, 1), Stratum(30, 30, 2)])

    assert found == ErrorRate(3 / 40, 3 / 40, 3 / 40)


def test_nothing_checked_is_nothing_known():
    assert error_rate([Stratum(10, 0, 0)]) is None


@given(
    st.lists(
        st.integers(1, 60).flatmap(
            lambda size: st.integers(0, size).flatmap(
                lambda checked: st.integers(0, checked).map(
                    lambda wrong: Stratum(size, checked, wrong)
                )
            )
        ),
        min_size=1,
        max_size=5,
    )
)
def test_the_interval_encloses_the_rate_and_stays_a_share(strata):
    found = error_rate(strata)

    if found is not None:
        assert 0 <= found.low <= found.rate + 1e-12
        assert found.rate - 1e-12 <= found.high <= 1
