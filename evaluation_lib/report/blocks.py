"""What a page is made of: blocks that every format renders in its own way.

A notebook shows blocks; the executed notebook carries them as JSON; every page is made from that
JSON. Nothing is computed from a block: its texts are final.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from evaluation_lib.report.block_parts import Bar as Bar
from evaluation_lib.report.block_parts import Card as Card
from evaluation_lib.report.block_parts import Cell as Cell
from evaluation_lib.report.block_parts import Column as Column
from evaluation_lib.report.block_parts import CountGroup as CountGroup
from evaluation_lib.report.block_parts import KeyValue as KeyValue
from evaluation_lib.report.block_parts import Meter as Meter
from evaluation_lib.report.block_parts import Part as Part
from evaluation_lib.report.block_parts import Rich as Rich
from evaluation_lib.report.block_parts import Row as Row
from evaluation_lib.report.block_parts import Span as Span
from evaluation_lib.report.block_parts import Square as Square
from evaluation_lib.report.block_parts import Tone as Tone

BLOCKS_MIME = "application/vnd.plan-eval.blocks+json"
REPORT_MIME = "application/vnd.plan-eval.report+json"


class Section(Part):
    """A numbered heading; numbers are given when the document is put together.

    Attributes:
        level: 1 (一), 2 （一） or 3 (1).
        key: Anchor, unique in the document.
        aside: Words at the right end of the heading line.
        tags: Short labels after the title, such as 约束性.
        number: Given when the document is put together, 三（一）1; what stands here before replaces
            the count at the end of it, so that an indicator keeps its number in the plan.
        ordinal: Given with the number, as headings begin: 一、 （一） 1. and in English 1.1.
        landscape: Whether the section starts a landscape page; a later section of level 1 or 2
            without it returns to portrait.
        fresh_page: Whether the section starts a new page.
    """

    type: Literal["section"] = "section"
    level: int = Field(ge=1, le=3)
    title: str
    key: str
    number: str = ""
    ordinal: str = ""
    aside: str = ""
    tags: tuple[str, ...] = ()
    landscape: bool = False
    fresh_page: bool = False


class Headline(Part):
    """The finding of a page in one sentence, at most two lines."""

    type: Literal["headline"] = "headline"
    text: str
    tone: Tone = Tone.PLAIN


class Paragraph(Part):
    """Running prose."""

    type: Literal["paragraph"] = "paragraph"
    spans: Rich


class Bullets(Part):
    """A list of short statements; `ordered` prints 1. 2. 3."""

    type: Literal["bullets"] = "bullets"
    items: tuple[Rich, ...]
    ordered: bool = False


class Note(Part):
    """Small print: reading aids, sources, dates."""

    type: Literal["note"] = "note"
    spans: Rich


class KeyStrip(Part):
    """The three to five values a reader looks for first."""

    type: Literal["key_strip"] = "key_strip"
    items: tuple[KeyValue, ...]


class Counts(Part):
    """The counts of the first page, side by side."""

    type: Literal["counts"] = "counts"
    groups: tuple[CountGroup, ...]
    note: str = ""


class Table(Part):
    """A table with one header row that is repeated on each page.

    Attributes:
        number: Given when the document is put together; blank for tables without caption.
    """

    type: Literal["table"] = "table"
    key: str
    title: str = ""
    subtitle: str = ""
    number: str = ""
    columns: tuple[Column, ...] = Field(min_length=1)
    rows: tuple[Row, ...]
    notes: tuple[Rich, ...] = ()

    @model_validator(mode="after")
    def _cells_match_columns(self) -> Table:
        """Refuse a row with too few or too many cells."""
        for place, row in enumerate(self.rows, start=1):
            if len(row.cells) != len(self.columns):
                raise ValueError(
                    f"table {self.key!r}: row {place} has {len(row.cells)} cells, "
                    f"the table {len(self.columns)} columns"
                )
        return self


class Figure(Part):
    """A chart: drawn as SVG with text as paths, told as `alt`, and tabulated behind it."""

    type: Literal["figure"] = "figure"
    key: str
    title: str
    subtitle: str = ""
    number: str = ""
    svg: str
    alt: str
    note: str = ""
    table: Table | None = None


class Cards(Part):
    """Cards in a row, one for each year."""

    type: Literal["cards"] = "cards"
    cards: tuple[Card, ...]


class Box(Part):
    """A tinted box of labelled lines or of running text."""

    type: Literal["box"] = "box"
    title: str
    rows: tuple[tuple[str, Rich], ...]


class Verbatim(Part):
    """Text shown as it is, line by line: what a cell printed."""

    type: Literal["verbatim"] = "verbatim"
    text: str


class PageBreak(Part):
    """Start a new page; nothing on a screen."""

    type: Literal["page_break"] = "page_break"


class Cover(Part):
    """The cover: plan, kind of report, a drawing made from the results, and the facts.

    Attributes:
        kind: Kind of report, such as 中期评估报告.
        facts: Labels and values, two columns.
        signature: Drawing of all results, as a figure without number.
    """

    type: Literal["cover"] = "cover"
    eyebrow: str
    plan_title: str
    kind: str
    line: str
    signature: Figure | None = None
    facts: tuple[tuple[str, str], ...]
    warning: str = ""


class Contents(Part):
    """Where the table of contents stands on paper."""

    type: Literal["contents"] = "contents"
    title: str


class SideBySide(Part):
    """Two stacks of blocks side by side; `ratio` is the left one's share of the width."""

    type: Literal["side_by_side"] = "side_by_side"
    left: tuple[Block, ...]
    right: tuple[Block, ...]
    ratio: float = Field(default=0.5, gt=0.1, lt=0.9)


Block = Annotated[
    Section
    | Headline
    | Paragraph
    | Bullets
    | Note
    | KeyStrip
    | Counts
    | Table
    | Figure
    | Cards
    | Box
    | Verbatim
    | PageBreak
    | Cover
    | Contents
    | SideBySide,
    Field(discriminator="type"),
]
SideBySide.model_rebuild()


class _Stack(Part):
    """Blocks as one JSON object, because JupyterLab shows nothing whose JSON is a list."""

    blocks: tuple[Block, ...]


def blocks_to_json(blocks: Iterable[Any]) -> dict[str, Any]:
    """Return blocks as plain JSON values below the key `blocks`."""
    return _Stack(blocks=tuple(blocks)).model_dump(mode="json")


def blocks_from_json(values: Any) -> tuple[Any, ...]:
    """Read blocks back from plain JSON values.

    Raises:
        pydantic.ValidationError: `values` are not blocks.
    """
    return _Stack.model_validate(values).blocks


def plain(text: str, **style: Any) -> Rich:
    """Return `text` as one span."""
    return (Span(text=text, **style),)


def text_of(spans: Rich) -> str:
    """Return the words of `spans` without their style."""
    return "".join(span.text for span in spans)
