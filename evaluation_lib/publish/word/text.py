"""Runs of text: marks before verdicts, links, and small coloured pieces."""

from __future__ import annotations

from evaluation_lib.publish.word.draft import Draft, bookmark_name
from evaluation_lib.publish.word.elements import PLAIN, Element, Look, run, w
from evaluation_lib.report import style
from evaluation_lib.report.block_parts import Rich, Span, Tone
from evaluation_lib.report.fragments_text import ORIGIN

# Characters of the same shapes as the drawn marks; a word stands beside each.
_MARKS = {
    "disc_with_tick": "✔",
    "disc": "●",
    "ring": "○",
    "hollow_triangle": "▽",
    "triangle": "▼",
    "cross": "✖",
    "dashed_square": "□",
}
_SMALL = 0.92


def rich(spans: Rich, draft: Draft, *, size: float | None = None) -> list[Element]:
    """Return `spans` as runs and links; `size` is that of the style, for what is set smaller."""
    return [element for span in spans for element in _span(span, draft, size)]


def mark(verdict: str, *, size: float | None = None) -> Element:
    """Return the mark of a verdict; `size` in points where it is not that of the style."""
    kind = style.verdict_style(verdict)
    return run(_MARKS[kind.mark] + " ", Look(colour=kind.ink, size=size, symbols=True))


def ink(tone: Tone) -> str | None:
    """Return the colour of text in `tone`; plain text keeps that of its style."""
    return None if tone is Tone.PLAIN else style.TONES[tone].ink


def linked(href: str | None, shown: list[Element], draft: Draft) -> list[Element]:
    """Return `shown` as a link, if `href` leads to a part of the report or into the web."""
    if href and href.startswith("#") and href[1:] in draft.anchors:
        return [w("hyperlink", *shown, anchor=bookmark_name(href[1:]), history=1)]
    if href and href.startswith(("http://", "https://")):
        link = w("hyperlink", *shown, history=1)
        link.set(_RELATION, draft.relation(href))
        return [link]
    return shown


_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def note_number(text: str, href: str | None, draft: Draft) -> list[Element]:
    """Return the raised number of a note; nothing where there is none."""
    if not text:
        return []
    raised = run(text, Look(colour=style.SECONDARY, raised=True))
    return linked(href, [raised], draft)


def _span(span: Span, draft: Draft, size: float | None) -> list[Element]:
    if span.note:
        return note_number(span.text, span.href, draft)
    smaller = round(size * _SMALL * 2) / 2 if span.small and size else None
    look = Look(strong=span.strong, colour=ink(span.tone), size=smaller)
    # A number keeps its colour where it leads to its origin, or a table would be all links.
    leads = _leads(span.href, draft) and not str(span.href).startswith(ORIGIN)
    if leads and look.colour is None:
        look = Look(strong=span.strong, colour=draft.profile.link_colour, size=smaller)
    shown = [] if span.mark is None else [mark(span.mark)]
    if span.text:
        shown.append(run(span.text, PLAIN if look == PLAIN else look))
    return linked(span.href, shown, draft)


def _leads(href: str | None, draft: Draft) -> bool:
    """Return whether `href` leads anywhere."""
    return bool(href) and (
        str(href).startswith(("http://", "https://")) or str(href)[1:] in draft.anchors
    )
