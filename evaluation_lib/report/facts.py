"""From an evaluation to the report: every number is carried over once and never recomputed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.metadata import version

from evaluation_lib.assessment.what_if import SOURCE
from evaluation_lib.evaluation import Evaluation
from evaluation_lib.observations.sources import Source
from evaluation_lib.report.authored import NOTHING_AUTHORED, Authored
from evaluation_lib.report.authored_facts import with_authored
from evaluation_lib.report.backtest_facts import backtest_fact
from evaluation_lib.report.division_facts import division_facts
from evaluation_lib.report.exhibit_facts import exhibit_facts
from evaluation_lib.report.facts_judgement import assumed_limits, judgement_facts
from evaluation_lib.report.facts_whole import whole_facts
from evaluation_lib.report.indicator_facts import indicator_fact
from evaluation_lib.report.model import (
    Counts,
    OverallFact,
    PlanFact,
    Report,
)
from evaluation_lib.report.narrative.whole import limitations, whole_headline, whole_sentences
from evaluation_lib.report.origin_facts import (
    Names,
    cited_sources,
    finding_fact,
)
from evaluation_lib.report.records_facts import records_fact
from evaluation_lib.report.verification_facts import verification_facts
from evaluation_lib.report.wording.judgement import JUDGEMENT, judged
from evaluation_lib.report.wording.sentences import say

ASSUMPTION = Source(
    id=SOURCE,
    title=JUDGEMENT["assumption.source"].zh,
    title_en=JUDGEMENT["assumption.source"].en,
    kind="assumption",
)
"""What assumed values are said to come from."""


def build_report(
    evaluation: Evaluation,
    sources: Mapping[str, Source],
    *,
    language: str = "zh",
    job: str = "",
    compared_with: Evaluation | None = None,
    authored: Authored = NOTHING_AUTHORED,
) -> Report:
    """Build the report of an evaluation in one language.

    Args:
        evaluation: What was found.
        sources: The documents values come from, by id.
        language: `zh` or `en`.
        job: Name of the job that asked for it.
        compared_with: The same evaluation under an older version of the plan, None for none.
        authored: What the evaluators wrote for the job.

    Raises:
        AuthoredError: What they wrote does not fit the plan or the results.
    """
    plan, counts = evaluation.plan, evaluation.overall
    names = Names(plan, {**sources, ASSUMPTION.id: ASSUMPTION}, language)
    zh = language == "zh"
    title = plan.title if zh else plan.title_en
    expected = counts.expected
    report = Report(
        job=job,
        product=evaluation.product,
        language=language,
        title=_title(evaluation, title, language),
        plan=PlanFact(
            id=plan.id,
            version=plan.version if zh else plan.version_en,
            title=title,
            short_title=plan.short_title if zh else plan.short_title_en,
            organisation=plan.organisation if zh else plan.organisation_en,
            start=plan.start,
            end=plan.end,
            baseline_year=plan.baseline_year,
        ),
        as_of=evaluation.as_of.isoformat(),
        evaluation_year=evaluation.year,
        time_share=evaluation.time_share,
        jurisdiction=evaluation.jurisdiction.code,
        jurisdiction_name=(evaluation.jurisdiction.name if zh else evaluation.jurisdiction.name_en),
        demonstration=evaluation.demonstration,
        data_version=data_version(evaluation),
        method_version=version("plan-evaluation"),
        counts=Counts(
            total=counts.total,
            binding=counts.binding,
            assessable=counts.assessable,
            pending=counts.pending,
            binding_pending=counts.binding_pending,
            without_data=counts.without_data,
            binding_assessable=counts.binding_assessable,
            binding_failing=counts.binding_failing,
            reached=counts.reached,
            by_verdict=counts.by_verdict,
            not_broken_down=counts.not_broken_down,
            binding_not_broken_down=counts.binding_not_broken_down,
        ),
        overall=OverallFact(
            verdict=str(counts.verdict),
            headline=whole_headline(evaluation, language),
            sentences=whole_sentences(evaluation, language),
            expected_attained=(
                (expected.expected, float(expected.low), float(expected.high)) if expected else None
            ),
            evidence=counts.evidence,
        ),
        indicators=tuple(indicator_fact(one, evaluation, names) for one in evaluation.assessments),
        findings=tuple(finding_fact(one, names) for one in evaluation.findings),
        sources=cited_sources(evaluation, names),
        limitations=(*assumed_limits(evaluation, names), *limitations(evaluation, language)),
        cut_offs=plan.cut_offs.model_dump(),
        backtest=backtest_fact(evaluation.assessments),
        exhibits=exhibit_facts(authored.exhibits, evaluation, names),
        provenance={"plan": f"{plan.id} {plan.version}", "data": data_version(evaluation)},
        verification=verification_facts(authored.check_sheets, evaluation.as_of),
        **whole_facts(evaluation, names, language, compared_with),
        **judgement_facts(evaluation, names),
        divisions=division_facts(evaluation, names),
    )
    report = report.model_copy(update={"records": records_fact(authored.records, report)})
    return with_authored(report, authored)


def _title(evaluation: Evaluation, plan_title: str, language: str) -> str:
    title = say(language, f"title.{evaluation.product}", plan=plan_title, year=evaluation.year)
    return title + judged(language, "assumption.title") if evaluation.assumptions else title


def data_version(evaluation: Evaluation) -> str:
    """Return a name for exactly the rows used: the as-of date and a hash of the rows."""
    text = evaluation.rows.to_csv(index=False, lineterminator="\n")
    return f"{evaluation.as_of}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
