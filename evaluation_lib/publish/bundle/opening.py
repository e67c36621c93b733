"""Open a bundle somebody else made: a folder, a zip file, or the folder of a report."""

from __future__ import annotations

import shutil
import stat
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from evaluation_lib.errors import BundleError
from evaluation_lib.publish.bundle import contents

_MOST_BYTES = 4 << 30


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle laid open.

    Attributes:
        root: Folder with its files; a temporary one where it came as a zip file.
        signature: Text of the signature in or beside it; blank for none.
        beside: Folder of the report the bundle belongs to; None where only the bundle was given.
    """

    root: Path
    signature: str
    beside: Path | None


@contextmanager
def opened(place: Path) -> Iterator[Opened]:
    """Open the bundle at `place`, read only.

    Raises:
        BundleError: There is no bundle, or the zip file would write outside its folder, repeats a
            name, or unpacks to more than 4 GiB.
    """
    if place.is_dir() and not _is_bundle(place):
        archive, beside = place / contents.BUNDLE, place
    else:
        archive, beside = place, None
    if archive.is_dir():
        yield Opened(archive, _text(archive / contents.SIGNATURE), None)
        return
    if not archive.exists():
        raise BundleError(
            f"{place}: holds no {contents.BUNDLE} and no {contents.SUMS}; name a bundle, its "
            "folder, or the folder of a report made with the format bundle."
        )
    with tempfile.TemporaryDirectory(prefix="bundle-") as folder:
        root = Path(folder)
        _unpack(archive, root)
        inside = _text(root / contents.SIGNATURE)
        yield Opened(root, inside or _text(signature_beside(archive)), beside)


def signature_beside(archive: Path) -> Path:
    """Return where the signature of the zip file `archive` lies."""
    return archive.with_name(f"{archive.name}.sig")


def _is_bundle(folder: Path) -> bool:
    return any((folder / name).exists() for name in (contents.SUMS, contents.METADATA))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _unpack(archive: Path, root: Path) -> None:
    try:
        with zipfile.ZipFile(archive) as packed:
            entries = [one for one in packed.infolist() if not one.is_dir()]
            _refuse_tricks(archive, entries)
            for entry in entries:
                target = root / entry.filename
                target.parent.mkdir(parents=True, exist_ok=True)
                with packed.open(entry) as source, target.open("wb") as file:
                    shutil.copyfileobj(source, file)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise BundleError(f"{archive}: cannot be read as a zip file: {error}.") from error


def _refuse_tricks(archive: Path, entries: list[zipfile.ZipInfo]) -> None:
    names = [one.filename for one in entries]
    if odd := [one.filename for one in entries if _leads_astray(one)]:
        raise BundleError(f"{archive}: {odd[0]!r} would be written outside the bundle; refused.")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise BundleError(f"{archive}: {twice[0]!r} is in it twice; refused.")
    size = sum(one.file_size for one in entries)
    if size > _MOST_BYTES:
        raise BundleError(f"{archive}: unpacks to {size} bytes, more than {_MOST_BYTES}; refused.")


def _leads_astray(entry: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(entry.filename)
    windows = PureWindowsPath(entry.filename)
    return (
        path.is_absolute()
        or bool(windows.drive or windows.root)
        or ".." in (*path.parts, *windows.parts)
        or stat.S_ISLNK(entry.external_attr >> 16)
    )
