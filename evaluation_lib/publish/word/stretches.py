"""What of a report stands on pages of one shape, and what must not stand at their ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from evaluation_lib.publish.word.elements import Element


@dataclass(slots=True)
class Stretch:
    """Blocks on pages of one shape: `cover`, `portrait` or `landscape`."""

    shape: str
    blocks: list[Any]


def stretches(blocks: tuple[Any, ...]) -> list[Stretch]:
    """Return `blocks` in stretches of equal pages; a stretch begins on a fresh one anyway."""
    found: list[Stretch] = []
    shape = "portrait"
    for block in blocks:
        if block.type == "section" and (block.landscape or block.level < 3):
            shape = "landscape" if block.landscape else "portrait"
        wanted = "cover" if block.type == "cover" else shape
        if not found or found[-1].shape != wanted or wanted == "cover":
            if block.type == "page_break":
                continue
            found.append(Stretch(wanted, []))
            if block.type == "section":
                block = block.model_copy(update={"fresh_page": False})
        elif block.type == "section" and found[-1].blocks[-1].type == "contents":
            block = block.model_copy(update={"fresh_page": True})
        found[-1].blocks.append(block)
    return found


def anchors_of(blocks: tuple[Any, ...]) -> Iterator[str]:
    """Yield every key that a link may lead to."""
    for block in blocks:
        if block.type in ("section", "figure", "table"):
            yield block.key
        if block.type == "table":
            yield from (row.key for row in block.rows if row.key)
        if block.type == "side_by_side":
            yield from anchors_of((*block.left, *block.right))


def without_needless_gaps(content: Iterable[Element]) -> list[Element]:
    """Return `content` without gaps before a fresh page.

    At the foot of a full page such a gap would take a page for itself.
    """
    kept: list[Element] = []
    for element in content:
        if _starts_page(element):
            while kept and _is_gap(kept[-1]):
                kept.pop()
        kept.append(element)
    while kept and _is_gap(kept[-1]):
        kept.pop()
    return kept


def _starts_page(element: Element) -> bool:
    return element.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None


def _is_gap(element: Element) -> bool:
    """Return whether `element` is an empty thin paragraph."""
    style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val")) == "Gap" and len(element) == 1
