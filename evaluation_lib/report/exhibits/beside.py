"""One indicator in every county, and every indicator by every method."""

from __future__ import annotations

from evaluation_lib.assessment.comparison import disagree
from evaluation_lib.assessment.counties import CountyGrowth
from evaluation_lib.inquiry import Answer, ask
from evaluation_lib.inquiry.beside import Divisions, all_methods, divisions_of
from evaluation_lib.observations.series import Series
from evaluation_lib.report import numbers
from evaluation_lib.report.exhibits.asked import Asked, voice_of
from evaluation_lib.report.exhibits.trajectory import Told
from evaluation_lib.report.model_exhibit import ExhibitTable
from evaluation_lib.report.narrative.voice import Voice


def tell_counties(asked: Asked) -> Told:
    """Return the values of every county beside the whole, and their growth where it is known."""
    found = divisions_of(asked.desk, asked.setting)
    voice = voice_of(asked, found.answer.assessment)
    known = sum(bool(one.points) for one in found.series.values())
    latest = found.answer.assessment.series.latest
    if not known or latest is None:
        title = asked.say("compare.title_none", name=voice.name)
    else:
        value = voice.value(latest.value, latest.comparator)
        title = asked.say(
            "compare.title", name=voice.name, known=known, year=latest.year, value=value
        )
    return Told(title, _growth_sentence(asked, found), (_values(asked, found),), found.answer)


def _growth_sentence(asked: Asked, found: Divisions) -> tuple[str, ...]:
    if found.growth is None:
        return ()
    years = {"first": found.growth.first_year, "last": found.growth.last_year}
    key = "compare.ranked" if found.growth.is_ranked else "compare.unranked"
    return (asked.say(key, **years),)


def _values(asked: Asked, found: Divisions) -> ExhibitTable:
    own = found.answer.assessment.series
    every = (own, *found.series.values())
    years = sorted({point.year for one in every for point in one.points})
    voice = voice_of(asked, found.answer.assessment)
    growth = {one.jurisdiction: one for one in found.growth.counties} if found.growth else {}
    columns = [(asked.say("compare.place"), False), *((str(year), True) for year in years)]
    extra = ("growth", "interval", "rank") if growth else ()
    columns += [(asked.say(f"compare.{one}"), True) for one in extra]
    whole = asked.say("compare.whole", name=asked.names.jurisdiction(found.answer.jurisdiction))
    rows = [[whole, *_cells(own, years, voice), *("" for _ in extra)]]
    for code, series in found.series.items():
        more = _grown(asked, growth.get(code)) if extra else []
        rows.append([asked.names.jurisdiction(code), *_cells(series, years, voice), *more])
    return asked.table("compare.table", columns, rows)


def _cells(series: Series, years: list[int], voice: Voice) -> list[str]:
    points = {one.year: one for one in series.points}
    return [
        numbers.compared(voice.bare(points[year].value), points[year].comparator)
        if year in points
        else numbers.NO_VALUE
        for year in years
    ]


def _grown(asked: Asked, one: CountyGrowth | None) -> list[str]:
    if one is None:
        return [numbers.NO_VALUE] * 3
    growth, low, high = (
        numbers.percent(share, language=asked.language) for share in (one.shrunk, one.low, one.high)
    )
    ranks = str(one.best_rank)
    if one.worst_rank != one.best_rank:
        ranks += f"–{one.worst_rank}"
    return [growth, asked.say("span", low=low, high=high), ranks]


def tell_methods(asked: Asked) -> Told:
    """Return what each method says of each indicator, and where they part."""
    found = all_methods(asked.desk, asked.setting)
    titles = {name: one.title for judged in found for name, one in judged.methods.items()}
    rows = []
    for judged in found:
        words = [
            asked.spoken[f"method.{answer.verdict}"] if answer and answer.verdict else "—"
            for answer in (judged.methods.get(name) for name in titles)
        ]
        opinions = [one for one in judged.methods.values() if one.is_favourable is not None]
        key = "single" if len(opinions) < 2 else "apart" if disagree(judged.methods) else "agree"
        indicator = judged.indicator
        name = f"{indicator.number} {voice_of(asked, judged).name}"
        rows.append([name, *words, asked.say(f"methods.{key}")])
    columns = [
        (asked.say("column.indicator"), False),
        *((title.into(asked.language), False) for title in titles.values()),
        (asked.say("methods.together"), False),
    ]
    apart = sum(disagree(one.methods) for one in found)
    title = asked.say("methods.title", count=len(found), apart=apart)
    answer: Answer = ask(asked.desk, asked.setting.model_copy(update={"assume": ()}))
    return Told(title, (), (asked.table("methods.table", columns, rows),), answer)
