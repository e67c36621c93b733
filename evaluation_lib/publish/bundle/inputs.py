"""What a report follows from, as far as it was known on its day, laid out as a small project."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import nbformat
import pandas as pd
import yaml

from evaluation_lib.observations.ledger import LedgerEntry, published_entries, read_ledger
from evaluation_lib.observations.sources import Source, read_observations
from evaluation_lib.observations.sources.files import REGISTER
from evaluation_lib.observations.table import SOURCE
from evaluation_lib.observations.vintages import published_by
from evaluation_lib.plan.versions import VERSION_FILE, VERSIONS_FOLDER
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.choices import Format
from evaluation_lib.publish.job import Edition, Job
from evaluation_lib.publish.manifest import LOCK, digests
from evaluation_lib.publish.surroundings import PACKAGE
from evaluation_lib.publish.worker import RESULT

_LICENCE_FILES = ("README.md", "LICENSE", "LICENCE", "LICENSE.txt", "LICENCE.txt")


def write_inputs(edition: Edition, root: Path) -> Edition:
    """Write everything that `edition` was made from below `root` and return the bundled edition.

    Of observations and ledger only what was published by the day of the report is written, and of
    the register of sources what these cite.
    """
    job = edition.job
    _copy(_folder(edition.plan), root / contents.PLAN, _later_versions(edition))
    _write_observations(edition, root / contents.OBSERVATIONS)
    notebook = Path(contents.NOTEBOOKS, edition.notebook.name)
    _write_notebook(edition.notebook, root / notebook)
    if edition.authored is not None:
        _copy(edition.authored, root / contents.AUTHORED)
    if edition.previous is not None:
        earlier = edition.previous
        _copy_file(
            earlier / RESULT if earlier.is_dir() else earlier, root / contents.PREVIOUS / RESULT
        )
    weights = f"{contents.WEIGHTS}/{edition.weights.name}" if edition.weights else ""
    if edition.weights is not None:
        _copy_file(edition.weights, root / weights)
    brand = job.brand
    if brand is not None and edition.logo is not None:
        brand = brand.model_copy(update={"logo": f"{contents.BRAND}/{edition.logo.name}"})
        _copy_file(edition.logo, root / brand.logo)
    _copy_licences(edition, root / contents.LICENCES)
    lock = PACKAGE.with_name(LOCK)
    if lock.is_file():
        _copy_file(lock, root / LOCK)
    bundled = job.model_copy(
        update={
            "plan": contents.PLAN,
            "observations": contents.OBSERVATIONS,
            "jurisdictions": (edition.jurisdiction,),
            "languages": (edition.language,),
            "formats": tuple(one for one in job.formats if one is not Format.BUNDLE),
            "notebook": notebook.as_posix(),
            "weights": weights,
            "fonts": "",
            "folder": contents.AUTHORED if job.folder else "",
            "previous": contents.PREVIOUS if job.previous else "",
            "brand": brand,
        }
    )
    _write_job(edition.name, bundled, root / contents.JOBS)
    return Edition(edition.name, bundled, edition.jurisdiction, edition.language, root)


def _write_job(name: str, job: Job, path: Path) -> None:
    settings = job.model_dump(mode="json", exclude_defaults=True)
    settings["formats"] = [str(one) for one in job.formats]
    if job.cut_offs:
        settings["cut_offs"] = dict(job.cut_offs)
    text = yaml.safe_dump({"jobs": {name: settings}}, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


def _write_observations(edition: Edition, folder: Path) -> None:
    place, day = edition.observations, edition.job.as_of
    table, sources = read_observations(place)
    rows = published_by(table, day)
    entries = published_entries(read_ledger(place), day) if isinstance(place, Path) else ()
    folder.mkdir(parents=True)
    rows.to_csv(folder / "observations.csv", index=False, lineterminator="\n")
    if sources:
        cited = {*rows[SOURCE], *(one.source for one in entries)}
        kept = [one for key, one in sources.items() if key in cited]
        _write_rows(kept, Source, folder / REGISTER)
    if entries:
        _write_rows(entries, LedgerEntry, folder / "ledger.csv")


def _write_rows(
    rows: Iterable[Source | LedgerEntry], kind: type[Source | LedgerEntry], path: Path
) -> None:
    written = [
        {name: "" if value is None else str(value) for name, value in one.model_dump().items()}
        for one in rows
    ]
    frame = pd.DataFrame(written, columns=list(kind.model_fields))
    frame.to_csv(path, index=False, lineterminator="\n")


def _write_notebook(source: Path, target: Path) -> None:
    # Whoever ran it by hand may have saved outputs; they are no input.
    notebook = nbformat.read(source, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    target.parent.mkdir(parents=True)
    target.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")


def _folder(plan: Path) -> Path:
    return plan.parent if plan.is_file() else plan


def _later_versions(edition: Edition) -> tuple[str, ...]:
    """Return the folders of plan versions that were not yet in force."""
    found = []
    for path in (_folder(edition.plan) / VERSIONS_FOLDER).glob(f"*/{VERSION_FILE}"):
        day = yaml.safe_load(path.read_text(encoding="utf-8")).get("effective_on")
        if isinstance(day, date) and day > edition.job.as_of:
            found.append(f"{VERSIONS_FOLDER}/{path.parent.name}/")
    return tuple(found)


def _copy(folder: Path, target: Path, left_out: tuple[str, ...] = ()) -> None:
    for name in digests(folder):
        if not name.startswith(left_out or ("\0",)):
            _copy_file(folder / name, target / name)


def _copy_file(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _copy_licences(edition: Edition, target: Path) -> None:
    licence = PACKAGE.with_name("LICENSE")
    if licence.is_file():
        _copy_file(licence, target / "code" / "LICENSE")
    places = [
        edition.plan,
        *([edition.observations] if isinstance(edition.observations, Path) else []),
    ]
    for place in places:
        for name, path in _licences_above(place, edition.root):
            _copy_file(path, target / "data" / name)


def _licences_above(place: Path, root: Path) -> Iterator[tuple[str, Path]]:
    """Yield what says how `place` may be used: in it and in the folders between it and `root`."""
    place, root = place.resolve(), root.resolve()
    for folder in (place, *place.parents):
        if folder == root or root not in folder.parents:
            return
        for name in _LICENCE_FILES:
            if (folder / name).is_file():
                yield (folder / name).relative_to(root).as_posix().replace("/", "_"), folder / name
