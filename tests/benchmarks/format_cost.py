"""What each format of one report costs once its notebook has run, in CPU seconds and bytes.

`python tests/benchmarks/format_cost.py NOTEBOOK` exports the executed notebook in every format, in
turn and as often as asked, and prints a row for a table; the costs of importing come first.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat


def exporters() -> dict[str, Callable[[Any], str | bytes]]:
    """Return the exporters by format."""
    from evaluation_lib.publish.excel.exporting import export_xlsx
    from evaluation_lib.publish.html import export_html
    from evaluation_lib.publish.pdf import export_pdf
    from evaluation_lib.publish.word.exporting import export_docx

    return {"html": export_html, "pdf": export_pdf, "docx": export_docx, "xlsx": export_xlsx}


def cost(export: Callable[[Any], str | bytes], notebook: Any) -> tuple[float, int]:
    """Return the CPU seconds and the size of one export."""
    before = time.process_time()
    made = export(notebook)
    spent = time.process_time() - before
    return spent, len(made.encode() if isinstance(made, str) else made)


def main(path: Path, rounds: int) -> None:
    """Print the median costs of `rounds` rounds as a Markdown table."""
    before = time.process_time()
    known = exporters()
    print(f"importing all exporters: {time.process_time() - before:.2f} CPU s\n")
    notebook = nbformat.read(path, as_version=4)
    print("| format | first | later | kB |\n|---|---|---|---|")
    for name, export in known.items():
        costs = [cost(export, notebook) for _ in range(rounds + 1)]
        later = statistics.median(spent for spent, _ in costs[1:])
        print(
            f"| {name} | {costs[0][0]:.2f} CPU s | {later:.2f} CPU s | {costs[0][1] / 1000:.0f} |"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
