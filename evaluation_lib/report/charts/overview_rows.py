"""One row of the overview: number, name, share done, probability and verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Tone
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.ranking import is_assessable, probability_tone, shows_outlook
from evaluation_lib.report.charts.scale import Scale
from evaluation_lib.report.charts.theme import AXIS, FULL_WIDTH
from evaluation_lib.report.model import IndicatorFact, Report, YearFact
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.style import (
    BOX,
    HAIRLINE,
    INK,
    MARK_GAP_MM,
    MARK_SIZE_MM,
    MUTED,
    SECONDARY,
    TONES,
    verdict_style,
)
from evaluation_lib.report.wording import Words, words
from evaluation_lib.report.wording.phrases import (
    no_verdict_text,
    probability_of,
    probability_text,
    progress_text,
    value_text,
    yearly_count_text,
)

if TYPE_CHECKING:
    from evaluation_lib.report.charts.sheet import Sheet

AXIS_END = 1.2  # share at the right end of the axis
_METER = 11.0
_NAME_LEFT = 6.6


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of the overview stand, in mm from the left.

    Attributes:
        name: Room for the name.
        share: From shares to mm; 1 is the target.
        percent: Right end of the percentages.
        meter: Left end of the probability bars.
        word: Left end of the outlook words.
        verdict: Left end of the verdicts.
        outlook: Whether probability and outlook are shown.
        size: Size of names and verdicts, in points.
    """

    name: float
    share: Scale
    percent: float
    meter: float
    word: float
    verdict: float
    outlook: bool
    size: float

    @classmethod
    def of(cls, report: Report, *, size: float) -> Columns:
        """Return columns wide enough for the words that occur in `report`."""
        spoken = words(report.language)
        outlook = shows_outlook(report)
        facts = report.indicators
        verdicts = [spoken.verdict(one.verdict) for one in facts] + [spoken["column.verdict"]]
        verdict_width = max(width_of(one, size) for one in verdicts)
        verdict = FULL_WIDTH - verdict_width - MARK_SIZE_MM - MARK_GAP_MM - 0.6
        meter = word = verdict
        if outlook:
            outlooks = [_outlook_word(one, spoken) for one in facts]
            word = verdict - max(width_of(one, AXIS) for one in outlooks) - 2.6
            meter = word - _METER - 8.6
        percent = meter - 3.2
        names = max(width_of(f"{one.short_name}*", size) for one in facts)
        name = min(names, 40.0 if outlook else 56.0)
        start = _NAME_LEFT + name + 3.0
        return cls(
            name,
            Scale(0.0, AXIS_END, start, max(start + 24.0, percent - 11.5)),
            percent,
            meter,
            word,
            verdict,
            outlook,
            size,
        )


def has_share(fact: IndicatorFact) -> bool:
    """Return whether the row shows a share done, not years or words."""
    return is_assessable(fact) and fact.progress is not None and not fact.is_yearly


def _has_years(fact: IndicatorFact) -> bool:
    return is_assessable(fact) and fact.is_yearly


def row_text(fact: IndicatorFact, language: str) -> str:
    """Return the share done in words: a percentage, years kept, or why there is neither."""
    if not (has_share(fact) or _has_years(fact)):
        return no_verdict_text(fact, language)
    if fact.is_yearly:
        return yearly_count_text(fact, language)
    return progress_text(fact, language)


def draw_row(
    sheet: Sheet, report: Report, fact: IndicatorFact, columns: Columns, y: float, spoken: Words
) -> None:
    """Draw the row of one indicator around the height `y`, in mm."""
    sheet.text(5.0, y, str(fact.number), size=columns.size - 0.5, colour=SECONDARY, align="right")
    reported = any(flag.id == "reported_only" for flag in fact.flags) and is_assessable(fact)
    name = shortened(fact.short_name, columns.name, columns.size) + ("*" if reported else "")
    sheet.text(_NAME_LEFT, y, name, size=columns.size, strong=fact.is_binding)
    if not (has_share(fact) or _has_years(fact)):
        _write_reason(sheet, fact, columns, y, spoken.language)
    elif fact.is_yearly:
        _draw_years(sheet, fact, columns, y, spoken.language)
    else:
        _draw_share(sheet, fact, columns, y, report.time_share)
        text = progress_text(fact, spoken.language, sign=False)
        colour = verdict_style(fact.verdict).ink
        sheet.text(columns.percent, y, text, size=columns.size, colour=colour, align="right")
    if columns.outlook:
        _draw_probability(sheet, fact, columns, y, spoken)
    _write_verdict(sheet, fact, columns, y, spoken)


def shortened(text: str, room: float, size: float) -> str:
    """Return `text` cut to `room` mm with an ellipsis where it does not fit."""
    if width_of(text, size) <= room:
        return text
    while text and width_of(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _write_reason(
    sheet: Sheet, fact: IndicatorFact, columns: Columns, y: float, language: str
) -> None:
    room = columns.percent - columns.share.start
    text = shortened(no_verdict_text(fact, language), room, AXIS)
    sheet.text(columns.share.start, y, text, size=AXIS, colour=SECONDARY, halo=True)


def _draw_share(
    sheet: Sheet, fact: IndicatorFact, columns: Columns, y: float, time_share: float
) -> None:
    progress = fact.progress or 0.0
    due = fact.time_share if fact.time_share is not None else time_share
    colour = verdict_style(fact.verdict).ink
    start = columns.share(due)
    if abs(due - time_share) > 1e-9:
        # An older value is held against the share that was due in its own year.
        sheet.line([(start, y - 1.7), (start, y + 1.7)], colour=INK, weight=1.0, dash="0.6 0.5")
    end = columns.share(min(max(progress, 0.0), AXIS_END))
    if 0.0 <= progress <= AXIS_END:
        if abs(end - start) > MARK_SIZE_MM / 2:
            stop = end + (-1 if end > start else 1) * MARK_SIZE_MM / 2
            sheet.line([(start, y), (stop, y)], colour=colour, weight=1.6)
        sheet.mark(fact.verdict, end, y, size=MARK_SIZE_MM)
        return
    sign = 1 if progress > 0 else -1
    sheet.line([(start, y), (end - sign * 1.8, y)], colour=colour, weight=1.6)
    head = [(end, y), (end - sign * 2.4, y - 1.2), (end - sign * 2.4, y + 1.2)]
    sheet.area(head, fill=colour)


def _draw_years(
    sheet: Sheet, fact: IndicatorFact, columns: Columns, y: float, language: str
) -> None:
    """Draw a mark for each year, with its value where all fit."""
    years = [one for one in fact.years if one.year <= _last_known(fact)]
    room = columns.percent - columns.share.start
    long = [f"{one.year} {_year_value(one, fact, language)}" for one in years]
    full = sum(width_of(text, AXIS) + 6.0 for text in long)
    x = columns.share.start + 1.2
    step = min(11.0, room / max(1, len(years)))
    for one, text in zip(years, long, strict=True):
        sheet.mark(_year_verdict(one), x, y, size=2.1)
        missed = one.met is False
        colour = TONES[Tone.BAD].ink if missed else INK
        shown = text if full <= room + 3 else f"{one.year % 100:02d}"
        sheet.text(x + 1.8, y, shown, size=AXIS, colour=colour, strong=missed)
        x += width_of(text, AXIS) + 6.0 if full <= room + 3 else step


def _last_known(fact: IndicatorFact) -> int:
    return max((one.year for one in fact.years if one.value is not None), default=0)


def _year_value(year: YearFact, fact: IndicatorFact, language: str) -> str:
    return NO_VALUE if year.value is None else value_text(year.value, fact, language)


def _year_verdict(year: YearFact) -> str:
    if year.met is None:
        return "not_assessable"
    return "met" if year.met else "not_met"


def _draw_probability(
    sheet: Sheet, fact: IndicatorFact, columns: Columns, y: float, spoken: Words
) -> None:
    value = probability_of(fact)
    if value is None:
        sheet.text(columns.meter, y, NO_VALUE, size=AXIS, colour=MUTED)
        return
    left, height = columns.meter, 2.0
    sheet.box(left, y - height / 2, _METER, height, fill=BOX, edge=HAIRLINE, weight=0.4)
    fill = TONES[probability_tone(value)].ink
    if value > 0:
        sheet.box(left, y - height / 2, max(0.25, _METER * value), height, fill=fill)
    middle = left + _METER / 2
    sheet.line([(middle, y - 1.3), (middle, y + 1.3)], colour=INK, weight=0.6)
    sheet.text(columns.word - 0.9, y, probability_text(fact), size=AXIS, align="right")
    sheet.text(columns.word, y, _outlook_word(fact, spoken), size=AXIS, colour=SECONDARY)


def _outlook_word(fact: IndicatorFact, spoken: Words) -> str:
    if fact.outlook.startswith("observed"):
        return spoken["outlook.observed"]
    return spoken.outlook(fact.outlook)


def _write_verdict(
    sheet: Sheet, fact: IndicatorFact, columns: Columns, y: float, spoken: Words
) -> None:
    style = verdict_style(fact.verdict)
    sheet.mark(fact.verdict, columns.verdict + MARK_SIZE_MM / 2, y, size=MARK_SIZE_MM)
    sheet.text(
        columns.verdict + MARK_SIZE_MM + MARK_GAP_MM,
        y,
        spoken.verdict(fact.verdict),
        size=columns.size,
        colour=style.ink,
        strong=style.tone in (Tone.LATE, Tone.BAD),
    )
