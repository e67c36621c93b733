"""What a chart says and where, read back from its SVG."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evaluation_lib.report.charts.glyphs import CAP_HEIGHT, glyph
from evaluation_lib.report.charts.placing import Rect

_LINE = re.compile(
    r'<g transform="translate\((?P<x>[-\d.]+) (?P<y>[-\d.]+)\) scale\((?P<scale>[\d.]+)\)"'
    r' fill="(?P<fill>#\w+)">(?P<uses>.*?)</g>'
)
_USE = re.compile(r'<use href="#[ub](?P<code>[0-9a-f]+)"(?: x="(?P<x>[\d.]+)")?/>')


@dataclass(frozen=True)
class DrawnText:
    """One label: its characters without spaces, and the rectangle of its capitals, in mm."""

    text: str
    rect: Rect


def drawn_texts(svg: str) -> list[DrawnText]:
    """Return every label of a chart except the watermark and the white grounds of letters."""
    found = []
    for line in _LINE.finditer(svg):
        x, y, scale = (float(line[name]) for name in ("x", "y", "scale"))
        text, end = "", 0.0
        for use in _USE.finditer(line["uses"]):
            character = chr(int(use["code"], 16))
            text += character
            end = float(use["x"] or 0) + glyph(character).advance
        found.append(DrawnText(text, Rect(x, y - CAP_HEIGHT * scale, x + end * scale, y)))
    return found


def overlaps(svg: str) -> list[tuple[str, str]]:
    """Return the pairs of labels of which one lies on the other."""
    texts = drawn_texts(svg)
    return [
        (one.text, other.text)
        for index, one in enumerate(texts)
        for other in texts[index + 1 :]
        if one.rect.overlap(other.rect) > 0.02
    ]
