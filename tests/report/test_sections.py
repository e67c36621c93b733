import re

import pytest

from evaluation_lib.report import sections
from evaluation_lib.report.blocks import (
    Block,
    Box,
    Cards,
    Counts,
    Figure,
    KeyStrip,
    Section,
    SideBySide,
    Table,
    Tone,
    blocks_from_json,
    blocks_to_json,
    text_of,
)
from evaluation_lib.report.model import LatestFact, Report, TargetFact
from tests.report.builders import make_forecast, make_indicator_fact, make_observation, make_report
from tests.report.report_cases import (
    make_blank_fact,
    make_full_report,
    make_many,
    make_sum_fact,
    make_yearly_fact,
)

CHAPTERS = (
    sections.cover,
    sections.contents,
    sections.basis,
    sections.overview,
    sections.indicator_table,
    sections.binding_indicators,
    sections.anticipatory_indicators,
    sections.data_quality,
    sections.methods,
    sections.limitations,
    sections.sources,
)
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def whole(report: Report) -> list[Block]:
    return [block for chapter in CHAPTERS for block in chapter(report)]


def flat(blocks):
    for block in blocks:
        yield block
        if isinstance(block, SideBySide):
            yield from flat(block.left)
            yield from flat(block.right)


def of_type(blocks, kind):
    return [block for block in flat(blocks) if isinstance(block, kind)]


def main_table(report):
    return of_type(sections.indicator_table(report), Table)[0]


def column(table, title):
    index = [one.title for one in table.columns].index(title)
    return [text_of(row.cells[index].spans) for row in table.rows]


def final_report():
    seen = tuple(make_observation(year, value) for year, value in ((2024, 44.0), (2025, 47.0)))
    done = make_indicator_fact(
        observations=seen,
        latest=LatestFact(**seen[-1].model_dump(), stale=False),
        progress=0.9375,
        time_share=1.0,
        verdict="basically_completed",
        status="basically_completed",
        outlook="observed_missed",
        probability_observed=True,
        forecast=None,
        forecast_reason="已有观测值，无须预测。",
        required_pace=None,
    )
    missed = done.model_copy(
        update={"number": 8, "id": "missed", "verdict": "not_completed", "status": "not_completed"}
    )
    return make_full_report(
        product="final",
        indicators=(done, missed, make_blank_fact()),
        evaluation_year=2025,
        time_share=1.0,
    )


ODD_REPORTS = {
    "one indicator": lambda: make_report(),
    "forty indicators": lambda: make_many(40),
    "nothing assessable": lambda: make_report(
        make_blank_fact(),
        make_blank_fact(number=3, id="third", nature="anticipatory", kind="stock"),
    ),
    "every kind": make_full_report,
    "a huge over-achievement": lambda: make_report(
        make_sum_fact(50.0, 65.0, verdict="achieved_early"), make_indicator_fact(progress=23.0)
    ),
    "negative values": lambda: make_report(
        make_indicator_fact(
            observations=(make_observation(2021, -3.0), make_observation(2022, -8.5)),
            latest=LatestFact(**make_observation(2022, -8.5).model_dump(), stale=True),
            progress=-0.6,
        ),
        make_indicator_fact(number=2, id="second"),
    ),
    "no forecast": lambda: make_report(
        make_indicator_fact(
            forecast=None, forecast_reason="只有1个年度观测值。", outlook="not_assessable"
        ),
        make_yearly_fact(3.72, 3.51),
    ),
    "a lower bound": lambda: make_report(
        make_indicator_fact(progress_is_lower_bound=True, number=5, id="bound"),
        make_sum_fact(1.0, 2.0, progress_is_lower_bound=True),
    ),
    "a falling indicator": lambda: make_report(
        make_indicator_fact(
            direction="lower",
            target=TargetFact(year=2025, comparison="<=", value=20.0),
            target_path={2021: 29.6, 2022: 27.2, 2023: 24.8, 2024: 22.4, 2025: 20.0},
            required_pace=-10.0,
            best_pace=-1.0,
        ),
        make_indicator_fact(number=2, id="second"),
    ),
    "the final product": final_report,
}


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

    assert [note.split("：")[0] for note in notes[:5]] == [
        "读表",
        "定义",
        "分界值",
        "实现概率用语",
        "证据等级",
    ]
    assert "≥1.10快于预期" in notes[2]
    assert notes[5] == "来源见文末（演示数据），截至2024年3月31日。"


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


def test_a_stock_has_strip_chart_sums_pace_and_sources():
    report = make_full_report()

    blocks = list(flat(sections.indicator_section(report, report.indicators[0])))

    assert [one.type for one in blocks] == [
        "section",
        "headline",
        "key_strip",
        "figure",
        "paragraph",
        "bullets",
        "side_by_side",
        "box",
        "figure",
        "table",
    ]
    assert blocks[0].number == "1"
    assert [item.label for item in blocks[2].items] == [
        "2020年基期",
        "2023年值",
        "2025年目标",
        "进展状态",
        "趋势判断",
    ]
    assert text_of(dict(blocks[7].rows)["方法互校"]) == (
        "2种方法有分歧：甲法判为略有滞后、乙法判为进展显著"
    )
    assert "2024-H1为41.00" in text_of(blocks[9].notes[0])


def test_a_yearly_indicator_has_a_card_for_each_year():
    fact = make_yearly_fact(3.72, 3.51, None)
    report = make_report(fact)

    cards = of_type(sections.indicator_section(report, fact), Cards)[0].cards

    assert [card.value for card in cards] == ["3.72", "3.51", "—"]
    assert [card.tone for card in cards] == [Tone.GOOD, Tone.BAD, Tone.NONE]
    assert cards[1].caption == "与门槛之差−0.16"
    assert cards[2].caption == "未报送"


def test_a_coming_year_shows_its_median_as_a_forecast():
    coming = make_yearly_fact(3.72, forecast=make_forecast((2022, 2023, 2024, 2025)))
    years = (
        *coming.years,
        coming.years[0].model_copy(
            update={
                "year": 2025,
                "value": None,
                "met": None,
                "difference": None,
                "probability": 0.83,
            }
        ),
    )
    fact = coming.model_copy(update={"years": years})

    card = of_type(sections.indicator_section(make_report(fact), fact), Cards)[0].cards[-1]

    assert (card.value, card.caption) == ("44.00", "达标概率0.83")
    assert text_of(card.aside) == "预测中位数"


def test_a_circumstance_told_in_the_analysis_is_not_listed_again():
    report = make_full_report()
    fact = report.indicators[0].model_copy(update={"analysis": ("甲。各方法结论不一致。",)})

    kinds = [one.type for one in sections.indicator_section(report, fact)]
    assert "bullets" not in kinds


def test_indicators_without_verdict_follow_each_other_on_one_page():
    facts = [make_blank_fact(number=number, id=f"blank_{number}") for number in (15, 18, 19)]
    report = make_report(make_yearly_fact(3.72, 3.51), *facts)

    headings = of_type(sections.binding_indicators(report), Section)

    assert [one.fresh_page for one in headings] == [True, False, False, False, False]


def test_an_indicator_without_verdict_says_what_is_known_and_why_there_is_none():
    fact = make_blank_fact()

    box = of_type(sections.indicator_section(make_report(fact), fact), Box)[0]

    assert box.title == "药品抽检批次目标未定且无可用数据"
    assert [(label, text_of(spans)) for label, spans in box.rows] == [
        ("已知", "目标未定且无数据"),
        ("说明", "评价结论：无法评价。规划目标未定。"),
    ]


def test_a_plan_without_binding_indicators_has_no_chapter_on_them():
    assert sections.binding_indicators(make_report()) == ()


def test_a_stricter_verdict_stands_beside_the_status():
    fact = make_indicator_fact(nature="binding", status="on_schedule", verdict="slightly_behind")

    strip = of_type(sections.indicator_section(make_report(fact), fact), KeyStrip)[0]

    assert (strip.items[3].value, strip.items[3].caption) == (
        "基本符合预期",
        "从严，评价：略有滞后",
    )


def test_findings_are_counted_listed_by_severity_and_joined_where_alike():
    blocks = sections.data_quality(make_full_report())

    assert text_of(blocks[1].spans) == (
        "数据检查共列出6个问题：错误1个（该值不予采用），须说明1个（采用，但须说明），提示4个。"
    )
    table = blocks[2]
    assert column(table, "级别") == ["错误", "须说明", "提示", "提示"]
    assert column(table, "时期")[2] == "2021；2023"


def test_a_report_without_findings_says_so():
    blocks = sections.data_quality(make_report())

    assert text_of(blocks[1].spans) == "数据检查没有发现问题。"


def test_the_methods_are_set_side_by_side_and_differences_marked():
    table = next(
        one
        for one in sections.method_table(make_full_report())
        if getattr(one, "key", "") == "methods-compared"
    )

    assert [text_of(cell.spans) for cell in table.rows[0].cells] == [
        "1",
        "市场主体总量",
        "略有滞后（0.83）",
        "进展显著（0.97）",
        "—",
        "≠ 有分歧",
    ]


def test_sources_say_how_many_values_rest_on_them():
    table = of_type(sections.sources(make_report()), Table)[0]

    assert column(table, "名称") == ["部门填报表"]
    assert column(table, "采用数") == ["3"]


def test_the_independence_statement_is_left_to_the_evaluator():
    (box,) = of_type(sections.basis(make_report()), Box)

    assert text_of(box.rows[-1][1]) == "由评估机构填写。"


def test_the_cover_warns_of_demonstration_data_and_only_of_them():
    marked, plain = (
        sections.cover(make_full_report(demonstration=shown))[0] for shown in (True, False)
    )

    assert "演示数据" in marked.warning
    assert plain.warning == ""


def test_no_chapter_prints_what_is_not_a_number():
    for make in ODD_REPORTS.values():
        written = str(blocks_to_json(whole(make())))
        assert not re.search(r"\bnan\b|\binf\b|None年|\{\w+\}", written)
