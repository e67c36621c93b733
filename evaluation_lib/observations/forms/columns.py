"""What the columns of a table are, and which of them hold values."""

from __future__ import annotations

from evaluation_lib.observations.forms.grid import Cell, Content, Grid
from evaluation_lib.observations.forms.labels import Label, Labels, Role
from evaluation_lib.observations.forms.layout import LABEL_ROLES, Column, Table
from evaluation_lib.observations.names import PlaceKind
from evaluation_lib.observations.queries.kinds import Kind

NOT_READ = {
    PlaceKind.TOTAL: Kind.TOTAL_ROW,
    PlaceKind.CITY_LEVEL: Kind.CITY_LEVEL,
    PlaceKind.ZONE: Kind.FUNCTIONAL_ZONE,
    PlaceKind.UNKNOWN: Kind.UNKNOWN_PLACE,
}


def settled(grid: Grid, table: Table, labels: Labels, column: Column) -> Column:
    """Give a column without a telling header the role its cells have."""
    label = column.label
    if label.known and (label.role is not None or label.is_facet) and label.role is not Role.UNIT:
        return column
    shown = [grid.shown(row, column.number) for row in table.rows]
    read = [labels.read(cell.text) for cell in shown if cell is not None]
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


def is_value(column: Column) -> bool:
    """Return whether the cells of a column are observed values."""
    label = column.label
    if not label.known or label.role in {*LABEL_ROLES, Role.UNIT, Role.DEFINITION}:
        return False
    if label.role in {Role.DERIVED, Role.ASIDE}:
        return False
    if label.place is not None and label.place.kind is not PlaceKind.JURISDICTION:
        return False
    return label.role is Role.VALUE or label.is_facet


def _cells(grid: Grid, table: Table, column: Column) -> list[Cell]:
    found = (grid.cells.get((row, column.number)) for row in table.rows)
    return [cell for cell in found if cell is not None]


def question_about(grid: Grid, table: Table, column: Column) -> Kind | None:
    """Return why the cells of a column are not read, None where they are or none are there."""
    label, cells = column.label, _cells(grid, table, column)
    kind = None
    if label.place is not None and label.place.kind is not PlaceKind.JURISDICTION:
        kind = NOT_READ[label.place.kind]
    elif label.role is Role.DERIVED:
        kind = Kind.DERIVED_COLUMN
    elif not label.known or (not label.text and not _is_label(column)):
        kind = Kind.UNKNOWN_COLUMN
        cells = [cell for cell in cells if cell.content is not Content.TEXT or _has_digits(cell)]
    return kind if cells else None


def _is_label(column: Column) -> bool:
    return column.label.role is not None or column.label.is_facet


def _has_digits(cell: Cell) -> bool:
    return any(character.isdigit() for character in cell.text)
