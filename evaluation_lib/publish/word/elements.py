"""The XML a Word file is made of, written as nested calls.

Word refuses a file whose properties stand in another order than its schema has, so properties are
built here and nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BROKEN_LINES = re.compile(r"(\n|\t)")


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return the element `tag` of Word's main namespace."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def twips(points: float) -> int:
    """Return `points` in twentieths of a point."""
    return round(points * 20)


def millimetres(length: float) -> float:
    """Return `length` in points."""
    return length * 72 / 25.4


@dataclass(frozen=True, slots=True)
class Look:
    """How a run differs from its paragraph's style; None and False leave it as it is.

    Attributes:
        colour: Text colour, `#RRGGBB`; `ground` and `edge` likewise, behind and around the text.
        size: Points.
        dashed: Whether the edge is dashed.
        underline: Colour of a thick line below.
        symbols: Whether the text is marks that Chinese fonts do not hold.
        raised: Whether it is the number of a note.
    """

    strong: bool = False
    colour: str | None = None
    size: float | None = None
    ground: str | None = None
    edge: str | None = None
    dashed: bool = False
    underline: str | None = None
    symbols: bool = False
    raised: bool = False


PLAIN = Look()
_SYMBOLS = "Segoe UI Symbol"


def _run_properties(look: Look) -> Element | None:
    """Return the properties of a run in the order of the schema, None where there is none."""
    found: list[Element] = []
    if look.symbols:
        names = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), _SYMBOLS)
        found.append(w("rFonts", **names))
    if look.strong:
        found += [w("b"), w("bCs")]
    if look.colour:
        found.append(w("color", val=look.colour[1:]))
    if look.size:
        found += [w("sz", val=round(look.size * 2)), w("szCs", val=round(look.size * 2))]
    if look.underline:
        found.append(w("u", val="thick", color=look.underline[1:]))
    if look.edge:
        kind = "dashed" if look.dashed else "single"
        found.append(w("bdr", val=kind, sz=4, space=0, color=look.edge[1:]))
    if look.ground:
        found.append(w("shd", val="clear", color="auto", fill=look.ground[1:]))
    if look.raised:
        found.append(w("vertAlign", val="superscript"))
    return w("rPr", *found) if found else None


def run(text: str, look: Look = PLAIN) -> Element:
    """Return a run of `text`; line ends and tabs are kept, other control characters are not."""
    element = w("r")
    properties = _run_properties(look)
    if properties is not None:
        element.append(properties)
    for piece in _BROKEN_LINES.split(_CONTROLS.sub("", text)):
        if piece == "\n":
            element.append(w("br"))
        elif piece == "\t":
            element.append(w("tab"))
        elif piece:
            written = w("t")
            written.text = piece
            written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            element.append(written)
    return element


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph differs from its style; None and False leave it as it is.

    Attributes:
        before: Space above in points; `after` likewise below.
        line: Height of its lines in points, whatever stands in them.
        tab: Place of a right tab stop in points.
        left: Indent in points; `right` likewise.
    """

    keep_next: bool = False
    fresh_page: bool = False
    tab: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float | None = None
    right: float | None = None
    align: str | None = None


UNSHAPED = Shape()


def paragraph(
    style: str, *content: Element, shape: Shape = UNSHAPED, section: Element | None = None
) -> Element:
    """Return a paragraph.

    Args:
        style: Id of its style.
        content: Runs, fields and links.
        shape: What differs from the style.
        section: Page set-up of the section that ends with this paragraph.
    """
    found: list[Element] = [w("pStyle", val=style)]
    if shape.keep_next:
        found.append(w("keepNext"))
    if shape.fresh_page:
        found.append(w("pageBreakBefore"))
    if shape.tab is not None:
        found.append(w("tabs", w("tab", val="right", pos=twips(shape.tab))))
    if spacing := spacing_of(shape.before, shape.after, shape.line):
        found.append(w("spacing", **spacing))
    indent = {
        name: twips(value)
        for name, value in (("left", shape.left), ("right", shape.right))
        if value is not None
    }
    if indent:
        found.append(w("ind", **indent))
    if shape.align:
        found.append(w("jc", val=shape.align))
    if section is not None:
        found.append(section)
    return w("p", w("pPr", *found), *content)


def spacing_of(
    before: float | None, after: float | None, line: float | None
) -> dict[str, str | int]:
    """Return the attributes of `w:spacing`; lengths in points."""
    found: dict[str, str | int] = {}
    if before is not None:
        found["before"] = twips(before)
    if after is not None:
        found["after"] = twips(after)
    if line is not None:
        found |= {"line": twips(line), "lineRule": "exact"}
    return found


@dataclass(frozen=True, slots=True)
class Borders:
    """Lines around a table or a cell, each as width in points and colour, `(0.5, "#C5CCD4")`."""

    top: tuple[float, str] | None = None
    left: tuple[float, str] | None = None
    bottom: tuple[float, str] | None = None
    right: tuple[float, str] | None = None


def borders(tag: str, lines: Borders) -> Element:
    """Return `lines` as the element `tag`, such as `tcBorders`."""
    element = w(tag)
    for side in fields(lines):
        line = getattr(lines, side.name)
        if line is not None:
            width, colour = line
            element.append(
                w(side.name, val="single", sz=round(width * 8), space=0, color=colour[1:])
            )
    return element
