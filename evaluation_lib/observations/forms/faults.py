"""Cells that give no value because of how they were made, not of what they say."""

from __future__ import annotations

from evaluation_lib.observations.forms.grid import Content, Formula, Grid
from evaluation_lib.observations.forms.slot import Slot
from evaluation_lib.observations.queries.kinds import Kind


def fault_of_cell(slot: Slot, grid: Grid) -> Kind | None:
    """Return why a cell gives no value whatever its text says, None where it may."""
    cell = slot.cell
    if cell is None:
        return None
    if cell.content is Content.ERROR:
        return Kind.FORMULA_ERROR
    if cell.formula is Formula.UNCACHED:
        return Kind.FORMULA_UNCACHED
    if cell.formula is Formula.EXTERNAL:
        return Kind.EXTERNAL_LINK
    if cell.disguised:
        return Kind.DISGUISED
    if cell.content is Content.DATE:
        return Kind.DATE
    return Kind.MERGED_VALUE if grid.merge_at(slot.row, slot.column) else None


def confirmable(slot: Slot, fault: Kind) -> tuple[str, ...]:
    """Return what the sender may confirm where the cell, not its text, is at fault."""
    text = slot.cell.text if slot.cell else ""
    if fault is Kind.UNIT_CONFLICT:
        return tuple(f"{text}{unit.text}" for unit in slot.units)
    return (text,) if fault is Kind.EXTERNAL_LINK and text else ()
