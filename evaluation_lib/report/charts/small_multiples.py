"""One indicator in every division: a small panel each, on one scale, all others grey behind."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Figure
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.points import YearPoint, unbroken_runs
from evaluation_lib.report.charts.scale import Scale, round_ticks, tick_decimals
from evaluation_lib.report.charts.small_multiples_words import (
    multiples_alt,
    multiples_subtitle,
    multiples_table,
    multiples_title,
    value_of,
)
from evaluation_lib.report.charts.theme import (
    AXIS,
    FULL_WIDTH,
    GRID_WEIGHT,
    PATH_DASH,
    UNKNOWN_DASH,
    axis_width,
    new_sheet,
)
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.model_divisions import DividedFact, DivisionFact
from evaluation_lib.report.numbers import decimal
from evaluation_lib.report.style import HAIRLINE, INK, MUTED, OBSERVED, PAPER, SECONDARY, TARGET
from evaluation_lib.report.wording.divisions import divided
from evaluation_lib.report.wording.phrases import source_note

if TYPE_CHECKING:
    from evaluation_lib.report.charts.sheet import Sheet

_GUTTER = 4.0
_HEAD = 4.2  # one line of words above a panel
_FOOT = 5.2  # years below the last panel of a column
_GAP = 3.0
_OTHERS = "#B4BDC8"  # the other divisions: darker than the grid, lighter than any label


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the panels stand, mm."""

    columns: int
    left: float
    width: float
    height: float
    head: float

    def corner(self, place: int) -> tuple[float, float]:
        """Return the upper left corner of the drawing area of a panel."""
        row, column = divmod(place, self.columns)
        x = self.left + column * (self.width + _GUTTER)
        return x, self.head + row * (self.head + self.height + _GAP)


def small_multiples(report: Report, fact: IndicatorFact, found: DividedFact) -> Figure | None:
    """Return the chart of one indicator by division; None where no division has two values.

    Args:
        report: Gives language, date and mark of demonstration.
        fact: The indicator.
        found: Its values in every division; up to 25 panels stay readable.
    """
    if all(len(one.values) < 2 for one in found.divisions):
        return None
    title = multiples_title(fact, found, report.language)
    ticks = _ticks(found)
    return Figure(
        key=f"divisions-{fact.id}",
        title=title,
        subtitle=multiples_subtitle(fact, found, report.language, from_zero=ticks[0] <= 0),
        svg=_draw(report, fact, found, ticks),
        alt=multiples_alt(fact, found, title, report.language),
        note=source_note(report),
        table=multiples_table(fact, found, report.language),
    )


def _ticks(found: DividedFact) -> tuple[float, ...]:
    values = [one.value for division in found.divisions for one in division.values]
    values += [one.value for one in found.whole] if not found.is_summed else []
    for division in found.divisions:
        values += [division.target.value] if division.target else []
    low, high = min(values), max(values)
    # What adds up is a count, and counts are compared from zero.
    if found.is_summed or 0 < low < 0.35 * high:
        low = min(low, 0.0)
    return round_ticks(low, high, count=3)


def _draw(report: Report, fact: IndicatorFact, found: DividedFact, ticks: tuple[float, ...]) -> str:
    count, language = len(found.divisions), report.language
    columns = 3 if count <= 9 else 4 if count <= 16 else 5
    left = axis_width(ticks, language=language) + 1.5
    width = (FULL_WIDTH - left - _GUTTER * (columns - 1)) / columns
    lines = max(_head_lines(fact, found, one, width, language) for one in found.divisions)
    grid = _Grid(columns, left, width, 23.0 if columns == 3 else 16.0, _HEAD * lines)
    rows = ceil(count / columns)
    years = [one.year for division in found.divisions for one in division.values]
    ends = [one.target.year for one in found.divisions if one.target]
    first, last = min(years), max([*years, *ends])
    height = rows * (grid.head + grid.height + _GAP) - _GAP + _FOOT
    with new_sheet(report, width=FULL_WIDTH, height=height) as sheet:
        for place, division in enumerate(found.divisions):
            x0, y0 = grid.corner(place)
            x = Scale(first, max(last, first + 1), x0 + 1.5, x0 + width - 1.5)
            y = Scale(ticks[0], ticks[-1], y0 + grid.height, y0)
            _draw_frame(sheet, y, ticks, x0, width, language, labelled=place % columns == 0)
            _draw_lines(sheet, found, division, x, y)
            _write_head(sheet, fact, found, division, (x0, y0 - grid.head), width, language)
            if place + columns >= count:
                _write_years(sheet, x, y0 + grid.height + 3.4, first, last)
        return sheet.svg()


def _draw_frame(
    sheet: Sheet,
    y: Scale,
    ticks: tuple[float, ...],
    left: float,
    width: float,
    language: str,
    *,
    labelled: bool,
) -> None:
    decimals = tick_decimals(ticks)
    for tick in ticks:
        ends = [(left, y(tick)), (left + width, y(tick))]
        sheet.line(ends, colour=HAIRLINE, weight=GRID_WEIGHT)
        if labelled:
            text = decimal(tick, decimals, language=language)
            place = left - 1.4, y(tick)
            sheet.text(*place, text, size=AXIS, colour=SECONDARY, align="right")


def _draw_lines(sheet: Sheet, found: DividedFact, own: DivisionFact, x: Scale, y: Scale) -> None:
    for other in found.divisions:
        if other is not own:
            for run in _runs(other):
                _through(sheet, run, x, y, colour=_OTHERS, weight=0.6)
    if not found.is_summed:
        whole = tuple(YearPoint(one.year, one.value) for one in found.whole)
        inside = tuple(one for one in whole if one.year >= x.low)
        for run in unbroken_runs(inside):
            _through(sheet, run, x, y, colour=SECONDARY, weight=0.9, dash=PATH_DASH)
    if own.target is not None:
        _draw_target(sheet, own, x, y)
    for run in _runs(own):
        _through(sheet, run, x, y, colour=OBSERVED, weight=1.8)
    for one in own.values:
        hollow = one.comparator not in ("=", "~")
        fill, edge = (PAPER, OBSERVED) if hollow else (OBSERVED, PAPER)
        sheet.dot(x(one.year), y(one.value), 0.85, fill=fill, edge=edge, weight=0.8)


def _draw_target(sheet: Sheet, own: DivisionFact, x: Scale, y: Scale) -> None:
    if own.target is None:
        return
    end = (x(own.target.year), y(own.target.value))
    if own.baseline is not None:
        sheet.line([(x(x.low), y(own.baseline)), end], colour=TARGET, weight=0.9, dash=PATH_DASH)
    sheet.line([(end[0] - 1.4, end[1]), (end[0] + 1.4, end[1])], colour=TARGET, weight=1.6)


def _through(
    sheet: Sheet,
    run: list[YearPoint],
    x: Scale,
    y: Scale,
    *,
    colour: str,
    weight: float,
    dash: str = "",
) -> None:
    if len(run) > 1:
        points = [(x(one.year), y(one.value)) for one in run]
        sheet.line(points, colour=colour, weight=weight, dash=dash)


def _runs(division: DivisionFact) -> list[list[YearPoint]]:
    return unbroken_runs(tuple(YearPoint(one.year, one.value) for one in division.values))


def _head_lines(
    fact: IndicatorFact, found: DividedFact, one: DivisionFact, width: float, language: str
) -> int:
    """Return how many lines stand above the panels: a value that does not fit goes below."""
    value = value_of(fact, found, one, language)
    fits = width_of(one.jurisdiction_name, AXIS) + 2.0 + width_of(value, AXIS) <= width
    return 1 + (not fits) + (one.target is not None)


def _write_head(
    sheet: Sheet,
    fact: IndicatorFact,
    found: DividedFact,
    one: DivisionFact,
    corner: tuple[float, float],
    width: float,
    language: str,
) -> None:
    left, top = corner
    right, line = left + width, top + 1.5
    sheet.text(left, line, one.jurisdiction_name, size=AXIS, strong=True, colour=INK)
    value = value_of(fact, found, one, language)
    if width_of(one.jurisdiction_name, AXIS) + 2.0 + width_of(value, AXIS) > width:
        line += _HEAD
    colour = OBSERVED if one.values else MUTED
    sheet.text(right, line, value, size=AXIS, colour=colour, align="right", strong=bool(one.values))
    if one.target is not None:
        goal = divided(
            language,
            "figure.goal",
            value=decimal(one.target.value, fact.decimals, language=language),
        )
        sheet.text(right, line + _HEAD, goal, size=AXIS, colour=INK, align="right")
    if not one.values:
        # The box of what is not known lies over the grey lines of the others.
        sheet.line([(left, line + 2.2), (right, line + 2.2)], colour=MUTED, dash=UNKNOWN_DASH)


def _write_years(sheet: Sheet, x: Scale, y: float, first: int, last: int) -> None:
    sheet.text(x(first) - 1.5, y, str(first), size=AXIS, colour=SECONDARY)
    if last > first:
        sheet.text(x(last) + 1.5, y, str(last), size=AXIS, colour=SECONDARY, align="right")
