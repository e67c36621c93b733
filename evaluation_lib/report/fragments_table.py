"""Tables as HTML, with their inline bars and meters."""

from __future__ import annotations

from html import escape

from evaluation_lib.report import page_words as words
from evaluation_lib.report.blocks import Bar, Cell, Column, Meter, Row, Table
from evaluation_lib.report.fragments_text import rich_html, text_html

_LONG = 20  # rows; a longer table scrolls below a header that stays
_DENSE = 10  # columns; a table of more is set smaller so that it fits beside the contents
_WIDE = 5  # columns; a wider table, unless long or behind a chart, turns into cards on a phone
_END = 120  # an inline bar ends here; what goes beyond gets an arrow


def table_html(table: Table, language: str, *, tag: str = "", bare: bool = False) -> str:
    """Return a table with caption and notes.

    Args:
        table: What to show.
        language: `zh` or `en`.
        tag: Markup beside the title, such as the label of demonstration data.
        bare: Whether title and subtitle are left out because they stand elsewhere.
    """
    label = f"{table.key}-title"
    name = f"{table.number} {table.title}".strip() or words.TABLE.into(language).strip()
    caption = "" if bare else _caption(table, label, tag)
    reference = f'aria-labelledby="{escape(label)}"' if caption else f'aria-label="{escape(name)}"'
    notes = "".join(f'<p class="note">{rich_html(note)}</p>' for note in table.notes)
    wide = len(table.columns) > _WIDE
    classes = ["table"]
    long = len(table.rows) > _LONG
    cards = wide and not long and not bare
    classes += ["long"] if long else []
    classes += ["wide"] if wide else []
    classes += ["cards-narrow"] if cards else []
    classes += ["dense"] if len(table.columns) > _DENSE else []
    return (
        f'<div class="{" ".join(classes)}" id="{escape(table.key)}">{caption}'
        f'<div class="scroll" role="region" tabindex="0" {reference}>'
        f"{_grid(table, reference, language, cards)}</div>{notes}</div>"
    )


def _caption(table: Table, label: str, tag: str) -> str:
    """Return title and subtitle above the table; blank if it has none."""
    if not table.title:
        return ""
    number = f'<span class="no">{escape(table.number)}</span>' if table.number else ""
    subtitle = f'<p class="subtitle">{text_html(table.subtitle)}</p>' if table.subtitle else ""
    return (
        f'<p class="title" id="{escape(label)}">{number}{text_html(table.title)}{tag}</p>{subtitle}'
    )


def _grid(table: Table, reference: str, language: str, cards: bool) -> str:
    """Return header and rows; where these turn into cards on a phone, their roles would be lost."""
    head = "".join(
        f'<th scope="col"{_role("columnheader", cards)}{_classes(column)}>'
        f"{text_html(column.title)}</th>"
        for column in table.columns
    )
    body = "".join(_row(row, table, language, cards) for row in table.rows)
    group, row = _role("rowgroup", cards), _role("row", cards)
    return (
        f"<table {reference}{_role('table', cards)}><thead{group}><tr{row}>{head}</tr></thead>"
        f"<tbody{group}>{body}</tbody></table>"
    )


def _role(name: str, told: bool) -> str:
    """Return an element's role, for browsers that forget it where `display` changes."""
    return f' role="{name}"' if told else ""


def _classes(column: Column) -> str:
    """Return the style classes of a column's cells as an attribute; blank for plain text."""
    classes = [f"a-{column.align}"] if column.align != "left" else []
    classes += ["keep"] if column.keep else []
    classes += ["share"] if column.width else []
    return f' class="{" ".join(classes)}"' if classes else ""


def _row(row: Row, table: Table, language: str, cards: bool) -> str:
    """Return a row; its first cell names it, and each cell of a card its column."""
    classes = (["tint"] if row.tint else []) + (["rule"] if row.rule_below else [])
    attributes = f' class="{" ".join(classes)}"' if classes else ""
    attributes += f' id="{escape(row.key)}"' if row.key else ""
    cells = []
    for number, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
        tag, scope = ("th", ' scope="row"') if number == 0 else ("td", "")
        role = _role("rowheader" if number == 0 else "cell", cards)
        label = f' data-label="{escape(column.title)}"' if cards else ""
        cells.append(
            f"<{tag}{scope}{role}{_classes(column)}{label}>{cell_html(cell, language)}</{tag}>"
        )
    return f"<tr{_role('row', cards)}{attributes}>{''.join(cells)}</tr>"


def cell_html(cell: Cell, language: str) -> str:
    """Return what stands in a cell: bar or meter, then text."""
    drawn = bar_html(cell.bar, language) if cell.bar else ""
    drawn += meter_html(cell.meter, language) if cell.meter else ""
    return drawn + rich_html(cell.spans)


def bar_html(bar: Bar, language: str) -> str:
    """Return a progress bar: track to 100 %, tick where it should be, arrow beyond 120 %."""
    pattern = words.PROGRESS_AT_LEAST if bar.lower_bound else words.PROGRESS
    told = pattern.into(language).format(share=words.percent(bar.share))
    length = max(0.0, min(bar.share * 100, _END))
    parts = [
        '<rect class="track" y="2" width="100" height="8"/>',
        f'<rect class="done" y="2" width="{length:.1f}" height="8"/>',
    ]
    if bar.share * 100 > _END:
        parts.append('<path class="done" d="M120 0 L128 6 L120 12 Z"/>')
    if bar.lower_bound:
        parts.append(f'<path class="open" d="M{length + 2:.1f} 1.5 l4 4.5 l-4 4.5"/>')
    parts.append('<path class="goal" d="M100 2 V10"/>')
    if bar.due is not None:
        told += words.DUE.into(language).format(due=words.percent(bar.due, decimals=0))
        parts.append(f'<path class="due" d="M{min(bar.due * 100, _END):.1f} 0 V12"/>')
    return (
        f'<svg class="bar t-{bar.tone}" viewBox="0 0 130 12" role="img" '
        f'aria-label="{escape(told)}">{"".join(parts)}</svg>'
    )


def meter_html(meter: Meter, language: str) -> str:
    """Return a probability bar with its middle marked."""
    told = words.CHANCE.into(language).format(value=f"{meter.value:.2f}")
    return (
        f'<svg class="meter t-{meter.tone}" viewBox="0 0 60 10" role="img" '
        f'aria-label="{escape(told)}"><rect class="track" width="60" height="10"/>'
        f'<rect class="done" width="{meter.value * 60:.1f}" height="10"/>'
        f'<path class="goal" d="M30 0 V10"/></svg>'
    )
