import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.report.blocks import (
    BLOCKS_MIME,
    REPORT_MIME,
    Bar,
    Box,
    Cell,
    Column,
    CountGroup,
    Counts,
    Figure,
    Headline,
    KeyStrip,
    KeyValue,
    Note,
    Paragraph,
    Row,
    Section,
    SideBySide,
    Span,
    Square,
    Table,
    Tone,
    blocks_from_json,
    plain,
)
from evaluation_lib.report.drawing import read_drawing
from evaluation_lib.report.fragments import blocks_html, stylesheet
from evaluation_lib.report.fragments_table import bar_html
from evaluation_lib.report.fragments_text import marks_sprite, rich_html, text_html
from evaluation_lib.report.show import Blocks, ReportView, show
from evaluation_lib.report.style import MARKS, VERDICTS
from evaluation_lib.report.words_of_blocks import told
from tests.report.builders import make_report

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt">{}</svg>'


def make_table(*names: str) -> Table:
    return Table(
        key="t",
        title="观测值",
        columns=(Column(title="指标"), Column(title="值", align="right")),
        rows=tuple(Row(cells=(Cell(spans=plain(one)), Cell(spans=plain("1")))) for one in names),
    )


@given(st.text())
def test_words_come_back_from_html_as_they_went_in(text):
    shown = text_html(text)

    bare = shown.replace('<span class="nb">', "").replace("</span>", "")
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'")):
        bare = bare.replace(entity, sign)
    assert bare.replace("&amp;", "&") == text


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda text: Headline(text=text), id="headline"),
        pytest.param(
            lambda text: Section(level=1, title=text, key="k", tags=(text,)), id="section"
        ),
        pytest.param(lambda text: Note(spans=plain(text)), id="note"),
        pytest.param(lambda text: make_table(text), id="table"),
        pytest.param(lambda text: Box(title=text, rows=((text, plain(text)),)), id="box"),
        pytest.param(lambda text: KeyStrip(items=(KeyValue(label=text, value=text),)), id="keys"),
    ],
)
def test_no_block_lets_markup_through(make):
    shown = blocks_html((make('<script>alert("x")</script>'),), "zh")

    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_a_link_leads_to_an_anchor_or_a_web_page_only(href):
    assert rich_html((Span(text="甲", href=href),)) == "甲"


def test_a_number_stays_with_its_unit():
    shown = text_html("低于下限0.15万批次，占12.1个百分点")

    assert '<span class="nb">0.15万批次</span>' in shown
    assert '<span class="nb">12.1个百分点</span>' in shown


def test_every_verdict_is_told_by_word_and_mark_of_its_own():
    shapes = {one.mark for one in VERDICTS.values()}

    assert shapes == set(MARKS)
    for name in shapes:
        assert f'id="mark-{name}"' in marks_sprite()


def test_marks_are_drawn_with_lines_and_curves_only():
    for path in MARKS.values():
        assert re.fullmatch(r"[MLCZ\d.\s]+", path)


def test_a_square_says_its_verdict_to_those_who_cannot_see_it():
    group = CountGroup(
        number=1,
        title="项滞后",
        lines=(),
        tone=Tone.BAD,
        squares=(Square(label="14", verdict="not_met", binding=True),),
    )

    assert 'aria-label="指标14: 未达标 (约束性)"' in blocks_html((Counts(groups=(group,)),), "zh")


def test_a_bar_beyond_its_axis_ends_in_an_arrow_and_tells_the_true_share():
    shown = bar_html(Bar(share=23.0, due=0.6), "zh")

    assert 'aria-label="完成率2300.0%，时序进度60%"' in shown
    assert 'width="120.0"' in shown
    assert "M120 0" in shown


def test_a_bar_that_went_backwards_is_empty():
    shown = bar_html(Bar(share=-0.3), "zh")

    assert 'aria-label="完成率−30.0%"' in shown
    assert 'width="0.0"' in shown


def test_a_table_names_its_rows_and_columns():
    shown = blocks_html((make_table("甲"),), "zh")

    assert '<th scope="col" class="a-right">值</th>' in shown
    assert '<th scope="row">甲</th>' in shown


def test_each_cell_of_a_wide_table_carries_the_name_of_its_column_for_narrow_screens():
    columns = tuple(Column(title=f"列{number}") for number in range(6))
    row = Row(cells=tuple(Cell(spans=plain("1")) for _ in columns))

    shown = blocks_html((Table(key="t", columns=columns, rows=(row,)),), "zh")

    assert '<td role="cell" data-label="列5">1</td>' in shown


def test_a_row_has_a_cell_for_each_column():
    with pytest.raises(ValueError, match="table 't': row 1 has 1 cells, the table 2 columns"):
        Table(
            key="t",
            columns=(Column(title="甲"), Column(title="乙")),
            rows=(Row(cells=(Cell(),)),),
        )


def test_drawings_on_one_page_do_not_share_ids():
    inner = '<clipPath id="c"/><g clip-path="url(#c)"/><use href="#c"/>'

    drawing = read_drawing(SVG.format(inner), prefix="a-")

    assert 'id="a-c"' in drawing.svg
    assert "url(#a-c)" in drawing.svg
    assert 'href="#a-c"' in drawing.svg


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param("<script>alert(1)</script>", id="script"),
        pytest.param('<rect onclick="alert(1)"/>', id="event"),
        pytest.param('<image href="https://example.org/alert.png"/>', id="picture from outside"),
        pytest.param(
            '<rect fill="url(https://example.org/alert.svg#a)"/>', id="paint from outside"
        ),
        pytest.param("<style>@import 'https://example.org/alert.css';</style>", id="style"),
        pytest.param("<foreignObject><p>alert</p></foreignObject>", id="foreign markup"),
    ],
)
def test_a_drawing_neither_runs_nor_loads_anything(inner):
    assert "alert" not in read_drawing(SVG.format(inner), prefix="a-").svg


def test_the_style_of_a_drawing_stays_inside_it():
    drawing = read_drawing(SVG.format("<style>*{stroke: red}</style>"), prefix="a-")

    assert "#a-root * {stroke: red}" in drawing.svg


def test_a_drawing_knows_its_size_in_points():
    inches = '<svg xmlns="http://www.w3.org/2000/svg" width="2in" height="96px"/>'
    box = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 40"/>'

    assert (read_drawing(SVG.format(""), prefix="").width) == 72
    assert (read_drawing(inches, prefix="").width, read_drawing(inches, prefix="").height) == (
        144,
        72,
    )
    assert (read_drawing(box, prefix="").width, read_drawing(box, prefix="").height) == (30, 40)


@pytest.mark.parametrize(
    "svg", ["no drawing", "<html/>", '<svg xmlns="http://www.w3.org/2000/svg"/>']
)
def test_what_is_no_drawing_is_refused(svg):
    with pytest.raises(ValueError, match="drawing"):
        read_drawing(svg, prefix="")


def test_the_style_of_blocks_reaches_nothing_else_on_a_page():
    sheet = re.sub(r"@media[^{]*\{|/\*.*?\*/", "", stylesheet(), flags=re.DOTALL)

    for selectors in re.findall(r"([^{}]+)\{", sheet):
        for selector in selectors.split(","):
            assert selector.strip().startswith(".pe"), selector


def test_a_cell_of_a_notebook_carries_its_blocks_for_the_publishers():
    first, second = Blocks((Headline(text="甲"),)), Blocks((Paragraph(spans=plain("乙")),))

    shown = first + second
    bundle = shown._repr_mimebundle_()

    assert blocks_from_json(bundle[BLOCKS_MIME]) == tuple(shown)
    assert bundle["text/plain"] == "甲\n乙"
    assert "<style>" in bundle["text/html"]


def test_a_report_is_shown_with_its_blocks_and_carries_its_facts():
    report = make_report(demonstration=True)

    bundle = ReportView(report, (make_table("甲"),))._repr_mimebundle_()

    assert bundle[REPORT_MIME] == report.to_json()
    assert "演示数据" in bundle["text/html"]


def test_sections_are_shown_one_after_the_other():
    report = make_report()

    shown = show(report, lambda one: (Headline(text=one.title),), lambda _: (Headline(text="乙"),))

    assert [block.text for block in shown] == [report.title, "乙"]


def test_words_of_blocks_are_told_in_reading_order():
    pair = SideBySide(
        left=(Headline(text="甲"),), right=(Note(spans=(*plain("乙"), *plain("丙"))),)
    )

    assert told((pair, make_table("丁"))) == ["甲", "乙丙", "观测值", "指标", "值", "丁", "1"]


def test_a_figure_is_an_image_with_words_and_a_table_behind_it():
    figure = Figure(key="f", title="甲", svg=SVG.format(""), alt="由3升至4", table=make_table("乙"))

    shown = blocks_html((figure,), "zh")

    assert 'role="img" aria-label="由3升至4"' in shown
    assert "<details" in shown


def test_json_outputs_are_objects_because_jupyterlab_drops_lists():
    bundle = ReportView(make_report(), (make_table("甲"),))._repr_mimebundle_()

    assert all(isinstance(value, dict) for kind, value in bundle.items() if kind.endswith("+json"))
