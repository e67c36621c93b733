"""Words on the on-site check of values and tasks, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

VERIFICATION: dict[str, Text] = {
    "title": Text("抽查核验", "On-site verification"),
    "what.values": Text("数值", "values"),
    "what.tasks": Text("任务", "tasks"),
    "headline": Text(
        "核查{what}{total}个，{wrong}个与原件不一致，估计差错率{rate}（95%区间{low}—{high}）",
        "{total} {what} checked, {wrong} differ from their originals: estimated error rate {rate} "
        "(95 % interval {low} to {high})",
    ),
    "headline.none": Text(
        "抽取{drawn}个，尚未核查，差错率无法估计",
        "{drawn} drawn and none checked yet, so no error rate can be estimated",
    ),
    "account": Text(
        "从数据版本{data}的{population}个中按{by}分层、以种子“{seed}”抽取{drawn}个，可据此复抽。",
        "Drawn by {by} with the seed “{seed}”: {drawn} of {population} in data version {data}; "
        "anyone can repeat the draw.",
    ),
    "by.evidence": Text("证据等级", "grade of evidence"),
    "by.nature": Text("属性", "nature"),
    "by.indicator": Text("指标", "indicator"),
    "not_checkable": Text(
        "另有{count}个无法核验，若均视为不一致，区间上限为{worst}。",
        "{count} could not be checked; were all of them wrong, the upper end would be {worst}.",
    ),
    "open": Text(
        "{count}个截至评估日尚未核查，不计入差错率。",
        "{count} had not been checked by the as-of date and are left out.",
    ),
    "table.strata": Text("各层核查情况", "Checks by stratum"),
    "table.discrepancies": Text("与原件不一致的内容", "What differs from its original"),
    "column.stratum": Text("层", "Stratum"),
    "column.population": Text("总数", "All"),
    "column.drawn": Text("抽取", "Drawn"),
    "column.checked": Text("已核查", "Checked"),
    "column.wrong": Text("不一致", "Differ"),
    "column.not_checkable": Text("无法核验", "Not checkable"),
    "column.name": Text("内容", "What"),
    "column.period": Text("时期", "Period"),
    "column.stated": Text("报告采用", "Report"),
    "column.original": Text("原件", "Original"),
    "column.checked_on": Text("核查日期", "Checked on"),
    "column.note": Text("说明", "Note"),
    "grade": Text("证据{grade}级", "Evidence {grade}"),
    "method": Text(
        "各层按总数加权；区间为折算有效样本量后的克洛珀—皮尔逊区间（Korn和Graubard，1998）。",
        "Strata are weighted by their size; the interval is Clopper-Pearson at the effective "
        "sample size (Korn and Graubard 1998).",
    ),
    "discrepancy_note": Text(
        "本报告仍采用所列来源的数值；更正应由填报单位重新报送。",
        "The report keeps the values of its sources; a correction is for the sender to return.",
    ),
}


def checked(language: str, key: str, **values: object) -> str:
    """Return the text called `key` in `language` with its places filled."""
    return VERIFICATION[key].into(language).format(**values)
