"""说明: what the workbook is, what it may be used for, and where to find what."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from evaluation_lib.publish.excel.cells import Sheet, Words, quoted
from evaluation_lib.publish.excel.formats import Formats, shown
from evaluation_lib.publish.excel.writing import put, set_up_print
from evaluation_lib.report import page_words, style
from evaluation_lib.report.model import Report
from evaluation_lib.report.numbers import short_percent
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.annex import annex

_WIDTHS = (24, 26, 60)


def write_front(
    place: Worksheet,
    report: Report,
    sheets: Sequence[Sheet],
    formats: Formats,
    running: tuple[str, str],
) -> None:
    """Fill the first worksheet; `sheets` are those after it, that of the indicators first."""
    language = report.language
    said = annex(language)
    place.hide_gridlines(2)
    for column, width in enumerate(_WIDTHS):
        place.set_column(column, column, width)
    place.set_row(0, 30)
    place.set_row(1, 22)
    put(place, 0, 0, report.title, formats.title())
    put(place, 1, 0, said("front.title"), formats.of(font_size=12, valign="vcenter"))
    row = 3
    if report.demonstration:
        put(place, 2, 0, page_words.DEMONSTRATION_BADGE.into(language), formats.badge())
        warning = page_words.DEMONSTRATION_WARNING.into(language)
        put(place, 2, 1, warning, formats.note(tone=style.DEMONSTRATION))
    label, value = formats.of(font_color=style.SECONDARY, indent=1), formats.of(indent=1)
    for name, text in _facts(report):
        put(place, row, 0, name, label)
        put(place, row, 1, text, value)
        row += 1
    row = _write_counts(place, report, sheets[0], formats, row + 1)
    row = _write_contents(place, report, sheets, formats, row + 1)
    put(place, row + 1, 0, said("front.reading"), formats.of(bold=True))
    for offset, key in enumerate(("front.formulas", "front.bounds", "front.text", "front.marks")):
        put(place, row + 2 + offset, 0, said(key), value)
    set_up_print(place, running, pages=1)


def _facts(report: Report) -> list[tuple[str, str]]:
    said = annex(report.language)
    return [
        (said("as_of"), report.as_of),
        (said("evaluation_year"), str(report.evaluation_year)),
        (said("due"), short_percent(report.time_share, language=report.language)),
        (said("plan"), report.plan.title),
        (said("plan_version"), report.plan.version),
        (said("data_version"), report.data_version),
        (said("method_version"), report.method_version),
        (said("jurisdiction"), f"{report.jurisdiction_name} {report.jurisdiction}"),
    ]


def _write_counts(
    place: Worksheet, report: Report, indicators: Sheet, formats: Formats, row: int
) -> int:
    """Write how many indicators have each verdict, counted by the workbook itself."""
    said, spoken = annex(report.language), words(report.language)
    put(place, row, 0, said("verdict"), formats.head(right=False))
    put(place, row, 1, said("count"), formats.head(right=True))
    column = indicators.whole("verdict")
    for verdict in style.VERDICTS:
        if verdict not in report.counts.by_verdict:
            continue
        row += 1
        cell = Words(spoken.verdict(verdict), mark=verdict)
        put(place, row, 0, shown(cell), formats.cell(cell, tint=False, right=False))
        counted = report.counts.by_verdict[verdict]
        formula = f"=COUNTIF({column},A{row + 1})"
        place.write_formula(row, 1, formula, formats.of(align="right"), counted)
    return row + 1


def _write_contents(
    place: Worksheet, report: Report, sheets: Sequence[Sheet], formats: Formats, row: int
) -> int:
    """Write the names of the other sheets, each a link."""
    said = annex(report.language)
    for column, key in enumerate(("front.sheet", "front.lines", "front.holds")):
        put(place, row, column, said(key), formats.head(right=column == 1))
    for sheet in sheets:
        row += 1
        link = formats.of(font_color=style.ACCENT, underline=1, indent=1)
        place.write_url(row, 0, f"internal:{quoted(sheet.name)}!A1", link, sheet.name)
        place.write_number(row, 1, len(sheet.lines), formats.of(align="right"))
        put(place, row, 2, sheet.title, formats.of(indent=1))
    return row + 1
