"""Whether per-head promises are kept whichever population they are divided by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from evaluation_lib.assessment.commitments import CommitmentAssessment, Ground
from evaluation_lib.assessment.firmness import Firmness, Setting
from evaluation_lib.assessment.outlook import OutlookWord
from evaluation_lib.assessment.readings import by_denominator, is_per_head
from evaluation_lib.assessment.verdict import Verdict
from evaluation_lib.observations.population import Population
from evaluation_lib.observations.promised import promised_indicators
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import Plan

Judge = Callable[[Mapping[str, Series]], Sequence[CommitmentAssessment]]


def judge_per_head(
    plan: Plan, series: Mapping[str, Series], known: Population, judge: Judge
) -> dict[str, Firmness]:
    """Judge every per-head promise again under each other denominator.

    Args:
        plan: Gives the promises.
        series: Observed values by commitment id.
        known: Population by year and definition.
        judge: Judges all promises by such values.

    Returns:
        Firmness by commitment id; none for promises that are not judged by observations of their
        own, or where no other denominator changes a value.
    """
    heads = [
        key for key, one in promised_indicators(plan).items() if is_per_head(one) and key in series
    ]
    before = {
        one.commitment.id: one.verdict
        for one in judge(series)
        if one.ground is Ground.OBSERVATIONS and one.commitment.id in heads
    }
    found: dict[str, list[Setting]] = {}
    for name, values in by_denominator(list(before), series, known):
        for one in judge({**series, **values}):
            key = one.commitment.id
            if key in before and values[key].values() != series[key].values():
                changed = one.verdict is not before[key]
                verdict = one.verdict or Verdict.NOT_ASSESSABLE
                found.setdefault(key, []).append(
                    Setting(name, "denominator", verdict, OutlookWord.NOT_ASSESSABLE, changed)
                )
    return {key: Firmness(tuple(settings)) for key, settings in found.items()}
