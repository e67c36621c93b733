"""How wide words are in the font of the charts, so that labels can be placed before they are drawn.

The font is the Noto Sans SC that is installed with the project; no font of the machine is ever
used. matplotlib is imported with the first word measured, because it takes long.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from evaluation_lib.errors import PublishError

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

MM_PER_POINT = 25.4 / 72
CAP_HEIGHT = 0.733  # height of a capital letter or a figure, in em

_MEASURED_AT = 100.0  # points; widths grow with the size, because nothing is hinted


def width_of(text: str, size: float) -> float:
    """Return the width of `text` in mm at `size` points.

    Raises:
        PublishError: The font lacks a character of `text`.
    """
    return _width_in_em(text) * size * MM_PER_POINT


def height_of(size: float) -> float:
    """Return the height of a line of text in mm at `size` points, without leading."""
    return size * MM_PER_POINT


@cache
def font_of(size: float) -> FontProperties:
    """Return the font of the charts at `size` points."""
    from matplotlib.font_manager import FontProperties

    # Named by its file: a font of the same name on the machine may be another version.
    return FontProperties(fname=_font_file(), size=size)


@cache
def _font_file() -> str:
    return str(files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf")


@lru_cache(maxsize=20_000)
def _width_in_em(text: str) -> float:
    from matplotlib.textpath import text_to_path

    _check_characters(text)
    font = font_of(_MEASURED_AT)
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width) / _MEASURED_AT


def _check_characters(text: str) -> None:
    from matplotlib.font_manager import get_font

    font = get_font(_font_file())
    for character in text:
        if font.get_char_index(ord(character)) == 0:
            raise PublishError(
                f"the chart font has no character {character!r} (U+{ord(character):04X}); "
                "write the name or source it comes from with another character."
            )
