"""The named methods side by side, each on its own terms, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass

from evaluation_lib.assessment.methods import (
    METHODS,
    REASONS,
    anticipated_gap,
    anticipated_value,
    growth_ratio,
    projected_miss,
)
from evaluation_lib.assessment.progress import CHANGE_KINDS, YEARLY_KINDS, Progress
from evaluation_lib.language import Text
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import Indicator, Kind

_FAVOURABLE = {
    "achieved_early",
    "ahead",
    "on_schedule",
    "met",
    "target_achieved",
    "substantial_progress",
    "sun",
    "partly_cloudy",
    "on_track",
}
_NOT_MADE_FOR_KIND = Text("该方法不适用于这类指标。", "The method is not made for this kind.")
_TOO_FEW_POINTS = Text(
    "连续年度数据不足4个，该方法不作判断。",
    "Fewer than four consecutive years, so the method gives no symbol.",
)


@dataclass(frozen=True, slots=True)
class MethodAnswer:
    """What one method says.

    Attributes:
        value: Its number, in its own scale; None where it has none.
        verdict: Its class, in its own words' ids; None where it cannot judge.
        reason: Why it cannot judge, None where it does.
    """

    title: Text
    value: float | None
    verdict: str | None
    reason: Text | None

    @property
    def is_favourable(self) -> bool | None:
        """Whether the method finds the indicator on track; None where it does not judge."""
        return None if self.verdict is None else self.verdict in _FAVOURABLE


def compare_methods(
    indicator: Indicator, series: Series, progress: Progress, year: int
) -> dict[str, MethodAnswer]:
    """Judge `indicator` by every named method, by method name.

    Args:
        indicator: Gives kind, baseline, target and direction.
        series: Observed values, in the indicator's unit.
        progress: The elapsed-share judgement, already made.
        year: Last whole year before the as-of date.
    """
    points = {one.year: one.value for one in series.until(year).points if one.is_exact}
    return {
        "elapsed_share": _elapsed(progress),
        "growth_ratio": _growth(indicator, points, progress),
        "projected_miss": _miss(indicator, points, year),
        "anticipated_gap": _gap(indicator, points, progress),
    }


def disagree(answers: dict[str, MethodAnswer]) -> bool:
    """Return whether some methods find the indicator on track and others do not."""
    opinions = {one.is_favourable for one in answers.values()} - {None}
    return len(opinions) > 1


def _elapsed(progress: Progress) -> MethodAnswer:
    judged = progress.status != "not_assessable"
    return MethodAnswer(
        METHODS["elapsed_share"].title,
        progress.share.done,
        str(progress.status) if judged else None,
        None if judged else REASONS.get(progress.reason or ""),
    )


def _growth(indicator: Indicator, points: dict[int, float], progress: Progress) -> MethodAnswer:
    title = METHODS["growth_ratio"].title
    if indicator.kind not in CHANGE_KINDS:
        return MethodAnswer(title, None, None, _NOT_MADE_FOR_KIND)
    latest = progress.latest
    answer = growth_ratio(
        baseline_year=indicator.baseline_year,
        baseline=indicator.baseline,
        year=latest.year if latest else None,
        value=points.get(latest.year) if latest else None,
        target_year=indicator.target_year,
        target=indicator.target,
        direction=indicator.direction,
    )
    judged = answer.status != "not_available"
    verdict = str(answer.status) if judged else None
    return MethodAnswer(title, answer.ratio, verdict, _sentence(answer.reason))


def _miss(indicator: Indicator, points: dict[int, float], year: int) -> MethodAnswer:
    title = METHODS["projected_miss"].title
    if indicator.kind is Kind.CUMULATIVE:
        return MethodAnswer(title, None, None, _NOT_MADE_FOR_KIND)
    rule = "keep" if indicator.kind in YEARLY_KINDS else "reach"
    symbol = projected_miss(
        points,
        rule="direction" if indicator.target is None else rule,
        evaluation_year=year,
        direction=indicator.direction,
        target=indicator.target,
        target_year=indicator.target_year,
    )
    return MethodAnswer(title, None, symbol, None if symbol else _TOO_FEW_POINTS)


def _gap(indicator: Indicator, points: dict[int, float], progress: Progress) -> MethodAnswer:
    title = METHODS["anticipated_gap"].title
    if indicator.kind not in CHANGE_KINDS:
        return MethodAnswer(title, None, None, _NOT_MADE_FOR_KIND)
    latest = progress.latest
    predicted = points.get(indicator.target_year)
    if predicted is None:
        predicted = anticipated_value(
            points, target_year=indicator.target_year, is_percentage=indicator.unit == "%"
        )
    answer = anticipated_gap(
        baseline=indicator.baseline,
        value=points.get(latest.year) if latest else None,
        predicted=predicted,
        target=indicator.target,
        direction=indicator.direction,
    )
    judged = answer.status != "not_available"
    verdict = str(answer.status) if judged else None
    return MethodAnswer(title, answer.anticipated_progress, verdict, _sentence(answer.reason))


def _sentence(reason: str | None) -> Text | None:
    return None if reason is None else REASONS[reason]
