"""What goes back to a department: its own workbook, unaltered and annotated."""

import csv

import openpyxl
import pytest

from evaluation_lib.language import Language
from evaluation_lib.observations.forms import import_forms
from evaluation_lib.observations.sources.delimited import read_delimited
from evaluation_lib.publish.intake import write_intake
from evaluation_lib.publish.template_workbook import period_header, write_template
from tests.observations.forms.form_builder import CITY_BLOCK, PLAN, asked, make_book, values

ROWS = [
    ["湛江市填报表（2023年度）"],
    CITY_BLOCK,
    ["指标", "单位", "2022年", "2023年", "备注"],
    ["期末企业总量", "万户", 8.83, "约9.61", "=cmd|' /C calc'!A0"],
    ["知识产权质押融资金额", "万元", 16400, 0.738, None],
    ["国家标准", "项", 119, None, None],
]


@pytest.fixture
def folder(tmp_path):
    make_book(tmp_path / "登记科.xlsx", ROWS)
    csv_text = "填报日期：2024-03-01\n地区,指标,年份,数值,单位\n霞山区,=1+1,2023,5,项\n"
    (tmp_path / "长表.csv").write_text(csv_text, encoding="utf-8")
    return tmp_path


def imported(folder, language=Language.ZH):
    intake = import_forms([folder / "登记科.xlsx", folder / "长表.csv"], PLAN)
    write_intake(intake, folder / "out", language)
    return intake


def test_the_observations_can_be_read_back(folder):
    intake = imported(folder)

    table = read_delimited(folder / "out/observations.csv")

    assert table.to_dict("records") == intake.observations.to_dict("records")
    assert len(table) == 4


def test_queries_are_listed_gravest_first_in_both_languages(folder):
    listed = {}
    for language in Language:
        imported(folder, language)
        with (folder / "out/queries.csv").open(encoding="utf-8") as file:
            listed[language] = list(csv.DictReader(file))

    kinds = [(row["cell"], row["kind"], row["severity"]) for row in listed["zh"]]
    assert kinds == [
        ("D5", "tenfold", "error"),
        ("B3", "unknown_indicator", "error"),
        ("D4", "comparator", "note"),
        ("D6", "not_reported", "note"),
    ]
    assert listed["zh"][0]["proposed"] == "0.738万元 | 0.738亿元"
    assert listed["zh"][1]["raw"] == "'=1+1"
    assert listed["zh"][2]["reading"] == "~9.61 万户"
    assert listed["en"][0]["reason"] == "two readings differ tenfold or more; neither was taken"


def test_values_are_never_altered_and_no_formula_survives(folder):
    imported(folder)
    sent = openpyxl.load_workbook(folder / "登记科.xlsx", data_only=True)["汇总表"]
    book = openpyxl.load_workbook(folder / "out/annotated/登记科_质疑.xlsx")
    back = book["汇总表"]

    for row in sent.iter_rows():
        for cell in row:
            assert back[cell.coordinate].value == cell.value
    for sheet in book:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_query_is_seen_by_colour_sign_and_note(folder):
    imported(folder)
    sheet = openpyxl.load_workbook(folder / "out/annotated/登记科_质疑.xlsx")["汇总表"]

    assert sheet["D5"].number_format.startswith('"✕ "General')
    assert sheet["D5"].border.left.style == "medium"
    assert "0.738亿元" in sheet["D5"].comment.text
    assert sheet["D4"].number_format.endswith('"≈ "@')
    assert sheet["D6"].fill.patternType == "lightUp"
    assert sheet["C4"].comment is None
    assert sheet["F5"].hyperlink.location == "'质疑清单'!A2"


def test_only_the_answer_can_be_written_in_the_list(folder):
    imported(folder)
    sheet = openpyxl.load_workbook(folder / "out/annotated/登记科_质疑.xlsx")["质疑清单"]
    header = [cell.value for cell in sheet[1]]
    unlocked = [header[cell.column - 1] for cell in sheet[2] if not cell.protection.locked]

    assert sheet.protection.sheet
    assert unlocked == ["答复"]
    assert sheet.freeze_panes == "A2"
    assert sheet.cell(2, header.index("单元格") + 1).hyperlink.location == "'汇总表'!D5"


def test_a_returned_workbook_answers_and_nothing_is_asked_twice(folder):
    imported(folder)
    path = folder / "out/annotated/登记科_质疑.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["质疑清单"]
    column = [cell.value for cell in sheet[1]].index("答复") + 1
    sheet.cell(2, column).value = "0.738亿元"
    book.save(folder / "答复.xlsx")

    again = import_forms([folder / "登记科.xlsx", folder / "答复.xlsx"], PLAN)
    remembered = import_forms([folder / "登记科.xlsx"], PLAN, answers=again.answers)

    assert ("440800", "ip_pledge_financing", "2023", "=", 0.738) in values(again)
    assert [cell for cell, _ in asked(again)] == ["D4", "D6"]
    assert values(remembered) == values(again)
    assert [form.name for form in again.forms] == ["登记科.xlsx"]


def test_the_same_import_writes_the_same_bytes(folder):
    imported(folder)
    first = {path.name: path.read_bytes() for path in (folder / "out").rglob("*.*")}
    imported(folder)

    assert {path.name: path.read_bytes() for path in (folder / "out").rglob("*.*")} == first
    assert set(first) == {
        "observations.csv",
        "queries.csv",
        "answers.csv",
        "登记科_质疑.xlsx",
        "长表_质疑.xlsx",
        "湛江市市场监督管理局_质疑清单.xlsx",
        "长表.csv_质疑清单.xlsx",
    }


@pytest.mark.parametrize("period", ["2023", "2023-H1", "2023-Q3", "2023-06", "2023-01/2023-09"])
@pytest.mark.parametrize(("code", "share"), [("440800", 1.0), ("440803", 0.1)])
def test_a_template_filled_in_comes_back_without_a_query(tmp_path, period, code, share):
    path = tmp_path / "空表.xlsx"
    write_template(PLAN, path, jurisdiction=code, periods=[period])
    book = openpyxl.load_workbook(path)
    sheet = book.active
    sheet["C3"] = "2024-02-26"
    for row, indicator in enumerate(PLAN.indicators, start=5):
        value = indicator.baseline or indicator.target or 2.0
        if indicator.unit == "%":
            sheet.cell(row, 4).value = value / 100
        else:
            sheet.cell(row, 4).value = max(round(value * share, indicator.decimals), 1e-2 * share)
        if indicator.decimals == 0 and indicator.unit != "%":
            sheet.cell(row, 4).value = max(1, round(value * share))
    book.save(path)

    intake = import_forms([path], PLAN)

    assert asked(intake) == []
    assert len(intake.observations) == len(PLAN.indicators)
    assert set(intake.observations["jurisdiction"]) == {code}


def test_a_template_leaves_only_its_entries_unlocked(tmp_path):
    write_template(PLAN, tmp_path / "空表.xlsx", jurisdiction="440800", periods=["2023"])
    sheet = openpyxl.load_workbook(tmp_path / "空表.xlsx").active
    unlocked = {
        cell.column_letter
        for row in sheet.iter_rows(min_row=5)
        for cell in row
        if not cell.protection.locked
    }

    assert sheet.protection.sheet
    assert unlocked == {"D", "E", "F"}
    assert {one.type for one in sheet.data_validations.dataValidation} == {"decimal", "list"}


def test_a_period_without_a_short_header_is_refused():
    with pytest.raises(ValueError, match="crosses years"):
        period_header("2021-01/2023-12")
    with pytest.raises(ValueError, match="single day"):
        period_header("2023-06-30")
