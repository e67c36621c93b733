"""Everything the report says about one indicator, from its assessment."""

from __future__ import annotations

from evaluation_lib.assessment.comparison import MethodAnswer
from evaluation_lib.assessment.progress import YEARLY_KINDS, target_path
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.assessment.what_if import SOURCE
from evaluation_lib.evaluation import Evaluation
from evaluation_lib.plan.model import Indicator
from evaluation_lib.report.facts_judgement import firmness_fact
from evaluation_lib.report.forecast_facts import forecast_fact, rival_facts, year_facts
from evaluation_lib.report.model import (
    BaselineFact,
    FlagFact,
    IndicatorFact,
    MethodFact,
    TargetFact,
)
from evaluation_lib.report.narrative.analysis import analysis, arithmetic
from evaluation_lib.report.narrative.headline import headline
from evaluation_lib.report.narrative.voice import Voice, no_target
from evaluation_lib.report.origin_facts import (
    Names,
    latest_fact,
    observation_fact,
)
from evaluation_lib.report.wording.judgement import judged


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
        target=target_fact(indicator),
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


def target_fact(indicator: Indicator) -> TargetFact | None:
    """Return what `indicator` promises, None where there is no target."""
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
