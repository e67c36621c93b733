"""Sections of a Word file: page and margins, running header, page number, and where each ends."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from evaluation_lib.publish.document import Document
from evaluation_lib.publish.page_facts import footer_facts
from evaluation_lib.publish.word.draft import Draft
from evaluation_lib.publish.word.elements import (
    Borders,
    Element,
    Look,
    Shape,
    borders,
    paragraph,
    run,
    twips,
    w,
)
from evaluation_lib.publish.word.fields import field
from evaluation_lib.publish.word.profile import Frame, Profile
from evaluation_lib.report import page_words as words
from evaluation_lib.report import style

_RELATION = qn("r:id")
_HEADER, _FOOTER = 40.0, 26.0  # points that the running lines take
_INSET = 14.0  # points, one character of the number
_SIDES = {"default": "right", "even": "left"}  # odd pages lie right of the fold


def section_end(frame: Frame, profile: Profile, references: list[Element]) -> Element:
    """Return the page set-up of a section.

    Args:
        frame: Page and margins.
        profile: Gives the grid and the places of header and footer.
        references: What names its headers and footers; none for those of the section before.
    """
    size = {"w": twips(frame.width), "h": twips(frame.height)}
    flat = {"orient": "landscape"} if frame.width > frame.height else {}
    margins = {
        name: twips(value)
        for name, value in (
            ("top", frame.top),
            ("right", frame.right),
            ("bottom", frame.bottom),
            ("left", frame.left),
            ("header", min(profile.header, frame.top - _HEADER)),
            ("footer", min(profile.footer, frame.bottom - _FOOTER)),
        )
    }
    kind = w("type", val="nextPage")
    page = [w("pgSz", **size, **flat), w("pgMar", **margins, gutter=0), w("cols", space=720)]
    return w("sectPr", *references, kind, *page, *_grid(frame, profile))


def _grid(frame: Frame, profile: Profile) -> list[Element]:
    """Return the grid of lines that prose on portrait pages is held to."""
    if profile.lines is None or frame is not profile.portrait:
        return []
    pitch = int((frame.height - frame.top - frame.bottom) * 20 / profile.lines)
    return [w("docGrid", type="lines", linePitch=pitch)]


def running_lines(document: Document, draft: Draft, frame: Frame) -> list[Element]:
    """Return references to headers as wide as `frame` and to footers with the page number."""
    text: Any = draft.word.part
    found = []
    for kind in _SIDES:
        part, relation = text.add_header_part()
        _fill(part.element, _header(document, frame))
        found.append(_reference("headerReference", kind, relation))
    for kind, side in _SIDES.items():
        part, relation = text.add_footer_part()
        _fill(part.element, [_footer(document, frame, side)])
        found.append(_reference("footerReference", kind, relation))
    return found


def badge(text: str) -> Element:
    """Return the label of invented data."""
    ground, edge = style.DEMONSTRATION_GROUND, style.DEMONSTRATION
    return run(f"\u00a0{text}\u00a0", Look(True, edge, 8, ground, edge))


def _fill(root: Element, content: list[Element]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(content)


def _reference(tag: str, kind: str, relation: str) -> Element:
    reference = w(tag, type=kind)
    reference.set(_RELATION, relation)
    return reference


def _header(document: Document, frame: Frame) -> list[Element]:
    """Return title and badge, and below them as of when and from which data and plan."""
    report, language = document.report, document.language
    gap = "　" if language == "zh" else " · "
    small = Look(size=None if language == "zh" else 7)
    title = [run(report.title, small)]
    versions = footer_facts(document)
    facts = gap.join(f"{label} {value}" for label, value in versions)
    title.append(run("\t"))
    if report.brand and report.brand.classification:
        title += [run(report.brand.classification, Look(strong=True, size=8)), run("　")]
    if report.demonstration:
        title += [badge(words.DEMONSTRATION_BADGE.into(language))]
    above = paragraph("Header", *title, shape=Shape(tab=frame.space, line=16))
    below = paragraph("Header", run(facts, small))
    below.pPr.append(borders("pBdr", Borders(bottom=(0.5, style.HAIRLINE))))
    return [above, below]


def _footer(document: Document, frame: Frame, side: str) -> Element:
    """Return the number of the page, one character in from the outer edge, and whose it is."""
    language = document.language
    number = [field("PAGE", "1")]
    if language == "zh":
        number = [run("— "), *number, run(" —")]
    brand = document.report.brand
    told = [brand.organisation] if brand and brand.organisation else []
    if document.report.demonstration:
        told.append(words.DEMONSTRATION_FOOTER.into(language))
    gap = "　" if language == "zh" else " · "
    small = [run(gap.join(told), Look(colour=style.SECONDARY, size=7.5))] if told else []
    tab = Shape(tab=frame.space - (_INSET if side == "right" else 0))
    if side == "right":
        return paragraph("Footer", *small, run("\t"), *number, shape=tab)
    return paragraph("Footer", *number, run("\t"), *small, shape=replace(tab, left=_INSET))
