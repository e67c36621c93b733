"""From an answer to a drawing: the course of an indicator with what its view adds."""

from __future__ import annotations

from dataclasses import replace

from evaluation_lib.explore.course import Course, Point, course_of
from evaluation_lib.explore.figures.drawing import Drawing, Mark
from evaluation_lib.explore.marks import (
    cell_of,
    fan_marks,
    interval_ends,
    observed_mark,
    path_mark,
    rivals_mark,
    seen_marks,
    start_of,
    target_mark,
    voiced,
)
from evaluation_lib.forecast import Forecast
from evaluation_lib.inquiry import Answer
from evaluation_lib.inquiry.desk import is_demonstration
from evaluation_lib.inquiry.look_back import LookBack
from evaluation_lib.inquiry.questioned import Questioned
from evaluation_lib.inquiry.restated import Vintage
from evaluation_lib.report.exhibits import Asked
from evaluation_lib.report.narrative.voice import Voice

_BREAK = "<br>"


def trajectory_drawing(asked: Asked, answer: Answer, title: str) -> Drawing:
    """Draw what is observed, due, forecast and assumed."""
    course = course_of(answer)
    voice = Voice(answer.assessment.indicator, asked.language)
    marks = {
        **fan_marks(asked, course.forecast, start_of(course), voice),
        "path": path_mark(course, voice),
        "rivals": rivals_mark(course, voice),
        "target": target_mark(course, voice),
        **seen_marks(asked, course, voice),
    }
    return Drawing(
        title=title,
        subtitle=_subtitle(asked, course, voice),
        language=asked.language,
        demonstration=is_demonstration(asked.desk, answer.as_of, answer.jurisdiction),
        marks=marks,
        notes=interval_ends(asked, course, voice),
        seam=course.last_seen + 0.5 if course.forecast and course.last_seen else None,
        from_zero=course.is_yearly,
    )


def backtest_drawing(asked: Asked, found: LookBack, title: str) -> Drawing:
    """Draw what was forecast from an earlier year and what came."""
    voice = Voice(found.answer.assessment.indicator, asked.language)
    points = [
        Point(one.year, one.value, one)
        for one in found.answer.assessment.series.points
        if found.origin is None or one.year <= found.origin
    ]
    later = [
        Point(one.year, one.value, one)
        for one in found.answer.assessment.series.points
        if found.origin is not None and one.year >= found.origin
    ]
    forecast = found.forecast if isinstance(found.forecast, Forecast) else None
    came = Mark(
        x=tuple(float(one.year) for one in later),
        y=tuple(one.value for one in later),
        hover=tuple(
            voiced(asked, "hover.came", year=one.year, value=voice.value(one.value))
            for one in later
        ),
        labels=("", *(voice.bare(one.value) for one in later[1:])),
    )
    course = course_of(found.answer)
    start = (float(points[-1].year), points[-1].value) if points else None
    marks = {
        **fan_marks(asked, forecast, start, voice),
        "observed": observed_mark(asked, points, voice),
        "assumed": came if len(later) > 1 else Mark(),
    }
    return Drawing(
        title=title,
        subtitle=_subtitle(asked, replace(course, is_running=False), voice),
        language=asked.language,
        demonstration=is_demonstration(asked.desk, found.answer.as_of, found.answer.jurisdiction),
        marks=marks,
        seam=found.origin + 0.5 if forecast is not None and found.origin is not None else None,
    )


def quality_drawing(asked: Asked, found: Questioned, title: str) -> Drawing:
    """Draw the values with a ring around each that is questioned; a ring's key is its finding."""
    plain = trajectory_drawing(asked, found.answer, title)
    voice = Voice(found.answer.assessment.indicator, asked.language)
    rings = [
        (place, one)
        for place, one in enumerate(found.questions)
        if one.year is not None and one.value is not None
    ]
    pointed = Mark(
        x=tuple(float(one.year or 0) for _, one in rings),
        y=tuple(one.value for _, one in rings),
        hover=tuple(
            _BREAK.join(
                [
                    f"{one.period} {voice.value(one.value or 0.0)}",
                    one.finding.text.into(asked.language),
                    cell_of(asked, one.source, one.cell),
                ]
            )
            for _, one in rings
        ),
        keys=tuple(place for place, _ in rings),
    )
    kept = {
        name: mark for name, mark in plain.marks.items() if name in ("observed", "bars", "path")
    }
    return replace(plain, marks={**kept, "pointed": pointed}, seam=None)


def revisions_drawing(
    asked: Asked, found: tuple[Vintage, ...], chosen: int, title: str, answer: Answer
) -> Drawing:
    """Draw one vintage over the earlier ones, with a ring around what it restated."""
    voice = Voice(answer.assessment.indicator, asked.language)
    if not found:
        return Drawing(title, "", asked.language, demonstration=False)
    vintage = found[chosen]
    earlier_x: list[float | None] = []
    earlier_y: list[float | None] = []
    for one in found[:chosen]:
        earlier_x += [*map(float, one.values), None]
        earlier_y += [*one.values.values(), None]
    judged = vintage.answer
    points: list[Point] = []
    if judged is not None:
        points = [Point(one.year, one.value, one) for one in judged.assessment.series.points]
    observed = (
        observed_mark(asked, points, voice)
        if points
        else Mark(tuple(map(float, vintage.values)), tuple(vintage.values.values()))
    )
    forecast = judged.assessment.outlook.forecast if judged else None
    running = course_of(answer).is_running
    start = (float(points[-1].year), points[-1].value) if points else None
    marks = {
        **fan_marks(asked, None if running else forecast, start, voice),
        "earlier": Mark(tuple(earlier_x), tuple(earlier_y)),
        "observed": observed,
        "pointed": _restated(asked, vintage, voice),
    }
    return Drawing(
        title=title,
        subtitle=f"{vintage.day.isoformat()} · {voice.unit}",
        language=asked.language,
        demonstration=is_demonstration(asked.desk, answer.as_of, answer.jurisdiction),
        marks=marks,
        seam=start[0] + 0.5 if forecast is not None and start and not running else None,
    )


def _restated(asked: Asked, vintage: Vintage, voice: Voice) -> Mark:
    return Mark(
        x=tuple(map(float, vintage.restated)),
        y=tuple(new for _, new in vintage.restated.values()),
        hover=tuple(
            asked.say("revisions.change", year=year, old=voice.bare(old), new=voice.bare(new))
            for year, (old, new) in vintage.restated.items()
        ),
    )


def _subtitle(asked: Asked, course: Course, voice: Voice) -> str:
    parts = [voice.unit]
    if course.is_running:
        parts.append(voiced(asked, "running"))
    return asked.say("list").join(parts)
