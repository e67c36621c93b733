"""Words on tasks, promises, goals, claims and versions, Chinese and English side by side."""

from __future__ import annotations

from evaluation_lib.language import Text
from evaluation_lib.report.wording.whole_audit import AUDIT

WHOLE: dict[str, Text] = {
    # States of tasks and statuses of the ledger
    "state.done": Text("已完成", "Done"),
    "state.under_way": Text("推进中", "Under way"),
    "state.continuous": Text("常态化推进", "Continuous"),
    "state.behind": Text("推进滞后", "Behind"),
    "state.not_started": Text("尚未启动", "Not started"),
    "state.constrained": Text("受上位政策制约", "Constrained"),
    "state.unknown": Text("无法判断", "Not known"),
    "count.done": Text("{count}项已完成", "{count} done"),
    "count.under_way": Text("{count}项推进中", "{count} under way"),
    "count.going": Text("{count}项正常推进", "{count} going on"),
    "count.continuous": Text("{count}项常态化推进", "{count} continuous"),
    "count.behind": Text("{count}项推进滞后", "{count} behind"),
    "count.not_started": Text("{count}项尚未启动", "{count} not started"),
    "count.constrained": Text("{count}项受上位政策制约", "{count} constrained"),
    "count.unknown": Text("{count}项未报送或无法判断", "{count} not reported or not known"),
    "reported": Text("据填报", "as reported"),
    "verified": Text("已核实", "verified"),
    "list": Text("、", ", "),
    "clause": Text("；", "; "),
    "stop": Text("。", "."),
    "colon": Text("：", ": "),
    "none": Text("—", "—"),
    # Tasks
    "tasks.title": Text("重点任务推进情况", "Progress of the plan's tasks"),
    "tasks.aside": Text(
        "第{first}至第{last}章，共{count}项任务", "Chapters {first} to {last}, {count} tasks"
    ),
    "tasks.headline": Text("{total}项任务中{parts}", "{total} tasks: {parts}"),
    "tasks.headline_unknown": Text(
        "{total}项任务均未报送，无法判断推进情况",
        "None of the {total} tasks has been reported on, so nothing can be said of them",
    ),
    "tasks.figure": Text(
        "第{chapter}章任务最多，共{count}项", "Chapter {chapter} has the most tasks, {count}"
    ),
    "tasks.figure_late": Text(
        "滞后或未启动的任务以第{chapter}章最多，共{count}项",
        "Most tasks that are behind or not started stand in chapter {chapter}: {count}",
    ),
    "tasks.subtitle": Text(
        "每格一项任务，按规划文本顺序排列；下方黑条为有数量或时限要求的任务",
        "One square a task, in the order of the text; a black bar below marks those with a number "
        "or date to keep",
    ),
    "tasks.alt": Text(
        "第{chapter}章{title}：{total}项任务，{parts}",
        "Chapter {chapter}, {title}: {total} tasks, {parts}",
    ),
    "tasks.note": Text(
        "“滞后”列含推进滞后与尚未启动。推进滞后：台账为推进中、常态化或已完成，但所附承诺未达要求或落后于"
        "进度，或规划期满仍在推进。",
        "The column “late” counts tasks behind and not started. Behind: under way, continuous or "
        "done by the ledger, but a promise in it is missed or behind, or the plan has ended.",
    ),
    "tasks.restored": Text(
        "方括号内的章题原文缺失，由评估依据文本内容补出。",
        "Chapter titles in brackets are missing in the plan and were restored from its content.",
    ),
    "tasks.chapter": Text("章", "Chapter"),
    "tasks.total": Text("任务", "Tasks"),
    "tasks.done": Text("完成", "Done"),
    "tasks.late": Text("滞后", "Late"),
    "tasks.attention": Text(
        "需要关注的任务（有时限的在前）", "Tasks that need attention, those with a date first"
    ),
    "tasks.attention_none": Text(
        "已报送的任务中没有需要特别关注的。", "None of the tasks reported on needs attention."
    ),
    "tasks.not_reported": Text(
        "另有{count}项任务未报送或无法判断，见附件任务台账。",
        "{count} more tasks were not reported on or cannot be told; see the ledger in the annex.",
    ),
    "tasks.reported_share": Text(
        "状态中{verified}项经核实，{supported}项有A级或B级证据，{reported}项据填报、尚未核实。",
        "Of the states {verified} are verified, {supported} rest on evidence of grade A or B, "
        "{reported} are as reported.",
    ),
    "chapter": Text("第{chapter}章", "Ch. {chapter}"),
    "column.task": Text("任务", "Task"),
    "column.deadline": Text("时限", "Due"),
    "column.state": Text("状态", "State"),
    "column.progress": Text("已有进展与缺口", "Progress and gap"),
    "column.evidence": Text("证据", "Evidence"),
    "bodies.more": Text("等{count}个", " and others, {count} in all"),
    "input.line": Text("{given}（第{line}行）", "{given} (line {line})"),
    "input.place": Text("{given}（{place}）", "{given} ({place})"),
    "column.id": Text("编号", "No."),
    "column.chapter": Text("章", "Chapter"),
    "column.measures": Text("措施", "Measures"),
    "column.bodies": Text("责任或涉及单位", "Bodies named"),
    "column.reported": Text("填报", "Reported"),
    "column.verified": Text("核实", "Verified"),
    "column.source": Text("来源", "Source"),
    "column.line": Text("行", "Line"),
    # Promises
    "commitments.title": Text("文本承诺落实情况", "Promises of the text"),
    "commitments.aside": Text("指标表以外共{count}项承诺", "{count} promises of the text"),
    "commitments.headline": Text(
        "{total}项文本承诺中{parts}", "{total} promises of the text: {parts}"
    ),
    "commitments.headline_none": Text(
        "{total}项文本承诺均没有可用的数据或台账，无法评价",
        "None of the {total} promises of the text has a usable value or ledger entry",
    ),
    "commitments.kept": Text("{count}项已实现或达标", "{count} kept"),
    "commitments.on_way": Text("{count}项未到期", "{count} not due yet"),
    "commitments.failing": Text(
        "{count}项未达要求或落后于进度", "{count} missed or behind schedule"
    ),
    "commitments.open": Text("{count}项无法评价", "{count} not assessable"),
    "commitments.due_table": Text(
        "已到期、已有结论或落后的承诺", "Promises that are due, decided or behind"
    ),
    "commitments.later_table": Text("未到期的承诺", "Promises not due yet"),
    "commitments.open_note": Text(
        "{count}项承诺无法评价：没有可用的数据或台账，或受上位政策制约；各项需要的证明材料见附件。",
        "{count} promises are not assessable: no usable value or ledger entry, or constrained from "
        "above. The annex lists what would show each of them.",
    ),
    "column.commitment": Text("承诺", "Promise"),
    "column.fact": Text("事实", "Fact"),
    "column.verdict": Text("评价", "Verdict"),
    "column.ground": Text("依据", "Ground"),
    "column.quote": Text("原文", "Words of the plan"),
    "column.required": Text("要求", "Required"),
    "column.proof": Text("证明材料", "What would show it"),
    "ground.indicator": Text("指标", "indicator"),
    "ground.observations": Text("观测值", "observations"),
    "ground.ledger": Text("台账", "ledger"),
    "ground.nothing": Text("无", "none"),
    "type.quantified": Text("数量", "number"),
    "type.dated": Text("时限", "date"),
    "type.full_coverage": Text("全覆盖", "full coverage"),
    "type.yes_no": Text("是否完成", "yes or no"),
    "verdict.not_due": Text("未到期", "not due yet"),
    "due.end_of": Text("{year}年底", "end of {year}"),
    "due.keep": Text("{due}起保持", "from {due} on"),
    "required.yes": Text("完成", "done"),
    "commitments.note": Text(
        "有数值的承诺与指标同法评价；没有数值的按台账状态；到期日在规划期末以前的，按到期日评价，其后按年"
        "核对是否保持。未写时限的按规划期末。",
        "Promises with values are judged as indicators are, others by the ledger; one with a date "
        "of its own is judged at that date and each year after it. One without a date falls due "
        "with the plan.",
    ),
    # Goals
    "goals.title": Text("发展目标概览", "Development goals"),
    "goals.intro": Text(
        "发展目标用文字表述，没有数量标准；下表列出各目标对应章节的任务状态与承诺结论，是否实现由评估机构"
        "综合判断。",
        "The goals are worded without numbers. The table shows the tasks and promises of the "
        "chapters that serve each; whether a goal is reached is the evaluator's judgement.",
    ),
    "goals.table": Text("发展目标与对应任务、承诺", "Goals, with their tasks and promises"),
    "goals.note": Text(
        "一章的任务可对应多个目标，各行不可相加。",
        "A chapter may serve several goals; rows do not add up.",
    ),
    "column.goal": Text("目标", "Goal"),
    "column.horizon": Text("期限", "By"),
    "column.chapters": Text("对应章", "Chapters"),
    "column.tasks": Text("任务状态", "States of tasks"),
    "column.promises": Text("承诺", "Promises"),
    "goals.promises": Text(
        "{total}项，有结论{judged}项，其中实现{kept}项", "{total}, {judged} judged, {kept} kept"
    ),
    # Annexes
    "annex.tasks": Text("附件　任务台账", "Annex: task ledger"),
    "annex.tasks_table": Text("任务台账，共{count}项", "Task ledger, {count} tasks"),
    "annex.commitments": Text("附件　承诺事项清单", "Annex: promises of the text"),
    "annex.commitments_table": Text("承诺事项清单，共{count}项", "Promises, {count} in all"),
    "annex.claims": Text("附件　规划文本核查清单", "Annex: claims of the text redone"),
    "annex.claims_table": Text("核查清单，共{count}项", "Claims redone, {count} in all"),
    **AUDIT,
}


_DIGITS = "〇一二三四五六七八九"


def whole(language: str, key: str, **values: object) -> str:
    """Return the words called `key` in `language`, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return WHOLE[key].into(language).format(**values)


def chapter_numeral(number: int, language: str) -> str:
    """Return a chapter's number as headings write it: 十一 in Chinese, 11 in English."""
    if language != "zh" or not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")
