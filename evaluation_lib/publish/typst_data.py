"""A document as plain values for the printing template, which puts them on pages.

Words go to Typst as data, never as markup, so that nothing a department writes into a form can
become an instruction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from evaluation_lib.publish.choices import Layout
from evaluation_lib.publish.document import Document
from evaluation_lib.publish.faces import Faces
from evaluation_lib.publish.page_facts import cover_of, evaluator_facts, footer_facts
from evaluation_lib.report import page_words as words
from evaluation_lib.report import style
from evaluation_lib.report.blocks import Cell, Span, blocks_to_json
from evaluation_lib.report.drawing import read_drawing
from evaluation_lib.report.logo import logo_svg
from evaluation_lib.report.model_brand import BrandFact

_PLAIN = Cell(spans=()).model_dump(mode="json")
_PLAIN_SPAN = Span(text="").model_dump(mode="json")


def document_values(document: Document, *, layout: Layout, faces: Faces) -> dict[str, Any]:
    """Return everything the template reads, as JSON values.

    Args:
        document: What is printed.
        layout: How pages are set.
        faces: Font families by kind of text.

    Raises:
        ValueError: A drawing is not SVG.
    """
    report, language = document.report, document.language
    blocks = [_prepared(block) for block in blocks_to_json(document.blocks)["blocks"]]
    day = date.fromisoformat(report.as_of)
    cover = cover_of(document)
    brand = report.brand
    accent = (brand.accent if brand else "") or style.ACCENT
    return {
        "language": language,
        "title": report.title,
        "author": report.plan.organisation,
        "date": [day.year, day.month, day.day],
        "demonstration": report.demonstration,
        "binding": words.BINDING.into(language),
        "badge": words.DEMONSTRATION_BADGE.into(language),
        "mark": words.DEMONSTRATION.into(language),
        "warning": (cover.warning if cover else "") or words.DEMONSTRATION_WARNING.into(language),
        "footer": _footer(document),
        "brand": _brand(brand) if brand else None,
        "keep": style.KEEP_TOGETHER,
        "official": layout is Layout.OFFICIAL,
        "fonts": {name: list(families) for name, families in faces.families.items()},
        "headings": len(document.sections),
        "continued": words.CONTINUED.into(language),
        "faces": _faces_note(faces, language),
        "colours": {
            "ink": style.INK,
            "secondary": style.SECONDARY,
            "muted": style.MUTED,
            "accent": accent,
            "ornament": (brand.ornament if brand else "") or accent,
            "hairline": style.HAIRLINE,
            "box": style.BOX,
            "binding": style.BINDING,
            "demo": style.DEMONSTRATION,
            "demo-ground": style.DEMONSTRATION_GROUND,
        },
        "tones": {tone.value: asdict(shade) for tone, shade in style.TONES.items()},
        "verdicts": {
            name: {
                "ink": one.ink,
                "fill": one.fill,
                "edge": one.edge,
                "label": one.label,
                "dashed": one.dashed,
                "mark": one.mark,
            }
            for name, one in style.VERDICTS.items()
        },
        "marks": {name: _steps(path) for name, path in style.MARKS.items()},
        "anchors": sorted(set(_anchors(blocks))),
        "runs": _runs(blocks),
    }


def _faces_note(faces: Faces, language: str) -> str:
    """Return which faces stand in for those of the standard; blank where none has to."""
    if not faces.lacking:
        return ""
    return words.FACES.into(language).format(faces=words.LIST.into(language).join(faces.lacking))


def _brand(brand: BrandFact) -> dict[str, str]:
    """Return what cover and running lines show of the evaluator."""
    return {
        "organisation": brand.organisation,
        "classification": brand.classification,
        "logo": logo_svg(brand.logo) if brand.logo else "",
    }


def _footer(document: Document) -> list[str]:
    """Return the two lines at the foot of each page: the versions, then whose page it is."""
    language = document.language
    gap = "　" if language == "zh" else " · "
    versions = [f"{label} {value}" for label, value in footer_facts(document)]
    below = [f"{label} {value}" for label, value in evaluator_facts(document)]
    if document.report.demonstration:
        below.append(words.DEMONSTRATION_FOOTER.into(language))
    return [line for line in (gap.join(versions), gap.join(below)) if line]


def _steps(path: str) -> list[list[Any]]:
    """Return a mark's path as steps: a letter, then its points."""
    steps: list[list[Any]] = []
    numbers: list[float] = []
    for part in path.replace("M", " M ").replace("L", " L ").replace("C", " C ").split():
        if part in "MLCZ":
            steps.append([part])
            numbers = []
            continue
        numbers.append(float(part))
        if len(numbers) == 2:
            steps[-1].append(numbers)
            numbers = []
    return steps


def _prepared(block: dict[str, Any]) -> dict[str, Any]:
    """Return `block` as the template reads it: drawings cleaned, cells of bare words as words."""
    if block["type"] == "figure":
        # Sizes in points stand beside the drawing.
        drawing = read_drawing(block["svg"], prefix="")
        size = {"width": drawing.width, "height": drawing.height}
        return {**block, **size, "svg": drawing.svg, "table": None}
    if block["type"] == "table":
        rows = [{**row, "cells": list(map(_bare, row["cells"]))} for row in block["rows"]]
        return {**block, "rows": rows}
    if block["type"] == "cover" and block["signature"]:
        return {**block, "signature": _prepared(block["signature"])}
    if block["type"] == "side_by_side":
        sides = {side: [_prepared(one) for one in block[side]] for side in ("left", "right")}
        return {**block, **sides}
    return block


def _bare(cell: dict[str, Any]) -> dict[str, Any] | str:
    # Most of the thousands of cells are one span without style, which costs little to set.
    if len(cell["spans"]) != 1:
        return cell
    text: str = cell["spans"][0]["text"]
    return text if cell == _PLAIN | {"spans": [_PLAIN_SPAN | {"text": text}]} else cell


def _anchors(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """Yield every key that a link may lead to."""
    for block in blocks:
        if block["type"] in ("section", "figure", "table"):
            yield block["key"]
        if block["type"] == "table":
            yield from (row["key"] for row in block["rows"] if row["key"])
        if block["type"] == "side_by_side":
            yield from _anchors(block["left"])
            yield from _anchors(block["right"])


def _runs(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return `blocks` in runs of equal page layout: cover, portrait, landscape."""
    runs: list[dict[str, Any]] = []
    layout = "portrait"
    for block in blocks:
        if block["type"] == "section" and (block["landscape"] or block["level"] < 3):
            layout = "landscape" if block["landscape"] else "portrait"
        wanted = "cover" if block["type"] == "cover" else layout
        if not runs or runs[-1]["layout"] != wanted or wanted == "cover":
            if block["type"] == "page_break":
                continue
            runs.append({"layout": wanted, "blocks": []})
            block = {**block, "fresh_page": False}  # it is on one already
        runs[-1]["blocks"].append(block)
    return runs
