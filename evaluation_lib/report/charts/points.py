"""The points of an indicator that charts draw: one for each whole year known."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation_lib.report.model import IndicatorFact


@dataclass(frozen=True, slots=True)
class YearPoint:
    """One whole year; `value` in the indicator's unit, `comparator` `=` unless it is a bound."""

    year: int
    value: float
    comparator: str = "="


def observed_points(fact: IndicatorFact) -> tuple[YearPoint, ...]:
    """Return the whole years known, rising, with the plan's baseline where no value replaces it.

    The latest of several values for one year counts, because observations come in the order of
    their publication.
    """
    known: dict[int, YearPoint] = {}
    if fact.baseline.value is not None and fact.kind != "cumulative":
        known[fact.baseline.year] = YearPoint(fact.baseline.year, fact.baseline.value)
    for one in fact.observations:
        if len(one.period) == 4:
            known[one.year] = YearPoint(one.year, one.value, one.comparator)
    return tuple(known[year] for year in sorted(known))


def unbroken_runs(points: tuple[YearPoint, ...]) -> list[list[YearPoint]]:
    """Return the points in runs of consecutive years, so that no line bridges a missing year."""
    runs: list[list[YearPoint]] = []
    for point in points:
        if runs and runs[-1][-1].year == point.year - 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def path_points(fact: IndicatorFact) -> tuple[tuple[int, float], ...]:
    """Return years and values of the way to the target, from the base year where known."""
    path = dict(fact.target_path)
    if path and fact.baseline.value is not None and fact.kind != "cumulative":
        path.setdefault(fact.baseline.year, fact.baseline.value)
    return tuple(sorted(path.items()))


def is_straight(path: tuple[tuple[int, float], ...]) -> bool:
    """Return whether the way to the target is a straight line, not milestones."""
    if len(path) < 3:
        return True
    (first_year, first), (last_year, last) = path[0], path[-1]
    span = abs(last - first) or 1.0
    return all(
        abs(first + (last - first) * (year - first_year) / (last_year - first_year) - value)
        < 1e-6 * span
        for year, value in path
    )
