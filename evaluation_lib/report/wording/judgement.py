"""Words on firmness, warnings, scores, comparators and assumptions, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

JUDGEMENT: dict[str, Text] = {
    # Firmness
    "firmness.label": Text("稳健性", "Firmness"),
    "firmness.holds": Text(
        "{total}种设定中{holds}种结论不变", "the conclusion holds in {holds} of {total} settings"
    ),
    "firmness.more": Text(
        "{total}种设定中{holds}种结论不变，其余见稳健性表",
        "the conclusion holds in {holds} of {total} settings; for the others see the table",
    ),
    "firmness.falls": Text("{settings}时变为{conclusion}", "{settings}: {conclusion}"),
    "firmness.among": Text("{shown}等{count}种", "{shown} and others, {count} in all"),
    "firmness.turns": Text(
        "{settings}时趋势判断变为{conclusion}", "{settings}: outlook {conclusion}"
    ),
    "firmness.outlook": Text("趋势判断{outlook}", "outlook {outlook}"),
    "group.denominator": Text("分母", "Denominator"),
    "group.rounding": Text("取整", "Rounding"),
    "group.path": Text("路径", "Path"),
    "group.vintage": Text("数据版本", "Vintage"),
    "group.cut_offs": Text("分界值", "Cut-offs"),
    "group.history": Text("历史数据", "History"),
    "group.rival": Text("对照模型", "Rival models"),
    # Chapter on methods and firmness
    "table.title": Text("方法互校与稳健性", "Methods side by side, and how firm the verdicts are"),
    "table.methods": Text("方法互校", "Methods side by side"),
    "table.firmness": Text("稳健性", "Firmness"),
    "table.none": Text(
        "没有可以互校的指标。", "No indicator can be judged by two methods or settings."
    ),
    "table.firmness_all": Text(
        "{count}项指标逐一改变设定复算：结论均不变",
        "{count} indicators judged again under other settings: every conclusion holds",
    ),
    "table.firmness_some": Text(
        "{count}项指标逐一改变设定复算：{firm}项结论不变，{soft}项有设定可改变结论",
        "{count} indicators judged again under other settings: {firm} hold throughout, {soft} "
        "change under some",
    ),
    "table.falls": Text("改变结论的设定", "Settings that change a conclusion"),
    "table.cell": Text("{changed}/{total}", "{changed}/{total}"),
    "table.note": Text(
        "各列为“改变结论的设定数/适用的设定数”，“—”为不适用。设定包括：分母（上年末、当年末人口、普查口径）、"
        "基期与目标按末位数字半个单位取舍、直线或等比路径、首次或最后发布的数据、各分界值同时±{shift}、"
        "预测所用历史不含2020年或2021年、或只用2022年及以后、以对照模型的点预测代替中位数（区间宽度不变）。"
        "结论改变指评价用语不同，或趋势判断在“可能达到”“难以判断”“不太可能”之间移动。",
        "Each column gives settings that change the conclusion / settings that apply; “—” is none. "
        "Settings: denominator (year-end before, same year-end, census), half a unit of the last "
        "digit of base and target, straight or compound path, first or last vintage, all cut-offs "
        "±{shift}, history without 2020 or 2021 or from 2022 on, a rival's point in place of the "
        "median with the spread kept. A conclusion changes where the verdict differs or the "
        "outlook moves between likely, too close to call and unlikely.",
    ),
    "column.number": Text("序号", "No."),
    "column.indicator": Text("指标", "Indicator"),
    "column.verdict": Text("评价", "Verdict"),
    "column.holds": Text("不变", "Holds"),
    "column.falls": Text("改变结论的设定", "Settings that change it"),
    # Early-warning list
    "warnings.title": Text("预警清单", "Early warnings"),
    "warnings.none": Text("没有需要预警的指标。", "No indicator gives cause for an early warning."),
    "warnings.headline": Text(
        "{count}项指标需要预警{binding}", "{count} indicators need a hand{binding}"
    ),
    "warnings.binding": Text("，其中约束性{count}项", ", {count} of them binding"),
    "warnings.table": Text("预警清单，共{count}项", "Early warnings, {count} indicators"),
    "warnings.note": Text(
        "约束性指标在前；其后依次按实现概率由低到高、年均所需与历年最大之比由高到低、剩余年数由少到多排列。"
        "列入条件：有年份未达标；滞后；实现概率低于{anticipatory}（约束性指标低于{binding}）；年均所需超过历年最大；"
        "约束性指标缺少评价年度数据。",
        "Binding indicators first; then by probability from the smallest, by required pace against "
        "the best from the largest, by time left from the shortest. Listed are: a year missed; "
        "behind schedule; a probability below {anticipatory} ({binding} for binding ones); a "
        "required pace never seen; a binding indicator without data for the year under evaluation.",
    ),
    "warnings.probability": Text("实现概率", "Probability"),
    "warnings.multiple": Text("所需/最大", "Needed/best"),
    "warnings.left": Text("剩余年数", "Years left"),
    "warnings.grounds": Text("列入原因", "Why"),
    # Probability strip
    "strip.title": Text(
        "{count}项有待实现的指标中{likely}项实现的可能性较大，{between}项难以判断，{unlikely}项不太可能",
        "Of {count} targets still open {likely} are likely, {between} too close to call, "
        "{unlikely} unlikely",
    ),
    "strip.subtitle": Text(
        "{year}年实现目标的概率；方格内为指标序号，格下黑线为约束性指标，同一位置的向上叠放",
        "Chance of reaching the target by {year}; squares bear the number of the indicator, a "
        "black bar below marks a binding one",
    ),
    "strip.alt": Text("{title}。概率由低到高：{values}。", "{title}. From the smallest: {values}."),
    "ground.breached": Text("有年份未达标", "a year missed"),
    "ground.behind": Text("滞后", "behind schedule"),
    "ground.outlook": Text("预计不能确保实现", "target not assured"),
    "ground.pace": Text("所需增量从未达到过", "pace never seen"),
    "ground.no_data": Text("缺评价年度数据", "no data for the year"),
    "times": Text("{multiple}倍", "{multiple}×"),
    # Score
    "score.title": Text("评分（参考）", "Score, for reference"),
    "score.headline": Text(
        "按权重{version}计{points}分，{grade}；在{stays}的随机权重下等级不变",
        "{points} points by weights {version}: {grade}; the grade stays under {stays} of random "
        "weights",
    ),
    "score.counts": Text(
        "先看个数：可评价{assessable}项中{reached}项{done}。",
        "Counts first: {reached} of {assessable} assessable indicators {done}.",
    ),
    "score.done": Text("达到或快于进度", "are on or ahead of schedule"),
    "score.done_final": Text("完成或基本完成", "are met or basically met"),
    "score.binding": Text(
        "有约束性指标未达到要求，得分不改变这一结论。",
        "A binding indicator falls short, and no score makes that good.",
    ),
    "score.coverage": Text(
        "可计分指标的权重占{coverage}；其余指标无法评价，剔除后按比例重新归一。",
        "Indicators that could be scored carry {coverage} of the weights; the others cannot be "
        "assessed and were taken out, the rest divided by its sum.",
    ),
    "score.rule": Text(
        "每项得分为完成率÷时序进度×100，最低0分，最高100分，超额不抵补；逐年考核的为达标年份占比。"
        "等级分界：{limits}，以下为{lowest}，为本报告的设定。",
        "Points are share done ÷ share due × 100, from 0 to a cap of 100; kinds judged every year "
        "get the share of years kept. Grades begin at {limits}; below is {lowest}. They are "
        "settings of this report.",
    ),
    "score.table": Text("各项权重与得分", "Weights and points"),
    "score.trials": Text("敏感性：换一种算法", "Sensitivity: reckoned otherwise"),
    "score.weight": Text("权重", "Weight"),
    "score.share": Text("归一后（%）", "Renormalised (%)"),
    "score.points": Text("得分", "Points"),
    "score.grade": Text("等级", "Grade"),
    "score.way": Text("算法", "Way to reckon"),
    "score.as_is": Text("给定权重", "Weights as given"),
    "trial.equal_weights": Text("等权", "Equal weights"),
    "trial.no_cap": Text("不设上限", "No cap"),
    "trial.without": Text("去掉“{name}”", "Without “{name}”"),
    "trial.random": Text("随机权重{count}组，5%—95%", "{count} random sets of weights, 5% to 95%"),
    "trial.stays": Text("{share}不变", "{share} the same"),
    "trial.among": Text(
        "去掉任何一项时得分在{low}与{high}之间；下表只列使等级改变的。",
        "Leaving any one out gives {low} to {high}; only those that change the grade are listed.",
    ),
    "grade.excellent": Text("优秀", "excellent"),
    "grade.good": Text("良好", "good"),
    "grade.fair": Text("合格", "fair"),
    "grade.poor": Text("不合格", "poor"),
    "grade.limit": Text("{grade}≥{limit}", "{grade} {limit}"),
    # Comparators
    "comparators.title": Text("横向比较", "Other places"),
    "comparators.matched": Text("口径一致的可比值", "Comparable values"),
    "comparators.apart": Text("不可比的公开数值，仅供参考", "Values that are not comparable"),
    "comparators.none": Text(
        "没有口径、单位和年份都一致的可比值。",
        "No value matches in definition, unit and year.",
    ),
    "comparators.note": Text(
        "规模不同的总量只比较相同年份之间的年均增速；比率与人均值比较水平。公开值没有区间，不排名次。",
        "Totals of places of different size are compared by mean yearly growth between the same "
        "years, rates and figures per head by level. Published values have no interval: no ranks.",
    ),
    "comparators.place": Text("地区", "Place"),
    "comparators.period": Text("时期", "Period"),
    "comparators.value": Text("数值", "Value"),
    "comparators.own": Text("本地", "Ours"),
    "comparators.growth": Text("年均增速", "Growth a year"),
    "comparators.own_growth": Text("本地增速", "Our growth"),
    "comparators.reason": Text("不可比的原因", "Why not comparable"),
    "comparators.source": Text("来源", "Source"),
    "comparators.since": Text("{growth}（{year}年起）", "{growth} (since {year})"),
    "counties.title": Text("县（市、区）之间", "Counties among themselves"),
    "counties.table": Text(
        "{count}项计数指标的县域年均增速：{ranked}项能分出先后",
        "Yearly growth of counties in {count} counted indicators: {ranked} tell any apart",
    ),
    "counties.none": Text(
        "{count}项计数指标的县域年均增速：差异均在偶然范围内",
        "Yearly growth of counties in {count} counted indicators: chance explains all differences",
    ),
    "counties.note": Text(
        "增速以计数的偶然误差向合计增速收缩（经验贝叶斯），小县收缩更多；括号内为80%区间，"
        "名次只在区间分开时给出，“1—9”表示分不出先后。",
        "Growth is drawn towards the pooled one by as much as counting error explains (empirical "
        "Bayes), small counties further; brackets hold 80% intervals. Ranks are given only as far "
        "as intervals part: 1–9 means they cannot be told apart.",
    ),
    "counties.years": Text("年份", "Years"),
    "counties.pooled": Text("合计增速", "Pooled"),
    "counties.first": Text("增速最高", "Fastest"),
    "counties.last": Text("增速最低", "Slowest"),
    "counties.rank": Text("第{rank}", "rank {rank}"),
    "counties.entry": Text(
        "{name} {growth}（{low}至{high}，{rank}）", "{name} {growth} ({low} to {high}, {rank})"
    ),
    # Required pace
    "pace.reachable": Text(
        "按历年最大增量，最迟从{year}年末起仍可如期实现目标。",
        "At the best pace ever seen the target was still in reach from the end of {year}.",
    ),
    # Assumptions
    "assumption.title": Text("（含假设）", " (with assumptions)"),
    "assumption.mark": Text("（假设）", "(assumed) "),
    "assumption.told": Text("{name}：{text}", "{name}: {text}"),
    "assumption.limit": Text(
        "以下为假设，不是观测或规划所定，涉及的结论只回答“如果……会怎样”：{parts}。",
        "Assumed, neither observed nor planned; what rests on it answers “what if” only: {parts}.",
    ),
    "assumption.source": Text("假设", "assumption"),
    "list": Text("、", ", "),
    "clause": Text("；", "; "),
    "stop": Text("。", "."),
}


def judged(language: str, key: str, **values: object) -> str:
    """Return the words called `key` in `language`, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return JUDGEMENT[key].into(language).format(**values)
