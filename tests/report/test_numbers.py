import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.report import numbers


@pytest.mark.parametrize(
    ("value", "decimals", "language", "written"),
    [
        pytest.param(39.9, 2, "zh", "39.90", id="keeps its decimals"),
        pytest.param(2.675, 2, "zh", "2.68", id="rounds the digits a reader sees"),
        pytest.param(-0.15, 2, "zh", "−0.15", id="a real minus"),
        pytest.param(-0.001, 2, "zh", "0.00", id="no negative zero"),
        pytest.param(12345.6, 0, "zh", "12346", id="no thousands in Chinese"),
        pytest.param(9999.0, 0, "en", "9999", id="no thousands below ten thousand"),
        pytest.param(12345.6, 0, "en", "12,346", id="thousands in English"),
    ],
)
def test_a_number_is_written_one_way(value, decimals, language, written):
    assert numbers.decimal(value, decimals, language=language) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(7.2, "7.2"), (48.0, "48"), (3.67, "3.67"), (5137.0, "5137"), (0.1 + 0.2, "0.3")],
)
def test_a_plan_value_keeps_the_decimals_of_the_plan(value, written):
    assert numbers.plan_value(value, language="zh") == written


@pytest.mark.parametrize(
    ("share", "written"),
    [
        pytest.param(0.479, "47.9%", id="one decimal"),
        pytest.param(0.99996, "99.9%", id="never rounded up to the target"),
        pytest.param(1.0, "100.0%", id="the target itself"),
        pytest.param(0.9999999999999998, "100.0%", id="noise of the arithmetic"),
        pytest.param(23.0, "2300.0%", id="far beyond"),
        pytest.param(-0.25, "−25.0%", id="the wrong way"),
    ],
)
def test_a_share_is_written_as_a_percentage(share, written):
    assert numbers.percent(share, language="zh") == written


@given(st.floats(0, 0.999999))
def test_no_share_below_one_is_written_as_100_percent(share):
    assert not numbers.percent(share, language="zh").startswith("100")


@pytest.mark.parametrize(
    ("value", "observed", "written"),
    [
        (0.05, False, "0.05"),
        (0.0, False, "<0.01"),
        (1.0, False, ">0.99"),
        (0.995, False, ">0.99"),
        (0.0, True, "0"),
        (1.0, True, "1"),
    ],
)
def test_certainty_is_left_to_what_was_observed(value, observed, written):
    assert numbers.probability(value, observed=observed) == written


@pytest.mark.parametrize(
    ("unit", "language", "written"),
    [
        ("万户", "zh", "39.90万户"),
        ("%", "en", "39.90%"),
        ("patents", "en", "39.90 patents"),
        ("10,000 entities", "en", "39.90 × 10,000 entities"),
    ],
)
def test_a_unit_follows_its_number(unit, language, written):
    assert numbers.with_unit("39.90", unit, language=language) == written


def test_a_difference_carries_its_sign_and_zero_none():
    written = [numbers.signed(value, 2, language="zh") for value in (0.15, -0.15, 0.001)]

    assert written == ["+0.15", "−0.15", "0.00"]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_not_a_number_is_refused(value):
    with pytest.raises(ValueError, match="not a number"):
        numbers.decimal(value, 2, language="zh")
