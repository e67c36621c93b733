"""Observations from files, and from folders of them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from evaluation_lib.errors import ObservationError, listed
from evaluation_lib.observations.sources.delimited import read_delimited
from evaluation_lib.observations.sources.register import Source
from evaluation_lib.plan.reading import read_rows

TABLES = "observations*"
REGISTER = "sources.csv"
_WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
_SUFFIXES = (".csv", ".parquet", *_WORKBOOKS)


def read_file(path: Path) -> pd.DataFrame:
    """Read the observation table in the file `path`; its suffix says how, any other is CSV.

    Raises:
        ObservationError: The file cannot be read or breaks the contract.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        from evaluation_lib.observations.sources.parquet import read_parquet

        return read_parquet(path)
    if suffix in _WORKBOOKS:
        from evaluation_lib.observations.sources.workbook import read_workbook

        return read_workbook(path)
    return read_delimited(path)


def read_folder(folder: Path) -> tuple[pd.DataFrame, dict[str, Source]]:
    """Read every file of observations in `folder`, and `sources.csv` beside them.

    Raises:
        ObservationError: No table is there, or rows break a contract; the faults of all files are
            listed together.
    """
    paths = sorted(
        one for one in folder.glob(TABLES) if one.suffix.lower() in _SUFFIXES and one.is_file()
    )
    if not paths:
        raise ObservationError(
            f"{folder}: holds no observations*.csv, .parquet or .xlsx; put the observation table "
            "there."
        )
    faults: list[str] = []
    tables = []
    for path in paths:
        try:
            tables.append(read_file(path))
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
