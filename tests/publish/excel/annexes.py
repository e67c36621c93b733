"""Annexes to test with, and ways to look into a workbook."""

import io
import zipfile

import openpyxl

from tests.report.builders import make_indicator_fact, make_report
from tests.report.report_cases import (
    make_blank_fact,
    make_sum_fact,
    make_yearly_fact,
)


def opened(file: bytes, *, results: bool = False):
    return openpyxl.load_workbook(io.BytesIO(file), data_only=results)


def formulas(file: bytes) -> list[tuple[str, str]]:
    """Return sheet and address of each cell with a formula."""
    return [
        (sheet.title, cell.coordinate)
        for sheet in opened(file)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def rows_of(file: bytes, name: str, *, results: bool = True) -> list[dict[str, object]]:
    """Return the lines of a sheet by the titles of its columns."""
    head, *lines = list(opened(file, results=results)[name].iter_rows(min_row=3, values_only=True))
    return [dict(zip(head, line, strict=True)) for line in lines]


def parts(file: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def make_checked_report():
    """Return a report whose stated numbers follow from its observations by the plain rules."""
    stock = make_indicator_fact(
        progress=0.5, time_share=0.6, gap=0.5 - 0.6, required_pace=4.0, catch_up_ratio=4.0 / 3.0
    )
    total = make_sum_fact(
        0.5, 1.0, progress=0.3, time_share=0.4, gap=0.3 - 0.4, required_pace=3.5 / 3, number=4
    )
    return make_report(stock, total, make_yearly_fact(3.72, 3.51), make_blank_fact())
