"""The words of blocks, for plain text and for checking that no page loses any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from evaluation_lib.report.blocks import blocks_to_json

# Fields that hold names, drawings or styles, not words for the reader.
_SILENT = {"type", "key", "svg", "href", "mark", "tone", "align", "verdict", "width", "ratio"}


def told(blocks: Iterable[Any]) -> list[str]:
    """Return every text of `blocks` in reading order, runs of spans joined."""
    return [text for text in _texts(blocks_to_json(blocks)) if text]


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts below one JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _SILENT:
                yield from _texts(part)
    elif isinstance(value, list):
        if value and all(isinstance(part, dict) and "strong" in part for part in value):
            yield "".join(part["text"] for part in value)
        else:
            for part in value:
                yield from _texts(part)
