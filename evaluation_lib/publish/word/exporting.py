"""The report as a Word file for whoever has to change it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import docx

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.choices import Layout
from evaluation_lib.publish.document import Document, read_document
from evaluation_lib.publish.page_facts import cover_of
from evaluation_lib.publish.word.body import written
from evaluation_lib.publish.word.cover import cover_page
from evaluation_lib.publish.word.draft import Draft
from evaluation_lib.publish.word.elements import Element, paragraph
from evaluation_lib.publish.word.fields import table_of_contents
from evaluation_lib.publish.word.package import clean_template, packed
from evaluation_lib.publish.word.pages import running_lines, section_end
from evaluation_lib.publish.word.pictures import draw_pictures
from evaluation_lib.publish.word.profile import Frame, profile_of
from evaluation_lib.publish.word.stretches import (
    Stretch,
    anchors_of,
    stretches,
    without_needless_gaps,
)
from evaluation_lib.report import page_words as words

if TYPE_CHECKING:
    from nbformat import NotebookNode


def export_docx(notebook: NotebookNode, *, layout: Layout = Layout.HOUSE) -> bytes:
    """Return an executed notebook as a Word file.

    Args:
        notebook: An executed notebook, one output of which carries a report.
        layout: How pages are set.

    Raises:
        PublishError: The notebook failed or carries no report, or a drawing is not SVG.
    """
    return render_docx(read_document(notebook), layout=layout)


def render_docx(document: Document, *, layout: Layout = Layout.HOUSE) -> bytes:
    """Return a document as a Word file, dated by the day up to which the report knows.

    Raises:
        PublishError: A drawing is not SVG.
    """
    language = document.language
    brand = document.report.brand
    profile = profile_of(layout, language, brand.accent if brand else "")
    try:
        pictures = draw_pictures(document.blocks, logo=brand.logo if brand else "")
    except ValueError as fault:
        raise PublishError(f"the report cannot be set in Word: {fault}.") from fault
    word = docx.Document()
    clean_template(word, profile, language)
    anchors = frozenset(anchors_of(document.blocks))
    draft = Draft(word, profile, language, anchors, pictures)
    body = word.element.body
    lines: dict[str, list[Element]] = {"cover": []}
    found = stretches(document.blocks)
    for stretch in found:
        frame: Frame = getattr(profile, stretch.shape)
        if stretch.shape not in lines:
            lines[stretch.shape] = running_lines(document, draft, frame)
        end = section_end(frame, profile, deepcopy(lines[stretch.shape]))
        content = without_needless_gaps(_content(stretch, document, draft, frame))
        body.extend(content)
        body.append(end if stretch is found[-1] else paragraph("Gap", section=end))
    return packed(word, document)


def _content(stretch: Stretch, document: Document, draft: Draft, frame: Frame) -> Iterator[Element]:
    """Yield what stands on the pages of one stretch."""
    for block in stretch.blocks:
        if block.type == "cover":
            brand = document.report.brand
            yield from cover_page(block, draft, brand=brand, warning=_warning(document))
        elif block.type == "contents":
            yield table_of_contents(block, document.sections, draft, fresh_page=False)
        else:
            yield from written((block,), draft, frame.space)


def _warning(document: Document) -> str:
    """Return what the cover says of invented data; blank where there is none."""
    if not document.report.demonstration:
        return ""
    cover = cover_of(document)
    own = cover.warning if cover else ""
    return own or words.DEMONSTRATION_WARNING.into(document.language)


def __getattr__(name: str) -> Any:
    """Find the nbconvert exporter when it is asked for; see the page as HTML for the reason."""
    if name == "PlanDocxExporter":
        from evaluation_lib.publish.exporters import PlanDocxExporter

        return PlanDocxExporter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
