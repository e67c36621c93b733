"""A notebook for one job's exploration: the explorer with the job's own settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat

from evaluation_lib.errors import JobError
from evaluation_lib.evaluation import PRODUCTS
from evaluation_lib.publish.engine.notebook import INJECTED
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.parameters import PARAMETERS_TAG

NOTEBOOK = "notebooks/02_trend_explorer.ipynb"
FOLDER = "explorations"


def explorer_notebook(root: Path) -> Path:
    """Return the explorer beside a job file.

    Raises:
        JobError: It is not there.
    """
    path = root / NOTEBOOK
    if not path.is_file():
        raise JobError(
            f"{path}: no such notebook; run the command in the folder of the project, or name its "
            "job file with --jobs-file."
        )
    return path


def prepare_exploration(edition: Edition) -> Path:
    """Return the notebook in which a job is explored, with the job's settings as they are now.

    It is copied from the explorer once; after that only the settings are written, so that whatever
    the analyst added stays.

    Raises:
        JobError: The explorer is not there, or the copy is no notebook.
    """
    original = explorer_notebook(edition.root)
    path = edition.root / FOLDER / f"{edition.name}.ipynb"
    source = path if path.is_file() else original
    try:
        notebook = nbformat.read(source, as_version=4)
    except (ValueError, KeyError, AttributeError) as error:
        raise JobError(
            f"{source}: cannot be read as a notebook: {error}. Move it away; a new one is made."
        ) from error
    _set_parameters(notebook, edition)
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


def _set_parameters(notebook: Any, edition: Edition) -> None:
    """Put the job's settings below the notebook's own, where they take their place."""
    cell = nbformat.v4.new_code_cell(
        "\n".join(f"{name} = {value!r}" for name, value in _parameters(edition).items()),
        id=INJECTED,
        metadata={"tags": [INJECTED]},
    )
    kept = [one for one in notebook.cells if INJECTED not in one.metadata.get("tags", ())]
    places = [n for n, one in enumerate(kept) if PARAMETERS_TAG in one.metadata.get("tags", ())]
    after = places[0] + 1 if places else 0
    notebook.cells = [*kept[:after], cell, *kept[after:]]


def _parameters(edition: Edition) -> dict[str, str]:
    # As the job writes them: a notebook below the job file finds them in the folders above it.
    job = edition.job
    return {
        "plan_folder": job.plan,
        "observations": job.observations,
        "jurisdiction": edition.jurisdiction,
        "as_of": job.as_of.isoformat(),
        "language": str(edition.language),
        "job": edition.name,
        "product": str(job.product) if job.product in PRODUCTS else "",
        "model": str(job.model or ""),
        "job_folder": job.folder,
    }
