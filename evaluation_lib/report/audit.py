"""The report on the plan's own text, which needs no observation."""

from __future__ import annotations

from collections.abc import Mapping

from evaluation_lib.evaluation import Evaluation
from evaluation_lib.observations.sources import Source
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.model import Report
from evaluation_lib.report.wording.whole import whole


def audit_report(
    evaluation: Evaluation,
    sources: Mapping[str, Source],
    *,
    language: str = "zh",
    job: str = "",
) -> Report:
    """Build the report of an evaluation under the title of an audit of the plan's text.

    Args:
        evaluation: Gives the plan in its version, and the day.
        sources: The documents values come from, by id.
        language: `zh` or `en`.
        job: Name of the job that asked for it.
    """
    report = build_report(evaluation, sources, language=language, job=job)
    title = whole(language, "audit.report_title", plan=report.plan.title)
    return report.model_copy(update={"title": title})
