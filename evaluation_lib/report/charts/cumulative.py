"""A target for the sum of all years: what each year added, and how far the sum has come."""

from __future__ import annotations

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, plain
from evaluation_lib.report.charts.placing import LABEL_STEP_MM, spread
from evaluation_lib.report.charts.points import YearPoint, observed_points, path_points
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
from evaluation_lib.report.numbers import NO_VALUE, percent, with_unit
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
    progress_text,
    source_note,
    target_number,
    value_text,
)

HEIGHT = 62.0
_TOP, _BOTTOM = 5.0, 54.0
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
    title = _title(report, fact, added)
    spoken = words(language)
    return Figure(
        key=f"cumulative-{fact.id}",
        title=title,
        subtitle=spoken.say("cumulative.subtitle", name=fact.name, unit=fact.unit),
        svg=_draw(report, fact, added).svg(),
        alt=_alt(report, fact, added, title),
        note=source_note(report, fact),
        table=_table(report, fact, added),
    )


def added_years(report: Report, fact: IndicatorFact) -> tuple[YearPoint, ...]:
    """Return the years of the plan with what each added; the base year is a reference only."""
    return tuple(
        one for one in observed_points(fact) if report.plan.start <= one.year <= report.plan.end
    )


def _totals(report: Report, added: tuple[YearPoint, ...]) -> list[tuple[int, float, float, bool]]:
    """Return year, what it added, the sum so far, and whether that sum is only a lower bound."""
    rows = []
    total, bound, due = 0.0, False, report.plan.start
    for one in added:
        bound = bound or one.year > due or one.comparator in (">", ">=")
        total += one.value
        rows.append((one.year, one.value, total, bound))
        due = one.year + 1
    return rows


def _title(report: Report, fact: IndicatorFact, added: tuple[YearPoint, ...]) -> str:
    spoken, language = words(report.language), report.language
    year, _, total, bound = _totals(report, added)[-1]
    written = ("≥" if bound else "") + value_text(total, fact, language)
    if fact.target is None:
        return spoken.say("cumulative.title_no_target", year=year, total=written)
    target = target_number(fact, language)
    # Far beyond its target an indicator no longer says how well the plan is kept.
    share = fact.progress if fact.progress is not None else total / fact.target.value
    key = "cumulative.title_beyond" if share >= 3 else "cumulative.title"
    return spoken.say(
        key,
        year=year,
        total=written,
        target=target,
        share=progress_text(fact, language)
        if fact.progress is not None
        else percent(share, language=language),
        times=f"{share:.1f}",
    )


def _draw(report: Report, fact: IndicatorFact, added: tuple[YearPoint, ...]) -> Sheet:
    language, spoken = report.language, words(report.language)
    sheet = new_sheet(report, width=FULL_WIDTH, height=HEIGHT)
    rows = _totals(report, added)
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
    _draw_columns(sheet, fact, rows, x, y, width, language)
    path = [(x(year), y(value)) for year, value in path_points(fact) if year >= years[0] - 1]
    if len(path) > 1:
        start = max(left, path[0][0])
        path[0] = (start, _between(path[0], path[1], start))
        sheet.line(path, colour=TARGET, weight=PATH_WEIGHT, dash=PATH_DASH)
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
        text = spoken.say("trajectory.target", value=target_number(fact, language))
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


def _alt(report: Report, fact: IndicatorFact, added: tuple[YearPoint, ...], title: str) -> str:
    spoken, language = words(report.language), report.language
    values = [
        spoken.say("alt.year_value", year=one.year, value=value_text(one.value, fact, language))
        for one in added
    ]
    parts = [title, spoken.say("cumulative.alt", values=spoken.listed(values))]
    if fact.target:
        target = with_unit(target_number(fact, language), fact.unit, language=language)
        parts.append(spoken.say("alt.target", year=fact.target.year, target=target))
    if fact.forecast:
        low, high = fact.forecast.intervals.get("80", (fact.forecast.median,) * 2)
        parts.append(
            spoken.say(
                "alt.forecast",
                median=value_text(fact.forecast.median, fact, language),
                low=value_text(low, fact, language),
                high=value_text(high, fact, language),
            )
        )
    return spoken["sentence.end"].join(parts) + spoken["sentence.stop"]


def _table(report: Report, fact: IndicatorFact, added: tuple[YearPoint, ...]) -> Table:
    spoken, language = words(report.language), report.language
    path = dict(path_points(fact))
    seen = {row[0]: row for row in _totals(report, added)}
    ahead = {one.year: one for one in fact.forecast.path} if fact.forecast else {}
    rows = []
    for year in range(report.plan.start, report.plan.end + 1):
        _, value, total, bound = seen.get(year, (year, None, None, False))
        coming = ahead.get(year) if year not in seen else None
        texts = [str(year)]
        texts.append(NO_VALUE if value is None else value_text(value, fact, language))
        texts.append(
            NO_VALUE
            if total is None
            else ("≥" if bound else "") + value_text(total, fact, language)
        )
        texts.append(value_text(path[year], fact, language) if year in path else NO_VALUE)
        texts.append(value_text(coming.median, fact, language) if coming else NO_VALUE)
        for level in ("80", "95"):
            interval = coming.intervals.get(level) if coming else None
            texts.append(
                spoken.say(
                    "interval",
                    low=value_text(interval[0], fact, language),
                    high=value_text(interval[1], fact, language),
                )
                if interval
                else NO_VALUE
            )
        rows.append(Row(cells=tuple(Cell(spans=plain(text)) for text in texts)))
    titles = ["year", "added", "total", "path", "median", "80", "95"]
    return Table(
        key=f"cumulative-{fact.id}-values",
        title=spoken.say("table.values_of", name=fact.short_name, unit=fact.unit),
        columns=tuple(
            Column(title=spoken[f"values.{one}"], align="left" if one == "year" else "right")
            for one in titles
        ),
        rows=tuple(rows),
    )
