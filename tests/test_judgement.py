"""Firmness, warnings, scores and assumptions as an evaluation holds them."""

from datetime import date
from pathlib import Path

import pytest

from evaluation_lib.assessment.what_if import parse_assumption
from evaluation_lib.errors import JobError, PlanError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.weights import Weights
from tests.builders import CITY, make_indicator, make_plan, make_rows, make_yearly

DATA = Path(__file__).parents[1] / "data"
DAY = date(2023, 7, 31)
VALUES = {2018: 60.0, 2019: 80.0, 2021: 118.0, 2022: 136.0}


def judged(plan=None, rows=None, **settings):
    rows = make_yearly(VALUES) if rows is None else rows
    return evaluate(plan or make_plan(), rows, CITY, settings.pop("as_of", DAY), **settings)


def test_an_assumed_value_changes_verdict_and_probability_at_once_and_is_marked():
    plan = make_plan()
    before = judged()
    after = judged(assumptions=[parse_assumption("stock:2023=185", plan)])

    then, now = before.assessments[0], after.assessments[0]
    assert (then.verdict, now.verdict) == ("slightly_behind", "ahead")
    assert now.outlook.probability > then.outlook.probability
    assert now.flags[0].id == "assumption"
    assert now.flags[0].text.zh == "假设2023年为185项，并非观测或规划所定。"
    assert "assumption" not in {one.id for one in then.flags}
    assert (after.year, before.year) == (2022, 2022)


def test_an_assumed_milestone_moves_the_schedule_alone():
    plan = make_plan()
    found = judged(assumptions=[parse_assumption("stock:milestone-2022=130", plan)]).assessments[0]

    assert found.verdict == "ahead"  # 0.36 of the 0.30 due
    assert found.progress.share.due == 0.3


def test_an_easier_target_is_judged_like_a_real_one():
    found = judged(assumptions=[parse_assumption("stock:target=160", make_plan())])

    assert found.assessments[0].progress.share.done == 0.6
    assert found.plan.indicator("stock").target == 160


def test_a_year_that_is_known_cannot_be_assumed():
    with pytest.raises(JobError, match="the value of 2022 is known, 136"):
        judged(assumptions=[parse_assumption("stock:2022=150", make_plan())])


def test_cut_offs_of_a_job_take_the_place_of_the_plans_exactly():
    plan = make_plan()
    strict = plan.with_cut_offs("slightly_behind=0.9, ahead=1.2")

    assert strict.cut_offs.slightly_behind == 0.9
    assert strict.cut_offs.on_schedule == 1.0
    assert judged(strict).assessments[0].verdict == "slightly_behind"  # 0.36 / 0.40 is 0.9
    assert judged(plan.with_cut_offs("slightly_behind=0.91")).assessments[0].verdict == (
        "well_behind"
    )
    assert plan.with_cut_offs("") == plan


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("slight=0.8", "found 'slight=0.8'; write each of ahead", id="unknown"),
        pytest.param("ahead 1.2", "found 'ahead 1.2'", id="no sign"),
        pytest.param("ahead=1.2,ahead=1.3", "at most once", id="twice"),
        pytest.param("ahead=much", "unable to parse", id="no number"),
        pytest.param("ahead=0.9", "cut-offs must fall", id="contradiction"),
    ],
)
def test_cut_offs_that_cannot_be_are_one_sentence(text, told):
    with pytest.raises(PlanError, match=told):
        make_plan().with_cut_offs(text)


def test_a_score_is_off_unless_weights_are_given_and_belongs_to_the_plans_own_place():
    weights = Weights(version="v1", by_indicator={"stock": 100.0})

    assert judged().score is None
    assert judged(weights=weights).score.points == pytest.approx(90)
    county = make_yearly(VALUES, jurisdiction="440802")
    assert evaluate(make_plan(), county, "440802", DAY, weights=weights).score is None


def test_a_first_vintage_that_told_another_story_is_named():
    rows = make_rows(
        {"period": "2021", "value": 120.0},
        {"period": "2022", "value": 145.0, "published_on": "2023-02-01"},
        {"period": "2022", "value": 139.0, "published_on": "2023-05-01"},
    )

    found = judged(rows=rows).firmness["stock"]

    (first,) = [one for one in found.settings if one.group == "vintage"]
    assert (first.name.en, first.verdict, first.changed) == (
        "values as first published",
        "ahead",
        True,
    )


def test_a_per_head_figure_is_judged_under_the_other_denominator():
    plan = read_plan(DATA / "plans/zhanjiang-2021-2025")
    indicator = make_indicator("patents", name="每万人口专利", unit="件", baseline=1.0, target=2.0)
    plan = plan.model_copy(update={"indicators": (indicator,), "commitments": (), "tasks": ()})
    people = make_rows(
        *(
            {"indicator": "population", "unit": "万人", "period": str(year), "value": value}
            for year, value in {2020: 700.0, 2021: 700.0, 2022: 770.0}.items()
        ),
        published_on="2023-03-31",
    )
    values = make_yearly({2021: 1.2, 2022: 1.4}, indicator="patents", unit="件")

    found = judged(plan, make_rows(*people.to_dict("records"), *values.to_dict("records")))

    settings = {one.name.en: one for one in found.firmness["patents"].settings}
    other = settings["population at the end of the same year"]
    # 1.4 × 700 / 770 is 1.2727: 0.27 of 0.40 due, where 1.4 was exactly on schedule.
    assert found.assessments[0].verdict == "on_schedule"
    assert (other.group, other.verdict, other.changed) == ("denominator", "well_behind", True)


def test_the_demonstration_warns_compares_and_counts_the_same_each_time():
    plan = read_plan(DATA / "plans/zhanjiang-2021-2025")
    table, _ = read_observations(DATA / "observations/demonstration")

    once = evaluate(plan, table, CITY, date(2024, 3, 31))
    again = evaluate(plan, table, CITY, date(2024, 3, 31))

    assert once.firmness == again.firmness
    assert [one.assessment.indicator.is_binding for one in once.warnings][:1] == [True]
    assert len(once.counties[0].counties) == 9
    assert once.counties == again.counties
    assert all(0 <= one.holds <= one.total for one in once.firmness.values())


def test_the_order_of_rows_changes_nothing():
    plan = read_plan(DATA / "plans/zhanjiang-2021-2025")
    table, _ = read_observations(DATA / "observations/demonstration")
    turned = table.iloc[::-1].reset_index(drop=True)

    one = evaluate(plan, table, CITY, DAY)
    two = evaluate(plan, turned, CITY, DAY)

    assert one.firmness == two.firmness
    assert [found.assessment.indicator.id for found in one.warnings] == [
        found.assessment.indicator.id for found in two.warnings
    ]
    assert one.counties == two.counties
    assert [found.verdict for found in one.assessments] == [
        found.verdict for found in two.assessments
    ]


def test_a_per_head_promise_is_kept_or_not_by_its_denominator():
    plan = read_plan(DATA / "plans/zhanjiang-2021-2025")
    key = "food_inspections_per_thousand"
    people = {2024: 700.0, 2025: 770.0}
    rows = make_rows(
        *(
            {"indicator": "population", "unit": "万人", "period": str(year), "value": value}
            for year, value in people.items()
        ),
        {"indicator": key, "unit": "批次/千人", "period": "2025", "value": 5.2},
        published_on="2026-03-31",
    )

    found = evaluate(plan, rows, CITY, date(2026, 6, 30), product="final")

    promise = next(
        one for one in found.commitments if one.commitment.id == "food-inspections-per-thousand"
    )
    (setting,) = found.denominators["food-inspections-per-thousand"].settings
    # 5.2 × 700 / 770 is 4.73, less than the 5 promised.
    assert promise.verdict == "completed"
    assert (setting.name.en, setting.verdict, setting.changed) == (
        "population at the end of the same year",
        "not_completed",
        True,
    )
