"""The plan's own arithmetic, the strength of its targets, its versions: as the report states."""

from __future__ import annotations

from evaluation_lib.assessment.versions import compare_versions
from evaluation_lib.evaluation import Evaluation
from evaluation_lib.plan.arithmetic import spoken
from evaluation_lib.plan.claims import Audited, Claim, Reading, audit
from evaluation_lib.plan.earlier import target_strength
from evaluation_lib.plan.model import Indicator, Plan
from evaluation_lib.report.model_whole import (
    AmendmentFact,
    ClaimFact,
    MilestoneFact,
    ReadingFact,
    StrengthFact,
    VersionChangeFact,
)
from evaluation_lib.report.narrative.claims import claim_finding


def claim_facts(plan: Plan, language: str) -> tuple[ClaimFact, ...]:
    """Return every claim of the text, redone."""
    return tuple(_claim(audit(one), language) for one in plan.claims)


def strength_facts(plan: Plan, language: str) -> tuple[StrengthFact, ...]:
    """Return promised increments beside earlier ones, where the text gives both."""
    facts = []
    for earlier in plan.earlier:
        strength = target_strength(plan.indicator(earlier.indicator), earlier)
        if strength is None:
            continue
        indicator = strength.indicator
        facts.append(
            StrengthFact(
                indicator=indicator.id,
                name=_name(indicator, language),
                unit=indicator.unit if language == "zh" else indicator.unit_en,
                from_year=earlier.from_year,
                before=strength.before,
                promised=strength.promised,
                ratio=strength.ratio,
                line=earlier.line,
                quote=earlier.quote,
                note=earlier.note if language == "zh" else "",
            )
        )
    return tuple(facts)


def amendment_facts(plan: Plan, language: str) -> tuple[AmendmentFact, ...]:
    """Return what later decisions changed, in their order, with the value each one replaced."""
    facts = []
    for number, one in enumerate(plan.amendments):
        before = next(
            (
                past.value
                for past in reversed(plan.amendments[:number])
                if (past.indicator, past.field) == (one.indicator, one.field)
            ),
            one.replaced,
        )
        facts.append(
            AmendmentFact(
                indicator=one.indicator,
                name=_name(plan.indicator(one.indicator), language),
                field=one.field,
                before=before,
                after=one.value,
                effective_on=one.effective_on.isoformat(),
                document=one.document,
                note=one.note,
            )
        )
    return tuple(facts)


def milestone_facts(plan: Plan, language: str) -> tuple[MilestoneFact, ...]:
    """Return the plan's own values on the way."""
    return tuple(
        MilestoneFact(
            indicator=key, name=_name(plan.indicator(key), language), year=year, value=value
        )
        for key, stones in plan.milestones_by_id.items()
        for year, value in sorted(stones.items())
    )


def version_change_facts(
    evaluation: Evaluation, compared_with: Evaluation | None, language: str
) -> tuple[VersionChangeFact, ...]:
    """Return the indicators that differ from the same evaluation under an older version."""
    if compared_with is None:
        return ()
    facts = []
    for change in compare_versions(compared_with, evaluation):
        known = change.new or change.old
        if known is None:
            continue
        facts.append(
            VersionChangeFact(
                indicator=change.key,
                name=_name(known.indicator, language),
                old_target=change.old.indicator.target if change.old else None,
                new_target=change.new.indicator.target if change.new else None,
                old_verdict=str(change.verdicts[0] or ""),
                new_verdict=str(change.verdicts[1] or ""),
            )
        )
    return tuple(facts)


def _claim(audited: Audited, language: str) -> ClaimFact:
    claim: Claim = audited.claim
    return ClaimFact(
        id=claim.id,
        line=claim.line,
        quote=claim.quote,
        kind=str(claim.kind),
        statement=claim.statement if language == "zh" else claim.statement_en,
        outcome=str(audited.outcome),
        comparison=claim.comparison,
        expected=claim.expected,
        precision=claim.precision,
        main=_reading(audited.main),
        readings=tuple(_reading(one) for one in audited.readings),
        inputs=claim.inputs,
        finding=claim_finding(audited, language),
        note=claim.note if language == "zh" else "",
    )


def _reading(one: Reading) -> ReadingFact:
    low, high = one.interval
    return ReadingFact(
        label=one.label,
        sum=spoken(one.expression),
        value=float(one.value),
        low=float(low),
        high=float(high),
        agrees=one.agrees,
    )


def _name(indicator: Indicator, language: str) -> str:
    return indicator.short(language)
