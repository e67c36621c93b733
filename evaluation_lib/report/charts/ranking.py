"""The order in which indicators are shown, and which groups they fall into."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation_lib.report.blocks import Tone
from evaluation_lib.report.model import IndicatorFact, Report
from evaluation_lib.report.style import verdict_style

_WORST_FIRST = (
    "not_completed",
    "not_met",
    "well_behind",
    "slightly_behind",
    "basically_completed",
    "on_schedule",
    "met",
    "ahead",
    "achieved_early",
    "completed",
    "not_assessable",
)
_BEST_FIRST = (*_WORST_FIRST[-2::-1], "not_assessable")
_OPEN_OUTLOOKS = ("very_unlikely", "unlikely", "uncertain", "likely", "very_likely")


def binding(report: Report) -> list[IndicatorFact]:
    """Return the binding indicators in the order of the plan, those without target last."""
    facts = [one for one in report.indicators if one.is_binding]
    return sorted(facts, key=lambda one: one.number)


def anticipatory(report: Report) -> list[IndicatorFact]:
    """Return the anticipatory indicators in the order of the plan."""
    return sorted(
        (one for one in report.indicators if not one.is_binding), key=lambda one: one.number
    )


def by_severity(facts: Iterable[IndicatorFact]) -> list[IndicatorFact]:
    """Return `facts` with the worst verdict first and those without one last."""
    return sorted(facts, key=lambda one: (_WORST_FIRST.index(one.verdict), one.number))


def by_progress(facts: Iterable[IndicatorFact]) -> list[IndicatorFact]:
    """Return `facts` with the largest share done first and those without a verdict last."""
    return sorted(
        facts,
        key=lambda one: (
            one.verdict == "not_assessable",
            -(one.progress if one.progress is not None else 0.0),
            one.number,
        ),
    )


def by_verdict(facts: Iterable[IndicatorFact]) -> list[IndicatorFact]:
    """Return `facts` with the best verdict first."""
    return sorted(facts, key=lambda one: (_BEST_FIRST.index(one.verdict), one.number))


def is_reached(fact: IndicatorFact) -> bool:
    """Return whether the verdict is on schedule or better."""
    return verdict_style(fact.verdict).tone is Tone.GOOD


def is_assessable(fact: IndicatorFact) -> bool:
    """Return whether there is a verdict."""
    return fact.verdict != "not_assessable"


def shows_outlook(report: Report) -> bool:
    """Return whether any outlook is still open; else everything is observed and none is shown."""
    return any(one.outlook in _OPEN_OUTLOOKS for one in report.indicators)


def probability_tone(value: float) -> Tone:
    """Return the tone of a probability: good from 0.6, late below 0.4."""
    if value >= 0.6:
        return Tone.GOOD
    return Tone.MUTED if value >= 0.4 else Tone.LATE
