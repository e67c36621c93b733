"""Every row on one indicator as it was read: to sort and search, or standing still."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
from itables.widget import ITable

from evaluation_lib.explore.shown import asked_of
from evaluation_lib.inquiry import Desk, Setting
from evaluation_lib.inquiry.desk import known_on
from evaluation_lib.observations.table import (
    CELL,
    COMPARATOR,
    EVIDENCE,
    INDICATOR,
    JURISDICTION,
    PERIOD,
    PUBLISHED_ON,
    RAW,
    SOURCE,
    STATUS,
    VALUE,
    Status,
)
from evaluation_lib.report import numbers
from evaluation_lib.report.blocks import Cell, Column, Row, Table, plain
from evaluation_lib.report.narrative.voice import Voice
from evaluation_lib.report.show import Blocks
from evaluation_lib.report.wording.explorer import explorer_words

_SHOWN = (PERIOD, VALUE, STATUS, PUBLISHED_ON, EVIDENCE, SOURCE, CELL, RAW)


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """Rows of the observation table in the reader's words.

    Attributes:
        table: A row for each observation, all vintages; titles in the reader's language.
        blocks: The same as a report prints it.
    """

    table: pd.DataFrame
    blocks: Blocks

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Return a table to sort and search, and for everything else the report's table."""
        searched = ITable(
            self.table,
            showIndex=False,
            paging=False,
            scrollY="420px",
            scrollCollapse=True,
            classes="display compact",
            style="width:100%;margin:0",
            layout={"topEnd": "search"},
            language={"search": explorer_words(self.blocks.language, "search")},
        )
        live: Any = searched._repr_mimebundle_()
        # An anywidget answers with its metadata beside the bundle, an ipywidget with the bundle.
        bundle = live[0] if isinstance(live, tuple) else live
        return {**(bundle or {}), **self.blocks._repr_mimebundle_(include, exclude)}


def listing(desk: Desk, indicator: str, *, jurisdiction: str = "", language: str = "zh") -> Listing:
    """Return every row on one indicator known on the desk's day.

    Args:
        desk: Plan and observations.
        indicator: Indicator id.
        jurisdiction: GB/T 2260 code; blank for the desk's own.
        language: `zh` or `en`.
    """
    asked = asked_of(desk, Setting(indicator=indicator), language)
    place = jurisdiction or desk.jurisdiction
    rows = known_on(desk, desk.as_of).rows
    rows = rows[(rows[JURISDICTION] == place) & (rows[INDICATOR] == indicator)]
    voice = Voice(desk.plan.indicator(indicator), language)
    texts = [
        [
            row[PERIOD],
            numbers.compared(voice.bare(row[VALUE]), row[COMPARATOR]),
            explorer_words(language, f"status.{row[STATUS]}"),
            row[PUBLISHED_ON],
            row[EVIDENCE],
            asked.names.source(row[SOURCE]),
            asked.names.cell(row[CELL]),
            row[RAW],
        ]
        for row in rows.sort_values([PERIOD, PUBLISHED_ON], kind="stable").to_dict("records")
    ]
    titles = [explorer_words(language, f"rows.{name}") for name in _SHOWN]
    block = Table(
        key=f"rows-{indicator}",
        title=explorer_words(language, "rows", name=voice.name, unit=voice.unit),
        columns=tuple(
            Column(title=title, align="right" if name == VALUE else "left",
                   width=1.6 if name == SOURCE else None)
            for name, title in zip(_SHOWN, titles, strict=True)
        ),
        rows=tuple(Row(cells=tuple(Cell(spans=plain(text)) for text in row)) for row in texts),
    )  # fmt: skip
    invented = any(rows[STATUS] == Status.SYNTHETIC)
    return Listing(pd.DataFrame(texts, columns=titles), Blocks((block,), language, invented))
