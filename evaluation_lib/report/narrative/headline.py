"""The finding on one indicator in one sentence."""

from __future__ import annotations

from evaluation_lib.assessment.progress import YEARLY_KINDS
from evaluation_lib.assessment.verdict import Assessment, Verdict
from evaluation_lib.plan.model import Basis, Kind
from evaluation_lib.report import numbers
from evaluation_lib.report.narrative.shapes import breach, kept_otherwise, relative_headline
from evaluation_lib.report.narrative.voice import Voice, counted_years, no_target

_FINAL = (Verdict.COMPLETED, Verdict.BASICALLY_COMPLETED, Verdict.NOT_COMPLETED)


def headline(assessment: Assessment, voice: Voice) -> str:
    """Return the finding: value, schedule, difference, and where it is heading."""
    indicator = assessment.indicator
    if indicator.target is None:
        return _without_target(assessment, voice)
    if indicator.kind in YEARLY_KINDS and (
        assessment.is_assessable or assessment.progress.breached
    ):
        return _yearly(assessment, voice)
    if indicator.basis is Basis.RELATIVE_GROWTH and assessment.progress.latest is not None:
        return relative_headline(assessment, voice)
    if not assessment.is_assessable:
        return _not_assessable(assessment, voice)
    return _share(assessment, voice)


def _not_assessable(assessment: Assessment, voice: Voice) -> str:
    reason = assessment.reason.into(voice.language).rstrip("。.") if assessment.reason else ""
    return voice.say("none", name=voice.name, reason=reason)


def _without_target(assessment: Assessment, voice: Voice) -> str:
    why = voice.say(f"open.why_{no_target(assessment.indicator)}")
    points = [
        one for one in assessment.series.points if one.year > assessment.indicator.baseline_year
    ]
    if not points:
        return voice.say("open.no_data", name=voice.name, why=why)
    latest = points[-1]
    said = {"name": voice.name, "why": why, "year": latest.year, "value": voice.value(latest.value)}
    if len(points) == 1:
        return voice.say("open.value", **said)
    earlier = points[-2]
    change = latest.value - earlier.value
    key = "trend.up" if change > 0 else "trend.down" if change < 0 else "trend.level"
    trend = voice.say(key, year=earlier.year, gap=voice.change(change))
    return voice.say("open.trend", trend=trend, **said)


def _share(assessment: Assessment, voice: Voice) -> str:
    indicator, progress = assessment.indicator, assessment.progress
    is_sum = indicator.kind is Kind.CUMULATIVE
    latest = progress.latest
    done, due = progress.share.done, progress.share.due
    if latest is None or done is None or due is None or indicator.target is None:
        return _not_assessable(assessment, voice)
    total = progress.total if is_sum else latest.value
    value = total if total is not None else latest.value
    said = {
        "name": voice.name,
        "value": voice.value(value, "=" if is_sum else latest.comparator),
        "share": voice.share(done),
        "target": voice.planned(indicator.target),
        "target_year": indicator.target_year,
        "gap": voice.points(done - due),
        "shortfall": voice.change(indicator.target - value),
        "years": counted_years(assessment, voice),
        "multiple": numbers.decimal(done, 1, language=voice.language),
        "atleast": voice.say("atleast") if progress.share.lower_bound else "",
    }
    return voice.say(f"{'sum' if is_sum else 'change'}.{_case(assessment)}", **said) + _tail(
        assessment, voice
    )


def _case(assessment: Assessment) -> str:
    if any(flag.id == "no_longer_binds" for flag in assessment.flags):
        return "runaway"
    verdict, share = assessment.verdict, assessment.progress.share
    if verdict in _FINAL:
        reached = assessment.indicator.kind is Kind.CUMULATIVE and verdict is Verdict.COMPLETED
        return "achieved" if reached else str(verdict)
    done, due = share.done or 0.0, share.due or 0.0
    if done >= 1:
        return "achieved"
    gap = round((done - due) * 100, 1)
    return "level" if gap == 0 else "ahead" if gap > 0 else "behind"


def _tail(assessment: Assessment, voice: Voice) -> str:
    outlook, indicator = assessment.outlook, assessment.indicator
    if outlook.probability is None or outlook.observed or indicator.target is None:
        return ""
    return voice.say(
        "outlook.tail",
        year=indicator.target_year,
        target=voice.planned(indicator.target),
        word=voice.outlook(outlook.word),
    )


def _yearly(assessment: Assessment, voice: Voice) -> str:
    indicator = assessment.indicator
    years = [one for one in assessment.progress.years if one.value is not None]
    missed = [one for one in years if one.met is False]
    last = years[-1]
    if missed:
        worst = min(missed, key=lambda one: -abs(one.difference or 0.0))
        said = breach(
            indicator,
            worst,
            voice,
            name=voice.name,
            value=voice.value(worst.value or 0.0),
            gap=voice.change(worst.difference or 0.0),
        )
        if last.met:
            said += voice.say(
                "yearly.recovered", year=last.year, value=voice.value(last.value or 0.0)
            )
        return said
    if len(years) == 1:
        return voice.say(
            "yearly.one_met", name=voice.name, year=last.year, value=voice.value(last.value or 0.0)
        )
    kept = kept_otherwise(indicator, years, voice)
    if kept is not None:
        return kept
    lowest = min(years, key=lambda one: abs(one.difference or 0.0))
    key = "yearly.all_met" if lowest.difference else "yearly.all_level"
    return voice.say(
        key,
        name=voice.name,
        years=voice.span(years[0].year, last.year),
        year=lowest.year,
        value=voice.value(lowest.value or 0.0),
        gap=voice.change(lowest.difference or 0.0),
    )
