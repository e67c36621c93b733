"""Published ways to judge an indicator against its target, each exact and none averaged.

To add one: write its module, name it here, add its row to the table of methods, and test it against
numbers worked by hand.
"""

from evaluation_lib.assessment.methods.anticipated_gap import (
    AnticipatedGap,
    AnticipatedStatus,
    anticipated_gap,
)
from evaluation_lib.assessment.methods.anticipated_value import anticipated_value
from evaluation_lib.assessment.methods.elapsed_share import (
    ElapsedShare,
    ElapsedStatus,
    elapsed_share,
)
from evaluation_lib.assessment.methods.growth_ratio import (
    GrowthRatio,
    GrowthStatus,
    aggregate_scores,
    aggregate_status,
    growth_ratio,
)
from evaluation_lib.assessment.methods.projected_miss import (
    Rule,
    Symbol,
    projected_miss,
    worst_symbol,
)
from evaluation_lib.assessment.methods.reasons import REASONS
from evaluation_lib.assessment.methods.registry import METHODS, Method, find_method, method
from evaluation_lib.plan.model import CutOffs

__all__ = [
    "METHODS",
    "REASONS",
    "AnticipatedGap",
    "AnticipatedStatus",
    "CutOffs",
    "ElapsedShare",
    "ElapsedStatus",
    "GrowthRatio",
    "GrowthStatus",
    "Method",
    "Rule",
    "Symbol",
    "aggregate_scores",
    "aggregate_status",
    "anticipated_gap",
    "anticipated_value",
    "elapsed_share",
    "find_method",
    "growth_ratio",
    "method",
    "projected_miss",
    "worst_symbol",
]
