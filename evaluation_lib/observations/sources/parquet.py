"""Observations from Parquet files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.sources.texts import read_chunks

_VECTORS = 25  # of 2048 rows each: about fifty thousand rows at a time


def read_parquet(path: Path) -> pd.DataFrame:
    """Read the observation table in the Parquet file `path`, a stretch at a time.

    Raises:
        ObservationError: The file is no Parquet file or breaks the contract.
    """
    try:
        with duckdb.connect(config={"threads": 1}) as connection:
            # A path is data: characters that would match several files match themselves.
            name = "".join(f"[{one}]" if one in "*?[" else one for one in str(path))
            found = connection.execute("SELECT * FROM read_parquet($1)", [name])
            return read_chunks(_chunks(found), str(path))
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise ObservationError(f"{path}: not a Parquet table: {reason}.") from error


def _chunks(found: duckdb.DuckDBPyConnection) -> Iterator[pd.DataFrame]:
    while True:
        chunk = found.fetch_df_chunk(_VECTORS)
        yield chunk
        if chunk.empty:
            return
