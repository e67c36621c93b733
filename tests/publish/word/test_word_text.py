import re

import pytest
from docx.oxml.ns import qn

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.document import read_document
from evaluation_lib.publish.word.draft import bookmark_name
from evaluation_lib.report.blocks import (
    Cell,
    Column,
    KeyStrip,
    KeyValue,
    Paragraph,
    Row,
    Section,
    Span,
    Table,
    plain,
)
from evaluation_lib.report.words_of_blocks import told
from tests.publish.sample_parts import make_figure, make_table
from tests.publish.samples import HOSTILE, make_blocks, make_notebook
from tests.publish.word.word_file import (
    attributes,
    make_file,
    opened,
    part,
    styled,
    texts,
)
from tests.report.builders import make_report


@pytest.fixture(scope="module")
def file() -> bytes:
    return make_file()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def written(blocks):
    """Return `blocks` without what only listeners and screens get: tables behind figures."""
    for block in blocks:
        if block.type == "figure":
            yield block.model_copy(update={"table": None, "alt": ""})
        elif block.type == "side_by_side":
            yield from written((*block.left, *block.right))
        elif block.type == "cover":
            bare = block.signature.model_copy(update={"alt": ""})
            yield block.model_copy(update={"signature": bare})
        else:
            yield block


def page(*blocks):
    return (Section(level=1, title="标题", key="a"), *blocks)


def test_every_text_of_the_blocks_stands_in_the_file_in_one_piece(file):
    found = squeezed("\n".join(texts(file)))

    wanted = [squeezed(text) for text in told(written(make_blocks()))]
    assert [text for text in wanted if text not in found] == []
    assert squeezed(HOSTILE) in found


def test_headings_are_headings_with_the_numbers_of_every_other_format(file):
    sections = read_document(make_notebook()).sections

    for level in (1, 2, 3):
        wanted = [one for one in sections if one.level == level]
        shown = styled(file, f"Heading{level}")
        assert [text.replace(" ", "") for text in shown] == [
            f"{one.ordinal}{one.title}" for one in wanted
        ]
    levels = re.findall(r'<w:outlineLvl w:val="(\d)"/>', part(file, "word/styles.xml"))
    assert levels == ["0", "1", "2"]


def test_the_table_of_contents_is_filled_before_anybody_updates_it(file):
    sections = read_document(make_notebook()).sections
    entries = [text for level in (1, 2, 3) for text in styled(file, f"TOC{level}")]

    assert sorted(entries) == sorted(
        text for level in (1, 2, 3) for text in styled(file, f"Heading{level}")
    )
    assert len(entries) == len(sections)
    assert 'TOC \\o "1-3"' in part(file, "word/document.xml")


def test_every_link_inside_leads_to_one_place(file):
    names = attributes(file, "w:bookmarkStart", "w:name")

    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 40
    assert set(attributes(file, "w:hyperlink", "w:anchor")) - {None} <= set(names)


def test_captions_count_themselves_and_show_the_right_count_already(file):
    body = opened(file).element.body
    fields = [(one.get(qn("w:instr")), one) for one in body.iter(qn("w:fldSimple"))]
    counted: dict[str, list[str]] = {}
    for instruction, one in fields:
        text = "".join(part.text for part in one.iter(qn("w:t")))
        counted.setdefault(instruction.split()[1], []).append(text)

    assert counted == {"图": ["1", "2", "3"], "表": ["1", "2"]}
    assert styled(file, "Caption")[0].startswith("图1　约束性指标2项未达到要求")


def test_links_to_pages_of_the_web_are_kept_and_other_schemes_are_not():
    spans = (
        Span(text="公报", href="https://example.org/a"),
        Span(text="文件", href="file:///etc/passwd"),
        Span(text="无处", href="#nowhere"),
    )
    file = make_file(page(Paragraph(spans=spans)))

    relations = part(file, "word/_rels/document.xml.rels")
    assert "https://example.org/a" in relations
    assert "passwd" not in relations + part(file, "word/document.xml")
    assert len(attributes(file, "w:hyperlink", "w:history")) == 1


def test_control_characters_are_left_out_and_do_not_break_the_file():
    file = make_file(page(Paragraph(spans=plain("甲\x0b乙\x00丙\n丁"))))

    assert "甲乙丙丁" in texts(file)


def test_charts_are_pictures_that_tell_their_message(file):
    body = opened(file).element.body
    told_by = [one.get("descr") for one in body.iter(qn("wp:docPr"))]
    numbers = [one.get("id") for one in body.iter(qn("wp:docPr"))]

    assert len(told_by) == 4  # three figures and the cover
    assert set(told_by) == {make_figure().alt}
    assert len(set(numbers)) == len(numbers)
    names = re.findall(r'Target="(media/[^"]+)"', part(file, "word/_rels/document.xml.rels"))
    assert names
    assert all(name.endswith(".png") for name in names)


def test_a_drawing_that_is_none_is_refused_in_words():
    with pytest.raises(PublishError, match="cannot be set in Word: a drawing is not SVG"):
        make_file(page(make_figure(svg="<p>no</p>")))


def test_english_has_english_captions_and_no_chinese_of_its_own():
    blocks = page(make_table(title="Main indicators"), make_figure(title="One figure"))

    file = make_file(blocks, make_report(language="en", title="Evaluation"))

    assert styled(file, "Caption") == ["Table 1  Main indicators", "Figure 1  One figure"]
    assert "SEQ Table" in part(file, "word/document.xml")
    names = re.findall(r'<w:name w:val="([^"]+)"', part(file, "word/styles.xml"))
    assert [name for name in names if re.search(r"[\u4e00-\u9fff]", name)] == []


@pytest.mark.parametrize(
    "key", ["plain", "with-hyphen", "1first", "指标", "a" * 60, "a" * 59 + "b"]
)
def test_bookmarks_have_names_that_word_accepts(key):
    assert re.fullmatch(r"[A-Za-z_]\w{0,39}", bookmark_name(key), re.ASCII)


def test_keys_that_differ_in_punctuation_alone_stay_apart():
    assert len({bookmark_name(key) for key in ("a-b", "a_b", "a.b", "a" * 60, "a" * 61)}) == 5


def test_the_number_of_a_note_is_raised_and_leads_to_its_row():
    note = Span(text="1.3", href="#origin-one", note=True)
    row = Row(cells=(Cell(spans=plain("40")),), key="origin-one")
    table = Table(key="origins", columns=(Column(title="值"),), rows=(row,))
    strip = KeyStrip(items=(KeyValue(label="值", value="40", href="#origin-one", note="1.3"),))

    file = make_file((Paragraph(spans=(Span(text="达40"), note)), strip, table))

    raised = [
        "".join(text.text or "" for text in run.iter(qn("w:t")))
        for run in opened(file).element.body.iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}") is not None
    ]
    assert raised == ["1.3", "1.3"]
    assert attributes(file, "w:hyperlink", "w:anchor").count(bookmark_name("origin-one")) == 2
