"""An executed notebook as a document: its report, and its blocks in order with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.foreign import output_blocks
from evaluation_lib.publish.links import without_dead_links
from evaluation_lib.publish.numbering import numbered
from evaluation_lib.report.blocks import BLOCKS_MIME, REPORT_MIME, Section, blocks_from_json
from evaluation_lib.report.markdown import markdown_blocks
from evaluation_lib.report.model import Report

if TYPE_CHECKING:
    from nbformat import NotebookNode

# Cells and outputs that speak to the analyst, not to the reader of the report.
_UNPUBLISHED = {"note", "remove_cell", "remove-cell"}
_UNPUBLISHED_OUTPUT = {"remove_output", "remove-output"}


@dataclass(frozen=True, slots=True)
class Document:
    """What is published.

    Attributes:
        report: The result of the evaluation.
        blocks: Values of the block model in reading order, numbered.
    """

    report: Report
    blocks: tuple[Any, ...]

    @property
    def language(self) -> str:
        """Language of the report, `zh` or `en`."""
        return self.report.language

    @property
    def locale(self) -> str:
        """Language tag of the page."""
        return "en" if self.language == "en" else "zh-CN"

    @property
    def sections(self) -> tuple[Section, ...]:
        """Headings in order, for tables of contents."""
        return tuple(block for block in self.blocks if block.type == "section")


def read_document(notebook: NotebookNode) -> Document:
    """Collect what an executed notebook says.

    Markdown cells and whatever else an analyst lets a cell show are kept beside the blocks of the
    report; cells tagged `note` are not published.

    Args:
        notebook: An executed notebook, one output of which carries a report.

    Raises:
        PublishError: A cell failed, there is no report, or an output cannot be read.
    """
    _refuse_failures(notebook)
    report = _report(notebook)
    blocks = tuple(block for cell in notebook.cells for block in _cell_blocks(cell, report))
    return Document(report, without_dead_links(numbered(blocks, report.language)))


def _refuse_failures(notebook: NotebookNode) -> None:
    """Raise for the first cell that ended in an error."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                raise PublishError(
                    f"cell {cell.get('id', '?')!r} failed with {output.ename}: {output.evalue}. "
                    "Mend the cell and run the notebook again; a failed run is not published."
                )


def _report(notebook: NotebookNode) -> Report:
    """Return the report; where several cells show one, the last."""
    found = [
        (cell.get("id", "?"), output.data[REPORT_MIME])
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if REPORT_MIME in output.get("data", {})
    ]
    if not found:
        raise PublishError(
            "no cell of the notebook shows a report, or the notebook has not been run. Run it from "
            "top to bottom, with a cell whose last line is ReportView(report)."
        )
    cell, facts = found[-1]
    try:
        return Report.model_validate(facts)
    except ValidationError as fault:
        first = fault.errors()[0]
        raise PublishError(
            f"cell {cell!r} shows a report this version cannot read, {fault.error_count()} faults, "
            f"the first: {first['loc']} {first['msg']}. Run the notebook again."
        ) from fault


def _cell_blocks(cell: Any, report: Report) -> Iterator[Any]:
    """Yield the blocks of one cell."""
    tags = set(cell.metadata.get("tags", ()))
    if tags & _UNPUBLISHED:
        return
    name = cell.get("id", "cell")
    if cell.cell_type == "markdown":
        yield from markdown_blocks(cell.source, key=name)
    elif cell.cell_type == "code" and not tags & _UNPUBLISHED_OUTPUT:
        for place, output in enumerate(cell.outputs, start=1):
            yield from _output_blocks(output, f"{name}-{place}", cell, report)


def _output_blocks(output: Any, key: str, cell: Any, report: Report) -> Iterator[Any]:
    """Yield the blocks of one output: the suite's own as they are, others as near as possible."""
    bundle = output.get("data", {})
    if BLOCKS_MIME in bundle:
        try:
            yield from blocks_from_json(bundle[BLOCKS_MIME])
        except ValidationError as fault:
            first = fault.errors()[0]
            raise PublishError(
                f"cell {cell.get('id', '?')!r} shows blocks this version cannot read: "
                f"{first['loc']} {first['msg']}. Run the notebook again."
            ) from fault
    elif REPORT_MIME not in bundle:
        yield from output_blocks(output, key=key, language=report.language)
