"""Native tables: one header row repeated on each page, rows that never break, no vertical rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evaluation_lib.publish.word.draft import Draft
from evaluation_lib.publish.word.elements import (
    UNSHAPED,
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
from evaluation_lib.publish.word.fields import caption
from evaluation_lib.publish.word.styles import TABLE_STYLE, THIN
from evaluation_lib.publish.word.text import rich
from evaluation_lib.publish.word.widths import column_widths
from evaluation_lib.report import style
from evaluation_lib.report.blocks import Bar, Cell, Column, Meter, Row, Table

_ALIGNED = {"left": "left", "right": "right", "center": "center"}
_STEPS = 24  # of an inline bar, the last four of them beyond 100 %
_FULL = 20
_METER_STEPS = 12
_STEP = "\u00a0"  # a shaded space: as wide as the others in any font
_SHORT = 8  # rows; a table of no more stays on one page


def table_block(block: Table, draft: Draft, space: float) -> list[Element]:
    """Return a table with caption, notes and a gap below; `space` is its width in points."""
    profile = draft.profile
    widths = column_widths(
        block,
        space,
        size=profile.table_size,
        dense_size=profile.dense_size,
        language=draft.language,
    )
    name = "TableDense" if widths.dense else "TableText"
    size = profile.dense_size if widths.dense else profile.table_size
    together = len(block.rows) <= _SHORT
    head = [
        cell([_head(column, name)], width)
        for column, width in zip(block.columns, widths.columns, strict=True)
    ]
    lines = [row(head, repeated=True)]
    for place, one in enumerate(block.rows, start=1):
        last = place == len(block.rows)
        shape = Shape(keep_next=together and not last)
        lines.append(_row(one, block.columns, widths.columns, draft, name, size, shape, last=last))
    shown = grid(lines, widths.columns, styled=True, dense=widths.dense, told=block.title)
    notes = [paragraph("Note", *rich(note, draft, size=profile.note)) for note in block.notes]
    mark = [] if block.title else draft.bookmark(block.key)
    anchor = [gap(*mark)] if mark else []
    return [*caption(block, draft), *anchor, shown, *(notes or ()), gap()]


def grid(
    lines: Iterable[Element],
    widths: Sequence[float],
    *,
    styled: bool = False,
    dense: bool = False,
    told: str = "",
    lines_around: Borders | None = None,
) -> Element:
    """Return rows as a table of fixed column widths in points.

    Args:
        lines: Rows.
        widths: Of the columns, in points.
        styled: Whether it is a table of the report and not only an arrangement.
        dense: Whether its columns stand close.
        told: What it shows, for whoever cannot see it.
        lines_around: Borders of the whole.
    """
    found = [w("tblStyle", val=TABLE_STYLE)] if styled else []
    found.append(w("tblW", w=sum(map(twips, widths)), type="dxa"))
    if lines_around is not None:
        found.append(borders("tblBorders", lines_around))
    found.append(w("tblLayout", type="fixed"))
    if dense:
        sides = (w(side, w=55, type="dxa") for side in ("left", "right"))
        found.append(w("tblCellMar", *sides))
    found.append(w("tblLook", val="0020" if styled else "0000", firstRow=int(styled)))
    if told:
        found.append(w("tblCaption", val=told))
    columns = w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths))
    return w("tbl", w("tblPr", *found), columns, *lines)


def row(cells: Iterable[Element], *, repeated: bool = False) -> Element:
    """Return a row that no page parts; `repeated` makes it the header of each page."""
    found = [w("cantSplit")]
    if repeated:
        found.append(w("tblHeader"))
    return w("tr", w("trPr", *found), *cells)


def cell(
    content: Sequence[Element],
    width: float,
    *,
    ground: str | None = None,
    lines: Borders | None = None,
    padding: tuple[float, float] = (1.5, 1.5),
    sides: float | None = None,
    span: int = 1,
) -> Element:
    """Return a cell of paragraphs and tables.

    Args:
        content: Ends with a paragraph, as Word demands.
        width: Points.
        ground: Colour behind it.
        lines: Borders of its own.
        padding: Points above and below the content.
        sides: Points left and right of it, where they are not those of the table.
        span: Columns it covers.
    """
    found = [w("tcW", w=twips(width), type="dxa")]
    if span > 1:
        found.append(w("gridSpan", val=span))
    if lines is not None:
        found.append(borders("tcBorders", lines))
    if ground:
        found.append(w("shd", val="clear", color="auto", fill=ground[1:]))
    above, below = padding
    margins = [("top", above), ("bottom", below)]
    if sides is not None:
        margins = [("top", above), ("left", sides), ("bottom", below), ("right", sides)]
    found.append(w("tcMar", *(w(side, w=twips(one), type="dxa") for side, one in margins)))
    return w("tc", w("tcPr", *found), *content)


def gap(*marks: Element, shape: Shape = UNSHAPED) -> Element:
    """Return the thin empty paragraph that keeps two tables apart."""
    return paragraph("Gap", *marks, shape=shape)


def _head(column: Column, name: str) -> Element:
    shape = Shape(keep_next=True, align=_ALIGNED[column.align])
    return paragraph(name, run(column.title, Look(strong=True)), shape=shape)


def _row(
    one: Row,
    columns: Sequence[Column],
    widths: Sequence[float],
    draft: Draft,
    name: str,
    size: float,
    shape: Shape,
    *,
    last: bool,
) -> Element:
    ground = style.BINDING if one.tint else None
    lines = Borders(bottom=(THIN, style.INK)) if one.rule_below and not last else None
    cells = []
    for place, (content, column, width) in enumerate(zip(one.cells, columns, widths, strict=True)):
        mark = draft.bookmark(one.key) if place == 0 else []
        aligned = Shape(keep_next=shape.keep_next, align=_ALIGNED[column.align])
        text = paragraph(name, *mark, *_content(content, draft, size), shape=aligned)
        cells.append(cell([text], width, ground=ground, lines=lines))
    return row(cells)


def _content(content: Cell, draft: Draft, size: float) -> list[Element]:
    """Return bar or meter, then text."""
    drawn = [] if content.bar is None else _bar(content.bar)
    drawn += [] if content.meter is None else _meter(content.meter)
    return [*drawn, *rich(content.spans, draft, size=size)]


def _bar(bar: Bar) -> list[Element]:
    """Return a progress bar of shaded spaces: done, to do, and a dark one where it should be."""
    done = min(round(max(bar.share, 0.0) * _FULL), _STEPS)
    due = None if bar.due is None else min(round(bar.due * _FULL), _STEPS - 1)
    colours = [
        style.INK
        if place == due
        else style.TONES[bar.tone].ink
        if place < done
        else style.HAIRLINE
        if place < _FULL
        else None
        for place in range(_STEPS)
    ]
    return [*_shaded(colours), run("› " if bar.lower_bound else " ")]


def _meter(meter: Meter) -> list[Element]:
    """Return a probability bar."""
    done = round(meter.value * _METER_STEPS)
    ink = style.TONES[meter.tone].ink
    colours = [ink if place < done else style.HAIRLINE for place in range(_METER_STEPS)]
    return [*_shaded(colours), run(" ")]


def _shaded(colours: Sequence[str | None]) -> list[Element]:
    """Return one run for each stretch of equal colour."""
    runs: list[Element] = []
    start = 0
    for place in range(1, len(colours) + 1):
        if place == len(colours) or colours[place] != colours[start]:
            runs.append(run(_STEP * (place - start), Look(ground=colours[start], size=6)))
            start = place
    return runs
