"""数据问题与质疑 and 证据与来源: what was found in the data, and which documents hold them."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.publish.excel.cells import Cell, Column, Line, Number, Sheet, Words
from evaluation_lib.report.block_parts import Tone
from evaluation_lib.report.model import FindingFact, Report
from evaluation_lib.report.model_quality import QueryFact
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.annex import annex

_SEVERITIES = ("error", "warning", "note")
_TONES = {"error": Tone.BAD, "warning": Tone.LATE, "note": Tone.MUTED}


def finding_sheet(report: Report) -> Sheet:
    """Return every finding and every query to a sender of forms, gravest first."""
    said = annex(report.language)
    columns = {
        "sort": Column(said("sort"), 9),
        "severity": Column(said("severity"), 10),
        "place": Column(said("jurisdiction"), 12),
        "indicator": Column(said("indicator"), 28),
        "period": Column(said("period"), 10),
        "text": Column(said("finding"), 56),
        "source": Column(said("source"), 40),
        "cell": Column(said("cell"), 16),
        "raw": Column(said("raw"), 16),
        "addressee": Column(said("addressee"), 16),
        "answer": Column(said("answer"), 24),
        "rule": Column(said("rule"), 22),
    }
    lines = (*_findings(report), *_queries(report))
    title = said("findings.title", count=len(lines))
    return Sheet(said("findings.tab"), title, said("findings.note"), columns, lines, frozen=2)


def _findings(report: Report) -> Iterator[Line]:
    for one in sorted(report.findings, key=lambda one: _SEVERITIES.index(one.severity)):
        yield Line(_finding(one, report))


def _finding(one: FindingFact, report: Report) -> dict[str, Cell]:
    said = annex(report.language)
    return {
        "sort": Words(said("sort.finding")),
        "severity": _severity(one.severity, report.language),
        "place": Words(one.jurisdiction_name or one.jurisdiction),
        "indicator": Words(one.indicator_name or one.indicator),
        "period": Words(one.period),
        "text": Words(one.text),
        "source": Words(one.source),
        "cell": Words(one.cell),
        "rule": Words(one.rule),
    }


def _queries(report: Report) -> Iterator[Line]:
    asked = report.quality.queries if report.quality else ()
    for one in sorted(asked, key=lambda one: _SEVERITIES.index(one.severity)):
        yield Line(_query(one, report.language))


def _query(one: QueryFact, language: str) -> dict[str, Cell]:
    return {
        "sort": Words(annex(language)("sort.query")),
        "severity": _severity(one.severity, language),
        "text": Words(one.reason),
        "source": Words(one.place),
        "raw": Words(one.raw),
        "addressee": Words(one.addressee),
        "answer": Words(one.answer),
        "rule": Words(one.id),
    }


def _severity(severity: str, language: str) -> Words:
    text = words(language)[f"severity.{severity}"]
    return Words(text, tone=_TONES[severity], strong=severity == "error")


def source_sheet(report: Report, series: Sheet) -> Sheet:
    """Return every document, with the number of values of the sheet `series` that rest on it."""
    said, spoken = annex(report.language), words(report.language)
    columns = {
        "id": Column(said("id"), 26),
        "title": Column(said("source"), 48),
        "kind": Column(said("source_kind"), 12),
        "published_on": Column(said("published_on"), 12),
        "values": Column(said("values"), 9, right=True),
        "url": Column(said("url"), 40),
        "note": Column(said("note"), 30),
    }
    used = [one.source for fact in report.indicators for one in (*fact.observations, *fact.parts)]
    count = f"=COUNTIF({series.whole('source_id')},{{id}})"
    lines = tuple(
        Line(
            {
                "id": Words(one.id),
                "title": Words(one.title),
                "kind": Words(spoken.entries.get(f"source_kind.{one.kind}", one.kind)),
                "published_on": Words(one.published_on),
                "values": Number(used.count(one.id), formula=count),
                "url": Words(one.url),
                "note": Words(one.note),
            }
        )
        for one in report.sources
    )
    note = f"{said('sources.note')} {spoken['evidence.grades']}"
    return Sheet(said("sources.tab"), said("sources.title"), note, columns, lines, frozen=1)
