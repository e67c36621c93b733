import json
import math
import re
from datetime import date
from pathlib import Path

import pytest

from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan import read_plan
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.model import Report
from tests.builders import CITY, make_indicator, make_plan, make_rows, make_yearly

DATA = Path(__file__).parents[2] / "data"
JOBS = {
    "midterm-demo": ("demonstration", "2023-07-31", "midterm"),
    "final-demo": ("demonstration", "2026-06-30", "final"),
    "final-published": ("published", "2026-06-30", "final"),
}


def report_of(job, language="zh"):
    folder, as_of, product = JOBS[job]
    plan = read_plan(DATA / "plans/zhanjiang-2021-2025")
    table, sources = read_observations(DATA / "observations" / folder)
    found = evaluate(plan, table, CITY, date.fromisoformat(as_of), product=product)
    return build_report(found, sources, language=language, job=job)


@pytest.fixture(scope="module", params=[(job, lang) for job in JOBS for lang in ("zh", "en")])
def report(request):
    return report_of(*request.param)


def small_report(rows, *indicators, as_of="2023-06-01", product="midterm", language="zh"):
    found = evaluate(make_plan(*indicators), rows, CITY, date.fromisoformat(as_of), product=product)
    return build_report(found, {}, language=language)


def numbers_in(value):
    if isinstance(value, dict):
        for one in value.values():
            yield from numbers_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from numbers_in(one)
    elif isinstance(value, float):
        yield value


def sentences(report):
    yield report.overall.headline
    yield from report.overall.sentences
    yield from report.limitations
    for one in report.indicators:
        yield one.headline
        yield from one.analysis
        yield from (sum_ for _, sum_ in one.arithmetic)
    yield from (one.text for one in report.findings)


def test_the_result_reads_back_as_itself(report):
    text = json.dumps(report.to_json(), ensure_ascii=False)

    assert Report.model_validate(json.loads(text)) == report


def test_no_infinity_nor_not_a_number_reaches_the_result(report):
    assert all(math.isfinite(number) for number in numbers_in(report.to_json()))


def test_no_sentence_holds_a_word_of_the_machine(report):
    for sentence in sentences(report):
        assert sentence
        assert not re.search(r"None|nan|inf\b|\{|\}|e[-+]\d\d", sentence), sentence


def test_an_english_report_has_no_chinese_but_names_and_quotes(report):
    if report.language != "en":
        pytest.skip("a Chinese report")
    for sentence in sentences(report):
        without_sources = re.sub(r"source: .*", "", sentence)
        assert not re.search(r"[\u4e00-\u9fff]", without_sources), sentence


def test_the_counts_of_the_plan_are_those_of_its_rows(report):
    counts = report.counts

    assert (counts.total, counts.binding, counts.pending, counts.binding_pending) == (19, 5, 4, 2)
    assert counts.assessable == sum(one.verdict != "not_assessable" for one in report.indicators)
    assert sum(counts.by_verdict.values()) == counts.total


def test_what_is_not_assessable_says_why_and_what_would_help(report):
    for one in report.indicators:
        assert (one.verdict == "not_assessable") == (one.reason is not None)
        if one.reason is not None:
            assert any(one.reason in sentence for sentence in one.analysis)


def test_keys_of_the_contract_are_there_by_name():
    shown = report_of("midterm-demo").to_json()

    assert set(shown) >= {
        "job", "plan", "as_of", "jurisdiction", "demonstration", "counts", "indicators",
    }  # fmt: skip
    assert set(shown["indicators"][0]) >= {
        "id", "number", "name", "nature", "kind", "unit", "baseline", "target", "latest",
        "progress", "time_share", "required_pace", "forecast", "methods", "status", "outlook",
        "verdict", "reason",
    }  # fmt: skip
    assert set(shown["indicators"][0]["forecast"]) >= {
        "period", "median", "intervals", "probability",
    }  # fmt: skip
    assert set(shown["indicators"][0]["methods"]["elapsed_share"]) >= {"value", "class", "reason"}
    assert set(shown["indicators"][0]["latest"]) >= {
        "period", "value", "comparator", "evidence", "source", "stale",
    }  # fmt: skip


def test_every_number_names_its_source():
    report = report_of("midterm-demo")
    known = {one.id for one in report.sources}

    for one in report.indicators:
        for observed in (*one.observations, *one.parts):
            assert observed.source in known
            assert observed.source_title != observed.source


def test_one_made_up_value_makes_the_whole_report_a_demonstration():
    rows = make_rows({"value": 120.0}, {"period": "2022", "value": 130.0, "status": "synthetic"})

    report = small_report(rows.assign(published_on="2023-01-31"))

    assert report.demonstration
    assert "演示数据" in report.limitations[0]
    assert not small_report(make_yearly({2021: 120})).demonstration


@pytest.mark.parametrize(
    ("indicator", "values", "headline"),
    [
        pytest.param(
            {}, {2021: 110, 2022: 135},
            "stock为135项，完成率35.0%，低于时序进度5.0个百分点；2025年达到200项", id="behind",
        ),
        pytest.param({}, {2022: 140}, "stock达140项，完成率40.0%，与时序进度持平", id="level"),
        pytest.param({}, {2022: 205}, "stock达205项，已提前达到2025年目标200项", id="early"),
        pytest.param(
            {"kind": "annual_flow", "comparison": ">=", "target": 100.0}, {2021: 90, 2022: 110},
            "2021年stock90项，低于要求10项，未达标；2022年恢复到110项，但未达标记录保留",
            id="breached and recovered",
        ),
        pytest.param(
            {"kind": "annual_flow", "comparison": ">=", "target": 100.0}, {2021: 104, 2022: 110},
            "stock2021—2022年逐年达标，最低为2021年104项，高于要求4项", id="all met",
        ),
        pytest.param(
            {"kind": "cumulative", "target": 10.0}, {2021: 3, 2022: 2},
            "2021—2022年累计5项，完成率50.0%，高于时序进度10.0个百分点", id="cumulative",
        ),
        pytest.param(
            {"target": None, "comparison": None}, {2021: 7, 2022: 5},
            "stock目标未定；2022年为5项，较2021年下降2项", id="no target",
        ),
        pytest.param(
            {"target": None, "comparison": None, "baseline": None}, {},
            "stock目标未定且无可用数据", id="nothing at all",
        ),
        pytest.param(
            {}, {}, "stock无法评价：2021—2022年没有可用的已公布或已报送数据", id="no data",
        ),
    ],
)  # fmt: skip
def test_a_headline_states_value_schedule_and_difference(indicator, values, headline):
    rows = make_yearly(values) if values else make_yearly({2021: 1}, jurisdiction="440802")

    (fact,) = small_report(rows, make_indicator(**indicator)).indicators

    assert fact.headline.startswith(headline)


def test_a_ratio_just_below_a_cut_off_is_not_printed_as_if_it_reached_it():
    rows = make_yearly({2022: 143.8})

    (fact,) = small_report(rows, make_indicator(decimals=1)).indicators

    assert ("进展状态", "43.8% ÷ 40.0% = 1.095，属1.00—1.10：基本符合预期") in fact.arithmetic


def test_empty_groups_are_left_out_of_sentences():
    report = small_report(make_yearly({2022: 150}))

    assert not any("0项" in sentence for sentence in report.overall.sentences[:1])
    assert report.overall.headline == "可评价的1项指标全部达到或快于时序进度"


def test_an_indicator_that_fell_below_its_baseline_shows_its_ratio_with_a_minus_sign():
    report = small_report(make_yearly({2021: 35.0, 2022: 38.0}), language="en")

    shown = dict(report.indicators[0].arithmetic)

    assert any("= −1.55," in line for line in shown.values())
