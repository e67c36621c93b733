"""From a path to sheets, or to the reason why a file is not read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.forms.delimited import read_csv
from evaluation_lib.observations.forms.grid import Grid
from evaluation_lib.observations.forms.legacy import EncryptedError, read_xls
from evaluation_lib.observations.forms.xlsx import read_xlsx
from evaluation_lib.observations.forms.xlsx_parts import NotAWorkbookError, TooLargeError
from evaluation_lib.observations.queries.kinds import Kind

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_LOCK_PREFIX = "~$"
_SUFFIXES = {".xlsx", ".xlsm", ".xls", ".csv"}
_HEAD = 1 << 20


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was opened.

    Attributes:
        name: File name in readable characters.
        sheets: Empty where the file could not be read.
        fault: Why it could not, or what is remarkable about it; None for neither.
    """

    path: Path
    name: str
    sheets: tuple[Grid, ...] = ()
    fault: Kind | None = None


def find_forms(places: Iterable[str | Path]) -> list[Path]:
    """Return the files meant by `places`, those in folders sorted by name.

    Files whose name begins with a full stop belong to the system and are left out.

    Raises:
        ObservationError: A place does not exist, or no file is there at all.
    """
    found: list[Path] = []
    for place in map(Path, places):
        if place.is_dir():
            inside = [path for path in place.rglob("*") if path.is_file()]
            found += sorted(
                (path for path in inside if not _is_system(path.relative_to(place))),
                key=os.fsencode,
            )
        elif place.is_file():
            found.append(place)
        else:
            raise ObservationError(f"{place}: no such file or folder; give forms or their folder.")
    if not found:
        raise ObservationError(f"{', '.join(map(str, places))}: holds no form.")
    return list(dict.fromkeys(found))


def _is_system(path: Path) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in path.parts)


def readable_name(path: Path) -> str:
    """Return the file name of `path`; a name in GBK bytes is decoded as such."""
    try:
        path.name.encode("utf-8")
        return path.name
    except UnicodeEncodeError:
        return os.fsencode(path.name).decode("gb18030", errors="replace")


def open_form(path: Path) -> Opened:
    """Open the file at `path` by what it holds, not by what its name says; never raises for it."""
    name = readable_name(path)
    if path.name.startswith(_LOCK_PREFIX):
        return Opened(path, name, fault=Kind.FILE_LOCKED)
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES:
        return Opened(path, name, fault=Kind.FILE_UNSUPPORTED)
    try:
        return _open(path, name, suffix)
    except EncryptedError:
        return Opened(path, name, fault=Kind.FILE_PASSWORD)
    except TooLargeError:
        return Opened(path, name, fault=Kind.FILE_TOO_LARGE)
    except (NotAWorkbookError, OSError):
        return Opened(path, name, fault=Kind.FILE_CORRUPT)


def _open(path: Path, name: str, suffix: str) -> Opened:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        return Opened(path, name, fault=Kind.FILE_EMPTY)
    if head.startswith(_ZIP):
        sheets, right = read_xlsx(path), suffix in {".xlsx", ".xlsm"}
    elif head.startswith(_COMPOUND):
        if _ENCRYPTED_PACKAGE in head or _ENCRYPTED_PACKAGE in path.read_bytes():
            return Opened(path, name, fault=Kind.FILE_PASSWORD)
        sheets, right = read_xls(path), suffix == ".xls"
    elif suffix == ".csv" and not head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff")):
        sheets, right = read_csv(path), True
    else:
        return Opened(path, name, fault=Kind.FILE_TYPE)
    if not any(sheet.cells for sheet in sheets):
        return Opened(path, name, fault=Kind.FILE_EMPTY)
    fault = None if right else Kind.FILE_SUFFIX
    if name != path.name:
        fault = Kind.FILE_NAME
    return Opened(path, name, tuple(sheets), fault)
