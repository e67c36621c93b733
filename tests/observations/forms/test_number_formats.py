"""What the sender sees is what is read."""

import pytest

from evaluation_lib.observations.forms.number_formats import number_format, shown_date, shown_number


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("36.700000000000003", "General", "36.7"),
        ("437600", "General", "437600"),
        ("4.1", "0.00", "4.10"),
        ("4.1234", "0.00", "4.1234"),
        ("6590", "#,##0", "6590"),
        ("0.0176", "0.00%", "1.76%"),
        ("1", "0%", "100%"),
        ("9.61", '0.00"万户"', "9.61万户"),
        ("9.61", '"✕ "General', "9.61"),
        ("9.61", "0.00_ ;[Red]-0.00", "9.61"),
        ("9.61", "[$¥-804]#,##0.00", "9.61"),
        ("1E+5", "0.00E+00", "100000.00"),
    ],
)
def test_a_number_is_shown_with_every_digit_that_is_stored(stored, code, shown):
    assert shown_number(stored, number_format(200, code)) == shown


@pytest.mark.parametrize("code", ["0,", "#,##0,,", '0.0,"万"', r"0\.0,", "0!.0,"])
def test_a_format_that_moves_the_point_disguises_the_number(code):
    assert number_format(200, code).disguises


def test_dates_are_shown_as_far_as_their_format_goes():
    day, month = number_format(14, None), number_format(200, 'yyyy"年"m"月"')

    assert shown_date("45292", day.dates, since_1904=False) == "2024-01-01"
    assert shown_date("45292", month.dates, since_1904=False) == "2024-01"
    assert shown_date("43830", day.dates, since_1904=True) == "2024-01-01"
    assert shown_date("1e9", day.dates, since_1904=False) == "1e9"
