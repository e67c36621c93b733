"""Firmness, warnings, score and other places as the report states them."""

from __future__ import annotations

from typing import Any

from evaluation_lib.assessment.comparators import Comparator
from evaluation_lib.assessment.counties import CountyComparison
from evaluation_lib.assessment.firmness import Firmness, Setting
from evaluation_lib.assessment.scoring import GRADES, RANDOM_WEIGHTS, Score
from evaluation_lib.assessment.warnings import EarlyWarning
from evaluation_lib.evaluation import Evaluation
from evaluation_lib.report.model_judgement import (
    ComparatorFact,
    CountiesFact,
    CountyFact,
    FirmnessFact,
    ScoredFact,
    ScoreFact,
    SettingFact,
    TrialFact,
    WarningFact,
)
from evaluation_lib.report.origin_facts import Names
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.judgement import judged

_MOST_NAMED = 3


def judgement_facts(evaluation: Evaluation, names: Names) -> dict[str, Any]:
    """Return what the report says beside the verdicts, by name of the report's field."""
    return {
        "denominators": {
            key: firmness_fact(one, names.language) for key, one in evaluation.denominators.items()
        },
        "warnings": tuple(map(_warning, evaluation.warnings)),
        "score": None if evaluation.score is None else _score(evaluation.score),
        "comparators": tuple(_comparator(one, names) for one in evaluation.comparators),
        "counties": tuple(_counties(one, names) for one in evaluation.counties),
        "assumptions": _assumptions(evaluation, names.language),
    }


def assumed_limits(evaluation: Evaluation, names: Names) -> tuple[str, ...]:
    """Return the limitation that part of the report is assumed; none where nothing is."""
    told = _assumptions(evaluation, names.language)
    if not told:
        return ()
    parts = judged(names.language, "clause").join(told)
    return (judged(names.language, "assumption.limit", parts=parts),)


def _assumptions(evaluation: Evaluation, language: str) -> tuple[str, ...]:
    told = []
    for one in evaluation.assumptions:
        indicator = evaluation.plan.indicator(one.indicator)
        name = indicator.short(language)
        text = one.told(indicator).into(language)
        told.append(judged(language, "assumption.told", name=name, text=text))
    return tuple(told)


def firmness_fact(firmness: Firmness | None, language: str) -> FirmnessFact | None:
    """Return how firm a verdict is, None where no other setting applies."""
    if firmness is None:
        return None
    return FirmnessFact(
        settings=tuple(
            SettingFact(
                name=one.name.into(language),
                group=one.group,
                verdict=str(one.verdict),
                outlook=str(one.outlook),
                conclusion=_conclusion(one, language),
                changed=one.changed,
            )
            for one in firmness.settings
        ),
        holds=firmness.holds,
        total=firmness.total,
        sentence=firmness_sentence(firmness, language),
    )


def firmness_sentence(firmness: Firmness, language: str) -> str:
    """Return how many settings leave the conclusion, and which change it to what."""
    falls: dict[tuple[bool, str], list[str]] = {}
    for one in firmness.falls_if:
        falls.setdefault((one.by_outlook, _word(one, language)), []).append(one.name.into(language))
    parts = [
        judged(language, "firmness.holds", total=firmness.total, holds=firmness.holds),
        *(
            judged(
                language,
                "firmness.turns" if by_outlook else "firmness.falls",
                settings=_some(named, language),
                conclusion=word,
            )
            for (by_outlook, word), named in falls.items()
        ),
    ]
    return judged(language, "clause").join(parts)


def _conclusion(one: Setting, language: str) -> str:
    word = _word(one, language)
    return judged(language, "firmness.outlook", outlook=word) if one.by_outlook else word


def _word(one: Setting, language: str) -> str:
    spoken = words(language)
    return spoken.outlook(one.outlook) if one.by_outlook else spoken.verdict(one.verdict)


def _some(names: list[str], language: str) -> str:
    shown = judged(language, "list").join(names[:_MOST_NAMED])
    if len(names) <= _MOST_NAMED:
        return shown
    return judged(language, "firmness.among", shown=shown, count=len(names))


def _warning(one: EarlyWarning) -> WarningFact:
    return WarningFact(
        indicator=one.assessment.indicator.id,
        grounds=tuple(map(str, one.grounds)),
        probability=one.probability,
        multiple=one.multiple,
        years_left=one.years_left,
    )


def _score(score: Score) -> ScoreFact:
    return ScoreFact(
        version=score.version,
        points=score.points,
        grade=score.grade,
        limits=dict(GRADES),
        coverage=score.coverage,
        items=tuple(
            ScoredFact(
                indicator=one.indicator, weight=one.weight, share=one.share, points=one.points
            )
            for one in score.items
        ),
        trials=tuple(
            TrialFact(name=one.name, points=one.points, grade=one.grade) for one in score.trials
        ),
        grade_stays=score.grade_stays,
        random_low=score.random_low,
        random_high=score.random_high,
        random_sets=RANDOM_WEIGHTS,
        binding_fails=score.binding_fails,
    )


def _comparator(one: Comparator, names: Names) -> ComparatorFact:
    return ComparatorFact(
        indicator=one.indicator.id,
        jurisdiction=one.jurisdiction,
        jurisdiction_name=names.jurisdiction(one.jurisdiction),
        period=one.period,
        value=one.value,
        comparator=one.comparator,
        unit=one.unit if names.language == "zh" else one.indicator.unit_en,
        definition=one.definition,
        own=one.own.value if one.own else None,
        growth=one.growth,
        own_growth=one.own_growth,
        growth_from=one.growth_from,
        reason=one.reason.into(names.language) if one.reason else None,
        source=one.source,
        source_title=names.source(one.source),
        published_on=one.published_on,
        evidence=one.evidence,
    )


def _counties(one: CountyComparison, names: Names) -> CountiesFact:
    return CountiesFact(
        indicator=one.indicator.id,
        first_year=one.first_year,
        last_year=one.last_year,
        pooled=one.pooled,
        is_ranked=one.is_ranked,
        counties=tuple(
            CountyFact(
                jurisdiction=county.jurisdiction,
                jurisdiction_name=names.jurisdiction(county.jurisdiction),
                value=county.value,
                raw=county.raw,
                shrunk=county.shrunk,
                low=county.low,
                high=county.high,
                best_rank=county.best_rank,
                worst_rank=county.worst_rank,
            )
            for county in one.counties
        ),
        missing=tuple(map(names.jurisdiction, one.missing)),
    )
