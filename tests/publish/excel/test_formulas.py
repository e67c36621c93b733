"""Formulas of the annex: each gives the number of the report, reckoned by others."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from evaluation_lib.publish.excel.cells import column_letter, reckoned
from evaluation_lib.publish.excel.exporting import render_xlsx
from tests.publish.excel.annexes import formulas, make_checked_report, opened, rows_of
from tests.publish.excel.reckoning import Reckoner
from tests.report.builders import make_counts, make_indicator_fact, make_report
from tests.report.section_cases import ODD_REPORTS

_LIBREOFFICE_CALC = Path("/usr/lib/libreoffice/program/libsclo.so")


@pytest.fixture(scope="module")
def file() -> bytes:
    return render_xlsx(make_checked_report())


def test_what_a_reader_would_check_is_a_formula(file):
    by_name = rows_of(file, "指标完成情况表", results=False)
    stock = next(one for one in by_name if one["序号"] == 1)

    assert stock["完成率"] == "=(K6-G6)/(I6-G6)"
    assert stock["时序进度"] == "=(J6-F6)/(H6-F6)"
    assert stock["差（完成率−时序）"] == "=M6-N6"
    assert stock["年均所需增量"] == "=MAX(0,(I6-K6)/(H6-J6))"
    assert str(stock["最新值"]).startswith("='数据序列'!$H$")
    series = rows_of(file, "数据序列", results=False)
    assert [one["年度增量"] for one in series[:3]] == ["—", "=H5-H4", "=H6-H5"]


def test_each_formula_carries_the_number_of_the_report(file):
    by_number = {one["序号"]: one for one in rows_of(file, "指标完成情况表")}

    assert by_number[1]["完成率"] == 0.5
    assert by_number[1]["差（完成率−时序）"] == pytest.approx(-0.1)
    assert by_number[4]["规划期累计"] == 1.5
    assert by_number[4]["完成率"] == 0.3
    assert by_number[4]["年均所需增量"] == pytest.approx(3.5 / 3)
    assert by_number[14]["完成率"] == "—"


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(make_checked_report, id="plain rules"),
        *(pytest.param(make, id=name) for name, make in ODD_REPORTS.items()),
    ],
)
def test_reckoning_again_gives_the_number_that_is_stored(report):
    made = report()
    file = render_xlsx(made.model_copy(update={"counts": make_counts(made.indicators)}))
    stored, reckoner = opened(file, results=True), Reckoner(opened(file))

    found = formulas(file)

    assert found
    for sheet, address in found:
        again = reckoner.value(sheet, address)
        assert again == pytest.approx(stored[sheet][address].value, rel=1e-9, abs=1e-9), address


def test_a_number_that_follows_another_rule_has_no_formula_that_gives_something_else():
    milestone = make_indicator_fact(time_share=0.7)

    file = render_xlsx(make_report(milestone))

    row = rows_of(file, "指标完成情况表", results=False)[0]
    assert row["时序进度"] == 0.7
    assert row["完成率"] == "=(K4-G4)/(I4-G4)"


def test_a_sum_follows_the_series(file):
    book = opened(file)
    series = book["数据序列"]
    place = next(
        row for row in range(4, series.max_row + 1) if series[f"B{row}"].value.startswith("ip_")
    )
    series[f"H{place}"].value = 2.5

    total = next(
        f"L{row}"
        for row in range(4, book["指标完成情况表"].max_row + 1)
        if book["指标完成情况表"][f"A{row}"].value == 4
    )
    assert Reckoner(book).value("指标完成情况表", total) == pytest.approx(3.5)


def test_a_formula_is_kept_only_where_it_gives_the_reported_number():
    assert reckoned("=A1", 0.5, 0.5).formula == "=A1"
    assert reckoned("=A1", 0.5, 0.6).formula == ""
    assert reckoned("=A1", None, 0.6).formula == ""
    assert reckoned("=A1", 0.5, None) is None


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ")])
def test_columns_are_lettered_as_spreadsheets_do(place, letters):
    assert column_letter(place) == letters


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("soffice") is None or not _LIBREOFFICE_CALC.exists(),
    reason="LibreOffice Calc is not installed",
)
def test_libreoffice_reckons_the_same_numbers(tmp_path, file):
    stored = opened(file, results=True)
    bare = tmp_path / "bare.xlsx"
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name.startswith("xl/worksheets/"):
                text = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", text)  # no result to copy from
            target.writestr(name, text)

    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(tmp_path / "again"),
            str(bare),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    again = openpyxl.load_workbook(tmp_path / "again/bare.xlsx", data_only=True)
    for sheet, address in formulas(file):
        assert again[sheet][address].value == pytest.approx(stored[sheet][address].value), address
