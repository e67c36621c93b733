"""What stands in a row across the page: key values, counts with their squares, years, boxes."""

from __future__ import annotations

from evaluation_lib.publish.word.draft import Draft
from evaluation_lib.publish.word.elements import (
    Borders,
    Element,
    Look,
    Shape,
    paragraph,
    run,
)
from evaluation_lib.publish.word.tables import cell, gap, grid, row
from evaluation_lib.publish.word.text import ink, linked, mark, note_number, rich
from evaluation_lib.publish.word.widths import text_width
from evaluation_lib.report import style
from evaluation_lib.report.blocks import (
    Box,
    Card,
    Cards,
    CountGroup,
    Counts,
    KeyStrip,
    KeyValue,
    Square,
)

_HAIR = (0.5, style.HAIRLINE)
_LARGE, _MEDIUM, _SMALL = 15, 10.5, 9  # points; words and long values are set smaller than figures
_MOST_CARDS = 6  # in a row
_KEPT = Shape(keep_next=True)


def key_strip(strip: KeyStrip, draft: Draft, space: float) -> list[Element]:
    """Return labels above large values, between two hairlines."""
    widths = [space / len(strip.items)] * len(strip.items)
    lines = Borders(top=_HAIR, bottom=_HAIR)
    cells = [
        cell(_key(item, width, draft), width, padding=(4, 4))
        for item, width in zip(strip.items, widths, strict=True)
    ]
    return [grid([row(cells)], widths, lines_around=lines), gap()]


def _key(item: KeyValue, width: float, draft: Draft) -> list[Element]:
    figure = item.mark is None and item.value[:1].isdigit() and len(item.value) < 14
    marked = 2.0 if item.mark else 1.0  # characters before and around the value
    sizes = (_LARGE,) if figure else (_MEDIUM, _SMALL)
    fitting = (
        one for one in sizes if text_width(item.value, one, draft.language) < width - marked * 12
    )
    size = next(fitting, sizes[-1])
    value = [run(item.value, Look(colour=ink(item.tone), size=size))]
    if item.mark is not None:
        value.insert(0, mark(item.mark, size=size))
    own_line = len(item.unit) > 6
    if item.unit and not own_line:
        value.append(run(f" {item.unit}", Look(size=8)))
    value += note_number(item.note, item.href, draft)
    lines = [
        paragraph("KeyLabel", run(item.label), shape=_KEPT),
        paragraph("KeyValue", *value, shape=_KEPT),
    ]
    below = [text for text in (item.unit if own_line else "", item.caption) if text]
    return lines + [paragraph("KeyLabel", run(text)) for text in below]


def counts(block: Counts, draft: Draft, space: float) -> list[Element]:
    """Return large numbers side by side, each above one square for every item it counts."""
    weights = [max(len(group.squares), 6) for group in block.groups]
    widths = [space * weight / sum(weights) for weight in weights]
    cells = [
        cell(_group(group, draft), width, sides=0)
        for group, width in zip(block.groups, widths, strict=True)
    ]
    note = [paragraph("Note", run(block.note))] if block.note else []
    return [grid([row(cells)], widths), *note, gap()]


def _group(group: CountGroup, draft: Draft) -> list[Element]:
    tone = Look(colour=ink(group.tone))
    shown = [
        paragraph(
            "Count",
            run(str(group.number), tone),
            run(f" {group.title}", Look(strong=True, size=9.5)),
            shape=_KEPT,
        ),
        *(paragraph("KeyLabel", run(line), shape=_KEPT) for line in group.lines),
    ]
    if group.squares:
        squares = [element for one in group.squares for element in _square(one, draft)]
        shown.append(paragraph("TableText", *squares, shape=Shape(before=4, after=4, line=17)))
    if group.caption:
        shown.append(paragraph("Note", run(group.caption)))
    return shown


def _square(square: Square, draft: Draft) -> list[Element]:
    """Return a number on the ground of its verdict; a thick line below marks what binds."""
    kind = style.verdict_style(square.verdict)
    look = Look(
        strong=True,
        colour=kind.label,
        ground=kind.fill,
        edge=None if kind.solid else kind.edge,
        dashed=kind.dashed,
        underline=style.INK if square.binding else None,
        size=9,
    )
    side = "\u00a0" if len(square.label) > 1 else "\u00a0\u00a0"
    shown = run(f"{side}{square.label}{side}", look)
    return [*linked(square.href, [shown], draft), run(" ", Look(size=9))]


def cards(block: Cards, draft: Draft, space: float) -> list[Element]:
    """Return one tinted cell for each year, at most six in a row."""
    across = min(len(block.cards), _MOST_CARDS)
    widths = [space / across] * across
    lines = []
    for start in range(0, len(block.cards), across):
        shown = [
            _card(card, draft, width)
            for card, width in zip(block.cards[start : start + across], widths, strict=False)
        ]
        shown += [cell([gap()], width) for width in widths[len(shown) :]]
        lines.append(row(shown))
    return [grid(lines, widths), gap()]


def _card(card: Card, draft: Draft, width: float) -> Element:
    shade = style.TONES[card.tone]
    edge = (0.75, shade.edge)
    aside = rich(card.aside, draft)
    label = [run(card.label), *([run("\t"), *aside] if aside else [])]
    look = Look(colour=ink(card.tone), size=_LARGE if len(card.value) <= 8 else 10)
    value = [run(card.value, look), *note_number(card.note, card.href, draft)]
    shown = [
        paragraph("KeyLabel", *label, shape=Shape(keep_next=True, tab=width - 10)),
        paragraph("KeyValue", *value, shape=_KEPT),
        paragraph("KeyLabel", run(card.caption)),
    ]
    ground = None if card.tone in ("good", "none") else shade.ground
    around = Borders(edge, edge, edge, edge)
    return cell(shown, width, ground=ground, lines=around, padding=(4, 4))


def box(block: Box, draft: Draft, space: float) -> list[Element]:
    """Return a tinted box of labelled lines or of running text."""
    size = draft.profile.table_size
    longest = max((text_width(label, size, draft.language) for label, _ in block.rows), default=0)
    label_width = min(longest + 18, space * 0.35) if longest else 0.0
    widths = [label_width, space - label_width] if longest else [space]
    lines = []
    if block.title:
        title = paragraph("BoxTitle", run(block.title), shape=_KEPT)
        lines.append(row([_tinted([title], sum(widths), (5, 1.5), span=len(widths))]))
    for place, (label, spans) in enumerate(block.rows):
        last = place == len(block.rows) - 1
        shape = Shape(keep_next=not last)
        text = [paragraph("TableText", *rich(spans, draft, size=size), shape=shape)]
        padding = (4 if place == 0 and not block.title else 1.5, 5 if last else 1.5)
        if not label:
            lines.append(row([_tinted(text, sum(widths), padding, span=len(widths))]))
            continue
        name = [paragraph("TableText", run(label, Look(colour=style.SECONDARY)), shape=shape)]
        both = zip((name, text), widths, strict=True)
        lines.append(row([_tinted(content, width, padding) for content, width in both]))
    return [grid(lines, widths), gap()] if lines else []


def _tinted(
    content: list[Element], width: float, padding: tuple[float, float], *, span: int = 1
) -> Element:
    return cell(content, width, ground=style.BOX, padding=padding, span=span)


def pair(left: list[Element], right: list[Element], widths: tuple[float, float]) -> list[Element]:
    """Return two stacks side by side in a table without lines; widths in points."""
    cells = [
        cell(content, width, padding=(0, 0), sides=0)
        for content, width in zip((left, right), widths, strict=True)
    ]
    return [grid([row(cells)], widths), gap()]
