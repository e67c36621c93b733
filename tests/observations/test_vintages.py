from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.observations.table import KEY
from evaluation_lib.observations.vintages import first, joined, latest, newest, published_by, ranks
from tests.builders import make_rows

QUICK = {"value": 120.0, "published_on": "2022-01-26", "source": "quick"}
SETTLED = {"value": 121.0, "published_on": "2022-05-27", "source": "settled"}
REPRINT = {"value": 122.0, "published_on": "2023-01-01", "source": "press", "evidence": "D"}
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "period": st.sampled_from(["2021", "2022"]),
            "jurisdiction": st.sampled_from(["440800", "440802"]),
            "value": st.integers(0, 3).map(float),
            "evidence": st.sampled_from("AC"),
            "published_on": st.sampled_from(["", "2022-03-31", "2023-03-31"]),
        }
    ),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize(
    ("choose", "value"),
    [
        pytest.param(latest, 121.0, id="latest is the last of the best grade"),
        pytest.param(first, 120.0, id="first is the first"),
        pytest.param(newest, 122.0, id="newest is the last of any grade"),
    ],
)
def test_of_several_editions_one_is_chosen(choose, value):
    table = make_rows(REPRINT, SETTLED, QUICK)

    assert choose(table)["value"].tolist() == [value]


def test_a_later_edition_is_not_known_before_its_day():
    known = published_by(make_rows(QUICK, SETTLED), date(2022, 5, 26))

    assert known["source"].tolist() == ["quick"]


@given(ROWS)
def test_the_edition_that_holds_is_the_first_of_all_sorted_as_texts(rows):
    table = make_rows(*rows)
    order = [*KEY, "definition", "evidence", "published_on", "value"]
    down = [True, True, True, True, True, False, True]

    expected = table.sort_values(order, ascending=down, kind="stable")
    expected = expected.drop_duplicates([*KEY, "definition"])

    assert latest(table).index.tolist() == expected.index.tolist()


@given(st.lists(st.tuples(*[st.integers(0, 2**40)] * 3), min_size=1, max_size=20))
def test_joined_numbers_tell_rows_apart_and_keep_their_order(rows):
    columns = [np.array(column) for column in zip(*rows, strict=True)]

    key = joined(*columns)

    assert [rows[at] for at in np.argsort(key, kind="stable")] == sorted(rows)
    assert len(set(key.tolist())) == len(set(rows))


def test_ranks_follow_the_order_of_texts():
    table = make_rows({"period": "2022"}, {"period": "2021"}, {"period": "2022"})

    assert ranks(table["period"]).tolist() == [1, 0, 1]
