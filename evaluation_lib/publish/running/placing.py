"""Put a finished report in its place, whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def prepare(target: Path) -> Path:
    """Return an empty folder beside `target` to write a report in.

    What an interrupted run left behind is mended first: an unfinished folder goes, and a report
    that was set aside comes back.
    """
    draft, aside = _draft(target), _aside(target)
    shutil.rmtree(draft, ignore_errors=True)
    if aside.exists() and not target.exists():
        aside.rename(target)
    shutil.rmtree(aside, ignore_errors=True)
    draft.mkdir(parents=True)
    return draft


def mend(output: Path) -> int:
    """Put away what cut-off runs left half done below `output`; return how many reports it was.

    A report that was set aside and never replaced comes back to its place.
    """
    left = 0
    for aside in output.glob("*/*/.*.previous"):
        target = aside.with_name(aside.name[1:].removesuffix(".previous"))
        if target.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(target)
            left += 1
    for draft in output.glob("*/*/.*.draft"):
        shutil.rmtree(draft, ignore_errors=True)
        left += 1
    return left


def place(draft: Path, target: Path, past: Path | None = None) -> None:
    """Make the finished folder `draft` the report `target`, in place of an older one.

    Args:
        draft: Folder of the finished report.
        target: Where it belongs.
        past: Where the older report is kept; None to let it go.
    """
    for file in draft.iterdir():
        _reach_the_disk(file)
    _reach_the_disk(draft)
    aside = _aside(target)
    if target.exists():
        target.rename(aside)
    draft.rename(target)
    _reach_the_disk(target.parent)
    if past is not None and aside.exists() and not past.exists():
        past.parent.mkdir(parents=True, exist_ok=True)
        aside.rename(past)
    shutil.rmtree(aside, ignore_errors=True)


def discard(target: Path) -> None:
    """Remove what was written for `target` and not finished."""
    shutil.rmtree(_draft(target), ignore_errors=True)
    for folder in (target.parent, target.parent.parent):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _draft(target: Path) -> Path:
    return target.with_name(f".{target.name}.draft")


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.previous")


def _reach_the_disk(path: Path) -> None:
    # Windows opens no folder and syncs only what is open for writing.
    if path.is_dir() and sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
