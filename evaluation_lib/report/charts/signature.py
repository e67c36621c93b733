"""The drawing on the cover: one bar for each indicator, in the order of the plan."""

from __future__ import annotations

from evaluation_lib.report.blocks import Figure, Tone
from evaluation_lib.report.charts.overview_rows import row_text
from evaluation_lib.report.charts.ranking import is_assessable
from evaluation_lib.report.charts.scale import Scale
from evaluation_lib.report.charts.sheet import Sheet, width_of
from evaluation_lib.report.charts.theme import AXIS, FULL_WIDTH, UNKNOWN_DASH, new_sheet
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import short_percent
from evaluation_lib.report.style import (
    INK,
    MUTED,
    OBSERVED,
    OBSERVED_LIGHT,
    PAPER,
    SECONDARY,
    TONES,
    verdict_style,
)
from evaluation_lib.report.wording import words

HEIGHT = 58.0
_TOP, _BOTTOM = 1.0, 50.0
_CAP = 1.25


def signature(report: Report) -> Figure | None:
    """Return the drawing on the cover, or None for a plan with fewer than three indicators.

    Bars are the share done, cut at 125 %; those judged every year are stacked of years, missed
    ones hollow; dashed outlines are what cannot be assessed.
    """
    facts = sorted(report.indicators, key=lambda one: one.number)
    if len(facts) < 3:
        return None
    spoken = words(report.language)
    parts = [
        spoken.say(
            "overview.alt_row",
            number=one.number,
            name=one.short_name,
            share=row_text(one, report.language),
            verdict=spoken.verdict(one.verdict),
        )
        for one in facts
    ]
    note = spoken.say("signature.note", count=len(facts))
    return Figure(
        key="signature",
        title=spoken["signature.title"],
        svg=_draw(report, facts).svg(),
        alt=note + spoken["sentence.end"].join(parts) + spoken["sentence.stop"],
        note=note,
    )


def _draw(report: Report, facts: list[IndicatorFact]) -> Sheet:
    sheet = new_sheet(report, width=FULL_WIDTH, height=HEIGHT)
    spoken = words(report.language)
    percentage = short_percent(report.time_share, language=report.language)
    label = spoken["signature.due"]
    right = FULL_WIDTH - max(width_of(label, AXIS), width_of(percentage, AXIS)) - 2.5
    step = right / len(facts)
    width = min(5.2, step * 0.68)
    y = Scale(0.0, _CAP, _BOTTOM, _TOP)
    for index, fact in enumerate(facts):
        middle = step * (index + 0.5)
        _draw_bar(sheet, fact, y, middle - width / 2, width)
        if step >= 3.6 or fact.number % 5 == 0:
            sheet.text(
                middle,
                _BOTTOM + 3.2,
                str(fact.number),
                size=AXIS,
                colour=INK if fact.is_binding else SECONDARY,
                align="center",
                strong=fact.is_binding,
            )
    due = y(report.time_share)
    sheet.line([(0, due), (right, due)], colour=PAPER, weight=3.0)
    sheet.line([(0, due), (right + 1.0, due)], colour=INK, weight=1.0)
    sheet.line([(0, _BOTTOM), (right, _BOTTOM)], colour=INK, weight=0.8)
    sheet.text(right + 2.0, due - 1.7, label, size=AXIS, strong=True)
    sheet.text(right + 2.0, due + 1.7, percentage, size=AXIS, strong=True)
    return sheet


def _draw_bar(sheet: Sheet, fact: IndicatorFact, y: Scale, left: float, width: float) -> None:
    if not is_assessable(fact) or (fact.progress is None and not fact.is_yearly):
        sheet.box(left, y(1.0), width, y(0) - y(1.0), edge=MUTED, weight=0.6, dash=UNKNOWN_DASH)
        return
    if fact.is_yearly:
        _draw_years(sheet, fact, y, left, width)
        return
    share = min(max(fact.progress or 0.0, 0.0), _CAP)
    colour = OBSERVED if verdict_style(fact.verdict).tone is Tone.GOOD else _late(fact)
    height = max(y(0) - y(share), 0.6)
    sheet.box(left, y(0) - height, width, height, fill=colour)


def _late(fact: IndicatorFact) -> str:
    return TONES[verdict_style(fact.verdict).tone].edge


def _draw_years(sheet: Sheet, fact: IndicatorFact, y: Scale, left: float, width: float) -> None:
    last = max((one.year for one in fact.years if one.value is not None), default=0)
    years = [one for one in fact.years if one.year <= last]
    share = 1.0 / max(1, len(years))
    for index, one in enumerate(years):
        bottom, top = y(index * share) - 0.25, y((index + 1) * share) + 0.25
        if one.met:
            sheet.box(left, top, width, bottom - top, fill=OBSERVED_LIGHT)
        elif one.met is False:
            sheet.box(
                left + 0.2, top, width - 0.4, bottom - top, edge=TONES[Tone.BAD].ink, weight=1.0
            )
        else:
            sheet.box(
                left + 0.1,
                top,
                width - 0.2,
                bottom - top,
                edge=MUTED,
                weight=0.6,
                dash=UNKNOWN_DASH,
            )
