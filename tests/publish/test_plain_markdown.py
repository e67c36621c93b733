"""Blocks as Markdown: tables that stay tables, and no text that becomes markup."""

from evaluation_lib.publish.plain_markdown import render_markdown
from evaluation_lib.report.blocks import (
    Bullets,
    Cell,
    Column,
    Figure,
    PageBreak,
    Paragraph,
    Row,
    Section,
    SideBySide,
    Table,
    plain,
)


def test_a_table_keeps_its_rows_and_alignment():
    table = Table(
        key="counts",
        number="表1",
        title="计数",
        columns=(Column(title="指标"), Column(title="值", align="right")),
        rows=(Row(cells=(Cell(spans=plain("标准")), Cell(spans=plain("119")))),),
        notes=(plain("截至年末。"),),
    )

    assert render_markdown([table]) == (
        "**表1 计数**\n\n| 指标 | 值 |\n| --- | ---: |\n| 标准 | 119 |\n\n*截至年末。*\n"
    )


def test_text_that_looks_like_markup_stays_text():
    shown = render_markdown([Paragraph(spans=plain("a|b *c* <script>\n第二行"))])

    assert shown == "a\\|b \\*c\\* \\<script\\> 第二行\n"


def test_drawings_are_told_and_places_on_paper_leave_nothing():
    figure = Figure(key="fan", number="图1", title="走势", svg="<svg/>", alt="由1升至2。")
    stacks = SideBySide(left=(figure,), right=(Bullets(items=(plain("一"),), ordered=True),))

    shown = render_markdown([Section(level=1, title="总体", key="all"), PageBreak(), stacks])

    assert shown == "## 总体\n\n**图1 走势**\n\n由1升至2。\n\n1. 一\n"
