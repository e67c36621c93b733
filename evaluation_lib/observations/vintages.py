"""Which values were known on a given day."""

from __future__ import annotations

from datetime import date

import pandas as pd

from evaluation_lib.observations.table import (
    DEFINITION,
    EVIDENCE,
    KEY,
    PUBLISHED_ON,
    VALUE,
)


def published_by(table: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Return the rows of the observation table that were published on or before `as_of`.

    Rows without a date are kept: the checks question each of them and keep it out, unless it comes
    from the plan's own text, which is on the table from the start.
    """
    return table[table[PUBLISHED_ON] <= as_of.isoformat()]


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


def first(table: pd.DataFrame) -> pd.DataFrame:
    """Return the vintage published first for each jurisdiction, indicator, period and definition.

    Of several on the same day the best evidence grade wins. Rows keep their labels.
    """
    ranked = table.sort_values(
        [*KEY, DEFINITION, PUBLISHED_ON, EVIDENCE, VALUE], ascending=True, kind="stable"
    )
    return ranked.drop_duplicates([*KEY, DEFINITION], keep="first")


def newest(table: pd.DataFrame) -> pd.DataFrame:
    """Return the vintage published last, whatever its grade; else as `first`."""
    ranked = table.sort_values(
        [*KEY, DEFINITION, PUBLISHED_ON, EVIDENCE, VALUE],
        ascending=[True, True, True, True, False, True, True],
        kind="stable",
    )
    return ranked.drop_duplicates([*KEY, DEFINITION], keep="first")
