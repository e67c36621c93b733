"""A target for the sum of all years: what each year added, and how far the sum has come."""

from __future__ import annotations

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
from evaluation_lib.report.charts.sheet import Sheet
from evaluation_lib.report.charts.theme import (
    AXIS,
    FULL_WIDTH,
    PATH_DASH,
    PATH_WEIGHT,
    UNKNOWN_DASH,
    VALUE,
    axis_width,
    draw_value_axis,
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
        svg=_draw(report, fact, added).svg(),
        alt=cumulative_alt(report, fact, added, title),
        note=source_note(report, fact),
        table=cumulative_table(report, fact, added),
    )


def _draw(report: Report, fact: IndicatorFact, added: tuple[YearPoint, ...]) -> Sheet:
    language, spoken = report.language, words(report.language)
    sheet = new_sheet(report, width=FULL_WIDTH, height=HEIGHT)
    rows = running_totals(report, added)
    ahead = [one for one in (fact.forecast.path if fact.forecast else ()) if one.year > rows[-1][0]]
    tops = [rows[-1][2]] + [end for one in ahead for end in one.intervals.get("95", ())]
    if fact.target:
        tops.append(fact.target.value)
    ticks = round_ticks(min(0.0, *(row[2] for row in rows)), max(tops))
    left = axis_width(ticks, language=language) + 2.0
    right = FULL_WIDTH - _LABELS
    y = Scale(ticks[0], ticks[-1], _BOTTOM, _TOP)
    draw_value_axis(sheet, y, ticks, left=left, right=right, language=language)
    years = list(range(report.plan.start, report.plan.end + 1))
    step = (right - left) / len(years)
    x = Scale(years[0], years[0] + 1, left + step / 2, left + step * 1.5)
    for year in years:
        sheet.text(x(year), _BOTTOM + 4, str(year), size=AXIS, colour=SECONDARY, align="center")
    width = min(12.0, step * 0.5)
    for one in ahead:
        _draw_forecast(sheet, one, x(one.year), y, width)
    path = [(x(year), y(value)) for year, value in path_points(fact) if year >= years[0] - 1]
    if len(path) > 1:
        start = max(left, path[0][0])
        path[0] = (start, _between(path[0], path[1], start))
        sheet.line(path, colour=TARGET, weight=PATH_WEIGHT, dash=PATH_DASH)
    _draw_columns(sheet, fact, rows, x, y, width, language)
    missing = [year for year in years if year < rows[-1][0] and year not in {r[0] for r in rows}]
    for year in missing:
        sheet.box(
            x(year) - width / 2, _BOTTOM - 6, width, 6, edge=MUTED, weight=0.6, dash=UNKNOWN_DASH
        )
        text = spoken["yearly.missing"]
        sheet.text(x(year), _BOTTOM - 8.2, text, size=AXIS, colour=MUTED, align="center")
    _label_right(sheet, fact, ahead, y, right, language)
    return sheet


def _between(start: tuple[float, float], end: tuple[float, float], x: float) -> float:
    share = (x - start[0]) / (end[0] - start[0]) if end[0] != start[0] else 0.0
    return start[1] + (end[1] - start[1]) * share


def _draw_columns(
    sheet: Sheet,
    fact: IndicatorFact,
    rows: list[tuple[int, float, float, bool]],
    x: Scale,
    y: Scale,
    width: float,
    language: str,
) -> None:
    for year, value, total, bound in rows:
        left = x(year) - width / 2
        before = total - value
        if abs(before) > 1e-12:
            sheet.box(left, y(before), width, y(0) - y(before), fill=OBSERVED_LIGHT)
        top, bottom = min(y(total), y(before)), max(y(total), y(before))
        sheet.box(left, top, width, max(bottom - top, 0.3), fill=OBSERVED)
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


def _draw_forecast(
    sheet: Sheet, ahead: ForecastYear, middle: float, y: Scale, width: float
) -> None:
    for level, share in (("95", 0.55), ("80", 0.8)):
        if level in ahead.intervals:
            low, high = (y(end) for end in ahead.intervals[level])
            wide = width * share
            sheet.box(
                middle - wide / 2,
                high,
                wide,
                max(low - high, 0.2),
                fill=BANDS[level],
                edge=BAND_EDGE,
                weight=0.5,
            )
    height = y(ahead.median)
    ends = [(middle - width / 2, height), (middle + width / 2, height)]
    sheet.line(ends, colour=OBSERVED, weight=1.6)


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
