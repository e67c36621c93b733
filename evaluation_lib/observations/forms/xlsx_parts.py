"""What every part of an .xlsx archive needs: a walk through its XML, limits, references."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from xml.parsers import expat

LARGEST_PART = 300_000_000  # bytes of XML; a form has some thousands
MOST_CELLS = 400_000  # cells with text in a sheet
_CHUNK = 1 << 16
_REFERENCE = re.compile(r"([A-Z]+)([0-9]+)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

Attributes = dict[str, str]
Starts = Callable[[str, Attributes], None]
Ends = Callable[[str, str], None]


class TooLargeError(ValueError):
    """The workbook unpacks to more than any form needs."""


class NotAWorkbookError(ValueError):
    """The file holds no workbook, or one that cannot be read."""


def walk(archive: zipfile.ZipFile, part: str, start: Starts, end: Ends | None = None) -> None:
    """Call `start` and `end` for each element of `part`; `end` gets the text inside."""
    parser = expat.ParserCreate()
    texts: list[str] = []

    def on_start(name: str, attributes: Attributes) -> None:
        texts.clear()
        bare = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        start(name.rpartition(":")[2], bare)

    def on_end(name: str) -> None:
        if end is not None:
            end(name.rpartition(":")[2], "".join(texts))
        texts.clear()

    def refuse(*_: object) -> None:
        raise NotAWorkbookError("declares a document type, which no workbook does")

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = texts.append
    parser.StartDoctypeDeclHandler = refuse
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)


def position(reference: str) -> tuple[int, int]:
    """Return row and column of a reference such as `C7`, counted from 0."""
    found = _REFERENCE.fullmatch(reference.replace("$", ""))
    if found is None:
        raise NotAWorkbookError(f"has a cell at {reference!r}")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def unescaped(text: str) -> str:
    """Return `text` with the characters that XML cannot hold put back."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
