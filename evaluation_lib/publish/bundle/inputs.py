"""What a report follows from, as far as it was known on its day, laid out as a small project."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import nbformat
import pandas as pd
import yaml

from evaluation_lib.observations.ledger import (
    LedgerEntry,
    entries_but,
    published_entries,
    read_ledger,
)
from evaluation_lib.observations.sources import Source, read_observations
from evaluation_lib.observations.sources.files import REGISTER
from evaluation_lib.observations.table import JURISDICTION, SOURCE
from evaluation_lib.observations.vintages import published_by
from evaluation_lib.plan.reading import read_plan
from evaluation_lib.plan.versions import VERSION_FILE, VERSIONS_FOLDER
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.bundle.copying import copy_file, licences_of
from evaluation_lib.publish.choices import Format
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.data_slice import looks_at_a_slice
from evaluation_lib.publish.running.manifest import LOCK, digests
from evaluation_lib.publish.running.worker import RESULT
from evaluation_lib.publish.surroundings import PACKAGE
from evaluation_lib.report.public import cut, read_release
from evaluation_lib.report.public.masking import Masks
from evaluation_lib.report.public.release import WITHHELD_FILE

WEIGHTS_FILE = "weights.csv"


def write_inputs(edition: Edition, root: Path) -> Edition:
    """Write everything that `edition` was made from below `root` and return the bundled edition.

    Of observations and ledger only what the report looks at is written, published by its day, and
    of the register of sources what these cite. Of a public report only what is public is written.
    """
    masks = _write_observations(edition, root / contents.OBSERVATIONS)
    bundled = bundled_edition(edition, root)
    _copy(_folder(edition.plan), root / contents.PLAN, masks, _later_versions(edition))
    _write_notebook(edition.notebook, bundled.notebook)
    if edition.authored is not None:
        _copy(edition.authored, root / contents.AUTHORED, masks)
    if edition.previous is not None:
        earlier = edition.previous
        result = earlier / RESULT if earlier.is_dir() else earlier
        copy_file(result, root / contents.PREVIOUS / RESULT, masks)
    if edition.weights is not None and bundled.weights is not None:
        copy_file(edition.weights, bundled.weights, masks)
    if edition.logo is not None and bundled.logo is not None:
        copy_file(edition.logo, bundled.logo)
    for name, path in licences_of(edition):
        copy_file(path, root / contents.LICENCES / name, masks)
    lock = PACKAGE.with_name(LOCK)
    if lock.is_file():
        copy_file(lock, root / LOCK)
    _write_job(bundled, root / contents.JOBS)
    return bundled


def bundled_edition(edition: Edition, root: Path) -> Edition:
    """Return `edition` as it is asked for in the bundle at `root`."""
    job, brand = edition.job, edition.job.brand
    if brand is not None and edition.logo is not None:
        brand = brand.model_copy(update={"logo": f"{contents.BRAND}/{edition.logo.name}"})
    bundled = job.model_copy(
        update={
            "plan": contents.PLAN,
            "observations": contents.OBSERVATIONS,
            "jurisdictions": (edition.jurisdiction,),
            "languages": (edition.language,),
            "formats": tuple(one for one in job.formats if one is not Format.BUNDLE),
            "notebook": f"{contents.NOTEBOOKS}/{edition.notebook.name}",
            "weights": f"{contents.WEIGHTS}/{WEIGHTS_FILE}" if job.weights else "",
            "fonts": "",
            "folder": contents.AUTHORED if job.folder else "",
            "previous": contents.PREVIOUS if edition.previous else "",
            "withhold": "",
            "brand": brand,
        }
    )
    return Edition(edition.name, bundled, edition.jurisdiction, edition.language, root)


def _write_job(edition: Edition, path: Path) -> None:
    job = edition.job
    settings = job.model_dump(mode="json", exclude_defaults=True)
    settings["formats"] = [str(one) for one in job.formats]
    if job.cut_offs:
        settings["cut_offs"] = dict(job.cut_offs)
    text = yaml.safe_dump({"jobs": {edition.name: settings}}, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


def _write_observations(edition: Edition, folder: Path) -> Masks | None:
    """Write observations, sources and ledger; return what is to be masked elsewhere, if public."""
    place, job = edition.observations, edition.job
    table, sources = read_observations(place)
    entries = read_ledger(place) if isinstance(place, Path) else ()
    rows = published_by(table, job.as_of)
    entries = published_entries(entries, job.as_of)
    if looks_at_a_slice(edition):
        plan = read_plan(edition.plan)
        left_out = plan.left_to_others(edition.jurisdiction)
        rows = rows[~rows[JURISDICTION].isin(left_out)]
        entries = entries_but(entries, plan, left_out)
    folder.mkdir(parents=True)
    masks = None
    if job.public:
        withhold = str(edition.withhold) if edition.withhold else ""
        release = read_release(str(job.smallest_count), withhold, place, job.as_of.isoformat())
        plan = read_plan(edition.plan)
        rows, sources, entries, release = cut(release, plan, rows, sources, entries)
        masks = release.masks
        kept = pd.DataFrame(sorted(release.before.items()), columns=["kind", "count"])
        kept.to_csv(folder / WITHHELD_FILE, index=False, lineterminator="\n")
    rows.to_csv(folder / "observations.csv", index=False, lineterminator="\n")
    if sources:
        cited = {*rows[SOURCE], *(one.source for one in entries)}
        _write_rows(
            [one for key, one in sources.items() if key in cited], Source, folder / REGISTER
        )
    if entries:
        _write_rows(entries, LedgerEntry, folder / "ledger.csv")
    return masks


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


def _copy(folder: Path, target: Path, masks: Masks | None, left_out: tuple[str, ...] = ()) -> None:
    for name in digests(folder):
        if not name.startswith(left_out or ("\0",)):
            copy_file(folder / name, target / name, masks)
