"""The methods side by side, each on its own terms."""

from __future__ import annotations

from evaluation_lib.report.blocks import Rich, Span, Tone
from evaluation_lib.report.model import IndicatorFact, MethodFact, Report
from evaluation_lib.report.numbers import decimal
from evaluation_lib.report.wording import words


def methods_title(report: Report, fact: IndicatorFact) -> str:
    """Return whether the methods that can judge point the same way."""
    judging = sum(one.class_ is not None for one in fact.methods.values())
    disagree = any(one.id == "methods_disagree" for one in fact.flags)
    key = "methods.disagree" if disagree else "methods.agree"
    return words(report.language).say(key, count=judging)


def methods_rows(report: Report, fact: IndicatorFact) -> tuple[tuple[str, Rich], ...]:
    """Return each method with its class and number; nothing where fewer than two can judge."""
    if sum(one.class_ is not None for one in fact.methods.values()) < 2:
        return ()
    return tuple((one.title or name, _answer(report, one)) for name, one in fact.methods.items())


def _answer(report: Report, one: MethodFact) -> Rich:
    spoken = words(report.language)
    if one.class_ is None:
        return (Span(text=one.reason or spoken["method.not_available"], tone=Tone.NONE),)
    said = Span(text=spoken[f"method.{one.class_}"], strong=True)
    if one.value is None:
        return (said,)
    written = decimal(one.value, 2, language=report.language)
    return (said, Span(text=spoken.say("methods.value", value=written), tone=Tone.MUTED))
