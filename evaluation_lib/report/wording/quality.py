"""Words of the report on the data itself, in both languages side by side."""

from __future__ import annotations

from evaluation_lib.language import Text

QUALITY: dict[str, Text] = {
    "title": Text("{plan}数据质量报告", "Data quality: {plan}"),
    "list": Text("、", ", "),
    # Coverage
    "coverage.title": Text("数据覆盖情况", "What is known"),
    "coverage.headline": Text(
        "{indicators}个指标、{years}个年度共应有{due}个年度值，已有{known}个（{share}）。",
        "{known} of {due} yearly values are known ({share}): {indicators} indicators over {years} "
        "years.",
    ),
    "coverage.rows": Text(
        "截至评估日已公布的观测值共{rows}行，其中{used}行可以采用。",
        "{rows} rows had been published by the as-of date; {used} of them can be used.",
    ),
    "coverage.figure": Text("各指标各年度的数据覆盖", "Coverage by indicator and year"),
    "coverage.subtitle": Text(
        "方块内为证据等级；右侧数字为已报年度值的县（市、区）个数",
        "Letter: grade of evidence. Number: counties with a yearly value",
    ),
    "coverage.alt": Text("{name}：{years}", "{name}: {years}"),
    "coverage.all": Text("各年均有年度值", "every year known"),
    "coverage.missing": Text("缺{years}年", "no value for {years}"),
    "coverage.stop": Text("；", "; "),
    "coverage.note": Text(
        "A官方统计；B盖章报表；C无附件报表；D媒体或口头；E推算。",
        "A official; B stamped return; C return alone; D media or oral; E derived.",
    ),
    "coverage.number": Text("序号", "No."),
    "coverage.indicator": Text("指标", "Indicator"),
    "coverage.counties": Text("{count}/{total}", "{count}/{total}"),
    "state.exact": Text("年度值", "yearly value"),
    "state.bound": Text("只有上下限", "bound only"),
    "state.part": Text("只有部分时期", "parts of the year only"),
    "state.none": Text("没有数据", "no data"),
    # Findings
    "rules.title": Text("数据问题的构成", "Findings by rule"),
    "rules.none": Text("数据检查没有发现问题。", "The checks found nothing."),
    "rules.table": Text("各项检查发现的问题个数", "Findings of each rule"),
    "rules.severity": Text("级别", "Severity"),
    "rules.rule": Text("检查项目", "Rule"),
    "rules.here": Text("本地区", "Here"),
    "rules.elsewhere": Text("其他地区", "Elsewhere"),
    "severity.error": Text("错误", "error"),
    "severity.warning": Text("须说明", "to explain"),
    "severity.note": Text("提示", "note"),
    # Evidence
    "evidence.title": Text("证据等级", "Grades of evidence"),
    "evidence.none": Text("没有可采用的观测值。", "There is no observation to be used."),
    "evidence.table": Text("各等级证据支撑的数值个数", "Values by grade of evidence"),
    "evidence.grade": Text("等级", "Grade"),
    "evidence.meaning": Text("含义", "Meaning"),
    "evidence.here": Text("本地区", "Here"),
    "evidence.counties": Text("下辖县（市、区）", "Counties"),
    "evidence.note": Text(
        "只有C至E级证据的结论，在报告中写作“据填报”。",
        "A verdict that rests on grades C to E alone is worded as reported.",
    ),
    "grade.A": Text("官方统计、公告、证书", "official statistics, notices, certificates"),
    "grade.B": Text("盖章报表并附台账", "stamped return with ledger"),
    "grade.C": Text("无附件的报表", "return without attachment"),
    "grade.D": Text("媒体、转载或口头", "media, reprint or oral"),
    "grade.E": Text("推算", "derived"),
    # Editions
    "editions.title": Text("数据版本", "Editions of the data"),
    "editions.none": Text(
        "没有年度值在首次公布后作过修订。", "No yearly value was restated after it was published."
    ),
    "editions.intro": Text(
        "{count}个年度值在首次公布后改变，采用的是证据等级最高的最新版本。",
        "{count} yearly values changed after they were first published; the latest of the best "
        "grade is used.",
    ),
    "editions.table": Text("修订过的年度值", "Yearly values restated"),
    "editions.change": Text("变化", "Change"),
    "revisions.title": Text(
        "{count}个数值公布后经过修订，变动最大的是{name}{period}年（{change}）",
        "Values restated: {count}; the largest change is {name} {period} ({change})",
    ),
    "revisions.subtitle": Text(
        "首次公布值（空心点）到采用值（实心点）的变化，占首次公布值的百分比",
        "From the first edition (hollow) to the value used (filled), percent of the first",
    ),
    "revisions.subtitle_some": Text(
        "首次公布值（空心点）到采用值（实心点）的变化，占首次公布值的百分比；只列变动最大的{shown}个",
        "From the first edition (hollow) to the value used (filled), percent of the first; the "
        "{shown} largest",
    ),
    "revisions.alt": Text("修订幅度由大到小：{values}。", "Largest change first: {values}."),
    "revisions.told": Text(
        "{name}{period}年由{first}改为{used}（{change}）",
        "{name} {period} from {first} to {used} ({change})",
    ),
    "revisions.joint": Text("；", "; "),
    "revisions.values": Text("首次→采用", "first to used"),
    "editions.indicator": Text("指标", "Indicator"),
    "editions.period": Text("年度", "Year"),
    "editions.first": Text("首次公布", "First"),
    "editions.used": Text("采用值", "Used"),
    "editions.published_on": Text("采用值公布日", "Published"),
    "editions.editions": Text("版本数", "Editions"),
    "editions.source": Text("来源", "Source"),
    # Queries
    "queries.title": Text("质疑与答复", "Queries and answers"),
    "queries.none": Text("本次没有给出质疑清单。", "No list of queries was given."),
    "queries.intro": Text(
        "共提出质疑{total}条，已答复{answered}条，尚待答复{open}条。",
        "{total} queries were sent, {answered} answered, {open} open.",
    ),
    "queries.open": Text("尚待答复的质疑", "Open queries"),
    "queries.answered": Text("已答复的质疑", "Answered queries"),
    "queries.id": Text("编号", "Id"),
    "queries.severity": Text("级别", "Severity"),
    "queries.place": Text("位置", "Place"),
    "queries.raw": Text("原文", "As written"),
    "queries.reason": Text("疑点", "Question"),
    "queries.addressee": Text("填报人", "Sender"),
    "queries.answer": Text("答复", "Answer"),
    "queries.more": Text("另有{count}条提示从略。", "{count} notes are left out."),
}


def quality(language: str, key: str, **values: object) -> str:
    """Return the words called `key` in `language`, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return QUALITY[key].into(language).format(**values)
