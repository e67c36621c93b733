"""How cells look: colours of the report, numbers with the plan's decimals and signs."""

from __future__ import annotations

from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

from evaluation_lib.publish.excel.cells import Cell, Number, Words
from evaluation_lib.report import style
from evaluation_lib.report.block_parts import Tone

FACES = {"zh": "微软雅黑", "en": "Arial"}
_SIZE = 10
_RISKY = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so becomes a formula when edited

# Characters of the same shapes as the drawn marks; the word stands beside each.
MARKS = {
    "disc_with_tick": "✔",
    "disc": "●",
    "ring": "○",
    "hollow_triangle": "▽",
    "triangle": "▼",
    "cross": "✖",
    "dashed_square": "□",
}


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook, language: str) -> None:
        self._book = book
        self.language = language
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def of(self, **properties: Any) -> Format:
        """Return the format with `properties` beside those that all have."""
        whole = {"font_name": FACES[self.language], "font_size": _SIZE, "valign": "top"}
        whole |= {"font_color": style.INK} | properties
        key = tuple(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]

    def title(self) -> Format:
        """Return the format of a sheet's title."""
        return self.of(bold=True, font_size=14, valign="vcenter")

    def note(self, *, tone: str = style.SECONDARY) -> Format:
        """Return the format of small print."""
        return self.of(font_size=9, font_color=tone, valign="vcenter")

    def badge(self) -> Format:
        """Return the format of the label of invented data."""
        return self.of(
            bold=True,
            font_color=style.DEMONSTRATION,
            bg_color=style.DEMONSTRATION_GROUND,
            valign="vcenter",
        )

    def head(self, *, right: bool) -> Format:
        """Return the format of a column's title."""
        return self.of(
            bold=True,
            font_color=style.PAPER,
            bg_color=style.ACCENT,
            text_wrap=True,
            valign="vcenter",
            align="right" if right else "left",
            indent=0 if right else 1,
        )

    def cell(self, cell: Cell, *, tint: bool, right: bool) -> Format:
        """Return the format of a value."""
        found: dict[str, Any] = {"bottom": 1, "bottom_color": style.HAIRLINE}
        if tint:
            found["bg_color"] = style.BINDING
        if right or isinstance(cell, Number):
            found["align"] = "right"
        else:
            found |= {"align": "left", "indent": 1}
        if isinstance(cell, Number):
            found["num_format"] = number_format(cell, self.language)
        else:
            found["text_wrap"] = True
        if isinstance(cell, Words):
            found |= _worded(cell)
        elif cell is None or cell.tone is not Tone.PLAIN:
            found["font_color"] = style.TONES[cell.tone if cell else Tone.MUTED].ink
        return self.of(**found)


def _worded(cell: Words) -> dict[str, Any]:
    """Return what the words of a cell add to its format."""
    found: dict[str, Any] = {}
    if cell.strong:
        found["bold"] = True
    if cell.mark is not None:
        kind = style.verdict_style(cell.mark)
        shade = style.TONES[kind.tone]
        found |= {"font_color": shade.ink, "bg_color": shade.ground}
        found["bold"] = kind.tone in (Tone.LATE, Tone.BAD)
    elif cell.tone is not Tone.PLAIN:
        found["font_color"] = style.TONES[cell.tone].ink
    if cell.text.startswith(_RISKY):
        found["quote_prefix"] = True
    return found


def number_format(number: Number, language: str) -> str:
    """Return the code of a number: its decimals, its sign, and thousands as the language has them.

    English groups thousands from 10,000 upwards; Chinese does not.
    """
    tail = "." + "0" * number.decimals if number.decimals else ""
    sign = f'"{number.sign}"' if number.sign else ""
    if number.percent:
        return f"{sign}0{tail}%"
    if language == "en":
        return f"[>=10000]{sign}#,##0{tail};[<=-10000]{sign}-#,##0{tail};{sign}0{tail}"
    return f"{sign}0{tail}"


def shown(cell: Words) -> str:
    """Return the text of a cell with the mark of its verdict before it."""
    if cell.mark is None:
        return cell.text
    return f"{MARKS[style.verdict_style(cell.mark).mark]} {cell.text}"
