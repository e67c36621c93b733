"""A sheet of the annex put into the workbook: header, values, filter, print set-up."""

from __future__ import annotations

import math
import re
import unicodedata

from xlsxwriter.worksheet import Worksheet

from evaluation_lib.publish.excel.cells import FIRST_ROW, Line, Number, Sheet
from evaluation_lib.publish.excel.formats import Formats, shown
from evaluation_lib.report.numbers import NO_VALUE

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAME = re.compile(r"\{(\w+)\}")
_LONGEST = 32_000  # characters; a cell holds no more than 32,767
_A3, _A4 = 8, 9  # numbers of paper sizes
_WIDEST_ON_A4 = 230  # characters
_LINE = 14.5  # points of a line of text
_HEAD = FIRST_ROW - 2  # row of the header, counted from 0 as the library does


def write_sheet(
    place: Worksheet, sheet: Sheet, formats: Formats, *, badge: str, running: tuple[str, str]
) -> None:
    """Fill the empty worksheet `place`.

    Args:
        place: Worksheet with the name of `sheet`.
        sheet: What stands in it.
        formats: Those of the workbook.
        badge: Label of invented data; blank where there is none.
        running: Words at the head and the foot of each printed page.
    """
    place.hide_gridlines(2)
    place.set_row(0, 24)
    put(place, 0, 0, sheet.title, formats.title())
    if badge:
        gap = "　" if formats.language == "zh" else "  "
        told = (formats.badge(), badge, formats.note(), f"{gap}{sheet.note}")
        place.write_rich_string(1, 0, *told, formats.note())
    else:
        put(place, 1, 0, sheet.note, formats.note())
    for number, column in enumerate(sheet.columns.values()):
        place.set_column(number, number, column.width)
        put(place, _HEAD, number, column.title, formats.head(right=column.right))
    place.set_row(_HEAD, 2 * _LINE + 4)
    for number, line in enumerate(sheet.lines):
        _write_line(place, sheet, line, FIRST_ROW - 1 + number, formats)
    last = FIRST_ROW - 2 + max(len(sheet.lines), 1)
    place.freeze_panes(_HEAD + 1, sheet.frozen)
    place.autofilter(_HEAD, 0, last, len(sheet.columns) - 1)
    wide = sum(one.width for one in sheet.columns.values()) > _WIDEST_ON_A4
    set_up_print(place, running, paper=_A3 if wide else _A4)
    place.repeat_rows(_HEAD)
    place.print_area(0, 0, last, len(sheet.columns) - 1)


def put(place: Worksheet, row: int, column: int, text: str, shape: object) -> None:
    """Write text as text, whatever it looks like; control characters are left out."""
    place.write_string(row, column, _CONTROLS.sub("", text)[:_LONGEST], shape)


def set_up_print(
    place: Worksheet, running: tuple[str, str], *, paper: int = _A4, pages: int = 0
) -> None:
    """Set a worksheet up for landscape paper, as wide as one page; `pages` 0 for any number."""
    head, foot = (text.replace("&", "&&") for text in running)
    place.set_landscape()
    place.set_paper(paper)
    place.fit_to_pages(1, pages)
    place.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    place.set_header(f"&L&9{head}&R&9&A")
    place.set_footer(f"&L&9{foot}&R&9&P / &N")


def _write_line(place: Worksheet, sheet: Sheet, line: Line, row: int, formats: Formats) -> None:
    lines = 1
    for number, (key, column) in enumerate(sheet.columns.items()):
        cell = line.cells.get(key)
        shape = formats.cell(cell, tint=line.tint, right=column.right)
        if isinstance(cell, Number):
            _write_number(place, sheet, cell, row, number, shape)
        else:
            text = NO_VALUE if cell is None or not cell.text else shown(cell)
            put(place, row, number, text, shape)
            lines = max(lines, _lines(text, column.width))
    place.set_row(row, lines * _LINE + 3)


def _write_number(
    place: Worksheet, sheet: Sheet, cell: Number, row: int, number: int, shape: object
) -> None:
    if not cell.formula:
        place.write_number(row, number, cell.value, shape)
        return
    formula = _NAME.sub(lambda match: f"{sheet.letter(match[1])}{row + 1}", cell.formula)
    place.write_formula(row, number, formula, shape, cell.value)


def _lines(text: str, width: float) -> int:
    """Return how many lines `text` takes in a column of `width` characters."""
    pieces = text.split("\n")
    return sum(max(1, math.ceil(_length(piece) / max(width - 2, 1))) for piece in pieces)


def _length(text: str) -> float:
    return sum(1.9 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in text)
