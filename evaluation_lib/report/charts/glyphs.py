"""Outlines and widths of characters, so that a chart shows the same text on every machine.

Charts are drawn with text as paths. The outlines come from the Noto Sans SC font that is installed
with the project; no font of the machine is ever used.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from matplotlib.ft2font import FT2Font, LoadFlags

from evaluation_lib.errors import PublishError

EM = 500  # units in one em: half the font's own, finer than any printer at our sizes
CAP_HEIGHT = 366  # height of a capital letter or a figure, in the same units

_FONT_UNITS = 1000  # in one em

_MOVE, _LINE, _QUADRATIC, _CUBIC, _CLOSE = 1, 2, 3, 4, 79
_POINTS = {_MOVE: 1, _LINE: 1, _QUADRATIC: 2, _CUBIC: 3}
_LETTER = {_MOVE: "m", _LINE: "l", _QUADRATIC: "q", _CUBIC: "c"}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character.

    Attributes:
        path: SVG path data in units of the em, y downwards, from the baseline.
        advance: Width, in the same units.
    """

    path: str
    advance: float


@cache
def glyph(character: str) -> Glyph:
    """Return the outline of one character.

    Raises:
        PublishError: The font has no such character.
    """
    font = _font()
    if font.get_char_index(ord(character)) == 0:
        raise PublishError(
            f"the chart font has no character {character!r} (U+{ord(character):04X}); "
            "write the name or source it comes from with another character."
        )
    loaded = font.load_char(ord(character), flags=LoadFlags.NO_SCALE)
    vertices, codes = font.get_path()
    # The font engine divides by 64 even where it does not scale.
    points = np.rint(np.asarray(vertices) * 64 * EM / _FONT_UNITS).astype(int).tolist()
    return Glyph(_path_data(points, list(codes)), loaded.horiAdvance * EM / _FONT_UNITS)


def text_width(text: str) -> float:
    """Return the width of `text`, in em."""
    return sum(glyph(character).advance for character in text) / EM


@cache
def _font() -> FT2Font:
    return FT2Font(str(files("pylopdf_fonts_zh_cn") / "NotoSansSC-Regular.otf"))


def _path_data(points: list[list[int]], codes: list[int]) -> str:
    """Return relative path data, which is the shortest to write."""
    parts: list[str] = []
    here_x = here_y = start_x = start_y = 0
    index = 0
    while index < len(codes):
        code = codes[index]
        if code == _CLOSE:
            parts.append("z")
            here_x, here_y = start_x, start_y
            index += 1
            continue
        steps = points[index : index + _POINTS[code]]
        offsets = [f"{x - here_x} {here_y - y}" for x, y in steps]
        parts.append(_LETTER[code] + " ".join(offsets).replace(" -", "-"))
        here_x, here_y = steps[-1]
        if code == _MOVE:
            start_x, start_y = here_x, here_y
        index += len(steps)
    return "".join(parts)
