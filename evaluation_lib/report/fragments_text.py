"""Runs of text as HTML: escaped, marked, linked, numbers kept with their units."""

from __future__ import annotations

import re
from html import escape

from evaluation_lib.report.blocks import Rich, Span, Tone
from evaluation_lib.report.style import KEEP_TOGETHER, MARKS, verdict_style

_KEEP = re.compile(KEEP_TOGETHER)
ORIGIN = "#origin-"
"""How links begin that lead from a number to where it comes from; they keep its colour."""
_ADDRESS = re.compile(r"#|https?://", re.IGNORECASE)


def text_html(text: str) -> str:
    """Return `text` escaped, no number parted from its unit at the end of a line."""
    pieces, place = [], 0
    for match in _KEEP.finditer(text):
        if match.group() == text:
            break
        pieces.append(escape(text[place : match.start()]))
        pieces.append(f'<span class="nb">{escape(match.group())}</span>')
        place = match.end()
    return "".join(pieces) + escape(text[place:])


def mark_html(verdict: str) -> str:
    """Return the mark of `verdict`, silent to screen readers because a word stands beside it."""
    style = verdict_style(verdict)
    return (
        f'<svg class="mark t-{style.tone}" viewBox="0 0 12 12" aria-hidden="true" '
        f'focusable="false"><use href="#mark-{style.mark}"/></svg>'
    )


def marks_sprite() -> str:
    """Return the drawings that marks refer to; a page carries them once."""
    symbols = "".join(
        f'<symbol id="mark-{name}" viewBox="0 0 12 12">'
        f'<path fill="currentColor" fill-rule="evenodd" d="{path}"/></symbol>'
        for name, path in MARKS.items()
    )
    return f'<svg width="0" height="0" style="position:absolute" aria-hidden="true">{symbols}</svg>'


def span_html(span: Span) -> str:
    """Return one span; an address that is neither an anchor nor http(s) is left out."""
    shown = text_html(span.text)
    if span.mark:
        shown = f'{mark_html(span.mark)}<span class="word">{shown}</span>'
    classes = [f"t-{span.tone}"] if span.tone is not Tone.PLAIN else []
    classes += ["small"] if span.small else []
    classes += ["marked"] if span.mark else []
    attributes = f' class="{" ".join(classes)}"' if classes else ""
    if span.strong:
        shown = f"<strong{attributes}>{shown}</strong>"
    elif attributes:
        shown = f"<span{attributes}>{shown}</span>"
    shown = link_html(span.href, shown)
    return f'<sup class="ref">{shown}</sup>' if span.note else shown


def link_html(href: str | None, shown: str) -> str:
    """Return markup that leads to `href`; as it is where that is no anchor and not http(s)."""
    if not href or not _ADDRESS.match(href):
        return shown
    quiet = ' class="origin"' if href.startswith(ORIGIN) else ""
    return f'<a{quiet} href="{escape(href, quote=True)}">{shown}</a>'


def rich_html(spans: Rich) -> str:
    """Return `spans` one after the other."""
    return "".join(span_html(span) for span in spans)
