"""What can be drawn for a check, and by what it is divided first; light to import."""

from __future__ import annotations

from enum import StrEnum


class Sampled(StrEnum):
    """What is drawn."""

    VALUES = "values"  # 数值
    TASKS = "tasks"  # 任务


class Strata(StrEnum):
    """By what the whole is divided before it is drawn from."""

    EVIDENCE = "evidence"  # 证据等级
    NATURE = "nature"  # 指标属性；任务按状态
    INDICATOR = "indicator"  # 指标；任务按章
