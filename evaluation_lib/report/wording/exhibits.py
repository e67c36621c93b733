"""Words of exhibits, the views of the explorer, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

EXHIBITS: dict[str, Text] = {
    "title": Text("附件　专题测算", "Annex: exhibits"),
    "intro": Text(
        "以下{count}项由分析人员在趋势探索中设定并送入报告，数值按本报告的数据重新计算；均不改变评价结论。",
        "An analyst set these {count} views in the explorer and sent them here; their numbers are "
        "computed again from this report's data. None of them changes a verdict.",
    ),
    "label.sensitivity": Text("敏感性测算，不改变评价结论", "Sensitivity; changes no verdict"),
    "label.what_if": Text("情景假设，不改变评价结论", "What if; changes no verdict"),
    "label.plain": Text("数据展示，不改变评价结论", "A look at the data; changes no verdict"),
    "provenance": Text("设定：{settings}。", "Settings: {settings}."),
    "provenance.data": Text(
        "数据截至{day}，版本{version}。", "Data as of {day}, version {version}."
    ),
    "provenance.saved": Text(
        "保存时的数据截至{day}，此处已按本报告的数据重算。",
        "Saved on data as of {day}; computed again here on this report's data.",
    ),
    "provenance.pair": Text("{label}{value}", "{label} {value}"),
    "failed.known": Text(
        "按本报告的数据无法计算：{year}年已有观测值，不能再作假设。",
        "Not computable on this report's data: {year} has been observed and cannot be assumed.",
    ),
    "failed.unknown": Text(
        "按本报告的规划与数据无法计算：其中没有所设的指标、行政区、模型或年份。",
        "Not computable on this report's plan and data: they lack an indicator, place, model or "
        "year that was set.",
    ),
    "assume.value": Text("{year}年为{value}", "{value} in {year}"),
    "assume.target": Text("目标为{value}", "a target of {value}"),
    "assume.milestone": Text("{year}年节点目标为{value}", "a milestone of {value} in {year}"),
    # Settings
    "set.indicator": Text("指标", "indicator"),
    "set.jurisdiction": Text("行政区", "place"),
    "set.as_of": Text("截至", "as of"),
    "set.since": Text("历史起自", "history from"),
    "set.model": Text("模型", "model"),
    "set.rivals": Text("对照模型", "rivals"),
    "set.prior": Text("区间依据", "interval from"),
    "set.level": Text("区间", "interval"),
    "set.scenario": Text("2020—2021年", "2020-21"),
    "set.assume": Text("假设", "what if"),
    "set.origin": Text("起点", "origin"),
    "prior.public": Text("公开序列", "public series"),
    "prior.own": Text("本规划自身序列", "the plan's own series"),
    "view.trajectory": Text("趋势与情景", "Trend and what-if"),
    "view.compare": Text("区县对比", "Counties"),
    "view.methods": Text("方法对照", "Methods"),
    "view.backtest": Text("回看预测", "Looking back"),
    "view.quality": Text("数据质量", "Data quality"),
    "view.revisions": Text("数据修订", "Revisions"),
    # Trend and what-if
    "trajectory.title": Text(
        "{name}：{year}年中位数{median}，目标实现概率{probability}，{word}",
        "{name}: median {median} in {year}, chance of the target {probability}, {word}",
    ),
    "trajectory.assumed": Text(
        "{name}，若{assumed}：目标实现概率{probability}，{word}；剩余年均所需{pace}",
        "{name}, if {assumed}: chance of the target {probability}, {word}; {pace} a year needed",
    ),
    "trajectory.plain": Text("{name}：{reason}", "{name}: {reason}"),
    "trajectory.no_reason": Text("没有目标或预测", "no target or no forecast"),
    "trajectory.table": Text("报告与此设定的比较", "The report and this setting"),
    "trajectory.moved": Text(
        "目标实现概率由{before}变为{after}，评价结论由“{old}”变为“{new}”。",
        "The chance of the target goes from {before} to {after}, the verdict from “{old}” to "
        "“{new}”.",
    ),
    "trajectory.kept": Text(
        "目标实现概率由{before}变为{after}，评价结论“{old}”不变。",
        "The chance of the target goes from {before} to {after}; the verdict stays “{old}”.",
    ),
    "trajectory.same": Text("与报告的判断相同。", "The same as in the report."),
    "column.indicator": Text("指标", "Indicator"),
    "column.item": Text("项目", "Item"),
    "column.report": Text("报告", "Report"),
    "column.asked": Text("此设定", "This setting"),
    "row.status": Text("进展状态", "Status"),
    "row.outlook": Text("趋势判断", "Outlook"),
    "row.verdict": Text("评价结论", "Verdict"),
    "row.probability": Text("目标实现概率", "Chance of the target"),
    "row.median": Text("{period}年中位数", "Median for {period}"),
    "row.interval": Text("{period}年{level}%区间", "{level}% interval for {period}"),
    "row.target": Text("目标", "Target"),
    "row.required": Text("剩余年均所需", "Needed a year"),
    "row.last": Text("最近一年", "Last year"),
    "row.best": Text("历年最好", "Best year"),
    "rivals.table": Text("对照模型", "Rival models"),
    "column.model": Text("模型", "Model"),
    "column.value": Text("{year}年", "{year}"),
    "column.reason": Text("说明", "Note"),
    # Counties
    "compare.title": Text(
        "{name}：{known}个区县有数，全市{year}年{value}",
        "{name}: {known} counties known, {value} in the city in {year}",
    ),
    "compare.title_none": Text("{name}：没有区县数据", "{name}: no county is known"),
    "compare.ranked": Text(
        "{first}—{last}年年均增长可以分出先后；区间重叠的不分名次。",
        "Yearly growth {first}–{last} tells some counties apart; where intervals overlap, no rank.",
    ),
    "compare.unranked": Text(
        "年均增长的区间相互重叠，不分名次。",
        "The intervals of growth overlap, so there is no rank.",
    ),
    "compare.growth": Text("年均增长", "Growth a year"),
    "compare.interval": Text("80%区间", "80% interval"),
    "compare.rank": Text("名次", "Rank"),
    "compare.place": Text("行政区", "Place"),
    "compare.whole": Text("{name}（全市）", "{name} (whole)"),
    "compare.table": Text("各区县逐年数值", "Values of the counties"),
    # Methods
    "methods.title": Text(
        "{count}项指标中{apart}项的判断方法不一致", "Methods part on {apart} of {count} indicators"
    ),
    "methods.table": Text("各方法对各指标的判断", "What each method says of each indicator"),
    "methods.agree": Text("一致", "agree"),
    "methods.apart": Text("≠ 不一致", "≠ part"),
    "methods.single": Text("—", "—"),
    "methods.together": Text("方法之间", "Together"),
    # Looking back
    "backtest.title": Text(
        "{name}：从{origin}年末看，{level}%区间含住了{held}/{count}个年度",
        "{name}: from the end of {origin} the {level}% interval held {held} of {count} years",
    ),
    "backtest.title_none": Text(
        "{name}：年度数值不足以回看", "{name}: too few yearly values to look back"
    ),
    "backtest.table": Text("当时的预测与后来的数值", "What was forecast and what came"),
    "backtest.median": Text("中位数", "Median"),
    "backtest.interval": Text("{level}%区间", "{level}% interval"),
    "backtest.came": Text("后来的数值", "What came"),
    "backtest.held": Text("区间含住", "Held"),
    "backtest.yes": Text("✓ 是", "✓ yes"),
    "backtest.no": Text("✕ 否", "✕ no"),
    "backtest.note": Text(
        "所用为截至日已知的数值，含此后的修订；单项短序列不足以检验区间是否准确。",
        "Values are as known on the as-of date, later revisions included; one short series does "
        "not test whether intervals are right.",
    ),
    # Data quality
    "quality.title": Text("{name}：{count}条数据问题", "{name}: {count} findings"),
    "quality.title_none": Text("{name}：没有数据问题", "{name}: no finding"),
    "quality.table": Text("数据问题及其出处", "Findings and where they stand"),
    "quality.period": Text("时期", "Period"),
    "quality.value": Text("数值", "Value"),
    "quality.severity": Text("程度", "Severity"),
    "quality.finding": Text("问题", "Finding"),
    "quality.source": Text("来源", "Source"),
    "quality.cell": Text("位置", "Cell"),
    "quality.raw": Text("原文", "As written"),
    "quality.error": Text("✕ 错误", "✕ error"),
    "quality.warning": Text("! 警告", "! warning"),
    "quality.note": Text("≈ 提示", "≈ note"),
    "quality.excluded": Text("{severity}，不采用", "{severity}, not used"),
    # Revisions
    "revisions.title": Text(
        "{name}：{days}个数据版本，其中{restated}个修订了已公布的数值",
        "{name}: {days} vintages, {restated} of which restated a published value",
    ),
    "revisions.table": Text("逐个版本的数值与判断", "Values and judgement by vintage"),
    "revisions.day": Text("发布日", "Published"),
    "revisions.known": Text("新增年度", "New years"),
    "revisions.restated": Text("修订", "Restated"),
    "revisions.change": Text("{year}年{old}→{new}", "{year}: {old} → {new}"),
    # Shared
    "column.year": Text("年份", "Year"),
    "span": Text("{low}至{high}", "{low} to {high}"),
    "list": Text("、", ", "),
    "clause": Text("；", "; "),
}


def exhibit_words(language: str, key: str, **values: object) -> str:
    """Return the words called `key` in `language`, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return EXHIBITS[key].into(language).format(**values)
