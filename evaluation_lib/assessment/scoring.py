"""A score for clients who want one: weights are input, counts come first, and it is tried out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.assessment.progress import YEARLY_KINDS
from evaluation_lib.assessment.verdict import Assessment
from evaluation_lib.plan.weights import Weights

FULL = 100
GRADES: tuple[tuple[str, int], ...] = (("excellent", 90), ("good", 80), ("fair", 60))
"""Grades from the best down with the points each begins at; a setting of this suite, printed."""

LOWEST_GRADE = "poor"
RANDOM_WEIGHTS = 2000
_SEED = 2021


@dataclass(frozen=True, slots=True)
class Scored:
    """One indicator in the score.

    Attributes:
        weight: As in the file of weights.
        share: Its share of the weights of the indicators that could be scored, 0 to 1; None where
            it could not be.
        points: Share done against share due, times 100, from 0 to the cap; None likewise.
    """

    indicator: str
    weight: float
    share: float | None
    points: float | None


@dataclass(frozen=True, slots=True)
class Trial:
    """What another way to reckon makes of the score.

    Attributes:
        name: `equal_weights`, `no_cap`, or the id of the indicator left out.
    """

    name: str
    points: float
    grade: str


@dataclass(frozen=True, slots=True)
class Score:
    """The score and how far it can be trusted.

    Attributes:
        version: Which set of weights was used.
        points: Weighted mean of the points, 0 to 100.
        coverage: Share of all weights that could be scored; the rest was taken out.
        trials: Equal weights, no cap, then each indicator left out in turn.
        grade_stays: Share of random weights under which the grade is the same.
        random_low: Points that 5 % of the random weights fall short of.
        random_high: Points that 5 % of them exceed.
        binding_fails: Whether a binding indicator falls short, which no score makes good.
    """

    version: str
    points: float
    grade: str
    coverage: float
    items: tuple[Scored, ...]
    trials: tuple[Trial, ...]
    grade_stays: float
    random_low: float
    random_high: float
    binding_fails: bool


def score_plan(
    assessments: Sequence[Assessment],
    weights: Weights | None,
    nodes: NDArray[np.float64],
    *,
    binding_fails: bool,
) -> Score | None:
    """Score the indicators that could be assessed; None where none could or all of them weigh 0.

    A score is off unless weights are given: without them there is none.

    Those that could not be assessed are taken out, and the weights of the others are divided by
    their sum, which is the coverage.

    Args:
        assessments: Judgement of the plan's indicators.
        weights: Weight of each; None for no score.
        nodes: Numbers inside (0, 1) from which random weights are made, one set a row and at least
            as many columns as indicators; see `weight_nodes`.
        binding_fails: Whether a binding indicator falls short.
    """
    if weights is None:
        return None
    capped = {one.indicator.id: points_of(one) for one in assessments}
    known = {key: points for key, points in capped.items() if points is not None}
    given = {key: Fraction(repr(weight)) for key, weight in weights.by_indicator.items()}
    total, scored = sum(given.values()), sum((given[key] for key in known), Fraction(0))
    if not known or not scored:
        return None
    points = weighted_mean(known, given)
    uncapped = {one.indicator.id: points_of(one, capped=False) for one in assessments}
    free = {key: value for key, value in uncapped.items() if value is not None}
    trials = [
        _trial("equal_weights", known, dict.fromkeys(known, Fraction(1))),
        _trial("no_cap", free, given),
        *(_trial(key, _without(known, key), given) for key in known if given[key]),
    ]
    shuffled = random_points(list(known.values()), nodes)
    same = [grade_of(Fraction(one)) == grade_of(points) for one in shuffled.tolist()]
    return Score(
        version=weights.version,
        points=float(points),
        grade=grade_of(points),
        coverage=float(scored / total),
        items=tuple(
            Scored(
                key,
                weights.by_indicator[key],
                None if value is None else float(given[key] / scored),
                None if value is None else float(value),
            )
            for key, value in capped.items()
        ),
        trials=tuple(one for one in trials if one is not None),
        grade_stays=sum(same) / len(same),
        random_low=float(np.quantile(shuffled, 0.05)),
        random_high=float(np.quantile(shuffled, 0.95)),
        binding_fails=binding_fails,
    )


def points_of(one: Assessment, *, capped: bool = True) -> Fraction | None:
    """Return the points of an indicator: done over due, at least 0, at most 100 if capped.

    Kinds judged every year get the share of the years known that kept the threshold.
    """
    done, due = one.progress.share.done, one.progress.share.due
    if not one.is_assessable or done is None or due is None:
        return None
    if one.indicator.kind in YEARLY_KINDS:
        known = [year.met for year in one.progress.years if year.met is not None]
        return Fraction(FULL * sum(known), len(known)) if known else None
    share, asked = Fraction(repr(done)), Fraction(repr(due))
    if asked <= 0:
        return Fraction(FULL if share >= asked else 0)
    points = max(FULL * share / asked, Fraction(0))
    return min(points, Fraction(FULL)) if capped else points


def weighted_mean(points: Mapping[str, Fraction], weights: Mapping[str, Fraction]) -> Fraction:
    """Return the mean of `points` by `weights`, whatever the weights of the points add up to.

    Raises:
        ZeroDivisionError: All points weigh nothing.
    """
    total = sum((weights[key] for key in points), Fraction(0))
    return sum((weights[key] * value for key, value in points.items()), Fraction(0)) / total


def grade_of(points: Fraction) -> str:
    """Return the grade of `points`; exactly on a limit the better grade holds."""
    return next((name for name, limit in GRADES if points >= limit), LOWEST_GRADE)


def random_points(points: Sequence[Fraction], nodes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the score under each random set of weights. Shape ``(len(nodes),)``.

    Every set of weights that adds up to 1 is as likely as any other: exponential variables divided
    by their sum, which is a Dirichlet distribution with all parameters 1.
    """
    drawn = -np.log(nodes[:, : len(points)])
    weights = drawn / drawn.sum(axis=1, keepdims=True)
    mean: NDArray[np.float64] = weights @ np.array([float(one) for one in points])
    return mean


def weight_nodes(columns: int, rows: int = RANDOM_WEIGHTS) -> NDArray[np.float64]:
    """Return numbers spread inside (0, 1), the same on every machine. Shape ``(rows, columns)``.

    The raw stream of PCG64 is fixed for all versions of numpy, unlike what is drawn from it.
    """
    raw = np.random.PCG64(_SEED).random_raw(rows * columns)
    spread: NDArray[np.float64] = (np.asarray(raw >> 11, dtype=np.float64) + 0.5) / 2.0**53
    return spread.reshape(rows, columns)


def _without(points: Mapping[str, Fraction], left_out: str) -> dict[str, Fraction]:
    return {key: value for key, value in points.items() if key != left_out}


def _trial(
    name: str, points: Mapping[str, Fraction], weights: Mapping[str, Fraction]
) -> Trial | None:
    """Return the score so reckoned; None where nothing is left that weighs anything."""
    if not any(weights[key] for key in points):
        return None
    mean = weighted_mean(points, weights)
    return Trial(name, float(mean), grade_of(mean))
