"""The worksheet of an on-site check (抽查核验): what was drawn, and cells to fill in beside it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from evaluation_lib.language import Text
from evaluation_lib.observations.forms.saving import put_text, save_workbook
from evaluation_lib.report.check_columns import (
    COLUMNS,
    DRAW_SHEET,
    FILLED,
    OUTCOMES,
    SETTINGS,
    STRATA_FROM,
    STRATA_TITLES,
    WIDTHS,
    WORK_SHEET,
)
from evaluation_lib.report.page_words import DEMONSTRATION_WARNING
from evaluation_lib.report.sampling import Sample
from evaluation_lib.report.style import ACCENT, INK

_GUIDE = Text(
    "对照原始材料逐行核对：填写原件数值和核查结果（一致、不一致、无法核验），核查日期写全年月日；"
    "填好后放入作业文件夹的verification目录，下一期报告即列出错误率及其区间。未填的行按未核查处理。",
    "Compare each row with its original: fill in the original value and the outcome (一致 agrees, "
    "不一致 differs, 无法核验 cannot be checked) with the full date. Put the file into "
    "verification/ of the job's folder; the next report states the error rate with its interval. "
    "Rows left blank count as not checked.",
)


def write_check_sheet(sample: Sample, path: Path, *, language: str = "zh") -> None:
    """Write the worksheet for `sample` to `path`; the same sample gives the same bytes."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = WORK_SHEET
    guide = _GUIDE.into(language)
    if sample.demonstration:
        guide = DEMONSTRATION_WARNING.into(language) + guide
    put_text(sheet["A1"], guide)
    sheet["A1"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(COLUMNS))
    sheet.row_dimensions[1].height = 45
    _write_header(sheet)
    for row, item in enumerate(sample.items, start=3):
        cells = (
            item.id,
            item.stratum,
            item.name,
            item.period,
            item.stated,
            item.unit,
            item.source,
            item.cell,
            item.raw,
        )
        for column, text in enumerate(cells, start=1):
            cell = sheet.cell(row, column)
            put_text(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        for column in range(len(cells) + 1, len(COLUMNS) + 1):
            edge = Side(style="thin", color=INK[1:])
            cell = sheet.cell(row, column)
            cell.border = Border(edge, edge, edge, edge)
            cell.protection = Protection(locked=False)
    _arrange(sheet, len(sample.items))
    _write_draw(book.create_sheet(DRAW_SHEET), sample)
    save_workbook(book, path)


def _write_header(sheet: Worksheet) -> None:
    for column, (title, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True), start=1):
        cell = sheet.cell(2, column)
        put_text(cell, title)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=ACCENT[1:])
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = width


def _arrange(sheet: Worksheet, count: int) -> None:
    choices = DataValidation(type="list", formula1=f'"{",".join(OUTCOMES)}"', allow_blank=True)
    letter = sheet.cell(2, COLUMNS.index(FILLED.outcome) + 1).column_letter
    choices.add(f"{letter}3:{letter}{count + 2}")
    sheet.add_data_validation(choices)
    sheet.freeze_panes = "D3"
    sheet.protection.sheet = True
    sheet.print_title_rows = "2:2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write_draw(sheet: Worksheet, sample: Sample) -> None:
    """Write how the draw was made, so that anyone can repeat it."""
    values = {
        "report": sample.title,
        "as_of": sample.as_of,
        "data_version": sample.data_version,
        "what": str(sample.what),
        "by": str(sample.by),
        "seed": sample.seed,
        "size": str(len(sample.items)),
    }
    for row, (key, title) in enumerate(SETTINGS.items(), start=1):
        put_text(sheet.cell(row, 1), title)
        put_text(sheet.cell(row, 2), values[key])
    for column, title in enumerate(STRATA_TITLES, start=1):
        put_text(sheet.cell(STRATA_FROM - 1, column), title)
        sheet.cell(STRATA_FROM - 1, column).font = Font(bold=True)
    for row, (name, population) in enumerate(sample.populations.items(), start=STRATA_FROM):
        put_text(sheet.cell(row, 1), name)
        sheet.cell(row, 2, population)
        sheet.cell(row, 3, sum(one.stratum == name for one in sample.items))
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 60
    sheet.protection.sheet = True
