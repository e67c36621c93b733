"""Parts of the sample: a drawing, a chart, a wide table, squares."""

from __future__ import annotations

from typing import Any

from evaluation_lib.report.blocks import (
    Bar,
    Cell,
    Column,
    CountGroup,
    Counts,
    Figure,
    Meter,
    Row,
    Span,
    Square,
    Table,
    Tone,
    plain,
)

_VERDICTS = (
    "slightly_behind",
    "ahead",
    "not_assessable",
    "on_schedule",
    "achieved_early",
    "not_met",
)
_WORDS = ("略有滞后", "快于预期", "无法评价", "基本符合预期", "提前完成", "未达标")
_TONES = (Tone.LATE, Tone.GOOD, Tone.NONE, Tone.GOOD, Tone.GOOD, Tone.BAD)


def make_svg(width: float = 442.2, height: float = 190.0) -> str:
    """Return a drawing of a rising line, with ids and a style as matplotlib writes them."""
    points = " ".join(
        f"{30 + step * (width - 60) / 5:.1f},{height - 30 - step * 22:.1f}" for step in range(6)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" version="1.1">'
        '<defs><style type="text/css">*{stroke-linejoin: round}</style>'
        f'<clipPath id="clip"><rect width="{width}" height="{height}"/></clipPath>'
        '<path id="glyph" d="M0 0 L6 0 L3 -6 Z"/></defs>'
        f'<g clip-path="url(#clip)"><polyline points="{points}" fill="none" stroke="#0F4C81" '
        f'stroke-width="2.2"/><path d="M30 {height - 20} H{width - 30}" stroke="#C5CCD4"/>'
        '<use xlink:href="#glyph" x="60" y="40" fill="#1A2430"/></g></svg>'
    )


def make_figure(key: str = "trajectory", **changes: Any) -> Figure:
    """Return a chart with a table of two years behind it."""
    facts: dict[str, Any] = {
        "key": key,
        "title": "增长逐年放缓，仅95%预测区间的上端触及目标",
        "subtitle": "市场主体总量，万户，年末数；2024—2025年为预测中位数与区间（纵轴不从0开始）",
        "svg": make_svg(),
        "alt": "折线图：2020年32.45万户升至2023年39.90万户，目标48万户。",
        "note": "资料来源：部门填报（演示数据），截至2024-03-31。",
        "table": make_table(f"{key}-data", rows=2, title=""),
    }
    return Figure(**(facts | changes))


def make_table(
    key: str = "indicators", *, rows: int = 19, title: str = "主要指标完成情况"
) -> Table:
    """Return a table of many columns, binding rows first."""
    columns = (
        Column(title="序号", align="right", keep=True),
        Column(title="指标", width=3.0),
        Column(title="计量单位"),
        Column(title="2020年基期", align="right", keep=True),
        Column(title="2025年目标", align="right", keep=True),
        Column(title="完成率（%）", keep=True),
        Column(title="实现概率", keep=True),
        Column(title="评价", keep=True),
        Column(title="证据等级", align="center"),
    )
    return Table(
        key=key,
        title=title,
        subtitle="约束性指标在前；指标序号与规划一致" if title else "",
        columns=columns,
        rows=tuple(_row(number, key) for number in range(1, rows + 1)),
        notes=(
            (
                Span(text="注：", strong=True),
                Span(text="底色行为约束性指标。完成率=（最新值－基期）÷（目标－基期）。"),
            ),
        ),
    )


def _row(number: int, table: str) -> Row:
    """Return one indicator; the fifth one has a very long name."""
    place = number % 6
    long_name = "生产领域市级重点工业产品质量安全监督抽查覆盖率（含委托检验与风险监测批次）"
    known = place != 2
    return Row(
        cells=(
            Cell(spans=plain(str(number))),
            Cell(spans=plain(long_name if number == 5 else "期末市场主体总量")),
            Cell(spans=plain("万户")),
            Cell(spans=plain("32.45")),
            Cell(spans=plain("≥48" if known else "—")),
            Cell(
                spans=plain(f"{number * 9}.0"),
                bar=Bar(share=number * 0.09, due=0.6, tone=_TONES[place], lower_bound=number == 4),
            )
            if known
            else Cell(spans=plain("目标未定", tone=Tone.MUTED)),
            Cell(spans=plain("0.21 不太可能"), meter=Meter(value=0.21, tone=Tone.LATE)),
            Cell(
                spans=(
                    Span(
                        text=_WORDS[place],
                        strong=_TONES[place] in (Tone.LATE, Tone.BAD),
                        tone=_TONES[place],
                        mark=_VERDICTS[place],
                    ),
                    Span(text="（2022年）" if place == 5 else "", small=True),
                )
            ),
            Cell(spans=plain("B")),
        ),
        tint=number <= 5,
        rule_below=number == 5,
        key=f"{table}-{number}",
    )


def make_counts_block() -> Counts:
    """Return three groups of squares."""
    return Counts(
        groups=(
            CountGroup(
                number=3,
                title="项达到或快于进度",
                lines=("可评价15项的60.0%", "全部19项的47.4%"),
                tone=Tone.GOOD,
                squares=(
                    Square(label="4", verdict="achieved_early", href="#indicators-4"),
                    Square(label="5", verdict="ahead"),
                    Square(label="16", verdict="met", binding=True),
                ),
                caption="提前完成1、快于预期1、达标1",
            ),
            CountGroup(
                number=3,
                title="项滞后或未达标",
                lines=("可评价15项的40.0%", "全部19项的31.6%"),
                tone=Tone.BAD,
                squares=(
                    Square(label="17", verdict="slightly_behind", binding=True),
                    Square(label="8", verdict="well_behind"),
                    Square(label="14", verdict="not_met", binding=True, href="#food"),
                ),
                caption="略有滞后1、明显滞后1、未达标1",
            ),
            CountGroup(
                number=2,
                title="项无法评价",
                lines=("全部19项的21.1%", "不计入可评价分母"),
                tone=Tone.NONE,
                squares=(
                    Square(label="15", verdict="not_assessable", binding=True),
                    Square(label="3", verdict="not_assessable"),
                ),
                caption="目标未定2，其中约束性1",
            ),
        ),
        note="方块内为指标序号，下方黑条为约束性指标。",
    )
