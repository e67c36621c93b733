"""What came after an earlier forecast, what is questioned, and what was restated."""

from __future__ import annotations

from evaluation_lib.inquiry import ask
from evaluation_lib.inquiry.look_back import look_back
from evaluation_lib.inquiry.questioned import Question, questions_on
from evaluation_lib.inquiry.restated import Vintage, vintages_of
from evaluation_lib.report import numbers
from evaluation_lib.report.exhibits.asked import Asked, chance_text, voice_of
from evaluation_lib.report.exhibits.trajectory import Told
from evaluation_lib.report.narrative.voice import Voice


def tell_backtest(asked: Asked) -> Told:
    """Return the forecast from an earlier year beside what came."""
    found = look_back(asked.desk, asked.setting)
    voice = voice_of(asked, found.answer.assessment)
    if found.origin is None:
        title = asked.say("backtest.title_none", name=voice.name)
        return Told(title, (), (), found.answer)
    level = asked.setting.level
    rows = [
        [
            str(one.year),
            voice.bare(one.median),
            asked.say("span", low=voice.bare(one.low), high=voice.bare(one.high)),
            voice.bare(one.came),
            asked.say("backtest.yes" if one.is_held else "backtest.no"),
        ]
        for one in found.outcomes
    ]
    columns = [
        (asked.say("column.year"), False),
        (asked.say("backtest.median"), True),
        (asked.say("backtest.interval", level=level), True),
        (asked.say("backtest.came"), True),
        (asked.say("backtest.held"), False),
    ]
    title = asked.say(
        "backtest.title",
        name=voice.name,
        origin=found.origin,
        level=level,
        held=sum(one.is_held for one in found.outcomes),
        count=len(found.outcomes),
    )
    table = asked.table("backtest.table", columns, rows)
    return Told(title, (asked.say("backtest.note"),), (table,), found.answer)


def tell_quality(asked: Asked) -> Told:
    """Return every finding on the indicator with the cell and the words it is about."""
    found = questions_on(asked.desk, asked.setting)
    voice = voice_of(asked, found.answer.assessment)
    keys = ("period", "value", "severity", "finding", "source", "cell", "raw")
    columns = [(asked.say(f"quality.{one}"), one == "value") for one in keys]
    rows = [question_texts(asked, one, voice) for one in found.questions]
    key = "quality.title" if rows else "quality.title_none"
    title = asked.say(key, name=voice.name, count=len(rows))
    tables = (asked.table("quality.table", columns, rows),) if rows else ()
    return Told(title, (), tables, found.answer)


def question_texts(asked: Asked, one: Question, voice: Voice) -> list[str]:
    """Return period, value, severity, finding, source, cell and raw words of one finding."""
    severity = asked.say(f"quality.{one.finding.severity}")
    if one.finding.excludes:
        severity = asked.say("quality.excluded", severity=severity)
    return [
        one.period or numbers.NO_VALUE,
        numbers.NO_VALUE if one.value is None else voice.bare(one.value),
        severity,
        one.finding.text.into(asked.language),
        asked.names.source(one.source) if one.source else numbers.NO_VALUE,
        asked.names.cell(one.cell) or numbers.NO_VALUE,
        one.raw or numbers.NO_VALUE,
    ]


def tell_revisions(asked: Asked) -> Told:
    """Return every vintage of the indicator with what it restated and what was judged then."""
    answer = ask(asked.desk, asked.setting.model_copy(update={"assume": ()}))
    found = vintages_of(asked.desk, asked.setting)
    voice = voice_of(asked, answer.assessment)
    columns = [
        (asked.say("revisions.day"), False),
        (asked.say("revisions.known"), False),
        (asked.say("revisions.restated"), False),
        (asked.say("row.probability"), True),
        (asked.say("row.verdict"), False),
    ]
    rows = [_vintage(asked, one, voice) for one in found]
    title = asked.say(
        "revisions.title",
        name=voice.name,
        days=len(found),
        restated=sum(bool(one.restated) for one in found),
    )
    tables = (asked.table("revisions.table", columns, rows),) if rows else ()
    return Told(title, (), tables, answer)


def _vintage(asked: Asked, one: Vintage, voice: Voice) -> list[str]:
    changes = [
        asked.say("revisions.change", year=year, old=voice.bare(old), new=voice.bare(new))
        for year, (old, new) in one.restated.items()
    ]
    listed = asked.say("list")
    judged = one.answer.assessment if one.answer else None
    return [
        one.day.isoformat(),
        listed.join(map(str, one.new)) or numbers.NO_VALUE,
        listed.join(changes) or numbers.NO_VALUE,
        chance_text(judged) if judged else numbers.NO_VALUE,
        asked.spoken.verdict(judged.verdict) if judged else numbers.NO_VALUE,
    ]
