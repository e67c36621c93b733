"""The report as PDF for print and archive: PDF/A-2a and PDF/UA-1, set by Typst."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.choices import Layout
from evaluation_lib.publish.document import Document, read_document
from evaluation_lib.publish.faces import choose_faces
from evaluation_lib.publish.fonts import printing_fonts
from evaluation_lib.publish.typst_data import document_values
from evaluation_lib.report.words_of_blocks import told

if TYPE_CHECKING:
    from nbformat import NotebookNode

# Both standards refuse what a reader could not see or hear: characters without glyph, figures
# without words, a document without title.
STANDARDS = ["a-2a", "ua-1"]

_WITHOUT_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_CODE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")


def export_pdf(
    notebook: NotebookNode, *, layout: Layout = Layout.HOUSE, font_dir: Path | None = None
) -> bytes:
    """Return an executed notebook as PDF.

    Args:
        notebook: An executed notebook, one output of which carries a report.
        layout: How pages are set.
        font_dir: Folder with fonts to be used before the packaged ones.

    Raises:
        PublishError: The notebook failed or carries no report, a character has no glyph, or a
            drawing is not SVG.
    """
    return render_pdf(read_document(notebook), layout=layout, font_dir=font_dir)


def render_pdf(
    document: Document, *, layout: Layout = Layout.HOUSE, font_dir: Path | None = None
) -> bytes:
    """Return a document as PDF, dated by the day up to which the report knows.

    Raises:
        PublishError: A character has no glyph, or a drawing is not SVG.
    """
    faces = choose_faces(layout, font_dir)
    try:
        values = document_values(document, layout=layout, faces=faces)
    except ValueError as fault:
        raise PublishError(f"the report cannot be set as PDF: {fault}.") from fault
    with as_file(files("evaluation_lib.publish").joinpath("templates")) as folder:
        compiler = typst.Compiler(
            str(folder / "report.typ"),
            root=str(folder),
            font_paths=printing_fonts(font_dir),
            sys_inputs={"document": json.dumps(values, ensure_ascii=False, allow_nan=False)},
        )
        return _compiled(compiler, document)


def _compiled(compiler: Any, document: Document) -> bytes:
    """Return the PDF, or say which character stands in the way."""
    day = date.fromisoformat(document.report.as_of)
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        pages: bytes = compiler.compile(
            format="pdf", pdf_standards=STANDARDS, timestamp=int(moment.timestamp())
        )
    except typst.TypstError as fault:
        raise PublishError(_explained(str(fault), document)) from fault
    return pages


def _explained(fault: str, document: Document) -> str:
    """Return the fault in the words of somebody who wrote the report, not the template."""
    match = _WITHOUT_GLYPH.search(fault)
    if match is None:
        return f"the report cannot be set as PDF: {fault}."
    shown = _CODE.sub(lambda code: chr(int(code[1], 16)), match[1])
    character = next((one for one in shown if not one.isspace()), shown)
    place = next((text for text in told(document.blocks) if shown in text), document.report.title)
    return (
        f"the character {character!r} (U+{ord(character[:1]):04X}) in {place!r} has no glyph in "
        "the fonts of the report. Write it otherwise, or name a folder with a font that has it "
        "(font_dir; on the command line --PlanPdfExporter.font_dir)."
    )


def __getattr__(name: str) -> Any:
    """Find the nbconvert exporter when it is asked for; see the page as HTML for the reason."""
    if name == "PlanPdfExporter":
        from evaluation_lib.publish.exporters import PlanPdfExporter

        return PlanPdfExporter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
