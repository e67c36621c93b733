import re

import pytest

from evaluation_lib.report import sections
from evaluation_lib.report.blocks import (
    Counts,
    Figure,
    KeyStrip,
    Section,
    Table,
    Tone,
    blocks_from_json,
    blocks_to_json,
    text_of,
)
from evaluation_lib.report.model import Report
from tests.report.builders import make_indicator_fact, make_report
from tests.report.report_cases import (
    make_blank_fact,
    make_full_report,
)
from tests.report.section_cases import (
    CHINESE,
    ODD_REPORTS,
    column,
    final_report,
    flat,
    main_table,
    of_type,
    whole,
)


@pytest.mark.parametrize("name", ODD_REPORTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_chapter_can_be_written_and_read_back(name, language):
    report = ODD_REPORTS[name]().model_copy(update={"language": language})

    blocks = whole(report)

    assert blocks_from_json(blocks_to_json(blocks)) == tuple(blocks)


@pytest.mark.parametrize("name", ODD_REPORTS)
def test_anchors_are_unique_and_every_link_has_its_anchor(name):
    blocks = list(flat(whole(ODD_REPORTS[name]())))

    keys = [one.key for one in blocks if isinstance(one, Section | Table | Figure)]
    keys += [row.key for one in blocks if isinstance(one, Table) for row in one.rows if row.key]
    written = "".join(one.model_dump_json() for one in blocks)
    links = set(re.findall(r'"href":"#([^"]+)"', written))
    assert len(keys) == len(set(keys))
    assert links <= set(keys)


def test_the_same_report_gives_the_same_blocks():
    first, second = (blocks_to_json(whole(make_full_report())) for _ in range(2))

    assert first == second


@pytest.mark.parametrize("name", ODD_REPORTS)
def test_english_chapters_hold_no_chinese_of_their_own(name):
    # What the report itself carries in Chinese is replaced by Latin words, so that only the words
    # of the chapters are left.
    latin = CHINESE.sub("x", ODD_REPORTS[name]().model_dump_json(by_alias=True))
    report = Report.model_validate_json(latin).model_copy(update={"language": "en"})

    written = str(blocks_to_json(whole(report)))

    assert CHINESE.findall(re.sub(r"<svg.*?</svg>", "", written)) == []


@pytest.mark.parametrize("name", [name for name in ODD_REPORTS if name != "one indicator"])
def test_the_number_of_squares_is_the_number_printed(name):
    report = ODD_REPORTS[name]()

    counts = of_type(sections.overview(report), Counts)[0]

    assert all(len(group.squares) == group.number for group in counts.groups)
    assert sum(group.number for group in counts.groups) == len(report.indicators)
    assert sum(square.binding for group in counts.groups for square in group.squares) == sum(
        one.is_binding for one in report.indicators
    )


def test_counts_are_printed_with_both_denominators():
    report = make_report(
        make_indicator_fact(number=1, id="a", verdict="ahead"),
        make_indicator_fact(number=2, id="b"),
        make_blank_fact(),
    )

    groups = of_type(sections.overview(report), Counts)[0].groups

    assert groups[0].lines == ("可评价2项的50.0%", "全部3项的33.3%")
    assert groups[2].lines == ("全部3项的33.3%", "不计入可评价分母")
    assert groups[2].caption == "目标未定1项，其中约束性1项"


def test_a_single_indicator_has_no_squares_and_no_table_but_a_strip():
    report = make_report()

    assert of_type(sections.overview(report), Counts) == []
    assert len(of_type(sections.indicator_table(report), KeyStrip)) == 1


def test_binding_rows_come_first_tinted_and_closed_by_a_rule():
    table = main_table(make_full_report())

    assert column(table, "序号") == ["14", "16", "19", "1", "3", "4"]
    assert [row.tint for row in table.rows] == [True, True, True, False, False, False]
    assert [row.rule_below for row in table.rows] == [False, False, True, False, False, False]


def test_the_table_writes_each_state_in_its_own_way():
    table = main_table(make_full_report())

    assert column(table, "年份") == ["2022", "2022", "无数据", "2023", "2022*", "2022"]
    assert column(table, "2025年目标") == ["≥3.67", "≥100", "未定", "48", "48", "5"]
    assert column(table, "完成率（%）") == [
        "21 22 \u00a0\u00a01/2年",
        "21 22 \u00a0\u00a02/2年",
        "目标未定",
        "50.0",
        "50.0",
        "≥30.0",
    ]
    assert column(table, "评价")[0] == "未达标（2022年）"
    assert column(table, "评价")[4] == "略有滞后（据填报）"


def test_a_pace_beyond_the_best_year_is_bold_and_brick():
    table = main_table(make_full_report())

    index = [one.title for one in table.columns].index("年均所需/历年最大")
    span = table.rows[3].cells[index].spans[0]
    assert (span.text, span.strong, span.tone) == ("4.00", True, Tone.BAD)


def test_the_table_explains_itself_from_reading_aid_to_source():
    notes = [text_of(note) for note in main_table(make_full_report()).notes]

    assert [note.split("：")[0] for note in notes[:6]] == [
        "读表",
        "定义",
        "分界值",
        "实现概率用语",
        "证据等级",
        "数字来源",
    ]
    assert "≥1.10快于预期" in notes[2]
    assert notes[6] == "来源见文末（演示数据），截至2024年3月31日。"


def test_the_final_table_has_no_outlook_where_all_is_observed():
    table = main_table(final_report())

    titles = [one.title for one in table.columns]
    assert "实现概率" not in titles
    assert "年均所需/历年最大" not in titles
    assert column(table, "评价") == ["无法评价", "基本完成", "未完成"]


def test_the_final_product_speaks_of_completion_not_of_schedule():
    report = final_report()

    counts = of_type(sections.overview(report), Counts)[0]
    chart = of_type(sections.overview(report), Figure)[0]

    assert [group.title for group in counts.groups] == [
        "项完成或基本完成",
        "项未完成",
        "项无法评价",
    ]
    assert chart.title.endswith("预期性指标1项完成或基本完成、1项未完成")
    written = str(blocks_to_json(sections.methods(report)))
    assert "完成率≥90.0%" in written
    assert "略有滞后" not in written
