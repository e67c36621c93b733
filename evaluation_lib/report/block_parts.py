"""What blocks are made of: runs of text, values, squares, cells."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Tone(StrEnum):
    """The meaning a colour carries; each format has one colour for each."""

    PLAIN = "plain"
    MUTED = "muted"
    GOOD = "good"  # on or ahead of schedule
    LATE = "late"  # slightly behind, queries
    BAD = "bad"  # well behind, not met
    NONE = "none"  # not assessable


class Part(BaseModel):
    """A value that never changes and has no field but those named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Part):
    """A run of text in one style.

    Attributes:
        mark: Verdict id whose mark is drawn before the text, such as `slightly_behind`.
        href: `#anchor` inside the document, or an address.
        note: Whether it is the number of a note: raised, and needed only where links cannot be
            followed.
    """

    text: str
    strong: bool = False
    small: bool = False
    tone: Tone = Tone.PLAIN
    mark: str | None = None
    href: str | None = None
    note: bool = False


Rich = tuple[Span, ...]


class KeyValue(Part):
    """One entry of a key strip: a label above a large value.

    Attributes:
        href: Where the value comes from, `#anchor` inside the document.
        note: Number of the note that says so, for paper.
    """

    label: str
    value: str
    unit: str = ""
    tone: Tone = Tone.PLAIN
    mark: str | None = None
    caption: str = ""
    href: str | None = None
    note: str = ""


class Square(Part):
    """One numbered square of a unit chart; `binding` draws the black bar below it."""

    label: str
    verdict: str
    binding: bool = False
    href: str | None = None


class CountGroup(Part):
    """A large number, what it counts, its shares, and one square for each item counted."""

    number: int
    title: str
    lines: tuple[str, ...]
    tone: Tone
    squares: tuple[Square, ...]
    caption: str = ""


class Bar(Part):
    """An inline progress bar: `share` of the way done, tick at `due`, both 1 at the target."""

    share: float = Field(allow_inf_nan=False)
    due: float | None = Field(default=None, allow_inf_nan=False)
    tone: Tone = Tone.GOOD
    lower_bound: bool = False


class Meter(Part):
    """An inline probability bar from 0 to 1 with a tick in the middle."""

    value: float = Field(ge=0, le=1)
    tone: Tone = Tone.GOOD


class Cell(Part):
    """One cell of a table: text, with an optional bar or meter before it."""

    spans: Rich = ()
    bar: Bar | None = None
    meter: Meter | None = None


class Column(Part):
    """A column: its header, alignment, and width as a share of the table's free width.

    Attributes:
        width: Relative width; None lets the content decide.
        keep: Whether text in the column never breaks.
    """

    title: str
    align: Literal["left", "right", "center"] = "left"
    width: float | None = None
    keep: bool = False


class Row(Part):
    """A row; `tint` marks binding rows, `rule_below` closes a group."""

    cells: tuple[Cell, ...]
    tint: bool = False
    rule_below: bool = False
    key: str | None = None


class Card(Part):
    """A year at a glance: label and mark above a large value and a caption.

    Attributes:
        href: Where the value comes from, `#anchor` inside the document.
        note: Number of the note that says so, for paper.
    """

    label: str
    aside: Rich = ()
    value: str
    caption: str = ""
    tone: Tone = Tone.PLAIN
    href: str | None = None
    note: str = ""
