"""Words on what is another than in an earlier report, Chinese and English side by side."""

from __future__ import annotations

from evaluation_lib.language import Text

CHANGES: dict[str, Text] = {
    "title": Text("与上一期报告相比", "Compared with the earlier report"),
    "aside": Text("截至{old}与截至{new}", "as of {old} and as of {new}"),
    "same": Text(
        "与截至{old}的报告相比，结论、概率和数值均无变化。",
        "Nothing is another than in the report as of {old}: no verdict, probability or value.",
    ),
    "line": Text(
        "与截至{old}的报告相比：{headline}。", "Since the report as of {old}: {headline}."
    ),
    "headline": Text(
        "{count}项指标评价结论改变：{better}项好转，{worse}项转差{other}",
        "Verdicts changed: {count}, of which {better} for the better and {worse} for the worse"
        "{other}",
    ),
    "headline.other": Text(
        "，{count}项由无法评价变为可评价或相反", ", {count} to or from not assessable"
    ),
    "headline.none": Text(
        "评价结论均未改变；{count}项指标的完成率或概率有变化",
        "No verdict changed; progress or probability of indicators that moved: {count}",
    ),
    "reached": Text(
        "符合预期及以上的指标由{old}项变为{new}项。",
        "Indicators on schedule or better: {old} before, {new} now.",
    ),
    "stepped": Text(
        "原因由逐步复算得出：从上一期报告出发，依次放入方法、新数据与时间推移、修订值、规划、设定，"
        "结论在哪一步改变即归因于哪一步；次序不同，归因可能不同。",
        "Causes were found step by step: the earlier report was judged again with the method, new "
        "periods and the time that passed, restated values, the plan and the settings let in one "
        "after the other. A verdict is told by the step at which it moved; another order may tell "
        "it otherwise.",
    ),
    "not_stepped": Text(
        "仅比较两期结果：只有一种变动时才归因，多种变动并存时记为“多种原因”。",
        "Only the two results were compared: a change is told by its cause where a single one lies "
        "beneath it, and by “several causes” otherwise.",
    ),
    "cause.new_period": Text("新数据与时间推移", "new periods and time"),
    "cause.revision": Text("数据修订", "restated values"),
    "cause.plan": Text("规划变动", "the plan"),
    "cause.settings": Text("设定变动", "settings"),
    "cause.method": Text("方法版本变动", "the method"),
    "cause.several": Text("多种原因", "several causes"),
    "cause.unexplained": Text("无法由登记的变动解释", "nothing on record explains it"),
    "cause.narrative": Text("评估人员撰写内容", "the evaluators' texts"),
    "waterfall.title": Text(
        "符合预期及以上的指标{old}项，现为{new}项", "On schedule or better: {old} before, {new} now"
    ),
    "waterfall.subtitle": Text(
        "按原因列出增减的指标数（项）", "Number of indicators gained and lost, by cause"
    ),
    "waterfall.alt": Text(
        "上一期{old}项符合预期及以上；{steps}；本期{new}项。",
        "{old} on schedule or better before; {steps}; {new} now.",
    ),
    "waterfall.step": Text(
        "{cause}增加{gained}项、减少{lost}项", "{cause}: {gained} gained, {lost} lost"
    ),
    "waterfall.none": Text("没有指标进出", "none moved in or out"),
    "waterfall.old": Text("上一期", "Before"),
    "waterfall.new": Text("本期", "Now"),
    "waterfall.gained": Text("增加", "Gained"),
    "waterfall.lost": Text("减少", "Lost"),
    "table.verdicts": Text("评价结论改变的指标", "Indicators with another verdict"),
    "table.numbers": Text(
        "结论未变、完成率或概率改变的指标", "Same verdict, but other progress or probability"
    ),
    "table.revisions": Text("修订的数值", "Restated values"),
    "table.values": Text("新增的数值", "New values"),
    "table.settings": Text("规划、设定与方法的变动", "Plan, settings and method"),
    "table.states": Text("任务与承诺状态的变动", "Tasks and promises in another state"),
    "column.number": Text("序号", "No."),
    "column.indicator": Text("指标", "Indicator"),
    "column.old_value": Text("上一期最新值", "Latest before"),
    "column.new_value": Text("本期最新值", "Latest now"),
    "column.old_verdict": Text("上一期结论", "Verdict before"),
    "column.new_verdict": Text("本期结论", "Verdict now"),
    "column.progress": Text("完成率", "Progress"),
    "column.probability": Text("实现概率", "Probability"),
    "column.cause": Text("原因", "Cause"),
    "column.period": Text("时期", "Period"),
    "column.before": Text("原值", "Before"),
    "column.after": Text("现值", "Now"),
    "column.source": Text("来源", "Source"),
    "column.published_on": Text("公布日期", "Published"),
    "column.evidence": Text("证据", "Evidence"),
    "column.what": Text("项目", "What"),
    "column.kind": Text("类别", "Sort"),
    "column.title": Text("内容", "Title"),
    "kind.task": Text("任务", "task"),
    "kind.commitment": Text("承诺", "promise"),
    "field.version": Text("规划版本", "plan version"),
    "field.target": Text("目标值", "target"),
    "field.target_high": Text("目标上限", "upper end of the target"),
    "field.target_year": Text("目标年", "target year"),
    "field.comparison": Text("比较关系", "comparison"),
    "field.baseline": Text("基期值", "baseline"),
    "field.kind": Text("指标类型", "kind"),
    "field.nature": Text("属性", "nature"),
    "field.added": Text("新增指标", "indicator added"),
    "field.removed": Text("删除指标", "indicator removed"),
    "setting.product": Text("评估类型", "product"),
    "setting.model": Text("预测模型", "forecasting model"),
    "setting.weights": Text("权重版本", "version of the weights"),
    "setting.method_version": Text("方法版本", "version of the method"),
    "setting.cut_off": Text("分界值（{name}）", "cut-off {name}"),
    "product.annual": Text("年度监测", "yearly monitoring"),
    "product.midterm": Text("中期评估", "mid-term evaluation"),
    "product.comparison": Text("县域比较", "comparison of counties"),
    "product.final": Text("总结评估", "final evaluation"),
    "product.sheets": Text("指标单页", "indicator sheets"),
    "gone": Text("不再采用", "no longer used"),
    "blank": Text("空", "blank"),
    "arrow": Text("{old} → {new}", "{old} → {new}"),
    "narrative": Text(
        "评估人员撰写的以下内容有改动：{names}。", "Texts of the evaluators that changed: {names}."
    ),
    "limits": Text(
        "对比对象：{title}，截至{as_of}，数据版本{data}，方法版本{method}。",
        "Compared with: {title}, as of {as_of}, data {data}, method {method}.",
    ),
}


def changed(language: str, key: str, **values: object) -> str:
    """Return the text called `key` in `language` with its places filled."""
    return CHANGES[key].into(language).format(**values)
