"""The annex that tells where every number comes from, from the cell to the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.report.blocks import Block, Cell, Column, Row, Section, Table, plain
from evaluation_lib.report.explaining import ITEMS, steps_of
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.origins import originally

_WIDTHS = {"note": None, "indicator": 0.8, "label": 0.7, "value": 0.7, "how": 4.0}


def origins(report: Report) -> tuple[Block, ...]:
    """Return one row for each number of each indicator; nothing for a plan without indicators."""
    rows = tuple(row for fact in report.indicators for row in _rows(report, fact))
    if not rows:
        return ()
    language = report.language
    table = Table(
        key="origin-table",
        title=originally(language, "table", indicators=len(report.indicators), count=len(rows)),
        columns=tuple(
            Column(
                title=originally(language, f"column.{name}"),
                align="right" if name == "value" else "left",
                width=width,
                keep=name == "note",
            )
            for name, width in _WIDTHS.items()
        ),
        rows=rows,
        notes=(plain(originally(language, "note", items=item_numbers(language))),),
    )
    heading = Section(
        level=1,
        title=originally(language, "title"),
        key="origins",
        landscape=True,
        fresh_page=True,
    )
    return (heading, table)


def item_numbers(language: str, shown: tuple[str, ...] = ITEMS) -> str:
    """Return the items `shown` with the numbers that notes give them."""
    return words(language).listed(
        [
            originally(language, "item", number=number, label=originally(language, key))
            for number, key in enumerate(ITEMS, start=1)
            if key in shown
        ]
    )


def _rows(report: Report, fact: IndicatorFact) -> Iterator[Row]:
    steps = list(steps_of(report, fact))
    for step in steps:
        texts = (step.note, fact.short_name, step.label, step.value, step.how)
        yield Row(
            cells=tuple(Cell(spans=plain(text)) for text in texts),
            tint=fact.is_binding,
            rule_below=step is steps[-1],
            key=step.anchor,
        )
