"""The annex of a report as a workbook without macro, script or link to anything outside."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import xlsxwriter

from evaluation_lib.publish.excel.cells import Sheet
from evaluation_lib.publish.excel.findings import finding_sheet, source_sheet
from evaluation_lib.publish.excel.forecasts import forecast_sheet
from evaluation_lib.publish.excel.formats import Formats
from evaluation_lib.publish.excel.front import write_front
from evaluation_lib.publish.excel.indicators import indicator_sheet
from evaluation_lib.publish.excel.ledgers import commitment_sheet, task_sheet
from evaluation_lib.publish.excel.methods import comparison_sheet, setting_sheet
from evaluation_lib.publish.excel.series import series_sheet
from evaluation_lib.publish.excel.writing import write_sheet
from evaluation_lib.report import page_words
from evaluation_lib.report.model import Report
from evaluation_lib.report.wording.annex import annex

if TYPE_CHECKING:
    from nbformat import NotebookNode

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def export_xlsx(notebook: NotebookNode) -> bytes:
    """Return the annex to an executed notebook.

    Raises:
        PublishError: The notebook failed or carries no report.
    """
    # Whoever has a report already needs no notebook library.
    from evaluation_lib.publish.document import read_document

    return render_xlsx(read_document(notebook).report)


def render_xlsx(report: Report) -> bytes:
    """Return the annex to `report`, dated by the day up to which it knows."""
    said = annex(report.language)
    sheets = annex_sheets(report)
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, _OPTIONS)
    day = date.fromisoformat(report.as_of)
    book.set_properties(
        {
            "title": report.title,
            "subject": said("front.title"),
            "created": datetime(day.year, day.month, day.day, tzinfo=UTC),
        }
    )
    badge = page_words.DEMONSTRATION_BADGE.into(report.language) if report.demonstration else ""
    running = _running_words(report)
    formats = Formats(book, report.language)
    front = book.add_worksheet(said("front.tab"))
    write_front(front, report, sheets, formats, running)
    for sheet in sheets:
        place = book.add_worksheet(sheet.name)
        write_sheet(place, sheet, formats, badge=badge, running=running)
    book.close()
    return packed.getvalue()


def annex_sheets(report: Report) -> tuple[Sheet, ...]:
    """Return the sheets in order, those without a line left out; that of the indicators first."""
    series, places = series_sheet(report)
    found = (
        indicator_sheet(report, series, places),
        series,
        forecast_sheet(report),
        task_sheet(report),
        commitment_sheet(report),
        finding_sheet(report),
        source_sheet(report, series),
        comparison_sheet(report),
        setting_sheet(report),
    )
    return tuple(one for one in found if one.lines or one is series)


def _running_words(report: Report) -> tuple[str, str]:
    """Return what stands at the head and at the foot of each printed page."""
    language = report.language
    facts = (
        (page_words.AS_OF, report.as_of),
        (page_words.DATA_VERSION, report.data_version),
        (page_words.PLAN_VERSION, report.plan.version),
    )
    gap = "　" if language == "zh" else " · "
    foot = [f"{label.into(language)} {value}" for label, value in facts]
    if report.demonstration:
        foot.append(page_words.DEMONSTRATION_FOOTER.into(language))
    return report.title, gap.join(foot)
