import json
import re

import pytest

from evaluation_lib.report import sections
from evaluation_lib.report.blocks import Paragraph, Table, text_of
from evaluation_lib.report.explaining import explain
from evaluation_lib.report.linking import linked
from evaluation_lib.report.model import BaselineFact, ForecastFact, LatestFact, TargetFact
from evaluation_lib.report.model_origin import Explanation
from tests.report.builders import (
    make_forecast,
    make_indicator_fact,
    make_observation,
    make_report,
)
from tests.report.report_cases import make_blank_fact, make_sum_fact, make_yearly_fact
from tests.report.section_cases import ODD_REPORTS, of_type


def explained(fact, **changes):
    return explain(make_report(fact, **changes), fact.id)


def step(fact, key, **changes):
    found = explained(fact, **changes).step(key)
    assert found is not None
    return found


def test_an_observation_names_source_place_day_grade_and_words():
    fact = make_indicator_fact(observations=(make_observation(2021, 35.0, raw="３５万户"),))

    (seen,) = [one for one in explained(fact).steps if one.observation]

    assert (seen.note, seen.label, seen.value) == ("1.2021", "2021年观测值", "35.00万户")
    assert seen.how == ("部门填报表；位置Sheet1!C7；2022-02-20发布；证据B级；原文“３５万户”")


def test_an_invented_observation_says_so_once():
    told = make_observation(2021, 35.0, status="synthetic", source_title="演示数据：汇总表")
    silent = make_observation(2022, 36.0, status="synthetic")

    first, second = [
        one.how
        for one in explained(make_indicator_fact(observations=(told, silent))).steps
        if one.observation
    ]

    assert first.count("演示数据") == 1
    assert second.count("演示数据") == 1


def test_an_observation_without_a_day_of_publication_says_so():
    fact = make_indicator_fact(observations=(make_observation(2021, 35.0, published_on=""),))

    (seen,) = [one.how for one in explained(fact).steps if one.observation]

    assert "发布日期不详" in seen


def test_baseline_and_target_stand_in_a_line_of_the_plan():
    fact = make_indicator_fact()

    assert step(fact, "baseline").value == "32万户"
    assert "第57行" in step(fact, "baseline").how
    assert step(fact, "target").value == "48万户"
    assert "征求意见稿" in step(fact, "target").how


def test_the_latest_value_leads_to_its_observation():
    fact = make_indicator_fact()

    assert step(fact, "latest").how == "即2023年的观测值（注1.2023）"
    assert "1.2023" in [one.note for one in explained(fact).steps]


def test_a_stale_value_says_of_which_year_a_newer_one_would_be():
    old = LatestFact(**make_observation(2022, 38.0).model_dump(), stale=True)

    assert "早于评价年度2023年" in step(make_indicator_fact(latest=old), "latest").how


def test_the_share_is_explained_by_the_sum_the_report_prints():
    assert step(make_indicator_fact(), "progress").how == "(40 − 32) ÷ (48 − 32) = 50.0%"


def test_every_year_of_a_yearly_target_is_compared():
    fact = make_yearly_fact(
        3.72, 3.51, arithmetic=(("2021年", "3.72 ≥ 3.67，达标"), ("2022年", "3.51 < 3.67，未达标"))
    )

    assert step(fact, "progress").how == "2021年：3.72 ≥ 3.67，达标；2022年：3.51 < 3.67，未达标"


def test_the_median_comes_with_its_model_and_every_interval():
    told = step(make_indicator_fact(), "median").how

    assert told.startswith("汇总序列模型，依据4个年度观测值")
    assert "80%区间38.00至46.00" in told


def test_a_sum_behind_the_median_is_shown():
    forecast = ForecastFact(**(make_forecast().model_dump() | {"arithmetic": "末值40 + 2 = 42"}))

    assert step(make_indicator_fact(forecast=forecast), "median").how.endswith("；末值40 + 2 = 42")


def test_what_has_been_observed_is_no_forecast():
    fact = make_yearly_fact(3.72, 3.51)

    assert step(fact, "probability").how == "已观测，不是预测"


def test_a_stricter_verdict_says_why():
    fact = make_indicator_fact(nature="binding", status="on_schedule", verdict="well_behind")

    assert "约束性指标从严" in step(fact, "verdict").how


def test_what_is_not_assessable_says_its_reason_and_prints_no_number():
    fact = make_blank_fact()

    assert step(fact, "verdict").how == "规划目标未定。"
    assert [one.value for one in explained(fact).steps] == ["—", "—", "—", "无法评价"]


def test_an_english_explanation_holds_no_chinese_of_ours():
    fact = make_indicator_fact(
        short_name="Entities", unit="entities", observations=(), arithmetic=(("Share done", "1"),)
    )

    steps = explained(fact, language="en").steps

    own = "".join(one.label + one.how.split(";")[0] for one in steps if one.key != "latest")
    assert not re.search(r"[\u4e00-\u9fff]", own)


def test_the_same_item_has_the_same_number_in_every_indicator():
    notes = {
        one.key: one.note.partition(".")[2]
        for fact in (make_indicator_fact(), make_sum_fact(0.5), make_blank_fact())
        for one in explained(fact).steps
        if not one.observation
    }

    assert notes["baseline"] == "1"
    assert notes["verdict"] == "10"


def test_an_explanation_reads_back_from_json():
    told = explained(make_indicator_fact())

    assert Explanation.model_validate(json.loads(told.model_dump_json())) == told


def test_numbers_of_a_sentence_lead_to_their_origin_and_notes_follow_it():
    fact = make_indicator_fact()

    runs = linked(make_report(fact), fact, ("达40.00万户，目标48万户。", "共3项。"))

    assert text_of(runs) == "达40.00万户，目标48万户。1.2 1.3共3项。"
    assert [(one.text, one.href) for one in runs if one.href and not one.note] == [
        ("40.00万户", "#origin-indicator-1-latest"),
        ("48万户", "#origin-indicator-1-target"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("概率为10.30。", id="more digits before"),
        pytest.param("概率为0.305。", id="more digits after"),
        pytest.param("概率为0.30,000。", id="grouped digits after"),
    ],
)
def test_part_of_another_number_leads_nowhere(sentence):
    fact = make_indicator_fact()

    assert not any(one.href for one in linked(make_report(fact), fact, (sentence,)))


def test_the_annex_has_a_row_for_each_number_and_paragraphs_lead_to_it():
    report = ODD_REPORTS["every kind"]()

    (table,) = of_type(sections.origins(report), Table)
    shown = of_type(sections.anticipatory_indicators(report), Paragraph)

    assert len(table.rows) == sum(len(explain(report, one.id).steps) for one in report.indicators)
    links = {span.href for one in shown for span in one.spans if span.href}
    assert links
    assert links <= {f"#{row.key}" for row in table.rows}


def test_a_blank_baseline_and_a_range_have_words():
    fact = make_indicator_fact(
        baseline=BaselineFact(year=2020, value=None),
        target=TargetFact(year=2025, comparison="range", value=3.0, high=5.0),
    )

    assert step(fact, "baseline").how == "规划未列基期值"
    assert step(fact, "target").value == "3—5万户"


def test_a_target_not_broken_down_to_a_place_is_not_called_open():
    fact = make_blank_fact(no_target="not_broken_down")

    assert step(fact, "target").how == "规划目标未分解到该行政区"
