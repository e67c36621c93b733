"""A clean form to fill in, which comes back without a query."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from evaluation_lib.language import Language, Text
from evaluation_lib.observations.forms.saving import put_text, save_workbook
from evaluation_lib.observations.period import parse_period
from evaluation_lib.plan.model import Indicator, Plan
from evaluation_lib.report.style import ACCENT, BINDING, INK

_QUARTERS = "一二三四"
_WIDTHS = (6, 44, 14, 18, 18, 34)
_FIRST_ROW = 5
_EVIDENCE = ("统计公报", "台账", "证书或批文", "系统导出", "无附件")
_GUIDE = (
    "只填白色单元格；其余已锁定。",
    "数值只填数字，单位已列明，不必再写“万”“亿”。百分比单元格已设为百分比格式，填 3.42 即 3.42%。",
    "没有数据时请勿填 0：不适用填“/”，尚无数据填“暂无”，由上级发布填“由省局统一发布”。",
    "填报日期写全年月日，如 2024-02-26。",
)
_GUIDE_EN = (
    "Fill in the white cells only; the others are locked.",
    "Write numbers alone, in the unit shown. Percentages: 3.42 becomes 3.42%.",
    "Never write 0 for a missing value: “/” is not applicable, “暂无” is not yet known, "
    "“由省局统一发布” is published elsewhere.",
    "Write the full date, such as 2024-02-26.",
)


def write_template(
    plan: Plan,
    path: Path,
    *,
    jurisdiction: str,
    periods: Sequence[str],
    sender: str = "",
    indicators: Sequence[Indicator] | None = None,
    language: Language = Language.ZH,
) -> None:
    """Write a form for one place to `path`.

    Args:
        plan: Gives names, units and bounds.
        path: Workbook to write.
        jurisdiction: Code of the place whose values are asked for.
        periods: As the observation table writes them, such as `2023` or `2023-01/2023-09`.
        sender: 填报单位; the name of the place if blank.
        indicators: Those asked for; all of the plan if None.
        language: Language of the guide; the form itself is Chinese, as its readers are.

    Raises:
        KeyError: The plan does not name the jurisdiction.
        ValueError: A period is not readable.
    """
    place = plan.place(jurisdiction)
    headers = [period_header(period) for period in periods]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "填报表"
    _write_head(sheet, plan, place.name, sender or place.name, headers)
    chosen = plan.indicators if indicators is None else indicators
    for row, indicator in enumerate(chosen, start=_FIRST_ROW):
        _write_indicator(sheet, row, indicator, len(periods))
    _arrange(sheet, len(chosen), len(periods))
    guide = book.create_sheet(Text("填写说明", "Guide").into(language))
    for row, line in enumerate(_GUIDE if language is Language.ZH else _GUIDE_EN, start=1):
        put_text(guide.cell(row, 1), line)
    guide.column_dimensions["A"].width = 100
    save_workbook(book, path)


def period_header(period: str) -> str:
    """Return `period` as a Chinese header, such as 2023年1-9月 for `2023-01/2023-09`.

    Raises:
        ValueError: The period is not readable, or a header has no short form for it.
    """
    span = parse_period(period)
    year = f"{span.start.year}年"
    if span.is_annual:
        return year
    if "/" in period:
        if span.start.year != span.end.year:
            raise ValueError(f"period {period!r} crosses years; a form asks for one year at a time")
        return f"{year}{span.start.month}-{span.end.month}月"
    if "-H" in period:
        return year + ("上半年" if period.endswith("1") else "下半年当期")
    if "-Q" in period:
        return f"{year}{_QUARTERS[int(period[-1]) - 1]}季度当期"
    if span.months == 1:
        return f"{year}{span.start.month}月"
    raise ValueError(f"period {period!r} is a single day; a form asks for months and longer")


def _write_head(
    sheet: Worksheet, plan: Plan, place: str, sender: str, headers: Sequence[str]
) -> None:
    put_text(sheet["A1"], f"{place}{plan.short_title}主要指标填报表（{headers[-1]}）")
    sheet["A1"].font = Font(bold=True, size=14)
    put_text(sheet["A2"], f"填报单位（盖章）：{sender}")
    put_text(sheet["A3"], "填报日期：")
    _open_for_entry(sheet["C3"])
    sheet["C3"].number_format = "yyyy-mm-dd"
    titles = ("序号", "指标", "计量单位", *headers, "佐证材料", "备注")
    for column, title in enumerate(titles, start=1):
        cell = sheet.cell(_FIRST_ROW - 1, column)
        put_text(cell, title)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=ACCENT[1:])
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _write_indicator(sheet: Worksheet, row: int, indicator: Indicator, periods: int) -> None:
    sheet.cell(row, 1, indicator.number)
    put_text(sheet.cell(row, 2), indicator.name)
    put_text(sheet.cell(row, 3), indicator.unit)
    if indicator.is_binding:
        for column in (1, 2, 3):
            sheet.cell(row, column).fill = PatternFill("solid", fgColor=BINDING[1:])
    for column in range(4, 6 + periods):
        _open_for_entry(sheet.cell(row, column))
    for column in range(4, 4 + periods):
        cell = sheet.cell(row, column)
        if indicator.unit == "%":
            cell.number_format = "0.00%"
        _bound(sheet, cell, indicator)


def _open_for_entry(cell: Cell) -> None:
    edge = Side(style="thin", color=INK[1:])
    cell.border = Border(edge, edge, edge, edge)
    cell.protection = Protection(locked=False)


def _bound(sheet: Worksheet, cell: Cell, indicator: Indicator) -> None:
    """Warn about numbers that are impossible; words for missing values pass on confirmation."""
    scale = 100 if indicator.unit == "%" else 1
    low = 0 if indicator.lower is None else indicator.lower / scale
    high = 1e12 if indicator.upper is None else indicator.upper / scale
    rule = DataValidation(
        type="decimal", operator="between", formula1=f"{low:g}", formula2=f"{high:g}"
    )
    rule.errorStyle = "warning"
    rule.promptTitle, rule.prompt = indicator.short_name, f"单位：{indicator.unit}"
    rule.errorTitle, rule.error = "请核对", "不是可能的数值；没有数据时填“/”或“暂无”。"
    rule.showInputMessage = rule.showErrorMessage = True
    rule.add(cell)
    sheet.add_data_validation(rule)


def _arrange(sheet: Worksheet, indicators: int, periods: int) -> None:
    choices = DataValidation(type="list", formula1=f'"{",".join(_EVIDENCE)}"', allow_blank=True)
    letter = sheet.cell(1, 4 + periods).column_letter
    choices.add(f"{letter}{_FIRST_ROW}:{letter}{_FIRST_ROW + indicators - 1}")
    sheet.add_data_validation(choices)
    widths = (*_WIDTHS[:3], *([_WIDTHS[3]] * periods), *_WIDTHS[4:])
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width
    sheet.freeze_panes = f"D{_FIRST_ROW}"
    sheet.protection.sheet = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
