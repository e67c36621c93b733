"""The words a verdict is given in; light to import, because lists of reports use them too."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """Every verdict there is: the mid-term scale, the yearly kinds, the final scale."""

    ACHIEVED_EARLY = "achieved_early"  # 提前完成
    AHEAD = "ahead"  # 快于预期
    ON_SCHEDULE = "on_schedule"  # 基本符合预期
    MET = "met"  # 达标
    COMPLETED = "completed"  # 完成
    BASICALLY_COMPLETED = "basically_completed"  # 基本完成
    SLIGHTLY_BEHIND = "slightly_behind"  # 略有滞后
    WELL_BEHIND = "well_behind"  # 明显滞后
    NOT_MET = "not_met"  # 未达标
    NOT_COMPLETED = "not_completed"  # 未完成
    NOT_ASSESSABLE = "not_assessable"  # 无法评价


REACHED = (
    Verdict.ACHIEVED_EARLY,
    Verdict.AHEAD,
    Verdict.ON_SCHEDULE,
    Verdict.MET,
    Verdict.COMPLETED,
    Verdict.BASICALLY_COMPLETED,
)
