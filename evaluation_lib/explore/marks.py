"""The marks of a drawing: fan, values, path and rivals, each with what it says to the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from evaluation_lib.explore.course import Course, Point
from evaluation_lib.explore.figures.drawing import Mark
from evaluation_lib.forecast import RIVALS, Forecast
from evaluation_lib.inquiry.setting import LEVELS
from evaluation_lib.report import numbers
from evaluation_lib.report.exhibits import Asked
from evaluation_lib.report.narrative.voice import Voice
from evaluation_lib.report.style import SECONDARY
from evaluation_lib.report.wording.explorer import explorer_words

_BREAK = "<br>"


def voiced(asked: Asked, key: str, **values: object) -> str:
    """Return the words of the explorer called `key`."""
    return explorer_words(asked.language, key, **values)


def start_of(course: Course) -> tuple[float, float] | None:
    """Return year and value that a forecast goes on from, None where nothing is known."""
    return (float(course.last.year), course.last.value) if course.last else None


def fan_marks(
    asked: Asked, forecast: Forecast | None, start: tuple[float, float] | None, voice: Voice
) -> dict[str, Mark]:
    """Return the bands and the median from the last value on."""
    if forecast is None:
        return {}
    until = voice.indicator.target_year
    first = start[0] if start else -1.0
    years = [int(one) for one in forecast.years if first < one <= until]
    if not years:
        return {}
    marks = {}
    for level in LEVELS:
        ends = [forecast.interval(year, level / 100) for year in years]
        low, high = ([end[side] for end in ends] for side in (0, 1))
        head = ([start[0]], [start[1]]) if start else ([], [])
        x = [*head[0], *map(float, years), *map(float, reversed(years)), *head[0]]
        y = [*head[1], *high, *reversed(low), *head[1]]
        marks[f"band_{level}"] = Mark(x=tuple(x), y=tuple(y))
    medians = [forecast.median(year) for year in years]
    marks["median"] = Mark(
        x=(*([start[0]] if start else []), *map(float, years)),
        y=(*([start[1]] if start else []), *medians),
        hover=(*([""] if start else []), *(_ahead(asked, forecast, year, voice) for year in years)),
    )
    return marks


def interval_ends(asked: Asked, course: Course, voice: Voice) -> tuple[dict[str, Any], ...]:
    """Return the ends of the chosen interval beside the last year of the fan."""
    year, level = voice.indicator.target_year, asked.setting.level
    if course.forecast is None or year not in course.forecast.years:
        return ()
    low, high = course.forecast.interval(year, level / 100)
    return tuple(
        {
            "text": f"{voice.bare(value)}　{level}%",
            "x": year,
            "y": value,
            "xshift": 8,
            "xanchor": "left",
            "yanchor": anchor,
            "showarrow": False,
            "font": {"size": 12, "color": SECONDARY},
        }
        for value, anchor in ((low, "top"), (high, "bottom"))
    )


def _ahead(asked: Asked, forecast: Forecast, year: int, voice: Voice) -> str:
    median = voice.value(forecast.median(year))
    lines = [f"{year} {voiced(asked, 'median')} {median}"]
    for level in LEVELS:
        low, high = (voice.bare(one) for one in forecast.interval(year, level / 100))
        span = asked.say("span", low=low, high=high)
        lines.append(f"{voiced(asked, 'band', level=level)} {span}")
    return _BREAK.join(lines)


def seen_marks(asked: Asked, course: Course, voice: Voice) -> dict[str, Mark]:
    """Return what is known, and apart from it what is assumed, joined to the last known."""
    known = [one for one in course.points if not one.is_assumed]
    assumed = [one for one in course.points if one.is_assumed]
    observed = observed_mark(asked, known, voice)
    marks = {"bars": observed, "observed": Mark()} if course.is_yearly else {"observed": observed}
    joined = [*known[-1:], *assumed] if assumed else []
    marks["assumed"] = Mark(
        x=tuple(float(one.year) for one in joined),
        y=tuple(one.value for one in joined),
        hover=tuple(
            f"{voiced(asked, 'assumed')} {one.year} {voice.value(one.value)}" for one in joined
        ),
        labels=tuple(voice.bare(one.value) if one.is_assumed else "" for one in joined),
    )
    return marks


def observed_mark(asked: Asked, points: Iterable[Point], voice: Voice) -> Mark:
    """Return the known years; a missing year parts the line."""
    x: list[float | None] = []
    y: list[float | None] = []
    hover: list[str] = []
    labels: list[str] = []
    for one in points:
        if x and x[-1] != one.year - 1:
            x.append(None)
            y.append(None)
            hover.append("")
            labels.append("")
        x.append(float(one.year))
        y.append(one.value)
        hover.append(_origin(asked, one, voice))
        labels.append(numbers.compared(voice.bare(one.value), one.seen.comparator))
    return Mark(tuple(x), tuple(y), tuple(hover), tuple(labels))


def _origin(asked: Asked, one: Point, voice: Voice) -> str:
    """Return year, value, source, cell and quote of a value."""
    value = voice.value(one.value, one.seen.comparator)
    lines = [voiced(asked, "hover.value", year=one.year, value=value)]
    lines.append(cell_of(asked, one.seen.source, one.seen.cell))
    if one.seen.raw:
        lines.append(voiced(asked, "hover.raw", raw=one.seen.raw))
    lines.append(voiced(asked, "hover.evidence", grade=one.seen.evidence))
    return _BREAK.join(lines)


def cell_of(asked: Asked, source: str, cell: str) -> str:
    """Return document and cell that a value stands in."""
    named = asked.names.source(source)
    return voiced(asked, "hover.source", source=named, cell=asked.names.cell(cell)).rstrip()


def path_mark(course: Course, voice: Voice) -> Mark:
    """Return what is due in each year."""
    return Mark(
        x=tuple(map(float, course.path)),
        y=tuple(course.path.values()),
        hover=tuple(
            explorer_words(voice.language, "hover.due", year=year, value=voice.value(value))
            for year, value in course.path.items()
        ),
    )


def rivals_mark(course: Course, voice: Voice) -> Mark:
    """Return every rival that was chosen, one run after the other."""
    x: list[float | None] = []
    y: list[float | None] = []
    hover: list[str] = []
    start = start_of(course)
    for name, values in course.rivals.items():
        rival = RIVALS[name]
        title = rival.title_zh if voice.language == "zh" else rival.title_en
        if start is not None and not any(one.is_assumed for one in course.points[-1:]):
            x.append(start[0])
            y.append(start[1])
            hover.append("")
        for year, value in values.items():
            x.append(float(year))
            y.append(value)
            written = voice.value(value)
            hover.append(
                explorer_words(voice.language, "hover.rival", title=title, year=year, value=written)
            )
        x.append(None)
        y.append(None)
        hover.append("")
    return Mark(tuple(x), tuple(y), tuple(hover))


def target_mark(course: Course, voice: Voice) -> Mark:
    """Return the target with its value beside it."""
    if course.target is None:
        return Mark()
    year, value = course.target
    label = f"{explorer_words(voice.language, 'goal')} {voice.bare_planned(value)}"
    return Mark((float(year),), (value,), (f"{year} {label}",), (f"  {label}",))
