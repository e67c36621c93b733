"""From the draw through the worksheet to the error rate of the next report."""

from datetime import date

import openpyxl
import pytest

from evaluation_lib.errors import AuthoredError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.publish.check_sheet import write_check_sheet
from evaluation_lib.report import sections
from evaluation_lib.report.authored import read_authored
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.sampling import draw_sample
from evaluation_lib.report.strata import Sampled, Strata
from evaluation_lib.report.words_of_blocks import told
from tests.builders import CITY, make_plan, make_yearly

VALUES = {year: 100.0 + 10 * (year - 2015) for year in range(2015, 2023)}
ORIGINAL, OUTCOME, DAY, NOTE = 10, 11, 12, 13


def report_of(folder="", day=date(2023, 6, 1)):
    found = evaluate(make_plan(), make_yearly(VALUES), CITY, day)
    return build_report(found, {}, authored=read_authored(str(folder)))


@pytest.fixture
def sheet(tmp_path):
    """Write a worksheet of six of the eight values into the folder of a job."""
    sample = draw_sample(
        report_of(), what=Sampled.VALUES, by=Strata.EVIDENCE, size=6, seed="2023-1"
    )
    path = tmp_path / "verification/first.xlsx"
    path.parent.mkdir()
    write_check_sheet(sample, path)
    return path


def fill(path, *rows, day="2023-05-20"):
    """Fill in the rows from the first on: an outcome, or an outcome and an original value."""
    book = openpyxl.load_workbook(path)
    work = book["核查表"]
    for row, given in enumerate(rows, start=3):
        outcome, original = (given, "") if isinstance(given, str) else given
        work.cell(row, OUTCOME).value = outcome
        work.cell(row, ORIGINAL).value = original or None
        work.cell(row, DAY).value = day
    book.save(path)


def test_the_same_sample_is_the_same_file(sheet, tmp_path):
    sample = draw_sample(
        report_of(), what=Sampled.VALUES, by=Strata.EVIDENCE, size=6, seed="2023-1"
    )
    write_check_sheet(sample, tmp_path / "again.xlsx")

    assert (tmp_path / "again.xlsx").read_bytes() == sheet.read_bytes()


def test_a_filled_worksheet_gives_the_next_report_its_error_rate(sheet, tmp_path):
    fill(sheet, ("不一致", 1.0), "一致", "一致", "一致", "无法核验")

    (found,) = report_of(tmp_path).verification

    (stratum,) = found.strata
    assert (stratum.population, stratum.drawn, stratum.checked) == (8, 6, 4)
    assert (stratum.wrong, stratum.not_checkable, found.open) == (1, 1, 1)
    assert found.rate == pytest.approx(0.25)
    assert found.low < 0.25 < found.high < found.worst
    assert [one.original for one in found.discrepancies] == ["1"]


def test_the_report_tells_rate_interval_and_how_to_repeat_the_draw(sheet, tmp_path):
    fill(sheet, ("不一致", 1.0), "一致", "一致", "一致")

    text = " ".join(told(sections.records(report_of(tmp_path))))

    assert "核查数值4个，1个与原件不一致，估计差错率25.0%（95%区间" in text
    assert "种子“2023-1”抽取6个" in text


def test_what_was_checked_after_the_day_counts_as_not_checked(sheet, tmp_path):
    fill(sheet, "一致", "一致", day="2023-06-02")

    (found,) = report_of(tmp_path).verification

    assert (found.rate, found.open) == (None, 6)
    assert "尚未核查，差错率无法估计" in " ".join(told(sections.verification(report_of(tmp_path))))


def test_every_fault_of_a_worksheet_is_named_with_its_cell(sheet, tmp_path):
    fill(sheet, "大概", ("一致", 3.0), "不一致")
    book = openpyxl.load_workbook(sheet)
    book["核查表"].cell(6, OUTCOME).value = "一致"
    book["抽样方案"]["B10"].value = "many"
    book.save(sheet)

    with pytest.raises(AuthoredError) as refused:
        read_authored(str(tmp_path))

    message = str(refused.value)
    for part in (
        "first.xlsx: sheet 核查表, cell K3: found '大概'; use one of 一致, 不一致, 无法核验",
        "cell K4: found 一致, but the original 3 is not",
        "cell J5: is blank; 不一致 needs what the original says",
        "cell L6: found ''; write the day",
        "sheet 抽样方案, cell B10: found 'many'",
    ):
        assert part in message


def test_a_workbook_of_another_kind_is_refused_with_what_it_has(tmp_path):
    (tmp_path / "verification").mkdir()
    openpyxl.Workbook().save(tmp_path / "verification/other.xlsx")
    (tmp_path / "verification/broken.xlsx").write_bytes(b"PK")

    with pytest.raises(AuthoredError) as refused:
        read_authored(str(tmp_path))

    assert "other.xlsx: sheet 核查表, 抽样方案 is missing; it has Sheet" in str(refused.value)
    assert "broken.xlsx: cannot be read as a workbook" in str(refused.value)


def test_text_of_a_source_that_looks_like_a_formula_stays_text(tmp_path):
    report = report_of()
    fact = report.indicators[0]
    seen = tuple(one.model_copy(update={"raw": "=1+1"}) for one in fact.observations)
    evil = report.model_copy(
        update={"indicators": (fact.model_copy(update={"observations": seen}),)}
    )
    sample = draw_sample(evil, what=Sampled.VALUES, by=Strata.NATURE, size=2, seed="1")

    write_check_sheet(sample, tmp_path / "sheet.xlsx")

    cell = openpyxl.load_workbook(tmp_path / "sheet.xlsx")["核查表"].cell(3, 9)
    assert (cell.value, cell.data_type) == ("=1+1", "s")
