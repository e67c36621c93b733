"""Whether the promises of the text are kept, by the arithmetic of indicators or by the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evaluation_lib.assessment.commitment_words import ledger_text, missing_text, value_text
from evaluation_lib.assessment.keeping import outcome_of
from evaluation_lib.assessment.ledger import SELF_REPORTED_GRADES, LedgerState
from evaluation_lib.assessment.methods import elapsed_share
from evaluation_lib.assessment.verdict import REACHED, Assessment, Verdict
from evaluation_lib.language import Text
from evaluation_lib.observations.ledger import WorkStatus
from evaluation_lib.observations.promised import promised_indicators
from evaluation_lib.observations.series import Observation, Series
from evaluation_lib.plan.model import Commitment, Indicator, Kind, Plan

FAILING = set(Verdict) - set(REACHED) - {Verdict.NOT_ASSESSABLE}


class Ground(StrEnum):
    """What a judgement rests on."""

    INDICATOR = "indicator"  # 指标
    OBSERVATIONS = "observations"  # 观测值
    LEDGER = "ledger"  # 台账
    NOTHING = "nothing"  # 没有数据


@dataclass(frozen=True, slots=True)
class CommitmentAssessment:
    """Everything judged about one promise.

    Attributes:
        verdict: None where it is not due yet and nothing but the date decides it.
        is_due: Whether its date had come on the as-of date.
        fact: What is known; None where nothing is.
        reason: Why there is no verdict; None where there is one.
        value: Value judged, in the promise's unit.
        evidence: Grade of what it rests on; None where nothing supports it.
        is_as_reported: Whether it has to be worded “据填报”.
        state: What the ledger holds on it.
    """

    commitment: Commitment
    verdict: Verdict | None
    is_due: bool
    ground: Ground
    fact: Text | None = None
    reason: Text | None = None
    value: float | None = None
    period: str = ""
    evidence: str | None = None
    source: str = ""
    is_as_reported: bool = False
    state: LedgerState | None = None

    @property
    def is_failing(self) -> bool:
        """Whether it is missed, or behind its schedule."""
        return self.verdict in FAILING


def judge_commitments(
    plan: Plan,
    assessments: Sequence[Assessment],
    series: Mapping[str, Series],
    states: Mapping[str, LedgerState],
    *,
    as_of: date,
    year: int,
) -> tuple[CommitmentAssessment, ...]:
    """Judge every promise of the text, in the plan's order.

    Args:
        plan: Gives the promises.
        assessments: Judgement of the plan's indicators, which some promises repeat.
        series: Observed values of promises with a number of their own, by commitment id.
        states: What the ledger holds, by subject.
        as_of: Day on which the evaluation looks; decides what is due.
        year: Last whole year before the as-of date.
    """
    by_id = {one.indicator.id: one for one in assessments}
    numeric = promised_indicators(plan)

    def judge(one: Commitment) -> CommitmentAssessment:
        is_due = as_of >= one.due_on
        state = states.get(one.id)
        if one.indicator:
            return _by_indicator(one, by_id[one.indicator], is_due, state)
        if one.sum_of:
            parts = [by_id[key] for key in one.sum_of]
            return _by_sum(one, parts, plan, is_due, state)
        observed = series[one.id].until(year) if one.id in series else None
        if observed is not None and observed.points:
            return _by_observations(one, numeric[one.id], observed, year, is_due, state, plan)
        return _by_ledger(one, state, is_due, plan) if state else _without_data(one, is_due)

    return tuple(judge(one) for one in plan.commitments)


def _by_indicator(
    one: Commitment, assessment: Assessment, is_due: bool, state: LedgerState | None
) -> CommitmentAssessment:
    progress = assessment.progress
    latest = progress.latest
    if progress.breached:
        latest = assessment.series.at(progress.breached[-1])
    fact = None
    if latest is not None:
        value = latest.value if progress.total is None else progress.total
        fact = value_text(one, latest.period, value, latest.comparator)
    return CommitmentAssessment(
        one,
        assessment.verdict,
        is_due,
        Ground.INDICATOR if latest is not None else Ground.NOTHING,
        fact=fact,
        reason=assessment.reason,
        value=latest.value if latest else None,
        period=latest.period if latest else "",
        evidence=latest.evidence if latest else None,
        source=latest.source if latest else "",
        is_as_reported=latest is not None and latest.evidence in SELF_REPORTED_GRADES,
        state=state,
    )


def _by_sum(
    one: Commitment,
    parts: Sequence[Assessment],
    plan: Plan,
    is_due: bool,
    state: LedgerState | None,
) -> CommitmentAssessment:
    """Judge a promise on what several indicators add together since the base year."""
    latest = [part.progress.latest for part in parts]
    known = [at for at in latest if at is not None and at.is_exact]
    year = min((at.year for at in known), default=0)
    values = [part.series.values().get(year) for part in parts]
    bases = [part.indicator.baseline for part in parts]
    if len(known) < len(parts) or None in values or None in bases or one.value is None:
        return _without_data(one, is_due, state)
    steps = [(value or 0.0) - (base or 0.0) for value, base in zip(values, bases, strict=True)]
    total = sum(steps)
    share = elapsed_share(
        kind=Kind.STOCK,
        baseline_year=plan.baseline_year,
        baseline=0.0,
        values={year: total},
        year=year,
        target_year=one.due_on.year,
        target=one.value,
        direction="higher",
        cut_offs=plan.cut_offs,
    )
    verdict = Verdict(str(share.status))
    if is_due:
        undecided = year < one.due_on.year and total < one.value
        settled = _settled(one, plan, total >= one.value)
        verdict = Verdict.NOT_ASSESSABLE if undecided else settled
    grades = [str(at.evidence) for at in known]
    shown = " + ".join(f"{step:g}" for step in steps)
    return CommitmentAssessment(
        one,
        verdict,
        is_due,
        Ground.INDICATOR,
        fact=Text(
            f"{plan.start}—{year}年合计{shown} = {total:g}{one.unit}",
            f"{plan.start}–{year} together {shown} = {total:g} {one.unit_en or one.unit}",
        ),
        reason=missing_text(one) if verdict is Verdict.NOT_ASSESSABLE else None,
        value=total,
        period=f"{plan.start}/{year}",
        evidence=max(grades),
        source=known[0].source,
        is_as_reported=all(grade in SELF_REPORTED_GRADES for grade in grades),
        state=state,
    )


def _by_observations(
    one: Commitment,
    indicator: Indicator,
    series: Series,
    year: int,
    is_due: bool,
    state: LedgerState | None,
    plan: Plan,
) -> CommitmentAssessment:
    """Judge a promise at its own date, and in each year after it where it must be kept."""
    latest = series.points[-1]
    due_year = one.due_on.year
    verdict: Verdict | None
    reason = None
    shown = latest
    if not is_due:
        verdict = Verdict.MET if _keeps(one, indicator, latest) else None
    else:
        last = max(year, due_year) if one.is_kept_on else due_year
        judged = {at: series.at(at) for at in range(due_year, last + 1)}
        outcomes = {
            at: None if seen is None else _keeps(one, indicator, seen)
            for at, seen in judged.items()
        }
        missed = [at for at, kept in outcomes.items() if kept is False]
        if missed:
            verdict, shown = _settled(one, plan, False), judged[missed[-1]] or latest
        elif all(outcomes.values()):
            verdict = _settled(one, plan, True)
        else:
            verdict, reason = Verdict.NOT_ASSESSABLE, missing_text(one)
    return CommitmentAssessment(
        one,
        verdict,
        is_due,
        Ground.OBSERVATIONS,
        fact=value_text(one, shown.period, shown.value, shown.comparator),
        reason=reason,
        value=shown.value,
        period=shown.period,
        evidence=shown.evidence,
        source=shown.source,
        is_as_reported=shown.evidence in SELF_REPORTED_GRADES,
        state=state,
    )


def _keeps(one: Commitment, indicator: Indicator, seen: Observation) -> bool | None:
    if one.comparison == ">" and seen.is_exact and seen.value == one.value:
        return False
    return outcome_of(indicator, seen)


def _by_ledger(
    one: Commitment, state: LedgerState, is_due: bool, plan: Plan
) -> CommitmentAssessment:
    entry = state.entry
    verdict: Verdict | None
    reason, late = None, False
    match entry.status:
        case WorkStatus.DONE:
            late = _was_late(one, state)
            verdict = _settled(one, plan, not late)
        case WorkStatus.CONTINUOUS:
            verdict = _settled(one, plan, True) if is_due else None
        case WorkStatus.UNDER_WAY | WorkStatus.NOT_STARTED:
            verdict = _settled(one, plan, False) if is_due else None
        case WorkStatus.CONSTRAINED:
            verdict = Verdict.NOT_ASSESSABLE
            reason = Text(
                f"受上位政策制约，不作评价；可由{one.proof}证明。",
                "Depends on decisions of higher levels, so it is not judged.",
            )
        case WorkStatus.UNKNOWN:
            verdict, reason = Verdict.NOT_ASSESSABLE, missing_text(one)
    return CommitmentAssessment(
        one,
        verdict,
        is_due,
        Ground.LEDGER,
        fact=ledger_text(state, late=late),
        reason=reason,
        period=entry.date.isoformat(),
        evidence=None if entry.evidence is None else str(entry.evidence),
        source=entry.source,
        # A number was promised, and a status is none.
        is_as_reported=state.is_as_reported or one.value is not None,
        state=state,
    )


def _was_late(one: Commitment, state: LedgerState) -> bool:
    """Return whether the ledger shows that it was not done when it fell due."""
    unfinished = (WorkStatus.NOT_STARTED, WorkStatus.UNDER_WAY)
    return any(past.date >= one.due_on and past.status in unfinished for past in state.history)


def _settled(one: Commitment, plan: Plan, kept: bool) -> Verdict:
    """Return the verdict on a promise that is decided: by year where it is kept, once otherwise."""
    if one.is_kept_on or one.due_on.year < plan.end:
        return Verdict.MET if kept else Verdict.NOT_MET
    return Verdict.COMPLETED if kept else Verdict.NOT_COMPLETED


def _without_data(
    one: Commitment, is_due: bool, state: LedgerState | None = None
) -> CommitmentAssessment:
    return CommitmentAssessment(
        one,
        Verdict.NOT_ASSESSABLE,
        is_due,
        Ground.NOTHING,
        reason=missing_text(one),
        state=state,
    )
