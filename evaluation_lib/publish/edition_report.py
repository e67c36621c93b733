"""The result of one report without its pages: what its notebook would hand to the publishers."""

from __future__ import annotations

from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.ledger import read_ledger
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan.reading import read_plan
from evaluation_lib.plan.weights import chosen_weights
from evaluation_lib.publish.job import Edition
from evaluation_lib.report.authored import NOTHING_AUTHORED, Authored
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.model import Report


def edition_report(edition: Edition, authored: Authored = NOTHING_AUTHORED) -> Report:
    """Evaluate what the report `edition` asks for, in this process.

    Args:
        edition: One report of a job.
        authored: What the evaluators wrote; nothing, so that a fault in it stops no other answer.

    Raises:
        EvaluationError: An input cannot be read, or what was written does not fit.
    """
    job = edition.job
    plan = read_plan(edition.plan).with_cut_offs(job.choices.get("cut_offs", ""))
    table, sources = read_observations(edition.observations)
    found = evaluate(
        plan,
        table,
        edition.jurisdiction,
        job.as_of,
        product=job.product,
        ledger=read_ledger(edition.observations),
        weights=chosen_weights(str(edition.weights or ""), plan),
        model=job.model or "",
    )
    return build_report(
        found, sources, language=edition.language, job=edition.name, authored=authored
    )
