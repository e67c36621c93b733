from datetime import date

import pytest

from evaluation_lib.observations.period import parse_period


@pytest.mark.parametrize(
    ("text", "start", "end", "months"),
    [
        pytest.param("2023", date(2023, 1, 1), date(2023, 12, 31), 12, id="year"),
        pytest.param("2023-H2", date(2023, 7, 1), date(2023, 12, 31), 6, id="half"),
        pytest.param("2023-Q1", date(2023, 1, 1), date(2023, 3, 31), 3, id="quarter"),
        pytest.param("2024-02", date(2024, 2, 1), date(2024, 2, 29), 1, id="leap month"),
        pytest.param("2023-06-30", date(2023, 6, 30), date(2023, 6, 30), 0, id="day"),
        pytest.param("2023-01/2023-09", date(2023, 1, 1), date(2023, 9, 30), 9, id="running total"),
        pytest.param("2016/2020", date(2016, 1, 1), date(2020, 12, 31), 60, id="five years"),
    ],
)
def test_each_form_of_period_covers_its_days(text, start, end, months):
    period = parse_period(text)

    assert (period.start, period.end, period.months) == (start, end, months)


def test_only_a_whole_calendar_year_is_annual():
    assert parse_period("2023").is_annual
    assert parse_period("2023-01/2023-12").is_annual
    assert not parse_period("2022-07/2023-06").is_annual
    assert not parse_period("2023-01/2023-11").is_annual


@pytest.mark.parametrize(
    "text", ["", "23", "2023-13", "2023-02-30", "2023-Q5", "2023年", "2023-09/2023-01"]
)
def test_what_is_no_period_is_answered_with_the_forms_allowed(text):
    with pytest.raises(ValueError, match="write it as 2023, 2023-H1"):
        parse_period(text)
