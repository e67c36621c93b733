import json
import re

import pytest

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
from tests.publish.excel.annexes import make_checked_report, opened, parts, rows_of
from tests.publish.samples import make_notebook
from tests.report.builders import make_indicator_fact, make_observation, make_report
from tests.report.report_cases import (
    make_blank_fact,
    make_full_report,
)
from tests.report.section_cases import CHINESE

RISKY = ("=cmd|'/c calc'!A0", "+1+1", "-2", "@SUM(A1)", "=HYPERLINK(1)", "http://example.org")


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


def test_every_word_of_the_annex_exists_in_both_languages():
    assert [key for key, text in ANNEX.items() if not text.zh or not text.en] == []
    assert [key for key, text in ANNEX.items() if CHINESE.search(text.en)] == []
    with pytest.raises(ValueError, match="no words, or no value, for 'nothing'"):
        annex("zh")("nothing")
