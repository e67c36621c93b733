"""Where observations are read from."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.sources.files import read_file, read_folder
from evaluation_lib.observations.sources.register import Source
from evaluation_lib.places import is_address
from evaluation_lib.remembered import files_key, remembered

__all__ = ["Source", "read_observations"]


def read_observations(place: str | Path) -> tuple[pd.DataFrame, dict[str, Source]]:
    """Read the observation table at `place`, with the documents its values come from.

    Args:
        place: A CSV, Parquet or Excel file with the columns of the observation table, a folder that
            holds such files called `observations*` and, beside them, `sources.csv`, or the address
            of a database such as `sqlite:///returns.db?table=observations`.

    Returns:
        The observation table, and each registered source by its id.

    Raises:
        ObservationError: Nothing is there, or rows break the contract; all faults are listed.
    """
    if is_address(place):
        # Databases are heavy to import and most evaluations use none.
        from evaluation_lib.observations.sources.database import read_database

        return read_database(str(place))
    path = Path(place)
    if not path.exists():
        raise ObservationError(
            f"{place}: no such file or folder; give a CSV, Parquet or Excel file, a folder with "
            "observations.csv, or the address of a database."
        )
    return remembered(lambda: ("observations", files_key(path)), lambda: _read(path))


def _read(path: Path) -> tuple[pd.DataFrame, dict[str, Source]]:
    return read_folder(path) if path.is_dir() else (read_file(path), {})
