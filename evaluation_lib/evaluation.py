"""The whole method on one screen: plan and observations in, evaluation out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from evaluation_lib.assessment import what_if
from evaluation_lib.assessment.asking import COMPARISON as COMPARISON
from evaluation_lib.assessment.asking import HEADLINE_MODEL as HEADLINE_MODEL
from evaluation_lib.assessment.asking import PRODUCTS as PRODUCTS
from evaluation_lib.assessment.asking import compares_divisions as compares_divisions
from evaluation_lib.assessment.asking import is_final as is_final
from evaluation_lib.assessment.asking import last_whole_year as last_whole_year
from evaluation_lib.assessment.asking import named_model as named_model
from evaluation_lib.assessment.asking import named_place as named_place
from evaluation_lib.assessment.commitment_firmness import judge_per_head
from evaluation_lib.assessment.commitments import CommitmentAssessment, judge_commitments
from evaluation_lib.assessment.comparators import Comparator, find_comparators
from evaluation_lib.assessment.counties import CountyComparison, compare_counties
from evaluation_lib.assessment.divisions import DividedIndicator, compare_divisions
from evaluation_lib.assessment.firmness import Firmness, judge_firmness
from evaluation_lib.assessment.ground import Ground, lay_grounds
from evaluation_lib.assessment.judging import (
    Terms,
    assess_all,
    forecast_per_head,
    forecast_places,
)
from evaluation_lib.assessment.ledger import states_by_subject
from evaluation_lib.assessment.overall import Overall, judge_overall
from evaluation_lib.assessment.readings import other_readings
from evaluation_lib.assessment.scoring import Score, score_plan, weight_nodes
from evaluation_lib.assessment.target_shapes import Shaped, shape_targets
from evaluation_lib.assessment.tasks import TaskAssessment, judge_tasks
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.assessment.warnings import EarlyWarning, early_warnings
from evaluation_lib.forecast import Forecast, NoForecast
from evaluation_lib.observations.checks import Finding
from evaluation_lib.observations.ledger import (
    LedgerEntry,
    entries_but,
    known_entries,
    published_entries,
    question_ledger,
)
from evaluation_lib.observations.per_head import per_head_parts
from evaluation_lib.observations.population import populations
from evaluation_lib.observations.promised import commitment_series
from evaluation_lib.observations.series import Series, annual_series
from evaluation_lib.observations.table import JURISDICTION, STATUS, Status
from evaluation_lib.plan.model import Jurisdiction, Plan
from evaluation_lib.plan.weights import Weights
from evaluation_lib.remembered import Itself, remember, remembered


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an evaluation of one jurisdiction found.

    Attributes:
        year: Last whole year before the as-of date, at most the plan's last year.
        time_share: Share of the plan period elapsed at the end of `year`.
        rows: Observation rows of the jurisdiction known on the as-of date.
        demonstration: Whether any of them, or of the divisions shown beside them, is synthetic;
            nothing can switch it off.
        commitments: The text's promises; none below the plan's own jurisdiction.
        tasks: The plan's tasks, likewise.
        firmness: How firm each verdict is, by indicator id.
        denominators: The same of per-head promises, by commitment id, under other populations.
        warnings: Indicators that need a hand, the most urgent first.
        score: None where no weights are given; nor is there one below the plan's own jurisdiction.
        comparators: What is known of other places.
        counties: The divisions below the plan's own, compared among themselves in its own report.
        divisions: The same with their values, sums and own targets; for product `comparison`.
        assumptions: What was assumed; nothing that rests on it is a finding.
        everywhere: Observation rows of every jurisdiction known on the as-of date.
        model: Name of the forecasting model that was asked for; blank for the usual one.
    """

    plan: Plan
    jurisdiction: Jurisdiction
    product: str
    as_of: date
    year: int
    time_share: float
    rows: pd.DataFrame
    findings: tuple[Finding, ...]
    assessments: tuple[Assessment, ...]
    overall: Overall
    demonstration: bool
    commitments: tuple[CommitmentAssessment, ...] = ()
    tasks: tuple[TaskAssessment, ...] = ()
    firmness: Mapping[str, Firmness] = field(default_factory=dict)
    denominators: Mapping[str, Firmness] = field(default_factory=dict)
    warnings: tuple[EarlyWarning, ...] = ()
    score: Score | None = None
    comparators: tuple[Comparator, ...] = ()
    counties: tuple[CountyComparison, ...] = ()
    divisions: tuple[DividedIndicator, ...] = ()
    assumptions: tuple[what_if.Assumption, ...] = ()
    everywhere: pd.DataFrame = field(default_factory=pd.DataFrame)
    model: str = ""


def evaluate(
    plan: Plan,
    observations: pd.DataFrame,
    jurisdiction: str,
    as_of: date,
    *,
    product: str = "midterm",
    model: str = "",
    ledger: Iterable[LedgerEntry] = (),
    weights: Weights | None = None,
    assumptions: Sequence[what_if.Assumption] = (),
) -> Evaluation:
    """Evaluate every indicator of `plan` in one jurisdiction.

    Args:
        plan: What was promised.
        observations: Observation table; only what was published by `as_of` is looked at.
        jurisdiction: GB/T 2260 code, one of the plan's.
        as_of: Day on which the evaluation looks at the data.
        product: `annual`, `midterm`, `final`, or `comparison` of the divisions below.
        model: Name of the forecasting model; blank for the usual one.
        ledger: What was said of tasks and commitments; only what was known by `as_of` counts.
        weights: Weight of each indicator in a score; None for no score.
        assumptions: What if: judged as if it were so, and marked.

    Raises:
        JobError: The plan names no such jurisdiction, `product` or `model` is unknown, `as_of` lies
            before the plan's first year has ended, or what is assumed is known.
    """
    asked: dict[str, Any] = {
        "product": product,
        "model": model,
        "ledger": tuple(ledger),
        "weights": weights,
        "assumptions": tuple(assumptions),
    }
    judge = remembered(
        lambda: _question(plan, observations, jurisdiction, as_of, *asked.values()),
        lambda: prepare_all(plan, observations, [jurisdiction], as_of, **asked)[0],
    )
    return judge()


def prepare_all(
    plan: Plan,
    observations: pd.DataFrame,
    jurisdictions: Sequence[str],
    as_of: date,
    *,
    product: str = "midterm",
    model: str = "",
    ledger: Iterable[LedgerEntry] = (),
    weights: Weights | None = None,
    assumptions: Sequence[what_if.Assumption] = (),
) -> list[Callable[[], Evaluation]]:
    """Forecast all series of several jurisdictions in one pass and leave each to be judged.

    Each comes out as it does alone, to the bit. Where answers are remembered, `evaluate` finds what
    was prepared for its question.

    Args:
        plan: As for `evaluate`, and so is everything else.
        observations: The same.
        jurisdictions: GB/T 2260 codes of the plan.
        as_of: The same.
        product: The same.
        model: The same.
        ledger: The same.
        weights: The same.
        assumptions: The same.

    Returns:
        For each jurisdiction a function that judges it.

    Raises:
        JobError: As for `evaluate`.
    """
    whole, plan = plan, what_if.assume_promises(plan.in_force(as_of), assumptions)
    places = [named_place(plan, one) for one in jurisdictions]
    year, final = last_whole_year(plan, as_of), is_final(product)
    terms = Terms(
        what_if.years_judged(plan, year, assumptions), final, plan.cut_offs, named_model(model)
    )
    grounds, entries = [*lay_grounds(plan, observations, jurisdictions, as_of)], tuple(ledger)
    asked = _Asked(plan, as_of, product, model, year, terms, tuple(assumptions))
    series = [
        what_if.assume_values(annual_series(ground.sound, plan, one), assumptions)
        for ground, one in zip(grounds, jurisdictions, strict=True)
    ]
    shaped = [
        shape_targets(here.indicators, known, here.milestones_by_id)
        for here, known in zip(map(plan.promised_to, jurisdictions), series, strict=True)
    ]
    forecasts = forecast_places(shaped, terms)
    found = [
        partial(_judged, asked, *one, entries, weights)
        for one in zip(grounds, places, series, shaped, forecasts, strict=True)
    ]
    question = (as_of, product, model, entries, weights, tuple(assumptions))
    for place, one in zip(jurisdictions, found, strict=True):
        remember(partial(_question, whole, observations, place, *question), one)
    return [*found]


def _question(plan: Plan, observations: pd.DataFrame, *others: Hashable) -> Hashable:
    return "evaluation", Itself(observations), plan, others


@dataclass(frozen=True, slots=True)
class _Asked:
    plan: Plan
    as_of: date
    product: str
    model: str
    year: int
    terms: Terms
    assumptions: tuple[what_if.Assumption, ...]


def _judged(
    asked: _Asked,
    ground: Ground,
    place: Jurisdiction,
    series: Mapping[str, Series],
    shaped: Sequence[Shaped],
    known_ahead: Mapping[str, Forecast | NoForecast],
    ledger: tuple[LedgerEntry, ...],
    weights: Weights | None,
) -> Evaluation:
    plan, as_of, product, year = asked.plan, asked.as_of, asked.product, asked.year
    terms, assumptions, jurisdiction = asked.terms, asked.assumptions, place.code
    rows, findings, sound = ground.rows, ground.findings, ground.sound
    is_own, promised = jurisdiction == plan.jurisdiction, [one.indicator for one in shaped]
    parts = per_head_parts(sound, plan, jurisdiction, series)
    forecasts = {**known_ahead, **forecast_per_head(shaped, parts, terms)}
    assessments = what_if.marked(assess_all(shaped, forecasts, terms), assumptions)
    overall = judge_overall(assessments)
    readings = other_readings(ground.vintages, plan, jurisdiction, promised, series, assumptions)
    fails, nodes = overall.binding_failing > 0, weight_nodes(len(assessments))

    left_out = plan.left_to_others(jurisdiction)
    entries = entries_but(published_entries(ledger, as_of), plan, left_out)
    known = known_entries(entries, plan, jurisdiction, as_of)
    whole = plan if is_own else plan.indicators_only
    states = states_by_subject(known)
    kept = commitment_series(sound, whole, jurisdiction)
    judge = partial(judge_commitments, whole, assessments, states=states, as_of=as_of, year=year)
    commitments = judge(kept)
    known_people = populations(sound, plan, jurisdiction)
    here = rows[rows[JURISDICTION] == jurisdiction]
    counties = compare_counties(sound, plan, year, promised) if is_own else ()
    is_compared = compares_divisions(product, plan, jurisdiction)
    divisions = compare_divisions(sound, plan, series, year, terms) if is_compared else ()
    shown = [jurisdiction, *(plan.parts if counties or divisions else ())]
    synthetic = rows[STATUS] == Status.SYNTHETIC
    return Evaluation(
        plan=plan,
        jurisdiction=place,
        product=product,
        as_of=as_of,
        year=year,
        time_share=(year - plan.baseline_year) / (plan.end - plan.baseline_year),
        rows=here,
        findings=(*findings, *question_ledger(entries, plan)),
        assessments=assessments,
        overall=overall,
        demonstration=bool(
            (synthetic & rows[JURISDICTION].isin(shown)).any()
            or any(one.synthetic for one in known)
        ),
        commitments=commitments,
        tasks=judge_tasks(whole, commitments, states, final=terms.final),
        firmness=judge_firmness(assessments, forecasts, readings, terms),
        denominators=judge_per_head(whole, kept, known_people, judge),
        warnings=early_warnings(assessments),
        score=score_plan(assessments, weights if is_own else None, nodes, binding_fails=fails),
        comparators=find_comparators(sound, plan, jurisdiction, promised, series),
        counties=counties,
        divisions=divisions,
        assumptions=tuple(assumptions),
        everywhere=ground.everywhere,
        model=asked.model,
    )
