"""What a notebook lets a job set: the names in its cell tagged `parameters`."""

from __future__ import annotations

import ast
import json
from pathlib import Path

from evaluation_lib.errors import JobError

PARAMETERS_TAG = "parameters"
JOB_PARAMETERS = ("plan_folder", "observations", "jurisdiction", "as_of", "language", "job")


def parameter_names(notebook: Path) -> list[str]:
    """Return the names assigned in the cell of `notebook` tagged `parameters`, in order.

    The file is read as JSON, because loading the notebook libraries takes longer than all else an
    unchanged report needs.

    Raises:
        JobError: The file is no notebook, or the cell is not Python.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        sources = [
            "".join(cell["source"])
            for cell in cells
            if PARAMETERS_TAG in cell.get("metadata", {}).get("tags", ())
        ]
        tree = ast.parse("\n".join(sources))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise JobError(f"{notebook}: cannot be read as a notebook: {error!r}.") from error
    except SyntaxError as error:
        raise JobError(
            f"{notebook}: the cell tagged {PARAMETERS_TAG} is not valid Python: {error.msg}."
        ) from error
    return [
        target.id
        for statement in tree.body
        if isinstance(statement, (ast.Assign, ast.AnnAssign))
        for target in (
            statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        )
        if isinstance(target, ast.Name)
    ]
