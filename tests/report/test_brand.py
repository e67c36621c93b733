import base64
import json
import re

import pytest
from pydantic import ValidationError

from evaluation_lib.errors import AuthoredError, EvaluationError
from evaluation_lib.report import sections
from evaluation_lib.report.authored import Authored, read_authored
from evaluation_lib.report.authored.branding import read_branding
from evaluation_lib.report.authored_facts import with_authored
from evaluation_lib.report.blocks import Cover, Table, text_of
from evaluation_lib.report.brand import Brand
from evaluation_lib.report.logo import LARGEST_BYTES, logo_content, logo_svg, read_logo
from evaluation_lib.report.style import ACCENT, contrast
from evaluation_lib.report.words_of_blocks import told
from tests.report.builders import make_report
from tests.report.section_cases import of_type

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2z"/></svg>'
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR42mPIkvYFIgAF/wGlRQ/c5AAAAABJRU5E"
    "rkJggg=="
)
STATED = {
    "organisation": "某评估中心",
    "organisation_en": "Some Centre",
    "classification": "内部",
    "evaluators": ["甲", "乙"],
    "reviewer": "丙",
    "signatories": [{"role": "项目负责人", "name": "丁", "role_en": "Lead"}],
    "contact": "12345",
}


def branded(language="zh", **changes):
    stated = json.dumps(STATED | changes)
    authored = Authored(branding=read_branding(stated))
    return with_authored(make_report(language=language), authored)


@pytest.mark.parametrize(
    ("colour", "ground", "expected"),
    [
        pytest.param("#000000", "#FFFFFF", 21.0, id="black on white"),
        pytest.param("#FFFFFF", "#FFFFFF", 1.0, id="white on white"),
        pytest.param("#767676", "#FFFFFF", 4.54, id="the grey that just carries text"),
        pytest.param("#FFFFFF", "#767676", 4.54, id="either way round"),
    ],
)
def test_contrast_is_that_of_the_guidelines(colour, ground, expected):
    assert contrast(colour, ground) == pytest.approx(expected, abs=0.005)


def test_a_pale_accent_is_refused_with_its_contrast():
    with pytest.raises(ValidationError, match=r"contrast is 2\.\d\d:1 and headings .* need 4\.5:1"):
        Brand(organisation="某", accent="#FF8800")


def test_an_ornament_needs_less_contrast_than_text_and_not_none():
    assert Brand(organisation="某", ornament="#d06a00").ornament == "#D06A00"
    with pytest.raises(ValidationError, match=r"rules need 3:1"):
        Brand(organisation="某", ornament="#FFCC66")


def test_the_accent_of_the_house_would_be_accepted():
    assert Brand(organisation="某", accent=ACCENT).accent == ACCENT


def test_every_fault_of_a_brand_is_named():
    with pytest.raises(AuthoredError) as caught:
        read_branding('{"accent": "red", "organistion": "某"}')

    lines = str(caught.value).splitlines()
    assert any("organisation: Field required" in line for line in lines)
    assert any("accent: write a colour as #RRGGBB" in line for line in lines)
    assert any("organistion" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [("logo.svg", SVG.encode(), "svg"), ("logo.png", PNG, "png")],
)
def test_a_logo_is_carried_inside_the_report(tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)

    report = branded(logo=str(tmp_path / name))

    assert logo_content(report.brand.logo) == (kind, content)
    assert not re.search(r"https?:", report.brand.logo)


def test_a_png_becomes_a_drawing_of_its_own_size(tmp_path):
    (tmp_path / "logo.png").write_bytes(PNG)

    drawn = logo_svg(read_logo(tmp_path / "logo.png"))

    assert 'width="2" height="1"' in drawn
    assert "data:image/png;base64," in drawn


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"GIF89a", "is neither SVG nor PNG", id="another kind"),
        pytest.param(b"x" * (LARGEST_BYTES + 1), "300,001 bytes; use at most 300,000", id="large"),
        pytest.param(b"<svg><script>a()</script></svg>", "'<script', which runs", id="script"),
        pytest.param(b'<svg onload="a()"/>', "'onload=', which runs", id="handler"),
        pytest.param(b'<svg><use href="http://x/y"/></svg>', "runs or loads", id="reference"),
        pytest.param(b"<svg>", "a drawing is not SVG", id="broken"),
        pytest.param(b"<svg><style>@import 'x'</style></svg>", "runs or loads", id="import"),
    ],
)
def test_a_logo_that_cannot_be_carried_is_refused(tmp_path, content, message):
    (tmp_path / "logo.svg").write_bytes(content)

    with pytest.raises(AuthoredError, match=re.escape(message)):
        read_logo(tmp_path / "logo.svg")


def test_an_svg_may_refer_to_its_own_parts(tmp_path):
    drawing = SVG.replace("/></svg>", ' id="a" fill="url(#b)"/><use href="#a"/></svg>')
    (tmp_path / "logo.svg").write_text(drawing, encoding="utf-8")

    assert logo_svg(read_logo(tmp_path / "logo.svg")) == drawing


def test_a_logo_that_is_not_there_is_named():
    with pytest.raises(EvaluationError, match=r"gone\.svg"):
        read_branding('{"organisation": "某", "logo": "gone.svg"}')


def test_a_brand_needs_no_folder():
    authored = read_authored("", json.dumps(STATED))

    assert authored.branding is not None
    assert authored.branding.brand.reviewer == "丙"


def test_an_english_report_takes_english_names_where_there_are_any():
    brand = branded("en").brand

    assert brand.organisation == "Some Centre"
    assert brand.classification == "内部"
    assert [(one.role, one.name) for one in brand.signatories] == [("Lead", "丁")]


def test_the_cover_names_the_evaluator():
    (cover,) = of_type(sections.cover(branded()), Cover)

    assert ("评估机构", "某评估中心") in cover.facts


def test_everyone_who_answers_for_the_report_has_a_line_to_sign_on():
    (table,) = of_type(sections.signatures(branded()), Table)

    people = [tuple(text_of(cell.spans) for cell in row.cells[:2]) for row in table.rows]
    assert people == [
        ("评估人员", "甲"),
        ("评估人员", "乙"),
        ("复核人", "丙"),
        ("项目负责人", "丁"),
    ]
    assert all("＿" in text_of(row.cells[2].spans) for row in table.rows)
    assert "某评估中心；12345" in "".join(told(sections.signatures(branded())))


def test_a_brand_without_people_has_no_table_to_sign():
    report = branded(evaluators=[], reviewer="", signatories=[])

    assert of_type(sections.signatures(report), Table) == []


def test_a_report_without_a_brand_has_no_signature_page():
    assert sections.signatures(make_report()) == ()
