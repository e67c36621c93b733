"""Rules on how jurisdictions and indicators add up."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from evaluation_lib.language import Text
from evaluation_lib.observations.checks.movement import records
from evaluation_lib.observations.checks.registry import Fault, Severity, rule
from evaluation_lib.observations.table import INDICATOR, JURISDICTION, PERIOD, VALUE
from evaluation_lib.observations.vintages import latest
from evaluation_lib.plan.model import Kind, Plan

_TOLERANCE = 0.005  # half a percent: rounding of nine counties to the plan's decimals


@rule("counties_against_city", severity=Severity.WARNING, zh="县区合计不符", en="Parts ≠ whole")
def find_unequal_totals(table: pd.DataFrame, plan: Plan) -> Iterator[Fault]:
    """Find totals that differ from the sum of all their counties by more than half a percent."""
    counties = [one.code for one in plan.jurisdictions if one.parent == plan.jurisdiction]
    additive = {
        one.id
        for one in plan.indicators
        if one.kind in (Kind.STOCK, Kind.ANNUAL_FLOW, Kind.CUMULATIVE) and "每" not in one.name
    }
    rows = latest(table[table[INDICATOR].isin(additive)])
    parts = rows[rows[JURISDICTION].isin(counties)].groupby([INDICATOR, PERIOD])[VALUE]
    complete = parts.sum()[parts.count() == len(counties)]
    for row in records(rows[rows[JURISDICTION] == plan.jurisdiction]):
        key = (row["indicator"], row["period"])
        if key not in complete.index:
            continue
        total = float(complete[key])
        if abs(total - row["value"]) > _TOLERANCE * max(abs(total), abs(row["value"])):
            yield Fault(
                row["row"],
                Text(
                    f"{row['period']}年{len(counties)}个县（市、区）合计{total:g}，与全市"
                    f"{row['value']:g}不符，差{row['value'] - total:+g}。",
                    f"In {row['period']} the {len(counties)} counties sum to {total:g}, the city "
                    f"reports {row['value']:g} ({row['value'] - total:+g}).",
                ),
            )
