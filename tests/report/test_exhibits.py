from datetime import date

import pytest

from evaluation_lib.errors import AuthoredError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.inquiry import Setting, View
from evaluation_lib.report import sections
from evaluation_lib.report.authored import Authored, read_authored
from evaluation_lib.report.authored.exhibits import Exhibit, write_exhibit
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.wording.exhibits import EXHIBITS
from evaluation_lib.report.words_of_blocks import told
from tests.builders import CITY, COUNTIES, make_indicator, make_plan, make_yearly
from tests.report.test_wording import CHINESE, places

RISING = {2019: 80.0, 2020: 100.0, 2021: 120.0, 2022: 140.0}
WHAT_IF = Setting(indicator="stock", assume=("2023=185",), rivals=("naive",))


def exhibit(setting=WHAT_IF, **changes):
    fields = {"name": "catch-up", "saved_as_of": date(2023, 6, 30), "setting": setting}
    return Exhibit(**{**fields, **changes})


def reported(*exhibits, language="zh", values=RISING, as_of=date(2023, 6, 30), **rows):
    found = evaluate(make_plan(make_indicator()), make_yearly(values, **rows), CITY, as_of)
    return build_report(found, {}, language=language, authored=Authored(exhibits=exhibits))


def cells(table):
    return {row[0]: row[1:] for row in table.rows}


def test_an_exhibit_that_was_sent_is_read_back(tmp_path):
    path = write_exhibit(exhibit(note="若提速"), tmp_path)

    assert path == tmp_path / "exhibits" / "catch-up.json"
    assert read_authored(str(tmp_path)).exhibits == (exhibit(note="若提速"),)
    assert [one.name for one in path.parent.iterdir()] == ["catch-up.json"]


def test_every_fault_of_every_exhibit_is_told_with_file_and_field(tmp_path):
    folder = tmp_path / "exhibits"
    folder.mkdir()
    (folder / "a.json").write_text('{"name": "b", "saved_as_of": "2023-06-30", '
                                   '"setting": {"indicator": "stock"}}')  # fmt: skip
    (folder / "c.json").write_text('{"name": "c", "setting": {"view": "pie", "indicator": "x"}}')
    (folder / "d.json").write_text("no json")

    with pytest.raises(AuthoredError) as error:
        read_authored(str(tmp_path))

    lines = str(error.value).splitlines()
    assert len(lines) == 4
    assert "exhibits/a.json: found name 'b'" in lines[0]
    assert any("saved_as_of: field required" in line for line in lines)
    assert any("setting.view" in line and "'trajectory'" in line and "'pie'" in line
               for line in lines)  # fmt: skip
    assert lines[3].startswith("exhibits/d.json: ")


def test_the_report_computes_an_exhibit_again_beside_its_own_verdict():
    (fact,) = reported(exhibit()).exhibits

    compared = cells(fact.tables[0])
    assert compared["评价结论"] == ("基本符合预期", "快于预期")
    assert compared["剩余年均所需"] == ("+20.0项", "+7.5项")
    assert fact.fact.required_pace == 7.5
    assert cells(fact.tables[1])["朴素法（末值不变）"][0] == "185项"
    assert fact.label == "情景假设，不改变评价结论"


def test_no_verdict_of_the_report_is_changed_by_an_exhibit():
    with_one, without = reported(exhibit()), reported()

    assert with_one.indicators == without.indicators
    assert with_one.counts == without.counts


def test_later_data_give_later_numbers_and_the_saved_day_is_told():
    later = {**RISING, 2023: 150.0}
    saved = exhibit(Setting(indicator="stock", assume=("2024=190",)))

    report = reported(saved, values=later, as_of=date(2024, 6, 30))

    (fact,) = report.exhibits
    words = "\n".join(told(sections.exhibits(report)))
    assert cells(fact.tables[0])["剩余年均所需"] == ("+25.0项", "+10.0项")
    assert "保存时的数据截至2023-06-30" in words


@pytest.mark.parametrize(
    ("language", "reason"),
    [("zh", "2023年已有观测值"), ("en", "2023 has been observed")],
)
def test_what_has_been_observed_since_can_no_longer_be_assumed(language, reason):
    later = {**RISING, 2023: 150.0}

    report = reported(exhibit(), language=language, values=later, as_of=date(2024, 6, 30))

    assert reason in report.exhibits[0].reason
    assert reason in "\n".join(told(sections.exhibits(report)))


def test_what_the_plan_does_not_have_is_told_and_the_report_goes_on():
    report = reported(exhibit(Setting(indicator="gone")), exhibit(name="other"))

    assert [bool(one.reason) for one in report.exhibits] == [True, False]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("view", list(View))
def test_every_view_has_a_title_a_label_its_settings_and_its_data(view, language):
    setting = Setting(indicator="stock", view=view)

    report = reported(exhibit(setting), language=language, values={**RISING, 2018: 70.0})

    (fact,) = report.exhibits
    words = "\n".join(told(sections.exhibits(report)))
    assert fact.title in words
    assert fact.label in words
    assert "2023-06-30" in words
    assert all(len(row) == len(table.columns) for table in fact.tables for row in table.rows)
    assert language == "zh" or not CHINESE.search(words.replace("某", ""))


def test_a_county_of_the_city_can_be_shown_in_the_citys_report():
    setting = Setting(indicator="stock", jurisdiction=COUNTIES[0])

    report = reported(exhibit(setting), jurisdiction=COUNTIES[0])

    assert report.exhibits[0].jurisdiction == COUNTIES[0]
    assert report.exhibits[0].fact.target is None


def test_without_exhibits_there_is_no_annex():
    assert sections.exhibits(reported()) == ()


@pytest.mark.parametrize("key", sorted(EXHIBITS))
def test_both_languages_leave_the_same_places_to_fill(key):
    text = EXHIBITS[key]

    assert places(text.zh) == places(text.en)
    assert not CHINESE.search(text.en)
