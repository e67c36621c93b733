"""The list of queries (质疑清单) as a sheet, with one column to answer in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from evaluation_lib.language import Language, Text
from evaluation_lib.observations.checks.registry import Severity
from evaluation_lib.observations.forms.saving import put_text, save_workbook
from evaluation_lib.observations.queries.model import Query
from evaluation_lib.report.blocks import Tone
from evaluation_lib.report.style import ACCENT, HAIRLINE, INK, TONES

LIST_TITLE = Text("质疑清单", "Queries")
SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.NOTE: "≈"}
SHADES = {
    Severity.ERROR: TONES[Tone.BAD],
    Severity.WARNING: TONES[Tone.LATE],
    Severity.NOTE: TONES[Tone.GOOD],
}
_SEVERITIES = {
    Severity.ERROR: Text("错误", "Error"),
    Severity.WARNING: Text("疑问", "Question"),
    Severity.NOTE: Text("读法", "Reading"),
}
_OPEN, _SETTLED = Text("○ 待答复", "○ open"), Text("— 不必", "— none needed")
_BINDING = Text("约束", "Binding")


@dataclass(frozen=True, slots=True)
class _Column:
    title: Text
    width: int


_COLUMNS = (
    _Column(Text("编号", "Id"), 13),
    _Column(Text("严重度", "Severity"), 10),
    _Column(Text("约束性", "Binding"), 8),
    _Column(Text("文件", "File"), 22),
    _Column(Text("单元格", "Cell"), 16),
    _Column(Text("原值", "As written"), 18),
    _Column(Text("系统读法", "Read as"), 18),
    _Column(Text("理由", "Reason"), 40),
    _Column(Text("可选读法", "Possible readings"), 26),
    _Column(Text("送", "To"), 22),
    _Column(Text("答复", "Answer"), 22),
    _Column(Text("状态", "State"), 14),
)
_CELL_COLUMN, _ANSWER_COLUMN = 5, 11
_THIN = Side(style="thin", color=HAIRLINE[1:])


def write_query_list(queries: Sequence[Query], path: Path, language: Language) -> None:
    """Write a workbook that holds nothing but the list of `queries`."""
    book = openpyxl.Workbook()
    fill_query_sheet(book.active, queries, language, linked=frozenset())
    save_workbook(book, path)


def fill_query_sheet(
    sheet: Worksheet, queries: Sequence[Query], language: Language, *, linked: frozenset[str]
) -> dict[str, int]:
    """Fill an empty sheet with `queries`, gravest first.

    Args:
        sheet: Gets the title that marks a list of queries.
        queries: What is asked.
        language: Language of headers and reasons.
        linked: Names of sheets in the same workbook to which cells can be linked.

    Returns:
        The row of each query by its id.
    """
    sheet.title = LIST_TITLE.into(language)
    for number, column in enumerate(_COLUMNS, start=1):
        cell = sheet.cell(1, number, column.title.into(language))
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=ACCENT[1:])
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = column.width
    rows: dict[str, int] = {}
    for row, query in enumerate(sorted(queries, key=lambda one: one.order), start=2):
        rows[query.id] = row
        _write_row(sheet, row, query, language)
        if query.sheet in linked and query.cell:
            _link(sheet.cell(row, _CELL_COLUMN), f"{quoted(query.sheet)}!{query.cell}")
    _arrange(sheet)
    return rows


def _write_row(sheet: Worksheet, row: int, query: Query, language: Language) -> None:
    where = "!".join(part for part in (query.sheet, query.cell) if part)
    asks = query.severity is not Severity.NOTE
    texts = (
        query.id,
        f"{SIGNS[query.severity]} {_SEVERITIES[query.severity].into(language)}",
        _BINDING.into(language) if query.binding else "",
        query.file,
        where,
        query.raw,
        query.reading,
        query.reason.into(language),
        "\n".join(query.proposed),
        query.addressee,
        "",
        (_OPEN if asks else _SETTLED).into(language),
    )
    for number, text in enumerate(texts, start=1):
        cell = sheet.cell(row, number)
        if text:
            put_text(cell, text)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.border = Border(bottom=_THIN)
    shade = SHADES[query.severity]
    sheet.cell(row, 2).fill = PatternFill("solid", fgColor=shade.ground[1:])
    sheet.cell(row, 2).font = Font(bold=True, color=shade.ink[1:])
    answer = sheet.cell(row, _ANSWER_COLUMN)
    answer.protection = Protection(locked=False)
    answer.number_format = "@"  # an answer such as 1-2 or 4.10 stays as it was typed
    answer.border = Border(*(Side(style="thin", color=INK[1:]) for _ in range(4)))


def _link(cell: Cell, location: str) -> None:
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location)
    cell.font = Font(color=ACCENT[1:], underline="single")


def quoted(sheet: str) -> str:
    """Return the name of a sheet as a link inside the workbook writes it."""
    return "'" + sheet.replace("'", "''") + "'"


def _arrange(sheet: Worksheet) -> None:
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.protection.sheet = True
    sheet.protection.autoFilter = sheet.protection.sort = False
    sheet.protection.formatColumns = sheet.protection.formatRows = False
