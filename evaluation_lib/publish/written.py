"""Results and notebooks as text: JSON with indents, so that two of them can be compared by line."""

from __future__ import annotations

import copy
import logging
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from nbformat import NotebookNode

_INDENTED = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def result_text(result: Any) -> bytes:
    """Return a result as JSON in UTF-8, its keys in their order."""
    return orjson.dumps(result, option=_INDENTED)


def notebook_text(notebook: NotebookNode) -> bytes:
    """Return a notebook as `nbformat` writes it, keys sorted and long texts by line, in UTF-8.

    One that is not valid is written and said, as by `nbformat`. A report's notebook is megabytes,
    and the standard library writes indents in Python.
    """
    import nbformat
    from nbformat.v4.rwbase import split_lines, strip_transient

    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as fault:
        logging.getLogger(__name__).error("the notebook is not valid: %s", fault)
    parts = strip_transient(split_lines(copy.deepcopy(notebook)))
    return orjson.dumps(parts, option=_INDENTED | orjson.OPT_SORT_KEYS)
