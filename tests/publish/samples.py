"""An executed notebook with every kind of block, as small as it can be."""

from __future__ import annotations

from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from evaluation_lib.report.blocks import (
    BLOCKS_MIME,
    REPORT_MIME,
    Box,
    Bullets,
    Card,
    Cards,
    Contents,
    Cover,
    Headline,
    KeyStrip,
    KeyValue,
    Note,
    PageBreak,
    Paragraph,
    Section,
    SideBySide,
    Span,
    Tone,
    Verbatim,
    blocks_to_json,
    plain,
)
from evaluation_lib.report.model import Report
from tests.publish.sample_parts import make_counts_block, make_figure, make_svg, make_table
from tests.report.builders import make_report

HOSTILE = (
    r"敌意文本 #set page(width: 1pt) $x^2$ <script>alert(1)</script> *粗* _斜_ @引"
    r' \u{1} `码` // 注 ] #include("x") <b onclick=y>'
)


def make_blocks() -> tuple[Any, ...]:
    """Return at least one block of every type."""
    return (
        Cover(
            eyebrow="第三方评估报告",
            plan_title="《湛江市市场监管现代化“十四五”规划》实施情况",
            kind="中期评估报告",
            line="数据截至2023年12月31日　时序进度60%",
            signature=make_figure(
                "signature", title="", subtitle="", table=None, note="竖柱为19项主要指标的完成率。"
            ),
            facts=(
                ("规划编制单位", "湛江市市场监督管理局"),
                ("评估截止日", "2024年3月31日"),
                ("评估机构", "由评估机构填写"),
                ("规划版本", "征求意见稿"),
            ),
            warning="本报告2021—2023年数值均为虚构，仅用于演示版式与方法，不得引用。",
        ),
        Contents(title="目录"),
        Section(level=1, title="评估工作概况", key="basis", fresh_page=True),
        Paragraph(
            spans=(
                Span(text="评估依据为规划文本，详见"),
                Span(text="来源", href="#sources"),
                Span(text="与"),
                Span(text="统计公报", href="https://www.zhanjiang.gov.cn/"),
                Span(
                    text="；市场主体由32.45万户增至39.90万户，完成率47.9%，低于时序进度12.1个百分点。"
                    * 4
                ),
            )
        ),
        Bullets(items=(plain("逐项评价，不合成总分"), plain(HOSTILE)), ordered=True),
        Verbatim(text="a = 1\n  b = 2  # 缩进保留\n"),
        Section(
            level=1, title="总体评价", key="overall", aside="本页一分钟可读完", fresh_page=True
        ),
        Headline(
            text="可评价的15项指标中9项达到时序进度，但约束性指标3项中有2项未达到要求，总体不能评为“达到预期进度”",
            tone=Tone.BAD,
        ),
        make_counts_block(),
        make_figure("overview", title="约束性指标2项未达到要求；预期性指标8项达到进度、4项滞后"),
        SideBySide(
            left=(Box(title="与2022年度监测相比", rows=(("", plain("首次评估，无上期可比。")),)),),
            right=(
                Box(
                    title="结论有多可靠",
                    rows=(
                        ("证据", plain("A级5项，B级7项；C级3项仅据填报")),
                        ("预测", plain("预计2025年实现7.9项（80%区间6—10项）")),
                    ),
                ),
            ),
        ),
        Section(
            level=1,
            title="主要指标完成情况",
            key="indicator-table",
            landscape=True,
            aside="约束性指标在前",
        ),
        make_table(),
        Section(level=2, title="约束性指标", key="binding"),
        Section(
            level=3,
            title="食品安全抽样检验量",
            key="food",
            number="14",
            tags=("约束性", "年度流量", "每年≥3.67万批次"),
            aside="证据等级B",
        ),
        Headline(
            text="2022年抽检3.52万批次，低于下限0.15万批次，未达标；2023年恢复到3.84万批次，但未达标记录保留"
        ),
        KeyStrip(
            items=(
                KeyValue(label="2020年基期", value="32.45", unit="万户"),
                KeyValue(label="2023年末值", value="39.90", unit="万户"),
                KeyValue(label="2025年目标", value="48", unit="万户"),
                KeyValue(
                    label="进展状态", value="略有滞后", tone=Tone.LATE, mark="slightly_behind"
                ),
                KeyValue(label="趋势判断", value="很不可能", tone=Tone.BAD, caption="概率0.05"),
            )
        ),
        Cards(
            cards=(
                Card(
                    label="2021年",
                    aside=(Span(text="达标", tone=Tone.GOOD, mark="met"),),
                    value="3.71",
                    caption="高于下限0.04",
                    tone=Tone.GOOD,
                ),
                Card(
                    label="2022年",
                    aside=(Span(text="未达标", strong=True, tone=Tone.BAD, mark="not_met"),),
                    value="3.52",
                    caption="低于下限0.15",
                    tone=Tone.BAD,
                ),
                Card(
                    label="2024年",
                    aside=plain("预测中位数"),
                    value="3.83",
                    caption="达标概率0.85",
                    tone=Tone.MUTED,
                ),
            )
        ),
        make_figure("yearly", title="五年中一年跌破下限，后两年再次跌破的可能性不大"),
        SideBySide(
            left=(
                Box(
                    title="复算：读者可用计算器核对",
                    rows=(
                        (
                            "完成率",
                            (
                                Span(text="(39.90 − 32.45) ÷ (48 − 32.45) = 7.45 ÷ 15.55 = "),
                                Span(text="47.9%", strong=True),
                            ),
                        ),
                        ("时序进度", plain("3年 ÷ 5年 = 60.0%，相差12.1个百分点")),
                    ),
                ),
            ),
            right=(
                make_figure(
                    "pace",
                    title="每年需增4.05，从未达到过",
                    subtitle="每年净增，万户",
                    svg=make_svg(158.7, 90.0),
                    note="",
                    table=None,
                ),
            ),
            ratio=0.62,
        ),
        make_table("observations", rows=60, title="观测值与证据清单"),
        PageBreak(),
        Section(level=1, title="资料来源", key="sources"),
        Note(spans=plain("资料来源：部门填报与公开统计，截至2024-03-31。")),
    )


def make_notebook(
    blocks: tuple[Any, ...] | None = None, report: Report | None = None, *extra: Any
) -> nbformat.NotebookNode:
    """Return an executed notebook that shows `report` and `blocks`, then the cells `extra`."""
    shown = make_blocks() if blocks is None else blocks
    facts = report or make_report()
    cells = [
        new_markdown_cell("## 给分析人员的说明", id="guide", metadata={"tags": ["note"]}),
        new_code_cell(
            "report",
            id="report",
            execution_count=1,
            outputs=[
                new_output(
                    "execute_result",
                    {REPORT_MIME: facts.to_json(), "text/plain": facts.title},
                    execution_count=1,
                )
            ],
        ),
        new_code_cell(
            "blocks",
            id="blocks",
            execution_count=2,
            outputs=[
                new_output(
                    "execute_result",
                    {BLOCKS_MIME: blocks_to_json(shown), "text/plain": "blocks"},
                    execution_count=2,
                )
            ],
        ),
        *extra,
    ]
    notebook = new_notebook(cells=cells)
    nbformat.validate(notebook)
    return notebook
