"""What a page is made of: blocks that every format renders in its own way.

A notebook shows blocks; the executed notebook carries them as JSON; HTML, PDF and Word are made from
that JSON. Nothing is computed from a block: its texts are final.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

BLOCKS_MIME = "application/vnd.plan-eval.blocks+json"
REPORT_MIME = "application/vnd.plan-eval.report+json"


class Tone(StrEnum):
    """The meaning a colour carries; each format has one colour for each."""

    PLAIN = "plain"
    MUTED = "muted"
    GOOD = "good"  # on or ahead of schedule
    LATE = "late"  # slightly behind, queries
    BAD = "bad"  # well behind, not met
    NONE = "none"  # not assessable


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Part):
    """A run of text in one style.

    Attributes:
        mark: Verdict id whose mark is drawn before the text, such as `slightly_behind`.
        href: `#anchor` inside the document, or an address.
    """

    text: str
    strong: bool = False
    small: bool = False
    tone: Tone = Tone.PLAIN
    mark: str | None = None
    href: str | None = None


Rich = tuple[Span, ...]


class Section(_Part):
    """A numbered heading; numbers are given when the document is put together.

    Attributes:
        level: 1 (一), 2 （一） or 3 (1).
        key: Anchor, unique in the document.
        aside: Words at the right end of the heading line.
        tags: Short labels after the title, such as 约束性.
        landscape: Whether the section starts a landscape page; a later level-1 section without it
            returns to portrait.
        fresh_page: Whether the section starts a new page.
    """

    type: Literal["section"] = "section"
    level: int = Field(ge=1, le=3)
    title: str
    key: str
    number: str = ""
    aside: str = ""
    tags: tuple[str, ...] = ()
    landscape: bool = False
    fresh_page: bool = False


class Headline(_Part):
    """The finding of a page in one sentence, at most two lines."""

    type: Literal["headline"] = "headline"
    text: str
    tone: Tone = Tone.PLAIN


class Paragraph(_Part):
    """Running prose."""

    type: Literal["paragraph"] = "paragraph"
    spans: Rich


class Bullets(_Part):
    """A list of short statements; `ordered` prints 1. 2. 3."""

    type: Literal["bullets"] = "bullets"
    items: tuple[Rich, ...]
    ordered: bool = False


class Note(_Part):
    """Small print: reading aids, sources, dates."""

    type: Literal["note"] = "note"
    spans: Rich


class KeyValue(_Part):
    """One entry of a key strip: a label above a large value."""

    label: str
    value: str
    unit: str = ""
    tone: Tone = Tone.PLAIN
    mark: str | None = None
    caption: str = ""


class KeyStrip(_Part):
    """The three to five values a reader looks for first."""

    type: Literal["key_strip"] = "key_strip"
    items: tuple[KeyValue, ...]


class Square(_Part):
    """One numbered square of a unit chart; `binding` draws the black bar below it."""

    label: str
    verdict: str
    binding: bool = False
    href: str | None = None


class CountGroup(_Part):
    """A large number, what it counts, its shares, and one square for each item counted."""

    number: int
    title: str
    lines: tuple[str, ...]
    tone: Tone
    squares: tuple[Square, ...]
    caption: str = ""


class Counts(_Part):
    """The counts of the first page, side by side."""

    type: Literal["counts"] = "counts"
    groups: tuple[CountGroup, ...]
    note: str = ""


class Bar(_Part):
    """An inline progress bar: `share` of the way done, tick at `due`, both 1 at the target."""

    share: float
    due: float | None = None
    tone: Tone = Tone.GOOD
    lower_bound: bool = False


class Meter(_Part):
    """An inline probability bar from 0 to 1 with a tick in the middle."""

    value: float = Field(ge=0, le=1)
    tone: Tone = Tone.GOOD


class Cell(_Part):
    """One cell of a table: text, with an optional bar or meter before it."""

    spans: Rich = ()
    bar: Bar | None = None
    meter: Meter | None = None


class Column(_Part):
    """A column: its header, alignment, and width as a share of the table's free width.

    Attributes:
        width: Relative width; None lets the content decide.
        keep: Whether text in the column never breaks.
    """

    title: str
    align: Literal["left", "right", "center"] = "left"
    width: float | None = None
    keep: bool = False


class Row(_Part):
    """A row; `tint` marks binding rows, `rule_below` closes a group."""

    cells: tuple[Cell, ...]
    tint: bool = False
    rule_below: bool = False
    key: str | None = None


class Table(_Part):
    """A table with one header row that is repeated on each page.

    Attributes:
        number: Given when the document is put together; blank for tables without caption.
    """

    type: Literal["table"] = "table"
    key: str
    title: str = ""
    subtitle: str = ""
    number: str = ""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Rich, ...] = ()


class Figure(_Part):
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


class Card(_Part):
    """A year at a glance: label and mark above a large value and a caption."""

    label: str
    aside: Rich = ()
    value: str
    caption: str = ""
    tone: Tone = Tone.PLAIN


class Cards(_Part):
    """Cards in a row, one for each year."""

    type: Literal["cards"] = "cards"
    cards: tuple[Card, ...]


class Box(_Part):
    """A tinted box of labelled lines or of running text."""

    type: Literal["box"] = "box"
    title: str
    rows: tuple[tuple[str, Rich], ...]


class PageBreak(_Part):
    """Start a new page; nothing on a screen."""

    type: Literal["page_break"] = "page_break"


class Cover(_Part):
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


class Contents(_Part):
    """Where the table of contents stands on paper."""

    type: Literal["contents"] = "contents"
    title: str


class SideBySide(_Part):
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
    | PageBreak
    | Cover
    | Contents
    | SideBySide,
    Field(discriminator="type"),
]
SideBySide.model_rebuild()
_BLOCKS: TypeAdapter[tuple[Block, ...]] = TypeAdapter(tuple[Block, ...])


def blocks_to_json(blocks: Iterable[Any]) -> list[dict[str, Any]]:
    """Return blocks as plain JSON values."""
    shown: list[dict[str, Any]] = _BLOCKS.dump_python(tuple(blocks), mode="json")
    return shown


def blocks_from_json(values: Any) -> tuple[Any, ...]:
    """Read blocks back from plain JSON values.

    Raises:
        pydantic.ValidationError: `values` are not blocks.
    """
    return _BLOCKS.validate_python(values)


def plain(text: str, **style: Any) -> Rich:
    """Return `text` as one span."""
    return (Span(text=text, **style),)


def text_of(spans: Rich) -> str:
    """Return the words of `spans` without their style."""
    return "".join(span.text for span in spans)
