"""Where an input named by a relative path is found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from evaluation_lib.errors import EvaluationError

PROJECT = Path(__file__).resolve().parents[1]
_RELATIVE_FILE = re.compile(
    r"(?P<head>sqlite(\+\w+)?:///)(?P<path>[^/?][^?]*)(?P<rest>.*)", re.DOTALL
)


def is_address(place: str | Path) -> bool:
    """Return whether `place` is the address of a database and no file or folder."""
    return isinstance(place, str) and "://" in place


def find_address(address: str, folders: Iterable[Path]) -> str:
    """Return `address` with the path of a SQLite file looked for in `folders`, first one first.

    Any other address, and a file that is in none of them, stay as they are.
    """
    relative = _RELATIVE_FILE.fullmatch(address)
    if relative is None:
        return address
    for folder in folders:
        path = folder.absolute() / relative["path"]
        if path.is_file():
            return f"{relative['head']}{path}{relative['rest']}"
    return address


def find_input(name: str | Path) -> Path | str:
    """Return the file or folder `name`, whichever folder a notebook happens to be run from.

    The address of a database is returned as an address.

    A relative name is looked for in the working folder, in the folders above it, and in the
    project itself, because JupyterLab runs a notebook in its own folder and papermill in the
    caller's.

    Raises:
        EvaluationError: It is in none of them.
    """
    if is_address(name):
        here = Path.cwd()
        return find_address(str(name), (here, *here.parents, PROJECT))
    path = Path(name)
    if path.is_absolute():
        places = [path]
    else:
        here = Path.cwd()
        places = [folder / path for folder in (here, *here.parents, PROJECT)]
    for place in places:
        if place.exists():
            return place
    raise EvaluationError(
        f"{name}: no such file or folder, neither here nor in a folder above; give a path that "
        "exists."
    )
