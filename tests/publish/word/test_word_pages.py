import io
import itertools
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime

import pypdf
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given
from hypothesis import strategies as st

from evaluation_lib.publish.choices import Layout
from evaluation_lib.publish.word.widths import column_widths
from evaluation_lib.report.blocks import (
    Cell,
    Column,
    Contents,
    Paragraph,
    Row,
    Section,
    Table,
    plain,
)
from tests.publish.word.word_file import (
    attributes,
    make_file,
    opened,
    part,
    part_names,
    texts,
)
from tests.report.builders import make_report

GB_T_9704 = (37, 26, 35, 28)


@pytest.fixture(scope="module")
def file() -> bytes:
    return make_file()


@pytest.fixture(scope="module")
def official() -> bytes:
    return make_file(layout=Layout.OFFICIAL)


def style_of(file: bytes, key: str):
    return next(one for one in opened(file).styles if one.style_id == key)


def fonts_of(style):
    return style.element.rPr.find(qn("w:rFonts"))


def near(length: int | None) -> int:
    return round((length or 0) / Mm(1))


def test_an_official_page_has_the_measures_of_the_standard(official):
    section = opened(official).sections[1]
    margins = (
        section.top_margin,
        section.right_margin,
        section.bottom_margin,
        section.left_margin,
    )

    assert (near(section.page_width), near(section.page_height)) == (210, 297)
    assert tuple(map(near, margins)) == GB_T_9704


def test_an_official_page_holds_22_lines_of_28_characters(official):
    text = style_of(official, "BodyText").paragraph_format
    section = opened(official).sections[1]
    height = section.page_height - section.top_margin - section.bottom_margin
    width = section.page_width - section.left_margin - section.right_margin
    base = style_of(official, "Normal")
    squeeze = int(base.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20

    assert height // text.line_spacing == 22
    assert width / Pt(1) // (base.font.size.pt + squeeze) == 28
    assert base.font.size.pt == 16


def test_styles_name_the_faces_of_the_standard_and_the_file_carries_none(official):
    faces = {
        key: fonts_of(style_of(official, key)).get(qn("w:eastAsia"))
        for key in ("Normal", "Heading1", "Heading2", "Heading3", "CoverPlan")
    }

    assert faces == {
        "Normal": "仿宋_GB2312",
        "Heading1": "黑体",
        "Heading2": "楷体_GB2312",
        "Heading3": "仿宋_GB2312",
        "CoverPlan": "方正小标宋简体",
    }
    assert '<w:altName w:val="仿宋"/>' in part(official, "word/fontTable.xml")
    assert [name for name in part_names(official) if "fonts/" in name] == []


@pytest.mark.parametrize("layout", Layout)
def test_every_paragraph_style_names_its_chinese_face(layout):
    file = make_file(layout=layout)
    styles = [one for one in opened(file).styles if one.type.name == "PARAGRAPH"]

    assert all(fonts_of(one).get(qn("w:eastAsia")) for one in styles)
    used = set(attributes(file, "w:pStyle", "w:val"))
    assert used <= {one.style_id for one in styles}


def test_wide_tables_lie_on_landscape_pages_and_the_text_returns_to_portrait(file):
    shapes = [one.orientation for one in opened(file).sections]

    assert shapes == [
        WD_ORIENT.PORTRAIT,  # the cover
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    widths = [near(one.page_width) for one in opened(file).sections]
    assert widths == [210, 210, 297, 210]


def test_tables_repeat_their_header_and_part_no_row(file):
    tables = [
        one
        for one in opened(file).element.body.iter(qn("w:tbl"))
        if one.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}") is not None
    ]

    assert len(tables) == 2
    for table in tables:
        rows = table.findall(qn("w:tr"))
        heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_tables_have_no_vertical_rule_and_numbers_stand_right(file):
    style = re.search(r'w:styleId="Evaluation".*?</w:style>', part(file, "word/styles.xml"), re.S)
    table = next(
        one
        for one in opened(file).element.body.iter(qn("w:tbl"))
        if one.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}") is not None
    )
    sides = [one.getparent().tag for one in table.iter(qn("w:left"), qn("w:right"))]

    assert style
    assert "insideV" not in style[0]
    assert qn("w:tcBorders") not in sides
    second = table.findall(qn("w:tr"))[1].findall(qn("w:tc"))
    aligned = [cell.find(f".//{qn('w:jc')}").get(qn("w:val")) for cell in second]
    assert aligned[:5] == ["right", "left", "left", "right", "right"]


def test_each_page_carries_day_versions_and_the_label_of_invented_data(file):
    headers = [name for name in part_names(file) if "header" in name]
    shown = [re.sub(r"<[^>]+>", "", part(file, name)) for name in headers]

    assert shown
    assert all("2024-03-31" in one and "0123456789ab" in one for one in shown)
    assert all("征求意见稿" in one and "演示数据" in one for one in shown)


def test_real_data_carries_no_such_label():
    blocks = (Section(level=1, title="标题", key="a"), Paragraph(spans=plain("正文")))

    file = make_file(blocks, make_report(demonstration=False))

    everything = "".join(part(file, name) for name in part_names(file) if name.endswith("xml"))
    assert "演示" not in everything


def test_odd_page_numbers_stand_right_and_even_ones_left(file):
    settings = part(file, "word/settings.xml")
    footers = [part(file, name) for name in part_names(file) if "footer" in name]
    texts = [re.sub(r"<w:tab/>", "\t", one) for one in footers]
    shown = [re.sub(r"<[^>]+>", "", one).strip("\n") for one in texts]

    assert "<w:evenAndOddHeaders/>" in settings
    assert all(" PAGE " in one for one in footers)
    right = [one for one in shown if one.rstrip().endswith("— 1 —")]
    left = [one for one in shown if one.lstrip().startswith("— 1 —")]
    assert len(right) == len(left) == len(footers) // 2


def test_the_file_tells_what_it_is_and_not_who_made_it(file):
    facts = opened(file).core_properties

    assert facts.title == make_report().title
    assert facts.language == "zh-CN"
    assert facts.created == facts.modified == datetime(2024, 3, 31, tzinfo=UTC)
    assert (facts.author, facts.last_modified_by, facts.comments) == ("", "", "")
    assert 'w:eastAsia="zh-CN"' in part(file, "word/styles.xml")


def test_the_same_report_is_the_same_file_three_times(file):
    assert make_file() == file
    assert make_file() == file
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(2024, 3, 31, 0, 0, 0)}


def test_what_follows_the_contents_begins_a_page():
    blocks = (
        Contents(title="目录"),
        Section(level=1, title="甲", key="a"),
        Section(level=1, title="乙", key="b"),
    )

    body = opened(make_file(blocks)).element.body
    broken = [
        "".join(one.text for one in p.iter(qn("w:t")))
        for p in body.iter(qn("w:p"))
        if p.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
    ]
    assert broken == ["一、甲"]


def test_no_gap_takes_a_page_for_itself(file):
    body = list(opened(file).element.body)
    for before, after in itertools.pairwise(body):
        breaks = after.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
        empty = before.tag == qn("w:p") and not "".join(before.itertext()) and len(before) == 1
        assert not (breaks and empty)


@given(
    titles=st.lists(st.text("指标a b1", max_size=12), min_size=1, max_size=14),
    texts=st.lists(st.text("数值 value 9", max_size=60), min_size=1, max_size=14),
    space=st.floats(200, 730),
)
def test_columns_always_fill_the_width_there_is(titles, texts, space):
    cells = tuple(Cell(spans=plain(texts[place % len(texts)])) for place in range(len(titles)))
    columns = tuple(
        Column(title=title, width=1.0 if place % 2 else None) for place, title in enumerate(titles)
    )
    table = Table(key="a", columns=columns, rows=(Row(cells=cells),))

    widths = column_widths(table, space, size=9, dense_size=7.5, language="zh").columns

    assert sum(widths) == pytest.approx(space)
    assert min(widths) > 0


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("layout", Layout)
def test_libreoffice_opens_the_file_and_sets_every_heading(tmp_path, layout):
    (tmp_path / "report.docx").write_bytes(make_file(layout=layout))

    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "report.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    pages = pypdf.PdfReader(tmp_path / "report.pdf").pages
    words = re.sub(r"\s", "", "".join(one.extract_text() for one in pages))

    for section in ("一、评估工作概况", "三、主要指标完成情况", "14.食品安全抽样检验量"):
        assert words.count(section) == 2  # in the contents and at its place
    assert [number for number, one in enumerate(pages) if not one.extract_text().strip()] == []
    shapes = [one.mediabox.width > one.mediabox.height for one in pages]
    assert any(shapes)
    assert not shapes[0]
    assert not shapes[-1]


def test_notebooks_without_cover_or_contents_are_files_too():
    blocks = (Section(level=1, title="标题", key="a"), Paragraph(spans=plain("正文")))

    assert texts(make_file(blocks))[:2] == ["一、标题", "正文"]
