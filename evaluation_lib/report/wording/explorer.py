"""Words of the explorer: controls, hover texts and messages, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

EXPLORER: dict[str, Text] = {
    # Headings and controls
    "title": Text("趋势探索", "Exploring the trend"),
    "data": Text("数据", "Data"),
    "scenario": Text("情景", "What if"),
    "scenario.note": Text("假设，不改结论", "assumed; changes no verdict"),
    "indicator": Text("指标", "Indicator"),
    "jurisdiction": Text("行政区", "Place"),
    "as_of": Text("截至", "As of"),
    "since": Text("历史起自", "History from"),
    "since.all": Text("全部年度", "all years"),
    "model": Text("模型", "Model"),
    "rivals": Text("对照模型", "Rivals"),
    "prior": Text("区间依据", "Interval from"),
    "prior.public": Text("公开序列", "public series"),
    "prior.own": Text("自身序列", "own series"),
    "level": Text("区间", "Interval"),
    "epidemic": Text("2020—21年", "2020-21"),
    "value": Text("{year}年数值", "Value in {year}"),
    "target": Text("{year}年目标", "Target for {year}"),
    "milestone": Text("{year}年节点", "Milestone {year}"),
    "reset": Text("还原情景", "Reset"),
    "reset.hint": Text("方向键每次一步", "arrow keys move one step"),
    "origin": Text("回看起点", "Look back from"),
    "vintage": Text("数据版本", "Vintage"),
    "question": Text("数据问题", "Finding"),
    "question.none": Text("没有数据问题", "no finding"),
    "copy": Text("复制为代码", "Copy as code"),
    "send": Text("送入报告", "Send to report"),
    "undo": Text("撤销", "Undo"),
    "name": Text("名称", "Name"),
    "note": Text("说明（可空）", "Caption (optional)"),
    "no_folder": Text(
        "没有任务文件夹，不能送入报告：在 evaluations.yml 中为任务写上 folder，"
        "再用 plan-eval explore 任务名 打开。",
        "No folder of a job to send to: give the job a folder: in evaluations.yml and open it by "
        "plan-eval explore JOB.",
    ),
    "bad_name": Text(
        "名称“{name}”不可用：用小写字母、数字和连字符，如 catch-up-2024。",
        "Name {name!r} cannot be used: small letters, digits and hyphens, as in catch-up-2024.",
    ),
    "sent": Text(
        "已保存为 {file}；下次生成报告时列入附件“专题测算”，注明不改变评价结论。",
        "Saved as {file}; the next report shows it in its annex of exhibits, marked as changing "
        "no verdict.",
    ),
    "undone": Text("已撤销 {file}。", "{file} is taken back."),
    "copied": Text("代码如下，已放入剪贴板。", "The code is below and on the clipboard."),
    "no_places": Text(
        "数据不是从文件读取的，代码中的路径请自行填写。",
        "The data were not read from files; fill in the paths in the code.",
    ),
    # Readouts
    "chance": Text("{year}年目标实现概率", "Chance of the {year} target"),
    "chance.report": Text("▼ 报告 {value}", "▼ report {value}"),
    "chance.asked": Text("▽ 此设定 {value}", "▽ this setting {value}"),
    "pace": Text("剩余年均所需", "Needed a year"),
    "pace.required": Text("所需", "needed"),
    "pace.asked": Text("此设定所需", "in this setting"),
    "pace.last": Text("最近一年", "last year"),
    "pace.best": Text("历年最好", "best year"),
    "conclusion": Text("结论", "Verdict"),
    "conclusion.report": Text("现报告", "report"),
    "conclusion.asked": Text("此设定", "this setting"),
    "table": Text("数据表", "Data"),
    "cell": Text("来源单元格", "Source cell"),
    # Rows as they were read
    "rows": Text("{name}：截至日已知的每一行（{unit}）", "{name}: every row known ({unit})"),
    "search": Text("查找", "Search"),
    "rows.period": Text("时期", "Period"),
    "rows.value": Text("数值", "Value"),
    "rows.status": Text("状态", "Status"),
    "rows.published_on": Text("发布日", "Published"),
    "rows.evidence": Text("证据", "Evidence"),
    "rows.source": Text("来源", "Source"),
    "rows.cell": Text("位置", "Cell"),
    "rows.raw": Text("原文", "As written"),
    "status.final": Text("核定", "final"),
    "status.revised": Text("修订", "revised"),
    "status.preliminary": Text("初步", "preliminary"),
    "status.reported": Text("填报", "reported"),
    "status.estimate": Text("估计", "estimate"),
    "status.synthetic": Text("演示", "invented"),
    # Marks and hover texts
    "observed": Text("观测值", "Observed"),
    "assumed": Text("假设值", "Assumed"),
    "path": Text("目标路径", "Path to target"),
    "median": Text("预测中位数", "Median"),
    "band": Text("{level}%区间", "{level}% interval"),
    "goal": Text("目标", "Target"),
    "came": Text("后来的数值", "What came"),
    "earlier": Text("较早版本", "Earlier vintages"),
    "known": Text("已观测", "observed"),
    "ahead": Text("预测", "forecast"),
    "hover.value": Text("{year}年 {value}", "{year}: {value}"),
    "hover.source": Text("来源：{source} {cell}", "Source: {source} {cell}"),
    "hover.raw": Text("原文：{raw}", "As written: {raw}"),
    "hover.evidence": Text("证据{grade}", "Evidence {grade}"),
    "hover.due": Text("{year}年应达 {value}", "{year}: {value} is due"),
    "hover.rival": Text("{title}：{year}年 {value}", "{title}: {value} in {year}"),
    "hover.came": Text("{year}年后来为 {value}", "{year} came to {value}"),
    "axis.zero": Text("纵轴自0起", "axis from 0"),
    "axis.cut": Text("纵轴不从0开始", "the axis does not start at 0"),
    "axis": Text("{unit}；{axis}", "{unit}; {axis}"),
    "running": Text("规划期累计", "running total"),
    "announced": Text("{title}。{verdict}", "{title}. {verdict}"),
    "demonstration": Text("演示数据", "Demonstration data"),
}


def explorer_words(language: str, key: str, **values: object) -> str:
    """Return the words called `key` in `language`, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return EXPLORER[key].into(language).format(**values)
