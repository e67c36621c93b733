"""Runs notebooks by both engines, each in a process of its own, and says what comes out.

`python -m tests.publish.running.both_engines FOLDER NOTEBOOK…` writes `FOLDER/<engine>/<notebook>`.
"""

from __future__ import annotations

import json
import os
import re
import sys
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

from evaluation_lib.publish.surroundings import draw_into_cells, prepare_process

SMALL = {
    "plan_folder": "tests/data/plans/example-2026-2030",
    "observations": "tests/data/observations/example",
    "jurisdiction": "990100",
    "as_of": "2031-06-30",
}
"""An invented plan of a few indicators: its pages show as much of a cell, and sooner."""

# What differs between any two runs of one kernel: its process, its objects, its widgets, and the
# names of the cells that papermill adds.
_BY_CHANCE = re.compile(
    r'ipykernel_\d+|0x[0-9a-f]{8,}|\b[0-9a-f]{32}\b|kernel-\w{8}|(?<="id": ")[0-9a-f]{8}(?=")'
)


def outcome_of(path: Path) -> list[dict[str, Any]]:
    """Return the cells of an executed notebook without what chance and clock put in."""
    notebook = json.loads(_BY_CHANCE.sub("#", path.read_text("utf-8")))
    cells: list[dict[str, Any]] = notebook["cells"]
    for cell in cells:
        told = cell["metadata"].pop("papermill", {})
        cell["metadata"]["ended"] = told.get("status"), told.get("exception")
        cell["outputs"] = _streams_together(cell.get("outputs", []))
    return [*cells, {"metadata": {**notebook["metadata"], "papermill": None}}]


def _streams_together(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    # A kernel sends what is printed in parts, by the clock, and the two streams as they come.
    joined: list[dict[str, Any]] = []
    for is_stream, group in groupby(outputs, lambda one: one["output_type"] == "stream"):
        texts: dict[str, str] = {}
        for one in group:
            if is_stream:
                texts[one["name"]] = texts.get(one["name"], "") + "".join(one["text"])
            else:
                joined.append(one)
        joined += [{"name": name, "text": texts[name]} for name in sorted(texts)]
    return joined


def main() -> None:
    """Run every notebook by both engines."""
    prepare_process()
    draw_into_cells()
    from papermill.exceptions import PapermillExecutionError
    from papermill.execute import execute_notebook

    from evaluation_lib.publish.choices import Engine
    from evaluation_lib.publish.engine.notebook import engine_settings
    from evaluation_lib.publish.running.libraries import ALWAYS, REPORTS

    for module in (*ALWAYS, *REPORTS):
        import_module(module)
    for source in map(Path, sys.argv[2:]):
        for engine in Engine:
            target = Path(sys.argv[1], engine, source.name)
            target.parent.mkdir(parents=True, exist_ok=True)
            pid = os.fork()
            if pid == 0:
                try:
                    execute_notebook(
                        str(source),
                        str(target),
                        parameters=SMALL,
                        kernel_name="python3",
                        language="python",
                        progress_bar=False,
                        cwd=source.parent,
                        record_timing=False,
                        **engine_settings(engine),
                    )
                except PapermillExecutionError:
                    pass
                finally:
                    os._exit(0)
            os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
