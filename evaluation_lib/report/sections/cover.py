"""The cover and the table of contents."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Contents, Cover
from evaluation_lib.report.charts.signature import signature
from evaluation_lib.report.model import Report
from evaluation_lib.report.numbers import short_percent
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import date_text
from evaluation_lib.report.wording.public import public


def cover(report: Report) -> tuple[Block, ...]:
    """Return the cover: plan, kind of report, a drawing of all results, the facts."""
    spoken = words(report.language)
    line = spoken.say(
        "cover.line",
        year=report.evaluation_year,
        share=short_percent(report.time_share, language=report.language),
    )
    evaluator = report.brand.organisation if report.brand else spoken["cover.evaluator_blank"]
    keys = {
        "cover.organisation": report.plan.organisation,
        "cover.as_of": date_text(report.as_of, report.language),
        "cover.evaluator": evaluator,
        "cover.plan_version": report.plan.version,
        "cover.jurisdiction": f"{report.jurisdiction_name} {report.jurisdiction}",
        "cover.versions": spoken.say(
            "cover.versions_value", data=report.data_version, method=report.method_version
        ),
    }
    return (
        Cover(
            eyebrow=spoken["cover.eyebrow"] + _public(report),
            plan_title=spoken.say("cover.plan_title", plan=report.plan.title),
            kind=spoken.say(f"cover.kind_{report.product}", year=report.evaluation_year),
            line=line,
            signature=signature(report),
            facts=tuple((spoken[key], value) for key, value in keys.items()),
            warning=spoken["cover.warning"] if report.demonstration else "",
        ),
    )


def _public(report: Report) -> str:
    return public(report.language, "title") if report.withheld else ""


def contents(report: Report) -> tuple[Block, ...]:
    """Return the place of the table of contents."""
    return (Contents(title=words(report.language)["contents.title"]),)
