"""Where observations are read from."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.sources.delimited import read_delimited, read_folder
from evaluation_lib.observations.sources.register import Source

__all__ = ["Source", "read_observations"]


def read_observations(place: str | Path) -> tuple[pd.DataFrame, dict[str, Source]]:
    """Read the observation table at `place`, with the documents its values come from.

    Args:
        place: A CSV file with the columns of the observation table, or a folder that holds
            `observations*.csv` and, beside them, `sources.csv`.

    Returns:
        The observation table, and each registered source by its id.

    Raises:
        ObservationError: Nothing is there, or rows break the contract; all faults are listed.
    """
    path = Path(place)
    if path.is_dir():
        return read_folder(path)
    if path.is_file():
        return read_delimited(path), {}
    raise ObservationError(
        f"{place}: no such file or folder; give a CSV file or a folder with observations.csv."
    )
