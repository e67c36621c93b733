"""What a sheet of the annex is made of, before any of it is written."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from evaluation_lib.report.block_parts import Tone

FIRST_ROW = 4  # of the values, counted from 1: title, note and header stand above


@dataclass(frozen=True, slots=True)
class Words:
    """Text; never read as a formula or an address.

    Attributes:
        mark: Verdict whose colour and mark the cell takes.
    """

    text: str
    tone: Tone = Tone.PLAIN
    strong: bool = False
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number and how it is written.

    Attributes:
        value: In the unit of its column; a share where `percent` is set.
        decimals: Digits after the point.
        sign: Comparison written before it, such as `≥`.
        formula: How the workbook reckons it; blank for a number that was given. Names of columns
            in braces stand for the cells of the same row.
    """

    value: float
    decimals: int = 0
    sign: str = ""
    percent: bool = False
    formula: str = ""
    tone: Tone = Tone.PLAIN


Cell = Words | Number | None
"""None is a cell in which nothing can stand; it shows a dash."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and its width in characters; wider text breaks into lines."""

    title: str
    width: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells by column; `tint` marks what binds the government."""

    cells: Mapping[str, Cell]
    tint: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        name: On its tab, at most 31 characters.
        note: How to read it, in one line below the title.
        columns: By key, in order.
        frozen: Columns that stay in sight.
    """

    name: str
    title: str
    note: str
    columns: Mapping[str, Column]
    lines: tuple[Line, ...]
    frozen: int = 0

    def letter(self, key: str) -> str:
        """Return the letter of the column `key`."""
        return column_letter(list(self.columns).index(key))

    def cell(self, key: str, place: int) -> str:
        """Return the address of a cell from any sheet; `place` counts lines from 0."""
        return f"{quoted(self.name)}!${self.letter(key)}${FIRST_ROW + place}"

    def whole(self, key: str) -> str:
        """Return the address of all values of a column from any sheet."""
        letter, last = self.letter(key), FIRST_ROW + max(len(self.lines), 1) - 1
        return f"{quoted(self.name)}!${letter}${FIRST_ROW}:${letter}${last}"


def column_letter(place: int) -> str:
    """Return the letters of the column that stands at `place`, counted from 0: A, Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def quoted(name: str) -> str:
    """Return the name of a sheet as formulas write it."""
    return "'" + name.replace("'", "''") + "'"


def reckoned(
    formula: str, reckons: float | None, reported: float | None, **style: object
) -> Number | None:
    """Return the reported number, with `formula` where the formula does give it.

    A number that follows another rule, such as a milestone of the plan, stands without a formula
    rather than with one that gives something else.

    Args:
        formula: As in `Number`.
        reckons: What the formula gives; None where it cannot be reckoned.
        reported: What the report says; None where it says nothing.
        style: Other fields of `Number`.
    """
    if reported is None:
        return None
    agrees = reckons is not None and math.isclose(reckons, reported, rel_tol=1e-9, abs_tol=1e-12)
    return Number(reported, formula=formula if agrees else "", **style)  # type: ignore[arg-type]
