"""The way of a stock or a rate to its target: observed, planned and forecast."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Figure
from evaluation_lib.report.charts.placing import Rect, Room
from evaluation_lib.report.charts.points import (
    YearPoint,
    observed_points,
    path_points,
    unbroken_runs,
)
from evaluation_lib.report.charts.scale import Scale, round_ticks
from evaluation_lib.report.charts.theme import (
    FULL_WIDTH,
    MAIN_WEIGHT,
    PATH_DASH,
    PATH_WEIGHT,
    axis_width,
    draw_value_axis,
    draw_year_axis,
    new_sheet,
)
from evaluation_lib.report.charts.trajectory_labels import (
    Frame,
    label_ends,
    label_lines,
    label_values,
    place_text,
)
from evaluation_lib.report.charts.trajectory_words import (
    trajectory_alt,
    trajectory_note,
    trajectory_subtitle,
    trajectory_table,
    trajectory_title,
)
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.style import BAND_EDGE, BANDS, OBSERVED, PAPER, TARGET, verdict_style
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import value_text

if TYPE_CHECKING:
    from evaluation_lib.report.charts.plot import Plot

HEIGHT = 43.5
_TOP, _BOTTOM = 3.0, 37.0
_LABELS = 40.0  # room for the labels at the right, mm
_LEVELS = ("95", "80", "50")


def trajectory(report: Report, fact: IndicatorFact) -> Figure | None:
    """Return the chart of a stock or a rate, or None where not a single value is known.

    Args:
        report: Report the chart belongs to; gives language, date and mark of demonstration.
        fact: Indicator of kind `stock` or `rate`, with or without target and forecast.
    """
    points = observed_points(fact)
    if not points or (len(points) == 1 and fact.target is None):
        return None
    ticks = _value_ticks(fact, points)
    starts_at_zero = ticks[0] <= 0 <= ticks[-1]
    title = trajectory_title(fact, report.language)
    alt = trajectory_alt(fact, points, title, report.language)
    return Figure(
        key=f"trajectory-{fact.id}",
        title=title,
        subtitle=trajectory_subtitle(fact, starts_at_zero=starts_at_zero, language=report.language),
        svg=_draw(report, fact, points, ticks),
        alt=alt,
        note=trajectory_note(report, fact),
        table=trajectory_table(fact, points, report.language),
    )


def _value_ticks(fact: IndicatorFact, points: tuple[YearPoint, ...]) -> tuple[float, ...]:
    values = [point.value for point in points] + [value for _, value in path_points(fact)]
    if fact.target:
        values.append(fact.target.value)
    if fact.forecast:
        for year in fact.forecast.path:
            values += [end for interval in year.intervals.values() for end in interval]
            values.append(year.median)
    low, high = min(values), max(values)
    # A line near zero is read from zero; a line far from it would be flattened.
    if 0 < low < 0.35 * high:
        low = 0.0
    return round_ticks(low, high)


def _draw(
    report: Report, fact: IndicatorFact, points: tuple[YearPoint, ...], ticks: tuple[float, ...]
) -> str:
    language = report.language
    years = [point.year for point in points] + [year for year, _ in path_points(fact)]
    last = max([*years, fact.target.year if fact.target else 0])
    if fact.forecast and fact.forecast.path:
        last = max(last, fact.forecast.path[-1].year)
    left = axis_width(ticks, language=language) + 2.0
    right = FULL_WIDTH - (_LABELS if fact.target or fact.forecast else 12.0)
    x = Scale(min(years), max(last, min(years) + 1), left + 3, right)
    y = Scale(ticks[0], ticks[-1], _BOTTOM, _TOP)
    room = Room(Rect(left + 0.5, 0.4, right - 1.0, _BOTTOM - 0.6))
    with new_sheet(report, width=FULL_WIDTH, height=HEIGHT) as sheet:
        plot = sheet.plot(x, y, left=left, right=right)
        draw_value_axis(plot, ticks, language=language)
        _draw_fan(plot, fact, points)
        _draw_path(plot, fact)
        _draw_observed(plot, fact, points)
        frame = Frame(sheet, x, y, language)
        _take_lines(frame, fact, points, room)
        draw_year_axis(sheet, range(min(years), last + 1), x, y=_BOTTOM + 4.2)
        _draw_gap(frame, fact, points, room)
        label_values(frame, fact, points, room)
        label_lines(frame, fact, points, room)
        label_ends(frame, fact, last)
        return sheet.svg()


def _draw_fan(plot: Plot, fact: IndicatorFact, points: tuple[YearPoint, ...]) -> None:
    if not fact.forecast or not fact.forecast.path:
        return
    start = points[-1]
    path = [one for one in fact.forecast.path if one.year > start.year]
    for level in _LEVELS:
        known = [one for one in path if level in one.intervals]
        if not known:
            continue
        plot.band(
            [start.year, *(one.year for one in known)],
            [start.value, *(one.intervals[level][0] for one in known)],
            [start.value, *(one.intervals[level][1] for one in known)],
            fill=BANDS[level],
            edge=BAND_EDGE,
        )
    plot.dashed(
        [start.year, *(one.year for one in path)],
        [start.value, *(one.median for one in path)],
        colour=OBSERVED,
        weight=1.8,
        dash="0.7 0.7",
    )


def _draw_path(plot: Plot, fact: IndicatorFact) -> None:
    path = path_points(fact)
    if len(path) > 1:
        years, values = zip(*path, strict=True)
        plot.dashed(years, values, colour=TARGET, weight=PATH_WEIGHT, dash=PATH_DASH)
    if fact.target:
        plot.points([fact.target.year], [fact.target.value], fill=TARGET, width=2.6, marker="s")


def _draw_observed(plot: Plot, fact: IndicatorFact, points: tuple[YearPoint, ...]) -> None:
    plot.line(
        [one.year for one in points],
        [one.value for one in points],
        colour=OBSERVED,
        weight=MAIN_WEIGHT,
        runs=[number for number, run in enumerate(unbroken_runs(points)) for _ in run],
        points=2.3,
    )
    # A value from the plan's own table, not from a return, is hollow.
    returned = {one.year for one in fact.observations}
    planned = [one for one in points if one.year not in returned]
    plot.points(
        [one.year for one in planned],
        [one.value for one in planned],
        fill=PAPER,
        edge=OBSERVED,
        width=1.9,
    )


def _take_lines(
    frame: Frame, fact: IndicatorFact, points: tuple[YearPoint, ...], room: Room
) -> None:
    """Keep labels off lines and points, and give lower bounds an open top."""
    lines = [[(frame.x(year), frame.y(value)) for year, value in path_points(fact)]]
    lines += [[(frame.x(p.year), frame.y(p.value)) for p in run] for run in unbroken_runs(points)]
    for line in lines:
        for start, end in pairwise(line):
            room.take_line(start, end)
    for point in points:
        x, y = frame.x(point.year), frame.y(point.value)
        if point.comparator in (">", ">="):
            tip = [(x - 0.9, y - 1.7), (x, y - 2.6), (x + 0.9, y - 1.7)]
            frame.sheet.line(tip, colour=OBSERVED, weight=1.0)
        room.take(Rect(x - 1.1, y - 1.1, x + 1.1, y + 1.1))


def _draw_gap(frame: Frame, fact: IndicatorFact, points: tuple[YearPoint, ...], room: Room) -> None:
    last = points[-1]
    due = dict(path_points(fact)).get(last.year)
    if due is None or fact.latest is None or fact.latest.year != last.year:
        return
    if fact.target and last.year >= fact.target.year:
        return
    x, top, bottom = frame.x(last.year), frame.y(due), frame.y(last.value)
    if abs(last.value - due) < 0.5 * 10**-fact.decimals:
        return
    colour = verdict_style(fact.status).ink
    inner = bottom + (1.5 if top > bottom else -1.5)
    if abs(top - bottom) > 2.0:
        frame.sheet.line([(x, inner), (x, top)], colour=colour, weight=1.3)
        frame.sheet.line([(x - 1.1, top), (x + 1.1, top)], colour=colour, weight=1.3)
        room.take_line((x, inner), (x, top))
    text = words(frame.language).say(
        "trajectory.gap_less" if last.value < due else "trajectory.gap_more",
        year=last.year,
        due=value_text(due, fact, frame.language),
        gap=value_text(abs(last.value - due), fact, frame.language),
    )
    away = -1 if top < bottom else 1
    places = [
        (x - 1.0 - lean, top + away * step)
        for step in (2.6, 4.4, 6.4, 8.6, 11, 14, 18)
        for lean in (0.0, 8.0, 16.0, -18.0)
    ]
    places += [(x - 3.0, (top + bottom) / 2), (x - 3.0, top), (x - 3.0, bottom - away * 7)]
    place_text(frame, room, text, places, align="right", colour=colour, strong=True)
