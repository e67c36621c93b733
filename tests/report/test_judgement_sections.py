"""Chapters on firmness, warnings, scores, other places and assumptions."""

import re
from datetime import date

import pytest

from evaluation_lib.assessment.what_if import parse_assumption
from evaluation_lib.evaluation import evaluate
from evaluation_lib.plan.model import Jurisdiction
from evaluation_lib.plan.weights import Weights
from evaluation_lib.report import sections
from evaluation_lib.report.blocks import Bullets, Table, blocks_from_json, blocks_to_json, text_of
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.model import Report
from evaluation_lib.report.wording.judgement import JUDGEMENT
from evaluation_lib.report.words_of_blocks import told
from tests.builders import CITY, make_indicator, make_plan, make_rows

DAY = date(2023, 7, 31)
PROVINCE = "440000"
CHAPTERS = (
    sections.method_table,
    sections.warning_list,
    sections.score,
    sections.comparators,
)
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
PLAN = make_plan(
    make_indicator("near", decimals=2, unit="万户", unit_en="10,000 entities"),
    make_indicator("bound", number=2, nature="binding"),
    make_indicator("blank", number=3, target=None, comparison=None),
    jurisdictions=(
        Jurisdiction(code=CITY, name="某市", name_en="City", parent=PROVINCE),
        *(
            Jurisdiction(code=f"44080{place}", name=f"县{place}", name_en=f"County {place}",
                         parent=CITY)
            for place in range(1, 5)
        ),
        Jurisdiction(code=PROVINCE, name="某省", name_en="Province"),
    ),
)  # fmt: skip


def rows_of(indicator, values, **shared):
    unit = "万户" if indicator == "near" else "项"
    shared = {"published_on": "2023-03-31", **shared}
    return [
        {"indicator": indicator, "period": str(year), "value": float(value), "unit": unit, **shared}
        for year, value in values.items()
    ]


def report(language="zh", **settings) -> Report:
    """Return a report with a county, a province, a late binding indicator and a score."""
    history = {2018: 60, 2019: 80, 2020: 100, 2021: 119, 2022: 138}
    table = make_rows(
        *rows_of("near", history),
        *rows_of("bound", {2020: 100, 2021: 110, 2022: 120}),
        *rows_of("near", {2020: 1000, 2022: 1440}, jurisdiction=PROVINCE),
        *rows_of("bound", {2022: 70}, jurisdiction=PROVINCE, definition="narrow"),
        *(
            row
            for place, last in enumerate((300, 110, 110, 110), 1)
            for row in rows_of("bound", {2021: 100, 2022: last}, jurisdiction=f"44080{place}")
        ),
    )
    weights = Weights(version="v1", by_indicator={"near": 60.0, "bound": 20.0, "blank": 20.0})
    found = evaluate(PLAN, table, CITY, DAY, weights=weights, **settings)
    return build_report(found, {}, language=language)


@pytest.fixture(scope="module")
def chinese():
    return report()


def table_of(blocks, key) -> Table:
    return next(one for one in blocks if isinstance(one, Table) and one.key == key)


def texts(table):
    return [[text_of(cell.spans) for cell in row.cells] for row in table.rows]


def test_a_report_reads_back_from_its_json(chinese):
    assert Report.model_validate(chinese.to_json()) == chinese


def test_firmness_is_told_with_the_settings_that_change_the_conclusion(chinese):
    firmness = chinese.indicator("near").firmness

    assert firmness.sentence.startswith(f"{firmness.total}种设定中{firmness.holds}种结论不变；")
    # 0.38 of 0.40 is 0.95, so cut-offs 0.05 lower find it on schedule.
    changed = {one.name: one.conclusion for one in firmness.settings if one.changed}
    assert changed["分界值−0.05"] == "基本符合预期"
    assert "分界值−0.05" in firmness.sentence
    assert "时变为基本符合预期" in firmness.sentence


def test_the_page_of_an_indicator_says_how_firm_its_verdict_is(chinese):
    blocks = sections.indicator_section(chinese, chinese.indicator("near"))

    assert "稳健性" in told(blocks)


def test_each_group_of_settings_is_counted_and_every_change_listed(chinese):
    blocks = sections.method_table(chinese)
    table = table_of(blocks, "firmness")
    titles = [one.title for one in table.columns]

    near = dict(zip(titles, texts(table)[0], strict=True))
    assert near["指标"] == "near"
    assert near["分界值"] == "1/2"
    assert near["数据版本"] == "—" if "数据版本" in titles else True
    (listed,) = [one for one in blocks if isinstance(one, Bullets)]
    assert {text_of(item).split("：")[0] for item in listed.items} == {
        one.short_name
        for one in chinese.indicators
        if one.firmness and one.firmness.holds < one.firmness.total
    }


def test_warnings_name_binding_ones_first_with_their_reasons(chinese):
    table = table_of(sections.warning_list(chinese), "early-warnings")

    assert texts(table)[0][1] == "bound"
    assert "滞后" in texts(table)[0][-1]
    assert [row.tint for row in table.rows] == sorted(
        (row.tint for row in table.rows), reverse=True
    )


def test_an_empty_list_of_warnings_says_so(chinese):
    calm = chinese.model_copy(update={"warnings": ()})

    assert "没有需要预警的指标。" in told(sections.warning_list(calm))


def test_a_score_follows_the_counts_and_states_what_was_left_out(chinese):
    found = told(sections.score(chinese))

    # 95 × 0.75 + 50 × 0.25
    assert found[1].startswith("按权重v1计83.8分，良好；")
    assert "先看个数：可评价2项中0项达到或快于进度。" in found
    assert "可计分指标的权重占80.0%；其余指标无法评价，剔除后按比例重新归一。" in found
    assert "有约束性指标未达到要求，得分不改变这一结论。" in found
    items = texts(table_of(sections.score(chinese), "score-items"))
    assert items[0] == ["1", "near", "60", "75.0", "95.0"]
    assert items[2] == ["3", "blank", "20", "—", "—"]


def test_without_weights_there_is_no_chapter_on_a_score(chinese):
    assert sections.score(chinese.model_copy(update={"score": None})) == ()


def test_other_places_stand_beside_ours_only_where_they_match(chinese):
    blocks = sections.comparators(chinese)

    (matched,) = texts(table_of(blocks, "comparators-matched"))
    assert matched[:4] == ["near", "某省", "2022", "1440万户"]
    assert matched[5:7] == ["20.0%（2020年起）", "17.5%"]
    (apart,) = texts(table_of(blocks, "comparators-apart"))
    assert apart[4] == "口径不同（narrow，本地为规划口径）"


def test_counties_are_ranked_with_intervals(chinese):
    (row,) = texts(table_of(sections.comparators(chinese), "counties"))

    assert row[0] == "bound"
    assert row[3].startswith("县1 ")
    assert row[3].endswith("第1）")
    assert row[4].endswith("第2—4）")


def test_nothing_to_compare_gives_no_chapter(chinese):
    alone = chinese.model_copy(update={"comparators": (), "counties": ()})

    assert sections.comparators(alone) == ()


def test_the_last_year_in_reach_is_told_once_it_has_passed():
    indicator = make_indicator("late")
    table = make_rows(*rows_of("late", {2020: 100, 2021: 125, 2022: 124}))
    found = build_report(evaluate(make_plan(indicator), table, CITY, DAY), {}).indicators[0]

    assert found.latest_reachable_year == 2021
    assert found.catch_up_ratio == pytest.approx(76 / 3 / 25)
    assert "按历年最大增量，最迟从2021年末起仍可如期实现目标。" in found.analysis


def test_the_target_path_passes_through_the_milestones():
    stone = parse_assumption("near:milestone-2023=130", PLAN)

    path = report(assumptions=[stone]).indicator("near").target_path

    assert path == {2020: 100, 2021: 120, 2022: 140, 2023: 130, 2024: 180, 2025: 200}


def test_what_is_assumed_is_marked_wherever_it_shows():
    assumption = parse_assumption("near:2023=185", PLAN)
    found = report(assumptions=[assumption])
    fact = found.indicator("near")

    assert found.title.endswith("（含假设）")
    assert found.assumptions == ("near：假设2023年为185万户",)
    assert fact.headline.startswith("（假设）")
    assert fact.latest.source_title == "假设"
    assert "假设2023年为185万户" in found.limitations[0]
    assert any(one.title == "假设" for one in found.sources)
    assert not found.indicator("bound").headline.startswith("（假设）")
    assert not report().title.endswith("（含假设）")


def test_english_chapters_hold_no_chinese():
    found = report("en", assumptions=[parse_assumption("near:2023=185", PLAN)])

    for chapter in CHAPTERS:
        assert [one for one in told(chapter(found)) if CHINESE.search(one)] == []
    assert found.title.endswith("(with assumptions)")


def test_every_chapter_can_be_written_and_read_back(chinese):
    for chapter in CHAPTERS:
        blocks = chapter(chinese)
        assert blocks_from_json(blocks_to_json(blocks)) == tuple(blocks)


def test_both_languages_leave_the_same_places_to_fill():
    places = re.compile(r"{(\w+)}")

    for key, text in JUDGEMENT.items():
        assert sorted(set(places.findall(text.zh))) == sorted(set(places.findall(text.en))), key
