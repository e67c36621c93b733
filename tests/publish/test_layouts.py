"""The layout of official documents, and the faces it is printed in."""

import io
from importlib.util import find_spec
from pathlib import Path

import pikepdf
import pypdf
import pytest
from fontTools import subset, ttLib

from evaluation_lib.publish.choices import Layout
from evaluation_lib.publish.faces import choose_faces
from evaluation_lib.publish.fonts import SANS, SERIF
from evaluation_lib.publish.pdf import export_pdf
from evaluation_lib.report.blocks import Contents, Paragraph, Section, plain
from tests.publish.samples import make_notebook

CHAPTER = Section(level=1, title="评估工作概况", key="work")


def official(*blocks, font_dir=None):
    paper = export_pdf(make_notebook(blocks), layout=Layout.OFFICIAL, font_dir=font_dir)
    return pypdf.PdfReader(io.BytesIO(paper))


def lines_of(page):
    return [line.replace(" ", "") for line in page.extract_text().splitlines() if line.strip()]


def edge_of(text, page):
    """Return the half of `page` on which `text` is printed."""
    found = []

    def note(run, matrix, place, *_):
        if run.strip() == text:
            found.append("right" if matrix[4] + place[4] > 300 else "left")

    page.extract_text(visitor_text=note)
    return found[-1]


def font_called(family, folder, text):
    """Write the letters of `text` into `folder` as a font called `family`."""
    packaged = Path(find_spec("pylopdf_fonts_zh_cn").origin).parent / "NotoSerifSC-Regular.otf"
    font = ttLib.TTFont(packaged)
    cutter = subset.Subsetter(subset.Options(name_IDs=["*"]))
    cutter.populate(text=text)
    cutter.subset(font)
    for record in list(font["name"].names):
        if record.nameID in (1, 4, 16, 6):
            font["name"].setName(family, record.nameID, *(3, 1, 0x409))
    folder.mkdir()
    font.save(folder / "given.otf")


def test_a_page_of_prose_has_22_lines_of_28_characters():
    page = official(Paragraph(spans=plain("评" * 28 * 30))).pages[0]

    prose = [line for line in lines_of(page) if set(line) == {"评"}]
    assert len(prose) == 22
    assert [len(line) for line in prose] == [26, *[28] * 21]
    assert [round(float(one) / 72 * 25.4) for one in page.mediabox] == [0, 0, 210, 297]


def test_headings_are_numbered_as_official_documents_number_them():
    blocks = (
        CHAPTER,
        Section(level=2, title="约束性指标", key="binding"),
        Section(level=3, title="食品抽样检验量", key="food", number="14"),
    )

    printed = lines_of(official(*blocks).pages[0])

    for line in ("一、评估工作概况", "（一）约束性指标", "14.食品抽样检验量"):
        assert line in printed


def test_the_number_of_the_page_stands_between_dashes_at_the_outer_edge():
    pages = official(Paragraph(spans=plain("评" * 28 * 30))).pages

    assert [edge_of("—", pages[0]), edge_of("—", pages[1])] == ["right", "left"]


def test_faces_that_may_not_be_passed_on_are_used_where_they_are_given(tmp_path):
    font_called("FangSong_GB2312", tmp_path / "fonts", "评估工作")

    document = official(Paragraph(spans=plain("评估工作")), font_dir=tmp_path / "fonts")

    fonts = document.pages[0]["/Resources"]["/Font"].values()
    assert any("FangSong" in font.get_object()["/BaseFont"] for font in fonts)


def test_the_page_of_contents_names_the_faces_that_stand_in_for_others():
    text = official(CHAPTER, Contents(title="目录")).pages[-1].extract_text().replace("\n", "")

    assert "未提供小标宋体、仿宋、黑体、楷体、宋体字体" in text


def test_each_face_falls_back_by_itself(tmp_path):
    font_called("KaiTi_GB2312", tmp_path / "fonts", "楷")

    faces = choose_faces(Layout.OFFICIAL, tmp_path / "fonts")

    assert faces.families["second"] == ("KaiTi_GB2312", *SERIF, "KaiTi_GB2312")
    assert faces.families["body"] == (*SERIF, "KaiTi_GB2312")
    assert faces.families["sans"][: len(SANS)] == SANS
    assert faces.lacking == ("小标宋体", "仿宋", "黑体", "宋体")


def test_the_house_layout_takes_every_font_given_before_its_own(tmp_path):
    font_called("KaiTi_GB2312", tmp_path / "fonts", "楷")

    faces = choose_faces(Layout.HOUSE, tmp_path / "fonts")

    assert faces.families["sans"] == ("KaiTi_GB2312", *SANS)
    assert faces.lacking == ()


@pytest.mark.parametrize("layout", list(Layout))
def test_both_layouts_are_archival_and_accessible(layout):
    with pikepdf.open(io.BytesIO(export_pdf(make_notebook(), layout=layout))) as paper:
        metadata = paper.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert paper.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in paper.Root
