"""Periods as headers and titles write them, and what they mean for one indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from evaluation_lib.observations.period import parse_period
from evaluation_lib.observations.quantities.characters import plain
from evaluation_lib.observations.queries.kinds import Kind
from evaluation_lib.plan.model import Kind as PlanKind
from evaluation_lib.plan.model import PeriodRule


class Mode(StrEnum):
    """How a header says the period is counted."""

    UNSAID = "unsaid"
    SINGLE = "single"  # 当期
    RUNNING = "running"  # 累计
    UNTIL = "until"  # 截至


@dataclass(frozen=True, slots=True)
class HeaderPeriod:
    """A period, or the part of one that a header cell names.

    Attributes:
        year: Calendar year; None where the header leaves it to its surroundings.
        last: Last year of a span of years, such as 2023 for 2021-2023; None for one year.
        relative: 0 for 本年, -1 for 上年; None where the year is named or left open.
        part: Blank for the whole year, else `H1`, `Q3`, `06`, `01-09` or `06-30`.
        says_whole: Whether 全年, 年末 and the like rule out a part.
        same_part: Whether 同期 repeats the part of the year that the form reports.
    """

    year: int | None = None
    last: int | None = None
    relative: int | None = None
    part: str = ""
    mode: Mode = Mode.UNSAID
    says_whole: bool = False
    same_part: bool = False

    def joined(self, other: HeaderPeriod) -> HeaderPeriod | None:
        """Return both together, such as 2023年 over 三季度; None where they exclude each other."""
        joined: dict[str, Any] = {}
        for name in ("year", "last", "relative", "part"):
            mine, theirs = getattr(self, name), getattr(other, name)
            empty = "" if name == "part" else None
            if mine not in (empty, theirs) and theirs != empty:
                return None
            joined[name] = theirs if mine == empty else mine
        if joined["year"] is not None and joined["relative"] is not None:
            # 上年末 under 2023年 is the end of 2022.
            joined["year"] += joined["relative"]
            joined["relative"] = None
        modes = {self.mode, other.mode} - {Mode.UNSAID}
        if len(modes) > 1:
            return None
        joined["mode"] = next(iter(modes), Mode.UNSAID)
        joined["says_whole"] = self.says_whole or other.says_whole
        joined["same_part"] = self.same_part or other.same_part
        if joined["says_whole"] and joined["part"]:
            return None
        return replace(self, **joined)


_CHINESE = {word: str(number) for number, word in enumerate("一二三四五六七八九十", start=1)}
_CHINESE |= {"十一": "11", "十二": "12"}
_NUMBER = r"(?:[0-9]{1,2}|十[一二]|[一二三四五六七八九十])"
_YEAR = r"(?:19[89][0-9]|20[0-4][0-9])"
_TO = r"\s*(?:-|—|–|~|至|到)+\s*"
_TOKENS = re.compile(
    rf"(?P<iso>{_YEAR}-(?:H[12]|Q[1-4])|{_YEAR}[-/](?:0[1-9]|1[0-2])(?:[-/][0-3][0-9])?(?![0-9]))"
    rf"|(?P<span>{_YEAR}年?度?{_TO}{_YEAR}年?度?)"
    rf"|(?P<year>{_YEAR}(?:\s*年|(?![0-9])))"
    r"|(?P<same>上年同期|去年同期)"
    r"|(?P<last_end>(?:上年|去年)年?[末底])"
    r"|(?P<last_year>上一?年度?|去年)"
    r"|(?P<this_year>本年度?|当年|今年)"
    r"|(?P<half>[上下]半年|H[12])"
    rf"|(?P<first_quarters>前(?:[二三两]|[23])个?季度?)"
    r"|(?P<quarter>第?[一二三四1-4]季度?|Q[1-4])"
    rf"|(?P<months>{_NUMBER}月?{_TO}{_NUMBER}月份?)"
    rf"|(?P<month>{_NUMBER}月份?)(?P<day>[0-9]{{1,2}}日)?"
    r"|(?P<until>截[至止]到?|截止)"
    r"|(?P<whole>全年|年末|年底)"
    r"|(?P<end>期末|月末|月底|季末|季度末|末|底)"
    r"|(?P<running>累计数?值?|累计完成)"
    r"|(?P<single>当期|本期|当季|本季度?|当月|本月)"
    r"|(?P<filler>年?度|完成(?:情况|数|值|量)?|实际|数据|数值|统计|情况|数(?!据)|值|[()（）,:、/／\s的])",
    re.IGNORECASE,
)
_MEANINGFUL = {
    "iso", "span", "year", "same", "last_end", "last_year", "this_year", "half", "first_quarters",
    "quarter", "months", "month", "until", "whole", "end", "running", "single",
}  # fmt: skip
_PLAN_SO_FAR = re.compile(r"规划期|十四五|五年|以来")
_IN_TITLE = re.compile(
    rf"{_YEAR}\s*年?\s*(?:度|全年|[上下]半年|第?[一二三四1-4]季度|前[二三]季度"
    rf"|{_NUMBER}{_TO}{_NUMBER}月份?|{_NUMBER}月份?)?"
)


def header_period(text: str) -> HeaderPeriod | None:
    """Read a header cell that names nothing but a period; None for any other."""
    word = plain(text)
    if not word or _PLAN_SO_FAR.search(word):
        return None
    period = HeaderPeriod()
    meaningful, position = False, 0
    while position < len(word):
        found = _TOKENS.match(word, position)
        if found is None:
            return None
        position = found.end()
        name = found.lastgroup if found.lastgroup != "day" else "month"
        meaningful = meaningful or name in _MEANINGFUL
        piece = _piece(name or "", found)
        if piece is None:
            return None
        joined = period.joined(piece)
        if joined is None:
            return None
        period = joined
    return period if meaningful else None


def title_period(text: str) -> HeaderPeriod | None:
    """Return the one period that a title mentions; None where it mentions none or several."""
    found = {match[0].strip() for match in _IN_TITLE.finditer(plain(text))}
    periods = {period for one in found if (period := header_period(one)) is not None}
    return periods.pop() if len(periods) == 1 else None


def _piece(name: str, found: re.Match[str]) -> HeaderPeriod | None:
    text = found[name]
    simple = {
        "filler": HeaderPeriod(),
        "end": HeaderPeriod(),
        "whole": HeaderPeriod(says_whole=True),
        "running": HeaderPeriod(mode=Mode.RUNNING),
        "single": HeaderPeriod(relative=None, mode=Mode.SINGLE),
        "until": HeaderPeriod(mode=Mode.UNTIL),
        "same": HeaderPeriod(relative=-1, same_part=True),
        "last_end": HeaderPeriod(relative=-1, says_whole=True),
        "last_year": HeaderPeriod(relative=-1),
        "this_year": HeaderPeriod(relative=0),
    }
    if name in simple:
        return simple[name]
    if name == "iso":
        return _iso(text.replace("/", "-").upper())
    if name == "year":
        return HeaderPeriod(year=int(text[:4]))
    if name == "span":
        first, last = (int(year) for year in re.findall(_YEAR, text))
        return HeaderPeriod(year=first, last=last) if first < last else None
    if name == "half":
        return HeaderPeriod(part="H1" if text[0] == "上" or text[-1] == "1" else "H2")
    if name == "first_quarters":
        return HeaderPeriod(part="01-06" if text[1] in "二两2" else "01-09")
    if name == "quarter":
        return HeaderPeriod(part=f"Q{_numbers(text.removeprefix('第'))[0]}")
    if name == "months":
        first, last = _numbers(text)
        if not 1 <= first < last <= 12:
            return None
        return HeaderPeriod(part=f"{first:02d}-{last:02d}", mode=Mode.UNSAID)
    month = _numbers(found["month"])[0]
    if not 1 <= month <= 12:
        return None
    if found["day"]:
        return HeaderPeriod(part=f"{month:02d}/{int(found['day'][:-1]):02d}")
    return HeaderPeriod(part=f"{month:02d}")


def _numbers(text: str) -> list[int]:
    found = re.findall(r"[0-9]+|十[一二]|[一二三四五六七八九十]", text)
    return [int(_CHINESE.get(one, one)) for one in found]


def _iso(text: str) -> HeaderPeriod:
    year, rest = int(text[:4]), text[5:]
    return HeaderPeriod(year=year, part=rest.replace("-", "/") if len(rest) == 5 else rest)


def resolve(
    header: HeaderPeriod, *, rule: PeriodRule, kind: PlanKind | None, report: HeaderPeriod | None
) -> tuple[str | None, Kind | None]:
    """Return the period of the observation table that a value under `header` speaks of.

    Args:
        header: What the headers of row and column say together.
        rule: How a year's value of the indicator follows from its parts.
        kind: Kind of the indicator, None for a measure.
        report: Period in the form's title, to which 本年 and 上年 refer; None where it has none.

    Returns:
        The period, None where it is not clear, and what has to be asked about it.
    """
    year, part = header.year, header.part
    if year is None:
        if report is None or report.year is None or report.last is not None:
            return None, Kind.PERIOD_UNCLEAR
        year = report.year + (header.relative or 0)
        if not part and not header.says_whole:
            part = report.part
            if part and header.relative is not None and not header.same_part:
                return None, Kind.PERIOD_UNCLEAR  # 本年 in a quarterly form: the quarter or so far?
    if header.last is not None:
        if rule is not PeriodRule.SUM:
            return None, Kind.PERIOD_UNCLEAR
        return f"{year}-01/{header.last}-12", None
    if not part:
        return _whole_year(year, header.mode, rule, kind)
    return _part_of_year(year, part, header.mode, rule, kind)


def _whole_year(
    year: int, mode: Mode, rule: PeriodRule, kind: PlanKind | None
) -> tuple[str | None, Kind | None]:
    counted_from_elsewhere = mode is Mode.UNTIL or (
        mode is Mode.RUNNING and kind is PlanKind.CUMULATIVE
    )
    if rule is PeriodRule.SUM and counted_from_elsewhere:
        return None, Kind.PERIOD_UNCLEAR
    return str(year), None


def _part_of_year(
    year: int, part: str, mode: Mode, rule: PeriodRule, kind: PlanKind | None
) -> tuple[str | None, Kind | None]:
    if "/" in part:
        text = _valid(f"{year}-{part.replace('/', '-')}")
        return (text, None) if text and rule is PeriodRule.END else (None, Kind.PERIOD_UNCLEAR)
    running = "-" in part or mode in {Mode.RUNNING, Mode.UNTIL}
    if "-" in part and (mode is Mode.SINGLE or not part.startswith("01")):
        return None, Kind.PERIOD_UNCLEAR
    last = part.rpartition("-")[2]
    if rule is PeriodRule.END:
        return _valid(f"{year}-{last}"), None
    if not running:
        is_month = part.isdigit()
        said = mode is Mode.SINGLE or part in {"H1", "Q1"} or is_month
        text = _valid(f"{year}-{part}")
        return text, None if said or rule is not PeriodRule.SUM else Kind.SINGLE_PERIOD
    if mode in {Mode.RUNNING, Mode.UNTIL} and kind is PlanKind.CUMULATIVE:
        return None, Kind.PERIOD_UNCLEAR
    closing = {"H1": "06", "H2": "12", "Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"}.get(
        last, last
    )
    text = f"{year}" if closing == "12" else _valid(f"{year}-01/{year}-{closing}")
    return text, Kind.RUNNING_TOTAL if mode is Mode.UNTIL else None


def _valid(text: str) -> str | None:
    try:
        return parse_period(text).text
    except ValueError:
        return None
