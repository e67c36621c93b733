"""One indicator in every division, and every indicator by every method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evaluation_lib.assessment.counties import CountyComparison, compare_counties
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.inquiry.answer import Answer, ask
from evaluation_lib.inquiry.desk import Desk, known_on, series_on
from evaluation_lib.inquiry.setting import Setting
from evaluation_lib.observations.series import Series
from evaluation_lib.observations.vintages import latest


@dataclass(frozen=True, slots=True)
class Divisions:
    """One indicator in the plan's own jurisdiction and in each division below it.

    Attributes:
        answer: The indicator where the plan was made.
        series: Values by division code, in the plan's order; empty where nothing is known.
        growth: How the divisions' growth compares; None where it cannot be.
    """

    answer: Answer
    series: Mapping[str, Series]
    growth: CountyComparison | None


def divisions_of(desk: Desk, setting: Setting) -> Divisions:
    """Set one indicator side by side in every division of the plan.

    Raises:
        JobError: The setting names what is not there.
    """
    own = setting.model_copy(update={"jurisdiction": desk.plan.jurisdiction, "assume": ()})
    answer = ask(desk, own)
    known = known_on(desk, answer.as_of)
    codes = [one.code for one in known.plan.jurisdictions if one.parent == known.plan.jurisdiction]
    indicators = [one for one in known.plan.indicators if one.id == setting.indicator]
    growth = compare_counties(latest(known.sound), known.plan, answer.year, indicators)
    return Divisions(
        answer,
        {
            code: series_on(desk, answer.as_of, code)[setting.indicator].until(answer.year)
            for code in codes
        },
        growth[0] if growth else None,
    )


def all_methods(desk: Desk, setting: Setting) -> tuple[Assessment, ...]:
    """Return every indicator of the plan judged as `setting` asks, in the plan's order.

    Raises:
        JobError: The setting names what is not there.
    """
    plan = known_on(desk, setting.as_of or desk.as_of).plan
    same = {"assume": (), "rivals": ()}
    return tuple(
        ask(desk, setting.model_copy(update={**same, "indicator": one.id})).assessment
        for one in plan.indicators
    )
