"""One sheet of an .xlsx archive: what stands in it, and what was hidden."""

from __future__ import annotations

import re
import zipfile

from evaluation_lib.observations.forms.grid import Cell, Content, Formula, Grid, Merge
from evaluation_lib.observations.forms.number_formats import (
    NumberFormat,
    shown_date,
    shown_number,
)
from evaluation_lib.observations.forms.xlsx_parts import (
    MOST_CELLS,
    Attributes,
    TooLargeError,
    position,
    unescaped,
    walk,
)

_EXTERNAL = re.compile(r"\[[0-9]+\]|\[[^\]]+\.xls|file:|https?:|'\\\\", re.IGNORECASE)
_MOST_HIDDEN = 1000  # columns of one range; a sheet hidden to its right edge has 16384


class SheetReader:
    """Gathers the cells of one sheet while its XML goes by."""

    def __init__(
        self, strings: list[str], formats: list[NumberFormat], *, since_1904: bool
    ) -> None:
        self._strings, self._formats, self._since_1904 = strings, formats, since_1904
        self._cells: dict[tuple[int, int], Cell] = {}
        self._merges: list[Merge] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._row = self._column = -1
        self._type, self._style = "n", 0
        self._value, self._formula = "", ""
        self._has_formula = False

    def read(self, archive: zipfile.ZipFile, part: str, name: str, hidden: bool) -> Grid:
        """Return the sheet in `part` of the archive.

        Raises:
            TooLargeError: It holds more than `MOST_CELLS` cells with text.
        """
        walk(archive, part, self._start, self._end)
        return Grid(
            name,
            self._cells,
            tuple(self._merges),
            hidden,
            frozenset(self._hidden_rows),
            frozenset(self._hidden_columns),
        )

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._column += 1
            if reference := attributes.get("r"):
                self._row, self._column = position(reference)
            self._type, self._style = attributes.get("t", "n"), int(attributes.get("s", "0"))
            self._value, self._formula, self._has_formula = "", "", False
        elif name == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
            if _is_hidden(attributes, "ht"):
                self._hidden_rows.add(self._row)
        elif name == "col" and _is_hidden(attributes, "width"):
            first, last = int(attributes["min"]), int(attributes["max"])
            self._hidden_columns |= set(range(first - 1, min(last, first + _MOST_HIDDEN)))
        elif name == "mergeCell":
            top_left, _, bottom_right = attributes["ref"].partition(":")
            self._merges.append(Merge(*position(top_left), *position(bottom_right or top_left)))

    def _end(self, name: str, text: str) -> None:
        if name == "v" or (name == "t" and self._type == "inlineStr"):
            self._value += text
        elif name == "f":
            self._has_formula, self._formula = True, text
        elif name == "c" and (self._value != "" or self._has_formula):
            self._enter()

    def _enter(self) -> None:
        if len(self._cells) >= MOST_CELLS:
            raise TooLargeError(f"holds more than {MOST_CELLS} cells in a sheet")
        text, content, disguised = self._shown()
        formula = Formula.NONE
        if self._has_formula:
            formula = Formula.CACHED if self._value != "" else Formula.UNCACHED
            if _EXTERNAL.search(self._formula):
                formula = Formula.EXTERNAL
        if text.strip() or formula is not Formula.NONE:
            cell = Cell(self._row, self._column, text, content, formula, disguised)
            self._cells[self._row, self._column] = cell

    def _shown(self) -> tuple[str, Content, bool]:
        if self._type == "s":
            return self._strings[int(self._value)], Content.TEXT, False
        if self._type in {"str", "inlineStr"}:
            return unescaped(self._value), Content.TEXT, False
        if self._type == "e":
            return self._value, Content.ERROR, False
        if self._type == "b":
            return ("TRUE" if self._value == "1" else "FALSE"), Content.TEXT, False
        if self._type == "d":
            return self._value[:10], Content.DATE, False
        if self._value == "":
            return "", Content.TEXT, False
        known = self._style < len(self._formats)
        style = self._formats[self._style] if known else NumberFormat()
        if style.dates:
            text = shown_date(self._value, style.dates, since_1904=self._since_1904)
            return text, Content.DATE, False
        return shown_number(self._value, style), Content.NUMBER, style.disguises


def _is_hidden(attributes: Attributes, size: str) -> bool:
    return attributes.get("hidden") in {"1", "true"} or attributes.get(size) in {"0", "0.0"}
