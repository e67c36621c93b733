"""Forms in which a value is easily taken for another: it is asked about, never taken."""

import pytest

from evaluation_lib.observations.forms import import_forms
from tests.observations.forms.form_builder import (
    CITY_BLOCK,
    PLAN,
    asked,
    import_rows,
    make_book,
    values,
)

CITY = ("440800", "enterprises", "2023", "=", 9.61)
HEADER = ["指标", "单位", "2023年"]
ROW = ["期末企业总量", "万户", 9.61]


@pytest.mark.parametrize("heading", ["一、市本级", "市本级", "（一）经开区"])
def test_rows_below_the_heading_of_a_part_are_not_of_the_whole(tmp_path, heading):
    intake = import_rows(tmp_path, [CITY_BLOCK, HEADER, [heading], ROW])

    assert values(intake) == []
    assert [cell for cell, _ in asked(intake)] == ["A3"]


def test_headings_of_places_and_years_hold_for_the_rows_below(tmp_path):
    rows = [
        CITY_BLOCK,
        ["指标", "单位", "数值"],
        ["霞山区"],
        ["企业总量", "万户", 1.3],
    ]
    place = import_rows(tmp_path, [["（2023年度）"], *rows])
    rows[2] = ["二、2022年"]
    year = import_rows(tmp_path, rows)

    assert values(place) == [("440803", "enterprises", "2023", "=", 1.3)]
    assert [one[2] for one in values(year)] == ["2022"]


def test_a_heading_that_is_not_understood_is_asked_about(tmp_path):
    known = import_rows(tmp_path, [CITY_BLOCK, HEADER, ["一、总体数据"], ROW])
    unknown = import_rows(tmp_path, [CITY_BLOCK, HEADER, ["一、规上部分"], ROW])

    assert asked(known) == []
    assert asked(unknown) == [("A3", "section")]
    assert values(known) == values(unknown) == [CITY]


@pytest.mark.parametrize(
    ("header", "row", "cell"),
    [
        pytest.param(
            ["指标", None, "2023年（万户）"],
            ["期末企业总量", "其中：制造业", 9.61],
            "B3",
            id="part in a nameless column",
        ),
        pytest.param(
            ["指标", "备注", "2023年（万户）"],
            ["期末企业总量", "市本级", 9.61],
            "B3",
            id="city level in a remark",
        ),
        pytest.param(
            ["指标", "类别", "2023年（万户）"],
            ["期末企业总量", "其中：新增", 9.61],
            "B3",
            id="part in a class",
        ),
    ],
)
def test_a_word_beside_the_label_can_make_it_another_thing(tmp_path, header, row, cell):
    intake = import_rows(tmp_path, [CITY_BLOCK, header, row])

    assert values(intake) == []
    assert asked(intake) == [(cell, "unknown_indicator")]


def test_a_remark_that_may_change_the_scope_is_asked_about(tmp_path):
    intake = import_rows(tmp_path, [CITY_BLOCK, [*HEADER, "备注"], [*ROW, "含经开区"]])

    assert values(intake) == [CITY]
    assert asked(intake) == [("D3", "footnote")]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("2023年目标", "derived_column"),
        ("2023年同比增长", "derived_column"),
        ("2023年预计数", "derived_column"),
        ("2020年基期", "derived_column"),
        ("完成率", "derived_column"),
        ("规划期累计", "unknown_column"),
        ("2023年（快报）", "unknown_column"),
        ("其中：个体", "unknown_column"),
        (None, "unknown_column"),
        ("其中：市本级", "city_level"),
    ],
)
def test_a_column_that_is_no_observed_value_is_not_read(tmp_path, header, kind):
    rows = [CITY_BLOCK, ["指标", "单位", "2022年", header], ["期末企业总量", "万户", 8.83, 9.61]]
    intake = import_rows(tmp_path, rows)

    assert [one[2] for one in values(intake)] == ["2022"]
    assert asked(intake) == [("D2", kind)]


def test_places_may_stand_above_the_columns(tmp_path):
    rows = [
        ["湛江市（2023年度）"],
        CITY_BLOCK,
        ["指标", "单位", "赤坎区", "霞山区", "经开区", "合计"],
        ["期末企业总量", "万户", 0.9, 1.3, 0.4, 2.6],
    ]
    intake = import_rows(tmp_path, rows)

    assert values(intake) == [
        ("440802", "enterprises", "2023", "=", 0.9),
        ("440803", "enterprises", "2023", "=", 1.3),
    ]
    assert asked(intake) == [("E3", "functional_zone"), ("F3", "total_row")]


def test_a_sheet_called_summary_is_no_total(tmp_path):
    intake = import_rows(tmp_path, {"汇总": [CITY_BLOCK, HEADER, ROW]})

    assert values(intake) == [CITY]


def test_the_unit_may_stand_above_the_names(tmp_path):
    rows = [CITY_BLOCK, ["指标（单位：户）", "2023年"], ["期末企业总量", 96100]]

    assert values(import_rows(tmp_path, rows)) == [CITY]


def test_an_answer_without_a_unit_meets_the_same_doubt(tmp_path):
    path = make_book(tmp_path / "表.xlsx", [CITY_BLOCK, HEADER, ["期末企业总量", "万户", 96100]])
    (query,) = import_forms([path], PLAN).queries

    again = import_forms([path], PLAN, answers={query.id: "96100"})
    settled = import_forms([path], PLAN, answers={query.id: "96100户"})

    assert values(again) == []
    assert asked(again) == [("C3", "answer_unreadable")]
    assert values(settled) == [CITY]


def test_a_value_its_sender_withdraws_is_not_taken(tmp_path):
    row = ["知识产权质押融资金额", "亿元", 114.92]
    path = make_book(tmp_path / "表.xlsx", [CITY_BLOCK, HEADER, row])
    (query,) = import_forms([path], PLAN).queries

    intake = import_forms([path], PLAN, answers={query.id: "不采用"})

    assert (values(intake), asked(intake)) == ([], [])


def test_withdrawing_one_of_two_returns_lets_the_other_stand(tmp_path):
    for name, unit, value in (("a.xlsx", "登记科", 9.61), ("b.xlsx", "综合科", 9.7)):
        block = [f"填报单位：湛江市市场监督管理局{unit}", "填报日期：2024-03-01"]
        make_book(tmp_path / name, [block, HEADER, ["期末企业总量", "万户", value]])
    first, second = import_forms([tmp_path], PLAN).queries

    intake = import_forms([tmp_path], PLAN, answers={second.id: "不采用"})

    assert (first.kind, second.kind) == ("returns_disagree", "returns_disagree")
    assert (values(intake), asked(intake)) == ([CITY], [])


def test_an_answer_names_the_period_of_a_whole_column(tmp_path):
    rows = [
        CITY_BLOCK,
        ["指标", "单位", "本年"],
        ["期末企业总量", "万户", 9.61],
        ["国家标准", "项", 122],
    ]
    path = make_book(tmp_path / "表.xlsx", rows)
    (query,) = import_forms([path], PLAN).queries

    intake = import_forms([path], PLAN, answers={query.id: "2023"})

    assert [one[1:3] for one in values(intake)] == [
        ("enterprises", "2023"),
        ("national_standards", "2023"),
    ]
    assert asked(intake) == []
