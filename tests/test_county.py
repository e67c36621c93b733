"""Below the plan's own jurisdiction: judged by its own targets, or told that it has none."""

from datetime import date
from pathlib import Path

import pytest

from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.county_targets import CountyTarget
from evaluation_lib.plan.model import Jurisdiction
from evaluation_lib.report import sections
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.words_of_blocks import told
from tests.builders import CITY, COUNTIES, make_indicator, make_plan, make_rows

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def county():
    plan = read_plan(ROOT / "data/plans/zhanjiang-2021-2025")
    table, sources = read_observations(ROOT / "data/observations/demonstration")
    found = evaluate(plan, table, "440881", date(2023, 7, 31))
    return {language: build_report(found, sources, language=language) for language in ("zh", "en")}


def flags(report):
    return {flag.id for one in report.indicators for flag in one.flags}


def test_a_target_for_the_whole_is_neither_open_nor_missing_in_a_county(county):
    counts = county["zh"].counts

    assert (counts.not_broken_down, counts.binding_not_broken_down) == (15, 3)
    assert (counts.pending, counts.binding_pending, counts.without_data) == (4, 2, 0)
    assert county["zh"].overall.headline == (
        "19项指标均无法评价：15项目标未分解到该行政区，4项目标未定（其中约束性2项）"
    )
    assert county["zh"].indicator("market_entities").reason == "规划目标未分解到该行政区。"
    assert county["zh"].indicator("market_entities").no_target == "not_broken_down"
    assert county["zh"].indicator("high_value_patents").no_target == "pending"


def test_only_what_the_plan_leaves_open_is_a_binding_indicator_without_target(county):
    report = county["zh"]

    flagged = [
        one.number
        for one in report.indicators
        if any(flag.id == "binding_without_target" for flag in one.flags)
    ]
    assert flagged == [15, 19]
    assert report.warnings == ()


@pytest.mark.parametrize(
    ("language", "short", "reason"),
    [
        pytest.param("zh", "未分解", "目标未分解到该行政区", id="Chinese"),
        pytest.param("en", "Not broken down", "not broken down to this jurisdiction", id="English"),
    ],
)
def test_every_page_of_a_county_says_why_nothing_is_judged(county, language, short, reason):
    report = county[language]

    table = "\n".join(told(sections.indicator_table(report)))
    assert table.count(short) >= 15
    for section in (sections.overview, sections.basis, sections.anticipatory_indicators):
        assert reason in "\n".join(told(section(report)))
    headline = report.indicator("market_entities").headline
    assert reason in headline
    assert "8.37" in headline
    assert sum(report.jurisdiction_name in one for one in report.limitations) == 2


def test_a_county_with_its_own_target_is_judged_by_it():
    plan = make_plan(
        make_indicator(),
        county_targets=(
            CountyTarget(jurisdiction=COUNTIES[0], indicator="stock", baseline=10, target=30),
        ),
    )
    rows = make_rows(
        {"jurisdiction": COUNTIES[0], "value": 15.0},
        {"jurisdiction": COUNTIES[1], "value": 15.0},
        {"value": 120.0},
    )

    own, other, city = (
        evaluate(plan, rows, code, date(2023, 6, 1)).assessments[0] for code in (*COUNTIES, CITY)
    )

    assert own.progress.share.done == pytest.approx(0.25)
    assert own.verdict == "ahead"
    assert other.verdict == "not_assessable"
    assert city.progress.share.done == pytest.approx(0.2)


def test_a_county_leaves_other_places_of_the_plan_to_their_own_reports():
    plan = read_plan(ROOT / "data/plans/zhanjiang-2021-2025")
    table, sources = read_observations(ROOT / "data/observations/demonstration")
    others = (table["jurisdiction"] != "440881") & table["jurisdiction"].isin(
        {plan.jurisdiction, *plan.parts}
    )
    spoilt = table.assign(value=table["value"].where(~others, table["value"] * 3))
    alone = table[~others]

    def told(rows):
        found = evaluate(plan, rows, "440881", date(2023, 7, 31))
        return build_report(found, sources).to_json()

    assert others.sum() > 1000
    assert told(table) == told(spoilt) == told(alone)
    assert told(table)["counties"] == []
    assert {one["jurisdiction"] for one in told(table)["findings"]} <= {"440881", ""}


def test_the_audit_of_the_plan_s_text_stands_in_the_report_on_the_whole(county):
    assert county["zh"].claims == ()
    assert county["zh"].strengths == ()


def test_the_whole_leaves_nothing_out_and_a_part_all_but_places_outside():
    plan = make_plan(make_indicator())
    outside = {one.code for one in plan.jurisdictions} - {CITY, *COUNTIES}

    assert plan.left_to_others(CITY) == frozenset()
    assert plan.left_to_others(COUNTIES[0]) == {CITY, *COUNTIES[1:]}
    assert not outside & plan.left_to_others(COUNTIES[0])


def test_a_division_of_a_division_is_left_out_too():
    deep = Jurisdiction(code="440999", name="镇", name_en="Town", parent=COUNTIES[1])
    plan = make_plan(make_indicator())
    plan = plan.model_copy(update={"jurisdictions": (*plan.jurisdictions, deep)})

    assert "440999" in plan.left_to_others(COUNTIES[0])
    assert COUNTIES[1] in plan.left_to_others("440999")
