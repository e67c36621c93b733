"""What Word counts itself: numbers of figures and tables, pages, the table of contents.

Each carries its result, so that it reads right before anybody has updated it.
"""

from __future__ import annotations

from evaluation_lib.publish.word.draft import Draft, bookmark_name
from evaluation_lib.publish.word.elements import PLAIN, Element, Look, Shape, paragraph, run, w
from evaluation_lib.report import page_words as words
from evaluation_lib.report.blocks import Contents, Figure, Section, Table


def caption(block: Table | Figure, draft: Draft) -> list[Element]:
    """Return number, title and measure of a table or a figure; nothing where it has no title."""
    if not block.title:
        return []
    kind = words.FIGURE if block.type == "figure" else words.TABLE
    word = kind.into(draft.language)
    number = Look(colour=draft.profile.accent)
    counted = field(f"SEQ {word.strip()} \\* ARABIC", block.number.removeprefix(word), number)
    shown = [run(word, number), counted, run("　" if draft.language == "zh" else "  ")]
    text = [*draft.bookmark(block.key), *shown, run(block.title)]
    above = [paragraph("Caption", *text)]
    if block.subtitle:
        above.append(paragraph("CaptionNote", run(block.subtitle)))
    return above


def field(instruction: str, result: str, look: Look = PLAIN) -> Element:
    """Return a field with the result it had last."""
    return w("fldSimple", run(result, look), instr=f" {instruction} ")


def table_of_contents(
    block: Contents, sections: tuple[Section, ...], draft: Draft, *, fresh_page: bool
) -> Element:
    """Return the table of contents, its entries linked to their headings.

    Page numbers are only known to the program that sets the pages, so they come when Word updates
    the field; the entries do not wait for it.
    """
    begin = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", _instruction('TOC \\o "1-3" \\h \\z \\u')),
        w("r", w("fldChar", fldCharType="separate")),
    ]
    lines = [paragraph("TOCHeading", run(block.title), shape=Shape(fresh_page=fresh_page))]
    for place, section in enumerate(sections):
        text = run(heading_text(section, draft.language))
        link = w("hyperlink", text, anchor=bookmark_name(section.key), history=1)
        lines.append(paragraph(f"TOC{section.level}", *(begin if place == 0 else ()), link))
    end = [] if sections else begin
    lines.append(paragraph("Gap", *end, w("r", w("fldChar", fldCharType="end"))))
    gallery = w("docPartGallery", val="Table of Contents")
    properties = w("sdtPr", w("docPartObj", gallery, w("docPartUnique")))
    return w("sdt", properties, w("sdtContent", *lines))


def heading_text(section: Section, language: str) -> str:
    """Return a heading with its number; 一、 and （一） need no space after them."""
    joint = "  " if language == "en" else " " if section.level == 3 else ""
    return f"{section.ordinal}{joint}{section.title}"


def _instruction(text: str) -> Element:
    element = w("instrText")
    element.text = f" {text} "
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element
