"""Observed values of promises that stand outside the plan's table of indicators."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from evaluation_lib.observations.series import Series, annual_series
from evaluation_lib.observations.table import INDICATOR
from evaluation_lib.plan.model import (
    Commitment,
    Comparison,
    Direction,
    Indicator,
    Kind,
    Measure,
    Nature,
    PeriodRule,
    Plan,
)


def promised_indicators(plan: Plan) -> dict[str, Indicator]:
    """Return each promise with a number of its own as an indicator to be kept from its date on.

    Returns:
        Indicators by commitment id; those that repeat or add up indicators of the table are not
        among them.
    """
    numeric = [
        one
        for one in plan.commitments
        if one.value is not None and not one.indicator and not one.sum_of
    ]
    return {one.id: _as_indicator(one, plan, number) for number, one in enumerate(numeric, 1)}


def commitment_series(rows: pd.DataFrame, plan: Plan, jurisdiction: str) -> dict[str, Series]:
    """Return the yearly values of each promise with a number of its own, by commitment id.

    Observations stand in the observation table under the commitment's id, or under that of a
    measure of the same name, which has underscores for hyphens.

    Args:
        rows: Observation table with one row for each period, as `vintages.latest` leaves it.
        plan: Gives the commitments.
        jurisdiction: GB/T 2260 code.
    """
    indicators = promised_indicators(plan)
    if not indicators:
        return {}
    own = rows[INDICATOR].str.replace("-", "_")
    as_measures = plan.model_copy(update={"indicators": tuple(indicators.values())})
    found = annual_series(rows.assign(**{INDICATOR: own}), as_measures, jurisdiction)
    return {key: _since(found[one.id], plan.start) for key, one in indicators.items()}


def _since(series: Series, year: int) -> Series:
    """Return the part of the series from `year` on: what came before the plan keeps no promise."""
    return replace(series, points=tuple(one for one in series.points if one.year >= year))


def _as_indicator(commitment: Commitment, plan: Plan, number: int) -> Indicator:
    key = commitment.id.replace("-", "_")
    measure = plan.quantity(key)
    rule = measure.period_rule if isinstance(measure, Measure) else PeriodRule.END
    at_most = commitment.comparison == "<="
    due = commitment.due_on.year
    return Indicator(
        id=key,
        number=number,
        group="commitments",
        name=commitment.subject,
        name_en=commitment.subject_en,
        short_name=commitment.subject,
        unit=commitment.unit,
        unit_en=commitment.unit_en or commitment.unit,
        nature=Nature.ANTICIPATORY,
        kind=Kind.MAINTAIN,
        direction=Direction.LOWER if at_most else Direction.HIGHER,
        comparison=Comparison.AT_MOST if at_most else Comparison.AT_LEAST,
        baseline_year=due - 1,
        baseline=None,
        target_year=due,
        target=commitment.value,
        lower=None,
        upper=None,
        period_rule=rule,
        decimals=2,
    )
