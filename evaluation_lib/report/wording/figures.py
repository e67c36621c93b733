"""What the figures that authors may quote are called, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

FIGURES: dict[str, Text] = {
    "as_of": Text("评估截止日", "As-of date"),
    "evaluation_year": Text("评价年度", "Year under evaluation"),
    "time_share": Text("时序进度", "Time share"),
    "plan.start": Text("规划首年", "First year of the plan"),
    "plan.end": Text("规划末年", "Last year of the plan"),
    "expected.mean": Text("预计实现的目标数", "Targets expected to be reached"),
    "expected.interval": Text("预计实现的目标数，80%区间", "The same, 80% interval"),
    "counts.total": Text("指标总数", "Indicators"),
    "counts.binding": Text("约束性指标数", "Binding indicators"),
    "counts.assessable": Text("可评价指标数", "Assessable indicators"),
    "counts.pending": Text("目标未定的指标数", "Indicators without a target"),
    "counts.not_broken_down": Text(
        "目标未分解到该行政区的指标数", "Indicators whose target is not broken down to the place"
    ),
    "counts.without_data": Text("缺少可用数据的指标数", "Indicators without usable data"),
    "counts.reached": Text("达到要求的指标数", "Indicators that reach what is due"),
    "counts.binding_assessable": Text("可评价的约束性指标数", "Assessable binding indicators"),
    "counts.binding_failing": Text("未达要求的约束性指标数", "Binding indicators that fall short"),
    "counts.of_assessable": Text("达到要求的占可评价指标", "Reached, of the assessable ones"),
    "counts.of_total": Text("达到要求的占全部指标", "Reached, of all"),
    "tasks.total": Text("任务数", "Tasks"),
    "tasks.done": Text("已完成的任务数", "Tasks done"),
    "tasks.under_way": Text("正常推进的任务数", "Tasks under way"),
    "tasks.continuous": Text("持续推进的任务数", "Continuous tasks"),
    "tasks.behind": Text("推进滞后的任务数", "Tasks behind"),
    "tasks.not_started": Text("尚未启动的任务数", "Tasks not started"),
    "tasks.constrained": Text("受条件制约的任务数", "Tasks held up"),
    "tasks.unknown": Text("进展不明的任务数", "Tasks of unknown state"),
    "commitments.total": Text("承诺事项数", "Promises of the text"),
    "commitments.of": Text("承诺事项，{word}", "Promises: {word}"),
    "not_due": Text("未到期", "not due yet"),
    "findings.total": Text("数据问题数", "Findings on the data"),
    "points": Text("个百分点", " percentage points"),
    "name": Text("名称", "name"),
    "latest_year": Text("最新值年份", "year of the latest value"),
    "evidence": Text("证据等级", "evidence grade"),
    "goal": Text("目标值，不带比较符号", "target without its sign"),
    "gap": Text("完成率与时序进度之差", "difference of share done and time share"),
    "interval": Text("预测80%区间", "80% interval of the forecast"),
    "best_pace": Text("历年最大增量", "best yearly change"),
    "outlook": Text("趋势判断", "outlook"),
}


def figure_words(language: str, key: str, **values: object) -> str:
    """Return what the figure `key` is called, with its places filled.

    Raises:
        KeyError: It has no name, or a place is left without a value.
    """
    return FIGURES[key].into(language).format(**values)
