import base64
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.document import read_document
from evaluation_lib.publish.links import without_dead_links
from evaluation_lib.publish.numbering import chinese_numeral, numbered
from evaluation_lib.report.blocks import (
    Headline,
    KeyStrip,
    KeyValue,
    Paragraph,
    Section,
    SideBySide,
    Span,
    text_of,
)
from evaluation_lib.report.markdown import markdown_blocks
from evaluation_lib.report.words_of_blocks import told
from tests.publish.sample_parts import make_figure, make_svg, make_table
from tests.publish.samples import make_blocks, make_notebook
from tests.report.builders import make_report


def show(kind: str, value: str, **metadata: list[str]):
    """Return a code cell called `extra` that shows `value`."""
    output = new_output("execute_result", {kind: value, "text/plain": "<Figure size 1x1>"})
    return new_code_cell("extra", id="extra", outputs=[output], metadata=metadata)


def read_extra(cell):
    """Return the blocks of a notebook that has no blocks but those of `cell`."""
    return read_document(make_notebook((), None, cell)).blocks


def make_section(level: int, title: str = "章", **changes):
    return Section(level=level, title=title, key=changes.pop("key", title), **changes)


def test_the_sample_is_read_whole():
    document = read_document(make_notebook())

    assert document.report == make_report()
    assert [block.type for block in document.blocks] == [block.type for block in make_blocks()]


def test_what_is_written_for_the_analyst_is_not_published():
    assert "给分析人员的说明" not in "".join(told(read_document(make_notebook()).blocks))


def test_a_failed_cell_is_named_with_its_error():
    cell = new_code_cell(
        "1/0",
        id="ratio",
        outputs=[new_output("error", ename="ZeroDivisionError", evalue="by zero")],
    )

    with pytest.raises(PublishError, match="'ratio' failed with ZeroDivisionError: by zero"):
        read_document(make_notebook((), None, cell))


def test_a_notebook_without_report_says_how_to_get_one():
    notebook = make_notebook()
    notebook.cells = notebook.cells[:1]

    with pytest.raises(PublishError, match=r"has not been run.*ReportView\(report\)"):
        read_document(notebook)


def test_a_report_of_another_version_is_refused_by_the_name_of_its_cell():
    notebook = make_notebook()
    notebook.cells[1].outputs[0].data["application/vnd.plan-eval.report+json"] = {"job": 1}

    with pytest.raises(PublishError, match="'report' shows a report this version cannot read"):
        read_document(notebook)


def test_sections_are_numbered_as_a_chinese_report_numbers_them():
    chapters = [make_section(1, f"章{n}") for n in range(1, 4)]
    blocks = (*chapters, make_section(2, "节"), make_section(3, "目"), make_section(3, "款"))

    counted = numbered(blocks, "zh")

    assert [one.number for one in counted] == [
        "一",
        "二",
        "三",
        "三（一）",
        "三（一）1",
        "三（一）2",
    ]
    assert [one.ordinal for one in counted] == ["一、", "二、", "三、", "（一）", "1.", "2."]


def test_sections_are_numbered_by_points_in_english():
    blocks = (
        make_section(1, "a"),
        make_section(2, "b"),
        make_section(2, "c"),
        make_section(3, "d"),
    )

    assert [block.number for block in numbered(blocks, "en")] == ["1", "1.1", "1.2", "1.2.1"]


def test_an_indicator_keeps_its_number_in_the_plan():
    blocks = (make_section(1, "a"), make_section(2, "b"), make_section(3, "c", number="14"))

    assert numbered(blocks, "zh")[-1].number == "一（一）14"


def test_headings_leave_no_level_out():
    blocks = (
        make_section(3, "a"),
        make_section(3, "b"),
        make_section(3, "c"),
        make_section(3, "d"),
    )

    assert [block.level for block in numbered(blocks, "zh")] == [1, 2, 3, 3]


def test_figures_and_tables_are_counted_through_the_document():
    pair = SideBySide(left=(make_figure("b"),), right=(make_table("c", rows=1),))
    blocks = (make_figure("a"), pair, make_table("d", rows=1), make_figure("e", title=""))

    first, second, third, fourth = numbered(blocks, "zh")

    assert (first.number, second.left[0].number, fourth.number) == ("图1", "图2", "")
    assert (second.right[0].number, third.number) == ("表1", "表2")
    assert first.table.number == ""
    assert numbered((make_figure("a"),), "en")[0].number == "Figure 1"


@given(st.integers(1, 99))
def test_chinese_numerals_are_read_back_as_the_number(number):
    digits = "零一二三四五六七八九"
    tens, ten, ones = chinese_numeral(number).rpartition("十")

    value = (digits.index(tens) if tens else 1) * 10 if ten else 0
    assert value + (digits.index(ones) if ones else 0) == number


def test_two_parts_of_one_name_are_refused():
    with pytest.raises(PublishError, match="called 'a'"):
        numbered((make_figure("a"), make_section(1, "标题", key="a")), "zh")


def test_a_figure_without_words_is_refused():
    with pytest.raises(PublishError, match="'a' has no words"):
        numbered((make_figure("a", alt=" "),), "zh")


def test_markdown_of_an_analyst_becomes_blocks():
    source = (
        "## 附记\n\n见**表1**与[公报](https://example.org)。\n\n- 甲\n- 乙\n\n"
        "|年|值|\n|:-|-:|\n|2021|3|"
    )

    section, paragraph, bullets, table = markdown_blocks(source, key="memo")

    assert (section.level, section.title) == (1, "附记")
    assert [(span.text, span.strong) for span in paragraph.spans][1] == ("表1", True)
    assert paragraph.spans[3].href == "https://example.org"
    assert [text_of(item) for item in bullets.items] == ["甲", "乙"]
    assert [column.align for column in table.columns] == ["left", "right"]


def test_markup_inside_markdown_is_shown_and_does_nothing():
    blocks = markdown_blocks("<b onclick=x>甲</b>\n\n<script>y</script>", key="memo")

    assert "".join(told(blocks)) == "<b onclick=x>甲</b><script>y</script>"


def test_a_markdown_cell_is_published_with_its_name_as_anchor():
    (section,) = read_extra(new_markdown_cell("## 附记", id="memo"))

    assert (section.key, section.number) == ("memo-1", "一")


def test_a_drawing_of_an_analyst_is_kept():
    (figure,) = read_extra(show("image/svg+xml", make_svg()))

    assert (figure.svg, figure.alt, figure.number) == (make_svg(), "单元格extra的输出", "")


def test_a_picture_of_an_analyst_is_kept_in_its_size():
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 500, 300)

    (figure,) = read_extra(show("image/png", base64.b64encode(head).decode()))

    assert 'width="360pt" height="216pt"' in figure.svg


def test_a_data_frame_of_an_analyst_becomes_a_table():
    html = (
        "<div><style>x</style><table><thead><tr><th></th><th>年</th></tr></thead>"
        "<tbody><tr><th>甲&lt;乙</th><td>2,021</td></tr></tbody></table></div>"
    )

    (table,) = read_extra(show("text/html", html))

    assert [column.align for column in table.columns] == ["left", "right"]
    assert [text_of(cell.spans) for cell in table.rows[0].cells] == ["甲<乙", "2,021"]


def test_printed_text_is_kept_and_warnings_are_not():
    cell = new_code_cell(
        "extra",
        id="extra",
        outputs=[
            new_output("stream", name="stdout", text="\x1b[1m结果\x1b[0m 1\n"),
            new_output("stream", name="stderr", text="DeprecationWarning"),
        ],
    )

    assert told(read_extra(cell)) == ["结果 1"]


@pytest.mark.parametrize("tag", ["note", "remove_cell", "remove_output"])
def test_a_cell_can_be_kept_out_of_the_report(tag):
    assert read_extra(show("text/markdown", "甲", tags=[tag])) == ()


def test_blocks_that_cannot_be_read_are_refused_by_the_name_of_their_cell():
    notebook = make_notebook((Headline(text="甲"),))
    notebook.cells[2].outputs[0].data["application/vnd.plan-eval.blocks+json"] = {
        "blocks": [{"type": "x"}]
    }

    with pytest.raises(PublishError, match="'blocks' shows blocks this version cannot read"):
        read_document(notebook)


def test_a_link_to_a_chapter_the_report_leaves_out_is_no_link():
    lost = Span(text="5", href="#elsewhere")
    note = Span(text="1.1", href="#elsewhere", note=True)
    value = KeyValue(label="值", value="5", href="#elsewhere", note="1.1")
    shown = (make_section(1), Paragraph(spans=(lost, note)), KeyStrip(items=(value,)))

    _, paragraph, strip = without_dead_links(shown)

    assert paragraph.spans == (Span(text="5"),)
    assert strip.items == (KeyValue(label="值", value="5"),)


def test_a_link_to_a_chapter_that_is_there_stays():
    shown = (make_section(1, key="here"), Paragraph(spans=(Span(text="5", href="#here"),)))

    assert without_dead_links(shown) == shown
