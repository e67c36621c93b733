import re

from evaluation_lib.report import sections
from evaluation_lib.report.blocks import (
    Box,
    Cards,
    KeyStrip,
    Section,
    Table,
    Tone,
    blocks_to_json,
    text_of,
)
from tests.report.builders import make_forecast, make_indicator_fact, make_report
from tests.report.report_cases import (
    make_blank_fact,
    make_full_report,
    make_yearly_fact,
)
from tests.report.section_cases import (
    ODD_REPORTS,
    column,
    flat,
    of_type,
    whole,
)


def test_a_stock_has_strip_chart_sums_pace_and_sources():
    report = make_full_report()

    blocks = list(flat(sections.indicator_section(report, report.indicators[0])))

    assert [one.type for one in blocks] == [
        "section",
        "headline",
        "key_strip",
        "figure",
        "paragraph",
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
    assert text_of(dict(blocks[6].rows)["方法互校"]) == (
        "2种方法有分歧：甲法判为略有滞后、乙法判为进展显著"
    )
    assert "2024-H1为41.00" in text_of(blocks[8].notes[0])


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


def test_of_independence_nothing_is_said_that_the_evaluator_did_not_write():
    (box,) = of_type(sections.basis(make_report()), Box)

    assert box.rows
    assert not [label for label, _ in box.rows if "独立" in label]


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
