"""A target for the sum of all years: what each year added, and how far the sum has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Figure
from evaluation_lib.report.charts.cumulative_words import (
    added_years,
    cumulative_alt,
    cumulative_table,
    cumulative_title,
    running_totals,
)
from evaluation_lib.report.charts.placing import LABEL_STEP_MM, spread
from evaluation_lib.report.charts.points import YearPoint, path_points
from evaluation_lib.report.charts.scale import Scale, round_ticks
from evaluation_lib.report.charts.theme import (
    AXIS,
    FULL_WIDTH,
    PATH_DASH,
    PATH_WEIGHT,
    UNKNOWN_DASH,
    VALUE,
    axis_width,
    draw_value_axis,
    draw_year_axis,
    new_sheet,
)
from evaluation_lib.report.model import ForecastYear, IndicatorFact, Report
from evaluation_lib.report.style import (
    BAND_EDGE,
    BANDS,
    MUTED,
    OBSERVED,
    OBSERVED_LIGHT,
    SECONDARY,
    TARGET,
)
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import (
    source_note,
    target_text,
    value_text,
)

if TYPE_CHECKING:
    from evaluation_lib.report.charts.plot import Plot
    from evaluation_lib.report.charts.sheet import Sheet

HEIGHT = 52.0
_TOP, _BOTTOM = 5.0, 45.0
_LABELS = 36.0


def cumulative(report: Report, fact: IndicatorFact) -> Figure | None:
    """Return the chart of a target for the sum of all years, or None without a year of the plan.

    Args:
        report: Report the chart belongs to.
        fact: Indicator of kind `cumulative`.
    """
    added = added_years(report, fact)
    if not added:
        return None
    language = report.language
    title = cumulative_title(report, fact, added)
    spoken = words(language)
    return Figure(
        key=f"cumulative-{fact.id}",
        title=title,
        subtitle=spoken.say("cumulative.subtitle", name=fact.name, unit=fact.unit),
        svg=_draw(report, fact, added),
        alt=cumulative_alt(report, fact, added, title),
        note=source_note(report, fact),
        table=cumulative_table(report, fact, added),
    )


def _draw(report: Report, fact: IndicatorFact, added: tuple[YearPoint, ...]) -> str:
    language = report.language
    rows = running_totals(report, added)
    ahead = [one for one in (fact.forecast.path if fact.forecast else ()) if one.year > rows[-1][0]]
    tops = [rows[-1][2]] + [end for one in ahead for end in one.intervals.get("95", ())]
    if fact.target:
        tops.append(fact.target.value)
    ticks = round_ticks(min(0.0, *(row[2] for row in rows)), max(tops))
    left = axis_width(ticks, language=language) + 2.0
    right = FULL_WIDTH - _LABELS
    years = list(range(report.plan.start, report.plan.end + 1))
    step = (right - left) / len(years)
    x = Scale(years[0], years[0] + 1, left + step / 2, left + step * 1.5)
    y = Scale(ticks[0], ticks[-1], _BOTTOM, _TOP)
    width = min(12.0, step * 0.5)
    with new_sheet(report, width=FULL_WIDTH, height=HEIGHT) as sheet:
        plot = sheet.plot(x, y, left=left, right=right)
        draw_value_axis(plot, ticks, language=language)
        _draw_forecasts(plot, ahead, width / step)
        _draw_path(plot, fact, x.value_at(left))
        _draw_columns(plot, rows, y, width / step)
        draw_year_axis(sheet, years, x, y=_BOTTOM + 4)
        _label_columns(sheet, fact, rows, x, y, width, language)
        for year in set(range(years[0], rows[-1][0])) - {row[0] for row in rows}:
            _draw_missing(sheet, x(year), width, language)
        _label_right(sheet, fact, ahead, y, right, language)
        return sheet.svg()


def _draw_path(plot: Plot, fact: IndicatorFact, first: float) -> None:
    """Draw the way to the target, from the left end of the axes where it begins before them."""
    path = [(float(year), value) for year, value in path_points(fact) if year >= first - 1]
    if len(path) < 2:
        return
    (before, low), (after, high) = path[:2]
    if before < first:
        path[0] = (first, low + (high - low) * (first - before) / (after - before))
    years, values = zip(*path, strict=True)
    plot.dashed(years, values, colour=TARGET, weight=PATH_WEIGHT, dash=PATH_DASH)


def _draw_columns(
    plot: Plot, rows: list[tuple[int, float, float, bool]], y: Scale, width: float
) -> None:
    """Draw what each year added, on top of the sum of the years before."""
    before = [(year, total - value) for year, value, total, _ in rows]
    before = [(year, height) for year, height in before if abs(height) > 1e-12]
    plot.bars(
        [year for year, _ in before],
        [height for _, height in before],
        colours=[OBSERVED_LIGHT] * len(before),
        width=width,
    )
    least = abs(y.value_at(0.3) - y.value_at(0.0))
    lower = [min(total, total - value) for _, value, total, _ in rows]
    plot.boxes(
        [year for year, *_ in rows],
        lower,
        [low + max(abs(row[1]), least) for low, row in zip(lower, rows, strict=True)],
        width=width,
        fill=OBSERVED,
        edge="none",
    )


def _label_columns(
    sheet: Sheet,
    fact: IndicatorFact,
    rows: list[tuple[int, float, float, bool]],
    x: Scale,
    y: Scale,
    width: float,
    language: str,
) -> None:
    for year, value, total, bound in rows:
        left, top = x(year) - width / 2, min(y(total), y(total - value))
        written = value_text(total, fact, language)
        if bound:
            # An open top: the sum is at least this much.
            tip = [(left, top - 0.6), (x(year), top - 2.2), (left + width, top - 0.6)]
            sheet.line(tip, colour=OBSERVED, weight=1.0)
            written, top = f"≥{written}", top - 1.8
        sheet.text(
            x(year),
            top - 2.2,
            written,
            size=VALUE,
            colour=OBSERVED,
            align="center",
            strong=True,
            halo=True,
        )


def _draw_missing(sheet: Sheet, middle: float, width: float, language: str) -> None:
    left, top = middle - width / 2, _BOTTOM - 6
    sheet.box(left, top, width, 6, edge=MUTED, weight=0.6, dash=UNKNOWN_DASH)
    text = words(language)["yearly.missing"]
    sheet.text(middle, top - 2.2, text, size=AXIS, colour=MUTED, align="center")


def _draw_forecasts(plot: Plot, ahead: list[ForecastYear], width: float) -> None:
    for level, share in (("95", 0.55), ("80", 0.8)):
        known = [one for one in ahead if level in one.intervals]
        plot.boxes(
            [one.year for one in known],
            [one.intervals[level][0] for one in known],
            [one.intervals[level][1] for one in known],
            width=width * share,
            fill=BANDS[level],
            edge=BAND_EDGE,
        )
    years, medians = [one.year for one in ahead], [one.median for one in ahead]
    plot.levels(years, medians, width=width, colour=OBSERVED, weight=1.6)


def _label_right(
    sheet: Sheet,
    fact: IndicatorFact,
    ahead: list[ForecastYear],
    y: Scale,
    right: float,
    language: str,
) -> None:
    spoken = words(language)
    labels: list[tuple[float, str, str, bool]] = []
    if fact.target:
        height = y(fact.target.value)
        sheet.line([(right - 22, height), (right, height)], colour=TARGET, weight=1.1)
        text = spoken.say("trajectory.target", value=target_text(fact, language))
        labels.append((height, text, TARGET, True))
    if ahead:
        last = ahead[-1]
        text = spoken.say("trajectory.median", value=value_text(last.median, fact, language))
        labels.append((y(last.median), text, OBSERVED, True))
        for level in ("80", "95"):
            for key, end in zip(
                ("trajectory.lower", "trajectory.upper"),
                last.intervals.get(level, ()),
                strict=False,
            ):
                text = spoken.say(key, level=level, value=value_text(end, fact, language))
                labels.append((y(end), text, SECONDARY, False))
    labels.sort(key=lambda one: one[0])
    placed = spread(
        [one[0] for one in labels], step=LABEL_STEP_MM + 0.2, low=2.0, high=HEIGHT - 2.0
    )
    for (_, text, colour, strong), height in zip(labels, placed, strict=True):
        sheet.text(right + 1.2, height, text, size=AXIS, colour=colour, strong=strong)
