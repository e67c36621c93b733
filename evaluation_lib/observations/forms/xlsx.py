"""Sheets of an .xlsx workbook, read from its XML in one pass and in bounded memory.

Neither openpyxl nor calamine serves here. A form padded with 200,000 formatted empty rows takes
openpyxl gigabytes, calamine does not tell number formats, so 1.76% and 0.0176 would look alike,
and neither says whether a formula reaches into another workbook.
"""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from xml.parsers import expat

from evaluation_lib.observations.forms.grid import Grid
from evaluation_lib.observations.forms.number_formats import NumberFormat, number_format
from evaluation_lib.observations.forms.xlsx_parts import (
    LARGEST_PART,
    Attributes,
    NotAWorkbookError,
    TooLargeError,
    unescaped,
    walk,
)
from evaluation_lib.observations.forms.xlsx_sheet import SheetReader

_LARGEST_LIST_OF_SHEETS = 1 << 20


def read_xlsx(path: Path) -> list[Grid]:
    """Read every sheet of the workbook at `path`, hidden ones included.

    Raises:
        TooLargeError: It would unpack to more than `LARGEST_PART`, or holds too many cells.
        NotAWorkbookError: It is damaged, or no workbook at all.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST_PART:
                raise TooLargeError(f"unpacks to more than {LARGEST_PART} bytes")
            return _Workbook(archive).sheets()
    except TooLargeError:
        raise
    except (zipfile.BadZipFile, expat.ExpatError, KeyError, ValueError, EOFError, OSError) as error:
        raise NotAWorkbookError(str(error)) from error
    except (NotImplementedError, RuntimeError) as error:  # packed or encrypted in an unknown way
        raise NotAWorkbookError(str(error)) from error


def sheet_names(path: Path) -> list[str]:
    """Return the names of the sheets of a workbook; none if `path` is no readable workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            part = archive.getinfo("xl/workbook.xml")
            if part.file_size > _LARGEST_LIST_OF_SHEETS:
                return []
            names: list[str] = []

            def start(name: str, attributes: Attributes) -> None:
                if name == "sheet":
                    names.append(attributes.get("name", ""))

            walk(archive, part.filename, start)
            return names
    except (zipfile.BadZipFile, expat.ExpatError, ValueError, KeyError, OSError, RuntimeError):
        return []


class _Workbook:
    """The parts of one workbook that every sheet needs."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self._book = next(
            (part for part in sorted(self._names) if part.endswith("xl/workbook.xml")), ""
        )
        if not self._book:
            raise NotAWorkbookError("holds no workbook.xml")
        self._folder = posixpath.dirname(self._book)
        self.since_1904 = False
        self.strings = self._shared_strings()
        self.formats = self._number_formats()

    def sheets(self) -> list[Grid]:
        entries: list[Attributes] = []

        def start(name: str, attributes: Attributes) -> None:
            if name == "sheet":
                entries.append(attributes)
            elif name == "workbookPr":
                self.since_1904 = attributes.get("date1904") in {"1", "true"}

        walk(self._archive, self._book, start)
        targets = self._targets()
        grids = []
        for entry in entries:
            part = targets.get(entry.get("id", ""), "")
            if part in self._names and "worksheet" in part:
                hidden = entry.get("state", "visible") != "visible"
                reader = SheetReader(self.strings, self.formats, since_1904=self.since_1904)
                grids.append(reader.read(self._archive, part, entry.get("name", ""), hidden))
        return grids

    def _targets(self) -> dict[str, str]:
        part = f"{self._folder}/_rels/workbook.xml.rels"
        targets: dict[str, str] = {}

        def start(name: str, attributes: Attributes) -> None:
            if name == "Relationship":
                target = attributes.get("Target", "")
                joined = (
                    target.lstrip("/") if target.startswith("/") else f"{self._folder}/{target}"
                )
                targets[attributes.get("Id", "")] = posixpath.normpath(joined)

        walk(self._archive, part, start)
        return targets

    def _shared_strings(self) -> list[str]:
        part = f"{self._folder}/sharedStrings.xml"
        strings: list[str] = []
        pieces: list[str] = []
        reading_aloud = False

        def start(name: str, _: Attributes) -> None:
            nonlocal reading_aloud
            if name == "si":
                pieces.clear()
            elif name == "rPh":  # phonetic guide, not part of the text
                reading_aloud = True

        def end(name: str, text: str) -> None:
            nonlocal reading_aloud
            if name == "t" and not reading_aloud:
                pieces.append(text)
            elif name == "rPh":
                reading_aloud = False
            elif name == "si":
                strings.append(unescaped("".join(pieces)))

        if part in self._names:
            walk(self._archive, part, start, end)
        return strings

    def _number_formats(self) -> list[NumberFormat]:
        part = f"{self._folder}/styles.xml"
        codes: dict[int, str] = {}
        styles: list[int] = []
        inside = False

        def start(name: str, attributes: Attributes) -> None:
            nonlocal inside
            if name == "numFmt":
                codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
            elif name == "cellXfs":
                inside = True
            elif name == "xf" and inside:
                styles.append(int(attributes.get("numFmtId", "0")))

        def end(name: str, _: str) -> None:
            nonlocal inside
            if name == "cellXfs":
                inside = False

        if part in self._names:
            walk(self._archive, part, start, end)
        return [number_format(style, codes.get(style)) for style in styles]
