"""A target that every year has to keep: each year's distance from the threshold."""

from __future__ import annotations

from evaluation_lib.report.blocks import Figure, Tone
from evaluation_lib.report.charts.placing import LABEL_STEP_MM, spread
from evaluation_lib.report.charts.scale import Scale, round_ticks
from evaluation_lib.report.charts.sheet import Sheet, width_of
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
        svg=_draw(report, fact, columns, ticks).svg(),
        alt=yearly_alt(fact, columns, title, language),
        note=source_note(report, fact),
        table=yearly_table(fact, columns, language),
    )


def _draw(
    report: Report, fact: IndicatorFact, columns: list[YearColumn], ticks: tuple[float, ...]
) -> Sheet:
    language = report.language
    sheet = new_sheet(report, width=FULL_WIDTH, height=HEIGHT)
    left = axis_width(ticks, language=language) + 2.5
    right = FULL_WIDTH - _LABELS
    y = Scale(ticks[0], ticks[-1], _BOTTOM, _TOP)
    draw_value_axis(sheet, y, ticks, left=left, right=right, language=language, signed=True)
    step = (right - left) / len(columns)
    width = min(11.0, step * 0.42)
    ahead = [index for index, one in enumerate(columns) if one.ahead]
    if ahead:
        x = left + step * ahead[0]
        sheet.line([(x, 1.5), (x, _BOTTOM + 2)], colour=SECONDARY, weight=0.6, dash=UNKNOWN_DASH)
        sheet.text(x + 1.5, 2.0, words(language)["yearly.forecast"], size=AXIS, colour=SECONDARY)
    for index, column in enumerate(columns):
        middle = left + step * (index + 0.5)
        if column.ahead:
            _draw_forecast(sheet, fact, column.ahead, y, middle, width, step, language)
        elif column.difference is not None:
            _draw_year(sheet, fact, column, y, middle, width, language)
        else:
            _draw_missing(sheet, y, middle, width, language)
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
    sheet.line([(left, y(0)), (right, y(0))], colour=INK, weight=1.3)
    _label_right(sheet, fact, columns[ahead[-1]].ahead if ahead else None, y, right, language)
    return sheet


def _draw_year(
    sheet: Sheet,
    fact: IndicatorFact,
    column: YearColumn,
    y: Scale,
    middle: float,
    width: float,
    language: str,
) -> None:
    difference = column.difference or 0.0
    colour = TONES[Tone.BAD].ink if column.met is False else OBSERVED
    top, bottom = min(y(difference), y(0)), max(y(difference), y(0))
    sheet.box(middle - width / 2, top, width, max(bottom - top, 0.6), fill=colour)
    below = difference < 0
    sheet.text(
        middle,
        bottom + 2.4 if below else top - 2.4,
        signed(difference, fact.decimals, language=language),
        size=VALUE,
        colour=colour,
        align="center",
        strong=True,
        halo=True,
    )


def _draw_missing(sheet: Sheet, y: Scale, middle: float, width: float, language: str) -> None:
    top = y(0) - 7.0
    sheet.box(middle - width / 2, top, width, 7.0, edge=MUTED, weight=0.6, dash=UNKNOWN_DASH)
    text = words(language)["yearly.missing"]
    sheet.text(middle, top - 2.2, text, size=AXIS, colour=MUTED, align="center")


def _draw_forecast(
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
    for level, share in (("95", 0.55), ("80", 0.8)):
        if level not in ahead.intervals:
            continue
        low, high = (y(end - threshold) for end in ahead.intervals[level])
        wide = width * share
        sheet.box(
            middle - wide / 2, high, wide, low - high, fill=BANDS[level], edge=BAND_EDGE, weight=0.5
        )
    height = y(ahead.median - threshold)
    sheet.line(
        [(middle - width * 0.5, height), (middle + width * 0.5, height)],
        colour=OBSERVED,
        weight=1.6,
    )
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
