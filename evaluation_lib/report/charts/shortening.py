"""SVG as matplotlib writes it, cut down to what a page needs."""

from __future__ import annotations

import re

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
_TWICE = re.compile(r'<path d="([^"]{60,})" style="([^"]*)"/><path d="\1" style="([^"]*)"/>')


def shorten(svg: str, *, width: float, height: float) -> str:
    """Return the same drawing as one SVG element of `width` by `height` mm.

    What a reader cannot see goes: prolog, metadata, comments, names of groups, and all digits
    finer than a hundredth of a point. Letters that are drawn twice, once for their white ground,
    are written once and referred to.
    """
    svg = " ".join(_UNSEEN.sub("", svg).split()).replace("xlink:href", "href")
    svg = svg.replace("> <", "><").replace("NotoSansSC-Regular-", "u")
    svg = _STEP.sub(r'x="\1"', _GROUP_NAME.sub(r"\1", svg))
    svg = _PLACE.sub(_coarse, svg)
    svg = _PATH_DATA.sub(_compact, svg).replace(": ", ":").replace("; ", ";")
    before = ""
    while before != svg:
        before, svg = svg, _EMPTY.sub("", _BARE_GROUP.sub(r"\1", svg))
    names = iter(range(svg.count("<path")))
    svg = _TWICE.sub(lambda found: _referred_to(found, f"t{next(names)}"), svg)
    head = (
        r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="\1"'
        f' width="{width:g}mm" height="{height:g}mm" stroke-linejoin="round">'
    )
    return _ROOT.sub(head, svg, count=1)


def _coarse(place: re.Match[str]) -> str:
    return " ".join(one for one in place.groups() if one)


def _compact(data: re.Match[str]) -> str:
    """Return path data with coordinates counted from the point before, which are short."""
    parts: list[str] = []
    x = y = start_x = start_y = 0
    for letter, coordinates in _SEGMENT.findall(data[0]):
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


def _referred_to(found: re.Match[str], name: str) -> str:
    data, ground, letters = found.groups()
    return (
        f'<defs><path id="{name}" d="{data}"/></defs>'
        f'<use href="#{name}" style="{ground}"/><use href="#{name}" style="{letters}"/>'
    )
