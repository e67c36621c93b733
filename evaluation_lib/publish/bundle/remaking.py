"""Make the report of a bundle again, from the bundle alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from evaluation_lib.errors import BundleError
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.choices import Format
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.jobs import editions
from evaluation_lib.publish.running.news import State
from evaluation_lib.publish.running.run import run_reports

_PROGRAMS = (".py", ".pyc", ".pyd", ".pyw", ".so", ".pth", ".dll")


def remake(root: Path, place: Path, fonts: Path | None, deadline_seconds: float) -> Path:
    """Make the report of the bundle in `root` below the folder `place` and return its folder.

    Raises:
        EvaluationError: The bundle is not the project of one report, or making it failed.
    """
    wanted = editions(root / contents.JOBS)
    if len(wanted) != 1:
        raise BundleError(f"{contents.JOBS}: asks for {len(wanted)} reports; a bundle holds one.")
    edition = _as_here(wanted[0], fonts)
    _refuse_programs(root, edition.notebook)
    (outcome,) = run_reports([edition], place, workers=1, deadline_seconds=deadline_seconds)
    if outcome.state is not State.DONE:
        raise BundleError(outcome.reason)
    return place / edition.folder


def _as_here(edition: Edition, fonts: Path | None) -> Edition:
    _refuse_outside(edition)
    formats = tuple(one for one in edition.job.formats if one is not Format.BUNDLE)
    job = edition.job.model_copy(
        update={"formats": formats, "fonts": str(fonts.resolve()) if fonts else ""}
    )
    return replace(edition, job=job)


def _refuse_outside(edition: Edition) -> None:
    """Refuse a job that reads anything but its bundle, such as a database.

    Raises:
        BundleError: It does.
    """
    job, root = edition.job, edition.root.resolve()
    logo = job.brand.logo if job.brand else ""
    named = (job.plan, job.observations, job.notebook, job.weights, job.folder, job.previous, logo)
    for name in named:
        place = (root / name).resolve()
        if "://" in name or (place != root and root not in place.parents):
            raise BundleError(f"{contents.JOBS}: {name!r} lies outside the bundle.")


def _refuse_programs(root: Path, notebook: Path) -> None:
    """Refuse files that Python would run of itself, since a notebook may import what lies beside.

    Raises:
        BundleError: There is one, or the notebook is not the one that was looked at.
    """
    if notebook.resolve().parent != (root / contents.NOTEBOOKS).resolve():
        raise BundleError(f"{contents.JOBS}: its notebook does not lie in {contents.NOTEBOOKS}.")
    beside = [
        name
        for name in contents.file_names(root)
        if Path(name).suffix.lower() in _PROGRAMS
        or (name.startswith(f"{contents.NOTEBOOKS}/") and Path(name).name != notebook.name)
    ]
    if beside:
        raise BundleError(f"{beside[0]}: a bundle holds no programs but its notebook.")
