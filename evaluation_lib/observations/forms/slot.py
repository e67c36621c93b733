"""A cell of a table and everything that is said about it around it."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation_lib.observations.forms.grid import Cell, address
from evaluation_lib.observations.forms.labels import Label
from evaluation_lib.observations.names import NamedPlace, NamedQuantity
from evaluation_lib.observations.quantities.model import Unit
from evaluation_lib.plan.model import Indicator


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

    @property
    def is_binding(self) -> bool:
        """Return whether the government bound itself to what the cell measures."""
        quantity = self.quantity.quantity
        return isinstance(quantity, Indicator) and quantity.is_binding
