"""The way of one indicator to its target as it was set, beside what the report says."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.forecast import RIVALS, Forecast
from evaluation_lib.forecast.rivals.registry import RivalRefusal
from evaluation_lib.inquiry import Answer, ask
from evaluation_lib.inquiry.answer import ask_report
from evaluation_lib.plan.model import Kind
from evaluation_lib.report import numbers
from evaluation_lib.report.exhibits.asked import Asked, chance_text, pace_text, voice_of
from evaluation_lib.report.model_exhibit import ExhibitTable
from evaluation_lib.report.narrative.voice import Voice


@dataclass(frozen=True, slots=True)
class Told:
    """What an exhibit says.

    Attributes:
        assessment: The indicator judged as set, to be drawn; None where none is.
        answer: What it was judged from.
    """

    title: str
    sentences: tuple[str, ...]
    tables: tuple[ExhibitTable, ...]
    answer: Answer
    assessment: Assessment | None = None


def tell_trajectory(asked: Asked) -> Told:
    """Return title, comparison with the report, and what rivals say."""
    answer, report = ask(asked.desk, asked.setting), ask_report(asked.desk, asked.setting)
    tables = [_compared(asked, report, answer)]
    if answer.rivals:
        tables.append(_rivals(asked, answer))
    notes = (one.into(asked.language) for one in answer.notes)
    sentences = (moved(asked, report, answer), *notes)
    return Told(title_of(asked, answer), sentences, tuple(tables), answer, answer.assessment)


def title_of(asked: Asked, answer: Answer) -> str:
    """Return the finding in one sentence."""
    assessment = answer.assessment
    voice = voice_of(asked, assessment)
    outlook = assessment.outlook
    if outlook.probability is None:
        reason = assessment.reason or outlook.reason
        told = reason.into(asked.language).rstrip("。.") if reason else ""
        told = told or asked.say("trajectory.no_reason")
        return asked.say("trajectory.plain", name=voice.name, reason=told)
    shared = {
        "name": voice.name,
        "probability": chance_text(assessment),
        "word": voice.outlook(outlook.word),
    }
    if asked.setting.assume:
        pace = pace_text(asked, assessment, assessment.pace.required)
        told = assumed_text(asked, voice)
        return asked.say("trajectory.assumed", **shared, assumed=told, pace=pace)
    year = assessment.indicator.target_year
    median = _median(asked, assessment)
    return asked.say("trajectory.title", **shared, year=year, median=median)


def assumed_text(asked: Asked, voice: Voice) -> str:
    """Return what is assumed as it stands inside a sentence."""
    plan = asked.desk.plan.in_force(asked.setting.as_of or asked.desk.as_of)
    told = [
        asked.say(f"assume.{one.what}", year=one.year, value=voice.planned(one.value))
        for one in asked.setting.assumptions(plan)
    ]
    return asked.say("list").join(told)


def moved(asked: Asked, before: Answer, after: Answer) -> str:
    """Return what the setting moved, in one sentence."""
    old, new = before.assessment, after.assessment
    chances = chance_text(old), chance_text(new)
    if chances[0] == chances[1] and old.verdict is new.verdict:
        return asked.say("trajectory.same")
    key = "trajectory.kept" if old.verdict is new.verdict else "trajectory.moved"
    return asked.say(
        key,
        before=chances[0],
        after=chances[1],
        old=asked.spoken.verdict(old.verdict),
        new=asked.spoken.verdict(new.verdict),
    )


def _compared(asked: Asked, before: Answer, after: Answer) -> ExhibitTable:
    period, level = after.assessment.indicator.target_year, asked.setting.level
    spoken = asked.spoken
    both = (before.assessment, after.assessment)
    lines = [
        ("row.status", [spoken.verdict(one.status) for one in both]),
        ("row.outlook", [spoken.outlook(one.outlook.word) for one in both]),
        ("row.verdict", [spoken.verdict(one.verdict) for one in both]),
        ("row.probability", [chance_text(one) for one in both]),
        ("row.median", [_median(asked, one) for one in both]),
        ("row.interval", [_interval(asked, one) for one in both]),
        ("row.target", [_target(asked, one) for one in both]),
        ("row.required", [pace_text(asked, one, one.pace.required) for one in both]),
        ("row.last", [pace_text(asked, one, one.pace.last) for one in both]),
        ("row.best", [pace_text(asked, one, one.pace.best) for one in both]),
    ]
    return asked.table(
        "trajectory.table",
        [(asked.say(f"column.{one}"), False) for one in ("item", "report", "asked")],
        [[asked.say(key, period=period, level=level), *texts] for key, texts in lines],
    )


def _rivals(asked: Asked, answer: Answer) -> ExhibitTable:
    assessment = answer.assessment
    year = assessment.indicator.target_year
    rows = []
    for name, one in answer.rivals.items():
        title = RIVALS[name].title_zh if asked.language == "zh" else RIVALS[name].title_en
        if isinstance(one, RivalRefusal):
            reason = one.reason_zh if asked.language == "zh" else one.reason_en
            rows.append([title, numbers.NO_VALUE, reason])
        else:
            rows.append([title, voice_of(asked, assessment).value(float(one.point[-1])), ""])
    columns = [
        (asked.say("column.model"), False),
        (asked.say("column.value", year=year), True),
        (asked.say("column.reason"), False),
    ]
    return asked.table("rivals.table", columns, rows)


def _forecast(assessment: Assessment) -> Forecast | None:
    found = assessment.outlook.forecast
    return found if found is not None and assessment.indicator.target_year in found.years else None


def _median(asked: Asked, assessment: Assessment) -> str:
    found = _forecast(assessment)
    if found is None:
        return numbers.NO_VALUE
    return voice_of(asked, assessment).value(found.median(assessment.indicator.target_year))


def _interval(asked: Asked, assessment: Assessment) -> str:
    found = _forecast(assessment)
    if found is None:
        return numbers.NO_VALUE
    ends = found.interval(assessment.indicator.target_year, asked.setting.level / 100)
    low, high = (voice_of(asked, assessment).bare(one) for one in ends)
    return asked.say("span", low=low, high=high)


def _target(asked: Asked, assessment: Assessment) -> str:
    indicator = assessment.indicator
    if indicator.target is None:
        return numbers.NO_VALUE
    written = voice_of(asked, assessment).planned(indicator.target)
    sign = "" if indicator.kind is Kind.STOCK else str(indicator.comparison or "")
    return numbers.compared(written, sign)
