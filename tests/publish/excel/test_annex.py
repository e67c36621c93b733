import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from evaluation_lib.publish.excel.cells import column_letter, reckoned
from evaluation_lib.publish.excel.exporting import export_xlsx, render_xlsx
from evaluation_lib.report.model import (
    FindingFact,
    MethodFact,
    Report,
    SourceFact,
    TargetFact,
)
from evaluation_lib.report.model_quality import QualityFact, QueryFact
from evaluation_lib.report.wording.annex import ANNEX, annex
from tests.publish.excel.reckoning import Reckoner
from tests.publish.samples import make_notebook
from tests.report.builders import make_counts, make_indicator_fact, make_observation, make_report
from tests.report.report_cases import (
    make_blank_fact,
    make_full_report,
    make_sum_fact,
    make_yearly_fact,
)
from tests.report.section_cases import CHINESE, ODD_REPORTS

RISKY = ("=cmd|'/c calc'!A0", "+1+1", "-2", "@SUM(A1)", "=HYPERLINK(1)", "http://example.org")
_LIBREOFFICE_CALC = Path("/usr/lib/libreoffice/program/libsclo.so")


def opened(file: bytes, *, results: bool = False):
    return openpyxl.load_workbook(io.BytesIO(file), data_only=results)


def formulas(file: bytes) -> list[tuple[str, str]]:
    """Return sheet and address of each cell with a formula."""
    return [
        (sheet.title, cell.coordinate)
        for sheet in opened(file)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def rows_of(file: bytes, name: str, *, results: bool = True) -> list[dict[str, object]]:
    """Return the lines of a sheet by the titles of its columns."""
    head, *lines = list(opened(file, results=results)[name].iter_rows(min_row=3, values_only=True))
    return [dict(zip(head, line, strict=True)) for line in lines]


def parts(file: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def make_checked_report():
    """Return a report whose stated numbers follow from its observations by the plain rules."""
    stock = make_indicator_fact(
        progress=0.5, time_share=0.6, gap=0.5 - 0.6, required_pace=4.0, catch_up_ratio=4.0 / 3.0
    )
    total = make_sum_fact(
        0.5, 1.0, progress=0.3, time_share=0.4, gap=0.3 - 0.4, required_pace=3.5 / 3, number=4
    )
    return make_report(stock, total, make_yearly_fact(3.72, 3.51), make_blank_fact())


@pytest.fixture(scope="module")
def file() -> bytes:
    return render_xlsx(make_checked_report())


def test_the_sheets_stand_in_the_order_of_the_report(file):
    assert opened(file).sheetnames == [
        "说明",
        "指标完成情况表",
        "数据序列",
        "预测",
        "证据与来源",
        "方法与设置",
    ]


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


@pytest.mark.parametrize("text", RISKY)
def test_what_senders_wrote_is_never_a_formula_or_a_link(text):
    seen = make_observation(2023, 40.0, raw=text, cell=text, source_title=text)
    finding = FindingFact(
        rule="r", severity="error", text=text, jurisdiction="440800", indicator="a",
        period="2023", source=text, cell=text,
    )  # fmt: skip
    source = SourceFact(
        id=text, title=text, url="http://example.org/a", kind="form", published_on="", note=text
    )
    fact = make_indicator_fact(observations=(seen,), name=text, reason=text)

    file = render_xlsx(make_report(fact, findings=(finding,), sources=(source,)))

    book = opened(file)
    shown = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    same = [cell for cell in shown if cell.value == text]
    assert len(same) >= 5
    assert {cell.data_type for cell in same} == {"s"}
    if text[0] in "=+-@":
        assert all(cell.quotePrefix for cell in same)
    assert "TargetMode" not in "".join(parts(file).values())


def test_there_is_no_macro_and_no_link_to_anything_outside(file):
    names = " ".join(parts(file))

    assert not re.search(r"vba|macro|externalLink|connection|activeX|\.bin", names, re.I)
    assert "TargetMode" not in "".join(parts(file).values())


def test_values_have_the_decimals_of_the_plan_and_bounds_their_sign():
    fact = make_indicator_fact(
        decimals=2,
        observations=(make_observation(2023, 40.0, comparator=">="),),
        progress_is_lower_bound=True,
        target=TargetFact(year=2025, comparison=">=", value=48.5),
    )

    sheet = opened(render_xlsx(make_report(fact)))["数据序列"]
    table = opened(render_xlsx(make_report(fact)))["指标完成情况表"]

    assert sheet["H4"].number_format == '"≥"0.00'
    assert table["I4"].number_format == '"≥"0.0'
    assert table["M4"].number_format == '"≥"0.0%'
    assert table["G4"].number_format == "0"


def test_english_groups_thousands_and_says_everything_in_english():
    fact = make_indicator_fact(
        name="Market entities", short_name="Entities", unit="units", note="",
        headline="", analysis=(), arithmetic=(),
    )  # fmt: skip
    seen = tuple(
        one.model_copy(update={"source_title": "Return", "cell": "C7"}) for one in fact.observations
    )
    report = make_report(
        fact.model_copy(update={"observations": seen}),
        language="en",
        title="Evaluation",
        jurisdiction_name="Zhanjiang",
        sources=(),
    )
    plan = report.plan.model_copy(update={"title": "Plan", "version": "draft"})

    file = render_xlsx(report.model_copy(update={"plan": plan}))

    book = opened(file)
    texts = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]
    assert [text for text in (*texts, *book.sheetnames) if CHINESE.search(text)] == []
    assert book["Indicators"]["K4"].number_format.startswith("[>=10000]#,##0.00")


def test_each_sheet_can_be_read_sorted_and_printed(file):
    for sheet in opened(file).worksheets[1:]:
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith("4")
        assert sheet.auto_filter.ref.startswith("A3:")
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)  # one page wide is what is left out
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.column_dimensions["A"].width >= 6


def test_invented_data_is_labelled_on_every_sheet_and_real_data_nowhere(file):
    real = make_checked_report().model_copy(update={"demonstration": False})

    for sheet in opened(file):
        top = [cell.value for row in sheet.iter_rows(max_row=3) for cell in row]
        assert any("演示数据" in str(value) for value in top), sheet.title
        assert "虚构" in sheet.oddFooter.left.text
    everything = "".join(parts(render_xlsx(real)).values())
    assert "演示数据" not in everything
    assert "虚构" not in everything


def test_verdicts_are_told_by_mark_and_word_not_by_colour_alone(file):
    sheet = opened(file)["指标完成情况表"]
    shown = {sheet[f"U{row}"].value for row in range(4, sheet.max_row + 1)}

    assert shown == {"▽ 略有滞后", "✖ 未达标", "□ 无法评价"}
    front = opened(file, results=True)["说明"]
    counted = {row[0].value: row[1].value for row in front.iter_rows() if row[0].value in shown}
    assert counted == {"▽ 略有滞后": 2, "✖ 未达标": 1, "□ 无法评价": 1}


def test_queries_stand_beside_findings():
    query = QueryFact(
        id="Q1", place="表1!C7", severity="error", raw="3.67万", reason="两种读法相差十倍。",
        addressee="统计科", answer="按万计",
    )  # fmt: skip
    quality = QualityFact(
        counties=0, rows=1, used=1, coverage=(), grades=(), editions=(), rules=(), queries=(query,)
    )

    rows = rows_of(render_xlsx(make_full_report(quality=quality)), "数据问题与质疑")

    assert [one["类别"] for one in rows].count("数据问题") == 6
    assert rows[-1] | {"类别": "质疑", "答复": "按万计", "送": "统计科"} == rows[-1]


def test_the_same_report_is_the_same_workbook_three_times(file):
    assert render_xlsx(make_checked_report()) == file
    assert render_xlsx(make_checked_report()) == file
    facts = opened(file).properties
    assert facts.created.isoformat() == "2024-03-31T00:00:00"
    assert not facts.creator


def test_the_order_in_which_a_file_keeps_names_changes_nothing():
    methods = {
        name: MethodFact(value=1.0, class_="met", reason=None, title=name) for name in ("b", "a")
    }
    report = make_report(make_indicator_fact(methods=methods), make_blank_fact())
    kept = report.to_json()
    again = Report.model_validate(json.loads(json.dumps(kept, sort_keys=True)))

    assert list(again.indicators[0].methods) != list(report.indicators[0].methods)
    assert render_xlsx(again) == render_xlsx(report)


def test_a_notebook_gives_the_annex_of_its_report():
    assert export_xlsx(make_notebook()) == render_xlsx(make_report())


def test_a_formula_is_kept_only_where_it_gives_the_reported_number():
    assert reckoned("=A1", 0.5, 0.5).formula == "=A1"
    assert reckoned("=A1", 0.5, 0.6).formula == ""
    assert reckoned("=A1", None, 0.6).formula == ""
    assert reckoned("=A1", 0.5, None) is None


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ")])
def test_columns_are_lettered_as_spreadsheets_do(place, letters):
    assert column_letter(place) == letters


def test_every_word_of_the_annex_exists_in_both_languages():
    assert [key for key, text in ANNEX.items() if not text.zh or not text.en] == []
    assert [key for key, text in ANNEX.items() if CHINESE.search(text.en)] == []
    with pytest.raises(ValueError, match="no words, or no value, for 'nothing'"):
        annex("zh")("nothing")


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
