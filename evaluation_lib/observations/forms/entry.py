"""A value that was taken from a form."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from evaluation_lib.observations import table as columns
from evaluation_lib.observations.forms.sender import Sender
from evaluation_lib.observations.quantities.model import Reading, Unit
from evaluation_lib.observations.quantities.units import parse_unit
from evaluation_lib.observations.queries.model import Query
from evaluation_lib.observations.table import Comparator, Evidence, Status
from evaluation_lib.plan.model import Indicator, Measure


@dataclass(frozen=True, slots=True)
class Entry:
    """A value that was taken, with where it stands and who sent it.

    Attributes:
        value: In the plan's unit.
        place_order: File, sheet and cell in reading order.
        query: What is asked about the cell all the same, None for nothing.
    """

    jurisdiction: str
    quantity: Indicator | Measure
    period: str
    value: Decimal
    comparator: Comparator
    definition: str
    raw: str
    file: str
    sheet: str
    cell: str
    order: tuple[int, int]
    unit: str
    sender: Sender
    evidence: Evidence
    query: Query | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Return what may have one value only."""
        return (self.jurisdiction, self.quantity.id, self.period, self.definition)

    @property
    def where(self) -> str:
        """Return sheet and cell, such as `汇总表!C7`; a CSV file has no sheet."""
        return f"{self.sheet}!{self.cell}" if self.sheet else self.cell

    def row(self) -> dict[str, object]:
        """Return the entry as a row of the observation table."""
        return {
            columns.JURISDICTION: self.jurisdiction,
            columns.INDICATOR: self.quantity.id,
            columns.PERIOD: self.period,
            columns.VALUE: float(self.value),
            columns.COMPARATOR: str(self.comparator),
            columns.UNIT: self.quantity.unit,
            columns.DEFINITION: self.definition,
            columns.STATUS: str(Status.SYNTHETIC if self.sender.synthetic else Status.REPORTED),
            columns.PUBLISHED_ON: self.sender.published_on,
            columns.EVIDENCE: str(self.evidence),
            columns.SOURCE: self.file,
            columns.CELL: self.where,
            columns.RAW: self.raw,
        }


def own_unit(quantity: Indicator | Measure) -> Unit:
    """Return the plan's unit of `quantity`; one it cannot read counts nothing but itself."""
    unit = parse_unit(quantity.unit)
    return unit or Unit(quantity.unit, quantity.unit, 0)


def shown(reading: Reading, quantity: Indicator | Measure) -> str:
    """Return the value of `reading` as a query states it, blank where there is none."""
    if reading.value is None:
        return ""
    sign = "" if reading.comparator is Comparator.EQUAL else str(reading.comparator)
    return f"{sign}{reading.value.normalize():f} {quantity.unit}"
