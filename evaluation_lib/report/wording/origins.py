"""Words on where numbers come from, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

ORIGINS: dict[str, Text] = {
    "title": Text("附件　数字来源", "Annex: where the numbers come from"),
    "table": Text(
        "{indicators}项指标的{count}个数字，从原始单元格到评价结论",
        "{count} numbers of {indicators} indicators, from the cell of the source to the verdict",
    ),
    "note": Text(
        "注号为指标序号加项号：{items}；观测值以所属时期为项号。正文和表中的数字据此查找。",
        "A note is the number of the indicator and that of the item: {items}; an observation has "
        "its period. Numbers of the text and the tables are found by it.",
    ),
    "item": Text("{number}{label}", "{number} {label}"),
    "column.note": Text("注号", "Note"),
    "column.indicator": Text("指标", "Indicator"),
    "column.label": Text("项目", "Item"),
    "column.value": Text("数值", "Value"),
    "column.how": Text("来源或算式", "Source or sum"),
    "baseline": Text("基期值", "Baseline"),
    "target": Text("目标值", "Target"),
    "latest": Text("最新值", "Latest value"),
    "progress": Text("完成率", "Share done"),
    "time_share": Text("时序进度", "Time share"),
    "pace": Text("年均所需", "Needed a year"),
    "median": Text("预测中位数", "Forecast median"),
    "probability": Text("实现概率", "Attainment probability"),
    "status": Text("进展状态", "Status"),
    "verdict": Text("评价结论", "Verdict"),
    "observed": Text("{period}观测值", "Observed in {period}"),
    "observed.year": Text("{period}年观测值", "Observed in {period}"),
    "plan.line": Text(
        "{plan}（{version}）主要指标表，文本第{line}行",
        "Table of main indicators of {plan} ({version}), line {line} of its text",
    ),
    "plan": Text("{plan}（{version}）主要指标表", "Table of main indicators of {plan} ({version})"),
    "year": Text("{year}年", "{year}"),
    "blank.baseline": Text("规划未列基期值", "The plan gives no baseline"),
    "blank.pending": Text("规划未定目标", "The plan sets no target"),
    "blank.not_broken_down": Text(
        "规划目标未分解到该行政区", "The plan's target is not broken down to this place"
    ),
    "blank.latest": Text(
        "截至评估日没有可用的整年数据", "No usable whole year was known by the as-of date"
    ),
    "cell.place": Text("位置{cell}", "place {cell}"),
    "cell.published": Text("{day}发布", "published {day}"),
    "cell.undated": Text("发布日期不详", "publication date not known"),
    "cell.evidence": Text("证据{grade}级", "evidence {grade}"),
    "cell.raw": Text("原文“{raw}”", "as written “{raw}”"),
    "cell.synthetic": Text("演示数据", "demonstration data"),
    "cell.assumed": Text("假设值", "assumed value"),
    "latest.is": Text(
        "即{period}的观测值（注{note}）", "The observation of {period} (note {note})"
    ),
    "latest.is_year": Text(
        "即{period}年的观测值（注{note}）", "The observation of {period} (note {note})"
    ),
    "latest.stale": Text("早于评价年度{year}年", "older than {year}, the year under evaluation"),
    "median.how": Text(
        "{model}，依据{count}个年度观测值；{intervals}",
        "{model} on {count} yearly observations; {intervals}",
    ),
    "interval": Text("{level}%区间{low}至{high}", "{level}% interval {low} to {high}"),
    "probability.how": Text(
        "预测分布中{period}年达到{target}的部分；用语：{word}",
        "Part of the predictive distribution for {period} that reaches {target}; in words: {word}",
    ),
    "probability.yearly": Text(
        "预测分布中其余各年都达到{target}的部分；用语：{word}",
        "Part of the predictive distribution in which every year left reaches {target}; in words: "
        "{word}",
    ),
    "probability.observed": Text("已观测，不是预测", "Observed, no forecast"),
    "verdict.how": Text("进展状态：{status}；趋势判断：{outlook}", "{status}; outlook: {outlook}"),
    "verdict.stricter": Text(
        "约束性指标从严，取两者中较差者",
        "the stricter of the two, because the indicator is binding",
    ),
    "verdict.final": Text("按期末值与目标比较", "by the final value against the target"),
    "verdict.reported": Text(
        "仅有C至E级证据，据填报", "as reported: evidence of grade C to E alone"
    ),
    "told.for": Text(
        "{place}；截至{as_of}；规划版本{plan}；数据版本{data}；方法版本{method}",
        "{place}; as of {as_of}; plan {plan}; data {data}; method {method}",
    ),
    "find.title": Text("数字来源：", "Origins: "),
    "find": Text(
        "见附件“数字来源”，注号为指标序号加项号（{items}）。",
        "see the annex on numbers; a note is the number of the indicator and that of the item "
        "({items}).",
    ),
}


def originally(language: str, key: str, **values: object) -> str:
    """Return the words called `key` on origins, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return ORIGINS[key].into(language).format(**values)
