"""A comparison of counties says who leads, what sums, and honestly where no target is theirs."""

import re

import pytest

from evaluation_lib.report import sections
from evaluation_lib.report.charts.small_multiples import small_multiples
from evaluation_lib.report.words_of_blocks import told
from tests.report.builders import make_indicator_fact, make_report
from tests.report.division_cases import make_divided, make_division, make_goal, make_value

NORTH = make_division("北县", {2021: 55.0, 2022: 60.0}, rank=1, change=5.0, growth=5 / 55)
SOUTH = make_division("南县", {2021: 35.0, 2022: 40.0}, rank=2, change=5.0, growth=5 / 35)
SILENT = make_division("西县", {})


def report_of(*divisions, **changes):
    fact = make_indicator_fact()
    return make_report(fact, divisions=(make_divided(*divisions, **changes),))


def chart_of(report):
    return small_multiples(report, report.indicators[0], report.divisions[0])


def words_of(section, report):
    return "\n".join(told(section(report)))


def test_the_chart_names_the_first_and_the_last():
    chart = chart_of(report_of(NORTH, SOUTH, SILENT))

    assert chart.title == "2022年北县居首（60.00万户），南县居末（40.00万户）"
    assert "北县60.00；南县40.00；西县没有数据" in chart.alt
    assert [row.cells[0].spans[0].text for row in chart.table.rows] == ["北县", "南县", "西县"]


def test_counties_that_share_a_place_are_named_together():
    twin = make_division("东县", {2021: 50.0, 2022: 60.0}, rank=1)

    assert chart_of(report_of(NORTH, twin, SOUTH)).title.startswith("2022年北县、东县居首")


def test_a_county_without_the_year_compared_says_of_which_year_its_value_is():
    late = make_division("东县", {2020: 10.0, 2021: 12.0})

    assert "东县12.00（2021）" in chart_of(report_of(NORTH, SOUTH, late)).alt


def test_single_values_make_no_chart():
    report = report_of(make_division("北县", {2022: 60.0}, rank=1))

    assert chart_of(report) is None
    assert "北县" in words_of(sections.division_indicators, report)


@pytest.mark.parametrize("count", [2, 9, 16, 25])
def test_up_to_twenty_five_panels_stay_on_the_sheet(count):
    divisions = [
        make_division(f"奋勇高新技术开发区{place}", {2021: 10.0 + place, 2022: 12.0 + place})
        for place in range(count)
    ]

    svg = chart_of(report_of(*divisions)).svg

    width, height = (
        float(one) for one in re.search(r'width="(\S+)mm" height="(\S+)mm"', svg).groups()
    )
    assert width == 156
    assert height < 236


def test_the_summary_tells_agreement_and_contradiction_apart():
    agreeing = words_of(sections.division_whole, report_of(NORTH, SOUTH))
    off = report_of(NORTH, SOUTH, difference=10.0, closes=False)

    assert "1项合计与全市相符" in agreeing
    assert "1项不符" in words_of(sections.division_whole, off)
    assert "不符" in words_of(sections.division_indicators, off)


def test_without_any_county_the_report_says_so():
    report = make_report(divisions=())

    assert "没有任何县（市、区）的数据" in words_of(sections.division_whole, report)
    assert sections.division_indicators(report) == sections.division_verdicts(report) == ()


def test_a_ranking_gives_value_change_growth_and_state_of_the_data():
    bound = make_division("东县", {}, values=(make_value(2022, 30.0, comparator=">="),))
    rows = words_of(sections.division_indicators, report_of(NORTH, bound, SILENT))

    assert re.search(r"1\W+北县\W+60\.00\W+\+5\.00\W+9\.1%\W+最终\W+B", rows)
    assert "≥30.00" in rows
    assert "界限值，不排位次" in rows
    assert "缺2022年" in rows


def test_no_county_is_judged_by_the_target_of_the_city():
    report = report_of(NORTH, SOUTH)

    assert "规划没有把任何目标分解到县（市、区）" in words_of(sections.division_verdicts, report)
    assert "评价\n" not in words_of(sections.division_indicators, report)


def test_counties_with_targets_stand_in_a_matrix_of_verdicts():
    judged = NORTH.model_copy(update={"target": make_goal(80.0), "verdict": "ahead"})
    behind = SOUTH.model_copy(update={"target": make_goal(90.0), "verdict": "well_behind"})
    report = report_of(judged, behind, SILENT)

    shown = words_of(sections.division_verdicts, report)

    assert "规划为2个县（市、区）分解了2个目标：1个达到进度，1个未达到，0个无法评价" in shown
    assert "快于预期" in shown
    assert "明显滞后" in shown
    assert "1/1" in shown
    assert "0/1" in shown
    assert "自身目标" in words_of(sections.division_indicators, report)


def test_many_indicators_leave_room_for_marks_and_explain_them():
    facts = [
        make_indicator_fact(id=f"indicator_{place}", number=place, short_name=f"指标{place}")
        for place in range(1, 9)
    ]
    judged = NORTH.model_copy(update={"target": make_goal(80.0), "verdict": "ahead"})
    found = [make_divided(judged, SOUTH, indicator=one.id) for one in facts]
    report = make_report(*facts, divisions=tuple(found))

    heading, _, table = sections.division_verdicts(report)

    assert heading.landscape
    assert [span.text for span in table.rows[0].cells[1].spans] == ["快"]
    assert any(span.mark == "ahead" and span.text == "快于预期" for span in table.notes[1])


def test_english_pages_hold_no_chinese_words_of_ours():
    fact = make_indicator_fact(name="Entities", short_name="Entities", unit="items")
    divisions = (
        make_division("North", {2021: 55.0, 2022: 60.0}, rank=1),
        make_division("South", {2021: 35.0, 2022: 40.0}, rank=2),
    )
    report = make_report(fact, language="en", divisions=(make_divided(*divisions),))

    shown = "".join(
        words_of(section, report)
        for section in (
            sections.division_whole,
            sections.division_verdicts,
            sections.division_indicators,
        )
    )
    assert "2022: North leads with 60.00 items, South comes last with 40.00 items" in shown
    assert re.findall(r"[\u4e00-\u9fff]", shown) == []
