"""What two results tell without their ground, and how it reads."""

import json

import pytest

from evaluation_lib.errors import ReportError
from evaluation_lib.publish.choices import DiffFormat
from evaluation_lib.publish.difference import read_difference
from evaluation_lib.report import sections
from evaluation_lib.report.changes import compare_reports
from evaluation_lib.report.model_authored import PassageFact, QuoteFact
from evaluation_lib.report.reading import read_report
from evaluation_lib.report.words_of_blocks import told
from tests.report.builders import make_indicator_fact, make_observation, make_report


def stand(verdict="slightly_behind", **changes):
    return make_report(make_indicator_fact(verdict=verdict, **changes))


def write(folder, report):
    folder.mkdir()
    path = folder / "result.json"
    path.write_text(json.dumps(report.to_json(), ensure_ascii=False), encoding="utf-8")
    return folder


def test_reports_of_two_places_are_not_compared():
    other = make_report(jurisdiction="440802")

    with pytest.raises(ReportError, match="same jurisdiction: the older one is of 440802"):
        compare_reports(other, make_report())


def test_a_year_that_replaces_its_months_restates_nothing():
    months = make_observation(2024, 41.0, period="2024-01/2024-06")
    whole = make_observation(2024, 43.0)

    found = compare_reports(
        stand(parts=(months,)),
        stand(observations=(*make_indicator_fact().observations, whole)),
    )

    assert [(one.period, one.cause) for one in found.values] == [("2024", "new_period")]


def test_a_value_no_longer_used_is_told_as_such():
    kept = make_indicator_fact().observations[1:]

    found = compare_reports(stand(), stand(observations=kept))
    text = told(sections.changes(make_report(changes=found)))

    assert [(one.period, one.new) for one in found.values] == [("2021", None)]
    assert "不再采用" in text


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        pytest.param("well_behind", "ahead", "1项好转，0项转差", id="better"),
        pytest.param("met", "not_met", "0项好转，1项转差", id="worse"),
        pytest.param("not_assessable", "ahead", "由无法评价变为可评价", id="neither"),
    ],
)
def test_the_headline_says_which_way_verdicts_went(before, after, sentence):
    found = compare_reports(stand(before), stand(after))

    assert sentence in " ".join(told(sections.changes(make_report(changes=found))))


def test_the_english_annex_holds_no_chinese_of_its_own():
    old = make_report(make_indicator_fact(name="A", short_name="A", unit="items"), language="en")
    new = make_report(
        make_indicator_fact(name="A", short_name="A", unit="items", verdict="ahead"),
        language="en",
        cut_offs={"ahead": 1.2},
        product="final",
    )

    text = told(sections.changes(new.model_copy(update={"changes": compare_reports(old, new)})))

    # Titles and versions of plan and report are data of the fixture.
    own = [one for one in text if "湛江" not in one]
    assert not [one for one in own if any("\u4e00" <= letter <= "\u9fff" for letter in one)]


def test_every_format_tells_the_same_change(tmp_path):
    old = write(tmp_path / "old", stand("slightly_behind"))
    new = write(tmp_path / "new", stand("ahead"))

    difference = read_difference(old, new, None)
    page, text, values = (
        difference.told(form) for form in (DiffFormat.HTML, DiffFormat.MARKDOWN, DiffFormat.JSON)
    )

    assert "略有滞后" in page
    assert "快于预期" in page
    assert "略有滞后 | 快于预期" in text
    assert "演示数据" in text
    assert json.loads(values)["indicators"][0]["new_verdict"] == "ahead"


def test_the_html_of_a_difference_is_one_page_without_scripts(tmp_path):
    old, new = write(tmp_path / "old", stand()), write(tmp_path / "new", stand("ahead"))

    page = read_difference(old, new, None).told(DiffFormat.HTML)

    assert page.count("<html") == 1
    assert "<script" not in page


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "no such report; name a report's folder", id="missing"),
        pytest.param("{", "cannot be read as JSON", id="broken"),
        pytest.param('{"job": 1}', "is no report of this version", id="foreign"),
    ],
)
def test_a_file_that_is_no_report_is_one_message(tmp_path, content, message):
    if content is not None:
        (tmp_path / "result.json").write_text(content, encoding="utf-8")

    with pytest.raises(ReportError, match=message):
        read_report(tmp_path)


def test_the_first_page_says_in_one_line_what_moved():
    old, new = stand("slightly_behind"), stand("ahead", number=1)
    second = make_indicator_fact(number=2)
    found = compare_reports(
        make_report(old.indicators[0], second), make_report(*new.indicators, second)
    )

    text = told(sections.overview(make_report(*new.indicators, second, changes=found)))

    assert "与截至2024年3月31日的报告相比：1项指标评价结论改变：1项好转，0项转差。" in text


def test_a_text_of_the_evaluators_that_changed_is_named():
    first = PassageFact(name="causes", file="narrative/zh/causes.md", text="短板在基层。")
    edited = first.model_copy(update={"text": "短板在队伍。"})

    found = compare_reports(make_report(narrative=(first,)), make_report(narrative=(edited,)))

    assert found.narrative == ("narrative/zh/causes.md",)


def test_a_figure_that_changed_under_a_text_is_no_change_of_the_text():
    quoted = QuoteFact(name="stock.latest", line=1, text="40项", accepted=None)
    before = PassageFact(name="causes", file="a.md", text="已达40项，40项中", quotes=(quoted,))
    after = before.model_copy(
        update={
            "text": "已达43项，40项中",
            "quotes": (quoted.model_copy(update={"text": "43项"}),),
        }
    )

    found = compare_reports(make_report(narrative=(before,)), make_report(narrative=(after,)))

    assert found.narrative == ()
