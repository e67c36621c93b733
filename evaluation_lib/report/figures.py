"""The figures an author may quote by name, each as the report writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evaluation_lib.report.explaining import ITEMS, steps_of
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.model_whole import NOT_DUE
from evaluation_lib.report.numbers import NO_VALUE, decimal, percent, short_percent, with_unit
from evaluation_lib.report.style import VERDICTS
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.figures import figure_words
from evaluation_lib.report.wording.origins import originally
from evaluation_lib.report.wording.phrases import (
    bare_unit,
    change_text,
    date_text,
    target_number,
    value_text,
)

_COUNTS = (
    "total",
    "binding",
    "assessable",
    "pending",
    "not_broken_down",
    "without_data",
    "reached",
    "binding_assessable",
    "binding_failing",
)
_STATES = ("done", "under_way", "continuous", "behind", "not_started", "constrained", "unknown")


@dataclass(frozen=True, slots=True)
class Quotable:
    """A figure with a name.

    Attributes:
        name: As authors write it between double braces.
        text: As the report writes it, with unit; a dash where there is none.
        label: What it is.
        anchor: Where the annex tells of it; blank where it does not.
    """

    name: str
    text: str
    label: str
    anchor: str = ""


def quotable_figures(report: Report) -> dict[str, Quotable]:
    """Return every figure of `report` that has a name, by its name."""
    return {
        one.name: one
        for group in (
            _period(report),
            _counts(report),
            _work(report),
            *(_indicator(report, fact) for fact in report.indicators),
        )
        for one in group
    }


def _period(report: Report) -> Iterator[Quotable]:
    language = report.language
    values = {
        "as_of": date_text(report.as_of, language),
        "evaluation_year": str(report.evaluation_year),
        "time_share": short_percent(report.time_share, language=language),
        "plan.start": str(report.plan.start),
        "plan.end": str(report.plan.end),
        "expected.mean": NO_VALUE,
        "expected.interval": NO_VALUE,
    }
    if report.overall.expected_attained is not None:
        mean, low, high = report.overall.expected_attained
        values["expected.mean"] = decimal(mean, 1, language=language)
        values["expected.interval"] = words(language).say(
            "period.range", first=f"{low:g}", last=f"{high:g}"
        )
    for name, text in values.items():
        yield Quotable(name, text, figure_words(language, name))


def _counts(report: Report) -> Iterator[Quotable]:
    language, counts = report.language, report.counts
    for name in _COUNTS:
        label = figure_words(language, f"counts.{name}")
        yield Quotable(f"counts.{name}", str(getattr(counts, name)), label)
    for verdict in VERDICTS:
        label = words(language).verdict(verdict)
        yield Quotable(f"counts.{verdict}", str(counts.by_verdict.get(verdict, 0)), label)
    whole = {"of_assessable": counts.assessable, "of_total": counts.total}
    for name, total in whole.items():
        share = percent(counts.reached / total, language=language) if total else NO_VALUE
        yield Quotable(f"counts.{name}", share, figure_words(language, f"counts.{name}"))


def _work(report: Report) -> Iterator[Quotable]:
    """Yield how many tasks and promises there are, and how many in each state."""
    language = report.language
    yield _count(report, "tasks.total", report.tasks)
    for state in _STATES:
        held = [one for one in report.tasks if one.state == state]
        label = figure_words(language, f"tasks.{state}")
        yield Quotable(f"tasks.{state}", str(len(held)), label)
    yield _count(report, "commitments.total", report.commitments)
    for verdict in (*VERDICTS, NOT_DUE):
        found = [one for one in report.commitments if one.verdict == verdict]
        word = words(language).verdict(verdict) if verdict in VERDICTS else ""
        label = figure_words(
            language, "commitments.of", word=word or figure_words(language, verdict)
        )
        yield Quotable(f"commitments.{verdict}", str(len(found)), label)
    yield _count(report, "findings.total", report.findings)


def _count(report: Report, name: str, items: Iterable[object]) -> Quotable:
    return Quotable(name, str(len(list(items))), figure_words(report.language, name))


def _indicator(report: Report, fact: IndicatorFact) -> Iterator[Quotable]:
    language = report.language
    steps = {one.key: one for one in steps_of(report, fact) if one.key in ITEMS}
    for key in ITEMS:
        step = steps.get(key)
        label = f"{fact.short_name} {originally(language, key)}"
        yield Quotable(
            f"{fact.id}.{key}",
            step.value if step else NO_VALUE,
            label,
            step.anchor if step else "",
        )
    for key, (text, item) in _more(report, fact).items():
        step = steps.get(item)
        label = f"{fact.short_name} {figure_words(language, key)}"
        yield Quotable(f"{fact.id}.{key}", text, label, step.anchor if step else "")


def _more(report: Report, fact: IndicatorFact) -> Mapping[str, tuple[str, str]]:
    """Return further figures of an indicator by name, each with the item that explains it."""
    language = report.language
    spoken = words(language)
    gap = interval = best = goal = NO_VALUE
    if fact.target is not None:
        goal = with_unit(
            target_number(fact, language), bare_unit(fact, language), language=language
        )
    if fact.gap is not None and not fact.is_yearly:
        points = decimal(abs(fact.gap) * 100, 1, language=language)
        gap = points + figure_words(language, "points")
    if fact.forecast and "80" in fact.forecast.intervals:
        low, high = (value_text(one, fact, language) for one in fact.forecast.intervals["80"])
        unit = bare_unit(fact, language)
        joint = "" if unit == "%" or language == "zh" else " "
        interval = spoken.say("period.range", first=low, last=high) + joint + unit
    if fact.best_pace is not None and not fact.is_yearly:
        best = change_text(fact.best_pace, fact, language)
    return {
        "name": (fact.short_name, ""),
        "latest_year": (str(fact.latest.year) if fact.latest else NO_VALUE, "latest"),
        "evidence": (fact.latest.evidence if fact.latest else NO_VALUE, "latest"),
        "goal": (goal, "target"),
        "gap": (gap, "time_share"),
        "interval": (interval, "median"),
        "best_pace": (best, "pace"),
        "outlook": (spoken.outlook(fact.outlook), "probability"),
    }
