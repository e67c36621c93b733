"""Observations from CSV files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from evaluation_lib.errors import ObservationError, listed
from evaluation_lib.observations.sources.register import Source
from evaluation_lib.observations.table import read_text_columns
from evaluation_lib.plan.reading import read_rows

TABLES = "observations*.csv"
REGISTER = "sources.csv"


def read_delimited(path: Path) -> pd.DataFrame:
    """Read the observation table in the CSV file `path`.

    Raises:
        ObservationError: The file is empty, not UTF-8, not CSV, or breaks the contract.
    """
    try:
        raw = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except pd.errors.EmptyDataError as error:
        raise ObservationError(f"{path}: is empty; an observation table needs a header.") from error
    except pd.errors.ParserError as error:
        raise ObservationError(f"{path}: not a CSV table: {error}.") from error
    except UnicodeDecodeError as error:
        raise ObservationError(
            f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8."
        ) from error
    return read_text_columns(raw, str(path))


def read_folder(folder: Path) -> tuple[pd.DataFrame, dict[str, Source]]:
    """Read every `observations*.csv` in `folder`, and `sources.csv` beside them.

    Raises:
        ObservationError: No table is there, or rows break a contract; the faults of all files are
            listed together.
    """
    paths = sorted(folder.glob(TABLES))
    if not paths:
        raise ObservationError(f"{folder}: holds no {TABLES}; put the observation table there.")
    faults: list[str] = []
    tables = []
    for path in paths:
        try:
            tables.append(read_delimited(path))
        except ObservationError as error:
            faults.append(str(error))
    sources = _register(folder / REGISTER, faults)
    if faults:
        raise ObservationError(listed(faults))
    return pd.concat(tables, ignore_index=True), sources


def _register(path: Path, faults: list[str]) -> dict[str, Source]:
    if not path.exists():
        return {}
    return {one.id: one for one in read_rows(path, Source, faults)}
