"""The named methods side by side, each on its own terms, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import signature

from evaluation_lib.assessment.methods import METHODS, REASONS, Method, anticipated_value
from evaluation_lib.assessment.progress import YEARLY_KINDS, Progress
from evaluation_lib.language import Text
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import Indicator

_UNJUDGED = ("not_available", "not_assessable")
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
        is_favourable: Whether it finds the indicator on track; None where it does not judge.
    """

    title: Text
    value: float | None
    verdict: str | None
    reason: Text | None
    is_favourable: bool | None = None


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
    facts = _facts(indicator, series, progress, year)
    headline = {"elapsed_share": _elapsed(progress)}
    others = (one for one in METHODS.values() if one.name not in headline)
    return {**headline, **{one.name: _answer(one, indicator, facts) for one in others}}


def disagree(answers: dict[str, MethodAnswer]) -> bool:
    """Return whether some methods find the indicator on track and others do not."""
    opinions = {one.is_favourable for one in answers.values()} - {None}
    return len(opinions) > 1


def _facts(
    indicator: Indicator, series: Series, progress: Progress, year: int
) -> dict[str, object]:
    """Return everything a method may ask for, under the names it asks by."""
    points = {one.year: one.value for one in series.until(year).points if one.is_exact}
    latest = progress.latest
    rule = "keep" if indicator.kind in YEARLY_KINDS else "reach"
    predicted = points.get(indicator.target_year)
    if predicted is None:
        predicted = anticipated_value(
            points, target_year=indicator.target_year, is_percentage=indicator.unit == "%"
        )
    return {
        "kind": indicator.kind,
        "baseline_year": indicator.baseline_year,
        "baseline": indicator.baseline,
        "year": latest.year if latest else None,
        "value": points.get(latest.year) if latest else None,
        "values": points,
        "points": points,
        "evaluation_year": year,
        "target_year": indicator.target_year,
        "target": indicator.target,
        "direction": indicator.direction,
        "rule": "direction" if indicator.target is None else rule,
        "predicted": predicted,
    }


def _answer(method: Method, indicator: Indicator, facts: dict[str, object]) -> MethodAnswer:
    if indicator.kind not in method.kinds:
        return MethodAnswer(method.title, None, None, _NOT_MADE_FOR_KIND)
    asked = {name: facts[name] for name in signature(method.judge).parameters if name in facts}
    record = method.judge(**asked)
    status = getattr(record, "status", record)
    verdict = None if status is None or status in _UNJUDGED else str(status)
    reason = getattr(record, "reason", None)
    why = REASONS[reason] if reason else _TOO_FEW_POINTS if verdict is None else None
    value = getattr(record, method.value) if method.value else None
    return MethodAnswer(
        method.title,
        value,
        verdict,
        why,
        None if verdict is None else verdict in method.favourable,
    )


def _elapsed(progress: Progress) -> MethodAnswer:
    """Return the headline method's answer as it stands after bounds in the data."""
    method = METHODS["elapsed_share"]
    judged = progress.status not in _UNJUDGED
    return MethodAnswer(
        method.title,
        progress.share.done,
        str(progress.status) if judged else None,
        None if judged else REASONS.get(progress.reason or ""),
        progress.status in method.favourable if judged else None,
    )
