"""Words on the plan's own arithmetic, on the strength of its targets, and on its versions."""

from __future__ import annotations

from evaluation_lib.language import Text

AUDIT: dict[str, Text] = {
    "audit.report_title": Text("《{plan}》文本核查报告", "{plan}: audit of its text"),
    "audit.title": Text("规划文本核查", "Audit of the plan's text"),
    "audit.aside": Text("共核查{count}处算术与表述", "{count} claims redone"),
    "audit.headline": Text(
        "规划文本的{total}处算术与表述中{parts}",
        "{total} claims of the plan's text redone: {parts}",
    ),
    "audit.closes": Text("{count}处闭合", "{count} closing"),
    "audit.does_not_close": Text("{count}处不闭合", "{count} not closing"),
    "audit.wrong_period": Text("{count}处时期有误", "{count} with a wrong period"),
    "audit.ambiguous": Text("{count}处存疑", "{count} ambiguous"),
    "audit.not_checkable": Text("{count}处无从核算", "{count} not checkable"),
    "outcome.closes": Text("闭合", "closes"),
    "outcome.does_not_close": Text("不闭合", "does not close"),
    "outcome.wrong_period": Text("时期有误", "wrong period"),
    "outcome.ambiguous": Text("存疑", "ambiguous"),
    "outcome.not_checkable": Text("无从核算", "cannot be checked"),
    "audit.method": Text(
        "每处表述用文本自印的数字重算。有小数的数字按印数精度取区间（7.2表示7.15至7.25），整数按计数；只有"
        "任何读法都不符时才判为不闭合，读法不同结论就不同的列为存疑，并写明各读法的结果。",
        "Each claim is redone from printed numbers. A number with decimals stands for the range "
        "its rounding leaves (7.2 is 7.15 to 7.25), a whole number is a count. A claim is found "
        "wrong only where no reading agrees; where readings differ it is ambiguous, and each is "
        "shown.",
    ),
    "audit.table": Text("需要更正、澄清或补充依据的表述", "Claims to be corrected or made clear"),
    "audit.rest": Text(
        "其余{count}处均闭合，算式列于附件。",
        "The other {count} close; the annex shows their sums.",
    ),
    "audit.all_close": Text(
        "各处均闭合，算式列于附件。", "All of them close; the annex shows the sums."
    ),
    "points": Text("{value}个百分点", "{value} percentage points"),
    "column.outcome": Text("结果", "Outcome"),
    "column.claim": Text("表述", "Claim"),
    "column.finding": Text("重算", "Redone"),
    "column.inputs": Text("数字与出处", "Numbers and places"),
    "finding.agrees": Text(
        "{sum} = {value}{range}，文中为{expected}，相符",
        "{sum} = {value}{range}; the text says {expected}: agrees",
    ),
    "finding.differs": Text(
        "{sum} = {value}{range}，文中为{expected}，相差{gap}，不符",
        "{sum} = {value}{range}; the text says {expected}: differs by {gap}",
    ),
    "finding.cut_off": Text(
        "；如截去末位而不四舍五入，则为{expected}",
        "; with its last digits cut off instead of rounded it is {expected}",
    ),
    "finding.bound_holds": Text(
        "{sum} = {value}{range}，须{comparison}{expected}，成立",
        "{sum} = {value}{range}; must be {comparison}{expected}: holds",
    ),
    "finding.bound_fails": Text(
        "{sum} = {value}{range}，须{comparison}{expected}，不成立",
        "{sum} = {value}{range}; must be {comparison}{expected}: fails",
    ),
    "finding.period": Text(
        "同一时点只能有一个值：{sum} = {value}，应为{expected}；算术本身另行核对",
        "One time has one value: {sum} = {value}, should be {expected}; the sum itself is checked "
        "apart",
    ),
    "finding.open": Text(
        "{sum} = {value}，文中没有可比的数，取得后方可核对",
        "{sum} = {value}; the text has no number to hold it against",
    ),
    "finding.range": Text("（按印数精度{low}至{high}）", " ({low} to {high} by rounding)"),
    "finding.reading": Text("按“{label}”", "reading {number}"),
    "finding.words": Text("按原文数字", "reading {number}, as printed"),
    "strength.title": Text("目标力度", "Strength of the targets"),
    "strength.intro": Text(
        "把规划期承诺的增量与此前五年的增量相比（文中两者都有的{count}项）：{weaker}项的承诺低于此前的年均增量。",
        "Promised increments beside those of the five years before, for the {count} indicators "
        "whose text gives both: {weaker} promise less a year than was added before.",
    ),
    "strength.table": Text("承诺增量与此前增量", "Promised and earlier increments"),
    "strength.note": Text(
        "力度＝承诺年均增量÷此前年均增量；低于1表示承诺慢于此前。力度低不等于目标不当，须结合基数与形势判断。",
        "Strength is the promised increment a year over the earlier one; below 1 the promise is "
        "slower than before. A low strength is no fault in itself.",
    ),
    "column.indicator": Text("指标", "Indicator"),
    "column.unit": Text("计量单位", "Unit"),
    "column.before": Text("此前增量", "Before"),
    "column.since": Text("起算年", "Since"),
    "column.promised": Text("承诺增量", "Promised"),
    "column.ratio": Text("力度", "Strength"),
    "column.note": Text("说明", "Note"),
    "versions.title": Text("规划版本与目标调整", "Plan version and changed targets"),
    "versions.now": Text(
        "本报告按规划“{version}”评价，截至{as_of}。",
        "This report judges the plan as of {as_of}: {version}.",
    ),
    "versions.none": Text("截至评估日没有目标调整。", "No target had been changed by then."),
    "versions.table": Text("目标调整", "Changed targets"),
    "versions.milestones": Text("规划自定的年度节点", "The plan's own milestones"),
    "versions.milestone_note": Text(
        "有节点的年度按节点值判断进度，不按直线。",
        "Years with a milestone are judged by it, not by the straight path.",
    ),
    "versions.verdicts": Text(
        "评价结论因版本而异的指标", "Indicators that differ between versions"
    ),
    "column.field": Text("字段", "Field"),
    "column.before_change": Text("调整前", "Before"),
    "column.after_change": Text("调整后", "After"),
    "column.effective_on": Text("生效日", "In force from"),
    "column.document": Text("依据", "Decision"),
    "column.year": Text("年份", "Year"),
    "column.value": Text("节点值", "Value"),
    "column.old_verdict": Text("原版本结论", "Old verdict"),
    "column.new_verdict": Text("本版本结论", "New verdict"),
    "field.target": Text("规划值", "target"),
    "field.target_high": Text("区间另一端", "other end of the range"),
    "field.comparison": Text("比较关系", "comparison"),
    "field.target_year": Text("目标年", "target year"),
    "field.baseline": Text("基期值", "baseline"),
    "field.nature": Text("属性", "nature"),
    "field.direction": Text("方向", "direction"),
    "field.basis": Text("目标类型", "basis"),
    "field.relative_to": Text("参照指标", "relative to"),
    "field.note": Text("备注", "note"),
    "blank": Text("空白", "blank"),
    # Targets that are no plain level
    "shape.relative_met": Text(
        "{name}自{base}年以来的水平为同步线的{ratio}%，达到同步",
        "{name} stands at {ratio}% of the level that keeps step since {base}: in step",
    ),
    "shape.relative_missed": Text(
        "{name}自{base}年以来的水平为同步线的{ratio}%，未达到同步",
        "{name} stands at {ratio}% of the level that keeps step since {base}: not in step",
    ),
    "shape.above": Text(
        "{year}年{name}{value}，高于要求{gap}，未达标",
        "{name} at {value} in {year}, {gap} above what is allowed: not met",
    ),
    "shape.not_above": Text(
        "{name}{years}年逐年达标，均不超过{limit}，最高为{year}年{value}",
        "{name} stayed within {limit} in each of {years}; highest {value} in {year}",
    ),
    "shape.within": Text(
        "{name}{years}年逐年达标，均在{low}—{high}以内",
        "{name} stayed between {low} and {high} in each of {years}",
    ),
    "shape.relative_sum": Text("同步比", "Growth beside the other"),
    "shape.milestone": Text(
        "规划自定{year}年节点{value}，应完成{due}，相差{gap}个百分点",
        "the plan's milestone of {value} for {year} asks for {due}; difference {gap} points",
    ),
}
