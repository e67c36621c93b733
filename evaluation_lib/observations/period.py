"""The time an observation speaks of: a year, part of one, a day, or a running total."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

_YEAR = re.compile(r"(\d{4})")
_HALF = re.compile(r"(\d{4})-H([12])")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
ALLOWED = "2023, 2023-H1, 2023-Q2, 2023-06, 2023-06-30 or 2023-01/2023-09"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from `start` to `end`, both days included.

    Attributes:
        text: As written in the observation table.
        months: Whole months covered; 0 for a single day.
    """

    text: str
    start: date
    end: date
    months: int

    @property
    def year(self) -> int:
        """Calendar year in which the period ends."""
        return self.end.year

    @property
    def is_annual(self) -> bool:
        """Whether the period is one whole calendar year."""
        return self.months == 12 and self.start.month == 1

    @property
    def is_within_a_year(self) -> bool:
        """Whether the period lies inside one calendar year without filling it."""
        return self.start.year == self.end.year and not self.is_annual

    @property
    def closes_a_month(self) -> bool:
        """Whether the period ends with a month's last day."""
        return self.end.day == monthrange(self.end.year, self.end.month)[1]


@cache
def parse_period(text: str) -> Period:
    """Read a period as the observation table writes it.

    Raises:
        ValueError: `text` is no such period; the message lists the forms allowed.
    """
    first, slash, last = text.partition("/")
    begin, begin_months = _span(first)
    if not slash:
        return Period(text, begin[0], begin[1], begin_months)
    finish, _ = _span(last)
    if finish[1] < begin[0]:
        raise ValueError(f"period {text!r} ends before it begins; write it as {ALLOWED}")
    months = (finish[1].year - begin[0].year) * 12 + finish[1].month - begin[0].month + 1
    return Period(text, begin[0], finish[1], months if begin_months else 0)


def _span(text: str) -> tuple[tuple[date, date], int]:
    try:
        if found := _YEAR.fullmatch(text):
            return _months(int(found[1]), 1, 12), 12
        if found := _HALF.fullmatch(text):
            return _months(int(found[1]), 6 * int(found[2]) - 5, 6), 6
        if found := _QUARTER.fullmatch(text):
            return _months(int(found[1]), 3 * int(found[2]) - 2, 3), 3
        if found := _MONTH.fullmatch(text):
            return _months(int(found[1]), int(found[2]), 1), 1
        if found := _DAY.fullmatch(text):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return (day, day), 0
    except ValueError:
        pass  # A 13th month or 30 February reads like a period but is none: answered below.
    raise ValueError(f"period {text!r} is not readable; write it as {ALLOWED}")


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
