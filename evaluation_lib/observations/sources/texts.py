"""Typed cells of workbooks and databases as the texts a CSV file would hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.table import COLUMNS, read_text_columns

_MOST_FAULTS = 1000


def as_texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with every cell as text; what is missing becomes blank.

    A whole number loses the `.0` that spreadsheets give it, so that codes and years stay codes and
    years, and a day loses its midnight. Labels are kept.
    """
    return pd.DataFrame(
        {name: _column(frame[name]) for name in frame.columns}, index=frame.index, dtype=object
    )


def read_chunks(chunks: Iterable[pd.DataFrame], origin: str) -> pd.DataFrame:
    """Return the observation table that typed `chunks` make, each checked as it comes.

    Args:
        chunks: Tables with the columns of the observation table, in any order.
        origin: Named in errors.

    Raises:
        ObservationError: There is no row, or rows break the contract; the faults of all chunks are
            listed, with rows counted through and the header as row 1.
    """
    tables: list[pd.DataFrame] = []
    faults: list[str] = []
    start = 0
    for chunk in chunks:
        if set(chunk.columns) != set(COLUMNS):
            read_text_columns(chunk, origin)
        if chunk.empty:
            continue
        chunk.index = pd.RangeIndex(start, start + len(chunk))
        start += len(chunk)
        try:
            tables.append(read_text_columns(as_texts(chunk), origin))
        except ObservationError as error:
            faults += str(error).splitlines()
            if len(faults) > _MOST_FAULTS:
                break
    if faults:
        raise ObservationError("\n".join(faults))
    if not tables:
        raise ObservationError(f"{origin}: holds a header but no observation.")
    return pd.concat(tables, ignore_index=True)


def _column(column: pd.Series) -> np.ndarray:
    codes, distinct = pd.factorize(column.to_numpy(dtype=object))
    texts = np.array([*map(_text, distinct), ""], dtype=object)
    return np.asarray(texts[codes], dtype=object)


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == cell.min.time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, (float, Decimal)) and cell == cell.__round__():
        return str(int(cell))
    return str(cell)
