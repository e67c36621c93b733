"""What a bundle says of itself: RO-Crate 1.1 metadata.

Written plainly and not through a library, because every report pays for what it imports. A bundle
holds no clock time, so that the same inputs give the same bytes: its date is the day as of which
the report speaks, and when it was made stands in the journal of the run that made it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.running.manifest import LOCK

_PROFILE = "https://w3id.org/ro/crate/1.1"
_FORMATS = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".ipynb": "application/x-ipynb+json",
    ".json": "application/json",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".yml": "application/yaml",
}
_SOFTWARE = "#software"
_RUN = "#run"

Entity = dict[str, Any]


def write_metadata(root: Path, edition: Edition, software: Entity) -> None:
    """Write the metadata of the bundle in `root`, whose other files are all there."""
    names = [one for one in contents.file_names(root) if one != contents.METADATA]
    graph = [
        _descriptor(),
        _root(root, edition, names),
        _run(edition, names),
        *_programs(software),
        *(_file(root, name) for name in names),
        _licence(),
    ]
    document = {
        "@context": [f"{_PROFILE}/context", {"sha256": "https://schema.org/sha256"}],
        "@graph": graph,
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    (root / contents.METADATA).write_text(text + "\n", encoding="utf-8")


def _descriptor() -> Entity:
    return {
        "@id": contents.METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _PROFILE},
        "about": {"@id": "./"},
    }


def _root(root: Path, edition: Edition, names: list[str]) -> Entity:
    result = json.loads((root / contents.REPORT / "result.json").read_text(encoding="utf-8"))
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": result.get("title", edition.title),
        "description": (
            f"Report {edition.title} as of {edition.job.as_of} with everything it follows from. "
            "Only what was published by that day is in it. Clock times are left out, so that the "
            "same inputs give the same bytes."
        ),
        "identifier": f"{edition.name}/{edition.jurisdiction}/{edition.language}",
        "inLanguage": str(edition.language),
        "datePublished": edition.job.as_of.isoformat(),
        "temporalCoverage": f"../{edition.job.as_of.isoformat()}",
        "license": {"@id": "#licences"},
        "hasPart": _references(names),
        "mentions": {"@id": _RUN},
    }


def _licence() -> Entity:
    return {
        "@id": "#licences",
        "@type": "CreativeWork",
        "name": "Licences of code, plan and data",
        "description": f"The folder {contents.LICENCES} holds what applies to each part.",
    }


def _run(edition: Edition, names: list[str]) -> Entity:
    made = [name for name in names if name.startswith(f"{contents.REPORT}/")]
    given = [name for name in names if name not in made and _is_input(name)]
    return {
        "@id": _RUN,
        "@type": "CreateAction",
        "name": f"plan-eval report {edition.name}",
        "description": f"plan-eval report {edition.name} --jobs-file {contents.JOBS}",
        "actionStatus": {"@id": "http://schema.org/CompletedActionStatus"},
        "instrument": {"@id": _SOFTWARE},
        "object": _references(given),
        "result": _references(made),
    }


def _is_input(name: str) -> bool:
    return not name.startswith(f"{contents.LICENCES}/") and name not in (
        contents.GUIDE,
        contents.SOFTWARE,
    )


def _programs(software: Entity) -> Iterable[Entity]:
    packages: dict[str, str] = {"python": software["python"], **software["packages"]}
    yield {
        "@id": _SOFTWARE,
        "@type": "SoftwareApplication",
        "name": software["name"],
        "softwareVersion": software["version"],
        "softwareRequirements": [
            *_references(f"#software-{name}" for name in packages),
            *([{"@id": LOCK}] if software["lock"] else []),
        ],
    }
    for name, number in packages.items():
        yield {
            "@id": f"#software-{name}",
            "@type": "SoftwareApplication",
            "name": name,
            "softwareVersion": number,
        }


def _file(root: Path, name: str) -> Entity:
    path = root / name
    return {
        "@id": name,
        "@type": "File",
        "name": name,
        "encodingFormat": _FORMATS.get(path.suffix.lower(), "application/octet-stream"),
        "contentSize": str(path.stat().st_size),
        "sha256": contents.sha256_of(path),
    }


def _references(names: Iterable[str]) -> list[Entity]:
    return [{"@id": name} for name in names]
