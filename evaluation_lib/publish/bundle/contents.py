"""Where things lie in a bundle, and the list of hashes that holds them together."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

BUNDLE = "bundle.zip"
METADATA = "ro-crate-metadata.json"
SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
SOFTWARE = "software.json"
GUIDE = "README.txt"
JOBS = "evaluations.yml"
REPORT = "report"
PLAN = "plan"
OBSERVATIONS = "observations"
NOTEBOOKS = "notebooks"
AUTHORED = "authored"
WEIGHTS = "weights"
PREVIOUS = "previous"
BRAND = "brand"
LICENCES = "licences"
_NOT_LISTED = (SUMS, SIGNATURE)
_CHUNK = 1 << 20


def file_names(root: Path) -> list[str]:
    """Return the names of all files below `root` that are to be listed, in order."""
    names = (one.relative_to(root).as_posix() for one in root.rglob("*") if not one.is_dir())
    return sorted(name for name in names if name not in _NOT_LISTED)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, read a stretch at a time."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def write_sums(root: Path) -> None:
    """Write the hash of every file of the bundle as `sha256sum --check` reads it."""
    lines = [f"{sha256_of(root / name)}  {name}\n" for name in file_names(root)]
    (root / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def read_sums(text: str) -> Mapping[str, str]:
    """Return the hashes that a list of `write_sums` names, by file.

    Raises:
        ValueError: A line is not a hash and a name, or a name stands there twice.
    """
    sums: dict[str, str] = {}
    for line in text.splitlines():
        digest, _, name = line.partition("  ")
        if len(digest) != 64 or not name or name in sums:
            raise ValueError(f"{SUMS}: line {line[:80]!r} is not a hash and a name of its own")
        sums[name] = digest
    return sums
