"""Other readings of the same observations: their first vintages, and other denominators."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from evaluation_lib.assessment.target_shapes import shape_targets
from evaluation_lib.assessment.what_if import Assumption, assume_values
from evaluation_lib.language import Text
from evaluation_lib.observations import vintages
from evaluation_lib.observations.population import Population, populations
from evaluation_lib.observations.series import Series, annual_series
from evaluation_lib.plan.model import Indicator, Plan

_PER_HEAD = re.compile(r"每[十百千万]*人|/[十百千万]*人")


@dataclass(frozen=True, slots=True)
class Reading:
    """The observations read in another way.

    Attributes:
        group: `vintage` or `denominator`.
        series: Values by indicator id, of the indicators it may concern.
    """

    name: Text
    group: str
    series: Mapping[str, Series]


def other_readings(
    rows: pd.DataFrame,
    plan: Plan,
    jurisdiction: str,
    indicators: Sequence[Indicator],
    series: Mapping[str, Series],
    assumptions: Sequence[Assumption] = (),
) -> list[Reading]:
    """Return every other way to read the observations.

    Args:
        rows: Sound rows of the observation table, all vintages.
        plan: In force on the as-of date.
        jurisdiction: GB/T 2260 code.
        indicators: Indicators before their targets were shaped.
        series: Their values as they were judged, by id.
        assumptions: What is assumed on top of every reading.
    """

    def shaped(values: Mapping[str, Series]) -> dict[str, Series]:
        found = shape_targets(indicators, values, plan.milestones_by_id)
        return {one.indicator.id: one.series for one in found}

    other_vintages = {
        Text("首次发布的数据", "values as first published"): vintages.first(rows),
        Text("最后发布的数据", "values as last published"): vintages.newest(rows),
    }
    found = [
        Reading(
            name,
            "vintage",
            shaped(assume_values(annual_series(kept, plan, jurisdiction), assumptions)),
        )
        for name, kept in other_vintages.items()
    ]
    heads = [one.id for one in indicators if is_per_head(one)]
    known = populations(vintages.latest(rows), plan, jurisdiction)
    found += [
        Reading(name, "denominator", shaped({**series, **values}))
        for name, values in by_denominator(heads, series, known)
    ]
    return found


def is_per_head(indicator: Indicator) -> bool:
    """Return whether values of `indicator` are per so many residents, by its name or unit."""
    return bool(_PER_HEAD.search(indicator.name) or _PER_HEAD.search(indicator.unit))


def by_denominator(
    heads: Sequence[str], series: Mapping[str, Series], known: Population
) -> list[tuple[Text, dict[str, Series]]]:
    """Return per-head values divided by another population than that of the year before.

    Official per-head figures are divided by the population at the end of the year before.

    Args:
        heads: Keys of the per-head figures; nothing is returned without any.
        series: Values by key.
        known: Population by year and definition.
    """
    found = []
    for reading in known.readings() if heads else []:
        values = {
            key: _rescaled(
                series[key],
                {
                    year: official / other
                    for year in series[key].values()
                    if (official := known.official(year)) and (other := reading.of(year))
                },
            )
            for key in heads
        }
        found.append((reading.name, values))
    return found


def _rescaled(series: Series, factors: Mapping[int, float]) -> Series:
    """Multiply each value that has a factor; the others stand, and parts of years have none."""
    points = tuple(
        replace(one, value=one.value * factors[one.year]) if one.year in factors else one
        for one in series.points
    )
    return replace(series, points=points, parts=(), within=())
