"""How wide the columns of a table are, reckoned before Word sets it.

Word and LibreOffice disagree on tables that size themselves; fixed widths look the same in both.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from evaluation_lib.report.blocks import Cell, Column, Table, text_of

_PADDING, _DENSE_PADDING = 12.0, 7.5  # points to the left and right of a cell's text together
_BOLD = 1.12  # times as wide
_BAR, _METER = 44.0, 26.0  # points


@dataclass(frozen=True, slots=True)
class Widths:
    """Widths of columns in points, and whether the text has to be the smaller one."""

    columns: tuple[float, ...]
    dense: bool


def column_widths(
    table: Table, space: float, *, size: float, dense_size: float, language: str
) -> Widths:
    """Return widths that add up to `space`.

    Args:
        table: What is to be set.
        space: Width of the page's text in points.
        size: Size of table text in points.
        dense_size: The smaller one for crowded tables.
        language: `zh` or `en`; quotation marks and dashes are wider in Chinese.
    """
    natural = _natural(table, size, _PADDING, language)
    dense = sum(natural) > space
    if dense:
        natural = _natural(table, dense_size, _DENSE_PADDING, language)
    if sum(natural) > space:
        return Widths(_capped(table, natural, space), dense)
    return Widths(_widened(table, natural, space), dense)


def text_width(text: str, size: float, language: str) -> float:
    """Return about how long `text` is on one line, in points."""
    return size * sum(_advance(one, language) for one in text)


def _widened(table: Table, natural: list[float], space: float) -> tuple[float, ...]:
    """Return `natural` with what is left given to the columns that share it, or else to all."""
    shares = [column.width or 0.0 for column in table.columns]
    if not any(shares):
        shares = [1.0] * len(natural)
    rest = (space - sum(natural)) / sum(shares)
    return tuple(width + rest * share for width, share in zip(natural, shares, strict=True))


def _capped(table: Table, natural: list[float], space: float) -> tuple[float, ...]:
    """Return `natural` cut down to `space`: the widest give way, the narrow ones keep theirs."""
    weights = [column.width or 1.0 for column in table.columns]
    widths = list(natural)
    left, weight = space, sum(weights)
    for place in sorted(range(len(natural)), key=lambda one: natural[one] / weights[one]):
        widths[place] = min(natural[place], left * weights[place] / weight)
        left -= widths[place]
        weight -= weights[place]
    return tuple(widths)


def _natural(table: Table, size: float, padding: float, language: str) -> list[float]:
    """Return the width of each column if nothing but its header breaks, into two lines."""
    return [
        padding
        + max(
            _header_width(column, size, language),
            *(_cell_width(row.cells[place], size, language) for row in table.rows),
            0.0,
        )
        for place, column in enumerate(table.columns)
    ]


def _header_width(column: Column, size: float, language: str) -> float:
    whole = text_width(column.title, size, language) * _BOLD
    words = [text_width(word, size, language) * _BOLD for word in column.title.split(" ")]
    lines = 2 if len(column.title) > 3 else 1
    return max(whole / lines, *words) if language == "en" else whole / lines + size * 0.6


def _cell_width(cell: Cell, size: float, language: str) -> float:
    text = text_width(text_of(cell.spans), size, language)
    marks = sum(1.35 * size for span in cell.spans if span.mark)
    return text + marks + (_BAR if cell.bar else 0) + (_METER if cell.meter else 0)


def _advance(character: str, language: str) -> float:
    """Return the width of a character in units of its size."""
    wide = unicodedata.east_asian_width(character)
    if wide in "WF" or (wide == "A" and language == "zh"):
        return 1.0
    if character == "%":
        return 0.95
    if character.isupper() or character in "≥≤mw—":
        return 0.75
    if character in " .,:;'|il()":
        return 0.34
    return 0.62 if character.isdigit() else 0.56
