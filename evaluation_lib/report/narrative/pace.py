"""The sentences on the yearly change that is still needed, beside the best ever seen."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.assessment.progress import YEARLY_KINDS
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.plan.model import Direction
from evaluation_lib.report import numbers
from evaluation_lib.report.narrative.voice import Voice
from evaluation_lib.report.wording.judgement import judged


def pace_sentences(assessment: Assessment, voice: Voice) -> Iterator[str]:
    """Yield what is needed in each year left; nothing where each year is judged on its own."""
    pace, indicator = assessment.pace, assessment.indicator
    if not pace.required or indicator.kind in YEARLY_KINDS:
        return
    said = {
        "year": indicator.target_year,
        "left": pace.years_left,
        "required": voice.change(pace.required),
        "move": voice.say(f"pace.{indicator.direction}.move"),
        "extent": voice.say(f"pace.{indicator.direction}.extent"),
    }
    if pace.best is None:
        yield voice.say("pace.needed_no_history", **said)
        return
    never = any(flag.id == "pace_never_seen" for flag in assessment.flags)
    key = "pace.needed" if never or pace.multiple is None else "pace.seen"
    yield voice.say(key, best=_towards_target(voice, pace.best), **said)
    yield from _reachable(assessment, voice)


def _reachable(assessment: Assessment, voice: Voice) -> Iterator[str]:
    """Say since when the target is out of reach; a flag says so where it always was."""
    latest, year = assessment.progress.latest, assessment.pace.latest_reachable_year
    if latest is not None and year is not None and year < latest.year:
        yield judged(voice.language, "pace.reachable", year=year)


def _towards_target(voice: Voice, change: float) -> str:
    """Return a yearly change, with a minus sign where it led away from the target."""
    away = change > 0 if voice.indicator.direction is Direction.LOWER else change < 0
    return (numbers.MINUS if away else "") + voice.change(change)
