"""One square for each indicator and year: what is known, and on which evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation_lib.report.blocks import Cell, Column, Figure, Row, Table, plain
from evaluation_lib.report.charts.lettering import width_of
from evaluation_lib.report.charts.theme import AXIS, FULL_WIDTH, UNKNOWN_DASH, new_sheet
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_quality import CoverageFact, CoverageYear
from evaluation_lib.report.numbers import NO_VALUE
from evaluation_lib.report.sections.quality.parts import facts_of
from evaluation_lib.report.style import (
    BANDS,
    HAIRLINE,
    INK,
    MUTED,
    OBSERVED,
    OBSERVED_LIGHT,
    PAPER,
    SECONDARY,
)
from evaluation_lib.report.wording.quality import quality

if TYPE_CHECKING:
    from evaluation_lib.report.charts.sheet import Sheet

_NAMES = 78.0
_NUMBER = 7.0
_ROW = 6.6
_SIDE = 4.6
_TOP = 15.0
_STATES = ("exact", "bound", "part", "none")


def coverage_map(report: Report) -> Figure:
    """Return the map with the same as a table behind it."""
    facts, language = facts_of(report), report.language
    told = quality(language, "coverage.stop").join(_told(one, language) for one in facts.coverage)
    return Figure(
        key="coverage-map",
        title=quality(language, "coverage.figure"),
        subtitle=quality(language, "coverage.subtitle"),
        svg=_draw(report),
        alt=told,
        note=quality(language, "coverage.note"),
        table=_table(report),
    )


def _told(fact: CoverageFact, language: str) -> str:
    missing = [str(one.year) for one in fact.years if one.state != "exact"]
    years = (
        quality(language, "coverage.missing", years=quality(language, "list").join(missing))
        if missing
        else quality(language, "coverage.all")
    )
    return quality(language, "coverage.alt", name=fact.name, years=years)


def _draw(report: Report) -> str:
    facts = facts_of(report)
    years = [one.year for one in facts.coverage[0].years]
    step = (FULL_WIDTH - _NAMES) / len(years)
    height = _TOP + _ROW * len(facts.coverage) + 1.0
    with new_sheet(report, width=FULL_WIDTH, height=height) as sheet:
        _draw_legend(sheet, report.language)
        for place, year in enumerate(years):
            left = _NAMES + place * step
            sheet.text(left, _TOP - 3.0, str(year), size=AXIS, strong=True)
        for line, fact in enumerate(facts.coverage):
            top = _TOP + _ROW * line
            middle = top + _ROW / 2
            sheet.line([(0, top), (FULL_WIDTH, top)], colour=HAIRLINE, weight=0.5)
            sheet.text(0, middle, str(fact.number), size=AXIS, colour=SECONDARY)
            sheet.text(_NUMBER, middle, _shortened(fact.name), size=AXIS)
            for place, one in enumerate(fact.years):
                left = _NAMES + place * step
                draw_state(sheet, one, left, middle - _SIDE / 2)
                if facts.counties:
                    told = f"{one.counties}/{facts.counties}"
                    colour = SECONDARY if one.counties else MUTED
                    sheet.text(left + _SIDE + 1.4, middle, told, size=AXIS, colour=colour)
        return sheet.svg()


def draw_state(sheet: Sheet, year: CoverageYear, x: float, y: float) -> None:
    """Draw what is known of a year with its upper left corner at `x`, `y` (mm)."""
    match year.state:
        case "exact":
            sheet.box(x, y, _SIDE, _SIDE, fill=OBSERVED)
        case "bound":
            sheet.box(x, y, _SIDE, _SIDE, fill=BANDS["80"], edge=OBSERVED_LIGHT)
        case "part":
            sheet.box(x, y + _SIDE / 2, _SIDE, _SIDE / 2, fill=BANDS["80"])
            sheet.box(x, y, _SIDE, _SIDE, edge=OBSERVED_LIGHT)
        case _:
            sheet.box(x, y, _SIDE, _SIDE, edge=MUTED, dash=UNKNOWN_DASH)
    if year.evidence:
        colour = PAPER if year.state == "exact" else INK
        middle = (x + _SIDE / 2, y + _SIDE / 2)
        sheet.text(*middle, year.evidence, size=AXIS, colour=colour, align="center", strong=True)


def _draw_legend(sheet: Sheet, language: str) -> None:
    x = 0.0
    for state in _STATES:
        shown = CoverageYear(year=0, state=state, evidence="", counties=0)
        draw_state(sheet, shown, x, 0.5)
        word = quality(language, f"state.{state}")
        sheet.text(x + _SIDE + 1.4, 0.5 + _SIDE / 2, word, size=AXIS)
        x += _SIDE + width_of(word, AXIS) + 6.0


def _shortened(name: str) -> str:
    """Return as much of a name as has room."""
    room = _NAMES - _NUMBER - 2.0
    if width_of(name, AXIS) <= room:
        return name
    kept = name
    while width_of(f"{kept}…", AXIS) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _table(report: Report) -> Table:
    facts, language = facts_of(report), report.language
    years = [one.year for one in facts.coverage[0].years]
    titles = [quality(language, "coverage.number"), quality(language, "coverage.indicator")]
    return Table(
        key="coverage-map-data",
        columns=tuple(Column(title=one) for one in [*titles, *map(str, years)]),
        rows=tuple(
            Row(
                cells=(
                    Cell(spans=plain(str(one.number))),
                    Cell(spans=plain(one.name)),
                    *(Cell(spans=plain(_cell(year, report))) for year in one.years),
                )
            )
            for one in facts.coverage
        ),
    )


def _cell(year: CoverageYear, report: Report) -> str:
    total, language = facts_of(report).counties, report.language
    state = NO_VALUE if year.state == "none" else year.evidence
    if year.state in ("bound", "part"):
        state = f"{year.evidence} {quality(language, f'state.{year.state}')}"
    if not total:
        return state
    counted = quality(language, "coverage.counties", count=year.counties, total=total)
    return f"{state} {counted}"
