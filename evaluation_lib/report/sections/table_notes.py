"""The notes below 表1: how to read it, definitions, cut-offs, words, grades, sources."""

from __future__ import annotations

from evaluation_lib.report.blocks import Rich, Span
from evaluation_lib.report.charts.ranking import is_assessable, shows_outlook
from evaluation_lib.report.model import Report
from evaluation_lib.report.sections.origins import item_numbers
from evaluation_lib.report.wording import Words, words
from evaluation_lib.report.wording.origins import originally
from evaluation_lib.report.wording.phrases import cut_offs_text, source_note


def table_notes(report: Report) -> tuple[Rich, ...]:
    """Return the notes, each led by a bold word; only what occurs in the table is explained."""
    spoken = words(report.language)
    notes = {
        "notes.reading": _reading(report, spoken),
        "notes.definitions": _definitions(report, spoken),
        "notes.cut_offs": cut_offs_text(report),
    }
    if shows_outlook(report):
        notes["notes.outlook"] = spoken["outlook.limits"]
    notes["notes.evidence"] = spoken["evidence.grades"]
    rich = [(Span(text=spoken[key], strong=True), Span(text=text)) for key, text in notes.items()]
    rich.append((Span(text=originally(report.language, "find.title"), strong=True), _find(report)))
    return (*rich, (Span(text=source_note(report)),))


def _find(report: Report) -> Span:
    """Return how to find a number of the table in the annex on origins."""
    shown = ("baseline", "target", "latest", "progress", "pace", "probability", "verdict")
    text = originally(report.language, "find", items=item_numbers(report.language, shown))
    return Span(text=text, href="#origins")


def _reading(report: Report, spoken: Words) -> str:
    parts = []
    if any(one.is_binding for one in report.indicators):
        parts.append(spoken["notes.tint"])
    parts.append(spoken["notes.bar"])
    if any(one.latest and one.latest.stale for one in report.indicators):
        parts.append(spoken["notes.stale"])
    if any(one.progress_is_lower_bound for one in report.indicators):
        parts.append(spoken["notes.lower_bound"])
    if any(one.no_target == "not_broken_down" for one in report.indicators):
        parts.append(spoken["notes.not_broken_down"])
    return spoken["sentence.space"].join(parts)


def _definitions(report: Report, spoken: Words) -> str:
    parts = [spoken["notes.progress"]]
    judged = [one for one in report.indicators if is_assessable(one)]
    sums = [str(one.number) for one in judged if one.kind == "cumulative"]
    if sums:
        parts.append(spoken.say("notes.cumulative", numbers=spoken.listed(sums)))
    yearly = [str(one.number) for one in judged if one.is_yearly]
    if yearly:
        parts.append(spoken.say("notes.yearly", numbers=spoken.listed(yearly)))
    if report.evaluation_year < report.plan.end:
        parts.append(spoken["notes.pace"])
    return spoken["sentence.space"].join(parts)
