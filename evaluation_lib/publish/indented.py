"""JSON with indents, as the standard library writes it but in a fraction of its time.

Python's fast encoder knows no indents, and a report's notebook is megabytes.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nbformat import NotebookNode


def indented(values: Any, *, sort_keys: bool = False) -> str:
    """Return what `json.dumps` with `indent=1` and `ensure_ascii=False` returns."""
    parts: list[str] = []
    _write(values, "\n", parts.append, sort_keys)
    return "".join(parts)


def notebook_text(notebook: NotebookNode) -> str:
    """Return what `nbformat.writes` returns, which only says where a notebook is not valid."""
    import nbformat
    from nbformat.v4.rwbase import split_lines, strip_transient

    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as fault:
        logging.getLogger(__name__).error("the notebook is not valid: %s", fault)
    return indented(strip_transient(split_lines(_own(notebook))), sort_keys=True)


def _own(notebook: NotebookNode) -> NotebookNode:
    """Return a copy as deep as lines are split and metadata taken out, and no deeper."""
    own = _shallow(notebook)
    own["metadata"] = _shallow(notebook.metadata)
    own["cells"] = [_own_cell(cell) for cell in notebook.cells]
    return own


def _own_cell(cell: NotebookNode) -> NotebookNode:
    own = _shallow(cell)
    own["metadata"] = _shallow(cell.metadata)
    if "attachments" in cell:
        own["attachments"] = {
            name: _shallow(bundle) for name, bundle in cell["attachments"].items()
        }
    if "outputs" in cell:
        own["outputs"] = [_own_output(output) for output in cell["outputs"]]
    return own


def _own_output(output: NotebookNode) -> NotebookNode:
    own = _shallow(output)
    if "data" in output:
        own["data"] = _shallow(output["data"])
    return own


def _shallow(node: NotebookNode) -> NotebookNode:
    return type(node)(node)


def _write(value: Any, line: str, put: Callable[[str], None], sort_keys: bool) -> None:
    if isinstance(value, str):
        put(encode_basestring(value))
    elif isinstance(value, dict):
        _write_object(value, line, put, sort_keys)
    elif isinstance(value, list):
        _write_array(value, line, put, sort_keys)
    else:
        put(json.dumps(value))


def _write_object(
    values: dict[str, Any], line: str, put: Callable[[str], None], sort_keys: bool
) -> None:
    if not values:
        put("{}")
        return
    inner = line + " "
    before = "{" + inner
    for key, value in sorted(values.items()) if sort_keys else values.items():
        put(before + encode_basestring(key) + ": ")
        _write(value, inner, put, sort_keys)
        before = "," + inner
    put(line + "}")


def _write_array(values: list[Any], line: str, put: Callable[[str], None], sort_keys: bool) -> None:
    if not values:
        put("[]")
        return
    inner = line + " "
    before = "[" + inner
    for value in values:
        put(before)
        _write(value, inner, put, sort_keys)
        before = "," + inner
    put(line + "]")
