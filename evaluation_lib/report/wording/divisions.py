"""Words on the divisions below the plan's own, side by side, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

DIVISIONS: dict[str, Text] = {
    # The whole
    "whole.title": Text("比较概况", "What is compared"),
    "whole.aside": Text(
        "{count}个县（市、区），{known}项指标有数据",
        "{count} counties, {known} indicators with data",
    ),
    "whole.headline": Text(
        "{known}项指标有县级数据，其中{complete}项{count}个县（市、区）齐全；{closing}项合计与全市相符{open}",
        "{known} indicators have county data, {complete} of them for all {count} counties; "
        "{closing} sum to the city's value{open}",
    ),
    "whole.open": Text("，{off}项不符", ", {off} do not"),
    "whole.none": Text(
        "没有任何县（市、区）的数据，无法比较。",
        "No county has any value; nothing can be compared.",
    ),
    "whole.table": Text(
        "县级数据的覆盖与一致性", "County data: coverage, and sums against the city"
    ),
    "whole.note": Text(
        "只合计可加的指标；比率、人均值和保持型指标不合计。比较年份为过半数有数据的县（市、区）都有数据的最近一年。"
        "县级齐全时合计与全市相差0.5%以内为相符；不齐全时只有合计超过全市才是矛盾，其余不作判断。",
        "Only what adds up is summed: not rates, figures per head or levels to maintain. The year "
        "compared is the latest that more than half of the counties with data know. With all "
        "counties known a difference of up to 0.5% counts as agreeing; with some missing only a "
        "sum beyond the city's value is a contradiction.",
    ),
    "column.number": Text("序号", "No."),
    "column.indicator": Text("指标", "Indicator"),
    "column.unit": Text("计量单位", "Unit"),
    "column.year": Text("年份", "Year"),
    "column.covered": Text("有数据", "Known"),
    "column.total": Text("县级合计", "Sum"),
    "column.city": Text("全市", "City"),
    "column.difference": Text("差", "Gap"),
    "column.closes": Text("一致性", "Agreement"),
    "closes.yes": Text("相符", "agrees"),
    "closes.no": Text("不符", "differs"),
    "closes.open": Text("无法判断", "cannot be told"),
    "closes.unsummed": Text("不合计", "not summed"),
    "covered": Text("{known}/{count}", "{known}/{count}"),
    # Verdicts
    "verdicts.title": Text("对照各自目标", "Against their own targets"),
    "verdicts.none": Text(
        "规划没有把任何目标分解到县（市、区）。全市目标不能拿来评价某一个县（市、区），因此本报告只列数值、位次"
        "与变化，不对县（市、区）下评价结论。分解目标后，把它们列入规划文件夹的county_targets.csv即可评价。",
        "The plan breaks no target down to counties. The city's target is no measure of a single "
        "county, so this report gives values, ranks and changes, and no verdict on any county. "
        "Once targets are broken down, county_targets.csv in the plan folder makes them judged.",
    ),
    "verdicts.headline": Text(
        "规划为{places}个县（市、区）分解了{count}个目标：{reached}个达到进度，{behind}个未达到，{open}个无法评价",
        "The plan sets {count} targets for {places} counties: {reached} on schedule, {behind} "
        "behind, {open} not assessable",
    ),
    "verdicts.table": Text("各县（市、区）对照自身目标", "Counties against their own targets"),
    "verdicts.reached": Text("达到", "Reached"),
    "verdicts.note": Text(
        "列号为指标序号：{names}。“{none}”为没有分解到该县（市、区）。“达到”为达到进度的个数／可评价的个数。",
        "Columns bear the numbers of indicators: {names}. “{none}”: not broken down to the "
        "county. “Reached”: on schedule / assessable.",
    ),
    "verdicts.marks": Text("标记：{marks}。", "Marks: {marks}."),
    # One indicator
    "indicators.title": Text("分指标比较", "Indicator by indicator"),
    "indicators.aside": Text("位次不等于优劣：规模不同", "a rank is no verdict: sizes differ"),
    "figure.range": Text(
        "{year}年{first}居首（{high}），{last}居末（{low}）",
        "{year}: {first} leads with {high}, {last} comes last with {low}",
    ),
    "figure.level": Text(
        "{year}年{count}个县（市、区）均为{value}", "{year}: all {count} counties stand at {value}"
    ),
    "figure.shared": Text("{name}等{count}个", "{name} and {more} more"),
    "figure.subtitle": Text(
        "{name}，{unit}，{first}—{last}年；每格突出一个县（市、区），灰线为其余各县（市、区）{more}",
        "{name}, {unit}, {first}–{last}; each panel marks one county, the others are grey{more}",
    ),
    "figure.city": Text("，虚线为全市", "; dashed: the city"),
    "figure.target": Text("，黑线为自身目标路径", "; black: path to its own target"),
    "figure.axis": Text("；纵轴不从0开始", "; the axis does not start at zero"),
    "figure.no_data": Text("没有数据", "No data"),
    "figure.at": Text("{value}（{year}）", "{value} ({year})"),
    "figure.goal": Text("目标{value}", "target {value}"),
    "figure.told": Text("{name}{value}", "{name} {value}"),
    "figure.untold": Text("{name}没有数据", "{name} no data"),
    "figure.alt": Text("{title}。{values}。", "{title}. {values}."),
    "figure.table": Text("{name}，分县（市、区）", "{name} by county"),
    "ranking.title": Text("{name}：{year}年位次（{unit}）", "{name}: ranks in {year} ({unit})"),
    "ranking.rank": Text("位次", "Rank"),
    "ranking.place": Text("县（市、区）", "County"),
    "ranking.value": Text("数值", "Value"),
    "ranking.change": Text("比上年", "Change"),
    "ranking.growth": Text("增速", "Growth"),
    "ranking.target": Text("自身目标", "Target"),
    "ranking.verdict": Text("评价", "Verdict"),
    "ranking.status": Text("数据状态", "Data"),
    "ranking.evidence": Text("证据", "Evidence"),
    "ranking.source": Text("来源", "Source"),
    "ranking.missing": Text("缺{year}年", "none in {year}"),
    "ranking.bound": Text("界限值，不排位次", "a bound, not ranked"),
    "ranking.sum": Text(
        "{covered}个县（市、区）合计{total}，全市{city}，相差{gap}：{closes}。",
        "{covered} counties sum to {total}, the city reports {city}, a difference of {gap}: "
        "{closes}.",
    ),
    "ranking.no_city": Text(
        "{covered}个县（市、区）合计{total}；全市该年没有可比的数值。",
        "{covered} counties sum to {total}; the city has no comparable value of that year.",
    ),
    "ranking.unsummed": Text(
        "该指标不可加，不与全市合计核对；全市为{city}。",
        "This indicator does not add up, so it is not summed; the city stands at {city}.",
    ),
    "ranking.falling": Text("数值越低越好。", "Lower is better."),
    "status.final": Text("最终", "final"),
    "status.revised": Text("修订", "revised"),
    "status.preliminary": Text("初步", "preliminary"),
    "status.reported": Text("填报", "reported"),
    "status.estimate": Text("推算", "estimate"),
    "status.synthetic": Text("演示", "demonstration"),
    "list": Text("、", ", "),
    "clause": Text("；", "; "),
    "space": Text("", " "),
}


def divided(language: str, key: str, **values: object) -> str:
    """Return the words called `key` in `language`, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return DIVISIONS[key].into(language).format(**values)
