"""Where everything stands in the worksheet of an on-site check; written and read by these."""

from __future__ import annotations

from dataclasses import dataclass

WORK_SHEET = "核查表"
DRAW_SHEET = "抽样方案"


@dataclass(frozen=True, slots=True)
class Filled:
    """Titles of the columns that the checker fills in."""

    original: str = "原件数值"
    outcome: str = "核查结果"
    checked_on: str = "核查日期"
    note: str = "说明"


FILLED = Filled()
COLUMNS = (
    "编号",
    "层",
    "内容",
    "时期",
    "报告采用",
    "单位",
    "来源",
    "位置",
    "原文",
    FILLED.original,
    FILLED.outcome,
    FILLED.checked_on,
    FILLED.note,
)
WIDTHS = (30, 10, 26, 14, 14, 10, 34, 16, 24, 16, 12, 14, 30)
AGREES, DIFFERS, NOT_CHECKABLE = OUTCOMES = ("一致", "不一致", "无法核验")
SETTINGS = {
    "report": "报告",
    "as_of": "评估截止日",
    "data_version": "数据版本",
    "what": "抽取对象",
    "by": "分层依据",
    "seed": "种子",
    "size": "样本量",
}
STRATA_TITLES = ("层", "总数", "样本数")
STRATA_FROM = len(SETTINGS) + 3
"""First row of the table of strata below the settings."""
