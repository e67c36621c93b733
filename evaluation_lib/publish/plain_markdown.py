"""Blocks as Markdown, for terminals, mails and reviews of code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from evaluation_lib.report.blocks import Cell, Rich, Table, text_of

_SPECIAL = str.maketrans({one: f"\\{one}" for one in "\\`*_|<>"})


def render_markdown(blocks: Iterable[Any]) -> str:
    """Return numbered blocks as Markdown, drawings told in words.

    Blocks that only place others on paper leave nothing behind.
    """
    return "\n\n".join(part for block in blocks for part in _block(block)) + "\n"


def _block(block: Any) -> Iterator[str]:
    match block.type:
        case "section":
            number = f"{block.number} " if block.number else ""
            aside = f" — {_safe(block.aside)}" if block.aside else ""
            yield f"{'#' * (block.level + 1)} {number}{_safe(block.title)}{aside}"
        case "headline":
            yield f"**{_safe(block.text)}**"
        case "paragraph":
            yield _rich(block.spans)
        case "note":
            yield f"*{_rich(block.spans)}*"
        case "bullets":
            yield "\n".join(
                f"{f'{place}.' if block.ordered else '-'} {_rich(one)}"
                for place, one in enumerate(block.items, start=1)
            )
        case "table":
            yield from _table(block)
        case "figure":
            yield f"**{block.number} {_safe(block.title)}**"
            yield _safe(block.alt)
        case "side_by_side":
            for one in (*block.left, *block.right):
                yield from _block(one)
        case "box":
            yield f"**{_safe(block.title)}**"
            yield "\n".join(f"- {_safe(label)} {_rich(spans)}" for label, spans in block.rows)
        case "verbatim":
            yield f"```\n{block.text}\n```"


def _table(block: Table) -> Iterator[str]:
    if block.title:
        yield f"**{block.number} {_safe(block.title)}**"
    rules = {"left": "---", "right": "---:", "center": ":---:"}
    lines = [
        _line(_safe(one.title) for one in block.columns),
        _line(rules[one.align] for one in block.columns),
        *(_line(_cell(one) for one in row.cells) for row in block.rows),
    ]
    yield "\n".join(lines)
    for note in block.notes:
        yield f"*{_rich(note)}*"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return _rich(cell.spans)


def _rich(spans: Rich) -> str:
    return _safe(text_of(spans))


def _safe(text: str) -> str:
    return " ".join(text.split()).translate(_SPECIAL)
