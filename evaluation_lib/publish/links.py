"""Links inside a document: each leads to something that is there, or is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evaluation_lib.report.blocks import blocks_from_json, blocks_to_json


def without_dead_links(blocks: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return `blocks` without the links to parts that this document does not have.

    A short report leaves out chapters that others lead to.
    """
    values = blocks_to_json(blocks)
    there = {f"#{key}" for key in _keys(values)}
    if all(href in there for href in _inner_links(values)):
        return blocks
    return blocks_from_json(_kept(values, there))


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value.get("key"):
            yield value["key"]
        for part in value.values():
            yield from _keys(part)
    elif isinstance(value, list):
        for part in value:
            yield from _keys(part)


def _inner_links(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if (value.get("href") or "").startswith("#"):
            yield value["href"]
        for part in value.values():
            yield from _inner_links(part)
    elif isinstance(value, list):
        for part in value:
            yield from _inner_links(part)


def _kept(value: Any, there: set[str]) -> Any:
    """Return `value` with dead links taken out, and the notes that would lead nowhere."""
    if isinstance(value, list):
        parts = [one for one in value if not _is_lost_note(one, there)]
        return [_kept(one, there) for one in parts]
    if not isinstance(value, dict):
        return value
    kept = {name: _kept(part, there) for name, part in value.items()}
    if _is_dead(value, there):
        kept["href"] = None
        if isinstance(value.get("note"), str) and "value" in value:
            kept["note"] = ""
    return kept


def _is_dead(value: dict[str, Any], there: set[str]) -> bool:
    href = value.get("href") or ""
    return href.startswith("#") and href not in there


def _is_lost_note(value: Any, there: set[str]) -> bool:
    return isinstance(value, dict) and value.get("note") is True and _is_dead(value, there)
