"""A form while it is made up: what stands in each cell, and what must come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl

from evaluation_lib.observations.forms.grid import address
from evaluation_lib.observations.forms.saving import put_text, save_workbook

Rows = list[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that must be raised.

    Attributes:
        raw: What is quoted, where the query is about a whole sheet.
    """

    kind: str
    severity: str
    proposed: tuple[str, ...] = ()
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A cell with what an import must make of it.

    Attributes:
        shown: What is typed into the cell.
        slot: Jurisdiction, indicator and period of the value, None where none must be taken.
        value: The value to take, in the plan's unit.
        asked: Queries to raise.
        style: Number format of the cell.
        raw: Text the importer must see, where it is not `shown` itself.
    """

    shown: object
    slot: tuple[str, str, str] | None = None
    value: float = 0.0
    comparator: str = "="
    asked: tuple[Asked, ...] = ()
    style: str = ""
    raw: str | None = None

    @property
    def text(self) -> str:
        """Return the text the importer must see."""
        if self.raw is not None:
            return self.raw
        return "" if self.shown is None else str(self.shown)


@dataclass(slots=True)
class Sheet:
    """One sheet.

    Attributes:
        rows: From the top; each cell is a text, a number, None or a `Held`.
        asked: Queries about the whole sheet.
    """

    name: str
    rows: Rows
    merges: tuple[str, ...] = ()
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()


@dataclass(slots=True)
class Draft:
    """One file.

    Attributes:
        encoding: For a CSV file; blank for a workbook.
        content: Bytes of a file that is no form at all.
        asked: Queries about the whole file.
    """

    name: str
    sheets: list[Sheet] = field(default_factory=list)
    published_on: str = ""
    encoding: str = ""
    content: bytes | None = None
    asked: tuple[Asked, ...] = ()

    def write(self, folder: Path) -> Path:
        """Write the file into `folder`, the same bytes every time."""
        path = folder / self.name
        if self.content is not None:
            path.write_bytes(self.content)
        elif self.encoding:
            path.write_bytes(_delimited(self.sheets[0]).encode(self.encoding))
        else:
            _write_workbook(self.sheets, path)
        return path

    def observations(self) -> list[dict[str, str]]:
        """Return the rows that must enter the observation table."""
        return [
            {
                "jurisdiction": held.slot[0],
                "indicator": held.slot[1],
                "period": held.slot[2],
                "value": repr(float(held.value)),
                "comparator": held.comparator,
                "published_on": self.published_on,
                "source": self.name,
                "cell": f"{sheet}!{cell}" if sheet else cell,
                "raw": held.text,
            }
            for sheet, cell, held in self._held()
            if held.slot is not None
        ]

    def queries(self) -> list[dict[str, str]]:
        """Return the queries that must be asked."""
        of_file = [("", "", "", one) for one in self.asked]
        of_sheets = [(sheet.name, "", one.raw, one) for sheet in self.sheets for one in sheet.asked]
        of_cells = [
            (sheet, cell, held.text, one)
            for sheet, cell, held in self._held()
            for one in held.asked
        ]
        return [
            {
                "file": self.name,
                "sheet": sheet,
                "cell": cell,
                "kind": one.kind,
                "severity": one.severity,
                "raw": raw,
                "proposed": " | ".join(one.proposed),
            }
            for sheet, cell, raw, one in (*of_file, *of_sheets, *of_cells)
        ]

    def _held(self) -> list[tuple[str, str, Held]]:
        return [
            ("" if self.encoding else sheet.name, address(row, column), content)
            for sheet in self.sheets
            for row, contents in enumerate(sheet.rows)
            for column, content in enumerate(contents)
            if isinstance(content, Held)
        ]


def _shown(content: object) -> object:
    return content.shown if isinstance(content, Held) else content


def _delimited(sheet: Sheet) -> str:
    lines = []
    for row in sheet.rows:
        texts = ["" if _shown(one) is None else str(_shown(one)) for one in row]
        lines.append(
            ",".join(
                f'"{one.replace(chr(34), chr(34) * 2)}"' if "," in one else one for one in texts
            )
        )
    return "\r\n".join(lines) + "\r\n"


def _write_workbook(sheets: Sequence[Sheet], path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for row, contents in enumerate(sheet.rows, start=1):
            for column, content in enumerate(contents, start=1):
                _write_cell(page.cell(row, column), content)
        for merge in sheet.merges:
            page.merge_cells(merge)
        page.sheet_state = "hidden" if sheet.hidden else "visible"
        for number in sheet.hidden_rows:
            page.row_dimensions[number].hidden = True
        for letter in sheet.hidden_columns:
            page.column_dimensions[letter].hidden = True
    save_workbook(book, path)


def _write_cell(cell: openpyxl.cell.Cell, content: object) -> None:
    shown = _shown(content)
    if shown is None:
        return
    is_formula = isinstance(content, Held) and content.style == "formula"
    if isinstance(shown, str) and not is_formula and not shown.startswith("#"):
        put_text(cell, shown)
    else:
        cell.value = shown
    if isinstance(content, Held) and content.style and not is_formula:
        cell.number_format = content.style
