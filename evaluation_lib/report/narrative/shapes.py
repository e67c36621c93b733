"""Sentences on targets other than a level to be reached: in step, not above, within a range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluation_lib.assessment.keeping import range_of
from evaluation_lib.assessment.progress import YearJudged
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.plan.model import Direction, Indicator
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


def breach(
    indicator: Indicator, year: YearJudged, voice: Voice, *, name: str, value: str, gap: str
) -> str:
    """Return that a year missed what every year has to keep, on the side on which it did."""
    limit = indicator.target if indicator.target_high is None else range_of(indicator)[1]
    above = year.value is not None and limit is not None and year.value > limit
    if above:
        return whole(voice.language, "shape.above", year=year.year, name=name, value=value, gap=gap)
    return voice.say("yearly.breached", year=year.year, name=name, value=value, gap=gap)


def kept_otherwise(indicator: Indicator, years: Sequence[YearJudged], voice: Voice) -> str | None:
    """Return that all years kept an upper limit or a range; None for a lower limit."""
    said = {"name": voice.name, "years": voice.span(years[0].year, years[-1].year)}
    if indicator.target_high is not None:
        low, high = range_of(indicator)
        ends = {"low": voice.bare_planned(low), "high": voice.planned(high)}
        return whole(voice.language, "shape.within", **said, **ends)
    if indicator.direction is Direction.HIGHER or indicator.target is None:
        return None
    highest = max(years, key=lambda one: one.value or 0.0)
    return whole(
        voice.language,
        "shape.not_above",
        **said,
        limit=voice.planned(indicator.target),
        year=highest.year,
        value=voice.value(highest.value or 0.0),
    )
