"""The cover of a Word report."""

from __future__ import annotations

from evaluation_lib.publish.word.draft import Draft
from evaluation_lib.publish.word.elements import Borders, Element, Look, Shape, paragraph, run
from evaluation_lib.publish.word.pages import badge
from evaluation_lib.publish.word.pictures import LOGO
from evaluation_lib.publish.word.tables import cell, gap, grid, row
from evaluation_lib.report import page_words as words
from evaluation_lib.report import style
from evaluation_lib.report.blocks import Cover, Figure
from evaluation_lib.report.model_brand import BrandFact

_SHARES = (0.17, 0.3, 0.17, 0.36)  # of the width: label, value, label, value
_HIGHEST = 170.0  # points of the drawing
_LOGO_HEIGHT = 40.0  # points
_LONG_TITLE = 60  # characters


def cover_page(
    block: Cover, draft: Draft, *, brand: BrandFact | None, warning: str
) -> list[Element]:
    """Return the cover; `warning` is blank for a report on real data."""
    space = draft.profile.cover.space
    eyebrow = [run(block.eyebrow)]
    if warning:
        eyebrow += [run("\t"), badge(words.DEMONSTRATION_BADGE.into(draft.language))]
    smaller = Look(size=17) if len(block.plan_title) > _LONG_TITLE else Look()
    shown = [
        *_brand(brand, draft, space),
        paragraph("CoverEyebrow", *eyebrow, shape=Shape(tab=space)),
        paragraph("CoverPlan", run(block.plan_title, smaller)),
        paragraph("CoverKind", run(block.kind, Look(size=28 if draft.language == "en" else None))),
        paragraph("CoverLine", run(block.line)),
    ]
    if block.signature is not None:
        shown += _signature(block.signature, draft, space)
    shown += [gap(shape=Shape(before=20)), *_facts(block, space)]
    return [*shown, *(_warning(warning, draft, space) if warning else [])]


def _brand(brand: BrandFact | None, draft: Draft, space: float) -> list[Element]:
    """Return the classification at the left and the logo at the right, where there are any."""
    if brand is None or not (brand.classification or brand.logo):
        return []
    found = [run(brand.classification, Look(strong=True, size=12))]
    if brand.logo:
        drawn = draft.pictures[LOGO]
        scale = min(_LOGO_HEIGHT / drawn.height, space / 2 / drawn.width)
        size = drawn.width * scale, drawn.height * scale
        found += [run("\t"), draft.picture(LOGO, brand.organisation, *size)]
    return [paragraph("Figure", *found, shape=Shape(tab=space, after=6))]


def _signature(figure: Figure, draft: Draft, space: float) -> list[Element]:
    drawn = draft.pictures[figure.key]
    scale = min(space / drawn.width, _HIGHEST / drawn.height, 1.0)
    picture = draft.picture(figure.key, figure.alt, drawn.width * scale, drawn.height * scale)
    note = [paragraph("Note", run(figure.note))] if figure.note else []
    return [paragraph("Figure", picture), *note]


def _facts(block: Cover, space: float) -> list[Element]:
    """Return labels and values, two pairs a line, below a hairline."""
    widths = [space * share for share in _SHARES]
    lines = []
    for start in range(0, len(block.facts), 2):
        texts = [text for fact in block.facts[start : start + 2] for text in fact]
        texts += [""] * (len(widths) - len(texts))
        cells = []
        for place, (text, width) in enumerate(zip(texts, widths, strict=True)):
            look = Look(colour=style.SECONDARY) if place % 2 == 0 else Look()
            cells.append(cell([paragraph("TableText", run(text, look))], width, padding=(3, 3)))
        lines.append(row(cells))
    rule = Borders(top=(0.5, style.HAIRLINE))
    return [grid(lines, widths, lines_around=rule), gap()] if lines else []


def _warning(warning: str, draft: Draft, space: float) -> list[Element]:
    label = run(words.DEMONSTRATION.into(draft.language), Look(True, style.DEMONSTRATION))
    text = paragraph("TableText", label, run(f"　{warning}"))
    edge = Borders(left=(3.0, style.DEMONSTRATION))
    ground = style.DEMONSTRATION_GROUND
    boxed = cell([text], space, ground=ground, lines=edge, padding=(5, 5))
    return [grid([row([boxed])], [space]), gap()]
