"""What the writers of a Word file share while it grows: links, numbers, pictures."""

from __future__ import annotations

import itertools
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from evaluation_lib.publish.word.elements import Element, w
from evaluation_lib.publish.word.pictures import Picture
from evaluation_lib.publish.word.profile import Profile

_NOT_IN_NAMES = re.compile(r"\W", re.ASCII)
_LONGEST_NAME = 40  # characters; Word drops longer bookmarks


@dataclass(slots=True)
class Draft:
    """A Word file in the making.

    Attributes:
        word: The file.
        anchors: Keys of blocks and rows that links may lead to.
        pictures: Charts by the key of their figure.
    """

    word: WordDocument
    profile: Profile
    language: str
    anchors: frozenset[str]
    pictures: Mapping[str, Picture]
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def bookmark(self, key: str | None) -> list[Element]:
        """Return the mark that links to `key` lead to."""
        if not key:
            return []
        number = next(self._numbers)
        start = w("bookmarkStart", id=number, name=bookmark_name(key))
        return [start, w("bookmarkEnd", id=number)]

    def relation(self, address: str) -> str:
        """Return the id under which the file knows an address of the web."""
        return self.word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def picture(self, key: str, alt: str, width: float, height: float) -> Element:
        """Return the chart of the figure `key`, told as `alt`; sizes in points."""
        number = next(self._numbers)
        stream = BytesIO(self.pictures[key].png)
        inline: Any = self.word.part.new_pic_inline(
            stream, round(width * 12700), round(height * 12700)
        )
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        inline.docPr.set("id", str(number))
        inline.docPr.set("name", bookmark_name(key))
        inline.docPr.set("descr", alt)
        inner = inline.graphic.graphicData.pic.nvPicPr.cNvPr
        inner.set("name", f"{bookmark_name(key)}.png")
        return w("r", w("drawing", inline))


def bookmark_name(key: str) -> str:
    """Return `key` as Word allows a bookmark to be named, different for different keys."""
    plain = _NOT_IN_NAMES.sub("_", key)
    if plain == key and len(key) <= _LONGEST_NAME and not key[:1].isdigit():
        return key
    return f"k_{plain[: _LONGEST_NAME - 11]}_{zlib.crc32(key.encode()):08x}"
