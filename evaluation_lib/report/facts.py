"""From an evaluation to the report: every number is carried over once and never recomputed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.metadata import version

from evaluation_lib.assessment.comparison import MethodAnswer
from evaluation_lib.assessment.progress import YEARLY_KINDS, target_path
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.assessment.what_if import SOURCE
from evaluation_lib.evaluation import Evaluation
from evaluation_lib.observations.sources import Source
from evaluation_lib.plan.model import Indicator
from evaluation_lib.report.authored import NOTHING_AUTHORED, Authored
from evaluation_lib.report.authored_facts import passage_facts
from evaluation_lib.report.backtest_facts import backtest_fact
from evaluation_lib.report.facts_judgement import assumed_limits, firmness_fact, judgement_facts
from evaluation_lib.report.facts_whole import whole_facts
from evaluation_lib.report.forecast_facts import forecast_fact, rival_facts, year_facts
from evaluation_lib.report.model import (
    BaselineFact,
    Counts,
    FlagFact,
    IndicatorFact,
    MethodFact,
    OverallFact,
    PlanFact,
    Report,
    TargetFact,
)
from evaluation_lib.report.narrative.analysis import analysis, arithmetic
from evaluation_lib.report.narrative.headline import headline
from evaluation_lib.report.narrative.voice import Voice, no_target
from evaluation_lib.report.narrative.whole import limitations, whole_headline, whole_sentences
from evaluation_lib.report.origin_facts import (
    Names,
    cited_sources,
    finding_fact,
    latest_fact,
    observation_fact,
)
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
    return Report(
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
        narrative=passage_facts(authored.narrative, plan, language),
        provenance={"plan": f"{plan.id} {plan.version}", "data": data_version(evaluation)},
        **whole_facts(evaluation, names, language, compared_with),
        **judgement_facts(evaluation, names),
    )


def _title(evaluation: Evaluation, plan_title: str, language: str) -> str:
    title = say(language, f"title.{evaluation.product}", plan=plan_title, year=evaluation.year)
    return title + judged(language, "assumption.title") if evaluation.assumptions else title


def data_version(evaluation: Evaluation) -> str:
    """Return a name for exactly the rows used: the as-of date and a hash of the rows."""
    text = evaluation.rows.to_csv(index=False, lineterminator="\n")
    return f"{evaluation.as_of}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def indicator_fact(assessment: Assessment, evaluation: Evaluation, names: Names) -> IndicatorFact:
    """Return everything the report says about one indicator."""
    indicator, progress, language = assessment.indicator, assessment.progress, names.language
    voice = Voice(indicator, language)
    done, due = progress.share.done, progress.share.due
    latest = progress.latest
    outlook = assessment.outlook
    return IndicatorFact(
        id=indicator.id,
        number=indicator.number,
        group=indicator.group,
        name=indicator.name if language == "zh" else indicator.name_en,
        short_name=voice.name,
        nature=str(indicator.nature),
        kind=str(indicator.kind),
        direction=str(indicator.direction),
        unit=indicator.unit if language == "zh" else indicator.unit_en,
        decimals=indicator.decimals,
        line=indicator.line,
        note=indicator.note if language == "zh" else "",
        baseline=BaselineFact(year=indicator.baseline_year, value=indicator.baseline),
        target=_target(indicator),
        no_target=no_target(indicator),
        latest=latest_fact(latest, names, stale=progress.stale) if latest else None,
        progress=done,
        progress_is_lower_bound=progress.share.lower_bound,
        time_share=due,
        gap=done - due if done is not None and due is not None else None,
        required_pace=assessment.pace.required,
        best_pace=assessment.pace.best,
        last_pace=assessment.pace.last,
        forecast=forecast_fact(assessment, language),
        forecast_reason=outlook.reason.into(language) if outlook.reason else None,
        probability_observed=outlook.observed,
        methods={name: _method(one, language) for name, one in assessment.methods.items()},
        status=str(assessment.status),
        outlook=str(outlook.word),
        verdict=str(assessment.verdict),
        reason=assessment.reason.into(language) if assessment.reason else None,
        flags=tuple(FlagFact(id=one.id, text=one.text.into(language)) for one in assessment.flags),
        observations=tuple(observation_fact(one, names) for one in assessment.series.points),
        parts=tuple(observation_fact(one, names) for one in assessment.series.parts),
        target_path=target_path(indicator, assessment.milestones),
        years=year_facts(assessment),
        rivals=rival_facts(assessment, evaluation.year, language),
        headline=_headline(assessment, voice),
        analysis=analysis(assessment, voice),
        arithmetic=arithmetic(assessment, voice, evaluation.plan.cut_offs),
        catch_up_ratio=None if indicator.kind in YEARLY_KINDS else assessment.pace.multiple,
        latest_reachable_year=assessment.pace.latest_reachable_year,
        firmness=firmness_fact(evaluation.firmness.get(indicator.id), language),
    )


def _headline(assessment: Assessment, voice: Voice) -> str:
    told = headline(assessment, voice)
    is_assumed = any(flag.id == SOURCE for flag in assessment.flags)
    return judged(voice.language, "assumption.mark") + told if is_assumed else told


def _target(indicator: Indicator) -> TargetFact | None:
    if indicator.target is None or indicator.comparison is None:
        return None
    return TargetFact(
        year=indicator.target_year,
        comparison=str(indicator.comparison),
        value=indicator.target,
        high=indicator.target_high,
    )


def _method(one: MethodAnswer, language: str) -> MethodFact:
    return MethodFact(
        value=one.value,
        class_=one.verdict,
        reason=one.reason.into(language) if one.reason else None,
        title=one.title.into(language),
    )
