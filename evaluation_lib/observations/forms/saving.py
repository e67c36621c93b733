"""Workbooks that come out the same, byte for byte, each time they are written."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell

# openpyxl stamps the time of writing on the archive and its properties; forms are compared by hash.
_DAY_OF_ARCHIVE = (2021, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms)")
_PROPERTIES = "docProps/core.xml"


def save_workbook(book: openpyxl.Workbook, path: Path) -> None:
    """Write `book` to `path` without any trace of the time it was written."""
    packed = io.BytesIO()
    book.save(packed)
    with (
        zipfile.ZipFile(packed) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist()):
            content = source.read(name)
            if name == _PROPERTIES:
                content = _STAMP.sub(rb"\g<1>2021-01-01T00:00:00Z\g<3>", content)
            entry = zipfile.ZipInfo(name, _DAY_OF_ARCHIVE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)


def put_text(cell: Cell, text: str) -> None:
    """Write `text` into `cell` as text, never as a formula, whatever it begins with."""
    cell.value = _WITHOUT_CONTROLS.sub("", text)
    cell.data_type = "s"
    if text[:1] in {"=", "+", "-", "@"}:
        cell.quotePrefix = True


_WITHOUT_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
