"""Numbers of sections, figures and tables, given when the document is put together."""

from __future__ import annotations

from typing import Any

from evaluation_lib.errors import PublishError
from evaluation_lib.report import page_words as words
from evaluation_lib.report.blocks import Section

_DIGITS = "零一二三四五六七八九"


def chinese_numeral(number: int) -> str:
    """Return `number`, 1 to 99, as headings write it: 一, 十, 十二, 二十, 三十一.

    Raises:
        ValueError: `number` is not between 1 and 99.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"a heading number must be between 1 and 99, got {number}")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones else "")


def numbered(blocks: tuple[Any, ...], language: str) -> tuple[Any, ...]:
    """Return `blocks` with their numbers, levels without gaps and keys that occur once.

    Raises:
        PublishError: Two blocks have the same key, so that a link would lead astray.
    """
    counter = _Counter(language)
    return tuple(counter.number(block) for block in blocks)


def _ordinal(own: str, level: int) -> str:
    """Return what a Chinese heading begins with: 一、 （一） 1."""
    return (f"{own}、", own, f"{own}.")[level - 1]


class _Counter:
    """Counts through one document from first block to last."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._sections = [0, 0, 0]
        self._chain = ["", "", ""]
        self._figures = 0
        self._tables = 0
        self._keys: set[str] = set()

    def number(self, block: Any) -> Any:
        """Return `block` with its number, and those inside it with theirs."""
        if block.type == "section":
            return self._section(block)
        if block.type == "figure":
            return self._figure(block)
        if block.type == "table":
            return self._table(block)
        if block.type == "side_by_side":
            left = tuple(self.number(one) for one in block.left)
            right = tuple(self.number(one) for one in block.right)
            return block.model_copy(update={"left": left, "right": right})
        return block

    def _section(self, section: Section) -> Section:
        """Return `section` with the numbers of those above it before its own."""
        self._claim(section.key)
        deepest = next((i for i, number in enumerate(self._sections) if number == 0), 3)
        level = min(section.level, deepest + 1)
        self._sections[level - 1] += 1
        self._sections[level:] = [0] * (3 - level)
        own = section.number or self._own(level)
        above = self._chain[level - 2] if level > 1 else ""
        joint = "." if above and self._language == "en" else ""
        self._chain[level - 1] = f"{above}{joint}{own}"
        number = self._chain[level - 1]
        ordinal = number if self._language == "en" else _ordinal(own, level)
        return section.model_copy(update={"level": level, "number": number, "ordinal": ordinal})

    def _own(self, level: int) -> str:
        """Return the last part of a section's number."""
        count = self._sections[level - 1]
        if self._language == "en" or level == 3:
            return str(count)
        numeral = chinese_numeral(count)
        return numeral if level == 1 else f"（{numeral}）"

    def _figure(self, figure: Any) -> Any:
        """Return `figure` numbered if it has a title; the table behind it has no number."""
        self._claim(figure.key)
        if not figure.alt.strip():
            raise PublishError(
                f"figure {figure.key!r} has no words for readers who cannot see it; fill in `alt`."
            )
        if figure.table is not None:
            self._claim(figure.table.key)
        if not figure.title:
            return figure
        self._figures += 1
        number = f"{words.FIGURE.into(self._language)}{self._figures}"
        return figure.model_copy(update={"number": number})

    def _table(self, table: Any) -> Any:
        """Return `table` numbered if it has a title."""
        self._claim(table.key)
        for row in table.rows:
            if row.key:
                self._claim(row.key)
        if not table.title:
            return table
        self._tables += 1
        number = f"{words.TABLE.into(self._language)}{self._tables}"
        return table.model_copy(update={"number": number})

    def _claim(self, key: str) -> None:
        """Raise if `key` was used before."""
        if key in self._keys:
            raise PublishError(
                f"two parts of the report are called {key!r}; a cell shows twice what may stand "
                "once. Remove one of the two cells, or give one of the blocks another key."
            )
        self._keys.add(key)
