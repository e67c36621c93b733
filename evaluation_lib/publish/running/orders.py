"""What a worker is told to do for an edition."""

from __future__ import annotations

import os
from pathlib import Path

from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.worker import Order

FAILURE, STAGE = "failure.txt", "stage.json"


def order_for(
    edition: Edition, *, folder: Path, scratch: Path, engine: str, memory_megabytes: int
) -> Order:
    """Return the order for the report of `edition`.

    Args:
        edition: What is wanted.
        folder: Empty folder to write the report in.
        scratch: Folder for what the worker tells of itself.
        engine: How the notebook is run.
        memory_megabytes: Memory the report may take.
    """
    return Order(
        notebook=str(edition.notebook),
        parameters=parameters(edition),
        formats=tuple(edition.job.formats),
        folder=str(folder.resolve()),
        layout=str(edition.job.layout),
        fonts=str(edition.fonts.resolve()) if edition.fonts else "",
        failure=str(scratch / FAILURE),
        edition=edition.to_json(),
        stage=str(scratch / STAGE),
        engine=engine,
        memory_megabytes=memory_megabytes,
    )


def parameters(edition: Edition) -> dict[str, str]:
    """Return the values that the notebook of `edition` gets for its parameters."""
    # Relative to the notebook, where it runs: so no path of this machine gets into a report.
    start = edition.notebook.resolve().parent
    choices = dict(edition.job.choices)
    if edition.weights is not None:
        choices["weights"] = _relative(edition.weights, start)
    if edition.withhold is not None:
        choices["withhold"] = _relative(edition.withhold, start)
    if edition.previous is not None:
        choices["previous"] = _relative(edition.previous, start)
    if edition.authored is not None:
        choices["job_folder"] = _relative(edition.authored, start)
    if edition.job.brand is not None and edition.logo is not None:
        brand = edition.job.brand.model_copy(update={"logo": _relative(edition.logo, start)})
        choices["brand"] = brand.model_dump_json()
    return {
        **choices,
        "plan_folder": _relative(edition.plan, start),
        "observations": _observations(edition, start),
        "jurisdiction": edition.jurisdiction,
        "as_of": edition.job.as_of.isoformat(),
        "language": str(edition.language),
        "job": edition.name,
    }


def _observations(edition: Edition, start: Path) -> str:
    # An address goes to the notebook as the job writes it, with no password and no local path.
    place = edition.observations
    return _relative(place, start) if isinstance(place, Path) else edition.job.observations


def _relative(path: Path, start: Path) -> str:
    try:
        return Path(os.path.relpath(path.resolve(), start)).as_posix()
    except ValueError:  # another drive of Windows
        return path.resolve().as_posix()
