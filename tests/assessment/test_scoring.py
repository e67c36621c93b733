from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.assessment.scoring import (
    grade_of,
    points_of,
    random_points,
    score_plan,
    weight_nodes,
    weighted_mean,
)
from evaluation_lib.errors import PlanError
from evaluation_lib.plan.weights import Weights, read_weights
from tests.assessment.judged import judged
from tests.builders import make_indicator, make_plan

KEYS = ("first", "second", "third")


def scored(values_by_key, weights, **kept):
    """Score indicators that each rise from 100 to 200, by their value of 2022."""
    assessments = [
        judged({2022: value} if value else {}, indicator=make_indicator(key))
        for key, value in values_by_key.items()
    ]
    nodes = weight_nodes(len(assessments), rows=200)
    given = Weights(version="v1", by_indicator=weights)
    return score_plan(assessments, given, nodes, binding_fails=kept.get("binding_fails", False))


def test_points_are_done_over_due_and_capped():
    assert points_of(judged({2022: 130})) == 75  # 0.30 of 0.40
    assert points_of(judged({2022: 180})) == 100
    assert points_of(judged({2022: 180}), capped=False) == 200
    assert points_of(judged({2022: 90})) == 0
    assert points_of(judged({})) is None


def test_every_year_kinds_get_the_share_of_years_kept():
    flow = make_indicator(kind="annual_flow", baseline=3.0, target=3.0)

    assert points_of(judged({2021: 3.1, 2022: 2.9}, indicator=flow)) == 50


def test_one_runaway_cannot_compensate_and_the_sheet_shows_what_it_would_do():
    found = scored({"first": 300, "second": 110}, {"first": 50, "second": 50})

    assert found.points == pytest.approx((100 + 25) / 2)
    trials = {one.name: one for one in found.trials}
    assert trials["no_cap"].points == pytest.approx((500 + 25) / 2)
    assert trials["first"].points == pytest.approx(25)
    assert trials["second"].points == pytest.approx(100)
    assert (trials["first"].grade, trials["second"].grade) == ("poor", "excellent")


def test_what_cannot_be_scored_drops_out_with_the_coverage_stated():
    found = scored(
        {"first": 140, "second": 130, "third": None}, {"first": 20, "second": 60, "third": 20}
    )

    assert found.coverage == 0.8
    assert [one.share for one in found.items] == [0.25, 0.75, None]
    assert found.points == pytest.approx(0.25 * 100 + 0.75 * 75)
    assert found.grade == "good"


def test_equal_weights_are_tried():
    found = scored({"first": 140, "second": 120}, {"first": 90, "second": 10})

    assert found.points == pytest.approx(95)
    assert found.trials[0].name == "equal_weights"
    assert found.trials[0].points == pytest.approx(75)


def test_a_grade_begins_exactly_at_its_limit():
    assert [grade_of(Fraction(points)) for points in (90, 80, 60)] == ["excellent", "good", "fair"]
    assert grade_of(Fraction("89.999999999999")) == "good"
    assert scored({"first": 132}, {"first": 100}).grade == "good"  # 0.32 of 0.40 is 80


def test_a_binding_failure_is_told_beside_the_score():
    assert scored({"first": 200}, {"first": 100}, binding_fails=True).binding_fails


def test_nothing_to_score_gives_no_score():
    assert scored({"first": None}, {"first": 100}) is None
    assert scored({"first": 140, "second": None}, {"first": 0, "second": 100}) is None


def test_random_weights_are_the_same_every_time_and_spread_over_all_sets():
    nodes = weight_nodes(3)

    assert nodes.shape == (2000, 3)
    assert np.array_equal(nodes, weight_nodes(3))
    assert 0 < nodes.min() < nodes.max() < 1
    # With points of 0 and 90 the score is 90 times one share, uniform between 0 and 90.
    points = random_points([Fraction(0), Fraction(90)], nodes)
    assert points.mean() == pytest.approx(45, abs=1.5)
    assert np.quantile(points, 0.1) == pytest.approx(9, abs=2)


def test_the_share_of_weights_that_keep_the_grade_is_counted():
    # 100 and 50 points: at least 80 needs a weight of 0.6 on the first, and below 90 of 0.8.
    found = scored({"first": 140, "second": 120}, {"first": 70, "second": 30})

    assert found.grade == "good"
    assert found.grade_stays == pytest.approx(0.2, abs=0.08)


@given(
    st.lists(st.tuples(st.fractions(0, 100), st.fractions("0.01", 10)), min_size=1, max_size=6),
    st.fractions("0.01", 100),
)
def test_a_score_lies_between_its_points_and_only_proportions_of_weights_count(rows, factor):
    points = {str(place): row[0] for place, row in enumerate(rows)}
    weights = {str(place): row[1] for place, row in enumerate(rows)}

    mean = weighted_mean(points, weights)

    assert min(points.values()) <= mean <= max(points.values())
    assert mean == weighted_mean(points, {key: factor * one for key, one in weights.items()})


def written(tmp_path, *rows):
    path = tmp_path / "weights.csv"
    path.write_text("\n".join(["indicator,weight,version", *rows]) + "\n", encoding="utf-8")
    return path


def test_weights_are_read_with_their_version(tmp_path):
    plan = make_plan(make_indicator("first"), make_indicator("second", number=2))

    found = read_weights(written(tmp_path, "first,33.3,v2", "second,66.7,v2"), plan)

    assert (found.version, found.by_indicator) == ("v2", {"first": 33.3, "second": 66.7})


def test_every_fault_of_the_weights_is_told_at_once(tmp_path):
    plan = make_plan(make_indicator("first"), make_indicator("second", number=2))

    with pytest.raises(PlanError) as error:
        read_weights(written(tmp_path, "frist,40,v1", "first,30,v1", "first,20,v2"), plan)

    told = str(error.value)
    assert "no indicator 'frist'" in told
    assert "'first' stands there twice" in told
    assert "'second' has no weight" in told
    assert "versions v1, v2 are mixed" in told
    assert "add up to 90; make it 1 or 100" in told
