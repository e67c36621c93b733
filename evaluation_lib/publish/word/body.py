"""Blocks as what a Word file holds, one function for each kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from evaluation_lib.publish.word.draft import Draft
from evaluation_lib.publish.word.elements import Element, Look, Shape, paragraph, run
from evaluation_lib.publish.word.fields import caption, heading_text
from evaluation_lib.publish.word.strips import box, cards, counts, key_strip, pair
from evaluation_lib.publish.word.tables import gap, table_block
from evaluation_lib.publish.word.text import ink, rich
from evaluation_lib.report import page_words as words
from evaluation_lib.report import style
from evaluation_lib.report.blocks import (
    Bullets,
    Figure,
    Headline,
    Note,
    PageBreak,
    Paragraph,
    Section,
    SideBySide,
    Tone,
    Verbatim,
)

_HIGHEST = 560.0  # points of a chart
_GUTTER = 14.0


def written(blocks: Iterable[Any], draft: Draft, space: float) -> list[Element]:
    """Return `blocks` one after the other; `space` is the width in points they have."""
    return [element for block in blocks for element in _WRITERS[block.type](block, draft, space)]


def _section(block: Section, draft: Draft, space: float) -> list[Element]:
    """Return a heading, and below it what is said of the section."""
    del space
    text = run(heading_text(block, draft.language))
    shape = Shape(fresh_page=block.fresh_page, before=0 if block.fresh_page else None)
    shown = [paragraph(f"Heading{block.level}", *draft.bookmark(block.key), text, shape=shape)]
    beside = _beside(block, draft)
    return [*shown, paragraph("HeadingNote", *beside)] if beside else shown


def _beside(block: Section, draft: Draft) -> list[Element]:
    """Return tags and words that belong to a heading; what binds the government stands out."""
    binding = words.BINDING.into(draft.language).lower()
    parts = [
        run(tag, Look(True, style.TONES[Tone.BAD].ink)) if tag.lower() == binding else run(tag)
        for tag in block.tags
    ]
    parts += [run(block.aside)] if block.aside else []
    joint = "　" if draft.language == "zh" else "  ·  "
    shown = [element for part in parts for element in (run(joint), part)]
    return shown[1:]


def _headline(block: Headline, draft: Draft, space: float) -> list[Element]:
    del draft, space
    return [paragraph("Finding", run(block.text, Look(colour=ink(block.tone))))]


def _paragraph(block: Paragraph, draft: Draft, space: float) -> list[Element]:
    del space
    return [paragraph("BodyText", *rich(block.spans, draft, size=draft.profile.size))]


def _bullets(block: Bullets, draft: Draft, space: float) -> list[Element]:
    """Return a list; its numbers are text, as in every other format."""
    del space
    return [
        paragraph(
            "ListParagraph",
            run(f"{place}.\t" if block.ordered else "•\t"),
            *rich(spans, draft, size=draft.profile.size),
        )
        for place, spans in enumerate(block.items, start=1)
    ]


def _note(block: Note, draft: Draft, space: float) -> list[Element]:
    del space
    return [paragraph("Note", *rich(block.spans, draft, size=draft.profile.note))]


def _figure(block: Figure, draft: Draft, space: float) -> list[Element]:
    """Return a chart with caption and source."""
    drawn = draft.pictures[block.key]
    scale = min(space / drawn.width, _HIGHEST / drawn.height, 1.0)
    picture = draft.picture(block.key, block.alt, drawn.width * scale, drawn.height * scale)
    shape = Shape(keep_next=bool(block.note))
    note = [paragraph("Note", run(block.note))] if block.note else []
    return [*caption(block, draft), paragraph("Figure", picture, shape=shape), *note, gap()]


def _verbatim(block: Verbatim, draft: Draft, space: float) -> list[Element]:
    del draft, space
    return [paragraph("Verbatim", run(block.text.rstrip("\n"))), gap()]


def _page_break(block: PageBreak, draft: Draft, space: float) -> list[Element]:
    del block, draft, space
    return [gap(shape=Shape(fresh_page=True))]


def _side_by_side(block: SideBySide, draft: Draft, space: float) -> list[Element]:
    widths = (space * block.ratio, space * (1 - block.ratio))
    left, right = (
        written(blocks, draft, width - _GUTTER)
        for blocks, width in zip((block.left, block.right), widths, strict=True)
    )
    return pair(left, right, widths)


_WRITERS: dict[str, Callable[[Any, Draft, float], list[Element]]] = {
    "section": _section,
    "headline": _headline,
    "paragraph": _paragraph,
    "bullets": _bullets,
    "note": _note,
    "key_strip": key_strip,
    "counts": counts,
    "table": table_block,
    "figure": _figure,
    "cards": cards,
    "box": box,
    "verbatim": _verbatim,
    "page_break": _page_break,
    "side_by_side": _side_by_side,
}
