"""Observations from CSV files."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.table import read_text_columns


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
