"""An analyst's markdown as blocks, so that every format sets it in the report's own type."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import mistune

from evaluation_lib.report.blocks import (
    Bullets,
    Cell,
    Column,
    Paragraph,
    Rich,
    Row,
    Section,
    Span,
    Table,
    Tone,
    Verbatim,
    plain,
)


def markdown_blocks(source: str, *, key: str, top: int = 1) -> tuple[Any, ...]:
    """Return the blocks of a markdown text.

    `#` and `##` open a section, `###` a part of it, deeper ones a part of that. HTML inside the
    text is shown as it is written and does nothing.

    Args:
        source: Text of the cell.
        key: Name of the cell, from which anchors are made.
        top: Level of the highest heading: 2 for a text that stands inside a chapter.
    """
    return tuple(
        block
        for place, token in enumerate(_parser()(source), start=1)
        for block in _block(token, f"{key}-{place}", top)
    )


@lru_cache(maxsize=1)
def _parser() -> Any:
    return mistune.create_markdown(renderer=None, plugins=["table", "strikethrough", "url"])


def _block(token: dict[str, Any], key: str, top: int) -> Iterator[Any]:
    """Yield the blocks of one token of the parser."""
    kind = token["type"]
    if kind == "heading":
        level = min(3, max(1, token["attrs"]["level"] - 1) + top - 1)
        title = "".join(span.text for span in _spans(token["children"]))
        yield Section(level=level, title=title, key=key)
    elif kind in ("paragraph", "block_text"):
        yield Paragraph(spans=_spans(token["children"]))
    elif kind == "list":
        items = tuple(_item(child) for child in token["children"])
        yield Bullets(items=items, ordered=token["attrs"].get("ordered", False))
    elif kind == "table":
        yield _table(token, key)
    elif kind in ("block_code", "block_html"):
        yield Verbatim(text=token["raw"].rstrip("\n"))
    else:
        for place, child in enumerate(token.get("children", ()), start=1):
            yield from _block(child, f"{key}-{place}", top)


def _item(token: dict[str, Any]) -> Rich:
    """Return one entry of a list; what is nested in it follows after a semicolon."""
    runs: list[Span] = []
    for child in token["children"]:
        nested = child["type"] == "list"
        parts = child["children"] if nested else [child]
        for part in parts:
            if runs:
                runs.append(Span(text="；"))
            runs += _item(part) if nested else _spans(part.get("children", [part]))
    return tuple(runs)


def _table(token: dict[str, Any], key: str) -> Table:
    """Return a table without title."""
    head, *bodies = token["children"]
    columns = tuple(
        Column(
            title="".join(span.text for span in _spans(cell["children"])),
            align=cell["attrs"].get("align") or "left",
        )
        for cell in head["children"]
    )
    rows = tuple(
        Row(cells=tuple(Cell(spans=_spans(cell["children"])) for cell in row["children"]))
        for body in bodies
        for row in body["children"]
    )
    return Table(key=key, columns=columns, rows=rows)


def _spans(tokens: list[dict[str, Any]], **style: Any) -> Rich:
    """Return inline tokens as spans; emphasis becomes strong, for Chinese has no italics."""
    runs: list[Span] = []
    for token in tokens:
        kind = token["type"]
        if kind in ("strong", "emphasis"):
            runs += _spans(token["children"], **(style | {"strong": True}))
        elif kind == "link":
            runs += _spans(token["children"], **(style | {"href": token["attrs"]["url"]}))
        elif kind == "strikethrough":
            runs += _spans(token["children"], **(style | {"tone": Tone.MUTED}))
        elif kind in ("softbreak", "linebreak"):
            runs += plain(" ", **style)
        elif "children" in token:
            runs += _spans(token["children"], **style)
        else:
            runs += plain(token.get("raw", ""), **style)
    return tuple(runs)
