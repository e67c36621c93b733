"""The methods side by side, each on its own terms."""

from __future__ import annotations

from evaluation_lib.report.blocks import Rich, Span, Tone
from evaluation_lib.report.model import IndicatorFact, MethodFact, Report
from evaluation_lib.report.numbers import decimal
from evaluation_lib.report.wording import words


def methods_line(report: Report, fact: IndicatorFact) -> str:
    """Return one sentence where all methods that judge point the same way, else nothing."""
    judging = {name: one for name, one in fact.methods.items() if one.class_ is not None}
    if len(judging) < 2 or _disagree(fact):
        return ""
    spoken = words(report.language)
    said = [
        spoken.say("methods.says", method=one.title or name, word=spoken[f"method.{one.class_}"])
        for name, one in judging.items()
    ]
    return spoken.say("methods.agree", count=len(judging), said=spoken.listed(said))


def methods_rows(report: Report, fact: IndicatorFact) -> tuple[tuple[str, Rich], ...]:
    """Return each method with its class and number where they disagree, else nothing."""
    if not _disagree(fact):
        return ()
    return tuple((one.title or name, _answer(report, one)) for name, one in fact.methods.items())


def _disagree(fact: IndicatorFact) -> bool:
    return any(one.id == "methods_disagree" for one in fact.flags)


def _answer(report: Report, one: MethodFact) -> Rich:
    spoken = words(report.language)
    if one.class_ is None:
        return (Span(text=one.reason or spoken["method.not_available"], tone=Tone.NONE),)
    said = Span(text=spoken[f"method.{one.class_}"], strong=True)
    if one.value is None:
        return (said,)
    written = decimal(one.value, 2, language=report.language)
    return (said, Span(text=spoken.say("methods.value", value=written), tone=Tone.MUTED))
