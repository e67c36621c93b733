"""Filled worksheets of on-site checks, read back with every fault named by file, sheet and cell."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluation_lib.errors import AuthoredError, listed
from evaluation_lib.report.check_columns import (
    AGREES,
    COLUMNS,
    DIFFERS,
    DRAW_SHEET,
    FILLED,
    OUTCOMES,
    SETTINGS,
    STRATA_FROM,
    WORK_SHEET,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FOLDER = "verification"


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """One row of a worksheet.

    Attributes:
        original: What the original says; blank where not filled in.
        outcome: A word of `OUTCOMES`; blank where not checked.
        checked_on: None where not checked.
    """

    id: str
    stratum: str
    name: str
    period: str
    stated: str
    unit: str
    original: str
    outcome: str
    checked_on: datetime.date | None
    note: str


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """A whole worksheet: the draw, and what the checks found.

    Attributes:
        file: Its path below the job's folder.
        settings: How the draw was made, by key.
        populations: Number of items by stratum.
    """

    file: str
    settings: Mapping[str, str]
    populations: Mapping[str, int]
    items: tuple[CheckedItem, ...]


def read_check_sheets(folder: Path) -> tuple[CheckSheet, ...]:
    """Read `verification/*.xlsx` in the folder of a job.

    Raises:
        AuthoredError: A file is no such worksheet or a row contradicts itself; all are named.
    """
    faults: list[str] = []
    paths = sorted(one for one in (folder / FOLDER).glob("*.xlsx") if not one.name.startswith("~$"))
    sheets = [_read(path, faults) for path in paths]
    if faults:
        raise AuthoredError(listed(faults))
    return tuple(one for one in sheets if one is not None)


def _read(path: Path, faults: list[str]) -> CheckSheet | None:
    # Few reports come with worksheets, and every report is made by the process that loads this.
    import openpyxl

    file = f"{FOLDER}/{path.name}"
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        faults.append(f"{file}: cannot be read as a workbook: {error}.")
        return None
    if missing := [name for name in (WORK_SHEET, DRAW_SHEET) if name not in book.sheetnames]:
        faults.append(
            f"{file}: sheet {', '.join(missing)} is missing; it has {', '.join(book.sheetnames)}. "
            "Fill in the worksheet that plan-eval sample wrote."
        )
        return None
    sheet = book[WORK_SHEET]
    header = tuple(_text(cell.value) for cell in sheet[2][: len(COLUMNS)])
    if header != COLUMNS:
        faults.append(
            f"{file}: sheet {WORK_SHEET}, row 2: found {', '.join(header)}; "
            f"expected {', '.join(COLUMNS)}."
        )
        return None
    draw = book[DRAW_SHEET]
    settings = {key: _text(draw.cell(row, 2).value) for row, key in enumerate(SETTINGS, start=1)}
    items = [
        _item(sheet, row, file, faults)
        for row in range(3, sheet.max_row + 1)
        if sheet.cell(row, 1).value
    ]
    populations = _populations(draw, file, faults)
    if strangers := sorted({one.stratum for one in items} - set(populations)):
        faults.append(
            f"{file}: sheet {WORK_SHEET}: stratum {', '.join(strangers)} is not in {DRAW_SHEET}."
        )
    return CheckSheet(file, settings, populations, tuple(items))


def _populations(draw: Worksheet, file: str, faults: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in range(STRATA_FROM, draw.max_row + 1):
        name, population = _text(draw.cell(row, 1).value), draw.cell(row, 2).value
        if not name:
            continue
        if isinstance(population, int) and population > 0:
            found[name] = population
        else:
            faults.append(
                f"{file}: sheet {DRAW_SHEET}, cell B{row}: found {population!r}; "
                "expected the number of items in the stratum."
            )
    return found


def _item(sheet: Worksheet, row: int, file: str, faults: list[str]) -> CheckedItem:
    cells = dict(zip(COLUMNS, (sheet.cell(row, at + 1) for at in range(len(COLUMNS))), strict=True))
    texts = {title: _text(cell.value) for title, cell in cells.items()}
    outcome, original = texts[FILLED.outcome], texts[FILLED.original]
    day = _day(cells[FILLED.checked_on].value)

    def refuse(title: str, why: str) -> None:
        place = cells[title].coordinate
        faults.append(f"{file}: sheet {WORK_SHEET}, cell {place}: {why}")

    if outcome and outcome not in OUTCOMES:
        refuse(FILLED.outcome, f"found {outcome!r}; use one of {', '.join(OUTCOMES)}.")
    if outcome and day is None:
        found = texts[FILLED.checked_on]
        refuse(FILLED.checked_on, f"found {found!r}; write the day of the check as 2024-03-15.")
    stated = texts["报告采用"]
    if outcome == AGREES and original and _differ(original, stated):
        refuse(
            FILLED.outcome,
            f"found {AGREES}, but the original {original} is not {stated}; write {DIFFERS} or "
            "correct the original.",
        )
    if outcome == DIFFERS and not original:
        refuse(FILLED.original, f"is blank; {DIFFERS} needs what the original says.")
    return CheckedItem(
        id=texts["编号"],
        stratum=texts["层"],
        name=texts["内容"],
        period=texts["时期"],
        stated=stated,
        unit=texts["单位"],
        original=original,
        outcome=outcome,
        checked_on=day,
        note=texts[FILLED.note],
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value).strip()


def _day(value: Any) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    try:
        return datetime.date.fromisoformat(_text(value))
    except ValueError:
        return None


def _differ(original: str, stated: str) -> bool:
    """Return whether two numbers differ; words are left to the checker."""
    try:
        return float(original) != float(stated)
    except ValueError:
        return False
