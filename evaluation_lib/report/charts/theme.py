"""Sizes that all charts share, and the frame of a chart with a time axis."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation_lib.report import numbers
from evaluation_lib.report.charts.scale import Scale, tick_decimals
from evaluation_lib.report.charts.sheet import Sheet, width_of
from evaluation_lib.report.model import Report
from evaluation_lib.report.style import HAIRLINE, SECONDARY, SIZES, TEXT_WIDTH_MM
from evaluation_lib.report.wording import words

FULL_WIDTH = TEXT_WIDTH_MM
NARROW_WIDTH = 56.0  # the smaller of two blocks side by side, mm

VALUE = SIZES["value_label"]
AXIS = SIZES["note"]
GRID_WEIGHT = 0.4
MAIN_WEIGHT = 2.2
PATH_WEIGHT = 1.1
PATH_DASH = "2 1.1"
UNKNOWN_DASH = "0.9 0.7"  # not known or not yet


def new_sheet(report: Report, *, width: float, height: float) -> Sheet:
    """Return an empty sheet, marked where its data are for demonstration."""
    sheet = Sheet(width, height)
    if report.demonstration:
        sheet.watermark(words(report.language)["demonstration"])
    return sheet


def draw_value_axis(
    sheet: Sheet,
    scale: Scale,
    ticks: tuple[float, ...],
    *,
    left: float,
    right: float,
    language: str,
    signed: bool = False,
) -> None:
    """Draw grid lines from `left` to `right` (mm) with their values at the left."""
    decimals = tick_decimals(ticks)
    write = numbers.signed if signed else numbers.decimal
    for tick in ticks:
        y = scale(tick)
        sheet.line([(left, y), (right, y)], colour=HAIRLINE, weight=GRID_WEIGHT)
        sheet.text(
            left - 1.6,
            y,
            write(tick, decimals, language=language),
            size=AXIS,
            colour=SECONDARY,
            align="right",
        )


def draw_year_axis(sheet: Sheet, years: Iterable[int], scale: Scale, *, y: float) -> None:
    """Write `years` below the chart, only every second, fifth … where they would touch."""
    shown = list(years)
    room = abs(scale(shown[-1]) - scale(shown[0])) / max(1, len(shown) - 1) if shown else 0.0
    every = next((step for step in (1, 2, 3, 5, 10, 20) if room * step >= 8.5), 20)
    for year in shown:
        if (shown[-1] - year) % every == 0:
            sheet.text(scale(year), y, str(year), size=AXIS, colour=SECONDARY, align="center")


def axis_width(ticks: tuple[float, ...], *, language: str) -> float:
    """Return the room the values of an axis need at the left, mm."""
    decimals = tick_decimals(ticks)
    written = (numbers.decimal(tick, decimals, language=language) for tick in ticks)
    return max(width_of(one, AXIS) for one in written) + 2.6
