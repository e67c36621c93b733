from datetime import date

import pytest

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.revisions import find_revisions
from tests.builders import make_rows

SINCE, UNTIL = date(2022, 12, 31), date(2023, 12, 31)
RESTATED = {"value": 118.0, "published_on": "2023-06-08", "source": "yearbook"}


def test_a_restated_value_is_told_with_both_days_and_sources():
    (one,) = find_revisions(make_rows({}, RESTATED), SINCE, UNTIL).revisions

    assert (one.indicator, one.period, one.old, one.new) == ("stock", "2021", 120.0, 118.0)
    assert (one.old_published_on, one.published_on) == ("2022-03-31", "2023-06-08")
    assert (one.old_source, one.source) == ("bulletin", "yearbook")


@pytest.mark.parametrize(
    "later",
    [
        pytest.param({**RESTATED, "value": 120.0}, id="said again"),
        pytest.param({**RESTATED, "published_on": "2024-01-01"}, id="after the second day"),
        pytest.param({**RESTATED, "published_on": "2022-12-31"}, id="known on the first"),
        pytest.param({**RESTATED, "evidence": "D"}, id="a reprint displaces no bulletin"),
        pytest.param({**RESTATED, "definition": "narrow"}, id="another definition"),
    ],
)
def test_what_changes_nothing_between_the_days_is_no_revision(later):
    assert find_revisions(make_rows({}, later), SINCE, UNTIL).revisions == ()


def test_new_periods_are_counted_and_kept_apart_from_what_was_restated():
    table = make_rows({}, RESTATED, {"period": "2022", "published_on": "2023-03-31"})

    movement = find_revisions(table, SINCE, UNTIL)

    assert movement.added == 1
    assert movement.unrevised["period"].tolist() == ["2021", "2022"]
    assert movement.unrevised["value"].tolist() == [120.0, 120.0]


def test_the_order_of_rows_changes_nothing():
    table = make_rows({}, RESTATED, {"period": "2022", "published_on": "2023-03-31"})

    one = find_revisions(table, SINCE, UNTIL)
    other = find_revisions(table.iloc[::-1], SINCE, UNTIL)

    assert (one.revisions, one.added) == (other.revisions, other.added)


def test_days_in_the_wrong_order_are_refused():
    with pytest.raises(ObservationError, match="must lie after the first"):
        find_revisions(make_rows({}), UNTIL, SINCE)
