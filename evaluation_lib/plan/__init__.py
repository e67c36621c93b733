"""What was promised."""

from evaluation_lib.plan.model import (
    Comparison,
    CutOffs,
    Direction,
    Indicator,
    Jurisdiction,
    Kind,
    Measure,
    Nature,
    PeriodRule,
    Plan,
)
from evaluation_lib.plan.reading import read_plan

__all__ = [
    "Comparison",
    "CutOffs",
    "Direction",
    "Indicator",
    "Jurisdiction",
    "Kind",
    "Measure",
    "Nature",
    "PeriodRule",
    "Plan",
    "read_plan",
]
