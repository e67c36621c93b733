"""The methods side by side in one sentence."""

from __future__ import annotations

from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.wording import words


def methods_line(report: Report, fact: IndicatorFact) -> str:
    """Return what each method says in one sentence; nothing where fewer than two can judge."""
    judging = {name: one for name, one in fact.methods.items() if one.class_ is not None}
    if len(judging) < 2:
        return ""
    spoken = words(report.language)
    said = [
        spoken.say("methods.says", method=one.title or name, word=spoken[f"method.{one.class_}"])
        for name, one in judging.items()
    ]
    key = "methods.disagree" if disagree(fact) else "methods.agree"
    return spoken.say(key, count=len(judging), said=spoken.listed(said))


def disagree(fact: IndicatorFact) -> bool:
    """Return whether some methods find the indicator on track and others do not."""
    return any(one.id == "methods_disagree" for one in fact.flags)
