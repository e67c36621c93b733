"""Per-head indicators taken apart: what stands above the line, and what stands below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from evaluation_lib.observations.series import Series, measured_series
from evaluation_lib.plan.model import Comparison, Plan


@dataclass(frozen=True, slots=True)
class PerHead:
    """A per-head indicator as `factor` times numerator over denominator.

    Attributes:
        factor: What the units ask for, such as 10,000.
        numerator: In its own unit.
        denominator: Likewise.
        lag: Years by which the denominator is older; 1 where that of the year before is meant.
    """

    factor: float
    numerator: Series
    denominator: Series
    lag: int


def per_head_parts(
    rows: pd.DataFrame, plan: Plan, jurisdiction: str, known: Mapping[str, Series]
) -> dict[str, PerHead]:
    """Return the parts of each indicator that the plan's relations define as a quotient.

    Args:
        rows: Observation table with one row for each period, as `vintages.latest` leaves it.
        plan: Gives the relations.
        jurisdiction: GB/T 2260 code.
        known: Series of the plan's own indicators, by id.

    Returns:
        Parts by indicator id; none where the relation holds more than one quantity above or below.
    """
    rules = {one.id: one.period_rule for one in plan.measures}
    found = {}
    for relation in plan.relations:
        if relation.left not in known or relation.comparison is not Comparison.EQUAL:
            continue
        if len(relation.terms) != 1:
            continue
        (term,) = relation.terms
        if len(term.above) != 1 or len(term.below) != 1 or term.above[0].previous:
            continue
        above, below = (
            known.get(one.id) or measured_series(rows, one.id, rules[one.id], jurisdiction)
            for one in (term.above[0], term.below[0])
        )
        found[relation.left] = PerHead(term.factor, above, below, int(term.below[0].previous))
    return found
