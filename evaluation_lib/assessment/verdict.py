"""The verdict on one indicator: status and outlook apart, and what follows from both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evaluation_lib.assessment.comparison import MethodAnswer, compare_methods
from evaluation_lib.assessment.flags import Flag, find_flags
from evaluation_lib.assessment.outlook import Outlook, OutlookWord, judge_outlook
from evaluation_lib.assessment.progress import (
    STRAIGHT,
    YEARLY_KINDS,
    Progress,
    measure_progress,
)
from evaluation_lib.assessment.reasons import reason_of
from evaluation_lib.assessment.required_pace import Pace, required_pace
from evaluation_lib.assessment.scale import REACHED as REACHED
from evaluation_lib.assessment.scale import Verdict as Verdict
from evaluation_lib.forecast import Forecast, NoForecast
from evaluation_lib.language import Text
from evaluation_lib.observations.series import Series
from evaluation_lib.plan.model import CutOffs, Indicator, Kind, Nature

_WORST_FIRST = (
    Verdict.NOT_MET,
    Verdict.WELL_BEHIND,
    Verdict.SLIGHTLY_BEHIND,
    Verdict.ON_SCHEDULE,
    Verdict.AHEAD,
    Verdict.ACHIEVED_EARLY,
    Verdict.MET,
)
_CAPS = {
    OutlookWord.VERY_UNLIKELY: Verdict.WELL_BEHIND,
    OutlookWord.UNLIKELY: Verdict.SLIGHTLY_BEHIND,
    OutlookWord.UNCERTAIN: Verdict.SLIGHTLY_BEHIND,
}


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Status, outlook and verdict, with the progress they rest on and nothing beside them."""

    progress: Progress
    outlook: Outlook
    status: Verdict
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything judged about one indicator.

    Attributes:
        status: Where it stands against its schedule.
        verdict: What follows from status and outlook.
        reason: Why there is no verdict, None where there is one.
        milestones: The plan's own values on the way, which replaced the straight path.
    """

    indicator: Indicator
    series: Series
    progress: Progress
    pace: Pace
    outlook: Outlook
    methods: dict[str, MethodAnswer]
    status: Verdict
    verdict: Verdict
    reason: Text | None
    flags: tuple[Flag, ...]
    milestones: Mapping[int, float] = field(default_factory=dict)

    @property
    def is_assessable(self) -> bool:
        """Whether there is a verdict."""
        return self.verdict is not Verdict.NOT_ASSESSABLE


def assess(
    indicator: Indicator,
    series: Series,
    answer: Forecast | NoForecast,
    *,
    year: int,
    final: bool,
    cut_offs: CutOffs,
    milestones: Mapping[int, float] = STRAIGHT,
    promise: Text | None = None,
) -> Assessment:
    """Judge one indicator.

    Args:
        indicator: What was promised.
        series: What was observed until the as-of date.
        answer: Forecast of its yearly values, or why there is none.
        year: Last whole year before the as-of date, not after the target year.
        final: Whether the end of the plan is judged: by what was observed, on the final scale.
        cut_offs: Where one class ends and the next begins.
        milestones: The plan's own value for some years; they replace the straight path.
        promise: How the plan words a target that was turned into a level.
    """
    series = series.until(year)
    found = conclude(
        indicator,
        series,
        answer,
        year=year,
        final=final,
        cut_offs=cut_offs,
        milestones=milestones,
    )
    progress, outlook = found.progress, found.outlook
    pace = required_pace(indicator, series, progress)
    methods = compare_methods(indicator, series, progress, year)
    reason = None
    if found.verdict is Verdict.NOT_ASSESSABLE:
        reason = reason_of(indicator, series, progress, final=final, year=year)
    flags = find_flags(indicator, series, progress, pace, outlook, methods, cut_offs)
    if promise is not None:
        flags = (Flag("target_shape", promise), *flags)
    return Assessment(
        indicator,
        series,
        progress,
        pace,
        outlook,
        methods,
        found.status,
        found.verdict,
        reason,
        flags,
        milestones,
    )


def conclude(
    indicator: Indicator,
    series: Series,
    answer: Forecast | NoForecast,
    *,
    year: int,
    final: bool,
    cut_offs: CutOffs,
    milestones: Mapping[int, float] = STRAIGHT,
) -> Conclusion:
    """Return status, outlook and verdict of one indicator; arguments as of `assess`."""
    progress = measure_progress(indicator, series, year, cut_offs, milestones)
    outlook = judge_outlook(indicator, series, progress, answer)
    status = Verdict(str(progress.status))
    if final:
        status = verdict = _final_verdict(indicator, series, progress, outlook, cut_offs)
    else:
        verdict = _binding_rule(indicator, status, outlook)
    return Conclusion(progress, outlook, status, verdict)


def _binding_rule(indicator: Indicator, status: Verdict, outlook: Outlook) -> Verdict:
    """Return the status, for a binding indicator never better than its outlook."""
    if status is Verdict.NOT_ASSESSABLE or indicator.nature is not Nature.BINDING:
        return status
    cap = _CAPS.get(outlook.word)
    if cap is None:
        return status
    return min(status, cap, key=_WORST_FIRST.index)


def _final_verdict(
    indicator: Indicator,
    series: Series,
    progress: Progress,
    outlook: Outlook,
    cut_offs: CutOffs,
) -> Verdict:
    """Judge what was observed; a forecast decides nothing once the plan has ended."""
    if indicator.target is None or progress.reason == "definition_changed":
        return Verdict.NOT_ASSESSABLE
    if outlook.word is OutlookWord.OBSERVED_MET:
        return Verdict.COMPLETED
    if indicator.kind in YEARLY_KINDS:
        return Verdict.NOT_COMPLETED if progress.breached else Verdict.NOT_ASSESSABLE
    if outlook.word is not OutlookWord.OBSERVED_MISSED:
        return Verdict.NOT_ASSESSABLE
    done = progress.share.done
    nearly = done is not None and done >= cut_offs.basically_completed
    settled = indicator.kind is Kind.CUMULATIVE or _ends_exactly(series, indicator.target_year)
    if indicator.nature is Nature.ANTICIPATORY and nearly and settled:
        return Verdict.BASICALLY_COMPLETED
    return Verdict.NOT_COMPLETED


def _ends_exactly(series: Series, year: int) -> bool:
    final = series.at(year)
    return final is not None and final.is_exact
