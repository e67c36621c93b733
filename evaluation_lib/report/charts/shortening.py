"""SVG as matplotlib writes it, cut down to what a page needs."""

from __future__ import annotations

import re
from functools import lru_cache

from evaluation_lib.report.style import PAPER

_UNSEEN = re.compile(
    r"<\?xml.*?\?>|<!DOCTYPE.*?>|<!--.*?-->|<metadata>.*?</metadata>|<style.*?</style>", re.DOTALL
)
_ROOT = re.compile(r"<svg [^>]*viewBox=\"([^\"]+)\"[^>]*>")
_GROUP_NAME = re.compile(r"(<g) id=\"[^\"]*\"")
_BARE_GROUP = re.compile(r"<g>((?:<(?:path|use)\b[^>]*/>)*)</g>")
_EMPTY = re.compile(r"<(g|defs)></\1>")
_PATH_DATA = re.compile(r"(?<= d=\")[^\"]*")
_SEGMENT = re.compile(r"([MLQCz])([^MLQCz]*)")
_LEADING_ZERO = re.compile(r"(?<!\d)0\.")
_STEP = re.compile(r"transform=\"translate\((\S+) 0\)\"")
_PLACE = re.compile(r"((?: [xy]=\"|translate\()-?\d+\.\d\d)\d+(?: (-?\d+\.\d\d)\d+)?")
# Letters as matplotlib writes them: outlines that are not there yet, then references to them.
_LETTERS = re.compile(
    r'<g id="((?:strong)?(?:halo)?)"><g style="fill:(#\w+)" (transform="[^"]*")>'
    r"(<defs>.*?</defs>)?((?:<use [^>]*>)+)</g></g>"
)

STRONG, HALO = "strong", "halo"
"""Names of text that is to be bold, and of text on a white ground; both may be joined."""
# Bold letters are filled twice, this far apart in hundredths of an em. Readers of PDF draw thin
# strokes at least a pixel wide, which would fill up characters such as 量.
_APART = ("-1.5 -1.1", "1.5 1.1")
# Width of the white stroke in the units of outlines, 6400 to the em.
_HALO_WIDTH = 1728


def shorten(svg: str, *, width: float, height: float) -> str:
    """Return the same drawing as one SVG element of `width` by `height` mm.

    What a reader cannot see goes: prolog, metadata, comments, names of groups, and all digits
    finer than a hundredth of a point. Text named `STRONG` or `HALO` is made so here, where
    they cost a reference to each letter and not its outline once more.
    """
    svg = " ".join(_UNSEEN.sub("", svg).split()).replace("xlink:href", "href")
    svg = svg.replace("> <", "><").replace("NotoSansSC-Regular-", "u")
    svg = svg.replace(": ", ":").replace("; ", ";").replace(" />", "/>")
    svg = _LETTERS.sub(_stroked, svg)
    svg = _STEP.sub(r'x="\1"', _GROUP_NAME.sub(r"\1", svg))
    svg = _PATH_DATA.sub(lambda data: _compact(data[0]), _PLACE.sub(_coarse, svg))
    before = ""
    while before != svg:
        before, svg = svg, _EMPTY.sub("", _BARE_GROUP.sub(r"\1", svg))
    head = (
        r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="\1"'
        f' width="{width:g}mm" height="{height:g}mm" stroke-linejoin="round">'
    )
    return _ROOT.sub(head, svg, count=1)


def _stroked(found: re.Match[str]) -> str:
    """Return letters made bold, above a stroke in white, as far as their name asks for it."""
    name, colour, place, outlines, letters = found.groups(default="")
    shown = letters
    if name.startswith(STRONG):
        shown = "".join(f'<g transform="translate({by})">{letters}</g>' for by in _APART)
    ground = f"fill:{PAPER};stroke:{PAPER};stroke-width:{_HALO_WIDTH}"
    below = f'<g style="{ground}" {place}>{letters}</g>' if name.endswith(HALO) else ""
    return f'{outlines}{below}<g style="fill:{colour}" {place}>{shown}</g>'


def _coarse(place: re.Match[str]) -> str:
    return " ".join(one for one in place.groups() if one)


# The charts of a report are written with the same letters over and over.
@lru_cache(maxsize=4096)
def _compact(data: str) -> str:
    """Return path data with coordinates counted from the point before, which are short."""
    parts: list[str] = []
    x = y = start_x = start_y = 0
    for letter, coordinates in _SEGMENT.findall(data):
        if letter == "z":
            parts.append("z")
            x, y = start_x, start_y
            continue
        numbers = [round(100 * float(one)) for one in coordinates.split()]
        steps = [(one - (y if place % 2 else x)) / 100 for place, one in enumerate(numbers)]
        if letter == "L" and 0 in steps:
            parts.append(f"v{steps[1]:g}" if steps[0] == 0 else f"h{steps[0]:g}")
        else:
            parts.append(letter.lower() + " ".join([f"{step:g}" for step in steps]))
        x, y = numbers[-2:]
        if letter == "M":
            start_x, start_y = x, y
    return _LEADING_ZERO.sub(".", "".join(parts)).replace(" -", "-")
