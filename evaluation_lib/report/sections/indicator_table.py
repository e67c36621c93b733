"""Chapter 3: the table of all main indicators."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Column, KeyStrip, Row, Section, Table
from evaluation_lib.report.charts.ranking import (
    anticipatory,
    binding,
    is_assessable,
    is_reached,
    shows_outlook,
)
from evaluation_lib.report.model import Report
from evaluation_lib.report.sections.key_values import key_values
from evaluation_lib.report.sections.table_cells import CELLS
from evaluation_lib.report.sections.table_notes import table_notes
from evaluation_lib.report.wording import words

_RIGHT = ("number", "baseline", "target", "latest", "due", "pace")
_KEPT = ("number", "unit", "nature", "latest", "year", "progress", "probability", "verdict")
_WIDTHS = {"zh": {"indicator": 1.0}, "en": {"indicator": 1.0, "verdict": 0.5}}


def indicator_table(report: Report) -> tuple[Block, ...]:
    """Return the chapter's heading and 表1: binding rows first and tinted, then the others.

    A plan with a single indicator gets its values as a strip instead.
    """
    spoken = words(report.language)
    single = len(report.indicators) == 1
    heading = Section(
        level=1,
        title=spoken["indicators.title"],
        key="indicators",
        aside="" if single else spoken["indicators.aside"],
        landscape=not single,
        fresh_page=not single,
    )
    if single:
        return (heading, KeyStrip(items=key_values(report, report.indicators[0])))
    keys = _columns(report)
    bound, others = binding(report), anticipatory(report)
    rows = []
    for fact in (*bound, *others):
        closes = bool(others) and bool(bound) and fact is bound[-1]
        cells = tuple(CELLS[key](report, fact) for key in keys)
        rows.append(Row(cells=cells, tint=fact.is_binding, rule_below=closes))
    table = Table(
        key="main-indicators",
        title=_title(report),
        columns=tuple(_column(report, key) for key in keys),
        rows=tuple(rows),
        notes=table_notes(report),
    )
    return (heading, table)


def _columns(report: Report) -> list[str]:
    keys = ["number", "indicator", "unit", "nature", "baseline", "target", "latest", "year"]
    keys += ["progress", "due"]
    if report.evaluation_year < report.plan.end:
        keys.append("pace")
    if shows_outlook(report):
        keys.append("probability")
    keys += ["verdict", "evidence"]
    if report.language == "en":
        # English words are longer; binding rows are tinted and come first, which says the same.
        keys.remove("nature")
    return keys


def _column(report: Report, key: str) -> Column:
    spoken = words(report.language)
    title = spoken.say(
        f"column.{key}", baseline_year=report.plan.baseline_year, target_year=report.plan.end
    )
    return Column(
        title=title,
        align="right" if key in _RIGHT else "center" if key == "evidence" else "left",
        width=_WIDTHS[report.language].get(key),
        keep=key in _KEPT and _WIDTHS[report.language].get(key) is None,
    )


def _title(report: Report) -> str:
    spoken = words(report.language)
    judged = [one for one in report.indicators if is_assessable(one)]
    reached = sum(map(is_reached, judged))
    counts = {
        "reached": reached,
        "behind": len(judged) - reached,
        "unassessable": len(report.indicators) - len(judged),
    }
    final = "_final" if report.product == "final" else ""
    parts = [
        spoken.say(f"indicators.{key}{final}", count=count)
        for key, count in counts.items()
        if count
    ]
    return spoken.say(
        "indicators.table",
        year=report.evaluation_year,
        count=len(report.indicators),
        parts=spoken.listed(parts),
    )
