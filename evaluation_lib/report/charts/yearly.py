"""A target that every year has to keep: each year's distance from the threshold."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Figure, Tone
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.placing import LABEL_STEP_MM, spread
from evaluation_lib.report.charts.scale import Scale, round_ticks
from evaluation_lib.report.charts.theme import (
    AXIS,
    FULL_WIDTH,
    UNKNOWN_DASH,
    VALUE,
    axis_width,
    draw_value_axis,
    new_sheet,
)
from evaluation_lib.report.charts.yearly_words import (
    YearColumn,
    year_columns,
    yearly_alt,
    yearly_table,
    yearly_title,
)
from evaluation_lib.report.model import ForecastYear, IndicatorFact, Report
from evaluation_lib.report.numbers import signed, with_unit
from evaluation_lib.report.style import (
    BAND_EDGE,
    BANDS,
    HAIRLINE,
    INK,
    MUTED,
    OBSERVED,
    SECONDARY,
    TONES,
)
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import (
    bare_unit,
    difference_unit,
    source_note,
    target_number,
    target_text,
)

if TYPE_CHECKING:
    from evaluation_lib.report.charts.plot import Plot
    from evaluation_lib.report.charts.sheet import Sheet

HEIGHT = 52.0
_TOP, _BOTTOM = 6.0, 44.0
_LABELS = 24.0  # room for the name of the threshold at the right, mm


def yearly(report: Report, fact: IndicatorFact) -> Figure | None:
    """Return the chart of a target that every year has to keep.

    None where there is no threshold, or where every known year meets it exactly and nothing is
    forecast: a chart of zeros shows nothing that the year cards do not.

    Args:
        report: Report the chart belongs to.
        fact: Indicator of kind `annual_flow` or `maintain`.
    """
    if fact.target is None:
        return None
    columns = year_columns(fact)
    threshold = fact.target.value
    heights = [one.difference for one in columns if one.difference is not None]
    for one in columns:
        if one.ahead:
            heights += [end - threshold for pair in one.ahead.intervals.values() for end in pair]
    if not any(abs(height) > 1e-9 for height in heights):
        return None
    language = report.language
    title = yearly_title(fact, language)
    low, high = min([0.0, *heights]), max([0.0, *heights])
    # A number stands above each bar, so the threshold is never the upper edge of the chart.
    ticks = round_ticks(low, max(high, 0.15 * (high - low)), count=4)
    spoken = words(language)
    subtitle = spoken.say(
        "yearly.subtitle",
        target=with_unit(
            target_number(fact, language), bare_unit(fact, language), language=language
        ),
        unit=difference_unit(fact, language),
    )
    if any(one.ahead for one in columns):
        subtitle += spoken["yearly.subtitle_forecast"]
    return Figure(
        key=f"yearly-{fact.id}",
        title=title,
        subtitle=subtitle,
        svg=_draw(report, fact, columns, ticks),
        alt=yearly_alt(fact, columns, title, language),
        note=source_note(report, fact),
        table=yearly_table(fact, columns, language),
    )


def _draw(
    report: Report, fact: IndicatorFact, columns: list[YearColumn], ticks: tuple[float, ...]
) -> str:
    language = report.language
    left = axis_width(ticks, language=language) + 2.5
    right = FULL_WIDTH - _LABELS
    y = Scale(ticks[0], ticks[-1], _BOTTOM, _TOP)
    step = (right - left) / len(columns)
    x = Scale(0, len(columns), left + step / 2, right + step / 2)
    width = min(11.0, step * 0.42)
    ahead = [index for index, one in enumerate(columns) if one.ahead]
    with new_sheet(report, width=FULL_WIDTH, height=HEIGHT) as sheet:
        plot = sheet.plot(x, y, left=left, right=right)
        draw_value_axis(plot, ticks, language=language, signed=True)
        _draw_bars(plot, columns, y, width / step)
        _draw_forecasts(plot, fact, columns, width / step)
        if ahead:
            divider = left + step * ahead[0]
            ends = [(divider, 1.5), (divider, _BOTTOM + 2)]
            sheet.line(ends, colour=SECONDARY, weight=0.6, dash=UNKNOWN_DASH)
            text = words(language)["yearly.forecast"]
            sheet.text(divider + 1.5, 2.0, text, size=AXIS, colour=SECONDARY)
        for index, column in enumerate(columns):
            if column.ahead:
                _label_forecast(sheet, fact, column.ahead, y, x(index), width, step, language)
            elif column.difference is not None:
                _label_year(sheet, fact, column, y, x(index), language)
            else:
                _draw_missing(sheet, y, x(index), width, language)
            _name_year(sheet, column, x(index))
        sheet.line([(left, y(0)), (right, y(0))], colour=INK, weight=1.3)
        _label_right(sheet, fact, columns[ahead[-1]].ahead if ahead else None, y, right, language)
        return sheet.svg()


def _draw_bars(plot: Plot, columns: list[YearColumn], y: Scale, width: float) -> None:
    known = [
        (index, one.difference, one.met)
        for index, one in enumerate(columns)
        if one.difference is not None and not one.ahead
    ]
    # A year exactly on its threshold still shows where its bar would stand.
    least = abs(y.value_at(0.6) - y.value_at(0.0))
    plot.bars(
        [index for index, _, _ in known],
        [math.copysign(max(abs(height), least), height) for _, height, _ in known],
        colours=[TONES[Tone.BAD].ink if met is False else OBSERVED for _, _, met in known],
        width=width,
    )


def _draw_forecasts(
    plot: Plot, fact: IndicatorFact, columns: list[YearColumn], width: float
) -> None:
    threshold = fact.target.value if fact.target else 0.0
    ahead = [(index, one.ahead) for index, one in enumerate(columns) if one.ahead]
    for level, share in (("95", 0.55), ("80", 0.8)):
        known = [(index, one.intervals[level]) for index, one in ahead if level in one.intervals]
        plot.boxes(
            [index for index, _ in known],
            [low - threshold for _, (low, _) in known],
            [high - threshold for _, (_, high) in known],
            width=width * share,
            fill=BANDS[level],
            edge=BAND_EDGE,
        )
    plot.levels(
        [index for index, _ in ahead],
        [one.median - threshold for _, one in ahead],
        width=width,
        colour=OBSERVED,
        weight=1.6,
    )


def _name_year(sheet: Sheet, column: YearColumn, middle: float) -> None:
    missed = column.met is False
    sheet.text(
        middle,
        _BOTTOM + 5.0,
        str(column.year),
        size=AXIS,
        colour=TONES[Tone.BAD].ink if missed else SECONDARY,
        align="center",
        strong=missed,
    )


def _label_year(
    sheet: Sheet, fact: IndicatorFact, column: YearColumn, y: Scale, middle: float, language: str
) -> None:
    difference = column.difference or 0.0
    top, bottom = min(y(difference), y(0)), max(y(difference), y(0))
    sheet.text(
        middle,
        max(bottom, top + 0.6) + 2.4 if difference < 0 else top - 2.4,
        signed(difference, fact.decimals, language=language),
        size=VALUE,
        colour=TONES[Tone.BAD].ink if column.met is False else OBSERVED,
        align="center",
        strong=True,
        halo=True,
    )


def _draw_missing(sheet: Sheet, y: Scale, middle: float, width: float, language: str) -> None:
    top = y(0) - 7.0
    sheet.box(middle - width / 2, top, width, 7.0, edge=MUTED, weight=0.6, dash=UNKNOWN_DASH)
    text = words(language)["yearly.missing"]
    sheet.text(middle, top - 2.2, text, size=AXIS, colour=MUTED, align="center")


def _label_forecast(
    sheet: Sheet,
    fact: IndicatorFact,
    ahead: ForecastYear,
    y: Scale,
    middle: float,
    width: float,
    step: float,
    language: str,
) -> None:
    threshold = fact.target.value if fact.target else 0.0
    height = y(ahead.median - threshold)
    text = signed(ahead.median - threshold, fact.decimals, language=language)
    # On the threshold line itself a number could not be read.
    clear = min(height, y(0) - 2.2) if height <= y(0) else max(height, y(0) + 2.2)
    x, align = middle + width * 0.5 + 0.8, "left"
    if width_of(text, VALUE) + 1.0 > (step - width) / 2:
        top = min([height, *(y(pair[1] - threshold) for pair in ahead.intervals.values())])
        x, clear, align = middle, top - 2.2, "center"
    sheet.text(x, clear, text, size=VALUE, colour=OBSERVED, align=align, strong=True, halo=True)


def _label_right(
    sheet: Sheet,
    fact: IndicatorFact,
    ahead: ForecastYear | None,
    y: Scale,
    right: float,
    language: str,
) -> None:
    """Name the threshold and the upper ends of the last bands, one below the other."""
    spoken = words(language)
    threshold = fact.target.value if fact.target else 0.0
    named = spoken.say("yearly.threshold", target=target_text(fact, language))
    labels = [(y(0), named, INK, True)]
    for level in ("95", "80"):
        if ahead and level in ahead.intervals:
            text = spoken.say("yearly.band", level=level)
            labels.append((y(ahead.intervals[level][1] - threshold), text, SECONDARY, False))
    labels.sort(key=lambda one: one[0])
    placed = spread([one[0] for one in labels], step=LABEL_STEP_MM, low=2.0, high=HEIGHT - 2.0)
    for (natural, text, colour, strong), height in zip(labels, placed, strict=True):
        if abs(height - natural) > 0.5:
            sheet.line([(right, natural), (right + 1.0, height)], colour=HAIRLINE, weight=0.5)
        sheet.text(right + 1.4, height, text, size=AXIS, colour=colour, strong=strong)
