"""Letters of drawings are outlined once on a page."""

import re

from evaluation_lib.publish.html import export_html
from evaluation_lib.publish.letters import share_letters
from evaluation_lib.report.charts.theme import new_sheet
from evaluation_lib.report.drawing import read_drawing
from tests.publish.samples import make_notebook
from tests.report.builders import make_report


def drawn(key, text):
    with new_sheet(make_report(demonstration=False), width=60, height=20) as sheet:
        sheet.text(5, 10, text, size=8)
        return read_drawing(sheet.svg(), prefix=f"{key}-").svg


def test_two_drawings_refer_to_the_same_outline():
    page, letters = share_letters(drawn("a", "目标") + drawn("b", "目前"))

    assert "<path" not in page
    assert letters.count("<path") == len("目标前")
    referred = re.findall(r'href="#(\w+)"', page)
    assert referred[0] == referred[2]
    assert set(referred) == set(re.findall(r'id="(\w+)"', letters))


def test_what_is_no_letter_stays_where_it_is():
    drawing = '<svg><defs><path id="a-p" d="m0 0h5"/></defs><use href="#a-p"/></svg>'

    assert share_letters(drawing) == (drawing, "")


def test_every_reference_of_a_page_leads_somewhere():
    page = export_html(make_notebook())

    known = set(re.findall(r'\bid="([^"]+)"', page))
    assert set(re.findall(r'<use\b[^>]*href="#([^"]+)"', page)) <= known
