"""What if: targets, coming values or milestones assumed, and marked as such wherever they show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from math import isfinite

from evaluation_lib.assessment.flags import Flag
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.errors import JobError
from evaluation_lib.language import Text
from evaluation_lib.observations.series import Observation, Series
from evaluation_lib.observations.table import Comparator, Evidence, Status
from evaluation_lib.plan.model import Comparison, Direction, Indicator, Milestone, Plan

SOURCE = "assumption"
"""Source id of assumed values."""

_FORM = re.compile(r"([a-z][a-z0-9_]*):(target|(milestone-)?(\d{4}))=(\S+)")


@dataclass(frozen=True, slots=True)
class Assumption:
    """One thing assumed of one indicator.

    Attributes:
        what: `value` observed in `year`, `target`, or `milestone` due in `year`.
        year: None for a target.
        value: In the indicator's unit; for a cumulative milestone the running total.
    """

    indicator: str
    what: str
    year: int | None
    value: float

    def told(self, indicator: Indicator) -> Text:
        """Return the assumption as a reader is told it."""
        number = f"{self.value:g}"
        zh, en = indicator.unit, indicator.unit_en
        match self.what:
            case "target":
                return Text(f"假设目标为{number}{zh}", f"Assumed: target {number} {en}")
            case "milestone":
                return Text(
                    f"假设{self.year}年节点目标为{number}{zh}",
                    f"Assumed: milestone {number} {en} for {self.year}",
                )
        return Text(f"假设{self.year}年为{number}{zh}", f"Assumed: {number} {en} in {self.year}")


def parse_assumption(text: str, plan: Plan) -> Assumption:
    """Return what `text` assumes: `id:2024=45`, `id:target=50` or `id:milestone-2024=42`.

    Raises:
        JobError: It is written otherwise, or names what the plan does not have or allow.
    """
    found = _FORM.fullmatch(text.strip())
    value = _number(found[5]) if found else None
    if found is None or value is None:
        raise JobError(
            f"Assumption {text!r} cannot be read; write INDICATOR:YEAR=VALUE, "
            "INDICATOR:target=VALUE or INDICATOR:milestone-YEAR=VALUE."
        )
    known = [one.id for one in plan.indicators]
    if found[1] not in known:
        near = get_close_matches(found[1], known, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise JobError(f"Assumption {text!r}: the plan has no indicator {found[1]!r}.{hint}")
    indicator = plan.indicator(found[1])
    year = int(found[4]) if found[4] else None
    if year is not None and not indicator.baseline_year < year <= indicator.target_year:
        raise JobError(
            f"Assumption {text!r}: use a year from {indicator.baseline_year + 1} to "
            f"{indicator.target_year}."
        )
    if not indicator.within_bounds(value):
        raise JobError(
            f"Assumption {text!r}: {found[5]} is impossible; {indicator.id} lies within "
            f"{indicator.lower}..{indicator.upper}."
        )
    what = "target" if year is None else "milestone" if found[3] else "value"
    return Assumption(indicator.id, what, year, value)


def assume_promises(plan: Plan, assumptions: Iterable[Assumption]) -> Plan:
    """Return `plan` with the targets and milestones that are assumed."""
    for one in assumptions:
        if one.what == "milestone" and one.year is not None:
            stone = Milestone(indicator=one.indicator, year=one.year, value=one.value)
            plan = plan.model_copy(update={"milestones": (*plan.milestones, stone)})
        elif one.what == "target":
            changed = tuple(
                _with_target(row, one.value) if row.id == one.indicator else row
                for row in plan.indicators
            )
            plan = plan.model_copy(update={"indicators": changed})
    return plan


def assume_values(
    series: Mapping[str, Series], assumptions: Iterable[Assumption]
) -> dict[str, Series]:
    """Return `series` with the values that are assumed.

    Raises:
        JobError: The value of that year is known.
    """
    changed = dict(series)
    for one in assumptions:
        if one.what != "value" or one.year is None:
            continue
        known = changed[one.indicator]
        if known.at(one.year) is not None:
            raise JobError(
                f"Assumption {one.indicator}:{one.year}={one.value:g}: the value of {one.year} "
                f"is known, {known.at(one.year).value:g}; assume a later year."  # type: ignore[union-attr]
            )
        points = sorted((*known.points, _assumed(one, one.year)), key=lambda point: point.year)
        changed[one.indicator] = replace(known, points=tuple(points))
    return changed


def years_judged(plan: Plan, year: int, assumptions: Iterable[Assumption]) -> dict[str, int]:
    """Return the year each indicator is judged in: `year`, or a later one assumed for it."""
    years = dict.fromkeys((one.id for one in plan.indicators), year)
    for one in assumptions:
        if one.what == "value" and one.year is not None:
            years[one.indicator] = max(years[one.indicator], one.year)
    return years


def marked(
    assessments: Iterable[Assessment], assumptions: Sequence[Assumption]
) -> tuple[Assessment, ...]:
    """Return `assessments`, each with a flag for every assumption it rests on."""
    return tuple(
        replace(one, flags=(*flags, *one.flags)) if (flags := _flags(one, assumptions)) else one
        for one in assessments
    )


def _flags(one: Assessment, assumptions: Sequence[Assumption]) -> list[Flag]:
    return [
        Flag(SOURCE, _sentence(assumed.told(one.indicator)))
        for assumed in assumptions
        if assumed.indicator == one.indicator.id
    ]


def _sentence(told: Text) -> Text:
    return Text(f"{told.zh}，并非观测或规划所定。", f"{told.en}; neither observed nor planned.")


def _with_target(indicator: Indicator, target: float) -> Indicator:
    usual = Comparison.AT_LEAST if indicator.direction is Direction.HIGHER else Comparison.AT_MOST
    return indicator.model_copy(
        update={"target": target, "comparison": indicator.comparison or usual}
    )


def _assumed(one: Assumption, year: int) -> Observation:
    return Observation(
        period=str(year),
        year=year,
        value=one.value,
        comparator=Comparator.EQUAL,
        status=Status.ESTIMATE,
        published_on="",
        evidence=Evidence.E,
        source=SOURCE,
        cell="",
        raw=f"假设 {one.value:g}",
    )


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None
