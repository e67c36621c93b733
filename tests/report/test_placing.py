from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.report.charts.placing import LABEL_STEP_MM, Rect, Room, spread
from evaluation_lib.report.charts.scale import round_ticks

POSITIONS = st.lists(st.floats(0, 60), min_size=1, max_size=14).map(sorted)


def test_labels_that_do_not_touch_stay_where_they_are():
    assert spread([5.0, 20.0, 30.0], step=3.2, low=0, high=60) == [5.0, 20.0, 30.0]


def test_two_labels_on_one_spot_part_evenly():
    assert spread([10.0, 10.0], step=4.0, low=0, high=60) == pytest.approx([8.0, 12.0])


def test_labels_at_the_edge_are_pushed_inwards():
    assert spread([0.0, 0.0], step=4.0, low=1.0, high=60) == pytest.approx([1.0, 5.0])


@given(POSITIONS)
def test_labels_are_never_nearer_than_the_step(wanted):
    placed = spread(wanted, step=LABEL_STEP_MM, low=2.0, high=50.0)

    assert all(after - before >= LABEL_STEP_MM - 1e-6 for before, after in pairwise(placed))
    assert placed[0] >= 2.0 - 1e-6
    assert placed[-1] <= 50.0 + 1e-6


def test_more_labels_than_fit_are_refused():
    with pytest.raises(ValueError, match="do not fit"):
        spread([1.0] * 30, step=3.2, low=0, high=50)


def test_a_label_takes_the_first_free_place():
    room = Room(Rect(0, 0, 100, 50))
    room.take(Rect(10, 10, 20, 20))

    chosen = room.place([Rect(15, 15, 25, 25), Rect(30, 15, 40, 25)])

    assert chosen == 1


def test_a_label_without_a_free_place_is_left_out():
    room = Room(Rect(0, 0, 30, 30))
    room.take(Rect(0, 0, 30, 30))

    assert room.place([Rect(5, 5, 10, 10)]) is None


def test_a_label_crosses_a_line_only_where_nothing_is_free():
    room = Room(Rect(0, 0, 100, 50))
    room.take_line((0, 10), (100, 10))

    assert room.place([Rect(10, 5, 20, 15), Rect(10, 20, 20, 30)]) == 1
    assert room.place([Rect(40, 5, 50, 15)]) == 0


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6))
def test_ticks_enclose_the_values_they_stand_for(low, span):
    ticks = round_ticks(low, low + span)

    assert ticks[0] <= low + 1e-6 * max(1, abs(low))
    assert ticks[-1] >= low + span - 1e-6 * max(1, abs(low + span))
    assert 2 <= len(ticks) <= 12


def test_ticks_are_round():
    assert round_ticks(32.45, 49.3) == (30, 35, 40, 45, 50)
