"""The sentences that state a verdict, its arithmetic, its outlook and its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaluation_lib.assessment.outlook import word_of
from evaluation_lib.assessment.passing import passing_year
from evaluation_lib.assessment.progress import YEARLY_KINDS
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.forecast.backtest import LONGEST_UNTESTED
from evaluation_lib.observations.series import Observation
from evaluation_lib.plan.model import Basis, CutOffs, Indicator, Kind
from evaluation_lib.report import numbers
from evaluation_lib.report.narrative.months import months_known
from evaluation_lib.report.narrative.pace import pace_sentences
from evaluation_lib.report.narrative.shapes import milestone_line, relative_sum
from evaluation_lib.report.narrative.voice import Voice, no_target
from evaluation_lib.report.wording.forecasts import forecast_words

_PLACED = ("reported_only", "pace_never_seen")
"""Circumstances told beside the sentence they bear on, not after all others."""


def analysis(assessment: Assessment, voice: Voice) -> tuple[str, ...]:
    """Return the sentences on one indicator: verdict, outlook, pace, evidence, circumstances.

    Args:
        assessment: What was judged.
        voice: Writes its numbers.
    """
    return tuple(
        sentence
        for part in (
            _verdict(assessment, voice),
            _flags(assessment, voice, told_at="reported_only"),
            _outlook(assessment, voice),
            months_known(assessment, voice),
            pace_sentences(assessment, voice),
            _flags(assessment, voice, told_at="pace_never_seen"),
            _evidence(assessment, voice),
            _flags(assessment, voice),
        )
        for sentence in part
    )


def arithmetic(
    assessment: Assessment, voice: Voice, cut_offs: CutOffs
) -> tuple[tuple[str, str], ...]:
    """Return the sums a reader can redo with a pocket calculator: label and sum."""
    return tuple(
        line
        for part in (
            _share_sum(assessment, voice),
            _year_sums(assessment, voice),
            _status_sum(assessment, voice, cut_offs),
            _pace_sum(assessment, voice),
        )
        for line in part
    )


def _verdict(assessment: Assessment, voice: Voice) -> Iterator[str]:
    if assessment.is_assessable:
        yield _graded_verdict(assessment, voice)
        return
    reason = assessment.reason.into(voice.language) if assessment.reason else ""
    yield voice.say("verdict.reason", reason=reason)
    if assessment.indicator.target is None:
        is_whole = no_target(assessment.indicator) == "not_broken_down"
        key = "would_help.not_broken_down" if is_whole else "would_help.target"
        yield voice.say("would_help", what=voice.say(key))
    else:
        first = assessment.indicator.baseline_year + 1
        span = voice.span(first, assessment.indicator.target_year)
        yield voice.say("would_help", what=voice.say("would_help.data", span=span))


def _graded_verdict(assessment: Assessment, voice: Voice) -> str:
    """State the verdict with the grade it rests on; one that only reports carry says so first."""
    verdict = voice.verdict(assessment.verdict)
    latest = assessment.progress.latest
    if latest is None:
        return voice.say("verdict", verdict=verdict)
    reported = any(flag.id == "reported_only" for flag in assessment.flags)
    return voice.say(
        "verdict.reported" if reported else "verdict.graded",
        verdict=verdict,
        grade=latest.evidence,
        meaning=_meaning(latest, voice),
    )


def _outlook(assessment: Assessment, voice: Voice) -> Iterator[str]:
    outlook, indicator = assessment.outlook, assessment.indicator
    if indicator.target is None or (assessment.is_assessable and outlook.observed):
        if outlook.remaining is not None:
            yield _remaining(assessment, voice)
        return
    if outlook.probability is None:
        if outlook.reason is not None and assessment.is_assessable:
            yield voice.say("outlook.none", reason=outlook.reason.into(voice.language))
        return
    if indicator.kind in YEARLY_KINDS:
        if outlook.remaining is not None:
            yield _remaining(assessment, voice)
    elif outlook.forecast is not None:
        low, high = outlook.forecast.interval(indicator.target_year, 0.8)
        median = outlook.forecast.median(indicator.target_year)
        yield voice.say(
            "outlook.reached" if indicator.is_met_by(median) else "outlook.short",
            year=indicator.target_year,
            target=voice.planned(indicator.target),
            gap=voice.distance(_nearest_goal(indicator, median) - median),
            probability=numbers.probability(outlook.probability),
            word=voice.outlook(outlook.word),
            median=voice.value(median),
            low=voice.bare(low),
            high=voice.value(high),
        )
        yield from _passing(assessment, voice)
    if outlook.forecast is not None and outlook.forecast.from_parts:
        yield forecast_words(voice.language, "per_head.parts")
    if outlook.forecast is not None and outlook.forecast.n <= LONGEST_UNTESTED:
        yield voice.say("outlook.calibration", count=outlook.forecast.n)


def _nearest_goal(indicator: Indicator, value: float) -> float:
    """Return the end of the target that `value` is next to; a target without range has one."""
    ends = (indicator.target, indicator.target_high)
    return min((one for one in ends if one is not None), key=lambda one: abs(one - value))


def _passing(assessment: Assessment, voice: Voice) -> Iterator[str]:
    """Say when the median reaches the target, unless that is in the target year itself."""
    indicator = assessment.indicator
    year = passing_year(indicator, assessment.series, assessment.outlook)
    if year is not None and year != indicator.target_year:
        key = "passing.early" if year < indicator.target_year else "passing.late"
        yield forecast_words(voice.language, key, year=year)


def _remaining(assessment: Assessment, voice: Voice) -> str:
    outlook = assessment.outlook
    years = sorted(outlook.yearly or {})
    remaining = outlook.remaining or 0.0
    return voice.say(
        "outlook.yearly",
        years=voice.span(years[0], years[-1]),
        probability=numbers.probability(remaining),
        word=voice.outlook(word_of(remaining)),
    )


def _evidence(assessment: Assessment, voice: Voice) -> Iterator[str]:
    """Give the grade of a value that no verdict was built on; a verdict brings its own."""
    latest = assessment.progress.latest
    if latest is not None and not assessment.is_assessable:
        yield voice.say("evidence", grade=latest.evidence, meaning=_meaning(latest, voice))


def _meaning(latest: Observation, voice: Voice) -> str:
    return voice.say(f"evidence.{latest.evidence}")


def _flags(assessment: Assessment, voice: Voice, *, told_at: str = "") -> Iterator[str]:
    """Tell circumstances where they belong; `told_at` names one that has a place of its own."""
    for flag in assessment.flags:
        if (flag.id == told_at) if told_at else (flag.id not in _PLACED):
            yield flag.text.into(voice.language)


def _share_sum(assessment: Assessment, voice: Voice) -> Iterator[tuple[str, str]]:
    indicator, progress = assessment.indicator, assessment.progress
    done, due, latest = progress.share.done, progress.share.due, progress.latest
    if done is None or due is None or latest is None or indicator.kind in YEARLY_KINDS:
        return
    if indicator.basis is Basis.RELATIVE_GROWTH:
        yield from relative_sum(assessment, voice)
        return
    target = float(indicator.target or 0.0)
    goal = voice.bare_planned(target)
    if indicator.kind is Kind.CUMULATIVE:
        flows = [one for one in assessment.series.points if one.year > indicator.baseline_year]
        added = " + ".join(voice.bare(one.value) for one in flows)
        total = voice.bare(progress.total or 0.0)
        sum_ = f"({added}) ÷ {goal} = {total} ÷ {goal} = {voice.share(done)}"
    else:
        start = float(indicator.baseline or 0.0)
        base = voice.bare_planned(start)
        made = _difference(voice, latest.value - start)
        planned = _difference(voice, target - start)
        sum_ = (
            f"({voice.bare(latest.value)} {numbers.MINUS} {base}) ÷ ({goal} {numbers.MINUS} {base})"
            f" = {made} ÷ {planned} = {voice.share(done)}"
        )
    yield voice.say("sum.share"), sum_
    milestone = milestone_line(assessment, voice)
    if milestone is not None:
        yield voice.say("sum.due"), milestone
        return
    yield (
        voice.say("sum.due"),
        voice.say(
            "sum.due_line",
            elapsed=latest.year - indicator.baseline_year,
            span=indicator.target_year - indicator.baseline_year,
            due=voice.share(due),
            gap=voice.points(done - due),
        ),
    )


def _difference(voice: Voice, value: float) -> str:
    return numbers.decimal(value, voice.indicator.decimals, language=voice.language)


def _year_sums(assessment: Assessment, voice: Voice) -> Iterator[tuple[str, str]]:
    target = assessment.indicator.target
    if target is None:
        return
    for one in assessment.progress.years:
        if one.value is None or one.met is None:
            continue
        sign = "≥" if one.value >= target else "<"
        word = voice.say("sum.met" if one.met else "sum.missed")
        yield (
            voice.say("sum.year", year=one.year),
            f"{voice.bare(one.value)} {sign} {voice.bare_planned(target)}: {word}"
            if voice.language == "en"
            else f"{voice.bare(one.value)} {sign} {voice.bare_planned(target)}，{word}",
        )


def _status_sum(
    assessment: Assessment, voice: Voice, cut_offs: CutOffs
) -> Iterator[tuple[str, str]]:
    share = assessment.progress.share
    limits = {
        "ahead": (cut_offs.ahead, None),
        "on_schedule": (cut_offs.on_schedule, cut_offs.ahead),
        "slightly_behind": (cut_offs.slightly_behind, cut_offs.on_schedule),
        "well_behind": (None, cut_offs.slightly_behind),
    }
    if share.done is None or not share.due or assessment.status not in limits:
        return
    low, high = limits[assessment.status]
    key = "range.from" if high is None else "range.below" if low is None else "range.between"
    yield (
        voice.say("sum.status"),
        voice.say(
            "sum.status_line",
            share=voice.share(share.done),
            due=voice.share(share.due),
            ratio=_ratio(share.done / share.due, high, voice.language),
            range=voice.say(key, low=_limit(low), high=_limit(high)),
            status=voice.verdict(assessment.status),
        ),
    )


def _ratio(ratio: float, limit: float | None, language: str) -> str:
    """Return `ratio` with as many decimals as it takes not to look as if it reached `limit`."""
    for decimals in range(2, 7):
        written = numbers.decimal(ratio, decimals, language=language)
        read = Decimal(written.replace(numbers.MINUS, "-").replace(",", ""))
        if limit is None or read < Decimal(str(limit)):
            return written
    return written


def _limit(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _pace_sum(assessment: Assessment, voice: Voice) -> Iterator[tuple[str, str]]:
    pace, indicator, progress = assessment.pace, assessment.indicator, assessment.progress
    if not pace.required or indicator.kind in YEARLY_KINDS or indicator.target is None:
        return
    done = progress.total if indicator.kind is Kind.CUMULATIVE else None
    if done is None and progress.latest is not None:
        done = progress.latest.value
    multiple = ""
    if pace.multiple is not None:
        written = numbers.decimal(pace.multiple, 1, language=voice.language)
        multiple = voice.say("sum.multiple", multiple=written)
    yield (
        voice.say("sum.pace"),
        f"({voice.bare_planned(indicator.target)} {numbers.MINUS} {voice.bare(done or 0.0)}) ÷ "
        f"{pace.years_left} = {voice.change(pace.required)}{multiple}",
    )
