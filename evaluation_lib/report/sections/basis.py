"""Chapter 1: what was evaluated, for when, on which data, and by whom."""

from __future__ import annotations

from evaluation_lib.report.blocks import Block, Box, Rich, Section, plain
from evaluation_lib.report.model import Report
from evaluation_lib.report.numbers import short_percent
from evaluation_lib.report.sections.judgement import independence
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import date_text

_HEADINGS = ("ground", "scope", "period", "method", "data", "limits", "independence")


def basis(report: Report) -> tuple[Block, ...]:
    """Return the chapter on ground, scope, period, method, data, limits and independence.

    It holds facts of the evaluation only; the statement of independence is the evaluator's own,
    and left out where they wrote none.
    """
    spoken = words(report.language)
    facts = _facts(report)
    rows: list[tuple[str, Rich]] = []
    for heading in _HEADINGS:
        if heading == "limits" and not report.limitations:
            continue
        if heading == "independence":
            if stated := independence(report):
                rows.append((spoken["basis.independence_title"], stated))
            continue
        said = [spoken.say(f"basis.{heading}", **facts), *_notes(report, heading)]
        rows.append((spoken[f"basis.{heading}_title"], plain(spoken["sentence.space"].join(said))))
    return (
        Section(level=1, title=spoken["basis.title"], key="basis"),
        Box(title="", rows=tuple(rows)),
    )


def _facts(report: Report) -> dict[str, object]:
    counts, plan = report.counts, report.plan
    elapsed = report.evaluation_year - plan.baseline_year
    return {
        "plan": plan.title,
        "version": plan.version,
        "organisation": plan.organisation,
        "place": report.jurisdiction_name,
        "code": report.jurisdiction,
        "start": plan.start,
        "end": plan.end,
        "baseline_year": plan.baseline_year,
        "count": counts.total,
        "binding": counts.binding,
        "anticipatory": counts.total - counts.binding,
        "as_of": date_text(report.as_of, report.language),
        "year": report.evaluation_year,
        "elapsed": elapsed,
        "planned": plan.end - plan.baseline_year,
        "share": short_percent(report.time_share, language=report.language),
        "method_version": report.method_version,
        "data_version": report.data_version,
        "sources": len(report.sources),
        "values": sum(len(one.observations) + len(one.parts) for one in report.indicators),
        "limitations": len(report.limitations),
    }


def _notes(report: Report, heading: str) -> list[str]:
    """Return what is worth a sentence only where it occurs."""
    spoken, counts = words(report.language), report.counts
    notes: list[str] = []
    if heading == "scope" and counts.pending:
        notes.append(spoken.say("basis.pending", count=counts.pending))
    if heading == "scope" and counts.not_broken_down:
        notes.append(spoken.say("basis.not_broken_down", count=counts.not_broken_down))
    if heading == "data":
        notes.append(spoken["basis.units"])
        if report.demonstration:
            notes.append(spoken["basis.demonstration"])
        if counts.without_data:
            notes.append(spoken.say("basis.without_data", count=counts.without_data))
        if report.findings:
            notes.append(spoken.say("basis.findings", count=len(report.findings)))
    return notes
