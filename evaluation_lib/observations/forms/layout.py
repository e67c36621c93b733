"""Where the tables of a sheet begin and end, and which text stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from evaluation_lib.observations.forms.grid import Cell, Content, Grid
from evaluation_lib.observations.forms.labels import Label, Labels, Role, is_marker
from evaluation_lib.observations.quantities.characters import plain

LABEL_ROLES = frozenset({Role.INDICATOR, Role.PLACE, Role.PERIOD})
_DATA_ROLES = LABEL_ROLES | {Role.UNIT, Role.VALUE}
_YEAR = re.compile(r"^(19[89][0-9]|20[0-4][0-9])$")
_TALK = re.compile(
    r"^(注|说明|备注|附注|填表说明|填报(单位|部门|人|日期|时间)|填表|报送|审核|审批|复核|负责人|单位负责人|制表|"
    r"联系|续表|续上表|[(（]?续|表[0-9一二三四五六七八九十]+|附表|单位[:：]|计量单位[:：]|统计负责人|分管|日期)"
)
_BLOCK = re.compile(r"^(填报|填表|报送)(人|日期|时间)|^(联系电话|审核人|单位负责人)\s*[:：]?")


class Column(NamedTuple):
    """A column of a table with what its header says."""

    number: int
    label: Label
    header: tuple[int, int]  # the lowest header cell with text: row, column


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows under it.

    Attributes:
        columns: From the left; columns without a header cell are among them if they hold text.
        rows: Numbers of the rows that may hold values.
        above: Texts between the table before, or the top of the sheet, and the header.
    """

    columns: tuple[Column, ...]
    rows: tuple[int, ...]
    above: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    header: list[int]
    above: tuple[str, ...]
    rows: list[int] = field(default_factory=list)


def find_tables(grid: Grid, labels: Labels) -> tuple[list[Table], list[Cell]]:
    """Return the tables of a sheet from the top, and the cells that belong to none of them."""
    talk: list[Cell] = []
    drafts: list[_Draft] = []
    since: list[str] = []
    rows = grid.rows()
    position = 0
    while position < len(rows):
        row = rows[position]
        if _starts_header(grid, row, labels):
            header = _header_rows(grid, rows[position:], labels)
            drafts.append(_Draft(header, tuple(since)))
            since = []
            position += len(header)
            continue
        is_talk = not drafts or _is_talk(grid, row, labels)
        if drafts and (not is_talk or _may_be_heading(grid, row)):
            drafts[-1].rows.append(row)
        if is_talk:
            talk += grid.row(row)
            since += [cell.text for cell in grid.row(row)]
        position += 1
    return [table for draft in drafts for table in _tables(grid, draft, labels)], talk


def _is_talk(grid: Grid, row: int, labels: Labels) -> bool:
    cells = grid.row(row)
    if _TALK.match(plain(cells[0].text)):
        return not any(cell.content is Content.NUMBER for cell in cells[1:])
    if len(cells) > 1 or cells[0].content is not Content.TEXT:
        return False
    label = labels.read(cells[0].text)
    return not (label.quantity or label.place or label.period)


def _may_be_heading(grid: Grid, row: int) -> bool:
    """Return whether a line of text may be a heading of the rows below it in the same table."""
    cells = grid.row(row)
    return len(cells) == 1 and not _TALK.match(plain(cells[0].text))


def _starts_header(grid: Grid, row: int, labels: Labels) -> bool:
    cells = grid.row(row)
    if len(cells) < 2 or any(_is_number(cell) for cell in cells):
        return False
    if any(_BLOCK.match(plain(cell.text)) for cell in cells):
        return False
    read = [labels.read(cell.text) for cell in cells]
    known = [label for label in read if label.known and label.text]
    if any(label.role in _DATA_ROLES for label in read) and len(known) >= 2:
        return True
    if sum(label.quantity is not None for label in read) >= 2:
        return True
    if sum(label.place is not None for label in read) >= 2:
        return True
    periods = [cell for cell, label in zip(cells, read, strict=True) if label.period is not None]
    if len(periods) < 2:
        return False
    years = [int(cell.text) for cell in periods if _YEAR.match(cell.text)]
    return not years or all(after - before == 1 for before, after in pairwise(years))


def _is_number(cell: Cell) -> bool:
    return cell.content is Content.NUMBER and not _YEAR.match(cell.text)


def _header_rows(grid: Grid, rows: list[int], labels: Labels) -> list[int]:
    """Return the rows of the header that begins at the first of `rows`."""
    header = [rows[0]]
    bottom = max(
        (
            merge.bottom
            for cell in grid.row(rows[0])
            if (merge := grid.merge_at(cell.row, cell.column)) is not None
        ),
        default=rows[0],
    )
    label_columns = {
        cell.column
        for cell in grid.row(rows[0])
        if labels.read(cell.text).role in LABEL_ROLES | {Role.UNIT}
    }
    for row in rows[1:]:
        if row > bottom and not _continues_header(grid, row, label_columns, labels):
            break
        header.append(row)
    return header


def _continues_header(grid: Grid, row: int, label_columns: set[int], labels: Labels) -> bool:
    cells = grid.row(row)
    if _is_marker_row(cells):
        return True
    if any(_is_number(cell) for cell in cells):
        return False
    for cell in cells:
        label = labels.read(cell.text)
        if not label.known or (cell.column in label_columns and label.role is None):
            return False
    read = [labels.read(cell.text) for cell in cells]
    return any(label.is_facet or label.role is not None for label in read) and not (
        sum(bool(label.quantity or label.place) for label in read) == 1
        and cells[0].column == min(label_columns, default=0)
    )


def _is_marker_row(cells: list[Cell]) -> bool:
    if len(cells) < 2 or not all(is_marker(cell.text) for cell in cells):
        return False
    numbers = [int(cell.text) for cell in cells if plain(cell.text).isdigit()]
    return (
        bool(numbers)
        and numbers == list(range(1, len(numbers) + 1))
        and (len(numbers) < len(cells) or len(numbers) > 2)
    )


def _tables(grid: Grid, draft: _Draft, labels: Labels) -> list[Table]:
    named = [row for row in draft.header if not _is_marker_row(grid.row(row))]
    width = max(
        (cell.column for row in (*draft.header, *draft.rows) for cell in grid.row(row)), default=-1
    )
    columns = [_column(grid, column, named, labels) for column in range(width + 1)]
    return [
        Table(tuple(part), tuple(draft.rows), draft.above)
        for part in _side_by_side(columns)
        if part
    ]


def _column(grid: Grid, column: int, header: list[int], labels: Labels) -> Column:
    label, place, seen = Label(""), (header[-1] if header else 0, column), None
    for row in header:
        cell = grid.shown(row, column)
        if cell is None or cell is seen:
            continue
        seen = cell
        label = label.joined(labels.read(cell.text)) if label.text else labels.read(cell.text)
        place = (cell.row, cell.column)
    return Column(column, label, place)


def _side_by_side(columns: list[Column]) -> list[list[Column]]:
    """Part columns where the first label column comes again: two tables beside each other."""
    first = next((one.label.role for one in columns if one.label.role in LABEL_ROLES), None)
    parts: list[list[Column]] = [[]]
    started = False
    for column in columns:
        if first is not None and column.label.role is first and first is not Role.PERIOD:
            if started:
                parts.append([])
            started = True
        parts[-1].append(column)
    return parts
