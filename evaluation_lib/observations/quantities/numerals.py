"""Chinese numerals, read only where they can mean one number."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_SMALL_UNITS = ("", "十", "百", "千")
_GROUP_UNITS = ("", "万", "亿")
_VARIANTS = str.maketrans(
    "〇两壹贰叁肆伍陆柒捌玖拾佰仟萬億點", "零二一二三四五六七八九十百千万亿点"
)
NUMERAL_CHARACTERS = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億点點"


def read_numeral(text: str) -> Decimal | None:
    """Return the number that `text` writes in Chinese numerals, None where it is not certain.

    Only the full form is certain: 三万二千 is 32000, but 三万二 is 32000 to a speaker and 30002 to
    a clerk, so it is not read. Neither are bare digits in a row, such as 三二.
    """
    whole, point, decimals = text.translate(_VARIANTS).partition("点")
    if point and (not decimals or any(digit not in _DIGITS for digit in decimals)):
        return None
    number = _integer(whole)
    if number is None or chinese(number) != _full(whole):
        return None
    return Decimal(
        f"{number}.{''.join(str(_DIGITS.index(digit)) for digit in decimals)}" if point else number
    )


def chinese(number: int) -> str:
    """Return `number` in full Chinese numerals, such as 一万零二十 for 10020.

    Raises:
        ValueError: `number` is negative, or 10^12 and more.
    """
    if not 0 <= number < 10**12:
        raise ValueError(f"no numeral for {number}; give 0 to 999999999999")
    if number == 0:
        return _DIGITS[0]
    words, rest, position = "", number, 0
    while rest:
        rest, group = divmod(rest, 10_000)
        if group:
            gap = _DIGITS[0] if words and not _touches(number, position) else ""
            words = _group(group) + _GROUP_UNITS[position] + gap + words
        position += 1
    return words


def _touches(number: int, position: int) -> bool:
    """Return whether the group below `position` is full, so that no 零 stands between."""
    below = number % 10 ** (4 * position)
    return bool(below >= 10 ** (4 * position - 1))


def _group(group: int) -> str:
    words, gap = "", False
    for power in (3, 2, 1, 0):
        digit = group // 10**power % 10
        if digit:
            words += (_DIGITS[0] if gap and words else "") + _DIGITS[digit] + _SMALL_UNITS[power]
            gap = False
        else:
            gap = True
    return words


def _full(words: str) -> str:
    """Return `words` with the 一 that speech drops before a leading 十."""
    return f"一{words}" if words.startswith("十") else words


def _integer(words: str) -> int | None:
    total, group, digit = 0, 0, 0
    for character in _full(words):
        if character in _DIGITS:
            digit = _DIGITS.index(character)
        elif character in _SMALL_UNITS:
            group += digit * 10 ** _SMALL_UNITS.index(character)
            digit = 0
        elif character in _GROUP_UNITS:
            total += (group + digit) * 10_000 ** _GROUP_UNITS.index(character)
            group, digit = 0, 0
        else:
            return None
    return total + group + digit if words else None
