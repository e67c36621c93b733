"""Labels of the chart of a way to a target: at the points, at the lines, at the right end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from evaluation_lib.report.charts.lettering import height_of, width_of
from evaluation_lib.report.charts.placing import LABEL_STEP_MM, Rect, Room, spread
from evaluation_lib.report.charts.points import YearPoint, is_straight, path_points
from evaluation_lib.report.charts.scale import Scale
from evaluation_lib.report.charts.theme import AXIS, VALUE
from evaluation_lib.report.model import IndicatorFact
from evaluation_lib.report.numbers import compared
from evaluation_lib.report.style import HAIRLINE, INK, OBSERVED, RIVAL, SECONDARY, TARGET
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.phrases import target_text, value_text

if TYPE_CHECKING:
    from evaluation_lib.report.charts.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet with its scales.

    Attributes:
        x: From years to mm.
        y: From values to mm, greater values higher up.
    """

    sheet: Sheet
    x: Scale
    y: Scale
    language: str


def label_values(
    frame: Frame, fact: IndicatorFact, points: tuple[YearPoint, ...], room: Room
) -> None:
    """Write each observed value beside its point, the ends of the line first."""
    path = dict(path_points(fact))
    # The ends of the line matter most, so they choose their places first.
    order = [points[-1], points[0], *points[-2:0:-1]] if len(points) > 1 else list(points)
    for point in order:
        x, y = frame.x(point.year), frame.y(point.value)
        below = path.get(point.year, point.value) >= point.value
        near, far = (3.2, -3.2) if below else (-3.2, 3.2)
        text = compared(value_text(point.value, fact, frame.language), point.comparator)
        half = width_of(text, VALUE) / 2
        places = [
            (x, y + near),
            (x + half * 0.7, y + near),
            (x, y + far),
            (x - half * 0.7, y + far),
            (x + half + 2, y + near * 0.5),
            (x, y + near * 1.4),
            (x + half + 2, y),
            (x, y + far * 1.5),
            (x - half - 2, y + far * 0.6),
            (x - half - 2, y + near * 0.6),
            (x - half - 2, y + far),
            (x - half - 2, y + near),
        ]
        place_text(frame, room, text, places, align="center", colour=OBSERVED, strong=True)


def label_lines(
    frame: Frame, fact: IndicatorFact, points: tuple[YearPoint, ...], room: Room
) -> None:
    """Name the path and the observed line where they run free."""
    spoken = words(frame.language)
    path = path_points(fact)
    if len(path) > 1:
        text = spoken["trajectory.path" if is_straight(path) else "trajectory.milestones"]
        span = path[-1][0] - path[0][0]
        places = []
        for share in (0.72, 0.6, 0.5, 0.4, 0.85, 0.3, 0.2):
            year = path[0][0] + share * span
            y = frame.y(_between(path, year))
            x = frame.x(year)
            places += [(x - 2, y - 4.0), (x - 4, y - 6), (x + 4, y + 4.0), (x + 4, y + 6)]
        place_text(frame, room, text, places, align="center", colour=INK)
    first = points[0]
    x, y = frame.x(first.year), frame.y(first.value)
    text = spoken["trajectory.observed"]
    places = [
        (x + shift, y + rise)
        for rise in (3.2, 6.2, -6.2, 9, -9)
        for shift in (9.0, 13.0, 16.0, 20.0, 0.0)
    ]
    place_text(frame, room, text, places, align="left", colour=OBSERVED)


def _between(path: tuple[tuple[int, float], ...], year: float) -> float:
    for (start, low), (end, high) in pairwise(path):
        if start <= year <= end:
            return low + (high - low) * (year - start) / (end - start)
    return path[-1][1]


def label_ends(frame: Frame, fact: IndicatorFact, last: int) -> None:
    """Write target, median and the ends of the bands in a column at the right."""
    spoken = words(frame.language)
    ends: list[tuple[float, str, str, bool]] = []
    if fact.target:
        text = spoken.say("trajectory.target", value=target_text(fact, frame.language))
        ends.append((fact.target.value, text, TARGET, True))
    if fact.forecast and fact.forecast.path:
        final = fact.forecast.path[-1]
        median = value_text(final.median, fact, frame.language)
        text = spoken.say("trajectory.median", value=median)
        ends.append((final.median, text, OBSERVED, True))
        for level, (low, high) in final.intervals.items():
            for end, key in ((low, "trajectory.lower"), (high, "trajectory.upper")):
                value = value_text(end, fact, frame.language)
                ends.append((end, spoken.say(key, level=level, value=value), SECONDARY, False))
    if not ends:
        return
    ends.sort(key=lambda one: (-one[0], one[1]))
    wanted = [frame.y(one[0]) for one in ends]
    placed = spread(wanted, step=LABEL_STEP_MM + 0.3, low=2.0, high=frame.sheet.height - 2.0)
    edge = frame.x(last)
    _draw_rivals(frame, fact, edge)
    for (_, text, colour, strong), natural, y in zip(ends, wanted, placed, strict=True):
        leader = [(edge + 5.2, natural), (edge + 8.2, y)]
        frame.sheet.line(leader, colour=HAIRLINE, weight=0.5)
        frame.sheet.text(edge + 8.8, y, text, size=AXIS + 0.5, colour=colour, strong=strong)


def _draw_rivals(frame: Frame, fact: IndicatorFact, edge: float) -> None:
    values = [one.value for one in fact.rivals if one.value is not None]
    heights = [y for y in map(frame.y, values) if frame.y.end - 1 <= y <= frame.y.start + 1]
    if not heights:
        return
    x = edge + 3.2
    frame.sheet.line([(x, min(heights)), (x, max(heights))], colour=RIVAL, weight=0.5)
    for y in heights:
        frame.sheet.line([(x - 1.1, y), (x + 1.1, y)], colour=RIVAL, weight=1.0)


def place_text(
    frame: Frame,
    room: Room,
    text: str,
    places: list[tuple[float, float]],
    *,
    align: str,
    colour: str,
    strong: bool = False,
) -> None:
    """Write `text` at the first of `places` that is free; leave it out where none is."""
    width, height = width_of(text, VALUE), height_of(VALUE)
    shift = {"left": 0.0, "center": width / 2, "right": width}[align]
    rects = [
        Rect(x - shift - 0.4, y - height / 2, x - shift + width + 0.4, y + height / 2)
        for x, y in places
    ]
    chosen = room.place(rects)
    if chosen is not None:
        x, y = places[chosen]
        frame.sheet.text(
            x, y, text, size=VALUE, colour=colour, align=align, strong=strong, halo=True
        )
