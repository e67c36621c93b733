"""What each cell of a table is about: indicator, place, period and unit."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.observations.forms.columns import (
    NOT_READ,
    is_value,
    question_about,
    settled,
)
from evaluation_lib.observations.forms.grid import Cell, Content, Grid, address
from evaluation_lib.observations.forms.inquiry import Inquiry
from evaluation_lib.observations.forms.labels import Label, Labels, Role
from evaluation_lib.observations.forms.layout import LABEL_ROLES, Column, Table
from evaluation_lib.observations.forms.sender import Sender
from evaluation_lib.observations.forms.slot import Slot
from evaluation_lib.observations.forms.titles import CHANGES_SCOPE, quantity_in, unit_in
from evaluation_lib.observations.names import NamedPlace, NamedQuantity, PlaceKind
from evaluation_lib.observations.quantities.characters import plain
from evaluation_lib.observations.quantities.model import Unit
from evaluation_lib.observations.quantities.units import parse_unit
from evaluation_lib.observations.queries.kinds import Kind

_PARTS = frozenset({PlaceKind.CITY_LEVEL, PlaceKind.ZONE})


class TableReader:
    """Reads the labels of one table and asks about those it does not understand."""

    def __init__(
        self, grid: Grid, table: Table, sender: Sender, labels: Labels, inquiry: Inquiry
    ) -> None:
        self._grid, self._table, self._sender = grid, table, sender
        self._labels, self._inquiry = labels, inquiry
        self._last: dict[int, str] = {}
        self._heading: tuple[Cell, Label] | None = None
        self._asked_headings: set[str] = set()
        self._doubtful = 0  # label column of the row at hand that is not understood
        self._title_quantity = quantity_in(table.above, labels)
        self._table_unit = unit_in(table.above)
        self._label_unit = next(
            (one.label.unit for one in table.columns if one.label.role in LABEL_ROLES), None
        )
        self._columns = [settled(grid, table, labels, column) for column in table.columns]
        self.values = [column for column in self._columns if is_value(column)]

    def slots(self) -> Iterator[Slot]:
        """Yield every cell that should hold a value, from the top."""
        if not self.values:
            return
        for column in self._columns:
            if (kind := question_about(self._grid, self._table, column)) is not None:
                self._ask(kind, column.header, column.label.text)
            if column.number in self._grid.hidden_columns and column in self.values:
                self._ask(Kind.HIDDEN, column.header, column.label.text)
        for row in self._table.rows:
            yield from self._row(row)

    def _is_heading(self, row: int) -> bool:
        """Remember a line between the rows, such as 二、市本级, that all rows below it share."""
        cells = self._grid.row(row)
        if len(cells) != 1 or cells[0].content is not Content.TEXT:
            return False
        roles = {one.label.role for one in self._columns if one.number == cells[0].column}
        read = self._labels.read(cells[0].text)
        if (
            read.quantity
            or (read.place and Role.PLACE in roles)
            or (read.period and Role.PERIOD in roles)
        ):
            return False
        self._heading = None if read.known and not read.is_facet else (cells[0], read)
        return True

    def _below_heading(self, label: Label) -> Label | None:
        """Return `label` with what the heading above it says; None where that is not read."""
        if self._heading is None:
            return label
        cell, heading = self._heading
        place = heading.place
        kind = Kind.SECTION if not heading.known else None
        if place is not None and place.kind is not PlaceKind.JURISDICTION:
            kind = NOT_READ[place.kind]
        if kind is not None and cell.address not in self._asked_headings:
            self._asked_headings.add(cell.address)
            self._ask(kind, (cell.row, cell.column), cell.text)
        if kind is Kind.SECTION:
            return label
        return heading.joined(label) if kind is None else None

    def _is_qualified(self, row: int) -> bool:
        """Ask about a word beside the label that makes the row a part of what it names."""
        first_value = min(column.number for column in self.values)
        for column in self._columns:
            cell = self._grid.shown(row, column.number)
            if cell is None or cell.content is not Content.TEXT or column in self.values:
                continue
            role, read = column.label.role, self._labels.read(cell.text)
            unnamed = role is None and column.number < first_value and not read.known
            aside = (
                role is Role.ASIDE
                and not CHANGES_SCOPE.search(cell.text)
                and (
                    plain(cell.text).startswith("其中")
                    or (read.place is not None and read.place.kind in _PARTS)
                )
            )
            if unnamed or aside:
                self._ask(Kind.UNKNOWN_INDICATOR, (row, column.number), cell.text)
                return True
        return False

    def _ask_about_remarks(self, row: int) -> None:
        for column in self._columns:
            cell = self._grid.cells.get((row, column.number))
            if (
                cell is not None
                and column.label.role is Role.ASIDE
                and CHANGES_SCOPE.search(cell.text)
            ):
                self._ask(Kind.FOOTNOTE, (row, column.number), cell.text)

    def _row(self, row: int) -> Iterator[Slot]:
        filled = [self._grid.cells.get((row, column.number)) for column in self.values]
        if self._is_heading(row):
            return
        label = self._label_of(row, has_values=any(filled))
        if label is None:
            return
        below = self._below_heading(label)
        if below is None:
            return
        label = below
        if any(filled):
            self._ask_about_remarks(row)
            if self._is_qualified(row):
                return
        own_unit = self._text(row, Role.UNIT)
        definition = self._text(row, Role.DEFINITION)
        if row in self._grid.hidden_rows and any(filled):
            self._ask(Kind.HIDDEN, (row, self._columns[0].number), label.text)
        named = self._understood(row, label, has_values=any(filled))
        if named is None:
            return
        for column in self.values:
            joined = label.joined(column.label)
            quantity = joined.quantity or self._title_quantity
            place = joined.place or self._sender.place
            if quantity is None and place.kind is PlaceKind.TOTAL:
                continue
            if not joined.known or quantity is None:
                kind = Kind.UNKNOWN_COLUMN if not joined.known else Kind.UNKNOWN_INDICATOR
                if any(filled):
                    self._ask(kind, column.header, column.label.text)
                continue
            units = _distinct(_unit(own_unit), column.label.unit, quantity.unit, label.unit)
            units = units or _distinct(self._unit_of_table(quantity, self._label_unit))
            units = units or _distinct(self._unit_of_table(quantity, self._table_unit))
            cell = self._grid.cells.get((row, column.number))
            if cell is None and self._is_covered(row, column.number):
                continue
            yield Slot(
                row, column.number, cell, label.text, quantity, place, joined, units, definition
            )

    def _label_of(self, row: int, *, has_values: bool) -> Label | None:
        """Join the label cells of a row, filling down those left blank below a group."""
        columns = [one for one in self._columns if one.label.role in LABEL_ROLES]
        shown = {one.number: self._grid.shown(row, one.number) for one in columns}
        if columns and not any(shown.values()):
            values = [self._grid.cells.get((row, one.number)) for one in self.values]
            first = next((cell for cell in values if cell is not None), None)
            if first is not None:
                self._ask(Kind.UNKNOWN_INDICATOR, (row, columns[0].number), "")
            return None
        label = Label("")
        for column in columns:
            cell = shown[column.number]
            text = cell.text if cell else self._last.get(column.number, "")
            if cell is None and text and has_values:
                self._ask(Kind.FILLED_DOWN, (row, column.number), "", reading=text)
            read = self._labels.read(text) if text else Label("")
            read = self._answered(row, column, text, read)
            if column.label.role is Role.PLACE and read.place is None and text:
                read = Label(text, place=NamedPlace(PlaceKind.UNKNOWN))
            if not read.known or (read.role is not None and not read.is_facet):
                self._doubtful = column.number
                return Label(text, known=False)
            if read.place is not None and read.place.kind is not PlaceKind.JURISDICTION:
                self._doubtful = column.number
            label = label.joined(read) if label.text else read
            self._last[column.number] = text
        return label

    def _answered(self, row: int, column: Column, text: str, read: Label) -> Label:
        """Let an earlier answer name what `text` means, if it names it exactly."""
        understood = read.known and (read.place is None or read.place.kind is not PlaceKind.UNKNOWN)
        if not text or (understood and read.is_facet):
            return read
        kind = Kind.UNKNOWN_PLACE if column.label.role is Role.PLACE else Kind.UNKNOWN_INDICATOR
        answer = self._inquiry.answer_about(
            kind, self._grid.name, address(row, column.number), text
        )
        named = self._labels.read(answer) if answer else None
        return named if named is not None and named.is_facet else read

    def _understood(self, row: int, label: Label, *, has_values: bool) -> Label | None:
        """Return `label` if its row can be read; else ask about it, if it holds values at all."""
        kind: Kind | None = None
        if label.place is not None and label.place.kind is not PlaceKind.JURISDICTION:
            kind = NOT_READ[label.place.kind]
        elif not label.known:
            total = self._labels.names.place(label.text).kind is PlaceKind.TOTAL
            kind = Kind.TOTAL_ROW if total else Kind.UNKNOWN_INDICATOR
        if kind is None:
            return label
        if has_values:
            cell = self._grid.shown(row, self._doubtful)
            text = cell.text if cell else label.text
            near = self._labels.names.nearest(text) if kind is Kind.UNKNOWN_INDICATOR else ()
            self._ask(kind, (row, self._doubtful), text, proposed=near)
        return label if kind is Kind.TOTAL_ROW and label.known else None

    def _text(self, row: int, role: Role) -> str:
        column = next((one for one in self._columns if one.label.role is role), None)
        cell = self._grid.shown(row, column.number) if column else None
        return cell.text.strip() if cell else ""

    @staticmethod
    def _unit_of_table(quantity: NamedQuantity, unit: Unit | None) -> Unit | None:
        """Return the unit printed for the whole table, for indicators that are counted in it."""
        own = parse_unit(quantity.quantity.unit)
        return unit if unit and own and unit.base == own.base else None

    def _is_covered(self, row: int, column: int) -> bool:
        merge = self._grid.merge_at(row, column)
        return merge is not None and (merge.top, merge.left) in self._grid.cells

    def _ask(
        self,
        kind: Kind,
        place: tuple[int, int],
        raw: str,
        *,
        proposed: tuple[str, ...] = (),
        reading: str = "",
    ) -> None:
        self._inquiry.ask(
            kind,
            sheet=self._grid.name,
            cell=address(*place),
            raw=raw,
            proposed=proposed,
            reading=reading,
        )


def _unit(text: str) -> Unit | None:
    """Return the unit in a row's own cell; what is none still contradicts the plan's unit."""
    return (parse_unit(text) or Unit(text, text, 0)) if text else None


def _distinct(*units: Unit | None) -> tuple[Unit, ...]:
    found = {(unit.base, unit.power): unit for unit in units if unit is not None}
    return tuple(found.values())
