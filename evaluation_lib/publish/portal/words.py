"""Words of the portal, Chinese and English side by side."""

from __future__ import annotations

from evaluation_lib.language import Text

PORTAL: dict[str, Text] = {
    "title": Text("规划评估报告", "Evaluation reports"),
    "skip": Text("跳到评价结论", "Skip to the verdicts"),
    "made": Text("份报告已生成", "reports made"),
    "reached": Text("{place}达到或快于进度的指标", "indicators on schedule or better, {place}"),
    "binding": Text("{place}约束性指标达标", "binding indicators kept, {place}"),
    "failed": Text("{place}的报告未生成：{reason}。", "No report for {place}: {reason}. "),
    "failed_others": Text("其余报告不受影响。", "The other reports are not affected."),
    "latest": Text("最新", "Latest"),
    "history": Text("历史", "History"),
    "search": Text("搜索指标或行政区", "Search indicators or places"),
    "job": Text("任务", "Job"),
    "nature": Text("属性", "Nature"),
    "verdict": Text("结论", "Verdict"),
    "all": Text("全部", "All"),
    "binding_only": Text("约束性", "Binding"),
    "anticipatory_only": Text("预期性", "Anticipatory"),
    "changed": Text("只看有变化", "Changed only"),
    "behind": Text("只看落后", "Behind only"),
    "results": Text("显示{rows}行、{cells}个结论", "{rows} rows, {cells} verdicts shown"),
    "number": Text("序", "No."),
    "indicator": Text("指标", "Indicator"),
    "place": Text("行政区", "Place"),
    "tag.binding": Text("约束", "Binding"),
    "tag.anticipatory": Text("预期", "Anticip."),
    "of": Text("达到或快于进度／可评价", "On schedule or better / assessable"),
    "missing": Text("未生成", "No report"),
    "none": Text("—", "—"),
    "verdict.not_broken_down": Text("不分解", "Not broken down"),
    "key.not_broken_down": Text("不分解：目标只在市级", "target of the whole alone"),
    "key.change": Text("↑↓较上次报告", "↑↓ since the report before"),
    "key.sign": Text(
        "22：陈旧或未达标在案的年份　≥：下限", "22: stale or missed year, ≥: lower bound"
    ),
    "better": Text("较上次上升", "better than before"),
    "worse": Text("较上次下降", "worse than before"),
    "label": Text("{place}，{indicator}：{verdict}", "{place}, {indicator}: {verdict}"),
    "probability": Text("实现概率{value}", "probability {value}"),
    "open": Text("打开该节", "Open the section"),
    "reports": Text("全部报告", "All reports"),
    "as_of": Text("截至", "As of"),
    "product": Text("类型", "Product"),
    "language": Text("语言", "Language"),
    "data": Text("数据版本", "Data version"),
    "state": Text("状态", "State"),
    "moves": Text("变化", "Change"),
    "files": Text("文件", "Files"),
    "current": Text("当前", "Current"),
    "superseded": Text("已被取代", "Superseded"),
    "moved": Text("上升{up}，下降{down}", "{up} up, {down} down"),
    "unmoved": Text("无变化", "none"),
    "first": Text("首期", "first report"),
    "diff": Text("对比", "Compare"),
    "file.report.html": Text("HTML", "HTML"),
    "file.report.pdf": Text("PDF", "PDF"),
    "file.report.docx": Text("Word", "Word"),
    "file.annex.xlsx": Text("Excel", "Excel"),
    "file.bundle.zip": Text("存档包", "Bundle"),
    "file.result.json": Text("JSON", "JSON"),
    "language.zh": Text("中文", "Chinese"),
    "language.en": Text("英文", "English"),
    "empty": Text("还没有报告。", "There is no report yet."),
    "foot": Text(
        "共{places}个行政区、{indicators}项指标。点击单元格打开对应章节。",
        "{places} places, {indicators} indicators. A cell leads to its section.",
    ),
}
SHORT = {
    "achieved_early": Text("提", "E"),
    "ahead": Text("快", "A"),
    "on_schedule": Text("符", "O"),
    "met": Text("达", "M"),
    "slightly_behind": Text("略", "S"),
    "well_behind": Text("滞", "W"),
    "not_met": Text("未", "X"),
    "completed": Text("完", "C"),
    "basically_completed": Text("基", "B"),
    "not_completed": Text("未", "X"),
    "not_assessable": Text("无", "–"),
    "not_broken_down": Text("·", "·"),
}
"""One letter for each verdict, where a matrix has many rows; the word stands in its label."""


def spoken(language: str, key: str, **values: object) -> str:
    """Return the text called `key` in `language` with its places filled."""
    return PORTAL[key].into(language).format(**values)
