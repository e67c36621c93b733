"""The verdict on the plan as a whole: counts first, and no binding failure averaged away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation_lib.assessment.verdict import REACHED, Assessment, Verdict
from evaluation_lib.forecast.attainment import ExpectedAttained, expected_attained
from evaluation_lib.plan.model import Basis

COMMON_CORRELATION = 0.2
"""How strongly targets are assumed to be reached or missed together; an assumption, and printed."""


class OverallVerdict(StrEnum):
    """What can be said of the whole plan."""

    REACHED = "reached"  # every assessable indicator, and all binding ones were assessable
    PARTLY = "partly"  # binding ones hold, others lag
    BINDING_FAILS = "binding_fails"
    BINDING_UNKNOWN = "binding_unknown"  # a binding indicator with a target has no data
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True)
class Overall:
    """Counts and verdict over all indicators.

    Attributes:
        pending: Indicators whose target the plan itself leaves open.
        not_broken_down: Indicators whose target the plan gives for the whole alone.
        without_data: Indicators with a target that could not be judged.
        reached: Assessable ones on schedule or better.
        expected: Number of targets to be reached in the end, over those with a probability.
        evidence: Number of assessable indicators by the grade of their latest value.
    """

    verdict: OverallVerdict
    total: int
    binding: int
    assessable: int
    pending: int
    binding_pending: int
    not_broken_down: int
    binding_not_broken_down: int
    without_data: int
    binding_assessable: int
    binding_failing: int
    reached: int
    by_verdict: dict[str, int]
    expected: ExpectedAttained | None
    expected_of: int
    evidence: dict[str, int]


def judge_overall(assessments: Sequence[Assessment]) -> Overall:
    """Count the verdicts and draw what follows for the plan as a whole."""
    binding = [one for one in assessments if one.indicator.is_binding]
    judged = [one for one in assessments if one.is_assessable]
    failing = [one for one in binding if one.is_assessable and one.verdict not in REACHED]
    untargeted = [one for one in assessments if one.indicator.target is None]
    whole = [one for one in untargeted if one.indicator.basis is Basis.NOT_BROKEN_DOWN]
    pending = [one for one in untargeted if one not in whole]
    reached = [one for one in judged if one.verdict in REACHED]
    unknown = [one for one in binding if not one.is_assessable and one.indicator.target is not None]
    chances = [one.outlook.probability for one in assessments]
    known = [chance for chance in chances if chance is not None]
    counted = Counter(str(one.verdict) for one in assessments)
    grades = Counter(
        one.progress.latest.evidence for one in judged if one.progress.latest is not None
    )
    return Overall(
        verdict=_verdict(len(judged), len(failing), len(unknown), len(reached)),
        total=len(assessments),
        binding=len(binding),
        assessable=len(judged),
        pending=len(pending),
        binding_pending=sum(one.indicator.is_binding for one in pending),
        not_broken_down=len(whole),
        binding_not_broken_down=sum(one.indicator.is_binding for one in whole),
        without_data=len(assessments) - len(judged) - len(untargeted),
        binding_assessable=sum(one.is_assessable for one in binding),
        binding_failing=len(failing),
        reached=len(reached),
        by_verdict={str(word): counted[word] for word in Verdict if counted[word]},
        expected=expected_attained(known, COMMON_CORRELATION) if known else None,
        expected_of=len(known),
        evidence=dict(sorted(grades.items())),
    )


def _verdict(judged: int, failing: int, unknown: int, reached: int) -> OverallVerdict:
    if failing:
        return OverallVerdict.BINDING_FAILS
    if not judged:
        return OverallVerdict.NOT_ASSESSABLE
    if unknown:
        return OverallVerdict.BINDING_UNKNOWN
    return OverallVerdict.REACHED if reached == judged else OverallVerdict.PARTLY
