"""Words on what the results show to be wrong, and what follows for each indicator by rule."""

from __future__ import annotations

from evaluation_lib.language import Text

FOLLOW_UP: dict[str, Text] = {
    "chapter.causes": Text("存在问题", "Problems"),
    "chapter.recommendations": Text("后续工作归类", "What follows"),
    "chapter.aside": Text(
        "表由结果得出，文字为评估机构的判断", "table: the results; text: the evaluator's judgement"
    ),
    "problems.table": Text("由结果可见的问题", "Problems that the results show"),
    "problems.side": Text("方面", "Where"),
    "problems.problem": Text("问题", "Problem"),
    "problems.count": Text("数量", "Number"),
    "problems.named": Text("涉及", "Which"),
    "problems.note": Text(
        "本表只列评价结果中已经显示的问题，不解释原因；外部环境的影响和各项问题的原因由评估机构判断。",
        "Listed is what the results show and not why: causes, and what came from outside, are the "
        "evaluator's to judge.",
    ),
    "side.targets": Text("目标设定", "Targets"),
    "side.execution": Text("执行", "Execution"),
    "side.data": Text("数据", "Data"),
    "problem.pending": Text("规划目标未定", "no target set"),
    "problem.no_longer_binds": Text(
        "远超目标，目标失去约束力或口径不同", "far beyond a target that no longer binds"
    ),
    "problem.claims": Text(
        "规划文本的算术不闭合（处）", "claims of the plan's text that do not close"
    ),
    "problem.behind": Text("未达到进度或目标", "behind schedule or missed"),
    "problem.breached": Text("有年份未达标，已恢复", "a year missed, since recovered"),
    "problem.pace": Text("所需增量从未达到过", "a required pace never seen"),
    "problem.tasks": Text("任务推进滞后或尚未启动（项）", "tasks behind or not started"),
    "problem.commitments": Text("承诺未兑现或滞后（条）", "promises missed or behind"),
    "problem.no_data": Text("有目标而数据不足以评价", "a target, and not the data to judge it"),
    "problem.stale": Text("数据陈旧", "stale values"),
    "problem.reported_only": Text("仅有C至E级证据", "evidence of grade C to E alone"),
    "problem.errors": Text("数据检查未通过、未予采用（个）", "values kept out by the checks"),
    "problem.tasks_unknown": Text("任务未报进展（项）", "tasks without a report"),
    "proposals.table": Text("按结果归类的后续工作", "What follows, by the results"),
    "proposals.group": Text("归类", "Group"),
    "proposals.rule": Text("归类规则", "Rule"),
    "proposals.note": Text(
        "归类由规则得出，每项指标只归一类，先符合者为准；是否采纳、如何落实由评估机构提出建议。",
        "Groups follow by rule, the first that fits holds; whether and how to act on them is for "
        "the evaluator to recommend.",
    ),
    "group.adjust": Text("调整完善", "Adjust"),
    "group.data": Text("补齐数据", "Get the data"),
    "group.push": Text("加力攻坚", "Push"),
    "group.carry_on": Text("继续推进", "Carry on"),
    "rule.adjust": Text(
        "目标未定或未分解，目标已失去约束力，或口径变更后不可比",
        "no target here, a target that no longer binds, or one whose definition changed",
    ),
    "rule.data": Text("有目标，数据不足以评价", "a target, and not the data to judge it"),
    "rule.push": Text(
        "未达到进度或目标，有年份未达标，或实现概率低于{limit}",
        "behind schedule or missed, a year missed, or a probability below {limit}",
    ),
    "rule.push_final": Text("未完成", "not met"),
    "rule.carry_on": Text("其余指标", "all others"),
}


def follow_up_words(language: str, key: str, **values: object) -> str:
    """Return the words called `key` in `language`, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return FOLLOW_UP[key].into(language).format(**values)
