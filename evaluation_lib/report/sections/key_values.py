"""The strip of values a reader looks for first."""

from __future__ import annotations

from evaluation_lib.report.blocks import KeyValue, Tone
from evaluation_lib.report.charts.ranking import is_assessable, probability_tone
from evaluation_lib.report.linking import step_of
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.numbers import NO_VALUE, unit_after
from evaluation_lib.report.style import verdict_style
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import (
    bare_unit,
    baseline_text,
    latest_text,
    probability_of,
    probability_text,
    target_text,
)

_LONGEST_UNIT = 9  # characters that fit beside a value


def key_values(report: Report, fact: IndicatorFact) -> tuple[KeyValue, ...]:
    """Return baseline, latest value, target, status and outlook; the last only while open."""
    spoken, language = words(report.language), report.language
    known = fact.baseline.value is not None
    label = spoken.say("strip.baseline", year=fact.baseline.year)
    baseline = _value(report, fact, label, baseline_text(fact, language), with_unit=known)
    items = [
        ("baseline", baseline),
        ("latest", _latest(report, fact)),
        ("target", _target(report, fact)),
        ("verdict" if report.product == "final" else "status", _status(report, fact)),
    ]
    outlook = _outlook(report, fact)
    if outlook:
        items.append(("probability", outlook))
    return tuple(_with_origin(report, fact, key, item) for key, item in items)


def _with_origin(report: Report, fact: IndicatorFact, key: str, item: KeyValue) -> KeyValue:
    """Return `item` with the way to where its value comes from, if the annex tells it."""
    step = step_of(report, fact, key)
    if step is None:
        return item
    return item.model_copy(update={"href": f"#{step.anchor}", "note": step.note})


def _latest(report: Report, fact: IndicatorFact) -> KeyValue:
    spoken = words(report.language)
    if fact.latest is None:
        return KeyValue(label=spoken["strip.latest_none"], value=NO_VALUE, tone=Tone.NONE)
    label = spoken.say("strip.latest", year=fact.latest.year)
    stale = spoken["strip.stale"] if fact.latest.stale else ""
    return _value(report, fact, label, latest_text(fact, report.language), caption=stale)


def _value(
    report: Report,
    fact: IndicatorFact,
    label: str,
    value: str,
    *,
    caption: str = "",
    with_unit: bool = True,
) -> KeyValue:
    """Return a value with its unit beside it, or below it where the unit is long."""
    unit = unit_after(bare_unit(fact, report.language), language=report.language).strip()
    if not with_unit or len(unit) <= _LONGEST_UNIT:
        return KeyValue(label=label, value=value, unit=unit if with_unit else "", caption=caption)
    below = [unit, caption] if caption else [unit]
    return KeyValue(label=label, value=value, caption=words(report.language).listed(below))


def _target(report: Report, fact: IndicatorFact) -> KeyValue:
    spoken = words(report.language)
    if fact.target is None:
        return KeyValue(
            label=spoken.say("strip.target", year=report.plan.end),
            value=spoken[f"target.{fact.no_target}"],
            tone=Tone.NONE,
        )
    label = spoken.say("strip.target", year=fact.target.year)
    return _value(report, fact, label, target_text(fact, report.language))


def _status(report: Report, fact: IndicatorFact) -> KeyValue:
    spoken = words(report.language)
    final = report.product == "final"
    shown = fact.verdict if final else fact.status
    stricter = not final and fact.verdict != fact.status
    return KeyValue(
        label=spoken["strip.verdict" if final else "strip.status"],
        value=spoken.verdict(shown),
        tone=verdict_style(shown).tone,
        mark=shown,
        caption=spoken.say("strip.stricter", verdict=spoken.verdict(fact.verdict))
        if stricter
        else "",
    )


def _outlook(report: Report, fact: IndicatorFact) -> KeyValue | None:
    """Return what is expected, None where all is observed or nothing is judged."""
    if not is_assessable(fact) or (report.product == "final" and fact.probability_observed):
        return None
    spoken = words(report.language)
    value = probability_of(fact)
    if value is None:
        return KeyValue(
            label=spoken["strip.outlook"],
            value=spoken.outlook("not_assessable"),
            tone=Tone.NONE,
        )
    tone = probability_tone(value)
    return KeyValue(
        label=spoken["strip.outlook"],
        value=spoken.outlook(fact.outlook),
        tone=Tone.BAD if tone is Tone.LATE else tone,
        caption=""
        if fact.probability_observed
        else spoken.say("strip.probability", value=probability_text(fact)),
    )
