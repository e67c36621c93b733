"""The course of one indicator as numbers to draw and to tabulate: seen, due, and ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

import pandas as pd

from evaluation_lib.assessment import what_if
from evaluation_lib.assessment.progress import YEARLY_KINDS, target_path
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.forecast import Forecast
from evaluation_lib.forecast.rivals.registry import RivalForecast
from evaluation_lib.inquiry import Answer
from evaluation_lib.inquiry.setting import LEVELS
from evaluation_lib.observations.series import Observation
from evaluation_lib.plan.model import Kind


@dataclass(frozen=True, slots=True)
class Point:
    """One whole year that is known or assumed; `value` as it is drawn, in the indicator's unit.

    Attributes:
        seen: The observation it rests on; of a running total that of its last year.
    """

    year: int
    value: float
    seen: Observation

    @property
    def is_assumed(self) -> bool:
        """Whether nobody observed it."""
        return self.seen.source == what_if.SOURCE


@dataclass(frozen=True, slots=True)
class Course:
    """What is drawn of one indicator; cumulative targets as running totals since the base year.

    Attributes:
        points: Years known, rising.
        path: Value due in each year; a threshold for kinds that are judged every year.
        forecast: Quantiles of the years ahead, None without a forecast.
        target: Year and value, None where none is set.
        rivals: Values of the years ahead by name of the rival.
        is_yearly: Whether each year is judged on its own.
        is_running: Whether values are running totals.
    """

    points: tuple[Point, ...]
    path: Mapping[int, float]
    forecast: Forecast | None
    target: tuple[int, float] | None
    rivals: Mapping[str, Mapping[int, float]]
    is_yearly: bool
    is_running: bool

    @property
    def last_seen(self) -> int | None:
        """The last year that was observed, None where none was."""
        return max((one.year for one in self.points if not one.is_assumed), default=None)

    @property
    def last(self) -> Point | None:
        """The last year known before the forecast."""
        return self.points[-1] if self.points else None


def course_of(answer: Answer) -> Course:
    """Return the course of the indicator that was asked for."""
    assessment = answer.assessment
    indicator = assessment.indicator
    running = indicator.kind is Kind.CUMULATIVE
    yearly = indicator.kind in YEARLY_KINDS
    target = None
    if indicator.target is not None:
        target = (indicator.target_year, indicator.target)
    return Course(
        points=_points(assessment),
        path=_path(assessment),
        forecast=assessment.outlook.forecast,
        target=target,
        rivals={} if running else _rivals(answer),
        is_yearly=yearly,
        is_running=running,
    )


def course_table(course: Course) -> pd.DataFrame:
    """Return what is drawn, a row a year: numbers in the indicator's unit, NaN where none is.

    Returns:
        Columns `observed`, `assumed`, `path`, `median`, `low_50` to `high_95`, and one for each
        rival; the index is the calendar year.
    """
    rows: dict[int, dict[str, float]] = {}
    for point in course.points:
        name = "assumed" if point.is_assumed else "observed"
        rows.setdefault(point.year, {})[name] = point.value
    for year, value in course.path.items():
        rows.setdefault(year, {})["path"] = value
    for year in [] if course.forecast is None else course.forecast.years.tolist():
        rows.setdefault(year, {}).update(_quantiles(course.forecast, year))
    for name, values in course.rivals.items():
        for year, value in values.items():
            rows.setdefault(year, {})[name] = value
    bands = [f"{end}_{level}" for level in LEVELS for end in ("low", "high")]
    columns = ["observed", "assumed", "path", "median", *bands, *course.rivals]
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=float)
    return frame.rename_axis("year").sort_index()


def _quantiles(forecast: Forecast | None, year: int) -> dict[str, float]:
    if forecast is None:
        return {}
    found = {"median": forecast.median(year)}
    for level in LEVELS:
        found[f"low_{level}"], found[f"high_{level}"] = forecast.interval(year, level / 100)
    return found


def _points(assessment: Assessment) -> tuple[Point, ...]:
    points = assessment.series.points
    indicator = assessment.indicator
    if indicator.kind is not Kind.CUMULATIVE:
        return tuple(Point(one.year, one.value, one) for one in points)
    counted = [one for one in points if one.year > indicator.baseline_year]
    totals = accumulate(one.value for one in counted)
    return tuple(Point(one.year, total, one) for one, total in zip(counted, totals, strict=True))


def _path(assessment: Assessment) -> dict[int, float]:
    indicator = assessment.indicator
    if indicator.target is None:
        return {}
    if indicator.kind in YEARLY_KINDS:
        years = range(indicator.baseline_year + 1, indicator.target_year + 1)
        return dict.fromkeys(years, indicator.target)
    path = dict(target_path(indicator, assessment.milestones))
    start = 0.0 if indicator.kind is Kind.CUMULATIVE else indicator.baseline
    if path and start is not None:
        path.setdefault(indicator.baseline_year, start)
    return dict(sorted(path.items()))


def _rivals(answer: Answer) -> dict[str, dict[int, float]]:
    until = answer.assessment.indicator.target_year
    years = range(answer.first_ahead, until + 1)
    return {
        name: dict(zip(years, map(float, one.point), strict=False))
        for name, one in answer.rivals.items()
        if isinstance(one, RivalForecast)
    }
