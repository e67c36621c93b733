"""The one sheet of a CSV file, in the encodings that spreadsheets write."""

from __future__ import annotations

import codecs
import csv
from pathlib import Path

from evaluation_lib.observations.forms.grid import Cell, Grid
from evaluation_lib.observations.forms.xlsx_parts import (
    MOST_CELLS,
    NotAWorkbookError,
    TooLargeError,
)

LARGEST_FILE = 60_000_000  # bytes
# GB18030 contains GBK and GB2312, so one name serves all three.
_ENCODINGS = ("utf-8", "gb18030")
_DELIMITERS = (",", "\t", ";")
_LINES_LOOKED_AT = 40


def read_csv(path: Path) -> list[Grid]:
    """Read the CSV file at `path`: UTF-8 with or without a mark, UTF-16 with one, GBK or GB18030.

    Raises:
        TooLargeError: It is larger than `LARGEST_FILE`, or holds too many cells.
        NotAWorkbookError: It is no text in these encodings.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise TooLargeError(f"is larger than {LARGEST_FILE} bytes")
    lines = _decoded(path.read_bytes()).splitlines(keepends=True)
    cells: dict[tuple[int, int], Cell] = {}
    try:
        for row, texts in enumerate(csv.reader(lines, delimiter=_delimiter(lines))):
            for column, text in enumerate(texts):
                if text.strip():
                    cells[row, column] = Cell(row, column, text)
            if len(cells) > MOST_CELLS:
                raise TooLargeError(f"holds more than {MOST_CELLS} cells")
    except csv.Error as error:
        raise NotAWorkbookError(str(error)) from error
    return [Grid("", cells)]


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded_as(content, ("utf-16",))
    if b"\x00" in content:
        raise NotAWorkbookError("holds bytes that no text has")
    return _decoded_as(content.removeprefix(codecs.BOM_UTF8), _ENCODINGS)


def _decoded_as(content: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotAWorkbookError(f"is no text in {', '.join(encodings)}")


def _delimiter(lines: list[str]) -> str:
    sample = "".join(lines[:_LINES_LOOKED_AT])
    return max(_DELIMITERS, key=sample.count)
