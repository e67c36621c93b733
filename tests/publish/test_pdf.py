import io
import re

import pikepdf
import pypdf
import pytest

from evaluation_lib.errors import PublishError
from evaluation_lib.publish.fonts import printing_fonts
from evaluation_lib.publish.pdf import export_pdf
from evaluation_lib.report.blocks import (
    Box,
    Bullets,
    Cards,
    Cell,
    Column,
    Counts,
    Headline,
    KeyStrip,
    Paragraph,
    Row,
    Section,
    SideBySide,
    Table,
    plain,
)
from evaluation_lib.report.words_of_blocks import told
from tests.publish.sample_parts import make_figure
from tests.publish.samples import HOSTILE, make_blocks, make_notebook
from tests.report.builders import make_report


@pytest.fixture(scope="module")
def paper() -> bytes:
    return export_pdf(make_notebook())


@pytest.fixture(scope="module")
def pages(paper) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(paper)).pages]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def on_paper(blocks):
    """Return `blocks` without the tables behind figures, and figures without their alt text."""
    for block in blocks:
        if block.type == "figure":
            yield block.model_copy(update={"table": None, "alt": ""})
        elif block.type == "side_by_side":
            yield from on_paper((*block.left, *block.right))
        elif block.type == "cover":
            bare = block.signature.model_copy(update={"alt": ""})
            yield block.model_copy(update={"signature": bare})
        else:
            yield block


def make_page(text: str):
    return make_notebook((Section(level=1, title="标题", key="a"), Paragraph(spans=plain(text))))


def test_every_character_of_the_blocks_is_on_paper(pages):
    found = set("".join(pages))

    wanted = set(squeezed("".join(told(on_paper(make_blocks())))))
    assert wanted - found == set()


def test_sentences_are_found_in_one_piece(pages):
    words = squeezed("".join(pages))

    assert squeezed(HOSTILE) in words
    assert squeezed(make_blocks()[7].text) in words


def test_it_claims_archive_and_accessibility_standards(paper):
    with pikepdf.open(io.BytesIO(paper)) as document:
        metadata = document.open_metadata()
        root = document.Root

        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "zh-CN"
        for part in ("/StructTreeRoot", "/OutputIntents", "/Outlines"):
            assert part in root


def test_figures_tell_their_words_to_those_who_cannot_see_them(paper):
    with pikepdf.open(io.BytesIO(paper)) as document:
        told_aloud = [
            str(one.Alt)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure" and "/Alt" in one
        ]

    assert told_aloud.count(make_figure().alt) == 4


def test_bookmarks_name_the_sections(paper):
    outline = pypdf.PdfReader(io.BytesIO(paper)).outline

    assert [one.title for one in outline if not isinstance(one, list)] == [
        "一、评估工作概况",
        "二、总体评价",
        "三、主要指标完成情况",
        "四、资料来源",
    ]


def test_every_page_is_labelled_as_demonstration(pages):
    assert len(pages) > 6
    for page in pages:
        assert "演示数据" in page


def test_every_page_after_the_cover_bears_its_facts_and_number(pages):
    for number, page in enumerate(pages[1:], start=2):
        for fact in ("2024-03-31", "0123456789ab", "征求意见稿", f"{number} / {len(pages)}"):
            assert fact in page


def test_real_data_bear_no_label():
    paper = export_pdf(make_notebook((Headline(text="甲"),), make_report(demonstration=False)))

    assert "演示" not in pypdf.PdfReader(io.BytesIO(paper)).pages[0].extract_text()


def test_a_long_table_repeats_its_header(pages):
    continued = [page for page in pages if "实现概率" in squeezed(page)]

    assert len(continued) >= 3


def test_only_the_landscape_section_lies_across(paper):
    sizes = [page.mediabox for page in pypdf.PdfReader(io.BytesIO(paper)).pages]

    across = [number for number, size in enumerate(sizes, start=1) if size.width > size.height]
    assert len(across) == 1


def test_no_page_is_empty(pages):
    common = set(pages[1].splitlines()) & set(pages[2].splitlines())

    for page in pages:
        assert set(page.splitlines()) - common


def test_the_same_notebook_gives_the_same_bytes(paper):
    assert export_pdf(make_notebook()) == paper


def test_the_document_is_dated_by_what_the_report_knows(paper):
    assert (
        pypdf.PdfReader(io.BytesIO(paper)).metadata.creation_date.isoformat()[:10] == "2024-03-31"
    )


def test_a_character_without_glyph_is_named_with_its_sentence():
    with pytest.raises(PublishError, match=r"'😀' \(U\+1F600\) in '缺字：😀' has no glyph"):
        export_pdf(make_page("缺字：😀"))


def test_rare_characters_of_place_names_are_set():
    rare = "㙍坉𬭸埗涌㴪"

    text = pypdf.PdfReader(io.BytesIO(export_pdf(make_page(rare)))).pages[0].extract_text()

    assert rare in squeezed(text)


def test_an_english_report_is_set_in_english():
    blocks = (Section(level=1, title="Findings", key="a"),)

    paper = export_pdf(make_notebook(blocks, make_report(language="en", title="Mid-term report")))

    reader = pypdf.PdfReader(io.BytesIO(paper))
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert "DEMONSTRATION DATA" in reader.pages[0].extract_text()


def test_a_link_to_what_is_not_there_is_left_as_text():
    blocks = (Paragraph(spans=(*plain("见", href="#nowhere"), *plain("表"))),)

    text = pypdf.PdfReader(io.BytesIO(export_pdf(make_notebook(blocks)))).pages[0].extract_text()

    assert "见表" in text


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(Bullets(items=()), id="bullets"),
        pytest.param(Box(title="", rows=()), id="box"),
        pytest.param(Counts(groups=()), id="counts"),
        pytest.param(KeyStrip(items=()), id="keys"),
        pytest.param(Cards(cards=()), id="cards"),
        pytest.param(Table(key="t", columns=(Column(title="甲"),), rows=()), id="table"),
        pytest.param(SideBySide(left=(), right=()), id="pair"),
    ],
)
def test_what_holds_nothing_takes_no_page_of_its_own(block):
    paper = export_pdf(make_notebook((Headline(text="前"), block, Headline(text="后"))))

    (page,) = pypdf.PdfReader(io.BytesIO(paper)).pages
    assert {"前", "后"} <= set(page.extract_text())


def test_words_too_long_for_their_place_stay_on_the_page():
    long = Section(level=1, title="长" * 120, key="a", tags=("签" * 40,), aside="旁" * 80)
    address = Paragraph(spans=plain("https://example.org/" + "a" * 400))
    wide = Table(
        key="t",
        columns=tuple(Column(title=f"列{number}") for number in range(30)),
        rows=(Row(cells=tuple(Cell(spans=plain("值" * 6)) for _ in range(30))),),
    )

    paper = export_pdf(make_notebook((long, address, wide)))

    with pikepdf.open(io.BytesIO(paper)) as document:
        assert len(document.pages) == 1
    words = squeezed(pypdf.PdfReader(io.BytesIO(paper)).pages[0].extract_text())
    assert words.count("长") == 120
    assert words.count("值") == 180


def test_a_font_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(PublishError, match="holds no font"):
        printing_fonts(tmp_path)
    with pytest.raises(PublishError, match="not a folder"):
        printing_fonts(tmp_path / "absent")
