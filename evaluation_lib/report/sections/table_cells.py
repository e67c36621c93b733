"""The cells of 表1, one function for each column."""

from __future__ import annotations

from collections.abc import Callable

from evaluation_lib.report.blocks import Bar, Cell, Span, Tone, plain
from evaluation_lib.report.charts.ranking import is_assessable, probability_tone
from evaluation_lib.report.linking import step_of
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import NO_VALUE, decimal, percent
from evaluation_lib.report.sections.anchors import indicator_anchor
from evaluation_lib.report.style import verdict_style
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import (
    baseline_text,
    latest_text,
    pace_decimals,
    probability_of,
    probability_text,
    progress_text,
    target_number,
    target_text,
    yearly_count_text,
)


def _from(report: Report, fact: IndicatorFact, key: str, text: str) -> Span:
    """Return `text` leading to where it comes from, if the annex tells it."""
    step = step_of(report, fact, key)
    return Span(text=text, href=f"#{step.anchor}" if step else None)


def _number(report: Report, fact: IndicatorFact) -> Cell:
    del report
    return Cell(spans=plain(str(fact.number)))


def _indicator(report: Report, fact: IndicatorFact) -> Cell:
    del report
    return Cell(spans=(Span(text=fact.name, href=f"#{indicator_anchor(fact)}"),))


def _unit(report: Report, fact: IndicatorFact) -> Cell:
    del report
    return Cell(spans=plain(fact.unit))


def _nature(report: Report, fact: IndicatorFact) -> Cell:
    text = words(report.language)[f"nature.{fact.nature}"]
    return Cell(spans=(Span(text=text, strong=fact.is_binding),))


def _baseline(report: Report, fact: IndicatorFact) -> Cell:
    return Cell(spans=(_from(report, fact, "baseline", baseline_text(fact, report.language)),))


def _target(report: Report, fact: IndicatorFact) -> Cell:
    if fact.target is None:
        why = words(report.language)[f"target.{fact.no_target}"]
        return Cell(spans=(Span(text=why, tone=Tone.NONE),))
    return Cell(spans=(_from(report, fact, "target", target_text(fact, report.language)),))


def _latest(report: Report, fact: IndicatorFact) -> Cell:
    return Cell(spans=(_from(report, fact, "latest", latest_text(fact, report.language)),))


def _year(report: Report, fact: IndicatorFact) -> Cell:
    if fact.latest is None:
        missing = words(report.language)["latest.missing"]
        return Cell(spans=(Span(text=missing, tone=Tone.NONE),))
    if fact.latest.stale:
        stale = Span(text=f"{fact.latest.year}*", strong=True, tone=Tone.LATE)
        return Cell(spans=(stale,))
    return Cell(spans=plain(str(fact.latest.year)))


def _progress(report: Report, fact: IndicatorFact) -> Cell:
    spoken = words(report.language)
    if fact.target is None:
        short = "target.pending_long" if fact.no_target == "pending" else "target.not_broken_down"
        return Cell(spans=(Span(text=spoken[short], tone=Tone.NONE),))
    if fact.is_yearly:
        return _years(report, fact)
    if fact.progress is None or not is_assessable(fact):
        return Cell(spans=plain(NO_VALUE))
    bar = Bar(
        share=fact.progress,
        due=fact.time_share,
        tone=verdict_style(fact.verdict).tone,
        lower_bound=fact.progress_is_lower_bound,
    )
    written = progress_text(fact, report.language, sign=False)
    return Cell(bar=bar, spans=(_from(report, fact, "progress", written),))


def _years(report: Report, fact: IndicatorFact) -> Cell:
    known = [one for one in fact.years if one.met is not None]
    if not known:
        return Cell(spans=plain(NO_VALUE))
    marks = [
        Span(
            text=f"{one.year % 100:02d} ",
            mark="met" if one.met else "not_met",
            tone=Tone.GOOD if one.met else Tone.BAD,
            small=True,
        )
        for one in known
    ]
    # Two spaces that stay, so that the count is not read as another year.
    count = f"\u00a0\u00a0{yearly_count_text(fact, report.language)}"
    return Cell(spans=(*marks, Span(text=count)))


def _due(report: Report, fact: IndicatorFact) -> Cell:
    if fact.target is None or not is_assessable(fact):
        return Cell(spans=plain(NO_VALUE))
    if fact.is_yearly:
        return Cell(spans=plain(words(report.language)["due.every_year"]))
    if fact.time_share is None:
        return Cell(spans=plain(NO_VALUE))
    return Cell(spans=plain(percent(fact.time_share, language=report.language, sign=False)))


def _pace(report: Report, fact: IndicatorFact) -> Cell:
    spoken, language = words(report.language), report.language
    if fact.target is None or not is_assessable(fact):
        return Cell(spans=plain(NO_VALUE))
    if fact.is_yearly:
        key = "pace.keep" if fact.kind == "maintain" else "pace.every_year"
        target = target_number(fact, language)
        if key == "pace.every_year":
            target = target_text(fact, language)
        return Cell(spans=plain(spoken.say(key, target=target)))
    needed, best = fact.required_pace, fact.best_pace
    if needed is None:
        return Cell(spans=plain(NO_VALUE))
    if needed == 0:
        return Cell(spans=plain(spoken["pace.done"]))
    decimals = pace_decimals(fact)
    written = decimal(needed, decimals, language=language)
    if best is None:
        return Cell(spans=plain(f"{written} / {NO_VALUE}"))
    never = needed > best if fact.direction == "higher" else needed < best
    return Cell(
        spans=(
            _from(report, fact, "pace", written).model_copy(
                update={"strong": never, "tone": Tone.BAD if never else Tone.PLAIN}
            ),
            Span(text=f" / {decimal(best, decimals, language=language)}", tone=Tone.MUTED),
        )
    )


def _probability(report: Report, fact: IndicatorFact) -> Cell:
    spoken = words(report.language)
    value = probability_of(fact)
    if value is None:
        return Cell(spans=plain(NO_VALUE))
    word = spoken.outlook(fact.outlook)
    if fact.outlook.startswith("observed"):
        word = spoken["outlook.observed"]
    tone = probability_tone(value)
    return Cell(
        spans=(
            _from(report, fact, "probability", probability_text(fact)),
            Span(text=" "),
            Span(text=word, tone=Tone.BAD if tone is Tone.LATE else tone),
        )
    )


def _verdict(report: Report, fact: IndicatorFact) -> Cell:
    spans = [verdict_span(report, fact)]
    suffix = verdict_suffix(report, fact)
    if suffix:
        spans.append(Span(text=suffix, small=True, tone=Tone.MUTED))
    return Cell(spans=tuple(spans))


def verdict_span(report: Report, fact: IndicatorFact) -> Span:
    """Return the verdict with its mark; late ones are bold."""
    style = verdict_style(fact.verdict)
    return Span(
        text=words(report.language).verdict(fact.verdict),
        mark=fact.verdict,
        tone=style.tone,
        strong=style.tone in (Tone.LATE, Tone.BAD),
    )


def verdict_suffix(report: Report, fact: IndicatorFact) -> str:
    """Return what must be read with the verdict: the years missed, the evidence, the rule."""
    spoken = words(report.language)
    if not is_assessable(fact):
        return ""
    missed = [str(one.year) for one in fact.years if one.met is False]
    if missed:
        return spoken.say("suffix.missed", years=spoken.listed(missed))
    if fact.verdict != fact.status and report.product != "final":
        return spoken["suffix.stricter"]
    if any(flag.id == "reported_only" for flag in fact.flags):
        return spoken["suffix.reported"]
    return ""


def _evidence(report: Report, fact: IndicatorFact) -> Cell:
    del report
    return Cell(spans=plain(fact.latest.evidence if fact.latest else NO_VALUE))


CELLS: dict[str, Callable[[Report, IndicatorFact], Cell]] = {
    "number": _number,
    "indicator": _indicator,
    "unit": _unit,
    "nature": _nature,
    "baseline": _baseline,
    "target": _target,
    "latest": _latest,
    "year": _year,
    "progress": _progress,
    "due": _due,
    "pace": _pace,
    "probability": _probability,
    "verdict": _verdict,
    "evidence": _evidence,
}
