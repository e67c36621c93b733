"""The other settings under which a verdict is judged again, each only where it changes anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from evaluation_lib.assessment.outlook import Outlook
from evaluation_lib.assessment.progress import CHANGE_KINDS, YEARLY_KINDS
from evaluation_lib.assessment.readings import Reading
from evaluation_lib.assessment.rival_answers import rival_answers
from evaluation_lib.forecast import RIVALS, Forecast, NoForecast
from evaluation_lib.forecast.model import FEWEST_OBSERVATIONS
from evaluation_lib.forecast.rivals.registry import RivalForecast
from evaluation_lib.forecast.scenarios import SCENARIOS
from evaluation_lib.language import Text
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import Basis, CutOffs, Direction, Indicator, Kind, Nature

CUT_OFF_SHIFT = "0.05"
"""By how much every cut-off is moved up and down."""

_PRINTED_LEVELS = (Basis.LEVEL, Basis.INCREMENT)
_COMPOUNDING = (Basis.CUMULATIVE_REDUCTION, Basis.AVERAGE_GROWTH)


@dataclass(frozen=True, slots=True)
class Case:
    """What the verdict on one indicator follows from; see `verdict.assess`."""

    indicator: Indicator
    series: Series
    answer: Forecast | NoForecast
    milestones: Mapping[int, float]
    cut_offs: CutOffs
    year: int
    final: bool


@dataclass(frozen=True, slots=True)
class Alternative:
    """One other setting.

    Attributes:
        group: What is set differently.
        case: The case so set; its forecast holds unless `history` is given.
        history: Values to be forecast anew; None where the forecast does not change.
    """

    name: Text
    group: str
    case: Case
    history: Series | None = None


def alternatives(
    case: Case, outlook: Outlook, readings: Sequence[Reading]
) -> Iterator[Alternative]:
    """Return every other setting that can make a difference to `case`.

    Args:
        case: The case as it was judged.
        outlook: Its outlook; a fact is not forecast otherwise.
        readings: Other readings of the observations.
    """
    yield from _readings(case, readings)
    yield from _rounding(case)
    yield from _paths(case)
    yield from _cut_offs(case)
    if outlook.probability is not None and not outlook.observed:
        yield from _histories(case)
        yield from _rivals(case)


def _readings(case: Case, readings: Sequence[Reading]) -> Iterator[Alternative]:
    for reading in readings:
        series = reading.series.get(case.indicator.id)
        if series is None:
            continue
        series = series.until(case.year)
        if series.values() != case.series.values():
            yield Alternative(reading.name, reading.group, replace(case, series=series), series)


def _rounding(case: Case) -> Iterator[Alternative]:
    """Move base and target by half a unit of the last digit the plan prints, both ways."""
    indicator = case.indicator
    is_count = indicator.decimals == 0 and indicator.unit != "%"
    # Standards and certificates are counted, not rounded: 13 is 13.
    if is_count or indicator.basis not in _PRINTED_LEVELS or indicator.target is None:
        return
    harder = 1 if indicator.direction is Direction.HIGHER else -1
    names = {
        harder: Text("基期与目标按舍入从严", "base and target at the hard end of their rounding"),
        -harder: Text("基期与目标按舍入从宽", "base and target at the easy end of their rounding"),
    }
    for sign, name in names.items():
        moved = indicator.model_copy(
            update={
                "baseline": _moved(indicator, indicator.baseline, sign),
                "target": _moved(indicator, indicator.target, sign),
            }
        )
        if (moved.baseline, moved.target) != (indicator.baseline, indicator.target):
            yield Alternative(name, "rounding", replace(case, indicator=moved))


def _moved(indicator: Indicator, value: float | None, sign: int) -> float | None:
    """Return `value` half a unit of its last printed digit further, kept inside the bounds."""
    if value is None:
        return None
    printed = Decimal(repr(value)).normalize()
    half = Decimal(5).scaleb(min(int(printed.as_tuple().exponent), 0) - 1)
    moved = float(printed + sign * half)
    low = -np.inf if indicator.lower is None else indicator.lower
    high = np.inf if indicator.upper is None else indicator.upper
    return float(min(max(moved, low), high))


def _paths(case: Case) -> Iterator[Alternative]:
    indicator = case.indicator
    if case.final or indicator.kind not in (*CHANGE_KINDS, Kind.CUMULATIVE):
        return
    if case.milestones:
        straight = Text("直线路径", "straight path")
        yield Alternative(straight, "path", replace(case, milestones={}))
    start, goal = indicator.baseline, indicator.target
    if indicator.kind is Kind.CUMULATIVE or indicator.basis in _COMPOUNDING:
        return
    if start is None or goal is None or start <= 0 or goal <= 0 or start == goal:
        return
    yield Alternative(
        Text("等比路径", "compound path"),
        "path",
        replace(case, milestones=compound_path(indicator)),
    )


def compound_path(indicator: Indicator) -> dict[int, float]:
    """Return the value due in each year where the same growth rate leads from base to target.

    Raises:
        ValueError: Base or target is not positive.
    """
    start, goal = indicator.baseline or 0.0, indicator.target or 0.0
    if start <= 0 or goal <= 0:
        raise ValueError(f"{indicator.id}: no growth rate leads from {start} to {goal}")
    span = indicator.target_year - indicator.baseline_year
    return {
        indicator.baseline_year + step: start * (goal / start) ** (step / span)
        for step in range(1, span + 1)
    }


def _cut_offs(case: Case) -> Iterator[Alternative]:
    decides_final = case.indicator.nature is Nature.ANTICIPATORY
    if case.indicator.kind in YEARLY_KINDS or (case.final and not decides_final):
        return
    for sign in (1, -1):
        written = f"{'+' if sign > 0 else '−'}{CUT_OFF_SHIFT}"
        yield Alternative(
            Text(f"分界值{written}", f"cut-offs {written}"),
            "cut_offs",
            replace(case, cut_offs=_shifted(case.cut_offs, sign)),
        )


def _shifted(cut_offs: CutOffs, sign: int) -> CutOffs:
    """Return `cut_offs` moved together, in decimals: 0.75 + 0.05 is 0.80."""
    names = ("ahead", "on_schedule", "slightly_behind", "basically_completed")
    step = sign * Decimal(CUT_OFF_SHIFT)
    return cut_offs.model_copy(
        update={name: float(Decimal(repr(getattr(cut_offs, name))) + step) for name in names}
    )


def _histories(case: Case) -> Iterator[Alternative]:
    points = case.series.points
    tried = {points}
    for scenario in SCENARIOS:
        kept = tuple(one for one in points if scenario.keeps(one.year))
        exact = [one for one in kept if one.is_exact]
        if kept in tried or len(exact) < FEWEST_OBSERVATIONS or kept[-1] != points[-1]:
            continue
        tried.add(kept)
        title = Text(scenario.title_zh, scenario.title_en)
        yield Alternative(title, "history", case, replace(case.series, points=kept))


def _rivals(case: Case) -> Iterator[Alternative]:
    forecast = case.answer
    if not isinstance(forecast, Forecast):
        return
    for name, answer in rival_answers(case.series, int(forecast.years[-1])).items():
        if not isinstance(answer, RivalForecast) or len(answer.point) != len(forecast.years):
            continue
        title = Text(RIVALS[name].title_zh, RIVALS[name].title_en)
        moved = recentred(forecast, answer, case.indicator)
        yield Alternative(title, "rival", replace(case, answer=moved))


def recentred(forecast: Forecast, answer: RivalForecast, indicator: Indicator) -> Forecast:
    """Return `forecast` moved so that its medians are the rival's points, its spread kept.

    A rival's own interval is not calibrated on short series, so only its centre is tried. Values
    stay inside the indicator's bounds.
    """
    medians = np.array([forecast.median(int(year)) for year in forecast.years])
    moved = forecast.quantiles + (answer.point - medians)[:, None]
    return replace(forecast, quantiles=np.clip(moved, indicator.lower, indicator.upper))
