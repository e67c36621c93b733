"""Observations from workbooks that have the table's own columns."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook

from evaluation_lib.errors import ObservationError, listed
from evaluation_lib.observations.sources.texts import read_chunks
from evaluation_lib.observations.table import COLUMNS, INDICATOR, JURISDICTION


def read_workbook(path: Path) -> pd.DataFrame:
    """Read every sheet of the workbook `path` that is an observation table.

    A sheet is one if its first row names jurisdiction and indicator; other sheets are for people.

    Raises:
        ObservationError: The file is no workbook, holds no such sheet, or breaks the contract; the
            faults of all sheets are listed.
    """
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except CalamineError as error:
        raise ObservationError(f"{path}: not a workbook that can be read: {error}.") from error
    tables: list[pd.DataFrame] = []
    faults: list[str] = []
    for name, rows in sheets.items():
        header = [str(cell).strip() for cell in rows[0]] if rows else []
        if not {JURISDICTION, INDICATOR} <= set(header):
            continue
        width = len(header) - next((n for n, one in enumerate(reversed(header)) if one), 0)
        frame = pd.DataFrame(
            [row[:width] for row in rows[1:]], columns=header[:width], dtype=object
        )
        blank = frame.map(lambda cell: str(cell).strip() == "").all(axis=1)
        try:
            tables.append(read_chunks([frame[~blank]], f"{path}, sheet {name}"))
        except ObservationError as error:
            faults.append(str(error))
    if faults:
        raise ObservationError(listed(faults))
    if not tables:
        raise ObservationError(
            f"{path}: no sheet is an observation table; its first row has to name the columns "
            f"{', '.join(COLUMNS)}. Forms of departments are read by plan-eval import."
        )
    return pd.concat(tables, ignore_index=True)
