"""What a spreadsheet shows for a stored number: per cent, units in the format, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache

# Formats that need no entry in the styles of a workbook, ECMA-376 part 1, section 18.8.30; 27-36
# and 50-58 are dates in Chinese workbooks.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    48: "##0.0E+0", 49: "@",
}  # fmt: skip
_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)}
_BUILT_IN_MONTHS = {17, 27, 55, 57}
_SIGNIFICANT = 15  # digits a spreadsheet keeps and shows
_EPOCH_1900 = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_LITERAL = re.compile(r'"([^"]*)"|[\\!](.)')
_BRACKETED = re.compile(r"\[[^\]]*\]")
_PADDING = re.compile(r"[_*].")
_SCALING = re.compile(r"[0#?],+(?![0#?,])")


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How numbers of one style are shown.

    Attributes:
        decimals: Decimals always shown.
        suffix: Words shown behind the number, such as `万户`.
        dates: `day`, `month` or `year` where numbers are shown as dates, else blank.
        disguises: Whether the figure shown is scaled away from the stored one.
    """

    decimals: int = 0
    percent: bool = False
    suffix: str = ""
    dates: str = ""
    disguises: bool = False


@cache
def number_format(number: int, code: str | None) -> NumberFormat:
    """Return the format with id `number`, whose own `code` is None for built-in ones."""
    if code is None:
        if number in _BUILT_IN_DATES:
            return NumberFormat(dates="month" if number in _BUILT_IN_MONTHS else "day")
        code = _BUILT_IN.get(number, "General")
    section = _PADDING.sub("", _BRACKETED.sub("", code.split(";")[0]))
    words = "".join(a or b for a, b in _LITERAL.findall(section))
    pattern = _LITERAL.sub("", section)
    if "general" in pattern.lower() or "@" in pattern:
        return NumberFormat(suffix=_words_behind(section))
    if dates := _dates(pattern):
        return NumberFormat(dates=dates)
    _, point, behind = pattern.partition(".")
    return NumberFormat(
        decimals=len(re.match(r"[0]*", behind)[0]) if point else 0,  # type: ignore[index]
        percent="%" in pattern,
        suffix=_words_behind(section),
        disguises=bool(_SCALING.search(pattern)) or "." in words,
    )


def _words_behind(section: str) -> str:
    last = max(section.rfind(digit) for digit in "0#?")
    if (general := section.lower().rfind("general")) >= 0:
        last = general + len("general") - 1
    words = "".join(a or b for a, b in _LITERAL.findall(section[last + 1 :]))
    bare = re.sub(r'[0#?,.%@\s+\-()$¥￥EeGgnral"\\!]', "", section[last + 1 :])
    return (words or bare).strip()


def _dates(pattern: str) -> str:
    letters = pattern.lower()
    if re.search(r"[0#?]", letters) and "%" not in letters and not re.search(r"[ymdh]", letters):
        return ""
    if "d" in letters or re.search(r"[hs]", letters.replace("general", "")):
        return "day"
    if "m" in letters:
        return "month"
    return "year" if "y" in letters else ""


def shown_number(stored: str, style: NumberFormat) -> str:
    """Return the number `stored` in a file as its sender sees it, with all digits kept.

    Spreadsheets store 36.7 as 36.700000000000003; beyond 15 digits nothing is meant.
    """
    number = Decimal(f"{float(stored):.{_SIGNIFICANT}g}")
    if style.percent:
        number = number.scaleb(2)
    text = format(number.normalize(), "f")
    missing = style.decimals - len(text.partition(".")[2])
    if missing > 0:
        text += ("" if "." in text else ".") + "0" * missing
    return f"{text}%" if style.percent else text + style.suffix


def shown_date(stored: str, dates: str, *, since_1904: bool) -> str:
    """Return the date `stored` as a number of days, as `2023-06-30`, `2023-06` or `2023`."""
    epoch = _EPOCH_1904 if since_1904 else _EPOCH_1900
    try:
        moment = epoch + timedelta(days=float(stored))
    except (OverflowError, ValueError):
        return stored
    return moment.strftime({"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}[dates])
