"""A file that cannot be read is one query; nothing in a file is executed; the others go on."""

import os
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.forms import import_forms
from evaluation_lib.observations.forms import xlsx as xlsx_module
from evaluation_lib.observations.forms.opening import open_form
from tests.observations.forms.form_builder import CITY_BLOCK, PLAN, asked, make_book, values

HERE = Path(__file__).parent
GOOD = [CITY_BLOCK, ["指标", "单位", "2023年"], ["期末企业总量", "万户", 9.61]]
TAKEN = [("440800", "enterprises", "2023", "=", 9.61)]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        pytest.param("损坏.xlsx", b"PK\x03\x04 nothing more", "file_corrupt", id="damaged"),
        pytest.param("损坏.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1junk", "file_corrupt", id="xls"),
        pytest.param("空.xlsx", b"", "file_empty", id="empty"),
        pytest.param("空.csv", b" \r\n", "file_empty", id="blank"),
        pytest.param("图片.xlsx", b"%PDF-1.4", "file_type", id="pdf as xlsx"),
        pytest.param("网页.xls", b"<html><table></table>", "file_type", id="html as xls"),
        pytest.param("图片.csv", b"\x89PNG\r\n", "file_type", id="picture as csv"),
        pytest.param("乱码.csv", b"\xff\xff\x00\x01", "file_corrupt", id="no text"),
        pytest.param("~$表.xlsx", b"x", "file_locked", id="lock of an open workbook"),
        pytest.param("说明.docx", b"PK\x03\x04", "file_unsupported", id="no form"),
        pytest.param(
            "密码.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "file_password",
            id="password",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_a_query_and_the_others_go_on(tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)
    make_book(tmp_path / "好.xlsx", GOOD)

    intake = import_forms([tmp_path], PLAN)

    assert values(intake) == TAKEN
    assert [(one.file, one.sheet, one.cell, one.kind) for one in intake.queries] == [
        (name, "", "", kind)
    ]


def test_a_workbook_is_read_by_what_it_holds(tmp_path):
    make_book(tmp_path / "表.xlsx", GOOD).rename(tmp_path / "表.xls")

    intake = import_forms([tmp_path], PLAN)

    assert values(intake) == TAKEN
    assert asked(intake) == [("", "file_suffix")]


def test_an_old_workbook_is_read_like_a_new_one():
    intake = import_forms([HERE / "legacy.xls"], PLAN)

    assert values(intake) == [
        ("440800", "certificates", "2022", "=", 6208.0),
        ("440800", "certificates", "2023", "=", 6590.0),
        ("440800", "enterprises", "2022", "=", 8.83),
        ("440800", "enterprises", "2023", "=", 9.61),
        ("440800", "market_entities", "2023", "=", 42.61),
        ("440800", "product_inspection_coverage", "2022", "=", 2.95),
    ]
    # A share of the old format cannot be told from a percentage, and a failed formula is blank.
    assert asked(intake) == [("E7", "tenfold"), ("E5", "full_width"), ("D8", "not_reported")]


def test_a_file_name_in_gbk_bytes_is_decoded(tmp_path):
    source = make_book(tmp_path / "x.xlsx", GOOD)
    os.rename(os.fsencode(source), os.fsencode(tmp_path) + b"/" + "汇总表.xlsx".encode("gbk"))

    intake = import_forms([tmp_path], PLAN)

    assert list(intake.observations["source"]) == ["汇总表.xlsx"]
    assert asked(intake) == [("", "file_name")]


def test_formatted_empty_rows_take_neither_memory_nor_time(tmp_path):
    make_book(tmp_path / "small.xlsx", GOOD)
    padding = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(10, 200_010))
    with (
        zipfile.ZipFile(tmp_path / "small.xlsx") as source,
        zipfile.ZipFile(tmp_path / "padded.xlsx", "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name).decode() if name.endswith("sheet1.xml") else None
            padded = content.replace("</sheetData>", f"{padding}</sheetData>") if content else None
            target.writestr(name, padded or source.read(name))

    tracemalloc.start()
    intake = import_forms([tmp_path / "padded.xlsx"], PLAN)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert values(intake) == TAKEN
    assert peak < 20_000_000


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_module, "LARGEST_PART", 1_000_000)
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 1_000_001)

    assert open_form(tmp_path / "bomb.xlsx").fault == "file_too_large"


def test_a_document_type_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as archive:
        archive.writestr(
            "xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>'
        )

    assert open_form(tmp_path / "x.xlsx").fault == "file_corrupt"


def test_hidden_sheets_rows_and_columns_are_read_and_noted(tmp_path):
    path = make_book(
        tmp_path / "表.xlsx",
        {
            "汇总表": [
                CITY_BLOCK,
                ["指标", "单位", "2022年", "2023年"],
                ["期末企业总量", "万户", 8.83, 9.61],
                ["国家标准", "项", 119, 122],
            ],
            "旧表": [CITY_BLOCK, ["指标", "单位", "2021年"], ["期末企业总量", "万户", 8.05]],
        },
    )
    book = openpyxl.load_workbook(path)
    book["汇总表"].column_dimensions["C"].hidden = True
    book["汇总表"].row_dimensions[4].hidden = True
    book["旧表"].sheet_state = "veryHidden"
    book.save(path)

    intake = import_forms([path], PLAN)

    assert len(intake.observations) == 5
    assert [(one.sheet, one.cell, one.kind) for one in intake.queries] == [
        ("旧表", "", "hidden"),
        ("汇总表", "C2", "hidden"),
        ("汇总表", "A4", "hidden"),
    ]


def test_what_a_folder_holds_is_said_when_it_holds_nothing(tmp_path):
    with pytest.raises(ObservationError, match="holds no form"):
        import_forms([tmp_path], PLAN)
    with pytest.raises(ObservationError, match="no such file or folder"):
        import_forms([tmp_path / "nowhere"], PLAN)


def test_after_hundreds_of_one_kind_it_is_said_once_that_there_are_more(tmp_path):
    rows = [["国标数", "项", number + 0.5] for number in range(700)]
    make_book(tmp_path / "表.xlsx", [CITY_BLOCK, ["指标", "单位", "2023年"], *rows])

    intake = import_forms([tmp_path], PLAN)

    assert values(intake) == []
    assert [kind for _, kind in asked(intake)].count("unknown_indicator") == 500
    assert [one.raw for one in intake.queries if one.kind == "many_more"] == ["unknown_indicator"]
