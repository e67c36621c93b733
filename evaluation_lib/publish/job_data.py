"""Where the observations of a job are: a file, a folder, or a database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evaluation_lib.errors import ObservationError
from evaluation_lib.places import find_address, is_address


def place_of(observations: str, root: Path) -> Path | str:
    """Return the file or folder below `root` that a job names, or the address of its database.

    The path of a SQLite file starts from `root` too.
    """
    if is_address(observations):
        return find_address(observations, [root])
    return root / observations


def find_lost(place: Path | str) -> Iterator[str]:
    """Yield why nothing can be read at `place`; a server is not asked whether it answers."""
    if isinstance(place, Path):
        if not place.exists():
            yield f"observations: {place}: no such folder or file."
        return
    # Most jobs name files, and should not wait for the libraries of databases.
    from evaluation_lib.observations.sources.address import read_address

    try:
        read_address(place)
    except ObservationError as error:
        yield f"observations: {error}"
