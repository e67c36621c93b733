"""What a report was made from and what it consists of, by hash: `manifest.json`."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.data_slice import looks_at_a_slice, slice_digests
from evaluation_lib.publish.running.worker import RESULT
from evaluation_lib.publish.surroundings import PACKAGE

MANIFEST = "manifest.json"
LOCK = "requirements.lock"
SCHEMA_VERSION = "1"
_WRITTEN_BY_TOOLS = ("__pycache__", ".ipynb_checkpoints")

Digests = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a report follows from; neither the clock nor a path of the machine.

    Attributes:
        settings: The job as far as it concerns this report.
        files: SHA-256 of every file by its part (`plan`, `observations`, `notebook`, `method`,
            `weights`, `withhold`, `fonts`, `logo`, `authored`) and its name below that part; of
            observations only of the rows that the report looks at, where that is known.
    """

    settings: Mapping[str, Any]
    files: Mapping[str, Digests]

    @property
    def key(self) -> str:
        """Return one SHA-256 over all inputs."""
        return hashlib.sha256(_json({"settings": self.settings, "files": self.files})).hexdigest()


def edition_inputs(edition: Edition) -> Inputs:
    """Return what the report `edition` follows from.

    Each file is read once in the life of the process, because many reports share a plan and a
    method.
    """
    job = edition.job
    return Inputs(
        settings={
            "job": edition.name,
            "product": str(job.product),
            "jurisdiction": edition.jurisdiction,
            "as_of": job.as_of.isoformat(),
            "language": str(edition.language),
            "formats": [str(one) for one in job.formats],
            "layout": str(job.layout),
            "python": platform.python_version(),
            **job.choices,
        },
        files={
            "plan": digests(edition.plan),
            "observations": _observation_digests(edition),
            "notebook": digests(edition.notebook),
            "method": {**digests(PACKAGE), **_locked()},
            **({"weights": digests(edition.weights)} if edition.weights else {}),
            **({"withhold": digests(edition.withhold)} if edition.withhold else {}),
            **({"fonts": digests(edition.fonts)} if edition.fonts else {}),
            **({"previous": _earlier(edition.previous)} if edition.previous else {}),
            **({"logo": digests(edition.logo)} if edition.logo else {}),
            **({"authored": digests(edition.authored)} if edition.authored else {}),
        },
    )


def _earlier(place: Path) -> Digests:
    # Of an earlier report only the result is read.
    return digests(place / RESULT if place.is_dir() else place)


@cache
def digests(path: Path) -> Digests:
    """Return the SHA-256 of each file in the folder `path`, or of the file `path`, by its name.

    Hidden files and what interpreters leave behind are no inputs.
    """
    if path.is_file():
        return {path.name: _digest(path)}
    names = (one.relative_to(path) for one in path.rglob("*") if one.is_file())
    return {
        name.as_posix(): _digest(path / name)
        for name in sorted(names)
        if not any(part.startswith(".") or part in _WRITTEN_BY_TOOLS for part in name.parts)
    }


def _observation_digests(edition: Edition) -> Digests:
    """Return the SHA-256 of what is looked at in each file, or of the rows a database gives."""
    place = edition.observations
    if looks_at_a_slice(edition) and (found := slice_digests(edition)) is not None:
        return found
    return digests(place) if isinstance(place, Path) else _row_digests(place)


@cache
def _row_digests(address: str) -> Digests:
    # The address is no input: the same rows from another server make the same report.
    from evaluation_lib.observations.sources import read_observations

    table, sources = read_observations(address)
    register = [one.model_dump() for _, one in sorted(sources.items())]
    rows = table.to_csv(index=False, lineterminator="\n").encode()
    return {
        "rows": hashlib.sha256(rows).hexdigest(),
        "sources": hashlib.sha256(_json(register)).hexdigest(),
    }


def write_manifest(folder: Path, inputs: Inputs) -> None:
    """Write `manifest.json` about the other files of the finished report in `folder`.

    That of a public report names no input: names of files and their hashes are internal.
    """
    shown: Mapping[str, Any] = {"settings": inputs.settings, "inputs": inputs.files}
    manifest = {
        "schema_version": SCHEMA_VERSION,
        "key": inputs.key,
        **({} if "public" in inputs.settings else shown),
        "outputs": {one.name: _digest(one) for one in sorted(folder.iterdir())},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def is_unchanged(folder: Path, key: str) -> bool:
    """Return whether `folder` holds the whole report made from inputs with `key`, untouched."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return manifest["key"] == key and all(
            _digest(folder / name) == known for name, known in manifest["outputs"].items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _locked() -> Digests:
    lock = PACKAGE.with_name(LOCK)
    return digests(lock) if lock.is_file() else {}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode()
