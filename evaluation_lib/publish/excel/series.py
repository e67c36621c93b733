"""数据序列: every observed value with its whole origin, and what each year added."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaluation_lib.publish.excel.cells import (
    FIRST_ROW,
    Cell,
    Column,
    Line,
    Number,
    Sheet,
    Words,
    column_letter,
)
from evaluation_lib.report.model import IndicatorFact, ObservationFact, Report
from evaluation_lib.report.wording.annex import annex

SIGNS = {"=": "", ">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈"}
_STEPPED = ("stock", "rate")  # kinds whose years stand for levels, so that their difference is due

Places = dict[tuple[str, str], int]


def series_sheet(report: Report) -> tuple[Sheet, Places]:
    """Return the sheet, and the place of each whole year's value by indicator and period."""
    said = annex(report.language)
    lines: list[Line] = []
    places: Places = {}
    for fact in report.indicators:
        for one in sorted(fact.observations, key=lambda one: (one.year, one.period)):
            places[fact.id, one.period] = len(lines)
            lines.append(_line(report, fact, one, places, whole=True))
        for one in fact.parts:
            lines.append(_line(report, fact, one, places, whole=False))
    title, note = said("series.title"), said("series.note")
    columns = _columns(report.language)
    return Sheet(said("series.tab"), title, note, columns, tuple(lines), frozen=3), places


def _columns(language: str) -> dict[str, Column]:
    said = annex(language)
    return {
        "number": Column(said("number"), 6, right=True),
        "id": Column(said("id"), 24),
        "indicator": Column(said("indicator"), 26),
        "unit": Column(said("unit"), 12),
        "period": Column(said("period"), 10),
        "year": Column(said("year"), 7, right=True),
        "whole": Column(said("whole"), 7),
        "value": Column(said("value"), 11, right=True),
        "step": Column(said("step"), 11, right=True),
        "due": Column(said("path"), 11, right=True),
        "gap": Column(said("path_gap"), 11, right=True),
        "status": Column(said("status"), 10),
        "published_on": Column(said("published_on"), 12),
        "evidence": Column(said("evidence"), 7),
        "source": Column(said("source"), 34),
        "cell": Column(said("cell"), 16),
        "raw": Column(said("raw"), 18),
        "source_id": Column(said("source_id"), 22),
    }


def _line(
    report: Report, fact: IndicatorFact, one: ObservationFact, places: Places, *, whole: bool
) -> Line:
    said = annex(report.language)
    cells: dict[str, Cell] = {
        "number": Number(fact.number),
        "id": Words(fact.id),
        "indicator": Words(fact.name),
        "unit": Words(fact.unit),
        "period": Words(one.period),
        "year": Number(one.year),
        "whole": Words(said("yes") if whole else said("part")),
        "value": Number(one.value, fact.decimals, SIGNS.get(one.comparator, one.comparator)),
        "status": Words(said(f"status.{one.status}")),
        "published_on": Words(one.published_on),
        "evidence": Words(one.evidence),
        "source": Words(one.source_title or one.source),
        "cell": Words(one.cell),
        "raw": Words(one.raw),
        "source_id": Words(one.source),
    }
    if whole:
        letter = column_letter(list(_columns(report.language)).index("value"))
        cells |= dict(_reckoned(fact, one, places, letter))
    return Line(cells, tint=fact.is_binding)


def _reckoned(
    fact: IndicatorFact, one: ObservationFact, places: Places, letter: str
) -> Iterator[tuple[str, Cell]]:
    """Yield what a reader can reckon from the value: the year's change, and the gap to the path."""
    decimals = max(1, fact.decimals)
    before = next(
        (
            earlier
            for earlier in fact.observations
            if earlier.year == one.year - 1 and earlier.comparator == "="
        ),
        None,
    )
    stepped = fact.kind in _STEPPED and one.comparator == "=" and len(one.period) == 4
    if stepped and before is not None and (fact.id, before.period) in places:
        row = FIRST_ROW + places[fact.id, before.period]
        change = float(Decimal(repr(one.value)) - Decimal(repr(before.value)))
        yield "step", Number(change, decimals, formula=f"={{value}}-{letter}{row}")
    due = fact.target_path.get(one.year)
    if due is None or fact.kind not in _STEPPED:
        return
    yield "due", Number(due, decimals)
    yield "gap", Number(one.value - due, decimals, formula="={value}-{due}")
