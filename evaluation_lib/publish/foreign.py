"""Outputs of cells that are not blocks: pictures, tables and text an analyst added."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.sax.saxutils import quoteattr

from evaluation_lib.report import page_words as words
from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, Verbatim, plain
from evaluation_lib.report.markdown import markdown_blocks

_POINTS_PER_PIXEL = 0.72  # matplotlib draws 100 pixels to the inch in notebooks
_NUMBER = re.compile(r"[-+−≥≤~]?\d[\d,]*(\.\d+)?%?|—|-|NaN|")
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
_OBJECT = re.compile(r"<(IPython\.core\.display|Figure size|Axes)")


def output_blocks(output: Any, *, key: str, language: str) -> tuple[Any, ...]:
    """Return an output of another library as blocks.

    Of the forms an output has, the first of markdown, SVG, PNG, HTML tables, LaTeX and text is
    taken. What a cell wrote to stderr is for the analyst and left out.

    Args:
        output: One output of a code cell.
        key: Name of the output, from which anchors are made.
        language: `zh` or `en`.
    """
    if output.output_type == "stream":
        return _verbatim(output.text) if output.name == "stdout" else ()
    bundle = output.get("data", {})
    alt = words.OUTPUT_OF.into(language).format(cell=key.rpartition("-")[0])
    if "text/markdown" in bundle:
        return markdown_blocks(bundle["text/markdown"], key=key)
    if "image/svg+xml" in bundle:
        return (Figure(key=key, title="", svg=bundle["image/svg+xml"], alt=alt),)
    if "image/png" in bundle:
        return (Figure(key=key, title="", svg=_svg_around(bundle["image/png"]), alt=alt),)
    if "text/html" in bundle and (tables := tuple(_tables(bundle["text/html"], key))):
        return tables
    return _verbatim(bundle.get("text/latex") or bundle.get("text/plain", ""))


def _verbatim(text: str) -> tuple[Any, ...]:
    """Return printed text, unless it is only the name of a Python object."""
    shown = _ESCAPES.sub("", text).rstrip()
    return (Verbatim(text=shown),) if shown and not _OBJECT.match(shown) else ()


def _svg_around(png: str) -> str:
    """Return an SVG drawing that holds a PNG, whose size stands in its first 24 bytes."""
    code = "".join(png.split())
    head = base64.b64decode(code[:32])
    width, height = (
        int.from_bytes(head[start : start + 4], "big") * _POINTS_PER_PIXEL for start in (16, 20)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}pt" height="{height:g}pt"><image width="{width:g}" height="{height:g}" '
        f"href={quoteattr(f'data:image/png;base64,{code}')}/></svg>"
    )


def _tables(html: str, key: str) -> Iterator[Table]:
    """Yield the tables of an HTML text, such as a data frame shows."""
    reader = _TableReader()
    reader.feed(html)
    for place, rows in enumerate(reader.tables, start=1):
        width = max(len(row) for row in rows)
        head, *body = [row + [""] * (width - len(row)) for row in rows]
        numeric = [all(_NUMBER.fullmatch(row[i]) for row in body) for i in range(width)]
        yield Table(
            key=f"{key}-{place}",
            columns=tuple(
                Column(title=title, align="right" if number else "left")
                for title, number in zip(head, numeric, strict=True)
            ),
            rows=tuple(Row(cells=tuple(Cell(spans=plain(text)) for text in row)) for row in body),
        )


class _TableReader(HTMLParser):
    """Collects the words of table cells, row by row."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables and self.tables[-1]:
            self._cell = []
            span = dict(attrs).get("colspan") or "1"
            self.tables[-1][-1] += [""] * (int(span) - 1 if span.isdigit() else 0)

    def handle_endtag(self, tag: str) -> None:
        """Close a cell; drop a table in which nothing was found."""
        if tag in ("td", "th") and self._cell is not None:
            self.tables[-1][-1].append(" ".join("".join(self._cell).split()))
            self._cell = None
        elif tag == "table" and self.tables:
            self.tables[-1] = [row for row in self.tables[-1] if row]
            if not self.tables[-1]:
                self.tables.pop()

    def handle_data(self, data: str) -> None:
        """Keep words inside a cell."""
        if self._cell is not None:
            self._cell.append(data)
