"""How grave each kind of query is, and the sentence that says what is the matter."""

from __future__ import annotations

from evaluation_lib.language import Text
from evaluation_lib.observations.checks.registry import Severity
from evaluation_lib.observations.queries.kinds import Kind

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
# Error: nothing was taken, an answer is needed. Warning: explain. Note: so it was read.
_WORDS: dict[Kind, tuple[Severity, str, str]] = {
    Kind.FULL_WIDTH: (_N, "全角转半角，值不变", "full-width characters read as ordinary ones"),
    Kind.SPACES: (_N, "去除首尾空白或撇号，值不变", "blanks or an apostrophe dropped"),
    Kind.GROUPED: (_N, "去除千分位逗号，值不变", "thousands separators dropped"),
    Kind.NUMERAL: (_N, "中文数字转为数值", "Chinese numeral turned into a number"),
    Kind.COMPARATOR: (
        _N,
        "记为界限或约数，有确数请补",
        "kept as a bound or an approximate value; give the exact one if there is",
    ),
    Kind.SCALED: (_N, "按所写“万”“亿”换算", "the scale word in the cell was applied"),
    Kind.CELL_UNIT: (
        _W,
        "单元格所写单位与表头不同，按单元格采用",
        "the unit in the cell is not the header's; the cell's was used",
    ),
    Kind.TENFOLD: (
        _E,
        "有两种读法，相差十倍以上，均未采用",
        "two readings differ tenfold or more; neither was taken",
    ),
    Kind.RANGE: (_E, "为区间，不是一个数", "a range is not one number"),
    Kind.DATE: (
        _E,
        "被存为日期，原数已不可知",
        "stored as a date; the number meant is lost",
    ),
    Kind.ANNOTATED: (
        _E,
        "数字附有说明，口径可能不同",
        "the number carries a remark that may change what it measures",
    ),
    Kind.WRONG_UNIT: (
        _E,
        "计量单位与规划指标（{unit}）不同类",
        "the unit does not measure what the plan's ({unit}) does",
    ),
    Kind.FORMULA_ERROR: (_E, "公式出错", "the formula ended in an error"),
    Kind.UNREADABLE: (_E, "不能读成一个数", "cannot be read as one number"),
    Kind.NOT_REPORTED: (_N, "空白，记为未报，不作0", "blank: not reported, which is not 0"),
    Kind.NOT_APPLICABLE: (_N, "记为不适用，不作0", "not applicable, which is not 0"),
    Kind.NONE_OR_ZERO: (
        _E,
        "“无”可指0，也可指没有数据",
        "'none' may be 0 or no data",
    ),
    Kind.PENDING: (_W, "尚无数据，记为未报", "no data yet: not reported"),
    Kind.SAME_AS: (
        _E,
        "“同上”所指不明，未读入，请填数",
        "'as above' was not followed; give the number",
    ),
    Kind.ELSEWHERE: (
        _E,
        "数据在附件中，未读入，请填数",
        "the number is in an attachment; give it here",
    ),
    Kind.NOT_PUBLISHED: (
        _W,
        "由其他部门发布，记为未发布",
        "published by another office: not published here",
    ),
    Kind.WITHHELD: (_W, "未公开，记为未报", "withheld: not reported"),
    Kind.FORMULA_UNCACHED: (
        _E,
        "公式没有计算结果，请打开后保存再报",
        "the formula was never computed; open, save and send again",
    ),
    Kind.EXTERNAL_LINK: (
        _E,
        "公式引用其他工作簿，其值无从核对",
        "the formula reaches into another workbook, which cannot be checked",
    ),
    Kind.DISGUISED: (
        _E,
        "数字格式使所见与所存相差十倍以上",
        "the number format shows another figure than the one stored",
    ),
    Kind.MERGED_VALUE: (
        _E,
        "一个数合并填在几格中，归属不明",
        "one number is merged over several cells",
    ),
    Kind.UNIT_CONFLICT: (
        _E,
        "表内所写计量单位互不一致",
        "row, column and title name different units",
    ),
    Kind.OUT_OF_BOUNDS: (
        _E,
        "超出可能范围（{lower} 至 {upper}）",
        "outside what is possible ({lower} to {upper})",
    ),
    Kind.FRACTION: (_E, "该计量单位不应有小数", "this unit has no fractions"),
    Kind.ZERO_OR_MISSING: (
        _E,
        "0可能是未报，基期为{baseline}",
        "0 may stand for not reported; the baseline is {baseline}",
    ),
    Kind.YEAR_AS_VALUE: (
        _E,
        "与年份相同，疑为错列",
        "equals its own year; the columns may have slipped",
    ),
    Kind.IMPLAUSIBLE: (
        _W,
        "与规划基期、目标值相差二十倍以上",
        "twenty times or more away from the plan's baseline and target",
    ),
    Kind.CONFLICT: (
        _E,
        "同一单位同日报了不同的数：{other}",
        "the same sender gave another number on the same day: {other}",
    ),
    Kind.RETURNS_DISAGREE: (
        _E,
        "与另一单位所报不同：{other}",
        "another sender gave a different number: {other}",
    ),
    Kind.UNEVEN_SCALE: (
        _E,
        "同一指标各期相差千倍以上：{other}",
        "values of one indicator lie a thousandfold apart: {other}",
    ),
    Kind.RESTATED: (
        _W,
        "更正以前所报：{other}",
        "restates what was reported before: {other}",
    ),
    Kind.REPEATED: (_N, "与另一处相同，只计一次：{other}", "repeats {other}; counted once"),
    Kind.TOTAL_MISMATCH: (
        _W,
        "合计{total}与所读各县区之和{sum}不符",
        "the total {total} is not the sum {sum} of the counties read",
    ),
    Kind.UNKNOWN_INDICATOR: (
        _E,
        "规划及其别名中没有这个指标",
        "no indicator of the plan bears this name",
    ),
    Kind.UNKNOWN_PLACE: (
        _E,
        "规划所列行政区中没有这个地区",
        "no jurisdiction of the plan bears this name",
    ),
    Kind.UNKNOWN_COLUMN: (
        _W,
        "表头含义不明，整列未读入",
        "the header is not understood; the column was not read",
    ),
    Kind.CITY_LEVEL: (
        _W,
        "市本级不是全市，未读入",
        "the city level is not the whole city; not read",
    ),
    Kind.FUNCTIONAL_ZONE: (
        _W,
        "功能区与县区重叠，未读入，不另加",
        "a functional zone overlaps the counties; not read, not added",
    ),
    Kind.TOTAL_ROW: (_N, "合计行，未读入", "a total; not read"),
    Kind.DERIVED_COLUMN: (_N, "不是本期实际值，整列未读入", "not an observed value; not read"),
    Kind.UNIT_ASSUMED: (
        _W,
        "未写计量单位，按规划单位（{unit}）采用",
        "no unit is given; the plan's ({unit}) was used",
    ),
    Kind.PERIOD_UNCLEAR: (_E, "所属期不明，未读入", "the period is not clear; not read"),
    Kind.PERIOD_NOT_OVER: (
        _E,
        "填报时该期（{period}）尚未结束",
        "the period ({period}) was not over when the form was filled in",
    ),
    Kind.SINGLE_PERIOD: (
        _W,
        "未写当期或累计，按当期采用",
        "neither single nor running; read as the single period",
    ),
    Kind.RUNNING_TOTAL: (
        _W,
        "“截至”按当年累计采用",
        "'up to' was read as the running total of the year",
    ),
    Kind.FILLED_DOWN: (
        _N,
        "空白处沿用上一行",
        "blank; taken from the row above",
    ),
    Kind.HIDDEN: (_N, "已隐藏，仍读入", "hidden, and read all the same"),
    Kind.FOOTNOTE: (
        _W,
        "表注可能改变口径，请说明涉及哪些数",
        "this note may change what is measured; say which values it concerns",
    ),
    Kind.SECTION: (
        _W,
        "小标题含义不明，其下各行按全部采用",
        "this heading is not understood; the rows below it were read as if it were not there",
    ),
    Kind.NO_PLACE: (
        _E,
        "填报单位所属地区不明，未读入",
        "which place the sender speaks for is not clear; not read",
    ),
    Kind.PLACE_CONFLICT: (
        _E,
        "标题与填报单位的地区不同，未读入",
        "title and sender name different places; not read",
    ),
    Kind.NO_DATE: (_W, "没有可读的填报日期", "no readable date of filling in"),
    Kind.OLD_TEMPLATE: (
        _W,
        "标题年份与内容或填报日期不符，疑用旧表",
        "the year in the title does not fit; an old template may have been used",
    ),
    Kind.NO_TABLE: (_W, "没有找到可读的表", "no table was found"),
    Kind.FILE_EMPTY: (_E, "文件为空", "the file is empty"),
    Kind.FILE_CORRUPT: (_E, "文件已损坏，打不开", "the file is damaged and cannot be opened"),
    Kind.FILE_PASSWORD: (_E, "文件有密码，请去除后再报", "the file has a password; remove it"),
    Kind.FILE_TOO_LARGE: (
        _E,
        "文件解开后过大，不是填报表",
        "the file unpacks to more than any form needs",
    ),
    Kind.FILE_TYPE: (
        _E,
        "内容与扩展名不符，读不了",
        "the content is not what the suffix says and cannot be read",
    ),
    Kind.FILE_SUFFIX: (
        _N,
        "扩展名与内容不符，按内容读入",
        "the suffix does not fit; read by its content",
    ),
    Kind.FILE_UNSUPPORTED: (
        _W,
        "不是 .xlsx、.xls 或 .csv，未读入",
        "neither .xlsx, .xls nor .csv; not read",
    ),
    Kind.FILE_LOCKED: (
        _N,
        "打开中的临时文件，未读入",
        "a lock file of an open workbook; not read",
    ),
    Kind.FILE_NAME: (
        _N,
        "文件名编码不同，已转换",
        "the file name was in another encoding and has been converted",
    ),
    Kind.MANY_MORE: (
        _E,
        "此类问题太多，其余从略，均未采用或照此处理",
        "too many of this kind; the others are treated alike and not listed",
    ),
    Kind.ANSWER_UNREADABLE: (
        _E,
        "答复“{answer}”不能定下一个数",
        "the answer '{answer}' does not settle on one number",
    ),
}


def severity_of(kind: Kind) -> Severity:
    """Return how grave a query of `kind` is unless the case is worse."""
    return _WORDS[kind][0]


def reason_of(kind: Kind, **details: object) -> Text:
    """Return the sentence for `kind`, with `details` in their places.

    Raises:
        KeyError: A detail the sentence needs is missing.
    """
    _, zh, en = _WORDS[kind]
    return Text(zh.format(**details), en.format(**details))
