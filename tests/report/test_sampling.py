"""The draw: repeatable, in proportion, and blind to the order of the report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.errors import ReportError
from evaluation_lib.report.sampling import allocate, draw_sample
from evaluation_lib.report.strata import Sampled, Strata
from tests.report.builders import make_indicator_fact, make_observation, make_report


def make_whole(count=20):
    return make_report(
        *(
            make_indicator_fact(
                number=number,
                observations=tuple(
                    make_observation(year, float(year), evidence="A" if number % 4 else "C")
                    for year in range(2015, 2024)
                ),
            )
            for number in range(1, count + 1)
        )
    )


def draw(report, *, size=30, seed="2024-1", by=Strata.EVIDENCE):
    return draw_sample(report, what=Sampled.VALUES, by=by, size=size, seed=seed)


def test_each_stratum_is_drawn_in_proportion_to_its_size():
    sample = draw(make_whole(), size=40)

    assert sample.populations == {"A": 135, "C": 45}
    assert [one.stratum for one in sample.items].count("C") == 10


def test_the_same_seed_draws_the_same_whatever_the_order_and_another_seed_another():
    report = make_whole()
    turned = report.model_copy(update={"indicators": report.indicators[::-1]})

    assert draw(report) == draw(turned)
    assert draw(report).items != draw(report, seed="2024-2").items


def test_all_are_drawn_where_there_are_fewer_than_asked_for():
    sample = draw(make_whole(2), size=500)

    assert len(sample.items) == len({one.id for one in sample.items}) == 18


def test_a_report_without_tasks_in_the_ledger_has_none_to_draw():
    with pytest.raises(ReportError, match="no tasks to draw from"):
        draw_sample(make_whole(), what=Sampled.TASKS, by=Strata.NATURE, size=5, seed="1")


@given(st.dictionaries(st.sampled_from("ABCDE"), st.integers(1, 50), min_size=1), st.data())
def test_an_allocation_adds_up_and_asks_no_stratum_for_more_than_it_has(populations, data):
    size = data.draw(st.integers(0, sum(populations.values())))

    quota = allocate(populations, size)

    assert sum(quota.values()) == size
    assert all(0 <= quota[name] <= populations[name] for name in populations)
    assert size < len(populations) or min(quota.values()) >= 1
