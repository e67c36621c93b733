"""What hangs on the method, in a line for one indicator."""

from __future__ import annotations

from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.model_judgement import FirmnessFact
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.judgement import judged

_NAMED_IN_LINE = 2  # more of them push the sources of the values off the indicator's page


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


def firmness_line(report: Report, firmness: FirmnessFact) -> str:
    """Return how firm a verdict is: the settings that change it by name where they are few."""
    if sum(one.changed for one in firmness.settings) <= _NAMED_IN_LINE:
        return firmness.sentence
    return judged(report.language, "firmness.more", total=firmness.total, holds=firmness.holds)
