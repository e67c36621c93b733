"""The publishers as nbconvert exporters: `jupyter nbconvert --to plan-html` and its siblings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter
from traitlets import Unicode, default

from evaluation_lib.publish.choices import Layout
from evaluation_lib.publish.html import export_html
from evaluation_lib.publish.pdf import export_pdf
from evaluation_lib.publish.word.exporting import export_docx


class PlanHtmlExporter(Exporter):
    """One HTML file without script or outside request."""

    export_from_notebook = "Plan report (HTML)"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """Return the page and the resources nbconvert writes it with."""
        notebook, resources = super().from_notebook_node(nb, resources, **kw)
        return export_html(notebook), resources


class PlanPdfExporter(Exporter):
    """A tagged PDF for print and archive."""

    export_from_notebook = "Plan report (PDF)"
    output_mimetype = "application/pdf"
    font_dir = Unicode(
        "", help="Folder with fonts to use before the packaged ones, such as 仿宋_GB2312."
    ).tag(config=True)

    layout = Unicode(
        Layout.HOUSE, help="How pages are set: house, or official for GB/T 9704-2012."
    ).tag(config=True)

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """Return the document and the resources nbconvert writes it with."""
        notebook, resources = super().from_notebook_node(nb, resources, **kw)
        folder = Path(self.font_dir) if self.font_dir else None
        return export_pdf(notebook, layout=Layout(self.layout), font_dir=folder), resources


class PlanDocxExporter(Exporter):
    """A Word file to be worked on."""

    export_from_notebook = "Plan report (Word)"
    output_mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    layout = Unicode(
        Layout.HOUSE, help="How pages are set: house, or official for GB/T 9704-2012."
    ).tag(config=True)

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".docx"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """Return the file and the resources nbconvert writes it with."""
        notebook, resources = super().from_notebook_node(nb, resources, **kw)
        return export_docx(notebook, layout=Layout(self.layout)), resources
