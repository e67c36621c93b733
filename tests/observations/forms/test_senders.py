"""Which place a form speaks for, when it was filled in, and how returns meet each other."""

import pytest

from evaluation_lib.observations.forms import import_forms
from tests.observations.forms.form_builder import PLAN, asked, import_rows, make_book, values

TABLE = [["指标", "单位", "2023年"], ["期末企业总量", "万户", 1.3]]
COUNTY = ("440803", "enterprises", "2023", "=", 1.3)


def returned(folder, name, unit, day, value):
    rows = [
        [f"填报单位：{unit}", f"填报日期：{day}"],
        TABLE[0],
        ["期末企业总量", "万户", value],
    ]
    return make_book(folder / name, rows)


@pytest.mark.parametrize(
    ("title", "block", "place"),
    [
        pytest.param(
            "湛江市填报表", "填报单位（盖章）：霞山区市场监督管理局", "440803", id="office"
        ),
        pytest.param("湛江市霞山区填报表", "填报人：张三", "440803", id="title alone"),
        pytest.param(
            "湛江市填报表", "填报单位：登记注册科（代各科）　填报人：张三", "440800", id="section"
        ),
        pytest.param("填报表", "填报单位：登记注册科", None, id="section of nowhere"),
        pytest.param("填报表", "填报单位：某某局", None, id="unknown office"),
        pytest.param("填报表", "填报单位：霞山区、赤坎区市场监管局", None, id="two counties"),
    ],
)
def test_a_form_speaks_for_one_place_or_none(tmp_path, title, block, place):
    intake = import_rows(tmp_path, [[title], [block], ["填报日期：2024年3月1日"], *TABLE])

    assert list(intake.observations["jurisdiction"]) == ([place] if place else [])
    assert asked(intake) == ([] if place else [("", "no_place")])


def test_title_and_office_of_different_counties_leave_no_value(tmp_path):
    rows = [
        ["赤坎区填报表"],
        ["填报单位：霞山区市场监督管理局", "填报日期：2024-03-01"],
        *TABLE,
    ]
    intake = import_rows(tmp_path, rows)

    assert values(intake) == []
    assert asked(intake) == [("", "place_conflict")]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("填报日期：2024-02-26", "2024-02-26"),
        ("报送日期: 2024 年 2 月 26 日", "2024-02-26"),
        ("填表时间：2024.2.26", "2024-02-26"),
        ("填报日期：2024年2月", ""),
        ("填报日期：2024-02-30", ""),
        ("填报日期：", ""),
    ],
)
def test_the_day_of_filling_in_is_read_or_asked_for(tmp_path, written, day):
    intake = import_rows(tmp_path, [["填报单位：霞山区市场监管局"], [written], *TABLE])

    assert list(intake.observations["published_on"]) == [day]
    assert asked(intake) == ([] if day else [("", "no_date")])


def test_a_form_that_says_its_data_are_invented_gives_synthetic_values(tmp_path):
    rows = [["霞山区填报表（演示数据）"], ["填报日期：2024-03-01"], *TABLE]

    assert list(import_rows(tmp_path, rows).observations["status"]) == ["synthetic"]


def test_stamp_and_ledger_are_seen_by_a_person_or_not_at_all(tmp_path):
    path = returned(tmp_path, "a.xlsx", "霞山区市场监管局", "2024-03-01", 1.3)

    assert list(import_forms([path], PLAN).observations["evidence"]) == ["C"]
    assert list(import_forms([path], PLAN, stamped=True).observations["evidence"]) == ["B"]


def test_the_same_value_from_two_returns_counts_once(tmp_path):
    returned(tmp_path, "a.xlsx", "霞山区市场监管局", "2024-03-01", 1.3)
    returned(tmp_path, "b.xlsx", "湛江市霞山区市场监管局", "2024-03-02", 1.3)

    intake = import_forms([tmp_path], PLAN)

    assert values(intake) == [COUNTY]
    assert [(one.file, one.kind) for one in intake.queries] == [("b.xlsx", "repeated")]


def test_a_later_return_of_the_same_office_restates_an_earlier_one(tmp_path):
    returned(tmp_path, "a.xlsx", "霞山区市场监管局", "2024-01-20", 1.28)
    returned(tmp_path, "b.xlsx", "霞山区市场监管局", "2024-03-01", 1.3)

    intake = import_forms([tmp_path], PLAN)

    assert values(intake) == [(*COUNTY[:4], 1.28), COUNTY]
    assert [(one.file, one.kind) for one in intake.queries] == [("b.xlsx", "restated")]


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        pytest.param("霞山区市场监管局", "conflict", id="same office, same day"),
        pytest.param("霞山区市监局登记股", "returns_disagree", id="two offices"),
    ],
)
def test_two_returns_with_different_numbers_leave_none(tmp_path, unit, kind):
    returned(tmp_path, "a.xlsx", "霞山区市场监管局", "2024-03-01", 1.3)
    returned(tmp_path, "b.xlsx", unit, "2024-03-01", 1.2)

    intake = import_forms([tmp_path], PLAN)

    assert values(intake) == []
    assert [(one.file, one.kind) for one in intake.queries] == [("a.xlsx", kind), ("b.xlsx", kind)]


def test_values_a_thousandfold_apart_are_refused_where_the_plan_has_no_figure(tmp_path):
    rows = [
        ["填报单位：湛江市市场监督管理局", "填报日期：2024-03-01"],
        ["指标", "单位", "2022年", "2023年"],
        ["药品抽检批次数", "万批次", 0.21, 225.5],
    ]

    intake = import_rows(tmp_path, rows)

    assert values(intake) == []
    assert asked(intake) == [("C3", "uneven_scale"), ("D3", "uneven_scale")]


def test_files_of_one_name_in_two_folders_stay_apart(tmp_path):
    for folder, day in (("甲", "2024-01-20"), ("乙", "2024-03-01")):
        (tmp_path / folder).mkdir()
        returned(
            tmp_path / folder, "表.xlsx", "霞山区市场监管局", day, 1.3 if folder == "甲" else 1.4
        )

    intake = import_forms([tmp_path], PLAN)

    assert sorted(intake.observations["source"]) == ["乙/表.xlsx", "甲/表.xlsx"]
