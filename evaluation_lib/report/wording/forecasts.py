"""Words on forecasts and on how they would have done, in both languages."""

from __future__ import annotations

from evaluation_lib.language import Text

FORECASTS: dict[str, Text] = {
    "transparent.title": Text("透明算式", "Transparent form"),
    "transparent.sum": Text(
        "末值{last} {sign} {share}×{ahead}×{change} = {median}；"
        "80%区间{median} ± {width}×{typical}，即{low}至{high}",
        "last value {last} {sign} {share} × {ahead} × {change} = {median}; 80% interval "
        "{median} ± {width} × {typical}, that is {low} to {high}",
    ),
    "transparent.sum_annual": Text(
        "末值{last} {sign} {share}×{ahead}×{change} = {median}；"
        "80%区间{median} ± {width}×{typical}，即{low}至{high}（当年各月的影响另计）",
        "last value {last} {sign} {share} × {ahead} × {change} = {median}; 80% interval "
        "{median} ± {width} × {typical}, that is {low} to {high} (before what the months of the "
        "year under way tell)",
    ),
    "passing.early": Text(
        "中位数在{year}年即达到目标。", "The median reaches the target in {year}."
    ),
    "passing.late": Text(
        "按中位数，到{year}年才达到目标。", "By its median the target is not reached before {year}."
    ),
    "per_head.parts": Text(
        "分子与分母分别预测后相除。", "Numerator and denominator are forecast apart and divided."
    ),
    # The first months of a year under way
    "months.sum": Text("{year}年{span}月{known}", "{known} in the first {months} of {year}"),
    "months.mean": Text(
        "{year}年{span}月平均{known}", "a mean of {known} over the first {months} of {year}"
    ),
    "months.end": Text("{year}年{month}月末{known}", "{known} after {months} of {year}"),
    "months.one": Text("1个月", "month"),
    "months.many": Text("{count}个月", "{count} months"),
    "months.known": Text(
        "其中已知{part}，为以往{compared}年同期平均占比{share}，据此推算为{estimate}；"
        "与年度预测{annual}按误差方差加权（权重{weight}与{rest}），{year}年为{median}。",
        "Of which known: {part}. Over {compared} earlier {years} the same months made up {share} "
        "of the year, which gives {estimate}; averaged with the annual forecast of {annual} by "
        "error variance (weights {weight} and {rest}), {year} comes to {median}.",
    ),
    "months.total": Text(
        "{span}年累计中已知{known}。", "Of the total over {span}, {known} is known so far."
    ),
    "months.bound": Text(
        "{year}年已知部分合计{known}，作为全年下限计入预测。",
        "What is known of {year} comes to {known}, which the forecast takes as its lower bound.",
    ),
    "months.used": Text(
        "部分时期的数值（按以往同期占比推算当年，从不按12/m放大）：{parts}",
        "Parts of a year (they estimate their year by the usual share of these months, never "
        "scaled up by 12/m): {parts}",
    ),
    "months.card": Text("其中已知{known}", "of which known {known}"),
    # Trend of one indicator
    "model.pooled": Text("汇总序列模型", "Pooled engine"),
    "model.transparent": Text("透明算式", "Transparent form"),
    "trend.models": Text("{name}：各模型的预测（{period}）", "{name}: {period} by every model"),
    "trend.scenarios": Text(
        "{name}：对2020、2021年作不同处理时{year}年的预测（敏感性，不作结论）",
        "{name}: {year} under other readings of 2020 and 2021 (a sensitivity, no finding)",
    ),
    "trend.none": Text("没有预测。", "There is no forecast."),
    "trend.yearly": Text(
        "累计型指标此处为当年数，不是累计数。",
        "For this cumulative target the yearly value is forecast here, not the running total.",
    ),
    "trend.span": Text("{low}至{high}", "{low} to {high}"),
    "column.model": Text("模型", "Model"),
    "column.history": Text("历史", "History"),
    "column.median": Text("中位数", "Median"),
    "column.interval": Text("{level}%区间", "{level}% interval"),
    # Annex
    "backtest.title": Text("附件　预测回测", "Annex: how the forecasts would have done"),
    "backtest.skill": Text(
        "{indicators}项指标、{origins}个起点回测，误差为朴素预测的{owa}倍，小于朴素预测",
        "Tested from {origins} origins of {indicators} indicators: {owa} times the error of the "
        "naive forecast, which is less",
    ),
    "backtest.no_skill": Text(
        "{indicators}项指标、{origins}个起点回测，误差为朴素预测的{owa}倍，与朴素预测没有可断定的差别",
        "Tested from {origins} origins of {indicators} indicators: {owa} times the error of the "
        "naive forecast, no difference that could be claimed",
    ),
    "backtest.none": Text(
        "没有一项指标的年度观测值足以回测", "No indicator has enough yearly values for a test"
    ),
    "backtest.untested": Text(
        "{count}项指标的年度观测值不超过{most}个，不可单独检验，其区间依据{series}条公开年度序列校准。",
        "{count} indicators have {most} annual values or fewer and are not testable on their own "
        "history; their intervals are calibrated on {series} public annual series.",
    ),
    "backtest.table": Text(
        "对规划指标的滚动回测：由每个较早年份预测其后各年",
        "Rolling origins: each later year forecast from every earlier one",
    ),
    "backtest.ahead": Text("{ahead}年后", "{ahead} ahead"),
    "backtest.together": Text("合计", "Together"),
    "backtest.share": Text("{share}（{low}—{high}）", "{share} ({low}–{high})"),
    "backtest.note": Text(
        "OWA：与朴素预测（末值不变）相比的误差，1为相同，±为两倍标准误，差别在其内不作优劣判断；"
        "覆盖率括号内为名义覆盖率下偶然波动的95%范围；布赖尔分与校准误差均为越小越好。",
        "OWA: error against the naive forecast (no change), 1 is equal, ± two standard errors; no "
        "claim is made within them. Brackets: where chance alone puts a true coverage, 19 times "
        "of 20. Brier score and calibration error: smaller is better.",
    ),
    "held_out.table": Text(
        "在未参与拟合的公开序列上的检验（{date}）",
        "On public series of families held out from the fitting ({date})",
    ),
    "held_out.note": Text(
        "公开序列文件SHA-256前12位：{hash}；各族序列轮流留出，1—3年后合计。",
        "SHA-256 of the public series begins {hash}; each family is held out in turn, one to three "
        "years ahead together.",
    ),
    "held_out.coverage": Text(
        "同一检验中80%与95%区间的覆盖率，按历史年数和预测年数（%）",
        "Values held by the 80% and the 95% interval in the same test, by years of history and "
        "years ahead (%)",
    ),
    "held_out.coverage_note": Text(
        "名义值为80与95；竞赛序列4年后起只有年度序列。仅{fewest}个检验值时偶然波动也只有±{band80}与±{band95}个百分点，但相邻年份、同一"
        "序列的检验值并不独立，实际波动更大。",
        "80 and 95 would be right; from four years ahead on, yearly competition series only. Even "
        "of the fewest values, {fewest}, chance alone moves the shares by no more than ±{band80} "
        "and ±{band95} points; values of one series are not independent, so that true bands are "
        "wider.",
    ),
    "held_out.pair": Text("{low}/{high}", "{low}/{high}"),
    "reliability.title": Text(
        "说的概率与实现的比例", "What was stated, and how often it came true"
    ),
    "reliability.subtitle": Text(
        "横轴：预测的达标概率（%）；纵轴：实际达标比例（%）；虚线：完全相符",
        "Across: stated probability (%). Upwards: share that came true (%). Dashed: equal",
    ),
    "reliability.alt": Text(
        "可靠性图：预测概率与实际比例之差最大为：{told}。",
        "Reliability diagram. Largest distance of stated probability and true share: {told}.",
    ),
    "reliability.gap": Text("{gap}个百分点", "{gap} points"),
    "reliability-values": Text("可靠性图的数值", "Values of the reliability diagram"),
    "pit.title": Text("后来的数值落在预测分布的何处", "Where what came lies in the forecast"),
    "pit.subtitle": Text(
        "横轴：预测分布的分位（%）；纵轴：占检验值的比例（%）；虚线：各十分位应为10%",
        "Across: place in the forecast (%). Upwards: share of values (%). Dashed: 10% each",
    ),
    "pit.alt": Text(
        "概率积分变换直方图，各十分位所占比例：{told}。",
        "Histogram of the probability integral transform. Shares of the tenths: {told}.",
    ),
    "pit.span": Text("{low}%—{high}%", "{low}% to {high}%"),
    "pit.tenth": Text("第{tenth}个十分位", "tenth {tenth}"),
    "pit-values": Text("概率积分变换直方图的数值", "Values of the histogram"),
    "curve.indicators": Text("国家统计指标，n={n}", "country indicators, n = {n}"),
    "curve.M/Tourism together": Text("M与旅游竞赛，n={n}", "M and tourism, n = {n}"),
    "curve.own": Text("本规划指标", "this plan's own"),
    "held_out.M/Tourism together": Text("M与旅游竞赛序列", "M and tourism competitions"),
    "held_out.indicators": Text("国家统计指标", "Country indicators"),
    "column.ahead": Text("预测期", "Years"),
    "column.cases": Text("检验值", "Values"),
    "column.owa": Text("OWA", "OWA"),
    "column.coverage_80": Text("80%区间覆盖率", "80% held"),
    "column.coverage_95": Text("95%区间覆盖率", "95% held"),
    "column.brier": Text("布赖尔分", "Brier"),
    "column.calibration": Text("校准误差", "Calibration error"),
    "column.stated": Text("预测概率（%）", "Stated (%)"),
    "column.came": Text("实际比例（%）", "Came true (%)"),
    "column.tenth": Text("分位", "Place"),
    "column.share": Text("占比（%）", "Share (%)"),
    "column.set": Text("序列", "Series"),
    "column.n": Text("历史年数", "Years of history"),
}


def forecast_words(language: str, key: str, **values: object) -> str:
    """Return the words called `key` in `language`, with their places filled.

    Raises:
        KeyError: There are no such words, or a place is left without a value.
    """
    return FORECASTS[key].into(language).format(**values)
