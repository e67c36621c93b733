from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from evaluation_lib.errors import JobError
from evaluation_lib.evaluation import evaluate, last_whole_year
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan import read_plan
from tests.builders import CITY, make_indicator, make_plan, make_rows, make_yearly

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def plan():
    return read_plan(DATA / "plans/zhanjiang-2021-2025")


def evaluated(plan, folder, as_of, product, code=CITY):
    table, _ = read_observations(DATA / "observations" / folder)
    return evaluate(plan, table, code, date.fromisoformat(as_of), product=product)


@pytest.mark.parametrize(
    ("as_of", "year"),
    [
        pytest.param("2021-12-31", 2021, id="the year has just ended"),
        pytest.param("2023-07-31", 2022, id="mid-year"),
        pytest.param("2027-03-01", 2025, id="never after the plan"),
    ],
)
def test_the_year_under_evaluation_is_the_last_that_ended(as_of, year):
    assert last_whole_year(make_plan(), date.fromisoformat(as_of)) == year


def test_a_job_that_cannot_be_is_one_sentence():
    plan, rows = make_plan(), make_yearly({2021: 120})

    with pytest.raises(JobError, match="no year of 2021-2025 has ended"):
        evaluate(plan, rows, CITY, date(2021, 6, 1))
    with pytest.raises(JobError, match=r"names no jurisdiction '999999'; use one of 440800"):
        evaluate(plan, rows, "999999", date(2023, 6, 1))
    with pytest.raises(JobError, match="'midtrem' is unknown; use one of annual, midterm, final"):
        evaluate(plan, rows, CITY, date(2023, 6, 1), product="midtrem")


def test_the_forecasting_model_can_be_chosen_among_those_there_are():
    plan, rows = make_plan(), make_yearly({2018: 90, 2019: 96, 2021: 120})

    def model_of(**chosen):
        found = evaluate(plan, rows, CITY, date(2022, 6, 1), **chosen)
        return found.assessments[0].outlook.forecast.model

    assert model_of() == model_of(model="") == "pooled"
    assert model_of(model="transparent") == "transparent"
    with pytest.raises(JobError, match="Model 'magic' is unknown; use one of pooled, transparent"):
        model_of(model="magic")


def test_what_is_published_later_changes_nothing_before(plan):
    table, _ = read_observations(DATA / "observations/demonstration")
    cut = table[table["published_on"] <= "2023-07-31"]

    whole = evaluate(plan, table, CITY, date(2023, 7, 31))
    only_then = evaluate(plan, cut, CITY, date(2023, 7, 31))

    assert [one.verdict for one in whole.assessments] == [
        one.verdict for one in only_then.assessments
    ]
    assert whole.rows.to_csv() == only_then.rows.to_csv()
    assert [one.outlook.probability for one in whole.assessments] == [
        one.outlook.probability for one in only_then.assessments
    ]


def test_published_data_judge_one_indicator_and_say_why_not_the_rest(plan):
    found = evaluated(plan, "published", "2026-06-30", "final")

    judged = [one for one in found.assessments if one.is_assessable]
    assert [one.indicator.id for one in judged] == ["ip_pledge_financing"]
    assert judged[0].progress.share.lower_bound
    assert {"no_longer_binds", "lower_bound", "reported_only"} <= {
        flag.id for flag in judged[0].flags
    }
    assert all(one.reason is not None for one in found.assessments if not one.is_assessable)
    assert (found.overall.pending, found.overall.without_data) == (4, 14)
    assert not found.demonstration


def test_the_demonstration_is_one_wherever_it_is_used(plan):
    assert evaluated(plan, "demonstration", "2023-07-31", "midterm").demonstration
    assert evaluated(plan, "demonstration", "2026-06-30", "final").demonstration


def test_the_counts_of_the_plan(plan):
    counts = evaluated(plan, "demonstration", "2023-07-31", "midterm").overall

    assert (counts.total, counts.binding, counts.pending, counts.binding_pending) == (19, 5, 4, 2)
    assert sum(counts.by_verdict.values()) == 19
    assert counts.assessable + counts.pending + counts.without_data == 19


def test_a_county_is_described_but_not_judged_by_the_citys_targets(plan):
    found = evaluated(plan, "demonstration", "2023-07-31", "midterm", "440881")

    assert found.overall.assessable == 0
    assert any(one.series.points for one in found.assessments)


def test_jurisdictions_and_indicators_do_not_touch_each_other():
    plan = make_plan(make_indicator(), make_indicator("other", number=2))
    own = make_yearly({2021: 120, 2022: 140})
    strange = make_rows(
        {"indicator": "other", "value": 9e9}, {"jurisdiction": "440802", "value": 1e-9}
    )

    alone = evaluate(plan, own, CITY, date(2023, 6, 1)).assessments[0]
    among = evaluate(plan, pd.concat([strange, own]), CITY, date(2023, 6, 1)).assessments[0]

    assert alone.progress == among.progress
    assert alone.outlook.probability == among.outlook.probability


def test_a_bad_row_is_a_finding_and_the_others_go_on():
    plan = make_plan()
    rows = make_rows(
        {"value": 120.0, "unit": "万项"},
        {"period": "2022", "value": 140.0, "published_on": "2023-03-31"},
    )

    found = evaluate(plan, rows, CITY, date(2023, 6, 1))

    assert [one.rule for one in found.findings if one.excludes] == ["wrong_unit"]
    assert found.assessments[0].verdict == "on_schedule"
