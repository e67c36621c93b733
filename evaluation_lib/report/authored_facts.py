"""What evaluators wrote, held against the plan and the results and put into the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from evaluation_lib.errors import AuthoredError, listed
from evaluation_lib.report.authored import Authored
from evaluation_lib.report.authored.narrative import CHAPTERS, INDICATORS, Passage
from evaluation_lib.report.brand_facts import brand_fact
from evaluation_lib.report.figures import Quotable, quotable_figures
from evaluation_lib.report.model import Report
from evaluation_lib.report.model_authored import PassageFact, QuoteFact
from evaluation_lib.report.quoting import filled, find_unknown, quotes_in

_OPTIONAL = ("foreword",)
_ANNUAL = ("independence", "causes", "recommendations")


def with_authored(report: Report, authored: Authored) -> Report:
    """Return `report` with what the evaluators wrote for it, figures filled in.

    Raises:
        AuthoredError: A passage, in whichever language, is on an indicator the plan does not have,
            or quotes a figure that does not exist; every fault is named with file and line.
    """
    figures = quotable_figures(report)
    faults = [
        f"{one.file}: {fault}"
        for one in authored.narrative
        for fault in (*_lost_indicator(one, report), *find_unknown(one.text, figures))
    ]
    if faults:
        raise AuthoredError(listed(faults))
    accepted = authored.accepted.get(report.jurisdiction, {})
    passages = tuple(
        _passage(one, figures, accepted.get(one.file, {}))
        for one in _chosen(authored.narrative, report)
    )
    written = {one.name for one in passages}
    return report.model_copy(
        update={
            "narrative": passages,
            "brand": brand_fact(authored.branding, report.language),
            "unwritten": tuple(one for one in _expected(report) if one not in written),
        }
    )


def _expected(report: Report) -> tuple[str, ...]:
    """Return the passages a client expects of the product, in the order of the report."""
    if report.product == "comparison":
        return ()
    if report.product == "annual":
        return _ANNUAL
    return tuple(one for one in CHAPTERS if one not in _OPTIONAL)


def _chosen(passages: Iterable[Passage], report: Report) -> list[Passage]:
    """Return the passages of the report's place and language that say something.

    One on the place itself stands in for one on every place.
    """
    found: dict[str, Passage] = {}
    for one in sorted(passages, key=lambda one: one.jurisdiction):
        if one.language == report.language and one.jurisdiction in ("", report.jurisdiction):
            found[one.name] = one
    return [one for one in found.values() if one.text.strip()]


def _passage(
    one: Passage, figures: Mapping[str, Quotable], accepted: Mapping[str, str]
) -> PassageFact:
    return PassageFact(
        name=one.name,
        file=one.file,
        text=filled(one.text, figures),
        quotes=tuple(
            QuoteFact(
                name=quote.name,
                line=quote.line,
                text=figures[quote.name].text,
                accepted=accepted.get(quote.name),
            )
            for quote in quotes_in(one.text)
        ),
    )


def _lost_indicator(one: Passage, report: Report) -> list[str]:
    head, _, indicator = one.name.partition("/")
    known = [fact.id for fact in report.indicators]
    if head != INDICATORS or indicator in known:
        return []
    near = get_close_matches(indicator, known, n=1)
    hint = f" Did you mean {near[0]}.md?" if near else ""
    return [f"the plan has no indicator {indicator!r}.{hint}"]
