"""Whether the target will be reached: the forecast's answer, or the fact once it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation_lib.assessment.keeping import outcome_of, range_of
from evaluation_lib.assessment.months_known import certain_so_far, told_of_months
from evaluation_lib.assessment.progress import YEARLY_KINDS, Progress
from evaluation_lib.forecast import Forecast, NoForecast, forecast_panel
from evaluation_lib.forecast.attainment import (
    cumulative_forecast,
    probability_at_least,
    probability_at_most,
    probability_of_all_years,
)
from evaluation_lib.forecast.bounded import conditioned
from evaluation_lib.language import Text
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import Basis, Direction, Indicator, Kind

WORD_LIMITS = (0.2, 0.4, 0.6, 0.8)


# Public series hold next to no level that a government keeps up, so how often such a level breaks
# cannot be learned from them, and the level's own history shows no break.
_NO_TARGET = Text("没有目标值，不判断。", "There is no target to reach.")
_NEVER_MOVED = Text(
    "历年数值完全相同，没有波动可供估计，公开序列中也没有可比样本，不给出概率。",
    "The value has never moved, and public series hold nothing comparable to learn from, so no "
    "probability is given.",
)


class OutlookWord(StrEnum):
    """What a probability is called; the words are fixed."""

    VERY_UNLIKELY = "very_unlikely"  # 很不可能
    UNLIKELY = "unlikely"  # 不太可能
    UNCERTAIN = "uncertain"  # 难以判断
    LIKELY = "likely"  # 较可能
    VERY_LIKELY = "very_likely"  # 很可能
    OBSERVED_MET = "observed_met"  # 已观测（达到）
    OBSERVED_MISSED = "observed_missed"  # 已观测（未达到）
    NOT_ASSESSABLE = "not_assessable"  # 不判断


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whether the target will be reached.

    Attributes:
        word: What the probability is called.
        probability: 0 to 1; exactly 0 or 1 only where it is a fact.
        observed: Whether it is a fact.
        forecast: Distribution of the yearly values ahead; for a cumulative target of the running
            total. None where there is none.
        reason: Why there is no forecast, or what limits it.
        remaining: For kinds judged every year, the chance that all years still to come are met.
        yearly: For the same, the chance of each year still to come.
    """

    word: OutlookWord
    probability: float | None
    observed: bool
    forecast: Forecast | None
    reason: Text | None
    remaining: float | None = None
    yearly: Mapping[int, float] | None = None


def forecast_series(
    indicators: Sequence[Indicator], series: Sequence[Series], year: int, model: str
) -> list[Forecast | NoForecast]:
    """Forecast each of `series`, which may be several readings of one indicator.

    Exact values make the forecast; bounds observed after the last of them are conditions on it,
    and the first months of a year without a value are averaged into it.

    Args:
        indicators: The indicator of each series.
        series: What is observed.
        year: Last whole year before the as-of date.
        model: Name of the forecasting model.
    """
    if not series:
        return []
    known = [one.until(year) for one in series]
    last = [
        max((point.year for point in one.points if point.is_exact), default=year) for one in known
    ]
    answers = forecast_panel(
        [one.history() for one in known],
        last_years=last,
        until=max(one.target_year for one in indicators),
        bounds=[(one.lower, one.upper) for one in indicators],
        monotone=[False] * len(indicators),
        model=model,
    )
    bounded = [
        conditioned(answer, _bounds_after(one, year)) if isinstance(answer, Forecast) else answer
        for one, answer, year in zip(known, answers, last, strict=True)
    ]
    return [
        told_of_months(indicator, one, answer)
        for indicator, one, answer in zip(indicators, known, bounded, strict=True)
    ]


def _bounds_after(series: Series, year: int) -> dict[int, tuple[float | None, float | None]]:
    """Return the bounds observed after `year`, from below and from above, by year."""
    return {
        one.year: (one.value, None) if one.is_lower_bound else (None, one.value)
        for one in series.points
        if one.year > year and not one.is_exact
    }


def judge_outlook(
    indicator: Indicator, series: Series, progress: Progress, answer: Forecast | NoForecast
) -> Outlook:
    """Return whether `indicator` will reach its target, given the forecast of its yearly values."""
    forecast = answer if isinstance(answer, Forecast) else None
    reason = None if forecast else Text(answer.reason_zh, answer.reason_en)  # type: ignore[union-attr]
    if indicator.basis is Basis.YES_NO:
        forecast = None
        reason = Text("是否类目标不作预测。", "A yes or no is not forecast.")
    if indicator.kind is Kind.MAINTAIN and forecast is not None and _never_moved(series):
        forecast, reason = None, _NEVER_MOVED
    if indicator.kind is Kind.CUMULATIVE and forecast is not None and progress.total is not None:
        forecast = cumulative_forecast(forecast, achieved=_sum_before(indicator, series, forecast))
    if indicator.target is None:
        return _fact(OutlookWord.NOT_ASSESSABLE, None, forecast, _NO_TARGET)
    if indicator.kind in YEARLY_KINDS:
        return _yearly_outlook(indicator, progress, forecast, reason)
    fact = _known_outcome(indicator, series, progress)
    if fact is not None:
        word = OutlookWord.OBSERVED_MET if fact else OutlookWord.OBSERVED_MISSED
        return _fact(word, float(fact), forecast, reason)
    if forecast is None or (progress.latest is None and indicator.kind is Kind.CUMULATIVE):
        return _fact(OutlookWord.NOT_ASSESSABLE, None, None, reason)
    probability = _chance(indicator, forecast, indicator.target_year)
    return Outlook(word_of(probability), probability, False, forecast, None)


def _sum_before(indicator: Indicator, series: Series, forecast: Forecast) -> float:
    """Return what the plan's years before the first forecast one add up to.

    A year known by a bound alone is forecast given the bound, so it must not be added twice.
    """
    span = range(indicator.baseline_year + 1, int(forecast.years[0]))
    return sum(one.value for one in series.points if one.year in span)


def _never_moved(series: Series) -> bool:
    """Return whether every exact value is the same."""
    return len({one.value for one in series.points if one.is_exact}) == 1


def word_of(probability: float) -> OutlookWord:
    """Return what `probability` is called; on a limit the better word holds, but 0.8 is likely."""
    very_unlikely, unlikely, uncertain, likely = WORD_LIMITS
    if probability < very_unlikely:
        return OutlookWord.VERY_UNLIKELY
    if probability < unlikely:
        return OutlookWord.UNLIKELY
    if probability < uncertain:
        return OutlookWord.UNCERTAIN
    return OutlookWord.LIKELY if probability <= likely else OutlookWord.VERY_LIKELY


def _yearly_outlook(
    indicator: Indicator, progress: Progress, forecast: Forecast | None, reason: Text | None
) -> Outlook:
    ahead = _years_ahead(indicator, progress)
    yearly = remaining = None
    target = float(indicator.target or 0.0)
    if forecast is not None and set(ahead) <= set(forecast.years.tolist()) and ahead:
        yearly = {year: _chance(indicator, forecast, year) for year in ahead}
        if indicator.target_high is None:
            remaining = probability_of_all_years(
                forecast,
                dict.fromkeys(ahead, target),
                at_least=indicator.direction is Direction.HIGHER,
            )
        else:
            reason = Text(
                "区间目标只给出各年概率，不给出逐年都达标的概率。",
                "For a range the chance of each year is given, not of all years together.",
            )
    if progress.breached:
        missed = OutlookWord.OBSERVED_MISSED
        return Outlook(missed, 0.0, True, forecast, reason, remaining, yearly)
    if not ahead and progress.years and all(one.met for one in progress.years):
        return _fact(OutlookWord.OBSERVED_MET, 1.0, forecast, None)
    if remaining is None:
        why = reason or Text("部分年度缺少数据，不判断。", "Years are missing.")
        return _fact(OutlookWord.NOT_ASSESSABLE, None, forecast, why)
    return Outlook(word_of(remaining), remaining, False, forecast, None, remaining, yearly)


def _years_ahead(indicator: Indicator, progress: Progress) -> list[int]:
    """Return the years of the plan after the last one known."""
    last = progress.latest.year if progress.latest else indicator.baseline_year
    return list(range(last + 1, indicator.target_year + 1))


def _known_outcome(indicator: Indicator, series: Series, progress: Progress) -> bool | None:
    """Return whether the target was reached where that is a fact, None where it is open."""
    target = float(indicator.target or 0.0)
    if indicator.kind is Kind.CUMULATIVE:
        rising = indicator.direction is Direction.HIGHER
        # A running total that only grows cannot fall back below a target it has passed, be it in
        # the months of a year that is not over.
        certain = certain_so_far(indicator, series)
        begun = progress.total is not None or certain > 0
        if rising and begun and (progress.total or 0.0) + certain >= target:
            return True
        ended = progress.latest is not None and progress.latest.year >= indicator.target_year
        return False if ended and not progress.missing else None
    final = series.at(indicator.target_year)
    if final is None or series.definition:
        return None
    return outcome_of(indicator, final)


def _chance(indicator: Indicator, forecast: Forecast, year: int) -> float:
    target = float(indicator.target or 0.0)
    if indicator.target_high is not None:
        low, high = range_of(indicator)
        between = probability_at_least(forecast, year, low)
        return max(0.0, between - probability_at_least(forecast, year, high))
    if indicator.direction is Direction.HIGHER:
        return probability_at_least(forecast, year, target)
    return probability_at_most(forecast, year, target)


def _fact(
    word: OutlookWord, probability: float | None, forecast: Forecast | None, reason: Text | None
) -> Outlook:
    return Outlook(word, probability, probability is not None, forecast, reason)
