"""Where an input named by a relative path is found."""

from __future__ import annotations

from pathlib import Path

from evaluation_lib.errors import EvaluationError

PROJECT = Path(__file__).resolve().parents[1]


def find_input(name: str | Path) -> Path:
    """Return the file or folder `name`, whichever folder a notebook happens to be run from.

    A relative name is looked for in the working folder, in the folders above it, and in the
    project itself, because JupyterLab runs a notebook in its own folder and papermill in the
    caller's.

    Raises:
        EvaluationError: It is in none of them.
    """
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
