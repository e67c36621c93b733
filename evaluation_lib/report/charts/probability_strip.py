"""How likely the targets are, all on one strip from 0 to 1: a square for each indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, plain
from evaluation_lib.report.charts.ranking import probability_tone
from evaluation_lib.report.charts.scale import Scale
from evaluation_lib.report.charts.theme import AXIS, FULL_WIDTH, new_sheet
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.style import BOX, INK, PAPER, SECONDARY, TONES
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.judgement import judged
from evaluation_lib.report.wording.phrases import (
    probability_of,
    probability_text,
    source_note,
)

if TYPE_CHECKING:
    from evaluation_lib.report.charts.sheet import Sheet

BANDS = (
    (0.0, 0.2, "very_unlikely"),
    (0.2, 0.4, "unlikely"),
    (0.4, 0.6, "uncertain"),
    (0.6, 0.8, "likely"),
    (0.8, 1.0, "very_likely"),
)
"""Where each word for a probability begins and ends."""
_SQUARE = 3.6
_BINS = 20
_EACH_ROW = 2  # squares side by side in a bin
_STEP = _SQUARE + 1.0
_HEAD = 5.6
_MARGIN = 2.0


def probability_strip(report: Report) -> Figure | None:
    """Return the strip of all open probabilities; None where fewer than two are open.

    A square stands within 0.05 of its probability and above those that share its place; a black
    bar below it marks a binding indicator.

    Args:
        report: Report with its indicators; what has been observed is no longer likely or unlikely.
    """
    open_ = [one for one in report.indicators if _is_open(one)]
    if len(open_) < 2:
        return None
    ordered = sorted(open_, key=lambda one: (probability_of(one) or 0.0, one.number))
    language = report.language
    likely = sum((probability_of(one) or 0.0) >= 0.6 for one in ordered)
    unlikely = sum((probability_of(one) or 0.0) < 0.4 for one in ordered)
    title = judged(
        language,
        "strip.title",
        count=len(ordered),
        likely=likely,
        between=len(ordered) - likely - unlikely,
        unlikely=unlikely,
    )
    joint = judged(language, "list")
    told = joint.join(f"{one.number} {one.short_name} {probability_text(one)}" for one in ordered)
    return Figure(
        key="probability-strip",
        title=title,
        subtitle=judged(language, "strip.subtitle", year=report.plan.end),
        svg=_draw(report, ordered),
        alt=judged(language, "strip.alt", title=title, values=told),
        note=source_note(report),
        table=_table(ordered, language),
    )


def _is_open(fact: IndicatorFact) -> bool:
    return probability_of(fact) is not None and not fact.probability_observed


def _binned(ordered: Sequence[IndicatorFact]) -> dict[int, list[IndicatorFact]]:
    bins: dict[int, list[IndicatorFact]] = defaultdict(list)
    for one in ordered:
        bins[min(_BINS - 1, int((probability_of(one) or 0.0) * _BINS))].append(one)
    return bins


def _draw(report: Report, ordered: Sequence[IndicatorFact]) -> str:
    bins, language = _binned(ordered), report.language
    rows = max(-(-len(members) // _EACH_ROW) for members in bins.values())
    base = _HEAD + _STEP * rows + 1.5
    x = Scale(0.0, 1.0, _MARGIN, FULL_WIDTH - _MARGIN)
    with new_sheet(report, width=FULL_WIDTH, height=base + 6.0) as sheet:
        for place, (low, high, word) in enumerate(BANDS):
            if place % 2 == 0:
                sheet.box(x(low), 0, x(high) - x(low), base, fill=BOX)
            count = sum(_holds(low, high, probability_of(one) or 0.0) for one in ordered)
            text = f"{words(language).outlook(word)} {count}"
            middle = (x(low) + x(high)) / 2
            sheet.text(middle, 2.6, text, size=AXIS, align="center", colour=SECONDARY)
        for number, members in bins.items():
            _stack(sheet, members, x((number + 0.5) / _BINS), base)
        sheet.line([(x(0), base), (x(1), base)], colour=INK, weight=0.9)
        for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
            sheet.line([(x(tick), base), (x(tick), base + 1.2)], colour=INK, weight=0.7)
            align = "left" if tick == 0 else "right" if tick == 1 else "center"
            sheet.text(x(tick), base + 3.6, f"{tick:g}", size=AXIS, colour=SECONDARY, align=align)
        return sheet.svg()


def _holds(low: float, high: float, value: float) -> bool:
    return low <= value < high or (high == 1.0 and value == 1.0)


def _stack(sheet: Sheet, members: Sequence[IndicatorFact], middle: float, base: float) -> None:
    """Draw the squares of one bin, two in a row, from the axis upwards."""
    for place, fact in enumerate(members):
        row, column = divmod(place, _EACH_ROW)
        alone = len(members) - row * _EACH_ROW == 1
        left = middle - _SQUARE / 2 if alone else middle - _SQUARE + column * (_SQUARE + 0.1)
        top = base - 1.4 - _STEP * row - _SQUARE
        shade = TONES[probability_tone(probability_of(fact) or 0.0)]
        sheet.box(left, top, _SQUARE - 0.2, _SQUARE, fill=shade.ink, edge=shade.ink, weight=0.3)
        sheet.text(
            left + _SQUARE / 2 - 0.1,
            top + _SQUARE / 2,
            str(fact.number),
            size=7,
            align="center",
            colour=PAPER,
        )
        if fact.is_binding:
            bar = top + _SQUARE + 0.5
            sheet.line([(left, bar), (left + _SQUARE - 0.2, bar)], colour=INK, weight=1.6)


def _table(ordered: Sequence[IndicatorFact], language: str) -> Table:
    return Table(
        key="probability-strip-values",
        columns=(
            Column(title=judged(language, "column.number"), align="right"),
            Column(title=judged(language, "column.indicator")),
            Column(title=judged(language, "warnings.probability"), align="right"),
        ),
        rows=tuple(
            Row(
                cells=tuple(
                    Cell(spans=plain(text))
                    for text in (str(one.number), one.short_name, probability_text(one))
                )
            )
            for one in ordered
        ),
    )
