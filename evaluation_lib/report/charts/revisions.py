"""How published values were restated: one row for each, from the first edition to the one used."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, plain
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.scale import Scale, round_ticks, tick_decimals
from evaluation_lib.report.charts.theme import (
    AXIS,
    FULL_WIDTH,
    GRID_WEIGHT,
    VALUE,
    new_sheet,
)
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_quality import EditionFact
from evaluation_lib.report.numbers import plan_value, signed
from evaluation_lib.report.style import HAIRLINE, INK, OBSERVED, OBSERVED_LIGHT, PAPER, SECONDARY
from evaluation_lib.report.wording.phrases import source_note
from evaluation_lib.report.wording.quality import quality

MOST_ROWS = 25
_ROW = 5.4
_TOP = 6.0
_VALUES = 34.0  # room for first and used value at the right, mm
_LONGEST = 52.0  # room for names at the left, mm


def revisions(report: Report, editions: Sequence[EditionFact]) -> Figure | None:
    """Return the chart of values restated, the largest change first; None where none was.

    Changes are shares of the first edition, so that all units stand on one scale.

    Args:
        report: Gives language, date and mark of demonstration.
        editions: Values published more than once; those whose first value is zero or holds still
            are left out, and beyond 25 the smallest changes are.
    """
    moved = sorted(
        (one for one in editions if one.first and one.used != one.first),
        key=lambda one: (-abs(_change(one)), one.indicator, one.period),
    )
    if not moved:
        return None
    shown, language = moved[:MOST_ROWS], report.language
    largest = moved[0]
    return Figure(
        key="revisions",
        title=quality(
            language,
            "revisions.title",
            count=len(moved),
            name=largest.name,
            period=largest.period,
            change=_percent(largest, language),
        ),
        subtitle=quality(
            language,
            "revisions.subtitle" if len(shown) == len(moved) else "revisions.subtitle_some",
            shown=len(shown),
        ),
        svg=_draw(report, shown),
        alt=quality(
            language,
            "revisions.alt",
            values=quality(language, "revisions.joint").join(_told(one, language) for one in shown),
        ),
        note=source_note(report),
        table=_table(shown, language),
    )


def _change(one: EditionFact) -> float:
    """Return the change from first to used as a share of the first."""
    return (one.used - one.first) / abs(one.first)


def _percent(one: EditionFact, language: str) -> str:
    return signed(_change(one) * 100, 2, language=language) + "%"


def _told(one: EditionFact, language: str) -> str:
    return quality(
        language,
        "revisions.told",
        name=one.name,
        period=one.period,
        first=plan_value(one.first, language=language),
        used=plan_value(one.used, language=language),
        change=_percent(one, language),
    )


def _draw(report: Report, shown: Sequence[EditionFact]) -> str:
    language = report.language
    labels = [_fitted(one.name, one.period) for one in shown]
    changes = [_change(one) * 100 for one in shown]
    ticks = round_ticks(min(0.0, *changes), max(0.0, *changes), count=4)
    left = max(width_of(label, VALUE) for label in labels) + 3.0
    right = FULL_WIDTH - _VALUES
    x = Scale(ticks[0], ticks[-1], left + 11.0, right - 11.0)
    bottom = _TOP + _ROW * len(shown)
    with new_sheet(report, width=FULL_WIDTH, height=bottom + 1.0) as sheet:
        decimals = tick_decimals(ticks)
        for tick in ticks:
            ends = [(x(tick), _TOP - 1.0), (x(tick), bottom)]
            is_zero = tick == 0
            sheet.line(
                ends, colour=INK if is_zero else HAIRLINE, weight=0.9 if is_zero else GRID_WEIGHT
            )
            text = signed(tick, decimals, language=language) + "%"
            sheet.text(x(tick), 2.0, text, size=AXIS, colour=SECONDARY, align="center")
        heading = quality(language, "revisions.values")
        sheet.text(FULL_WIDTH, 2.0, heading, size=AXIS, colour=SECONDARY, align="right")
        for place, (one, label, change) in enumerate(zip(shown, labels, changes, strict=True)):
            y = _TOP + _ROW * place + _ROW / 2
            sheet.text(left - 3.0, y, label, size=VALUE, align="right")
            sheet.line([(x(0), y), (x(change), y)], colour=OBSERVED_LIGHT, weight=2.4)
            sheet.dot(x(0), y, 1.0, fill=PAPER, edge=OBSERVED, weight=1.0)
            sheet.dot(x(change), y, 1.15, fill=OBSERVED)
            side = 1 if change > 0 else -1
            sheet.text(
                x(change) + side * 2.0,
                y,
                _percent(one, language),
                size=AXIS,
                align="left" if side > 0 else "right",
                strong=True,
                halo=True,
                colour=OBSERVED,
            )
            values = " → ".join(plan_value(v, language=language) for v in (one.first, one.used))
            sheet.text(FULL_WIDTH, y, values, size=AXIS, align="right")
        return sheet.svg()


def _fitted(name: str, period: str) -> str:
    """Return name and period, the name cut where it would leave no room for the chart."""
    if width_of(f"{name} {period}", VALUE) <= _LONGEST:
        return f"{name} {period}"
    while width_of(f"{name}… {period}", VALUE) > _LONGEST:
        name = name[:-1]
    return f"{name.rstrip()}… {period}"


def _table(shown: Sequence[EditionFact], language: str) -> Table:
    keys = ("indicator", "period", "first", "used", "change", "published_on")
    return Table(
        key="revisions-values",
        columns=tuple(
            Column(
                title=quality(language, f"editions.{key}"),
                align="right" if key in ("first", "used", "change") else "left",
            )
            for key in keys
        ),
        rows=tuple(
            Row(
                cells=tuple(
                    Cell(spans=plain(text))
                    for text in (
                        one.name,
                        one.period,
                        plan_value(one.first, language=language),
                        plan_value(one.used, language=language),
                        _percent(one, language),
                        one.used_published_on,
                    )
                )
            )
            for one in shown
        ),
    )
