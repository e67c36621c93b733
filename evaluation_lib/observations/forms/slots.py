"""What each cell of a table is about: indicator, place, period and unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evaluation_lib.observations.forms.grid import Cell, Content, Grid, address
from evaluation_lib.observations.forms.inquiry import Inquiry
from evaluation_lib.observations.forms.labels import Label, Labels, Role
from evaluation_lib.observations.forms.layout import LABEL_ROLES, Column, Table
from evaluation_lib.observations.forms.sender import Sender
from evaluation_lib.observations.forms.titles import quantity_in, unit_in
from evaluation_lib.observations.names import NamedPlace, NamedQuantity, PlaceKind
from evaluation_lib.observations.quantities.model import Unit
from evaluation_lib.observations.quantities.units import parse_unit
from evaluation_lib.observations.queries.kinds import Kind

_NOT_READ = {
    PlaceKind.TOTAL: Kind.TOTAL_ROW,
    PlaceKind.CITY_LEVEL: Kind.CITY_LEVEL,
    PlaceKind.ZONE: Kind.FUNCTIONAL_ZONE,
    PlaceKind.UNKNOWN: Kind.UNKNOWN_PLACE,
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a table together with what its row and column say about it.

    Attributes:
        cell: None where nothing is written.
        label: What names the row, as written.
        place: Total rows are slots too, so that their sums can be compared.
        units: Every different unit that row, column and title name; more than one contradict.
        period: Labels of row and column together.
    """

    row: int
    column: int
    cell: Cell | None
    label: str
    quantity: NamedQuantity
    place: NamedPlace
    period: Label
    units: tuple[Unit, ...]
    definition: str

    @property
    def address(self) -> str:
        """Return the address inside the sheet, such as `C7`."""
        return address(self.row, self.column)


class TableReader:
    """Reads the labels of one table and asks about those it does not understand."""

    def __init__(
        self, grid: Grid, table: Table, sender: Sender, labels: Labels, inquiry: Inquiry
    ) -> None:
        self._grid, self._table, self._sender = grid, table, sender
        self._labels, self._inquiry = labels, inquiry
        self._last: dict[int, str] = {}
        self._doubtful = 0  # label column of the row at hand that is not understood
        self._title_quantity = quantity_in(table.above, labels)
        self._table_unit = unit_in(table.above)
        self._columns = [self._settled(column) for column in table.columns]
        self.values = [column for column in self._columns if self._is_value(column)]

    def slots(self) -> Iterator[Slot]:
        """Yield every cell that should hold a value, from the top."""
        if not self.values:
            return
        for column in self._columns:
            self._ask_about_column(column)
        for row in self._table.rows:
            yield from self._row(row)

    def _settled(self, column: Column) -> Column:
        """Give a column without a telling header the role its cells have."""
        label = column.label
        if (
            label.known
            and (label.role is not None or label.is_facet)
            and label.role is not Role.UNIT
        ):
            return column
        shown = [self._grid.shown(row, column.number) for row in self._table.rows]
        read = [self._labels.read(cell.text) for cell in shown if cell is not None]
        role = next(
            (
                role
                for role, count in (
                    (Role.INDICATOR, sum(one.quantity is not None for one in read)),
                    (Role.PLACE, sum(one.place is not None for one in read)),
                    (Role.PERIOD, sum(one.period is not None for one in read)),
                    (Role.UNIT, sum(one.unit is not None for one in read)),
                )
                if count * 2 > len(read)
            ),
            None,
        )
        if role is None or (not label.known and role is Role.PERIOD):
            return column
        return column._replace(label=Label(label.text, role=role))

    def _is_value(self, column: Column) -> bool:
        label = column.label
        if not label.known or label.role in {*LABEL_ROLES, Role.UNIT, Role.DEFINITION}:
            return False
        if label.role in {Role.DERIVED, Role.ASIDE}:
            return False
        if label.place is not None and label.place.kind is not PlaceKind.JURISDICTION:
            return False
        return label.role is Role.VALUE or label.is_facet

    def _cells(self, column: Column) -> list[Cell]:
        found = (self._grid.cells.get((row, column.number)) for row in self._table.rows)
        return [cell for cell in found if cell is not None]

    def _ask_about_column(self, column: Column) -> None:
        label, cells = column.label, self._cells(column)
        kind = None
        if label.place is not None and label.place.kind is not PlaceKind.JURISDICTION:
            kind = _NOT_READ[label.place.kind]
        elif label.role is Role.DERIVED:
            kind = Kind.DERIVED_COLUMN
        elif not label.known or (not label.text and not self._is_label(column)):
            kind = Kind.UNKNOWN_COLUMN
            cells = [cell for cell in cells if cell.content is not Content.TEXT or _digits(cell)]
        if kind is not None and cells:
            self._ask(kind, column.header, label.text)
        if column.number in self._grid.hidden_columns and column in self.values:
            self._ask(Kind.HIDDEN, column.header, label.text)

    def _is_label(self, column: Column) -> bool:
        return column.label.role is not None or column.label.is_facet

    def _row(self, row: int) -> Iterator[Slot]:
        filled = [self._grid.cells.get((row, column.number)) for column in self.values]
        label = self._label_of(row, has_values=any(filled))
        if label is None:
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
            units = units or _distinct(self._unit_of_table(quantity))
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
            kind = _NOT_READ[label.place.kind]
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

    def _unit_of_table(self, quantity: NamedQuantity) -> Unit | None:
        """Return the unit printed above the table, for indicators that are counted in it."""
        own = parse_unit(quantity.quantity.unit)
        fits = self._table_unit and own and self._table_unit.base == own.base
        return self._table_unit if fits else None

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


def _digits(cell: Cell) -> bool:
    return any(character.isdigit() for character in cell.text)
