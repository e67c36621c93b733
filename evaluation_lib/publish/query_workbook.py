"""The sender's own workbook with every query marked in its cell, and the list to answer in.

Values are never altered. Formulas become the values they had, links to other files are dropped, and
a sign such as ✕ stands in the number format, not in the cell.
"""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from evaluation_lib.language import Language, Text
from evaluation_lib.observations.checks.registry import Severity
from evaluation_lib.observations.forms import FormRead
from evaluation_lib.observations.forms.grid import Content, Grid
from evaluation_lib.observations.forms.opening import open_form
from evaluation_lib.observations.forms.saving import put_text, save_workbook
from evaluation_lib.observations.queries.kinds import Kind
from evaluation_lib.observations.queries.model import Query
from evaluation_lib.publish.query_sheet import LIST_TITLE, SHADES, SIGNS, fill_query_sheet, quoted

_LARGEST_COPY = 8_000_000  # bytes unpacked; beyond it the cells with text are copied alone
_RAW = Text("原值", "As written")
_READ = Text("读作", "Read as")
_OFFERED = Text("可选", "Possible")
_MARGIN = Text("质疑", "Queries")
_AUTHOR = "plan-eval"
_ONLY_SHEET = "CSV"


def write_query_workbook(
    form: FormRead, queries: Sequence[Query], path: Path, language: Language
) -> None:
    """Write a copy of `form` to `path` with its `queries` in the cells and a list of them."""
    book = _copy(form.path)
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    listing = book.create_sheet(_free_title(book, language))
    rows = fill_query_sheet(listing, queries, language, linked=frozenset(sheets))
    by_cell: dict[tuple[str, str], list[Query]] = defaultdict(list)
    for query in sorted(queries, key=lambda one: one.order):
        if query.cell:
            by_cell[query.sheet or _ONLY_SHEET, query.cell].append(query)
    for (name, cell), asked in by_cell.items():
        if name in sheets:
            _mark(sheets[name], cell, asked, language)
    for name, sheet in sheets.items():
        _write_margin(sheet, name, by_cell, rows, listing.title, language)
    save_workbook(book, path)


def _free_title(book: openpyxl.Workbook, language: Language) -> str:
    """Make room for the list where the sender has a sheet of the same name."""
    title = LIST_TITLE.into(language)
    if title in book.sheetnames:
        book[title].title = f"{title}（原）"[:31]
    return title


def _copy(path: Path) -> openpyxl.Workbook:
    if _is_small_workbook(path):
        try:
            return _as_sent(path)
        except Exception:  # openpyxl raises whatever a slightly broken part leads it to
            return _rebuilt(path)
    return _rebuilt(path)


def _is_small_workbook(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(part.file_size for part in archive.infolist()) <= _LARGEST_COPY
    except (zipfile.BadZipFile, OSError):
        return False


def _as_sent(path: Path) -> openpyxl.Workbook:
    with path.open("rb") as file:
        book = openpyxl.load_workbook(file, data_only=True, keep_links=False, keep_vba=False)
    book.defined_names.clear()
    for sheet in list(book.worksheets):
        sheet.defined_names.clear()
        sheet.data_validations.dataValidation.clear()
        sheet.conditional_formatting = type(sheet.conditional_formatting)()
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, MergedCell):
                    continue
                cell.hyperlink = None
                if cell.data_type == "f":
                    put_text(cell, str(cell.value))
    return book


def _rebuilt(path: Path) -> openpyxl.Workbook:
    """Copy the cells with text of a workbook that cannot be kept as it is: .xls, CSV, oversized."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for grid in open_form(path).sheets:
        sheet = book.create_sheet(grid.name or _ONLY_SHEET)
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
        for cell in grid.cells.values():
            place = sheet.cell(cell.row + 1, cell.column + 1)
            if cell.content is Content.NUMBER and _is_plain(cell.text):
                place.value = float(cell.text)
            else:
                put_text(place, cell.text)
        _merge(sheet, grid)
    return book


def _is_plain(text: str) -> bool:
    return text.replace(".", "", 1).lstrip("-").isdigit() and text.isascii()


def _merge(sheet: Worksheet, grid: Grid) -> None:
    for merge in grid.merges:
        if merge.bottom <= grid.height and merge.right <= grid.width:
            sheet.merge_cells(
                start_row=merge.top + 1,
                start_column=merge.left + 1,
                end_row=merge.bottom + 1,
                end_column=merge.right + 1,
            )


def _mark(sheet: Worksheet, address: str, asked: Sequence[Query], language: Language) -> None:
    cell = _visible_cell(sheet, address)
    worst = asked[0].severity
    shade = SHADES[worst]
    if all(query.kind is Kind.NOT_REPORTED for query in asked):
        cell.fill = PatternFill("lightUp", fgColor=shade.edge[1:])
    else:
        cell.fill = PatternFill("solid", fgColor=shade.ground[1:])
        cell.number_format = _with_sign(cell.number_format, SIGNS[worst])
    if worst is Severity.ERROR:
        frame = Side(style="medium", color=shade.ink[1:])
        cell.border = Border(frame, frame, frame, frame)
    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    note = Comment(before + "\n\n".join(_note(query, language) for query in asked), _AUTHOR)
    note.width, note.height = 320, 60 + 66 * len(asked)
    cell.comment = note


def _visible_cell(sheet: Worksheet, address: str) -> Cell:
    """Return the cell at `address`, or the first one of the merge that covers it."""
    cell = sheet[address]
    if isinstance(cell, MergedCell):
        merge = next(one for one in sheet.merged_cells.ranges if address in one)
        return sheet.cell(merge.min_row, merge.min_col)
    return cell


def _with_sign(code: str, sign: str) -> str:
    """Return a number format that shows `sign` before whatever `code` shows."""
    sections = code.split(";")
    positive = sections[0]
    negative = sections[1] if len(sections) > 1 else f"-{positive}"
    zero = sections[2] if len(sections) > 2 else positive
    words = sections[3] if len(sections) > 3 else "@"
    return ";".join(f'"{sign} "{section}' for section in (positive, negative, zero, words))


def _note(query: Query, language: Language) -> str:
    lines = [f"{SIGNS[query.severity]} {query.id}"]
    if query.raw:
        lines.append(f"{_RAW.into(language)}：{query.raw}")
    if query.reading:
        lines.append(f"{_READ.into(language)}：{query.reading}")
    if query.proposed:
        lines.append(f"{_OFFERED.into(language)}：{' | '.join(query.proposed)}")
    lines.append(query.reason.into(language))
    return "\n".join(lines)


def _write_margin(
    sheet: Worksheet,
    name: str,
    by_cell: dict[tuple[str, str], list[Query]],
    rows: dict[str, int],
    listing: str,
    language: Language,
) -> None:
    """Name the queries of each row in the first free column, linked to the list."""
    by_row: dict[int, list[str]] = defaultdict(list)
    for (of_sheet, address), asked in by_cell.items():
        if of_sheet == name:
            by_row[coordinate_from_string(address)[1]] += [query.id for query in asked]
    if not by_row:
        return
    column = sheet.max_column + 1
    if min(by_row) > 1:
        put_text(sheet.cell(min(by_row) - 1, column), _MARGIN.into(language))
    for row, ids in by_row.items():
        cell = sheet.cell(row, column)
        put_text(cell, " ".join(ids))
        cell.hyperlink = Hyperlink(
            ref=cell.coordinate, location=f"{quoted(listing)}!A{rows[ids[0]]}"
        )
        cell.style = "Hyperlink"
    sheet.column_dimensions[cell.column_letter].width = 14
