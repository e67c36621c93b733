"""A target that every year has to keep: each year's distance from the threshold."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, Tone, plain
from evaluation_lib.report.charts.placing import LABEL_STEP_MM, spread
from evaluation_lib.report.charts.scale import Scale, round_ticks
from evaluation_lib.report.charts.sheet import Sheet
from evaluation_lib.report.charts.theme import (
    AXIS,
    FULL_WIDTH,
    UNKNOWN_DASH,
    VALUE,
    axis_width,
    draw_value_axis,
    new_sheet,
)
from evaluation_lib.report.model import ForecastYear, IndicatorFact, Report, YearFact
from evaluation_lib.report.numbers import NO_VALUE, probability, signed, with_unit
from evaluation_lib.report.style import (
    BAND_EDGE,
    BANDS,
    INK,
    MUTED,
    OBSERVED,
    SECONDARY,
    TONES,
)
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import (
    difference_unit,
    source_note,
    target_number,
    target_text,
    value_text,
    with_difference_unit,
)

HEIGHT = 56.0
_TOP, _BOTTOM = 5.0, 47.0
_LABELS = 24.0  # room for the name of the threshold at the right, mm


@dataclass(frozen=True, slots=True)
class _Column:
    """One year: what was observed, or else what is forecast; both minus the threshold."""

    year: int
    difference: float | None
    met: bool | None
    ahead: ForecastYear | None


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
    columns = _columns(fact)
    threshold = fact.target.value
    heights = [one.difference for one in columns if one.difference is not None]
    for one in columns:
        if one.ahead:
            heights += [end - threshold for pair in one.ahead.intervals.values() for end in pair]
    if not any(abs(height) > 1e-9 for height in heights):
        return None
    language = report.language
    title = _title(fact, language)
    ticks = round_ticks(min([0.0, *heights]), max([0.0, *heights]), count=4)
    spoken = words(language)
    subtitle = spoken.say(
        "yearly.subtitle",
        target=with_unit(target_number(fact, language), fact.unit, language=language),
        unit=difference_unit(fact, language),
    )
    if any(one.ahead for one in columns):
        subtitle += spoken["yearly.subtitle_forecast"]
    return Figure(
        key=f"yearly-{fact.id}",
        title=title,
        subtitle=subtitle,
        svg=_draw(report, fact, columns, ticks).svg(),
        alt=_alt(fact, columns, title, language),
        note=source_note(report, fact),
        table=_table(fact, columns, language),
    )


def _columns(fact: IndicatorFact) -> list[_Column]:
    ahead = {one.year: one for one in fact.forecast.path} if fact.forecast else {}
    judged = {one.year: one for one in fact.years}
    columns = []
    for year in sorted({*judged, *ahead}):
        seen = judged.get(year)
        known = seen is not None and seen.difference is not None
        columns.append(
            _Column(
                year,
                seen.difference if seen else None,
                seen.met if seen else None,
                None if known else ahead.get(year),
            )
        )
    return columns


def _title(fact: IndicatorFact, language: str) -> str:
    spoken = words(language)
    missed = [one for one in fact.years if one.met is False]
    known = [one for one in fact.years if one.met is not None]
    if not known:
        return spoken["yearly.title_unknown"]
    if not missed:
        return spoken.say("yearly.title_met", count=len(known))
    worst = max(missed, key=lambda one: abs(one.difference or 0.0))
    gap = with_difference_unit(
        value_text(abs(worst.difference or 0.0), fact, language), fact, language
    )
    return spoken.say(
        "yearly.title_missed", count=len(known), missed=len(missed), year=worst.year, gap=gap
    )


def _draw(
    report: Report, fact: IndicatorFact, columns: list[_Column], ticks: tuple[float, ...]
) -> Sheet:
    language = report.language
    sheet = new_sheet(report, width=FULL_WIDTH, height=HEIGHT)
    left = axis_width(ticks, language=language) + 2.5
    right = FULL_WIDTH - _LABELS
    y = Scale(ticks[0], ticks[-1], _BOTTOM, _TOP)
    draw_value_axis(sheet, y, ticks, left=left, right=right, language=language, signed=True)
    step = (right - left) / len(columns)
    width = min(12.0, step * 0.5)
    ahead = [index for index, one in enumerate(columns) if one.ahead]
    if ahead:
        x = left + step * ahead[0]
        sheet.line([(x, 1.5), (x, _BOTTOM + 2)], colour=SECONDARY, weight=0.6, dash=UNKNOWN_DASH)
        sheet.text(x + 1.5, 2.0, words(language)["yearly.forecast"], size=AXIS, colour=SECONDARY)
    for index, column in enumerate(columns):
        middle = left + step * (index + 0.5)
        if column.ahead:
            _draw_forecast(sheet, fact, column.ahead, y, middle, width, language)
            if index == ahead[-1]:
                _label_bands(sheet, fact, column.ahead, y, middle + width * 0.5, language)
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
    spoken = words(language)
    sheet.text(right + 1.2, y(0) - 1.8, spoken["yearly.threshold"], size=AXIS, strong=True)
    sheet.text(right + 1.2, y(0) + 1.8, target_text(fact, language), size=AXIS, strong=True)
    return sheet


def _draw_year(
    sheet: Sheet,
    fact: IndicatorFact,
    column: _Column,
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
    difference = signed(ahead.median - threshold, fact.decimals, language=language)
    # On the threshold line itself a number could not be read.
    clear = min(height, y(0) - 2.2) if height <= y(0) else max(height, y(0) + 2.2)
    sheet.text(
        middle - width * 0.5 - 0.8,
        clear,
        difference,
        size=VALUE,
        colour=OBSERVED,
        align="right",
        strong=True,
        halo=True,
    )


def _label_bands(
    sheet: Sheet, fact: IndicatorFact, ahead: ForecastYear, y: Scale, x: float, language: str
) -> None:
    threshold = fact.target.value if fact.target else 0.0
    ends = sorted(
        (y(ahead.intervals[level][1] - threshold), level)
        for level in ("95", "80")
        if level in ahead.intervals
    )
    tops = [end + 1.6 for end, _ in ends]
    placed = spread(tops, step=LABEL_STEP_MM, low=1.5, high=HEIGHT - 1.5)
    for (_, level), height in zip(ends, placed, strict=True):
        text = words(language).say("yearly.band", level=level)
        sheet.text(x + 0.8, height, text, size=AXIS, colour=SECONDARY, halo=True)


def _alt(fact: IndicatorFact, columns: list[_Column], title: str, language: str) -> str:
    spoken = words(language)
    parts = [title]
    for one in columns:
        if one.difference is not None:
            difference = signed(one.difference, fact.decimals, language=language)
            parts.append(spoken.say("yearly.alt_year", year=one.year, difference=difference))
        elif one.ahead:
            low, high = one.ahead.intervals.get("80", (one.ahead.median,) * 2)
            parts.append(
                spoken.say(
                    "yearly.alt_forecast",
                    year=one.year,
                    median=value_text(one.ahead.median, fact, language),
                    low=value_text(low, fact, language),
                    high=value_text(high, fact, language),
                )
            )
        else:
            parts.append(spoken.say("yearly.alt_missing", year=one.year))
    return spoken["sentence.end"].join(parts) + spoken["sentence.stop"]


def _table(fact: IndicatorFact, columns: list[_Column], language: str) -> Table:
    spoken = words(language)
    judged = {one.year: one for one in fact.years}
    rows = tuple(_row(one, judged.get(one.year), fact, language) for one in columns)
    titles = ["year", "observed", "difference", "judged", "median", "80", "95", "chance"]
    return Table(
        key=f"yearly-{fact.id}-values",
        title=spoken.say("table.values_of", name=fact.short_name, unit=fact.unit),
        columns=tuple(
            Column(
                title=spoken[f"values.{one}"],
                align="left" if one in ("year", "judged") else "right",
            )
            for one in titles
        ),
        rows=rows,
    )


def _row(column: _Column, seen: YearFact | None, fact: IndicatorFact, language: str) -> Row:
    spoken = words(language)
    value = seen.value if seen else None
    known = column.difference
    met = {True: spoken.verdict("met"), False: spoken.verdict("not_met"), None: NO_VALUE}
    texts = [
        str(column.year),
        NO_VALUE if value is None else value_text(value, fact, language),
        NO_VALUE if known is None else signed(known, fact.decimals, language=language),
        met[column.met],
        value_text(column.ahead.median, fact, language) if column.ahead else NO_VALUE,
    ]
    for level in ("80", "95"):
        interval = column.ahead.intervals.get(level) if column.ahead else None
        if interval is None:
            texts.append(NO_VALUE)
            continue
        low, high = (value_text(end, fact, language) for end in interval)
        texts.append(spoken.say("interval", low=low, high=high))
    chance = seen.probability if seen else None
    texts.append(NO_VALUE if chance is None else probability(chance))
    return Row(cells=tuple(Cell(spans=plain(text)) for text in texts))
