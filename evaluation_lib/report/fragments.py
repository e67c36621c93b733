"""Blocks as fragments of HTML, for pages and for the output of a notebook cell alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import Any

from evaluation_lib.report import page_words as words
from evaluation_lib.report import style
from evaluation_lib.report.blocks import (
    Bullets,
    Cover,
    Figure,
    Headline,
    Note,
    Paragraph,
    Section,
    SideBySide,
    Tone,
    Verbatim,
)
from evaluation_lib.report.drawing import read_drawing
from evaluation_lib.report.fragments_strips import box_html, cards_html, counts_html, key_strip_html
from evaluation_lib.report.fragments_table import table_html
from evaluation_lib.report.fragments_text import rich_html, text_html

# Pixels on the screen for a point of a drawing: as wide as text is large, and on a phone as narrow
# as its words can still be read.
_WIDE_PIXELS, _NARROW_PIXELS = 1.7, 1.3


def blocks_html(blocks: Iterable[Any], language: str, *, demonstration: bool = False) -> str:
    """Return `blocks` as HTML without frame, style or headings above level 2.

    Args:
        blocks: Values of the block model.
        language: `zh` or `en`, for the few words that pages add.
        demonstration: Whether titles of tables and figures carry the label of invented data.
    """
    return "\n".join(
        fragment for block in blocks if (fragment := _block(block, language, demonstration))
    )


def demonstration_tag(language: str) -> str:
    """Return the label of invented data."""
    return f'<span class="demonstration">{escape(words.DEMONSTRATION.into(language))}</span>'


def _block(block: Any, language: str, demonstration: bool) -> str:
    """Return one block, by its type."""
    tag = demonstration_tag(language) if demonstration else ""
    render: dict[str, Callable[[], str]] = {
        "section": lambda: _section(block, language),
        "headline": lambda: _headline(block),
        "paragraph": lambda: _paragraph(block),
        "bullets": lambda: _bullets(block),
        "note": lambda: _note(block),
        "key_strip": lambda: key_strip_html(block),
        "counts": lambda: counts_html(block, language),
        "table": lambda: table_html(block, language, tag=tag),
        "figure": lambda: figure_html(block, language, tag=tag),
        "cards": lambda: cards_html(block),
        "box": lambda: box_html(block),
        "verbatim": lambda: _verbatim(block),
        "page_break": lambda: "",
        "cover": lambda: _cover(block, language),
        "contents": lambda: "",
        "side_by_side": lambda: _side_by_side(block, language, demonstration),
    }
    return render[block.type]()


def _section(section: Section, language: str) -> str:
    """Return a heading line; the page's own title is level 1."""
    number = f'<span class="no">{escape(section.ordinal)}</span>' if section.ordinal else ""
    tags = "".join(_tag(tag, language) for tag in section.tags)
    tags = f'<p class="tags">{tags}</p>' if tags else ""
    aside = f'<p class="aside">{text_html(section.aside)}</p>' if section.aside else ""
    level = section.level + 1
    return (
        f'<div class="heading h-{section.level}">'
        f'<h{level} id="{escape(section.key)}">{number}{text_html(section.title)}</h{level}>'
        f"{tags}{aside}</div>"
    )


def _tag(tag: str, language: str) -> str:
    """Return a property; what binds the government is framed in the colour of a breach."""
    binds = tag.lower() == words.BINDING.into(language).lower()
    return f'<span class="tag{" binds" if binds else ""}">{escape(tag)}</span>'


def _headline(headline: Headline) -> str:
    return f'<p class="headline e-{headline.tone}">{text_html(headline.text)}</p>'


def _paragraph(paragraph: Paragraph) -> str:
    return f"<p>{rich_html(paragraph.spans)}</p>"


def _bullets(bullets: Bullets) -> str:
    tag = "ol" if bullets.ordered else "ul"
    items = "".join(f"<li>{rich_html(item)}</li>" for item in bullets.items)
    return f'<{tag} class="bullets">{items}</{tag}>'


def _note(note: Note) -> str:
    return f'<p class="note">{rich_html(note.spans)}</p>'


def _verbatim(verbatim: Verbatim) -> str:
    return f'<pre tabindex="0">{escape(verbatim.text)}</pre>'


def _cover(cover: Cover, language: str) -> str:
    """Return the cover as a cell of a notebook shows it; a page makes its own header of it."""
    facts = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{text_html(value)}</dd></div>"
        for label, value in cover.facts
    )
    drawing = figure_html(cover.signature, language) if cover.signature else ""
    warning = f'<p class="note">{text_html(cover.warning)}</p>' if cover.warning else ""
    return (
        f'<div class="cover"><p class="aside">{text_html(cover.eyebrow)}</p>'
        f'<p class="plan">{text_html(cover.plan_title)}</p>'
        f'<p class="kind">{text_html(cover.kind)}</p><p>{text_html(cover.line)}</p>'
        f'{drawing}<dl class="facts">{facts}</dl>{warning}</div>'
    )


def figure_html(figure: Figure, language: str, *, tag: str = "") -> str:
    """Return a chart with title, note and the table behind it."""
    drawing = read_drawing(figure.svg, prefix=f"{figure.key}-")
    number = f'<span class="no">{escape(figure.number)}</span>' if figure.number else ""
    title = f'<p class="title">{number}{text_html(figure.title)}{tag}</p>' if figure.title else ""
    subtitle = f'<p class="subtitle">{text_html(figure.subtitle)}</p>' if figure.subtitle else ""
    note = f'<p class="note">{text_html(figure.note)}</p>' if figure.note else ""
    wide, narrow = drawing.width * _WIDE_PIXELS, drawing.width * _NARROW_PIXELS
    return (
        f'<figure id="{escape(figure.key)}"><figcaption>{title}{subtitle}</figcaption>'
        f'<div class="drawing" tabindex="0" role="img" aria-label="{escape(figure.alt)}">'
        f'<div class="canvas" style="max-width:{wide:.0f}px;--narrow:{narrow:.0f}px" '
        f'aria-hidden="true">{drawing.svg}</div></div>{note}{_behind(figure, language)}</figure>'
    )


def _behind(figure: Figure, language: str) -> str:
    """Return the values of a chart, folded away until asked for or printed."""
    if figure.table is None:
        return ""
    name = f"{figure.number} {words.DATA_TABLE.into(language)}".strip()
    table = figure.table.model_copy(update={"title": figure.table.title or figure.title})
    return (
        f'<details class="behind"><summary>{escape(name)}</summary>'
        f"{table_html(table, language, bare=True)}</details>"
    )


def _side_by_side(block: SideBySide, language: str, demonstration: bool) -> str:
    left = blocks_html(block.left, language, demonstration=demonstration)
    right = blocks_html(block.right, language, demonstration=demonstration)
    share = round(block.ratio * 100)
    return (
        f'<div class="pair" style="--left:{share}fr;--right:{100 - share}fr">'
        f"<div>{left}</div><div>{right}</div></div>"
    )


@lru_cache(maxsize=1)
def stylesheet() -> str:
    """Return the style of all fragments; it reaches nothing outside an element of class `pe`."""
    colours = {
        "ink": style.INK,
        "secondary": style.SECONDARY,
        "muted": style.MUTED,
        "hairline": style.HAIRLINE,
        "box": style.BOX,
        "binding": style.BINDING,
        "accent": style.ACCENT,
        "bad": style.TONES[Tone.BAD].ink,
        "demo": style.DEMONSTRATION,
        "demo-ground": style.DEMONSTRATION_GROUND,
        "focus": style.FOCUS,
    }
    variables = "".join(f"--{name}:{value};" for name, value in colours.items())
    tones = "".join(
        f".pe .t-{tone}{{color:{shade.ink}}}.pe .g-{tone}{{background:{shade.ground};"
        f"border-color:{shade.edge}}}.pe .e-{tone}{{border-color:{shade.ink}}}\n"
        for tone, shade in style.TONES.items()
    )
    verdicts = "".join(
        f".pe .v-{name}{{background:{one.fill};color:{one.label};border-color:{one.edge};"
        f"border-style:{'dashed' if one.dashed else 'solid'}}}\n"
        for name, one in style.VERDICTS.items()
    )
    sheet = files("evaluation_lib.report").joinpath("blocks.css").read_text(encoding="utf-8")
    return f".pe{{{variables}}}\n{sheet}{tones}{verdicts}"
