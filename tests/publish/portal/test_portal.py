"""The page that leads to all reports: what it reads, how it is arranged, what it says."""

import hashlib
import json
import re
import shutil
from dataclasses import replace

import pytest

from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.portal import build_portal
from evaluation_lib.publish.portal.cards import read_cards
from evaluation_lib.publish.portal.views import arrange_views, change_of, earlier_cards, moved
from evaluation_lib.publish.running.journal import Journal
from evaluation_lib.publish.running.news import Progress, State
from evaluation_lib.publish.running.run import run_reports
from tests.publish.projects import SHOW, make_job, make_project
from tests.report.builders import make_indicator_fact, make_report

BETTER = {"one": "ahead", "two": "well_behind"}


def put(output, folder, verdicts, **changes):
    """Write a report into `folder` with a verdict for each indicator; the second is binding."""
    facts = [
        make_indicator_fact(
            number=number,
            id=key,
            short_name=f"指标{key}",
            verdict=verdict,
            nature="binding" if number == 2 else "anticipatory",
        )
        for number, (key, verdict) in enumerate(verdicts.items(), start=1)
    ]
    report = make_report(*facts, **changes)
    place = output / folder
    place.mkdir(parents=True)
    text = json.dumps(report.to_json(), ensure_ascii=False)
    (place / "result.json").write_text(text, encoding="utf-8")
    (place / "report.html").write_text("<p>", encoding="utf-8")
    outputs = {"result.json": hashlib.sha256(text.encode()).hexdigest()}
    (place / "manifest.json").write_text(json.dumps({"outputs": outputs}), encoding="utf-8")


@pytest.fixture
def output(tmp_path):
    """Return a folder with a city, a county, and the city's report of an earlier day."""
    put(tmp_path, "job/440800/zh", BETTER, job="job")
    county = {"job": "job", "jurisdiction": "440802", "jurisdiction_name": "赤坎区"}
    put(tmp_path, "job/440802/zh", {"one": "on_schedule", "two": "not_assessable"}, **county)
    before = {"one": "slightly_behind", "two": "slightly_behind"}
    put(tmp_path, "history/job/440800/zh/2023-07-31", before, job="job", as_of="2023-07-31")
    return tmp_path


def test_every_report_has_a_card_and_what_is_no_report_is_passed_over(output):
    (output / "job/440803/zh").mkdir(parents=True)
    (output / "job/440803/zh/manifest.json").write_text("{", encoding="utf-8")

    cards = read_cards(output)

    assert [(one.jurisdiction, one.is_current) for one in cards] == [
        ("440800", True),
        ("440802", True),
        ("440800", False),
    ]
    assert (cards[0].reached, cards[0].assessable, cards[0].binding_kept) == (1, 2, 0)


def test_a_result_is_read_again_only_when_its_hash_is_another(output):
    read_cards(output)
    path = output / "job/440800/zh/result.json"
    path.write_text("{}", encoding="utf-8")

    assert [one.place for one in read_cards(output)][:1] == ["湛江市"]
    manifest = path.with_name("manifest.json")
    manifest.write_text(json.dumps({"outputs": {"result.json": "new"}}), encoding="utf-8")
    assert [one.place for one in read_cards(output)] == ["赤坎区", "湛江市"]


def test_binding_indicators_stand_first_and_changes_are_those_since_the_report_before(output):
    cards = read_cards(output)

    (view,) = arrange_views(cards, "zh", {}, earlier_cards(cards))

    assert [one.indicator for one in view.indicators] == ["two", "one"]
    assert [[one.change for one in row] for row in view.cells] == [[-1, 0], [1, 0]]
    assert view.cells[1][0].href == "job/440800/zh/report.html#indicator-one"
    assert moved(cards[0], cards[2]) == (1, 1)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("slightly_behind", "ahead", 1, id="better"),
        pytest.param("met", "not_met", -1, id="worse"),
        pytest.param("on_schedule", "met", 0, id="another word for the same"),
        pytest.param("not_assessable", "ahead", 0, id="not judged before"),
    ],
)
def test_a_change_is_one_between_judgements(old, new, expected):
    assert change_of(old, new) == expected


def test_a_place_without_its_report_is_said_with_the_reason(output):
    journal = Journal(output / ".state")
    lost = Edition("job", None, "440803", "zh", output)
    reason = "cell 'evaluate': 缺少汇总表。"
    journal.enter(Progress(lost, State.FAILED, reason=reason), "")
    build_portal(output)

    page = (output / "index.html").read_text(encoding="utf-8")

    assert "440803的报告未生成：cell &#39;evaluate&#39;: 缺少汇总表。" in page
    assert page.count(">未生成</td>") == 2
    assert "2<span>/3</span>" in page


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh", "麻章区的报告未生成："), ("en", "No report for Mazhang: ")],
)
def test_a_place_that_never_had_a_report_is_called_by_its_name(tmp_path, language, told):
    fails = f"assert jurisdiction != '440811'\n{SHOW}"
    jobs = make_project(tmp_path, fails, job=make_job(jurisdictions=["440802", "440811"]))
    output = tmp_path / "reports"
    run_reports(editions(jobs), output)
    shutil.rmtree(output / "job/440802")
    put(output, "job/440802/zh", BETTER, job="job", jurisdiction="440802")

    page = build_portal(output, language=language).read_text(encoding="utf-8")

    assert re.search(f"{told}.*AssertionError[.。]", page)
    assert "440811" not in re.sub(r"<[^>]*>", "", page)


def test_the_page_is_one_file_marks_invented_data_and_is_the_same_each_time(output):
    first = build_portal(output).read_text(encoding="utf-8")
    second = build_portal(output).read_text(encoding="utf-8")

    assert first == second
    assert "演示数据" in first
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", first)


def test_a_report_with_a_past_leads_to_a_page_of_what_changed(output):
    page = build_portal(output).read_text(encoding="utf-8")

    (link,) = re.findall(r'href="([^"]*changes\.html)"', page)
    told = re.sub(r"<[^>]+>", "", (output / link).read_text(encoding="utf-8"))
    assert "略有滞后" in told
    assert "1项好转，1项转差" in told


def test_names_that_look_like_markup_stay_text(tmp_path):
    put(tmp_path, "job/440800/zh", BETTER, job="job", jurisdiction_name="<b>市</b>")

    page = build_portal(tmp_path).read_text(encoding="utf-8")

    assert "<b>市</b>" not in page
    assert "&lt;b&gt;市&lt;/b&gt;" in page


def test_the_english_page_takes_english_reports_where_there_are_some(output):
    put(output, "job/440800/en", BETTER, job="job", language="en", jurisdiction_name="Zhanjiang")

    page = build_portal(output, language="en").read_text(encoding="utf-8")

    assert "Zhanjiang</a></th>" in page
    assert ">湛江市</a></th>" not in page
    assert "Well behind" in page


def test_many_places_become_rows_whose_letters_tell_every_verdict(output):
    (first, *_), many = read_cards(output), []
    for number in range(20):
        code = str(450000 + number)
        many.append(replace(first, jurisdiction=code, place=f"县{number}", folder=f"job/{code}/zh"))

    (view,) = arrange_views(many, "zh", {}, {})

    assert view.is_turned
    assert view.verdicts == ("well_behind", "ahead")
    assert view.packed[0] == ("ab", "..")


def test_a_folder_without_reports_says_so(tmp_path):
    assert "还没有报告。" in build_portal(tmp_path).read_text(encoding="utf-8")
