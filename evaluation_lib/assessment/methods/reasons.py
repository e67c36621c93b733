"""Why a method gives no judgement, in words for the reader of the report."""

from __future__ import annotations

from evaluation_lib.language import Text

REASONS: dict[str, Text] = {
    "base_equals_target": Text(
        "基期值与目标值相同，没有计划变化量可供比较。",
        "Baseline and target are the same, so no change was planned.",
    ),
    "baseline_beyond_target": Text(
        "基期值已优于目标值，完成率没有意义，宜按保持型指标评价。",
        "The baseline is already better than the target: a share of the way means nothing here, "
        "and the indicator should be judged as one to maintain.",
    ),
    "missing_years": Text(
        "部分年度缺少数据，已有数据不足以作出判断。",
        "Years are missing, and those that are known do not decide the verdict.",
    ),
    "no_baseline": Text("没有基期值。", "There is no baseline value."),
    "no_baseline_year": Text("没有基期年份。", "There is no baseline year."),
    "no_direction": Text(
        "没有指标方向，无法区分改善与恶化。",
        "There is no direction, so better cannot be told from worse.",
    ),
    "no_kind": Text("没有指标类型。", "The kind of the indicator is not given."),
    "no_prediction": Text(
        "没有目标年的预测值。", "There is no predicted value for the target year."
    ),
    "no_target": Text("没有目标值。", "There is no target."),
    "no_target_year": Text("没有目标年份。", "There is no target year."),
    "no_value": Text("没有评价年度的数据。", "There is no value for the year judged."),
    "no_year": Text("没有评价年份。", "The year to judge is not given."),
    "not_after_baseline": Text(
        "评价年份不晚于基期年份。", "The year judged does not lie after the baseline year."
    ),
    "out_of_range": Text(
        "数值过大或过于接近，无法计算。", "The numbers are too large or too close to compute with."
    ),
    "sign_change": Text(
        "数值与基期值异号，无法计算增长率。",
        "A value has the opposite sign of the baseline, so no growth rate exists.",
    ),
    "target_year_not_after_baseline": Text(
        "目标年份不晚于基期年份。", "The target year does not lie after the baseline year."
    ),
    "zero_base": Text(
        "基期值为零，无法计算增长率。", "The baseline is zero, so no growth rate exists."
    ),
    "zero_target": Text("目标值为零，无法计算比率。", "The target is zero, so no ratio exists."),
}
"""Every `reason` that a record of a method can carry, with its sentence for the reader."""
