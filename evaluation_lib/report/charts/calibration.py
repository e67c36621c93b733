"""Whether what the forecasts said came true: stated probabilities, and places in the forecast."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, plain
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.scale import Scale
from evaluation_lib.report.charts.theme import (
    AXIS,
    PATH_DASH,
    PATH_WEIGHT,
    axis_width,
    draw_value_axis,
    new_sheet,
)
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_forecast import CurveFact
from evaluation_lib.report.numbers import decimal
from evaluation_lib.report.style import INK, OBSERVED, OBSERVED_LIGHT, PAPER, SECONDARY
from evaluation_lib.report.wording.forecasts import forecast_words

if TYPE_CHECKING:
    from evaluation_lib.report.charts.sheet import Sheet

WIDTH, HEIGHT = 82.0, 50.0
_TOP, _BOTTOM = 8.0, 42.0
_COLOURS = {"indicators": OBSERVED, "M/Tourism together": OBSERVED_LIGHT, "own": INK}
_MARKERS = {"indicators": "o", "M/Tourism together": "D", "own": "^"}
_POINT = 2.0  # mm


def reliability_chart(report: Report, curves: tuple[CurveFact, ...]) -> Figure:
    """Return how often a target was reached, by the probability that was stated.

    On the diagonal what was called 80 % likely came true in 80 % of the cases.
    """
    language = report.language
    ticks = (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)
    left = axis_width(ticks, language=language)
    x = Scale(0, 100, left + 2, WIDTH - 3)
    y = Scale(0, 100, _BOTTOM, _TOP)
    with new_sheet(report, width=WIDTH, height=HEIGHT) as sheet:
        plot = sheet.plot(x, y, left=left, right=WIDTH)
        draw_value_axis(plot, ticks, language=language)
        plot.dashed([0, 100], [0, 100], colour=SECONDARY, weight=PATH_WEIGHT, dash=PATH_DASH)
        for one in curves:
            stated = [100 * point.stated for point in one.reliability]
            came = [100 * point.came for point in one.reliability]
            colour = _COLOURS[one.name]
            if one.name != "own":
                plot.dashed(stated, came, colour=colour, weight=PATH_WEIGHT, dash="")
            plot.points(
                stated, came, fill=colour, edge=PAPER, width=_POINT, marker=_MARKERS[one.name]
            )
        for tick in ticks:
            text = decimal(tick, 0, language=language)
            sheet.text(x(tick), _BOTTOM + 3, text, size=AXIS, colour=SECONDARY, align="center")
        _name_curves(sheet, curves, language)
        svg = sheet.svg()
    return Figure(
        key="reliability",
        title=forecast_words(language, "reliability.title"),
        subtitle=forecast_words(language, "reliability.subtitle"),
        svg=svg,
        alt=forecast_words(language, "reliability.alt", told=_gaps(curves, language)),
        table=_reliability_table(curves, language),
    )


def pit_chart(report: Report, curves: tuple[CurveFact, ...]) -> Figure:
    """Return the share of values in each tenth of their forecast; 10 % everywhere is right."""
    language = report.language
    highest = max(share for one in curves for share in one.pit)
    top = max(20.0, 5.0 * -(-100 * highest // 5))
    ticks = tuple(float(tick) for tick in range(0, int(top) + 1, 5 if top <= 20 else 10))
    left = axis_width(ticks, language=language)
    x = Scale(0, 10, left + 2, WIDTH - 3)
    y = Scale(0, top, _BOTTOM, _TOP)
    with new_sheet(report, width=WIDTH, height=HEIGHT) as sheet:
        plot = sheet.plot(x, y, left=left, right=WIDTH)
        draw_value_axis(plot, ticks, language=language)
        wide = 0.8 / len(curves)
        for place, one in enumerate(curves):
            middles = [tenth + 0.1 + wide * (place + 0.5) for tenth in range(len(one.pit))]
            heights = [100 * share for share in one.pit]
            plot.boxes(
                middles,
                [0.0] * len(heights),
                heights,
                width=wide,
                fill=_COLOURS[one.name],
                edge=PAPER,
            )
        plot.dashed([0, 10], [10, 10], colour=SECONDARY, weight=PATH_WEIGHT, dash=PATH_DASH)
        for tenth in range(0, 11, 2):
            text = decimal(10 * tenth, 0, language=language)
            sheet.text(x(tenth), _BOTTOM + 3, text, size=AXIS, colour=SECONDARY, align="center")
        _name_curves(sheet, curves, language)
        svg = sheet.svg()
    return Figure(
        key="pit",
        title=forecast_words(language, "pit.title"),
        subtitle=forecast_words(language, "pit.subtitle"),
        svg=svg,
        alt=forecast_words(language, "pit.alt", told=_spans(curves, language)),
        table=_pit_table(curves, language),
    )


def name_of(curve: CurveFact, language: str) -> str:
    """Return what a curve is of: a public set, or the plan's own indicators."""
    return forecast_words(language, f"curve.{curve.name}", n=curve.n)


def _name_curves(sheet: Sheet, curves: tuple[CurveFact, ...], language: str) -> None:
    left = 0.0
    for one in curves:
        sheet.box(left, 1.4, 2.2, 2.2, fill=_COLOURS[one.name])
        text = name_of(one, language)
        sheet.text(left + 3.2, 2.5, text, size=AXIS, colour=SECONDARY)
        left += width_of(text, AXIS) + 6.4


def _gaps(curves: tuple[CurveFact, ...], language: str) -> str:
    """Tell the largest distance from the diagonal of each curve."""
    told = []
    for one in curves:
        gap = max(abs(point.stated - point.came) for point in one.reliability)
        told.append((one, forecast_words(language, "reliability.gap", gap=_whole(gap, language))))
    return _joined(told, language)


def _spans(curves: tuple[CurveFact, ...], language: str) -> str:
    """Tell the smallest and the largest tenth of each curve."""
    told = []
    for one in curves:
        low, high = (_whole(end(one.pit), language) for end in (min, max))
        told.append((one, forecast_words(language, "pit.span", low=low, high=high)))
    return _joined(told, language)


def _joined(told: list[tuple[CurveFact, str]], language: str) -> str:
    between = "；" if language == "zh" else "; "
    return between.join(f"{name_of(one, language)} {text}" for one, text in told)


def _whole(share: float, language: str) -> str:
    return decimal(100 * share, 0, language=language)


def _reliability_table(curves: tuple[CurveFact, ...], language: str) -> Table:
    rows = [
        (
            name_of(one, language),
            decimal(100 * point.stated, 1, language=language),
            decimal(100 * point.came, 1, language=language),
            decimal(point.cases, 0, language=language),
        )
        for one in curves
        for point in one.reliability
    ]
    return _table("reliability-values", ("set", "stated", "came", "cases"), rows, language)


def _pit_table(curves: tuple[CurveFact, ...], language: str) -> Table:
    rows = [
        (
            name_of(one, language),
            forecast_words(language, "pit.tenth", tenth=place),
            decimal(100 * share, 1, language=language),
        )
        for one in curves
        for place, share in enumerate(one.pit, start=1)
    ]
    return _table("pit-values", ("set", "tenth", "share"), rows, language)


def _table(
    key: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], language: str
) -> Table:
    return Table(
        key=key,
        title=forecast_words(language, key),
        columns=tuple(
            Column(
                title=forecast_words(language, f"column.{name}"),
                align="left" if name in ("set", "tenth") else "right",
            )
            for name in columns
        ),
        rows=tuple(Row(cells=tuple(Cell(spans=plain(text)) for text in row)) for row in rows),
    )
