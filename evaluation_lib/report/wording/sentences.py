"""The sentences of a report, Chinese and English side by side, with places for the facts.

No adjective stands without a number, and no probability word is used but the method's own.
"""

from __future__ import annotations

from evaluation_lib.language import Text
from evaluation_lib.report.wording.plan_sentences import PLAN_SENTENCES

SENTENCES: dict[str, Text] = {
    # Titles
    "title.annual": Text("《{plan}》{year}年度监测报告", "{plan}: {year} monitoring report"),
    "title.midterm": Text("《{plan}》实施情况中期评估报告", "{plan}: mid-term evaluation report"),
    "title.comparison": Text(
        "《{plan}》{year}年县（市、区）比较报告", "{plan}: {year} comparison of counties"
    ),
    "title.final": Text("《{plan}》实施情况总结评估报告", "{plan}: final evaluation report"),
    # Headlines of indicators with a share
    "change.achieved": Text(
        "{name}达{value}，已提前达到{target_year}年目标{target}",
        "{name} reached {value}, past the {target_year} target of {target} ahead of time",
    ),
    "change.ahead": Text(
        "{name}达{value}，完成率{share}，高于时序进度{gap}个百分点",
        "{name} at {value}: {share} done, {gap} percentage points above schedule",
    ),
    "change.level": Text(
        "{name}达{value}，完成率{share}，与时序进度持平",
        "{name} at {value}: {share} done, exactly on schedule",
    ),
    "change.behind": Text(
        "{name}为{value}，完成率{share}，低于时序进度{gap}个百分点",
        "{name} at {value}: {share} done, {gap} percentage points below schedule",
    ),
    "change.completed": Text(
        "{name}达{value}，完成{target_year}年目标{target}，完成率{share}",
        "{name} reached {value}; the {target_year} target of {target} is met ({share} done)",
    ),
    "change.basically_completed": Text(
        "{name}达{value}，完成率{share}，距目标{target}差{shortfall}，基本完成",
        "{name} reached {value}, {share} done, {shortfall} short of {target}: basically met",
    ),
    "change.not_completed": Text(
        "{name}为{value}，完成率{share}，距目标{target}差{shortfall}，未完成",
        "{name} ended at {value}, {share} done, {shortfall} short of {target}: not met",
    ),
    "sum.achieved": Text(
        "{years}年累计{atleast}{value}，已达到规划期目标{target}，完成率{atleast}{share}",
        "{atleast}{value} added in {years}: the plan's target of {target} is reached "
        "({atleast}{share} done)",
    ),
    "sum.runaway": Text(
        "{years}年累计{atleast}{value}，是规划期目标{target}的{multiple}倍，目标已失去约束力或口径不同，"
        "须核实",
        "{atleast}{value} added in {years}, {multiple} times the plan's target of {target}: the "
        "target no longer binds or the definition differs, to be verified",
    ),
    "change.runaway": Text(
        "{name}达{value}，增量是规划增量的{multiple}倍，目标已失去约束力或口径不同，须核实",
        "{name} reached {value}, {multiple} times the planned change: the target no longer binds "
        "or the definition differs, to be verified",
    ),
    "sum.ahead": Text(
        "{years}年累计{value}，完成率{share}，高于时序进度{gap}个百分点",
        "{value} added in {years}: {share} done, {gap} percentage points above schedule",
    ),
    "sum.level": Text(
        "{years}年累计{value}，完成率{share}，与时序进度持平",
        "{value} added in {years}: {share} done, exactly on schedule",
    ),
    "sum.behind": Text(
        "{years}年累计{value}，完成率{share}，低于时序进度{gap}个百分点",
        "{value} added in {years}: {share} done, {gap} percentage points below schedule",
    ),
    "sum.not_completed": Text(
        "{years}年累计{value}，完成率{share}，距目标{target}差{shortfall}，未完成",
        "{value} added in {years}, {share} done, {shortfall} short of {target}: not met",
    ),
    "sum.basically_completed": Text(
        "{years}年累计{value}，完成率{share}，距目标{target}差{shortfall}，基本完成",
        "{value} added in {years}, {share} done, {shortfall} short of {target}: basically met",
    ),
    # Headlines of indicators judged every year
    "yearly.breached": Text(
        "{year}年{name}{value}，低于要求{gap}，未达标",
        "{name} at {value} in {year}, {gap} short of what is required: not met",
    ),
    "yearly.recovered": Text(
        "；{year}年恢复到{value}，但未达标记录保留",
        "; back at {value} in {year}, but the breach stays on record",
    ),
    "yearly.all_met": Text(
        "{name}{years}年逐年达标，最低为{year}年{value}，高于要求{gap}",
        "{name} met the requirement in each of {years}; lowest {value} in {year}, {gap} above it",
    ),
    "yearly.all_level": Text(
        "{name}{years}年逐年达标，各年不低于{value}",
        "{name} met the requirement in each of {years}, never below {value}",
    ),
    "yearly.one_met": Text("{name}{year}年为{value}，达标", "{name} at {value} in {year}: met"),
    # Headlines of indicators that cannot be judged
    "open.why_pending": Text("目标未定", "no target set"),
    "open.why_not_broken_down": Text(
        "目标未分解到该行政区", "target not broken down to this jurisdiction"
    ),
    "open.no_data": Text("{name}{why}且无可用数据", "{name}: {why} and no usable data"),
    "open.trend": Text(
        "{name}{why}；{year}年为{value}，{trend}", "{name}: {why}; {value} in {year}, {trend}"
    ),
    "open.value": Text("{name}{why}；{year}年为{value}", "{name}: {why}; {value} in {year}"),
    "none": Text("{name}无法评价：{reason}", "{name} cannot be assessed: {reason}"),
    "trend.up": Text("较{year}年上升{gap}", "up {gap} since {year}"),
    "trend.down": Text("较{year}年下降{gap}", "down {gap} since {year}"),
    "trend.level": Text("与{year}年持平", "unchanged since {year}"),
    "atleast": Text("至少", "at least "),
    # Outlook
    "outlook.tail": Text("；{year}年达到{target}{word}", "; reaching {target} by {year} is {word}"),
    "outlook.reached": Text(
        "按现有走势，{year}年预测中位数{median}，可达目标{target}，80%区间{low}至{high}；"
        "达到目标的概率为{probability}，{word}。",
        "On its course so far, the median of {median} for {year} reaches the target of {target}; "
        "80% interval {low} to {high}, chance of reaching the target {probability}: {word}.",
    ),
    "outlook.short": Text(
        "按现有走势，{year}年预测中位数{median}，距目标{target}差{gap}，80%区间{low}至{high}；"
        "达到目标的概率为{probability}，{word}。",
        "On its course so far, the median of {median} for {year} is {gap} short of the target of "
        "{target}; 80% interval {low} to {high}, chance of reaching the target {probability}: "
        "{word}.",
    ),
    "outlook.yearly": Text(
        "{years}年每年都达标的概率为{probability}，{word}。",
        "The chance that every year of {years} meets the requirement is {probability}: {word}.",
    ),
    "outlook.calibration": Text(
        "本指标仅{count}个年度观测值，区间按公开年度序列校准。",
        "With only {count} yearly values of its own, the interval is calibrated on public series.",
    ),
    "outlook.none": Text("趋势：{reason}", "Outlook: {reason}"),
    # Pace
    "pace.needed": Text(
        "到{year}年达标，其余{left}年每年需{move}{required}，而历年最大{extent}为{best}。",
        "To reach the target by {year}, a {move} of {required} is needed in each of the {left} "
        "years left; the best year ever brought {best}.",
    ),
    "pace.seen": Text(
        "到{year}年达标，其余{left}年每年需{move}{required}，历年最大{extent}为{best}，曾经做到。",
        "To reach the target by {year}, a {move} of {required} is needed in each of the {left} "
        "years left, no more than the best year, which brought {best}.",
    ),
    "pace.needed_no_history": Text(
        "到{year}年达标，其余{left}年每年需{move}{required}；没有可比的历年{extent}。",
        "To reach the target by {year}, a {move} of {required} is needed in each of the {left} "
        "years left; there is no earlier yearly change to compare with.",
    ),
    "pace.higher.move": Text("增", "rise"),
    "pace.higher.extent": Text("增量", "rise"),
    "pace.lower.move": Text("降", "fall"),
    "pace.lower.extent": Text("降幅", "fall"),
    # Evidence and data
    "evidence": Text(
        "最新值的证据等级为{grade}（{meaning}）。",
        "Evidence grade of the latest value: {grade} ({meaning}).",
    ),
    "evidence.A": Text("官方统计、公报、证书", "official statistics, notice or certificate"),
    "evidence.B": Text("盖章填报并附台账", "stamped return with ledger"),
    "evidence.C": Text("填报，未附凭证", "return without attachment"),
    "evidence.D": Text("媒体、转载或口头", "media, reprint or oral"),
    "evidence.E": Text("推算", "derived"),
    "parts": Text(
        "另知{period}为{value}，不足全年，仅供参考，不折算。",
        "Also known: {value} for {period}; part of a year, for information, never scaled up.",
    ),
    "verdict": Text("评价结论：{verdict}。", "Verdict: {verdict}."),
    "verdict.graded": Text(
        "评价结论：{verdict}，依据{grade}级证据（{meaning}）。",
        "Verdict: {verdict}, on evidence of grade {grade} ({meaning}).",
    ),
    "verdict.reported": Text(
        "据填报或转载，评价结论：{verdict}（{meaning}）。",
        "As reported ({meaning}), the verdict is: {verdict}.",
    ),
    "verdict.reason": Text("评价结论：无法评价。{reason}", "Verdict: not assessable. {reason}"),
    "would_help": Text("补齐{what}后即可评价。", "It can be assessed once {what} is known."),
    "would_help.target": Text("规划目标", "the target"),
    "would_help.not_broken_down": Text("分解到该行政区的目标", "a target for this jurisdiction"),
    "would_help.data": Text("{span}年经核实的年度数据", "verified yearly data for {span}"),
    **PLAN_SENTENCES,
    "cell.line": Text("第{line}行", "line {line}"),
    # Arithmetic a reader can redo
    "sum.share": Text("完成率", "Share done"),
    "sum.due": Text("时序进度", "Time share"),
    "sum.due_line": Text(
        "{elapsed}年 ÷ {span}年 = {due}，相差{gap}个百分点",
        "{elapsed} years ÷ {span} years = {due}; difference {gap} percentage points",
    ),
    "sum.status": Text("进展状态", "Status"),
    "sum.status_line": Text(
        "{share} ÷ {due} = {ratio}，属{range}：{status}",
        "{share} ÷ {due} = {ratio}, in {range}: {status}",
    ),
    "sum.pace": Text("年均所需", "Needed a year"),
    "sum.multiple": Text("，是最好年份的{multiple}倍", ", {multiple} times the best year"),
    "sum.year": Text("{year}年", "{year}"),
    "sum.met": Text("达标", "met"),
    "sum.missed": Text("未达标", "not met"),
    "range.from": Text("{low}以上", "{low} or more"),
    "range.between": Text("{low}—{high}", "{low} to {high}"),
    "range.below": Text("{high}以下", "below {high}"),
}


def say(language: str, key: str, **values: object) -> str:
    """Return the sentence called `key` in `language`, with its places filled.

    Raises:
        KeyError: There is no such sentence, or a place is left without a value.
    """
    return SENTENCES[key].into(language).format(**values)
