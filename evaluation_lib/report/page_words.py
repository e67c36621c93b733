"""The words that pages carry of themselves, whatever the report says."""

from __future__ import annotations

from evaluation_lib.language import Text

FIGURE = Text("图", "Figure ")
TABLE = Text("表", "Table ")
CONTINUED = Text("续{number}", "{number}, continued")
CONTENTS = Text("目录", "Contents")
SKIP = Text("跳到正文", "Skip to the report")
DATA_TABLE = Text("数据表", "data")
DEMONSTRATION = Text("演示数据", "Demonstration data")
DEMONSTRATION_BADGE = Text("演示数据", "DEMONSTRATION DATA")
DEMONSTRATION_WARNING = Text(
    "本报告所用观测值含虚构的演示数据，仅用于演示版式与方法，不反映实际情况，不得引用。",
    "This report uses invented demonstration values. They show layout and method, say nothing "
    "about the place named, and must not be quoted.",
)
DEMONSTRATION_FOOTER = Text(
    "含演示用虚构数据，不反映实际情况，不得引用",
    "Contains invented demonstration values; not to be quoted",
)
PROGRESS = Text("完成率{share}", "{share} done")
PROGRESS_AT_LEAST = Text("完成率不低于{share}", "at least {share} done")
DUE = Text("，时序进度{due}", ", {due} of the time passed")
CHANCE = Text("实现概率{value}", "probability {value}")
BINDING = Text("约束性", "binding")
INDICATOR = Text("指标{label}", "indicator {label}")

AS_OF = Text("评估截止日", "As of")
DATA_PERIOD = Text("数据期", "Data period")
TIME_SHARE = Text("时序进度", "Time share")
PLAN_VERSION = Text("规划版本", "Plan version")
DATA_VERSION = Text("数据版本", "Data version")
METHOD_VERSION = Text("方法版本", "Method version")
EVALUATOR = Text("评估机构", "Evaluator")
SCOPE = Text("范围", "Scope")
YEARS_OF = Text("{passed}/{planned}年＝{share}", "{passed} of {planned} years, {share}")
LIST = Text("、", ", ")
FACES = Text(
    "按GB/T 9704—2012的版心、行数与字数排版。未提供{faces}字体，"
    "以思源宋体、思源黑体（Noto）代替；任务设置fonts指定字体文件夹后改用原字体。",
    "Set to the type area, lines and characters of GB/T 9704-2012. No font was given for {faces}; "
    "Noto Serif and Noto Sans stand in. The job setting fonts names a folder of fonts.",
)
RANGE = Text("{first}—{last}年", "{first}–{last}")
OUTPUT_OF = Text("单元格{cell}的输出", "Output of cell {cell}")

VERDICTS: dict[str, Text] = {
    "achieved_early": Text("提前完成", "achieved early"),
    "ahead": Text("快于预期", "ahead"),
    "on_schedule": Text("基本符合预期", "on schedule"),
    "met": Text("达标", "met"),
    "slightly_behind": Text("略有滞后", "slightly behind"),
    "well_behind": Text("明显滞后", "well behind"),
    "not_met": Text("未达标", "not met"),
    "not_assessable": Text("无法评价", "not assessable"),
    "completed": Text("完成", "completed"),
    "basically_completed": Text("基本完成", "basically completed"),
    "not_completed": Text("未完成", "not completed"),
}


def percent(share: float, *, decimals: int = 1) -> str:
    """Return `share`, 1 for the whole, as a percentage with a real minus."""
    return f"{share * 100:.{decimals}f}%".replace("-", "−")
