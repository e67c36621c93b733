"""What stands in a row across the page as HTML: key values, counts, years, boxes."""

from __future__ import annotations

from html import escape

from evaluation_lib.report import page_words as words
from evaluation_lib.report.blocks import Box, Cards, CountGroup, Counts, KeyStrip, KeyValue, Square
from evaluation_lib.report.fragments_text import link_html, mark_html, rich_html, text_html


def key_strip_html(strip: KeyStrip) -> str:
    """Return labels above large values."""
    return f'<dl class="keys">{"".join(_key(item) for item in strip.items)}</dl>'


def _key(item: KeyValue) -> str:
    """Return one label with its value."""
    mark = mark_html(item.mark) if item.mark else ""
    unit = f'<span class="unit">{escape(item.unit)}</span>' if item.unit else ""
    caption = f'<dd class="caption">{text_html(item.caption)}</dd>' if item.caption else ""
    kind = " verdict" if item.mark else ""
    value = link_html(item.href, escape(item.value))
    unit += _reference(item.href, item.note)
    return (
        f"<div><dt>{escape(item.label)}</dt>"
        f'<dd class="value t-{item.tone}{kind}">{mark}{value}{unit}</dd>'
        f"{caption}</div>"
    )


def _reference(href: str | None, note: str) -> str:
    """Return the number of a note, for paper; blank without one."""
    return f'<sup class="ref">{link_html(href, escape(note))}</sup>' if note else ""


def counts_html(counts: Counts, language: str) -> str:
    """Return the groups of a unit chart side by side."""
    groups = "".join(_group(group, language) for group in counts.groups)
    note = f'<p class="note">{text_html(counts.note)}</p>' if counts.note else ""
    return f'<div class="counts">{groups}</div>{note}'


def _group(group: CountGroup, language: str) -> str:
    """Return one number with the squares it counts."""
    lines = "".join(f"<span>{text_html(line)}</span>" for line in group.lines)
    squares = "".join(_square(square, language) for square in group.squares)
    caption = f'<p class="note">{text_html(group.caption)}</p>' if group.caption else ""
    return (
        f'<div class="group"><p class="sum"><b class="t-{group.tone}">{group.number}</b>'
        f'<span class="what"><strong>{escape(group.title)}</strong>{lines}</span></p>'
        f'<ul class="squares">{squares}</ul>{caption}</div>'
    )


def _square(square: Square, language: str) -> str:
    """Return one square; its colour and bar are told to screen readers in words."""
    told = words.INDICATOR.into(language).format(label=square.label)
    told += ": " + words.VERDICTS[square.verdict].into(language)
    told += f" ({words.BINDING.into(language)})" if square.binding else ""
    classes = f"sq v-{square.verdict}{' binding' if square.binding else ''}"
    label = escape(square.label)
    if square.href and square.href.startswith("#"):
        inner = (
            f'<a class="{classes}" href="{escape(square.href)}" '
            f'aria-label="{escape(told)}" title="{escape(told)}">{label}</a>'
        )
    else:
        inner = (
            f'<span class="{classes}" role="img" aria-label="{escape(told)}" '
            f'title="{escape(told)}">{label}</span>'
        )
    return f"<li>{inner}</li>"


def cards_html(cards: Cards) -> str:
    """Return one card for each year."""
    shown = "".join(
        f'<li class="card g-{card.tone}"><p class="label"><span>{escape(card.label)}</span>'
        f"<span>{rich_html(card.aside)}</span></p>"
        f'<p class="value t-{card.tone}">{link_html(card.href, escape(card.value))}'
        f"{_reference(card.href, card.note)}</p>"
        f'<p class="caption">{text_html(card.caption)}</p></li>'
        for card in cards.cards
    )
    return f'<ul class="cards">{shown}</ul>'


def box_html(box: Box) -> str:
    """Return a tinted box; a row without label is running text."""
    rows = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{rich_html(spans)}</dd></div>"
        if label
        else f'<div class="prose"><dt hidden></dt><dd>{rich_html(spans)}</dd></div>'
        for label, spans in box.rows
    )
    title = f'<p class="title">{escape(box.title)}</p>' if box.title else ""
    return f'<div class="box">{title}<dl>{rows}</dl></div>'
