"""Which values were known on a given day."""

from __future__ import annotations

from datetime import date

import pandas as pd

from evaluation_lib.observations.table import (
    DEFINITION,
    EVIDENCE,
    KEY,
    PUBLISHED_ON,
    SOURCE,
    VALUE,
)
from evaluation_lib.plan.model import Plan


def known(table: pd.DataFrame, plan: Plan, as_of: date) -> pd.DataFrame:
    """Return the rows of the observation table that were published on or before `as_of`.

    A row without a date cannot be shown to have been known, so it is left out; only the plan's own
    text, which is on the table from the start, is known without one.
    """
    own = {source.id for source in plan.sources}
    undated = (table[PUBLISHED_ON] == "") & table[SOURCE].isin(own)
    dated = (table[PUBLISHED_ON] != "") & (table[PUBLISHED_ON] <= as_of.isoformat())
    return table[undated | dated]


def latest(table: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each jurisdiction, indicator, period and definition.

    The best evidence grade wins, and within a grade the vintage published last, so that a late
    reprint never displaces an official figure. Rows keep their labels.
    """
    ranked = table.sort_values(
        [*KEY, DEFINITION, EVIDENCE, PUBLISHED_ON, VALUE],
        ascending=[True, True, True, True, True, False, True],
        kind="stable",
    )
    return ranked.drop_duplicates([*KEY, DEFINITION], keep="first")
