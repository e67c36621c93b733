"""What a Word file shows of the evaluator."""

import base64
import re

import pytest
from docx.oxml.ns import qn

from evaluation_lib.publish.choices import Layout
from evaluation_lib.report.blocks import (
    Cover,
    Paragraph,
    Section,
    plain,
)
from evaluation_lib.report.model_brand import BrandFact
from tests.publish.sample_parts import make_figure
from tests.publish.word.word_file import make_file, opened, part, part_names
from tests.report.builders import make_report

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR42mPIkvYFIgAF/wGlRQ/c5AAAAABJRU5E"
    "rkJggg=="
)


def make_brand(**changes) -> BrandFact:
    facts = dict.fromkeys(BrandFact.model_fields, "")
    facts |= {"organisation": "某评估中心", "classification": "内部"}
    facts |= {"evaluators": (), "signatories": ()}
    return BrandFact(**(facts | changes))


def branded(layout=Layout.HOUSE, *blocks, **changes) -> bytes:
    cover = Cover(eyebrow="", plan_title="规划", kind="中期评估报告", line="", facts=())
    shown = (cover, Section(level=1, title="标题", key="a"), make_figure(), *blocks)
    return make_file(shown, make_report(brand=make_brand(**changes)), layout=layout)


def address(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def test_the_classification_stands_on_the_cover_and_at_the_head_of_every_page():
    file = branded()

    headers = [part(file, name) for name in part_names(file) if "header" in name]
    assert headers
    assert all("内部" in one for one in headers)
    first = next(opened(file).element.body.iter(qn("w:p")))
    assert "".join(one.text for one in first.iter(qn("w:t"))) == "内部"


def test_the_evaluator_stands_at_the_foot_of_every_page_and_is_the_author():
    file = branded()

    footers = [part(file, name) for name in part_names(file) if "footer" in name]
    assert footers
    assert all("某评估中心" in one for one in footers)
    assert opened(file).core_properties.author == "某评估中心"


@pytest.mark.parametrize(("kind", "content"), [("svg+xml", SVG), ("png", PNG)])
def test_a_logo_of_either_kind_is_a_picture_on_the_cover(kind, content):
    file = branded(logo=address(kind, content))

    names = [one.get("descr") for one in opened(file).element.body.iter(qn("wp:docPr"))]
    assert names[0] == "某评估中心"
    size = next(opened(file).element.body.iter(qn("wp:extent")))
    assert int(size.get("cx")) == 2 * int(size.get("cy"))


def test_the_accent_of_the_evaluator_colours_headings_and_numbers_of_figures():
    styles = part(branded(accent="#663311"), "word/styles.xml")

    heading = re.search(r'w:styleId="Heading1".*?</w:style>', styles, re.S)
    assert heading
    assert 'w:color w:val="663311"' in heading[0]
    assert '<w:color w:val="663311"/>' in part(branded(accent="#663311"), "word/document.xml")


def test_official_headings_stay_black_whatever_the_accent():
    styles = part(branded(Layout.OFFICIAL, accent="#663311"), "word/styles.xml")

    heading = re.search(r'w:styleId="Heading1".*?</w:style>', styles, re.S)
    assert heading
    assert 'w:color w:val="000000"' in heading[0]


def test_a_report_without_a_brand_names_nobody():
    blocks = (Section(level=1, title="标题", key="a"), Paragraph(spans=plain("正文")))

    assert opened(make_file(blocks)).core_properties.author == ""
