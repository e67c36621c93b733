"""Words of the annex in Excel, in both languages side by side."""

from __future__ import annotations

from collections.abc import Callable

from evaluation_lib.language import Text

ANNEX: dict[str, Text] = {
    # Sheets: name on the tab, title, and how to read it
    "front.tab": Text("说明", "About"),
    "front.title": Text("附件：数据与复核工作簿", "Annex: workbook of data and checks"),
    "front.sheet": Text("工作表", "Sheet"),
    "front.lines": Text("行数", "Rows"),
    "front.holds": Text("内容", "Content"),
    "front.reading": Text("阅读说明", "How to read"),
    "front.formulas": Text(
        "完成率、时序进度、差、年均所需、倍数、年度增量、累计和计数均为公式，改动数据序列即可复算；"
        "公式结果与报告一致。没有公式的数是给定值，或按规划节点等另行规定计算。",
        "Done, due, gap, needed a year, multiple, yearly change, sums and counts are formulas: "
        "change the series and they follow. They give the report's own numbers. A number without "
        "a formula was given, or follows a rule of its own, such as a milestone of the plan.",
    ),
    "front.bounds": Text(
        "数前的“≥”“≤”表示只知道下限或上限。“—”表示没有值，不是零。",
        "≥ or ≤ before a number: only a bound is known. — means no value, not zero.",
    ),
    "front.text": Text(
        "填报原文均按文本保存，不作为公式执行；本工作簿不含宏，不链接其他文件。",
        "What senders wrote is kept as text and never run as a formula. The workbook holds no "
        "macro and no link to another file.",
    ),
    "front.marks": Text(
        "底色行为约束性指标；评价以符号和文字表示，颜色只作辅助。",
        "Tinted rows bind the government. Verdicts are told by mark and word; colour only helps.",
    ),
    "indicators.tab": Text("指标完成情况表", "Indicators"),
    "indicators.title": Text("主要指标{year}年完成情况表", "Main indicators in {year}"),
    "indicators.note": Text(
        "完成率=（最新值−基期）÷（目标−基期），累计指标=累计÷目标；差=完成率−时序进度；"
        "年均所需=（目标−最新值）÷剩余年数。逐年考核的指标不计完成率。",
        "Done = (latest − baseline) ÷ (target − baseline), for sums total ÷ target; gap = done − "
        "due; needed a year = (target − latest) ÷ years left. Yearly targets have no share.",
    ),
    "series.tab": Text("数据序列", "Series"),
    "series.title": Text("采用的观测值及其出处", "Observed values used, and where they come from"),
    "series.note": Text(
        "年度增量=当年值−上年值；应达值为规划路径（直线或节点）当年的值。部分时期的数值仅供参考，不折算。",
        "Yearly change = value − that of the year before; due value: the plan's path in the year. "
        "Parts of a year are for reference and never scaled up.",
    ),
    "forecasts.tab": Text("预测", "Forecasts"),
    "forecasts.title": Text("预测中位数与区间", "Forecast medians and intervals"),
    "forecasts.note": Text(
        "粗体为目标年度（累计指标为规划期合计）；单点预测不单独给出。",
        "Bold: the year of the target, or the years summed. A point never stands alone.",
    ),
    "tasks.tab": Text("任务台账", "Tasks"),
    "tasks.title": Text("任务台账，共{count}项", "Ledger of {count} tasks"),
    "tasks.note": Text(
        "“硬任务”指含有数量或时限要求的任务。", "“Hard” tasks have a number or a date to keep."
    ),
    "commitments.tab": Text("承诺", "Promises"),
    "commitments.title": Text("文本承诺，共{count}项", "{count} promises of the text"),
    "commitments.note": Text(
        "未到期的承诺不作结论；“所需证明”为认定落实所需的材料。",
        "A promise that is not due has no verdict; “proof” is what would show that it is kept.",
    ),
    "findings.tab": Text("数据问题与质疑", "Findings and queries"),
    "findings.title": Text("数据问题与质疑，共{count}条", "{count} findings and queries"),
    "findings.note": Text("错误在前，提示在后。", "Errors first, notes last."),
    "sources.tab": Text("证据与来源", "Evidence and sources"),
    "sources.title": Text("数据来源与证据等级", "Sources, and grades of evidence"),
    "sources.note": Text(
        "观测值数按“数据序列”计数。", "Values are counted in the sheet of series."
    ),
    "comparison.tab": Text("方法互校", "Methods compared"),
    "comparison.title": Text(
        "评价方法、对照模型与改变设定的结果", "Other methods, rival models and other settings"
    ),
    "comparison.note": Text(
        "各方法的数值按其自身的刻度，不可相互比较；结论不取平均。",
        "Each method has a scale of its own; conclusions are never averaged.",
    ),
    "settings.tab": Text("方法与设置", "Settings"),
    "settings.title": Text("方法、分界值与局限", "Methods, cut-offs and limitations"),
    "settings.note": Text("本报告使用的设置。", "The settings of this report."),
    # Columns
    "number": Text("序号", "No."),
    "id": Text("编号", "Id"),
    "indicator": Text("指标", "Indicator"),
    "unit": Text("计量单位", "Unit"),
    "nature": Text("属性", "Nature"),
    "kind": Text("类型", "Kind"),
    "baseline_year": Text("基期年", "Base year"),
    "baseline": Text("基期值", "Baseline"),
    "target_year": Text("目标年", "Target year"),
    "target": Text("目标值", "Target"),
    "latest_year": Text("最新年", "Latest year"),
    "latest": Text("最新值", "Latest"),
    "total": Text("规划期累计", "Sum so far"),
    "progress": Text("完成率", "Done"),
    "due": Text("时序进度", "Due"),
    "gap": Text("差（完成率−时序）", "Gap (done − due)"),
    "pace": Text("年均所需增量", "Needed a year"),
    "best": Text("历年最大增量", "Best year"),
    "multiple": Text("所需÷最大", "Needed ÷ best"),
    "probability": Text("实现概率", "Probability"),
    "outlook": Text("趋势判断", "Outlook"),
    "verdict": Text("评价结论", "Verdict"),
    "evidence": Text("证据等级", "Evidence"),
    "reason": Text("原因与说明", "Reason and remarks"),
    "period": Text("时期", "Period"),
    "year": Text("年份", "Year"),
    "whole": Text("全年值", "Whole year"),
    "value": Text("数值", "Value"),
    "step": Text("年度增量", "Yearly change"),
    "path": Text("应达值", "Due value"),
    "path_gap": Text("与应达值之差", "Gap to due value"),
    "status": Text("数据状态", "Status"),
    "published_on": Text("公布日期", "Published"),
    "source": Text("来源", "Source"),
    "cell": Text("位置", "Place"),
    "raw": Text("原文", "As written"),
    "source_id": Text("来源编号", "Source id"),
    "forecast_period": Text("预测期", "Period"),
    "median": Text("中位数", "Median"),
    "low": Text("{level}%区间下限", "{level}% low"),
    "high": Text("{level}%区间上限", "{level}% high"),
    "passing": Text("达标年份（中位数）", "Median reaches target"),
    "model": Text("模型", "Model"),
    "history": Text("年度值数", "Years known"),
    "forecast_note": Text("算式或无预测的原因", "Sum, or why there is no forecast"),
    "chapter": Text("章", "Chapter"),
    "task": Text("任务", "Task"),
    "bodies": Text("责任或涉及单位", "Bodies named"),
    "measures": Text("措施数", "Measures"),
    "hard": Text("硬任务", "Hard"),
    "deadline": Text("时限", "Deadline"),
    "state": Text("状态", "State"),
    "rests_on": Text("依据", "Rests on"),
    "reported": Text("填报", "Reported"),
    "verified": Text("核实", "Verified"),
    "progress_told": Text("已有进展与缺口", "Progress and gaps"),
    "line": Text("原文行", "Line"),
    "commitment": Text("承诺事项", "Promise"),
    "quote": Text("规划原文", "Words of the plan"),
    "required": Text("要求", "Required"),
    "fact": Text("事实", "What is known"),
    "proof": Text("所需证明", "Proof"),
    "sort": Text("类别", "Sort"),
    "severity": Text("级别", "Severity"),
    "finding": Text("问题", "Finding"),
    "addressee": Text("送", "To"),
    "answer": Text("答复", "Answer"),
    "rule": Text("规则或编号", "Rule or id"),
    "source_kind": Text("类型", "Kind"),
    "values": Text("观测值数", "Values"),
    "url": Text("网址", "Address"),
    "note": Text("备注", "Note"),
    "method": Text("方法、模型或设定", "Method, model or setting"),
    "conclusion": Text("结论", "Answer"),
    "changed": Text("改变结论", "Changes it"),
    "item": Text("项目", "Item"),
    "count": Text("项数", "Number"),
    # Facts and settings
    "as_of": Text("评估截止日", "As of"),
    "evaluation_year": Text("评价年度", "Year judged"),
    "plan": Text("规划", "Plan"),
    "plan_version": Text("规划版本", "Plan version"),
    "data_version": Text("数据版本", "Data version"),
    "method_version": Text("方法版本", "Method version"),
    "jurisdiction": Text("行政区", "Jurisdiction"),
    "cut_offs": Text("进展分界值", "Cut-offs"),
    "outlook_words": Text("概率用语", "Words of probability"),
    "evidence_grades": Text("证据等级", "Grades of evidence"),
    "cut_off": Text("分界值 {name}", "Cut-off {name}"),
    "assumption": Text("假定", "Assumption"),
    "limitation": Text("局限", "Limitation"),
    # Words in cells
    "yes": Text("是", "yes"),
    "no": Text("否", "no"),
    "part": Text("部分", "part"),
    "sort.finding": Text("数据问题", "Finding"),
    "sort.query": Text("质疑", "Query"),
    "sort.method": Text("评价方法", "Method"),
    "sort.rival": Text("对照模型", "Rival model"),
    "sort.setting": Text("改变设定", "Other setting"),
    "model.pooled": Text("汇总序列模型", "Pooled model"),
    "model.transparent": Text("透明算式", "Transparent form"),
    "status.final": Text("最终", "final"),
    "status.revised": Text("修订", "revised"),
    "status.preliminary": Text("初步", "preliminary"),
    "status.reported": Text("填报", "reported"),
    "status.estimate": Text("推算", "estimate"),
    "status.synthetic": Text("演示数据", "demonstration"),
}


def annex(language: str) -> Callable[..., str]:
    """Return what gives the text called `key` in `language`, its places filled.

    The function raises ValueError where there is no such text.
    """

    def say(key: str, **values: object) -> str:
        try:
            return ANNEX[key].into(language).format(**values)
        except KeyError as error:
            raise ValueError(
                f"the annex has no words, or no value, for {error.args[0]!r}"
            ) from None

    return say
