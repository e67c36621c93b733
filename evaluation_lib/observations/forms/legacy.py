"""Sheets of an old .xls workbook.

Number formats and hidden rows of the old format are not read: a share such as 0.0176 then has two
readings and is queried like any other.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import python_calamine

from evaluation_lib.observations.forms.grid import Cell, Content, Grid, Merge
from evaluation_lib.observations.forms.xlsx_parts import (
    MOST_CELLS,
    NotAWorkbookError,
    TooLargeError,
)

LARGEST_FILE = 60_000_000  # bytes


class EncryptedError(ValueError):
    """The workbook opens with a password only."""


def read_xls(path: Path) -> list[Grid]:
    """Read every sheet of the workbook at `path`, hidden ones included.

    Raises:
        EncryptedError: It has a password.
        TooLargeError: It is larger than `LARGEST_FILE`.
        NotAWorkbookError: It is damaged, or no workbook at all.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise TooLargeError(f"is larger than {LARGEST_FILE} bytes")
    try:
        with path.open("rb") as file:
            book = python_calamine.CalamineWorkbook.from_filelike(file)
            return [_grid(book, sheet) for sheet in book.sheets_metadata]
    except python_calamine.PasswordError as error:
        raise EncryptedError(str(error)) from error
    except (python_calamine.CalamineError, OSError) as error:
        raise NotAWorkbookError(str(error)) from error


def _grid(book: python_calamine.CalamineWorkbook, entry: python_calamine.SheetMetadata) -> Grid:
    sheet = book.get_sheet_by_name(entry.name)
    cells: dict[tuple[int, int], Cell] = {}
    first = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(), start=first[0]):
        for column, value in enumerate(values, start=first[1]):
            text, content = _shown(value)
            if text.strip():
                cells[row, column] = Cell(row, column, text, content)
        if len(cells) > MOST_CELLS:
            raise TooLargeError(f"holds more than {MOST_CELLS} cells in a sheet")
    merges = tuple(Merge(*start, *end) for start, end in sheet.merged_cell_ranges or ())
    hidden = entry.visible != python_calamine.SheetVisibleEnum.Visible
    return Grid(entry.name, cells, merges, hidden)


def _shown(value: object) -> tuple[str, Content]:
    if isinstance(value, bool):
        return str(value).upper(), Content.TEXT
    if isinstance(value, (int, float)):
        return format(Decimal(f"{value:.15g}").normalize(), "f"), Content.NUMBER
    if isinstance(value, datetime):
        return value.date().isoformat(), Content.DATE
    if isinstance(value, (date, time, timedelta)):
        return str(value), Content.DATE
    return str(value), Content.TEXT
