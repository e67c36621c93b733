"""With which programs a report was made: the method, Python, and the libraries it stands on."""

from __future__ import annotations

import json
import platform
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from evaluation_lib.publish.bundle.contents import SOFTWARE
from evaluation_lib.publish.running.manifest import LOCK, digests
from evaluation_lib.publish.surroundings import PACKAGE

NAME = "plan-evaluation"


def software_here(fonts: Path | None = None) -> dict[str, Any]:
    """Return what a report made here is made with.

    Args:
        fonts: Folder of fonts printed with before the packaged ones; they are often not free, so
            that a bundle holds their hashes and not them.
    """
    lock = PACKAGE.with_name(LOCK)
    return {
        "name": NAME,
        "version": version(NAME),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "packages": _packages(),
        "lock": digests(lock)[LOCK] if lock.is_file() else "",
        "method": dict(digests(PACKAGE)),
        "fonts": dict(digests(fonts)) if fonts else {},
    }


def write_software(root: Path, software: dict[str, Any]) -> None:
    """Write what the report was made with into the bundle `root`."""
    text = json.dumps(software, ensure_ascii=False, indent=1)
    (root / SOFTWARE).write_text(text + "\n", encoding="utf-8")


def _packages() -> dict[str, str]:
    found = {}
    for line in requires(NAME) or ():
        wanted = Requirement(line)
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
            continue
        try:
            found[wanted.name] = version(wanted.name)
        except PackageNotFoundError:
            found[wanted.name] = ""
    return dict(sorted(found.items()))
