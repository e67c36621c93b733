"""The rivals: textbook forecasts shown beside the engine, entered under a name."""

import difflib
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from evaluation_lib.forecast.histories import align_histories

Interval = tuple[NDArray[np.float64], NDArray[np.float64]]


@dataclass(frozen=True, slots=True, eq=False)
class RivalForecast:
    """What a rival says, in the series' own unit.

    Attributes:
        point: One value for each year ahead. Shape ``(H,)``.
        intervals: Lower and upper ends by nominal coverage, 0.8 and 0.95; empty where the
            method has no honest interval. Each end has shape ``(H,)``.
    """

    point: NDArray[np.float64]
    intervals: dict[float, Interval]


@dataclass(frozen=True, slots=True)
class RivalRefusal:
    """Why a rival cannot answer, a sentence in Chinese and in English."""

    reason_zh: str
    reason_en: str


RivalFunction = Callable[[NDArray[np.float64], int], RivalForecast | RivalRefusal]


@dataclass(frozen=True, slots=True)
class Rival:
    """One entry of the registry.

    Attributes:
        name: Name in settings and files.
        title_zh: Name in Chinese reports.
        title_en: Name in English reports.
        min_observations: Real observations below which the method is not asked.
        predict: The method: history without gaps, years ahead → forecast or refusal.
    """

    name: str
    title_zh: str
    title_en: str
    min_observations: int
    predict: RivalFunction


RIVALS: dict[str, Rival] = {}
"""All rivals by name."""

COVERAGES = {0.8: 1.2815515655446004, 0.95: 1.959963984540054}
"""Nominal coverages of the intervals and the standard normal quantile of their upper end."""


def rival(
    name: str, *, title_zh: str, title_en: str, min_observations: int
) -> Callable[[RivalFunction], RivalFunction]:
    """Enter the decorated function as the rival `name`.

    Raises:
        ValueError: The name is taken.
    """

    def enter(predict: RivalFunction) -> RivalFunction:
        if name in RIVALS:
            raise ValueError(f"a rival called {name!r} exists already")
        RIVALS[name] = Rival(name, title_zh, title_en, min_observations, predict)
        return predict

    return enter


def forecast_rival(name: str, history: ArrayLike, horizon: int) -> RivalForecast | RivalRefusal:
    """Forecast `history` by the rival `name`.

    Empty ends are dropped and inner gaps bridged by straight lines, as for the engine.

    Args:
        name: A name in `RIVALS`.
        history: Annual values, oldest first, NaN for a missing year.
        horizon: Years ahead, counted from the last observation.

    Returns:
        The forecast, or the reason why the method has none for this history. Never raises
        for what is in `history`.

    Raises:
        ValueError: No rival has that name.
    """
    if name not in RIVALS:
        near = difflib.get_close_matches(name, RIVALS, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise ValueError(f"No rival is called {name!r}.{hint} Known rivals: {', '.join(RIVALS)}.")
    entry = RIVALS[name]
    histories = align_histories([history])
    found = int(histories.counts[0])
    if found < entry.min_observations:
        return RivalRefusal(
            f"需要至少{entry.min_observations}个年度观测值，仅有{found}个。",
            f"Needs at least {entry.min_observations} annual observations, has {found}.",
        )
    values = histories.values[0]
    answer = _predict_quietly(entry, values[np.isfinite(values)], horizon)
    if isinstance(answer, RivalRefusal):
        return answer
    return _in_units(answer, float(histories.scale[0]))


def _predict_quietly(
    entry: Rival, values: NDArray[np.float64], horizon: int
) -> RivalForecast | RivalRefusal:
    """Ask the method, and turn a failed or senseless fit into a refusal."""
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            answer = entry.predict(values, horizon)
    except (ValueError, ArithmeticError, IndexError, np.linalg.LinAlgError):
        return _FIT_FAILED
    if isinstance(answer, RivalForecast) and not np.all(np.isfinite(answer.point)):
        return _FIT_FAILED
    return answer


_FIT_FAILED = RivalRefusal(
    "该方法在此序列上未能得到有限的拟合结果。",
    "The method found no finite fit for this series.",
)


def _in_units(answer: RivalForecast, scale: float) -> RivalForecast:
    """Return `answer` in the series' unit, without intervals that are not finite."""
    intervals = {
        coverage: (low * scale, high * scale)
        for coverage, (low, high) in answer.intervals.items()
        if np.all(np.isfinite(low)) and np.all(np.isfinite(high))
    }
    return RivalForecast(answer.point * scale, intervals)


def normal_intervals(
    point: NDArray[np.float64], deviation: NDArray[np.float64]
) -> dict[float, Interval]:
    """Return the nominal intervals of a normal forecast. Both arguments have shape ``(H,)``."""
    return {
        coverage: (point - z * deviation, point + z * deviation)
        for coverage, z in COVERAGES.items()
    }
