"""SVG drawings made safe for a page: no script, nothing loaded, ids of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_FORBIDDEN = {"script", "foreignObject", "iframe", "audio", "video", "metadata", "title", "desc"}
_REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)[^)]*\)|@import[^;]*;?")
_LENGTH = re.compile(r"([\d.]+)(pt|px|mm|cm|in)?\s*$")
_POINTS = {None: 0.75, "px": 0.75, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}

ElementTree.register_namespace("", _SVG)
ElementTree.register_namespace("xlink", _XLINK)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing and the size it was made for.

    Attributes:
        svg: One `<svg>` element with a viewBox and without width and height.
        width: Width in points.
        height: Height in points.
    """

    svg: str
    width: float
    height: float


@lru_cache(maxsize=256)
def read_drawing(svg: str, *, prefix: str) -> Drawing:
    """Return `svg` cleaned, every id begun with `prefix`.

    Two charts may both call something `clip1`; on one page the second would be cut by the first.
    What was cleaned is kept, because a cell and the page show the same drawing.

    Raises:
        ValueError: `svg` is not an SVG document or has no size.
    """
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as fault:
        raise ValueError(f"a drawing is not SVG: {fault}") from fault
    if root.tag != f"{{{_SVG}}}svg":
        raise ValueError(f"a drawing is not SVG but {root.tag!r}")
    width, height = _size(root)
    root.attrib.pop("width", None)
    root.attrib.pop("height", None)
    root.attrib.setdefault("viewBox", f"0 0 {width:g} {height:g}")
    root.set("id", "root")
    _clean(root, prefix)
    return Drawing(ElementTree.tostring(root, encoding="unicode"), width, height)


def _size(root: ElementTree.Element) -> tuple[float, float]:
    """Return width and height in points, from the attributes or else from the viewBox."""
    sizes = [_LENGTH.match(root.get(name, "").strip()) for name in ("width", "height")]
    if sizes[0] and sizes[1]:
        return tuple(float(one[1]) * _POINTS[one[2]] for one in sizes if one)  # type: ignore[return-value]
    box = root.get("viewBox", "").replace(",", " ").split()
    if len(box) != 4:
        raise ValueError("a drawing has neither width and height nor a viewBox")
    return float(box[2]), float(box[3])


def _clean(element: ElementTree.Element, prefix: str) -> None:
    """Prefix ids and references below `element`; drop what runs or loads something."""
    for name, value in list(element.attrib.items()):
        bare = name.rpartition("}")[2]
        if bare == "id":
            element.set(name, prefix + value)
        elif bare == "href" and value.startswith("#"):
            element.set(name, f"#{prefix}{value[1:]}")
        elif bare.startswith("on") or (bare == "href" and not value.startswith("data:image/")):
            del element.attrib[name]
        elif "url(" in value:
            element.set(name, _own(value, prefix))
    if element.tag == f"{{{_SVG}}}style":
        element.text = _scoped(_own(element.text or "", prefix), prefix)
    for child in list(element):
        if not isinstance(child.tag, str) or child.tag.rpartition("}")[2] in _FORBIDDEN:
            element.remove(child)
        else:
            _clean(child, prefix)


def _own(style: str, prefix: str) -> str:
    """Return `style` with its references prefixed and addresses outside the drawing emptied."""
    return _REFERENCE.sub(rf"url(#{prefix}\1)", _OUTSIDE.sub("none", style))


def _scoped(rules: str, prefix: str) -> str:
    """Return style rules that reach nothing but the drawing they stand in."""

    def scope(match: re.Match[str]) -> str:
        selectors = (one.strip() for one in match[1].split(","))
        return ", ".join(f"#{prefix}root {one}" for one in selectors) + " {"

    return re.sub(r"([^{}]+)\{", scope, rules)
