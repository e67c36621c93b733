"""Small workbooks as departments fill them in."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from evaluation_lib.observations.forms import Intake, import_forms
from evaluation_lib.plan import Plan, read_plan

PLAN_FOLDER = Path(__file__).parents[3] / "data/plans/zhanjiang-2021-2025"
PLAN: Plan = read_plan(PLAN_FOLDER)
CITY_BLOCK = ["填报单位：湛江市市场监督管理局", None, "填报日期：2024-03-01"]
COUNTY_BLOCK = ["填报单位：霞山区市场监督管理局", None, "填报日期：2024-03-01"]

Rows = Sequence[Sequence[object]]


def make_book(
    path: Path,
    rows: Rows | Mapping[str, Rows],
    *,
    merges: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
) -> Path:
    """Write a workbook with one sheet 汇总表, or several by name."""
    sheets = rows if isinstance(rows, Mapping) else {"汇总表": rows}
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, content in sheets.items():
        sheet = book.create_sheet(name)
        for row in content:
            sheet.append(list(row))
        for merge in merges:
            sheet.merge_cells(merge)
        for cell, code in (formats or {}).items():
            sheet[cell].number_format = code
    book.save(path)
    return path


def import_rows(folder: Path, rows: Rows | Mapping[str, Rows], **options: object) -> Intake:
    """Import a workbook made of `rows`."""
    return import_forms([make_book(folder / "填报表.xlsx", rows, **options)], PLAN)


def values(intake: Intake) -> list[tuple[object, ...]]:
    """Return what was taken as place, indicator, period, comparator and value."""
    columns = ["jurisdiction", "indicator", "period", "comparator", "value"]
    rows = intake.observations[columns].itertuples(index=False, name=None)
    return sorted((*row[:4], round(row[4], 8)) for row in rows)


def asked(intake: Intake) -> list[tuple[str, str]]:
    """Return what was asked as cell and kind."""
    return [(query.cell, str(query.kind)) for query in intake.queries]
