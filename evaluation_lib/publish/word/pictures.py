"""Charts as pictures, because older Word and WPS draw no SVG; all of a report in one go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import typst

from evaluation_lib.publish.fonts import printing_fonts
from evaluation_lib.report.blocks import Figure
from evaluation_lib.report.drawing import read_drawing
from evaluation_lib.report.logo import logo_svg

LOGO = "brand-logo"
_DOTS_PER_INCH = 200
_TEMPLATE = b"""
#for one in json(bytes(sys.inputs.drawings)) {
  page(
    width: one.width * 1pt,
    height: one.height * 1pt,
    margin: 0pt,
    image(bytes(one.svg), format: "svg", width: 100%, height: 100%),
  )
}
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as PNG and the size it was drawn for, in points."""

    png: bytes
    width: float
    height: float


def draw_pictures(blocks: Iterable[Any], *, logo: str = "") -> dict[str, Picture]:
    """Return the charts of `blocks` by the key of their figure.

    Args:
        blocks: Those of the report.
        logo: The evaluator's, as a `data:` address; its picture is called `LOGO`.

    Raises:
        ValueError: A drawing is not SVG.
    """
    drawn = {one.key: one.svg for one in _figures(blocks)}
    if logo:
        drawn[LOGO] = logo_svg(logo)
    if not drawn:
        return {}
    drawings = [read_drawing(one, prefix="") for one in drawn.values()]
    values = [{"svg": one.svg, "width": one.width, "height": one.height} for one in drawings]
    # One page is one picture; its text is drawn as paths, so any fonts will do.
    compiler = typst.Compiler(
        _TEMPLATE,
        font_paths=printing_fonts(),
        sys_inputs={"drawings": json.dumps(values, ensure_ascii=False)},
    )
    made: Any = compiler.compile(format="png", ppi=_DOTS_PER_INCH)
    pages = made if isinstance(made, list) else [made]
    return {
        key: Picture(page, drawing.width, drawing.height)
        for key, page, drawing in zip(drawn, pages, drawings, strict=True)
    }


def _figures(blocks: Iterable[Any]) -> Iterator[Figure]:
    """Yield every figure, also those beside others and on the cover."""
    for block in blocks:
        if block.type == "figure":
            yield block
        elif block.type == "side_by_side":
            yield from _figures((*block.left, *block.right))
        elif block.type == "cover" and block.signature is not None:
            yield block.signature
