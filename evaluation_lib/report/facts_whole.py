"""Tasks, promises, goals, claims and versions as the report states them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from evaluation_lib.assessment.commitments import CommitmentAssessment
from evaluation_lib.assessment.tasks import TaskAssessment
from evaluation_lib.assessment.verdict import REACHED
from evaluation_lib.evaluation import Evaluation
from evaluation_lib.observations.ledger import LedgerEntry
from evaluation_lib.plan.model import Goal
from evaluation_lib.report.facts_plan import (
    amendment_facts,
    claim_facts,
    milestone_facts,
    strength_facts,
    version_change_facts,
)
from evaluation_lib.report.model_whole import (
    NOT_DUE,
    ChapterFact,
    CommitmentFact,
    GoalFact,
    LedgerFact,
    TaskFact,
)
from evaluation_lib.report.origin_facts import Names
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.whole import whole


def whole_facts(
    evaluation: Evaluation,
    names: Names,
    language: str,
    compared_with: Evaluation | None = None,
) -> dict[str, Any]:
    """Return what the report says of the whole plan, by name of the report's field.

    Args:
        evaluation: What was found.
        names: What documents and places are called in `language`.
        language: `zh` or `en`.
        compared_with: The same evaluation under an older version of the plan, None for none.
    """
    plan = evaluation.plan
    # The plan's text speaks of the whole; its arithmetic is redone once, in the report on that.
    text = plan if evaluation.jurisdiction.code == plan.jurisdiction else plan.indicators_only
    return {
        "chapters": _chapters(evaluation, language),
        "tasks": tuple(_task(one, names, language) for one in evaluation.tasks),
        "commitments": tuple(_commitment(one, names, language) for one in evaluation.commitments),
        "goals": tuple(_goal(one, evaluation, language) for one in plan.goals)
        if evaluation.tasks
        else (),
        "claims": claim_facts(text, language),
        "strengths": strength_facts(text, language),
        "amendments": amendment_facts(plan, language),
        "milestones": milestone_facts(plan, language),
        "version_changes": version_change_facts(evaluation, compared_with, language),
    }


def _chapters(evaluation: Evaluation, language: str) -> tuple[ChapterFact, ...]:
    headings = {one.chapter: one for one in evaluation.plan.structure if one.section is None}
    facts = []
    for chapter in dict.fromkeys(one.task.chapter for one in evaluation.tasks):
        here = [one for one in evaluation.tasks if one.task.chapter == chapter]
        heading = headings.get(chapter)
        title = ""
        if heading is not None:
            title = heading.title if language == "zh" else heading.title_en or heading.title
        facts.append(
            ChapterFact(
                chapter=chapter,
                title=title,
                restored=heading is not None and heading.restored,
                total=len(here),
                measures=sum(one.task.measures for one in here),
                by_state=_by_state(here),
            )
        )
    return tuple(facts)


def _task(one: TaskAssessment, names: Names, language: str) -> TaskFact:
    task, ledger = one.task, one.ledger
    entry = ledger.entry if ledger else None
    dated = [held.commitment.deadline for held in one.commitments if _has_own_date(held)]
    return TaskFact(
        id=task.id,
        title=task.title if language == "zh" else task.title_en,
        original=task.title,
        chapter=task.chapter,
        section=task.section,
        line=task.line,
        verbs=task.verbs,
        measures=task.measures,
        bodies=task.bodies,
        commitments=task.commitments,
        state=str(one.state),
        is_hard=one.is_hard,
        as_reported=ledger is not None and ledger.is_as_reported,
        evidence=_grade(entry),
        progress=(entry.note or entry.quote) if entry else "",
        deadline=min(dated, default=""),
        reported=_ledger(ledger.reported if ledger else None, names),
        verified=_ledger(ledger.verified if ledger else None, names),
        history=tuple(
            fact for past in (ledger.history if ledger else ()) if (fact := _ledger(past, names))
        ),
        contradicted=ledger is not None and ledger.is_contradicted,
        concerns=(
            *(_failing(held, language) for held in one.failing),
            *(concern.into(language) for concern in one.concerns),
        ),
    )


def _has_own_date(held: CommitmentAssessment) -> bool:
    return "-" in held.commitment.deadline or str(held.commitment.type) == "dated"


def _failing(one: CommitmentAssessment, language: str) -> str:
    zh = language == "zh"
    subject = one.commitment.subject if zh else one.commitment.subject_en
    said = [subject]
    if one.fact is not None:
        said.append(one.fact.into(language))
    if one.verdict is not None:
        said.append(words(language).verdict(one.verdict).lower())
    return whole(language, "colon").join((said[0], ("，" if zh else ", ").join(said[1:])))


def _commitment(one: CommitmentAssessment, names: Names, language: str) -> CommitmentFact:
    promise, state = one.commitment, one.state
    return CommitmentFact(
        id=promise.id,
        quote=promise.quote,
        subject=promise.subject if language == "zh" else promise.subject_en,
        chapter=promise.chapter,
        section=promise.section,
        line=promise.line,
        type=str(promise.type),
        comparison=promise.comparison,
        value=promise.value,
        unit=promise.unit if language == "zh" else promise.unit_en or promise.unit,
        deadline=promise.deadline,
        keep=promise.is_kept_on,
        proof=promise.proof,
        indicator=promise.indicator,
        sum_of=promise.sum_of,
        note=promise.note if language == "zh" else "",
        verdict=NOT_DUE if one.verdict is None else str(one.verdict),
        is_due=one.is_due,
        ground=str(one.ground),
        fact=one.fact.into(language) if one.fact else "",
        reason=one.reason.into(language) if one.reason else None,
        observed=one.value,
        period=one.period,
        evidence=one.evidence or "",
        source=one.source,
        source_title=names.source(one.source),
        as_reported=one.is_as_reported,
        reported=_ledger(state.reported if state else None, names),
        verified=_ledger(state.verified if state else None, names),
    )


def _goal(goal: Goal, evaluation: Evaluation, language: str) -> GoalFact:
    tasks = [one for one in evaluation.tasks if one.task.chapter in goal.chapters]
    promises = [one for one in evaluation.commitments if one.commitment.chapter in goal.chapters]
    judged = [
        one for one in promises if one.verdict is not None and one.verdict != "not_assessable"
    ]
    return GoalFact(
        id=goal.id,
        title=goal.title if language == "zh" else goal.title_en,
        quote=goal.quote,
        line=goal.line,
        horizon=goal.horizon,
        chapters=goal.chapters,
        note=goal.note if language == "zh" else "",
        tasks=len(tasks),
        by_state=_by_state(tasks),
        commitments=len(promises),
        judged=len(judged),
        kept=sum(one.verdict in REACHED for one in judged),
    )


def _by_state(tasks: list[TaskAssessment]) -> dict[str, int]:
    counted = Counter(str(one.state) for one in tasks)
    return dict(sorted(counted.items()))


def _grade(entry: LedgerEntry | None) -> str:
    return str(entry.evidence) if entry is not None and entry.evidence is not None else ""


def _ledger(entry: LedgerEntry | None, names: Names) -> LedgerFact | None:
    if entry is None:
        return None
    return LedgerFact(
        status=str(entry.status),
        date=entry.date.isoformat(),
        published_on=entry.published_on.isoformat() if entry.published_on else "",
        evidence=_grade(entry),
        source=entry.source,
        source_title=names.source(entry.source),
        quote=entry.quote,
        note=entry.note,
        reported_by=entry.reported_by,
        verified=entry.is_verified,
    )
