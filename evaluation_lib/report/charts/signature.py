"""The drawing on the cover: one bar for each indicator, in the order of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Figure, Tone
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.overview_rows import row_text
from evaluation_lib.report.charts.ranking import is_assessable
from evaluation_lib.report.charts.scale import Scale
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

if TYPE_CHECKING:
    from evaluation_lib.report.charts.plot import Plot
    from evaluation_lib.report.charts.sheet import Sheet

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
        svg=_draw(report, facts),
        alt=note + spoken["sentence.end"].join(parts) + spoken["sentence.stop"],
        note=note,
    )


def _draw(report: Report, facts: list[IndicatorFact]) -> str:
    spoken = words(report.language)
    percentage = short_percent(report.time_share, language=report.language)
    label = spoken["signature.due"]
    right = FULL_WIDTH - max(width_of(label, AXIS), width_of(percentage, AXIS)) - 2.5
    step = right / len(facts)
    width = min(5.2, step * 0.68)
    x = Scale(0, len(facts), step / 2, right + step / 2)
    y = Scale(0.0, _CAP, _BOTTOM, _TOP)
    with new_sheet(report, width=FULL_WIDTH, height=HEIGHT) as sheet:
        _draw_bars(sheet.plot(x, y, left=0.0, right=right), facts, y, width / step)
        for index, fact in enumerate(facts):
            if not _has_share(fact):
                _draw_frames(sheet, fact, y, x(index) - width / 2, width)
            if step >= 3.6 or fact.number % 5 == 0:
                sheet.text(
                    x(index),
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
        return sheet.svg()


def _has_share(fact: IndicatorFact) -> bool:
    return is_assessable(fact) and fact.progress is not None and not fact.is_yearly


def _draw_bars(plot: Plot, facts: list[IndicatorFact], y: Scale, width: float) -> None:
    least = y.value_at(0.0) - y.value_at(0.6)
    shown = [(index, fact) for index, fact in enumerate(facts) if _has_share(fact)]
    plot.bars(
        [index for index, _ in shown],
        [max(min(fact.progress or 0.0, _CAP), least) for _, fact in shown],
        colours=[_colour(fact) for _, fact in shown],
        width=width,
    )


def _draw_frames(sheet: Sheet, fact: IndicatorFact, y: Scale, left: float, width: float) -> None:
    """Draw an indicator that has no share done: its years, or that it cannot be assessed."""
    if is_assessable(fact) and fact.is_yearly:
        _draw_years(sheet, fact, y, left, width)
    else:
        sheet.box(left, y(1.0), width, y(0) - y(1.0), edge=MUTED, weight=0.6, dash=UNKNOWN_DASH)


def _colour(fact: IndicatorFact) -> str:
    tone = verdict_style(fact.verdict).tone
    return OBSERVED if tone is Tone.GOOD else TONES[tone].edge


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
