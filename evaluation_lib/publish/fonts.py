"""The fonts of printed pages: from installed wheels only, so that every machine prints the same."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from evaluation_lib.errors import PublishError

# Wheels that hold Noto Sans CJK (variable, with true bold) and Noto Serif SC.
_WHEELS = ("manimgx_fonts_cjk", "pylopdf_fonts_zh_cn")
SANS = ("Noto Sans CJK SC",)
SERIF = ("Noto Serif SC",)
LATIN = ("Noto Sans CJK KR",)  # same letters, but quotation marks as narrow as English wants them


@lru_cache(maxsize=4)
def printing_fonts(extra: Path | None = None) -> Any:
    """Return the fonts for Typst.

    Args:
        extra: Folder with further fonts, such as those a client prescribes and holds a licence of.

    Raises:
        PublishError: A wheel with fonts is missing, `extra` is not a folder, or it holds no font.
    """
    folders = [_folder(wheel) for wheel in _WHEELS]
    if extra is not None:
        if not extra.is_dir():
            raise PublishError(f"{extra}: not a folder; name the folder that holds the fonts.")
        if not _families([extra]):
            raise PublishError(f"{extra}: holds no font; .otf, .ttf, .otc and .ttc are read.")
        folders.append(extra)
    return _read(folders)


def extra_families(extra: Path) -> tuple[str, ...]:
    """Return the names of the fonts in the folder `extra`, in alphabetical order."""
    return tuple(_families([extra]))


def _families(folders: list[Path]) -> list[str]:
    names: list[str] = _read(folders).families()
    return names


def _read(folders: list[Path]) -> Any:
    """Return the fonts in `folders`; Typst silently finds none where a file is named."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders],
    )


def _folder(wheel: str) -> Path:
    """Return the folder of an installed wheel, without importing it."""
    spec = find_spec(wheel)
    if spec is None or spec.origin is None:
        raise PublishError(
            f"the fonts of {wheel.replace('_', '-')} are not installed; install the packages of "
            "requirements.lock again."
        )
    return Path(spec.origin).parent
