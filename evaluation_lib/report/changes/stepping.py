"""The way from an older verdict to the newer, one cause after the other.

Two causes at once cannot be told apart by looking at two results. So the older report is judged
again, and one cause after the other is let in: the method of today, then new periods and the time
that passed, then restated values, then the plan, then the settings. The cause at which a verdict
moves is the one that moved it, in this order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from evaluation_lib.errors import ReportError
from evaluation_lib.evaluation import Evaluation, evaluate
from evaluation_lib.observations import checks
from evaluation_lib.observations.revisions import find_revisions
from evaluation_lib.plan.model import CutOffs, Plan
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_changes import (
    METHOD,
    NEW_PERIOD,
    PLAN,
    REVISION,
    SETTINGS,
    StepFact,
)

Steps = Mapping[str, tuple[StepFact, ...]]
"""The steps of each indicator, by its id."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the newer report was made from, and the older plan where it was another.

    Attributes:
        table: Observation table; vintages of both days stand in it.
        earlier_plan: None where the older report was judged on `plan` as it stood on its day.
    """

    plan: Plan
    table: pd.DataFrame
    earlier_plan: Plan | None = None


def take_steps(old: Report, new: Report, ground: Ground) -> Steps:
    """Judge the older report again with one cause of change let in after the other.

    Args:
        old: Older report; its as-of date lies before that of `new`, or on the same day.
        new: Newer report of the same plan and jurisdiction.
        ground: What `new` was made from.

    Raises:
        ReportError: `old` looks at a later day than `new`.
    """
    since, until = date.fromisoformat(old.as_of), date.fromisoformat(new.as_of)
    if since > until:
        raise ReportError(
            f"the older report is as of {old.as_of} and the newer as of {new.as_of}; "
            "name the older one first."
        )
    found: dict[str, list[StepFact]] = {}
    for cause, evaluation in _evaluations(old, new, ground, since, until):
        for one in evaluation.assessments:
            step = StepFact(
                cause=cause, verdict=str(one.verdict), probability=one.outlook.probability
            )
            found.setdefault(one.indicator.id, []).append(step)
    return {key: tuple(steps) for key, steps in found.items()}


def _evaluations(
    old: Report, new: Report, ground: Ground, since: date, until: date
) -> Iterator[tuple[str, Evaluation]]:
    """Yield the evaluation after each cause, in the order of the module's text."""
    earlier = (ground.earlier_plan or ground.plan).in_force(since)
    before = earlier.model_copy(update={"cut_offs": CutOffs(**old.cut_offs)})
    after = ground.plan.model_copy(update={"cut_offs": CutOffs(**new.cut_offs)})
    between = ground.plan.model_copy(update={"cut_offs": CutOffs(**old.cut_offs)})
    table, place = ground.table, new.jurisdiction

    def judged(plan: Plan, rows: pd.DataFrame, day: date, report: Report) -> Evaluation:
        return evaluate(plan, rows, place, day, product=report.product, model=model_of(report))

    yield METHOD, judged(before, table, since, old)
    if until > since:
        sound = checks.sound(table, checks.check(table, ground.plan))
        unrevised = find_revisions(sound, since, until).unrevised
        yield NEW_PERIOD, judged(before, unrevised, until, old)
    yield REVISION, judged(before, table, until, old)
    yield PLAN, judged(between, table, until, old)
    yield SETTINGS, judged(after, table, until, new)


def model_of(report: Report) -> str:
    """Return the model whose forecasts decided in `report`; blank where none was made."""
    models = {one.forecast.model for one in report.indicators if one.forecast}
    return min(models, default="")
