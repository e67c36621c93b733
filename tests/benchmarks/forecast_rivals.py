"""Score every rival on the very values the engine is scored on, and time all of them.

The rivals of the project are asked as reports ask them; Theta, ETS and ARIMA of the package
statsforecast join in where it is installed, which it is not with the project.
"""

import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation_lib.forecast import QUANTILE_LEVELS, RIVALS, forecast_quantiles, forecast_rival
from evaluation_lib.forecast.backtest import Cases, score_quantiles
from evaluation_lib.forecast.quantiles import at_probabilities
from evaluation_lib.forecast.rivals import RivalForecast

HORIZON = 3
MOST_ASKED = 100
"""Series of each set on which the slow rivals are tried."""

END_LEVELS = np.array([0.025, 0.1, 0.5, 0.9, 0.975])
TIMED = 200


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What a rival says: its points, and its interval ends where it has any.

    Attributes:
        point: Shape ``(HORIZON,)``.
        ends: Quantiles at `END_LEVELS`, None without interval. Shape ``(HORIZON, 5)``.
    """

    point: NDArray[np.float64]
    ends: NDArray[np.float64] | None


Asked = Callable[[NDArray[np.float64]], Answer | None]


def rival_lines(
    label: str,
    length: int,
    cases: Cases,
    among: NDArray[np.int_],
    told: dict[str, NDArray[np.float64]],
) -> Iterator[str]:
    """Yield a line for each rival on a sample, beside both models on the same values.

    Args:
        label: Name of the set.
        length: Years of history.
        cases: Cases of all sets.
        among: Which of them belong to the set.
        told: Held-out quantiles of both models for all cases, by name.
    """
    rows = among[:: max(1, len(among) // MOST_ASKED)]
    if length == 3:
        yield f"\n{label}, 1–{HORIZON} years ahead, on the same values:\n"
        yield (
            "| method | n | answered | OWA | 80 % | 95 % | MSIS | CRPS | Brier | ECE "
            "| series/s |\n|---|---|---|---|---|---|---|---|---|---|---|"
        )
    for name, quantiles in told.items():
        part = _part(cases, rows)
        yield _line(name, length, len(rows), part, quantiles[rows][:, :HORIZON], told=True)
    for name, ask in _methods().items():
        start = time.perf_counter()
        answers = [ask(cases.histories[row]) for row in rows]
        rate = len(rows) / (time.perf_counter() - start)
        yield _rival_line(name, length, cases, rows, answers, rate)


def _part(cases: Cases, rows: NDArray[np.int_]) -> Cases:
    return Cases(
        [cases.histories[row] for row in rows], cases.future[rows, :HORIZON], cases.scale[rows]
    )


def _rival_line(
    name: str,
    length: int,
    cases: Cases,
    rows: NDArray[np.int_],
    answers: list[Answer | None],
    rate: float,
) -> str:
    able = [k for k, answer in enumerate(answers) if answer is not None]
    if not able:
        return f"| {name} | {length} | 0 of {len(rows)} | – | – | – | – | – | – | – | – |"
    whole = all(answers[k].ends is not None for k in able)
    quantiles = np.array([_quantiles(answers[k]) for k in able])
    part = _part(cases, rows[able])
    return _line(name, length, len(rows), part, quantiles, told=whole, rate=rate)


def _quantiles(answer: Answer) -> NDArray[np.float64]:
    """Return `QUANTILE_LEVELS` read from the interval ends, or the point at every level."""
    if answer.ends is None:
        return np.repeat(answer.point[:, None], len(QUANTILE_LEVELS), axis=1)
    return at_probabilities(answer.ends, END_LEVELS, np.array(QUANTILE_LEVELS))


def _line(
    name: str,
    length: int,
    asked: int,
    part: Cases,
    quantiles: NDArray[np.float64],
    *,
    told: bool,
    rate: float | None = None,
) -> str:
    scores = score_quantiles(part, quantiles)
    cells = [f"{scores.owa:.3f}"]
    if told:
        cells += [f"{100 * scores.coverage[c]:.1f}" for c in (0.8, 0.95)]
        cells += [f"{scores.msis:.1f}", f"{scores.crps:.3f}"]
        cells += [f"{scores.brier:.3f}", f"{scores.calibration_error:.3f}"]
    else:
        cells += ["–"] * 6
    answered = f"{len(part.histories)} of {asked}"
    speed = "" if rate is None else f"{rate:,.0f}"
    return f"| {name} | {length} | {answered} | {' | '.join(cells)} | {speed} |"


def _methods() -> dict[str, Asked]:
    """Return every rival by name, as a function of one history."""
    return {name: _own(name) for name in RIVALS} | _statsforecast()


def _own(name: str) -> Asked:
    def ask(history: NDArray[np.float64]) -> Answer | None:
        answer = forecast_rival(name, history, HORIZON)
        if not isinstance(answer, RivalForecast):
            return None
        if not answer.intervals:
            return Answer(answer.point, None)
        (low95, high95), (low80, high80) = (answer.intervals[c] for c in (0.95, 0.8))
        return Answer(answer.point, np.column_stack([low95, low80, answer.point, high80, high95]))

    return ask


def _statsforecast() -> dict[str, Asked]:
    try:
        from statsforecast.models import AutoARIMA, AutoETS, AutoTheta, DynamicOptimizedTheta
    except ImportError:
        return {}
    models = {
        "statsforecast DOTheta": DynamicOptimizedTheta(season_length=1),
        "statsforecast AutoTheta": AutoTheta(season_length=1),
        "statsforecast AutoETS": AutoETS(season_length=1),
        "statsforecast AutoARIMA": AutoARIMA(season_length=1),
    }
    return {name: _installed(model) for name, model in models.items()}


def _installed(model: object) -> Asked:
    def ask(history: NDArray[np.float64]) -> Answer | None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                told = model.forecast(history, h=HORIZON, level=[80, 95])
        except Exception:  # Whatever stops it, a report would be without its answer.
            return None
        keys = ("lo-95", "lo-80", "mean", "hi-80", "hi-95")
        if not np.all(np.isfinite(told["mean"])):
            return None
        ends = np.column_stack([told[key] for key in keys]) if keys[0] in told else None
        usable = ends is not None and np.all(np.isfinite(ends))
        return Answer(np.asarray(told["mean"]), np.sort(ends, axis=1) if usable else None)

    return ask


def speed_lines() -> Iterator[str]:
    """Yield the time of one forecast, beside statsforecast's where that is installed."""
    random = np.random.default_rng(0)
    batch = [20 + random.normal(size=25).cumsum() for _ in range(25_000)]
    levels = tuple(END_LEVELS)
    forecast_quantiles(batch[:100], HORIZON, levels)
    start = time.process_time()
    forecast_quantiles(batch, HORIZON, levels)
    ours = (time.process_time() - start) / len(batch)
    yield (
        f"\nPooled engine: {1e6 * ours:.1f} µs of one core a series "
        f"({len(batch):,} series of 25 years in {ours * len(batch):.2f} s)."
    )
    theta = _statsforecast().get("statsforecast DOTheta")
    if theta is None:
        yield "statsforecast is not installed; no comparison of speed."
        return
    theta(batch[0][-8:])
    start = time.process_time()
    for history in batch[:TIMED]:
        theta(history[-8:])
    theirs = (time.process_time() - start) / TIMED
    yield f"Dynamic optimised Theta: {1e6 * theirs:.0f} µs, {theirs / ours:.0f} times as long."
