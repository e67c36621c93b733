"""The divisions below the plan's own as the report states them."""

from __future__ import annotations

from evaluation_lib.assessment.divisions import DividedIndicator, Division
from evaluation_lib.evaluation import Evaluation
from evaluation_lib.report.indicator_facts import target_fact
from evaluation_lib.report.model_divisions import DividedFact, DivisionFact
from evaluation_lib.report.origin_facts import Names, observation_fact


def division_facts(evaluation: Evaluation, names: Names) -> tuple[DividedFact, ...]:
    """Return every indicator that any division knows; nothing for products without them."""
    return tuple(_divided(one, names) for one in evaluation.divisions)


def _divided(one: DividedIndicator, names: Names) -> DividedFact:
    return DividedFact(
        indicator=one.indicator.id,
        year=one.year,
        whole=tuple(observation_fact(point, names) for point in one.whole.points),
        is_summed=one.is_summed,
        total=one.total,
        covered=one.covered,
        difference=one.difference,
        closes=one.closes,
        divisions=tuple(_division(division, names) for division in one.divisions),
    )


def _division(one: Division, names: Names) -> DivisionFact:
    judged = one.assessment
    return DivisionFact(
        jurisdiction=one.jurisdiction,
        jurisdiction_name=names.jurisdiction(one.jurisdiction),
        values=tuple(observation_fact(point, names) for point in one.series.points),
        rank=one.rank,
        change=one.change,
        growth=one.growth,
        baseline=judged.indicator.baseline if judged else None,
        target=target_fact(judged.indicator) if judged else None,
        progress=judged.progress.share.done if judged else None,
        verdict=str(judged.verdict) if judged else "",
        reason=judged.reason.into(names.language) if judged and judged.reason else None,
    )
