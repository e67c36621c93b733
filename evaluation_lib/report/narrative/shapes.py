"""Sentences on targets that are no way to be gone: growth in step, and milestones of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.report import numbers
from evaluation_lib.report.narrative.voice import Voice
from evaluation_lib.report.wording.whole import whole


def relative_headline(assessment: Assessment, voice: Voice) -> str:
    """Return whether the growth of an indicator keeps step with the other's."""
    latest, indicator = assessment.progress.latest, assessment.indicator
    if latest is None:
        raise ValueError(f"{indicator.id}: no value to speak of")
    met = indicator.is_met_by(latest.value)
    return whole(
        voice.language,
        "shape.relative_met" if met else "shape.relative_missed",
        name=voice.name,
        base=indicator.baseline_year,
        ratio=voice.bare(latest.value),
    )


def relative_sum(assessment: Assessment, voice: Voice) -> Iterator[tuple[str, str]]:
    """Yield the division a reader can redo: both indices, one over the other."""
    latest = assessment.progress.latest
    if latest is not None:
        label = whole(voice.language, "shape.relative_sum")
        yield label, f"{latest.raw} = {voice.bare(latest.value)}"


def milestone_line(assessment: Assessment, voice: Voice) -> str | None:
    """Return how much the plan's own milestone asked for in the year judged; None without one."""
    latest, share = assessment.progress.latest, assessment.progress.share
    if latest is None or share.done is None or share.due is None:
        return None
    milestone = assessment.milestones.get(latest.year)
    if milestone is None:
        return None
    return whole(
        voice.language,
        "shape.milestone",
        year=latest.year,
        value=numbers.with_unit(
            numbers.plan_value(milestone, language=voice.language),
            voice.unit,
            language=voice.language,
        ),
        due=voice.share(share.due),
        gap=voice.points(share.done - share.due),
    )
