"""The sentences on the plan as a whole and on the limits of a report, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

PLAN_SENTENCES: dict[str, Text] = {
    "overall.binding_fails": Text(
        "可评价的{assessable}项指标中{reached}项{done}，但约束性指标有{failing}项未达到要求，"
        "总体不能评为“{whole}”",
        "{reached} of {assessable} assessable indicators {done}, but {failing} binding ones fall "
        "short: the plan as a whole is not “{whole}”",
    ),
    "overall.binding_unknown": Text(
        "可评价的{assessable}项指标中{reached}项{done}；{unknown}项约束性指标缺少数据，"
        "总体不能下“{whole}”的结论",
        "{reached} of {assessable} assessable indicators {done}; {unknown} binding ones lack data, "
        "so “{whole}” cannot be concluded",
    ),
    "overall.reached": Text(
        "可评价的{assessable}项指标全部{done}；另有{open}项无法评价",
        "All {assessable} assessable indicators {done}; {open} cannot be assessed",
    ),
    "overall.partly": Text(
        "可评价的{assessable}项指标中{reached}项{done}，{behind}项未达到；可评价的{binding}项"
        "约束性指标均达到要求",
        "{reached} of {assessable} assessable indicators {done}, {behind} do not; all {binding} "
        "assessable binding ones hold",
    ),
    "overall.not_assessable": Text(
        "{total}项指标均无法评价：{why}", "None of the {total} indicators can be assessed: {why}"
    ),
    "done.midterm": Text("达到或快于时序进度", "are on or ahead of schedule"),
    "done.final": Text("完成或基本完成", "are met or basically met"),
    "whole.midterm": Text("达到预期进度", "on its expected course"),
    "whole.final": Text("完成规划目标", "fulfilled"),
    "overall.denominators": Text(
        "{reached}项{done}，占可评价{assessable}项的{of_assessable}，占全部{total}项的{of_total}。",
        "{reached} {done}: {of_assessable} of the {assessable} assessable, {of_total} of all "
        "{total}.",
    ),
    "overall.open": Text("另有{open}项无法评价：{why}。", "{open} cannot be assessed: {why}."),
    "overall.open_one": Text("另有{why}，无法评价。", "{why} and cannot be assessed."),
    "open.pending": Text("{pending}项目标未定", "{pending} have no target"),
    "open.pending_binding": Text(
        "{pending}项目标未定（其中约束性{binding_pending}项）",
        "{pending} have no target ({binding_pending} of them binding)",
    ),
    "open.not_broken_down": Text(
        "{not_broken_down}项目标未分解到该行政区",
        "{not_broken_down} have a target that is not broken down to this jurisdiction",
    ),
    "open.without_data": Text("{without_data}项缺少可用数据", "{without_data} lack usable data"),
    "open.joint": Text("，", ", "),
    "overall.binding": Text(
        "约束性指标{binding}项，可评价{assessable}项，未达到要求{failing}项。",
        "Of {binding} binding indicators {assessable} can be assessed; {failing} fall short.",
    ),
    "overall.expected": Text(
        "对{of}项有概率的指标，预计到{year}年实现{mean}项（80%区间{low}—{high}项，"
        "假定各指标共同冲击的相关系数为{correlation}）。",
        "Of the {of} indicators with a probability, {mean} are expected to be reached by {year} "
        "(80% interval {low}–{high}, assuming a common correlation of {correlation}).",
    ),
    # Limitations
    "limit.demonstration": Text(
        "本报告使用虚构的演示数据，只用于演示方法与版式，所有结论不反映实际情况，不得引用。",
        "This report rests on invented demonstration data; it shows method and layout only, and "
        "none of its findings may be quoted.",
    ),
    "limit.draft": Text(
        "评估依据的规划文本为{version}；未取得正式印发文本，{pending}项目标仍为空白。",
        "The text evaluated is the {version}; the issued text was not available, and {pending} "
        "targets are still blank.",
    ),
    "limit.not_broken_down": Text(
        "规划目标是为{whole}整体设定的，{count}项没有分解到{here}，只列数值与变化，不作评价。",
        "The plan sets its targets for {whole} as a whole; {count} are not broken down to {here}, "
        "so values and changes are shown and nothing is judged.",
    ),
    "limit.own_place": Text(
        "本报告只看{here}自己的数据；{whole}内各地的比较、合计核对和规划文本核查，见{whole}的报告。",
        "This report looks at the data of {here} alone; places within {whole} are compared, their "
        "sums checked and the plan's text audited in the report on {whole}.",
    ),
    "limit.no_data": Text(
        "{count}项有目标的指标在{span}年没有可用数据。没有找到公开数据，不等于没有发布。",
        "{count} indicators with a target have no usable value for {span}. Not found does not mean "
        "not published.",
    ),
    "limit.undated": Text(
        "{count}个数值没有发布日期，无法证明截至评估日已经公布，未予采用。",
        "{count} values bear no publication date and could not be shown to have been known; they "
        "were not used.",
    ),
    "limit.evidence": Text(
        "{count}项结论仅有C至E级证据，属据填报或转载，尚未核实。",
        "{count} verdicts rest on evidence of grade C to E alone: as reported, not verified.",
    ),
    "limit.short_all": Text(
        "各指标只有{low}个年度观测值，预测区间以公开年度序列校准，无法用指标自身历史检验。",
        "Indicators have {low} yearly values each; forecast intervals are calibrated on public "
        "series and cannot be tested on the indicators' own history.",
    ),
    "limit.short": Text(
        "各指标只有{low}至{high}个年度观测值，预测区间以公开年度序列校准，无法用指标自身历史检验。",
        "Indicators have {low} to {high} yearly values; forecast intervals are calibrated on "
        "public series and cannot be tested on the indicators' own history.",
    ),
    "limit.cut_offs": Text(
        "进展状态的分界值中，仅“略有滞后”下限（{slight}）有公开依据，其余为本报告的设定。",
        "Of the cut-offs only the lower limit of “slightly behind” ({slight}) follows a published "
        "rule; the others are settings of this report.",
    ),
}
