"""The whole method on one screen: plan and observations in, evaluation out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import pandas as pd

from evaluation_lib.assessment import what_if
from evaluation_lib.assessment.commitment_firmness import judge_per_head
from evaluation_lib.assessment.commitments import CommitmentAssessment, judge_commitments
from evaluation_lib.assessment.comparators import Comparator, find_comparators
from evaluation_lib.assessment.counties import CountyComparison, compare_counties
from evaluation_lib.assessment.divisions import DividedIndicator, compare_divisions
from evaluation_lib.assessment.firmness import Firmness, judge_firmness
from evaluation_lib.assessment.judging import (
    Terms,
    assess_all,
    forecast_all,
    forecast_per_head,
)
from evaluation_lib.assessment.ledger import states_by_subject
from evaluation_lib.assessment.overall import Overall, judge_overall
from evaluation_lib.assessment.readings import other_readings
from evaluation_lib.assessment.scoring import Score, score_plan, weight_nodes
from evaluation_lib.assessment.target_shapes import shape_targets
from evaluation_lib.assessment.tasks import TaskAssessment, judge_tasks
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.assessment.warnings import EarlyWarning, early_warnings
from evaluation_lib.errors import JobError
from evaluation_lib.forecast.panel import MODELS
from evaluation_lib.observations import checks
from evaluation_lib.observations.checks import Finding
from evaluation_lib.observations.ledger import (
    LedgerEntry,
    known_entries,
    published_entries,
    question_ledger,
)
from evaluation_lib.observations.per_head import per_head_parts
from evaluation_lib.observations.population import populations
from evaluation_lib.observations.promised import commitment_series
from evaluation_lib.observations.series import annual_series
from evaluation_lib.observations.table import JURISDICTION, STATUS, Status
from evaluation_lib.observations.vintages import latest, published_by
from evaluation_lib.plan.model import Jurisdiction, Plan
from evaluation_lib.plan.weights import Weights

PRODUCTS = ("annual", "midterm", "final", "comparison")
COMPARISON = "comparison"
HEADLINE_MODEL = "pooled"
"""Model whose forecasts decide, where none is asked for."""


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
        counties: The divisions below the plan's own, compared among themselves.
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
    plan = what_if.assume_promises(plan.in_force(as_of), assumptions)
    place, is_own = named_place(plan, jurisdiction), jurisdiction == plan.jurisdiction
    year, final = last_whole_year(plan, as_of), is_final(product)
    years = what_if.years_judged(plan, year, assumptions)
    terms = Terms(years, final, plan.cut_offs, named_model(model))

    rows = published_by(observations, as_of)
    findings = checks.check(rows, plan)
    vintages = checks.sound(rows, findings)
    sound = latest(vintages)
    series = what_if.assume_values(annual_series(sound, plan, jurisdiction), assumptions)

    here_plan = plan.promised_to(jurisdiction)
    promised = here_plan.indicators
    shaped = shape_targets(promised, series, here_plan.milestones_by_id)
    parts = per_head_parts(sound, plan, jurisdiction, series)
    forecasts = forecast_all(shaped, terms) | forecast_per_head(shaped, parts, terms)
    assessments = what_if.marked(assess_all(shaped, forecasts, terms), assumptions)
    overall = judge_overall(assessments)
    readings = other_readings(vintages, plan, jurisdiction, promised, series, assumptions)
    fails, nodes = overall.binding_failing > 0, weight_nodes(len(assessments))

    entries = published_entries(ledger, as_of)
    known = known_entries(entries, plan, jurisdiction, as_of)
    whole = plan if is_own else plan.indicators_only
    states = states_by_subject(known)
    kept = commitment_series(sound, whole, jurisdiction)
    judge = partial(judge_commitments, whole, assessments, states=states, as_of=as_of, year=year)
    commitments = judge(kept)
    known_people = populations(sound, plan, jurisdiction)
    here = rows[rows[JURISDICTION] == jurisdiction]
    counties = compare_counties(sound, plan, year, promised)
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
        tasks=judge_tasks(whole, commitments, states, final=final),
        firmness=judge_firmness(assessments, forecasts, readings, terms),
        denominators=judge_per_head(whole, kept, known_people, judge),
        warnings=early_warnings(assessments),
        score=score_plan(assessments, weights if is_own else None, nodes, binding_fails=fails),
        comparators=find_comparators(sound, plan, jurisdiction, promised, series),
        counties=counties,
        divisions=divisions,
        assumptions=tuple(assumptions),
        everywhere=rows,
        model=model,
    )


def named_place(plan: Plan, jurisdiction: str) -> Jurisdiction:
    """Return the jurisdiction with the given code.

    Raises:
        JobError: The plan does not name it.
    """
    try:
        return plan.place(jurisdiction)
    except KeyError:
        named = ", ".join(f"{one.code} {one.name}" for one in plan.jurisdictions)
        raise JobError(
            f"Plan {plan.id} names no jurisdiction {jurisdiction!r}; use one of {named}."
        ) from None


def last_whole_year(plan: Plan, as_of: date) -> int:
    """Return the last calendar year that had ended by `as_of`, at most the plan's last year.

    Raises:
        JobError: No year of the plan had ended yet.
    """
    ended = as_of.year if (as_of.month, as_of.day) == (12, 31) else as_of.year - 1
    if ended < plan.start:
        raise JobError(
            f"As of {as_of} no year of {plan.start}-{plan.end} has ended, so nothing can be "
            f"evaluated; use a date from {plan.start}-12-31 on."
        )
    return min(ended, plan.end)


def is_final(product: str) -> bool:
    """Return whether `product` judges the end of the plan.

    Raises:
        JobError: The product is unknown.
    """
    if product not in PRODUCTS:
        raise JobError(f"Product {product!r} is unknown; use one of {', '.join(PRODUCTS)}.")
    return product == "final"


def compares_divisions(product: str, plan: Plan, jurisdiction: str) -> bool:
    """Return whether `product` sets the divisions below the plan's own side by side.

    Raises:
        JobError: It does, but `jurisdiction` is not the one they are divisions of.
    """
    if product == COMPARISON and jurisdiction != plan.jurisdiction:
        raise JobError(
            f"A comparison is made of the plan's own jurisdiction and not of {jurisdiction}; use "
            f"{plan.jurisdiction}."
        )
    return product == COMPARISON


def named_model(model: str) -> str:
    """Return the forecasting model called `model`, the usual one where it is blank.

    Raises:
        JobError: No model has that name.
    """
    if model and model not in MODELS:
        raise JobError(f"Model {model!r} is unknown; use one of {', '.join(MODELS)}.")
    return model or HEADLINE_MODEL
