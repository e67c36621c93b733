"""How the prose changes with the case: evidence, pace, outlook, and what is told only once."""

from datetime import date

import pytest

from evaluation_lib.evaluation import evaluate
from evaluation_lib.report import sections
from evaluation_lib.report.blocks import Paragraph, text_of
from evaluation_lib.report.facts import build_report
from tests.builders import CITY, make_indicator, make_plan, make_rows
from tests.report.section_cases import of_type


def report_of(values, *, evidence="B", language="zh", **changes):
    rows = make_rows(
        *({"period": str(year), "value": value} for year, value in values.items()),
        evidence=evidence,
        published_on="2023-04-01",
    )
    plan = make_plan(make_indicator(**changes))
    return build_report(evaluate(plan, rows, CITY, date(2023, 7, 1)), {}, language=language)


def prose(values, **changes):
    report = report_of(values, **changes)
    joint = "" if report.language == "zh" else " "
    return joint.join(report.indicators[0].analysis)


SLOW = {2020: 100.0, 2021: 110.0, 2022: 120.0}
FAST = {2020: 100.0, 2021: 140.0, 2022: 185.0}


def test_a_verdict_brings_the_grade_it_rests_on_in_one_sentence():
    told = prose(SLOW, evidence="A")

    assert told.startswith("评价结论：明显滞后，依据A级证据（官方统计、公报、证书）。")
    assert told.count("级证据") == 1


@pytest.mark.parametrize("grade", ["C", "D", "E"])
def test_a_verdict_that_only_reports_carry_says_so_first_and_once(grade):
    told = prose(SLOW, evidence=grade)

    assert told.startswith("据填报或转载，评价结论：明显滞后（")
    assert f"。仅有{grade}级证据，尚未核实。" in told
    assert told.count("据填报") == told.count("级证据") == 1


def test_a_pace_never_seen_is_set_against_the_best_year():
    told = prose(SLOW)

    assert "其余3年每年需增26.7项，而历年最大增量为10项。所需增量是历年最大增量的2.7倍" in told


def test_a_pace_that_was_reached_before_says_so():
    told = prose(FAST)

    assert "其余3年每年需增5项，历年最大增量为45项，曾经做到。" in told
    assert "从未" not in told


def test_a_median_short_of_the_target_names_the_distance():
    assert "预测中位数" in prose(SLOW)
    assert "距目标200项差" in prose(SLOW)


def test_a_median_past_the_target_reaches_it():
    told = prose(FAST)

    assert "可达目标200项" in told
    assert "距目标" not in told


def test_a_falling_target_speaks_of_falls():
    shape = {"direction": "lower", "comparison": "<=", "baseline": 100.0, "target": 50.0}

    fast = prose({2020: 100.0, 2021: 70.0, 2022: 51.5}, **shape)
    slow = prose({2020: 100.0, 2021: 98.0, 2022: 95.0}, **shape)

    assert "每年需降0.5项，历年最大降幅为30项，曾经做到。" in fast
    assert "每年需降15项，而历年最大降幅为3项。所需降幅是历年最大降幅的5.0倍" in slow


def test_the_same_holds_in_english():
    short, past = prose(SLOW, language="en"), prose(FAST, language="en")

    assert "short of the target of 200 items" in short
    assert "reaches the target of 200 items" in past
    assert "no more than the best year, which brought 45 items" in past


def test_a_reason_against_a_forecast_is_told_once():
    kept = {"kind": "maintain", "baseline": 100.0, "target": 100.0}
    report = report_of({2020: 100.0, 2021: 100.0, 2022: 100.0}, **kept)
    (fact,) = report.indicators

    (paragraph, *_) = of_type(sections.anticipatory_indicators(report), Paragraph)

    assert fact.forecast_reason
    assert text_of(paragraph.spans).count(fact.forecast_reason) == 1


def test_indicators_that_are_open_for_one_reason_are_counted_once():
    open_ = make_indicator("open", number=2, target=None, comparison=None)
    plan = make_plan(make_indicator(), open_)
    rows = make_rows({"period": "2022", "value": 120.0}, published_on="2023-04-01")

    report = build_report(evaluate(plan, rows, CITY, date(2023, 7, 1)), {})

    assert "另有1项目标未定，无法评价。" in report.overall.sentences


def test_indicators_that_are_open_for_several_reasons_are_counted_by_reason():
    open_ = make_indicator("open", number=2, target=None, comparison=None)
    silent = make_indicator("silent", number=3)
    plan = make_plan(make_indicator(), open_, silent)
    rows = make_rows({"period": "2022", "value": 120.0}, published_on="2023-04-01")

    report = build_report(evaluate(plan, rows, CITY, date(2023, 7, 1)), {})

    assert "另有2项无法评价：1项目标未定，1项缺少可用数据。" in report.overall.sentences
