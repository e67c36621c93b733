"""Words on matrix, comments, recommendations and on-site checks, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.whole import WHOLE

RECORDS: dict[str, Text] = {
    "clause": Text("；", "; "),
    "named": Text("{name}：{state}", "{name}: {state}"),
    "unknown": Text("规划没有{id}", "the plan has no {id}"),
    "criterion": Text("{name}{year}年{target}{unit}", "{name}: {target} {unit} by {year}"),
    "no_target": Text("{name}：目标未定", "{name}: no target in the plan"),
    "task_criterion": Text("任务“{name}”按规划推进", "the task “{name}” goes on as planned"),
    "no_source": Text("{name}：无数据", "{name}: no data"),
    "method.stock": Text("完成率与时序进度比较，概率预测", "progress against time share, forecast"),
    "method.rate": Text(
        "百分点差距与时序进度比较，概率预测", "gap in points against time share, forecast"
    ),
    "method.cumulative": Text(
        "累计数与时序进度比较，概率预测", "running total against time share, forecast"
    ),
    "method.annual_flow": Text("逐年比较门槛值", "each year against its threshold"),
    "method.maintain": Text("逐年比较保持水平", "each year against the level to maintain"),
    "method.commitment": Text("承诺按其自身期限核对", "a promise at its own date"),
    "method.task": Text("任务台账核对", "ledger of tasks"),
    # Matrix
    "matrix.title": Text("评估矩阵", "Evaluation matrix"),
    "matrix.aside": Text(
        "问题、标准、来源、方法与结论", "question, criterion, source, method, finding"
    ),
    "matrix.table": Text(
        "评估问题及其标准、来源、方法与结论，共{count}项",
        "{count} questions with criterion, source, method and finding",
    ),
    "matrix.note": Text(
        "带*的内容由本报告的结果自动填写。",
        "What is marked * was told by the results of this report.",
    ),
    "column.id": Text("编号", "No."),
    "column.question": Text("评估问题", "Question"),
    "column.criterion": Text("评判标准", "Criterion"),
    "column.source": Text("数据来源", "Source"),
    "column.method": Text("方法", "Method"),
    "column.finding": Text("结论", "Finding"),
    # Comments
    "comments.title": Text("征求意见采纳情况", "Comments and responses"),
    "comments.headline": Text("收到意见{total}条：{parts}", "{total} comments received: {parts}"),
    "comments.count.adopted": Text("采纳{count}条", "{count} adopted"),
    "comments.count.partly_adopted": Text("部分采纳{count}条", "{count} partly adopted"),
    "comments.count.not_adopted": Text("不采纳{count}条", "{count} not adopted"),
    "comments.count.pending": Text("待答复{count}条", "{count} to be answered"),
    "comments.table": Text("意见及答复", "Comments and responses"),
    "comments.moved": Text("采纳前后的评价结论", "Verdicts before and after"),
    "comments.moved_note": Text(
        "采纳前为所附征求意见稿的结论，采纳后为本报告的结论。",
        "Before: the draft commented on. After: this report.",
    ),
    "response.adopted": Text("采纳", "Adopted"),
    "response.partly_adopted": Text("部分采纳", "Partly adopted"),
    "response.not_adopted": Text("不采纳", "Not adopted"),
    "response.pending": Text("待答复", "To be answered"),
    "column.received": Text("收到日期", "Received"),
    "column.sender": Text("提出单位", "From"),
    "column.about": Text("涉及内容", "About"),
    "column.comment": Text("意见", "Comment"),
    "column.response": Text("处理", "Response"),
    "column.reason": Text("理由与修改", "Reason and change"),
    "column.subject": Text("涉及内容", "Subject"),
    "column.before": Text("采纳前", "Before"),
    "column.after": Text("采纳后", "After"),
    "whole": Text("全文", "the whole"),
    # Recommendations
    "recommendations.title": Text("建议落实跟踪", "What became of the recommendations"),
    "recommendations.headline": Text(
        "建议{total}条，已完成{done}条，逾期未完成{overdue}条",
        "{total} recommendations: {done} done, {overdue} overdue",
    ),
    "recommendations.table": Text("建议、责任单位与落实情况", "Recommendation, owner and status"),
    "progress.proposed": Text("已提出", "Proposed"),
    "progress.accepted": Text("已接受", "Accepted"),
    "progress.under_way": Text("推进中", "Under way"),
    "progress.done": Text("已完成", "Done"),
    "progress.declined": Text("未接受", "Declined"),
    "overdue": Text("逾期", "overdue"),
    "column.recommendation": Text("建议", "Recommendation"),
    "column.owner": Text("责任单位", "Owner"),
    "column.due": Text("期限", "Due"),
    "column.status": Text("状态", "Status"),
    "column.answer": Text("回应与证据", "Response and evidence"),
    # What was left out
    "later": Text(
        "另有{count}行记录的日期晚于评估截止日，未列入。",
        "{count} rows speak of a day after the as-of date and are left out.",
    ),
    "strangers": Text(
        "记录中的{ids}不是规划的指标、任务或承诺，请评估人员核对编号。",
        "The plan has no indicator, task or promise called {ids}; the evaluators should check the "
        "ids.",
    ),
}


def recorded(language: str, key: str, **values: object) -> str:
    """Return the text called `key` in `language` with its places filled."""
    return RECORDS[key].into(language).format(**values)


def state_of(word: str, language: str) -> str:
    """Return a verdict, the state of a task, or that a promise is not due, in words."""
    for key in (f"verdict.{word}", f"state.{word}"):
        if key in WHOLE:
            return WHOLE[key].into(language)
    return words(language).verdict(word)
