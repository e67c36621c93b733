"""From the indicators on schedule in an earlier report to those of now, cause by cause."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, Tone, plain
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.scale import Scale
from evaluation_lib.report.charts.theme import FULL_WIDTH, VALUE, new_sheet
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_changes import WaterfallFact
from evaluation_lib.report.numbers import MINUS
from evaluation_lib.report.style import INK, OBSERVED, SECONDARY, TONES
from evaluation_lib.report.wording.changes import changed

_ROW = 7.2
_BAR = 4.0
_RIGHT = 14.0  # room for the last number, mm
_LOST = TONES[Tone.BAD]
_GAINED = TONES[Tone.GOOD]


def verdict_waterfall(
    report: Report, old: int, new: int, steps: Sequence[WaterfallFact]
) -> Figure | None:
    """Return the chart of what led from one count to the other; None where nothing moved.

    Args:
        report: Gives language and mark of demonstration.
        old: Indicators on schedule or better in the earlier report.
        new: The same now; `old` and all gains less all losses.
        steps: Causes in the order in which they were let in.

    Raises:
        ValueError: The steps do not lead from `old` to `new`.
    """
    if not steps:
        return None
    reached = old + sum(one.gained - one.lost for one in steps)
    if reached != new:
        raise ValueError(f"the steps lead from {old} to {reached}, not to {new}")
    language = report.language
    told = [
        changed(
            language, "waterfall.step", cause=_name(one, language), gained=one.gained, lost=one.lost
        )
        for one in steps
    ]
    joint = "；" if language == "zh" else "; "
    return Figure(
        key="verdict-waterfall",
        title=changed(language, "waterfall.title", old=old, new=new),
        subtitle=changed(language, "waterfall.subtitle"),
        svg=_draw(report, old, new, steps),
        alt=changed(language, "waterfall.alt", old=old, new=new, steps=joint.join(told)),
        table=_table(steps, language),
    )


def _draw(report: Report, old: int, new: int, steps: Sequence[WaterfallFact]) -> str:
    language = report.language
    rows = [
        (changed(language, "waterfall.old"), 0, old, ""),
        *_bars(old, steps, language),
        (changed(language, "waterfall.new"), 0, new, ""),
    ]
    most = max(max(start, end) for _, start, end, _ in rows)
    left = max(width_of(label, VALUE) for label, *_ in rows) + 3.0
    x = Scale(0, max(most, 1), left, FULL_WIDTH - _RIGHT)
    with new_sheet(report, width=FULL_WIDTH, height=_ROW * len(rows) + 1.0) as sheet:
        for place, (label, start, end, change) in enumerate(rows):
            middle = _ROW * place + _ROW / 2
            is_total = not change
            sheet.text(
                left - 2.5, middle, label, size=VALUE, align="right", strong=is_total, colour=INK
            )
            first, last = sorted((x(start), x(end)))
            shade = _GAINED if end > start else _LOST
            sheet.box(
                first,
                middle - _BAR / 2,
                last - first,
                _BAR,
                fill=OBSERVED if is_total else shade.ground,
                edge=OBSERVED if is_total else shade.edge,
                weight=0.8,
            )
            text = str(end) if is_total else change
            ink = INK if is_total else shade.ink
            sheet.text(last + 1.6, middle, text, size=VALUE, colour=ink, strong=True)
            if place + 1 < len(rows):
                # The hairline carries the count on to where the next bar begins.
                below = middle + _ROW - _BAR / 2
                sheet.line([(x(end), middle + _BAR / 2), (x(end), below)], colour=SECONDARY)
        sheet.line([(left, 1.0), (left, _ROW * len(rows) - 0.5)], colour=INK, weight=0.9)
        return sheet.svg()


def _bars(
    old: int, steps: Sequence[WaterfallFact], language: str
) -> list[tuple[str, int, int, str]]:
    """Return label, start, end and written change of each gain and each loss."""
    level, bars = old, []
    for one in steps:
        for change, key in ((one.gained, "gained"), (-one.lost, "lost")):
            if change:
                way = changed(language, f"waterfall.{key}")
                name = _name(one, language)
                label = f"{name}，{way}" if language == "zh" else f"{name}: {way.lower()}"
                written = f"{'+' if change > 0 else MINUS}{abs(change)}"
                bars.append((label, level, level + change, written))
                level += change
    return bars


def _name(one: WaterfallFact, language: str) -> str:
    return changed(language, f"cause.{one.cause}")


def _table(steps: Sequence[WaterfallFact], language: str) -> Table:
    return Table(
        key="verdict-waterfall-values",
        columns=(
            Column(title=changed(language, "column.cause")),
            Column(title=changed(language, "waterfall.gained"), align="right"),
            Column(title=changed(language, "waterfall.lost"), align="right"),
        ),
        rows=tuple(
            Row(
                cells=tuple(
                    Cell(spans=plain(text))
                    for text in (_name(one, language), str(one.gained), str(one.lost))
                )
            )
            for one in steps
        ),
    )
