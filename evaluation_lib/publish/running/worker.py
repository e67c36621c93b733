"""Make one report in a process of its own, so that it can be stopped and cannot harm another.

`python -m evaluation_lib.publish.running.worker ORDER` takes its order as JSON.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation_lib.errors import EvaluationError
from evaluation_lib.publish.choices import Layout
from evaluation_lib.publish.running.stages import Stage, tell_stage
from evaluation_lib.publish.surroundings import end_with_parent, limit_memory, prepare_process

if TYPE_CHECKING:
    from evaluation_lib.publish.document import Document

RESULT = "result.json"
NOTEBOOK = "notebook.ipynb"


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker shall do.

    Attributes:
        notebook: Notebook to run.
        parameters: Values for its cell tagged `parameters`.
        formats: Formats to export beside the result, such as `html`.
        folder: Empty folder to write the report in.
        layout: How pages for paper are set.
        fonts: Folder of fonts to print with before the packaged ones; blank for none.
        failure: File to write the reason in, should it fail.
        edition: What is wanted, as `Edition.to_json` writes it.
        stage: File that says what is being done.
        engine: How the notebook is run.
        memory_megabytes: Memory it may take beyond what its process holds at the start.
    """

    notebook: str
    parameters: dict[str, str]
    formats: tuple[str, ...]
    folder: str
    layout: str
    fonts: str
    failure: str
    edition: str
    stage: str
    engine: str
    memory_megabytes: int

    def to_json(self) -> str:
        """Return the order as a worker reads it."""
        return json.dumps(asdict(self))


def make_report(order: Order) -> None:
    """Run the notebook of `order` and write all files of the report into its folder.

    Raises:
        EvaluationError: The notebook failed or could not be exported.
    """
    # The notebook libraries are heavy, and a process that only gives orders needs none of them.
    from evaluation_lib.publish.document import read_document
    from evaluation_lib.publish.engine.notebook import read_result, run_notebook
    from evaluation_lib.publish.written import notebook_text, result_text

    path, folder = Path(order.notebook), Path(order.folder)
    tell = partial(tell_stage, Path(order.stage))
    notebook = run_notebook(
        path,
        order.parameters,
        engine=order.engine,
        tell_cell=lambda cell, done, of: tell(Stage("cells", cell, done, of)),
    )
    if "public" in order.parameters:
        from evaluation_lib.publish.bundle.writing import without_places
        from evaluation_lib.publish.job import read_edition

        notebook = without_places(notebook, read_edition(order.edition))
    (folder / RESULT).write_bytes(result_text(read_result(notebook, path)))
    if set(order.formats) - {"bundle"}:
        _export(read_document(notebook), order, tell)
    (folder / NOTEBOOK).write_bytes(notebook_text(notebook))
    if "bundle" in order.formats:
        from evaluation_lib.publish.bundle.writing import write_bundle
        from evaluation_lib.publish.job import read_edition

        write_bundle(folder, read_edition(order.edition))


def _export(document: Document, order: Order, tell: Callable[[Stage], None]) -> None:
    """Write `document` in every format of `order`."""
    folder = Path(order.folder)
    if "html" in order.formats:
        from evaluation_lib.publish.html import render_html

        tell(Stage("html"))
        (folder / "report.html").write_text(render_html(document), encoding="utf-8")
    if "pdf" in order.formats:
        from evaluation_lib.publish.pdf import render_pdf

        tell(Stage("pdf"))
        font_dir = Path(order.fonts) if order.fonts else None
        (folder / "report.pdf").write_bytes(
            render_pdf(document, layout=Layout(order.layout), font_dir=font_dir)
        )
    if "docx" in order.formats:
        from evaluation_lib.publish.word.exporting import render_docx

        tell(Stage("docx"))
        (folder / "report.docx").write_bytes(render_docx(document, layout=Layout(order.layout)))
    if "xlsx" in order.formats:
        from evaluation_lib.publish.excel.exporting import render_xlsx

        (folder / "annex.xlsx").write_bytes(render_xlsx(document.report))


def carry_out(order: Order) -> int:
    """Make the report of `order` and return the exit code of the process that does it."""
    end_with_parent()
    limit_memory(order.memory_megabytes)
    # It warns of every parameter that is set in one line with another, and of nothing else.
    logging.getLogger("papermill.translators").setLevel(logging.ERROR)
    try:
        make_report(order)
    except EvaluationError as error:
        # The log keeps where it happened; the reason is the one sentence that people read.
        traceback.print_exc()
        Path(order.failure).write_text(str(error), encoding="utf-8")
        return 1
    return 0


def main() -> int:
    """Carry out the order in the first argument."""
    prepare_process()
    return carry_out(Order(**json.loads(sys.argv[1])))


if __name__ == "__main__":
    sys.exit(main())
