"""The resident population by year and definition: what per-head figures are divided by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from evaluation_lib.language import Text
from evaluation_lib.observations.period import parse_period
from evaluation_lib.observations.table import (
    DEFINITION,
    INDICATOR,
    JURISDICTION,
    PERIOD,
    VALUE,
)
from evaluation_lib.plan.model import Measure, Plan

DENOMINATOR = "denominator"


@dataclass(frozen=True, slots=True)
class Denominator:
    """One way to choose the population that a year's figure is divided by.

    Attributes:
        of: Population for a year, None where it is unknown.
    """

    name: Text
    of: Callable[[int], float | None]


@dataclass(frozen=True, slots=True)
class Population:
    """Population by definition and calendar year, in the measure's unit.

    Attributes:
        by_definition: Year-end values, and a census as the value of its year; the blank
            definition is the one in use.
    """

    by_definition: Mapping[str, Mapping[int, float]]

    def official(self, year: int) -> float | None:
        """Return what official figures of `year` are divided by: the year-end before it."""
        return self._in_use().get(year - 1)

    def readings(self) -> list[Denominator]:
        """Return the other denominators: the same year's, and each other definition's."""
        other = [
            Denominator(
                Text(f"分母按{_named(key)[0]}", f"population as {_named(key)[1]}"),
                lambda year, known=values: known.get(year, known.get(year - 1)),  # type: ignore[misc]
            )
            for key, values in self.by_definition.items()
            if key
        ]
        same = Denominator(
            Text("分母按当年末人口", "population at the end of the same year"), self._in_use().get
        )
        return [same, *other]

    def _in_use(self) -> Mapping[int, float]:
        return self.by_definition.get("", {})


def populations(rows: pd.DataFrame, plan: Plan, jurisdiction: str) -> Population:
    """Return the population of a jurisdiction as far as it was observed.

    Args:
        rows: Observation table with one row for each period and definition.
        plan: Names the measure, of the role `denominator` and counted in persons.
        jurisdiction: GB/T 2260 code.
    """
    named = {one.id for one in plan.measures if _counts_persons(one)}
    here = rows[(rows[JURISDICTION] == jurisdiction) & rows[INDICATOR].isin(named)]
    found: dict[str, dict[int, float]] = {}
    for definition, period, value in zip(here[DEFINITION], here[PERIOD], here[VALUE], strict=True):
        found.setdefault(str(definition), {})[parse_period(str(period)).year] = float(value)
    return Population(dict(sorted(found.items())))


def _counts_persons(measure: Measure) -> bool:
    return measure.role == DENOMINATOR and measure.unit.endswith("人")


def _named(definition: str) -> tuple[str, str]:
    """Return what a definition of the population is called."""
    if definition.startswith("census"):
        year = definition.removeprefix("census_")
        return f"{year}年普查人口", f"counted in the census of {year}"
    if definition.startswith("before_census"):
        year = definition.removeprefix("before_census_")
        return f"{year}年普查前口径人口", f"reckoned before the census of {year}"
    return f"口径“{definition}”", f"defined as “{definition}”"
