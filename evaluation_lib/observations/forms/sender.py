"""Who filled a form in, for which place, when, and for which period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from evaluation_lib.observations.forms.grid import Cell, Grid
from evaluation_lib.observations.forms.inquiry import Inquiry
from evaluation_lib.observations.forms.periods import HeaderPeriod, title_period
from evaluation_lib.observations.forms.titles import CHANGES_SCOPE
from evaluation_lib.observations.names import NamedPlace, Names, PlaceKind
from evaluation_lib.observations.quantities.characters import plain
from evaluation_lib.observations.queries.kinds import Kind

DEMONSTRATION = "演示数据"
_STAMP = r"\s*(?:[(][^()]*[)])?\s*[::]?\s*"
_UNIT = re.compile(r"(?:填报|报送|填表|上报)(?:单位|部门|机构|科室)" + _STAMP)
_DATE = re.compile(r"(?:填报|报送|填表|上报|报出)(?:日期|时间)" + _STAMP)
_OTHER = re.compile(
    r"\s{2,}|(?:填报人|填表人|联系人|联系电话|电话|审核人|负责人|单位负责人|填报日期|填表日期|报送日期|填报时间|"
    r"填报单位|报出日期)\s*[(::]"
)
_NOTE = re.compile(r"^[(（*]?(注|备注|附注|说明)")
_DAY = re.compile(
    r"(20[0-9]{2})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})(?:\s*日)?(?![0-9])"
)
_NOWHERE = NamedPlace(PlaceKind.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Sender:
    """What the block above or below a table says about the whole form.

    Attributes:
        unit: 填报单位 as written, blank where it is not given.
        place: For which place it speaks; unknown where title and unit do not say.
        contradicts: Whether title and unit name different places.
        published_on: ISO date, blank where none can be read.
        date_raw: What stands in place of the date, where it cannot be read.
        report: Period in the title.
        synthetic: Whether the form says that its values are invented.
    """

    unit: str = ""
    place: NamedPlace = _NOWHERE
    contradicts: bool = False
    published_on: str = ""
    date_raw: str = ""
    report: HeaderPeriod | None = None
    synthetic: bool = False


def read_sender(talk: Iterable[Cell], sheet: str, names: Names) -> Sender:
    """Read the cells around the tables of a sheet, and the sheet's name."""
    cells = list(talk)
    unit = _beside(cells, _UNIT)
    date_raw = _beside(cells, _DATE)
    titles = [cell.text for cell in cells if not _UNIT.search(plain(cell.text))]
    place, contradicts = _place(unit, titles, sheet, names)
    day = read_day(date_raw)
    return Sender(
        unit=unit,
        place=place,
        contradicts=contradicts,
        published_on=day,
        date_raw="" if day else date_raw,
        report=_report(titles, sheet),
    )


def ask_about_notes(grid: Grid, talk: Iterable[Cell], inquiry: Inquiry) -> None:
    """Ask about notes below a table that may change what its values measure."""
    for cell in talk:
        text = plain(cell.text)
        if _NOTE.match(text) and CHANGES_SCOPE.search(text):
            inquiry.ask(Kind.FOOTNOTE, sheet=grid.name, cell=cell.address, raw=cell.text)


def asked_about(grid: Grid, sender: Sender, inquiry: Inquiry, names: Names) -> Sender:
    """Ask what the block leaves open, and return it with what earlier answers have settled."""
    sheet = grid.name
    if grid.hidden:
        inquiry.ask(Kind.HIDDEN, sheet=sheet, raw=sheet)
    if not sender.published_on:
        answer = read_day(inquiry.answer_about(Kind.NO_DATE, sheet, "", sender.date_raw))
        sender = replace(sender, published_on=answer)
        if not answer:
            inquiry.ask(Kind.NO_DATE, sheet=sheet, raw=sender.date_raw)
    if sender.contradicts or sender.place.kind is PlaceKind.UNKNOWN:
        kind = Kind.PLACE_CONFLICT if sender.contradicts else Kind.NO_PLACE
        answer = inquiry.answer_about(kind, sheet, "", sender.unit)
        sender = replace(sender, place=names.place(answer), contradicts=sender.contradicts)
    if sender.report is not None and sender.report.year is not None and sender.published_on:
        late = int(sender.published_on[:4]) - (sender.report.last or sender.report.year)
        if late not in (0, 1):
            # Without the title's year, 本年 and 上年 stay open rather than mean the wrong one.
            inquiry.ask(Kind.OLD_TEMPLATE, sheet=sheet, raw=str(sender.report.year))
            sender = replace(sender, report=None)
    return sender


def read_day(text: str) -> str:
    """Return the day written in `text` as an ISO date, blank where none can be read."""
    found = _DAY.search(plain(text))
    if found is None:
        return ""
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return ""


def _beside(cells: list[Cell], label: re.Pattern[str]) -> str:
    """Return what stands behind `label`, in its own cell or the next one of the row."""
    for index, cell in enumerate(cells):
        text = plain(cell.text)
        found = label.search(text)
        if found is None:
            continue
        behind = text[found.end() :]
        cut = _OTHER.search(behind)
        value = (behind[: cut.start()] if cut else behind).strip()
        if value:
            return value
        following = cells[index + 1] if index + 1 < len(cells) else None
        if not behind.strip() and following is not None and following.row == cell.row:
            return plain(following.text)
    return ""


def _place(unit: str, titles: list[str], sheet: str, names: Names) -> tuple[NamedPlace, bool]:
    of_sheet = names.place(sheet)
    if of_sheet.kind not in {PlaceKind.UNKNOWN, PlaceKind.TOTAL}:  # a sheet called 汇总 is no total
        return of_sheet, False
    of_unit = names.sender(unit)
    found = [names.mentioned(title) for title in titles]
    mentioned = {place for place in found if place.kind is not PlaceKind.UNKNOWN}
    city = NamedPlace(PlaceKind.JURISDICTION, names.plan.jurisdiction)
    # 湛江市 in the title of a county's form is the form's name, not the county's place.
    narrower = mentioned - {city}
    if of_unit.kind is not PlaceKind.UNKNOWN:
        other = {place for place in narrower if place.kind is PlaceKind.JURISDICTION} - {of_unit}
        return of_unit, bool(other)
    if unit and not names.resembles_city_department(unit):
        return NamedPlace(PlaceKind.UNKNOWN), False
    if len(narrower) == 1:
        return next(iter(narrower)), False
    return (city if not narrower and mentioned else NamedPlace(PlaceKind.UNKNOWN)), False


def _report(titles: list[str], sheet: str) -> HeaderPeriod | None:
    for text in (*titles, sheet):
        if _DATE.search(plain(text)) or read_day(text):
            continue
        if (period := title_period(text)) is not None:
            return period
    return None
