"""The early-warning list (预警清单): which indicators need a hand now, the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation_lib.assessment.progress import YEARLY_KINDS
from evaluation_lib.assessment.verdict import REACHED, Assessment
from evaluation_lib.plan.model import Nature

LISTED_BELOW = {Nature.BINDING: 0.6, Nature.ANTICIPATORY: 0.4}
"""Attainment probability below which an indicator is listed: a binding one unless its target is
likely, an anticipatory one where it is unlikely."""


class WarningGround(StrEnum):
    """Why an indicator stands on the list."""

    BREACHED = "breached"  # 有年份未达标
    BEHIND = "behind"  # 滞后
    OUTLOOK = "outlook"  # 预计不能确保
    PACE = "pace"  # 所需增量超过历年最大
    NO_DATA = "no_data"  # 约束性指标缺少评价年度数据


@dataclass(frozen=True, slots=True)
class EarlyWarning:
    """One indicator on the list.

    Attributes:
        grounds: Every reason why it is listed, in the order of `WarningGround`.
        probability: Attainment probability, None where there is none.
        multiple: Required pace as a multiple of the best ever seen, None where none is formed.
        years_left: Years between the latest observation and the target year.
    """

    assessment: Assessment
    grounds: tuple[WarningGround, ...]
    probability: float | None
    multiple: float | None
    years_left: int


def early_warnings(assessments: Sequence[Assessment]) -> tuple[EarlyWarning, ...]:
    """Return the indicators that need a warning, the most urgent first.

    Binding ones lead. Within both groups the smaller probability comes first and an unknown one
    last, then the larger required pace against the best one, then the shorter time left, then the
    plan's order.

    Args:
        assessments: Judgement of the plan's indicators; those without a target are never listed.
    """
    listed = [
        EarlyWarning(
            one,
            grounds,
            one.outlook.probability,
            None if one.indicator.kind in YEARLY_KINDS else one.pace.multiple,
            one.pace.years_left,
        )
        for one in assessments
        if (grounds := warning_grounds(one))
    ]
    return tuple(sorted(listed, key=_urgency))


def warning_grounds(one: Assessment) -> tuple[WarningGround, ...]:
    """Return every reason to warn of an indicator; none without a target."""
    if one.indicator.target is None:
        return ()
    probability, multiple = one.outlook.probability, one.pace.multiple
    is_forecast = probability is not None and not one.outlook.observed
    unknown = one.progress.latest is None or one.progress.stale
    holds = {
        WarningGround.BREACHED: bool(one.progress.breached),
        WarningGround.BEHIND: one.is_assessable and one.verdict not in REACHED,
        WarningGround.OUTLOOK: is_forecast
        and (probability or 0.0) < LISTED_BELOW[one.indicator.nature],
        WarningGround.PACE: one.indicator.kind not in YEARLY_KINDS
        and multiple is not None
        and multiple > 1,
        WarningGround.NO_DATA: one.indicator.is_binding and unknown,
    }
    return tuple(ground for ground in WarningGround if holds[ground])


def _urgency(one: EarlyWarning) -> tuple[bool, bool, float, float, int, int]:
    return (
        not one.assessment.indicator.is_binding,
        one.probability is None,
        one.probability or 0.0,
        -(one.multiple or 0.0),
        one.years_left,
        one.assessment.indicator.number,
    )
