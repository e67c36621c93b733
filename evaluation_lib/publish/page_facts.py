"""The facts every page carries: as of when, which data, which plan, which method, which place."""

from __future__ import annotations

from evaluation_lib.publish.document import Document
from evaluation_lib.report import page_words as words
from evaluation_lib.report.blocks import Cover
from evaluation_lib.report.model import Report

Facts = tuple[tuple[str, str], ...]


def header_facts(document: Document) -> Facts:
    """Return the facts below the title: those of every report, then those of the cover."""
    report, language = document.report, document.language
    facts = [
        (words.AS_OF, report.as_of),
        (words.DATA_PERIOD, _years(report)),
        (words.TIME_SHARE, _time_share(report)),
        (words.PLAN_VERSION, report.plan.version),
        (words.DATA_VERSION, report.data_version),
        (words.SCOPE, f"{report.jurisdiction_name} {report.jurisdiction}"),
    ]
    own = [(label.into(language), value) for label, value in facts if value]
    known = {text for fact in own for text in fact}
    cover = cover_of(document)
    added = [fact for fact in (cover.facts if cover else ()) if not known & set(fact)]
    return (*own, *added)


def footer_facts(document: Document) -> Facts:
    """Return the facts at the foot of each page."""
    report, language = document.report, document.language
    facts = [
        (words.AS_OF, report.as_of),
        (words.DATA_VERSION, report.data_version),
        (words.PLAN_VERSION, report.plan.version),
        (words.METHOD_VERSION, report.method_version),
    ]
    return tuple((label.into(language), value) for label, value in facts if value)


def evaluator_facts(document: Document) -> Facts:
    """Return who evaluated; nothing where the job does not say."""
    brand = document.report.brand
    return ((words.EVALUATOR.into(document.language), brand.organisation),) if brand else ()


def cover_of(document: Document) -> Cover | None:
    """Return the cover, if the report has one."""
    return next((block for block in document.blocks if block.type == "cover"), None)


def _years(report: Report) -> str:
    """Return the years of data: from the baseline to the year under evaluation."""
    return words.RANGE.into(report.language).format(
        first=report.plan.baseline_year, last=report.evaluation_year
    )


def _time_share(report: Report) -> str:
    """Return the time share, as a sum of years where it is one."""
    share = words.percent(report.time_share, decimals=0)
    passed = report.evaluation_year - report.plan.start + 1
    planned = report.plan.end - report.plan.start + 1
    if planned <= 0 or abs(passed / planned - report.time_share) > 1e-9:
        return words.percent(report.time_share)
    return words.YEARS_OF.into(report.language).format(passed=passed, planned=planned, share=share)
