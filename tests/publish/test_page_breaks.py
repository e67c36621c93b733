"""Where printed pages begin and end."""

import io

import pypdf
import pytest

from evaluation_lib.publish.pdf import export_pdf
from evaluation_lib.report.blocks import (
    Cell,
    Column,
    Headline,
    Note,
    Row,
    Section,
    Table,
    plain,
)
from tests.publish.samples import make_notebook
from tests.report.builders import make_report


def pages_of(*blocks, language="zh"):
    report = make_report(demonstration=False, language=language)
    paper = export_pdf(make_notebook(blocks, report))
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(paper)).pages]


def make_table(rows, **facts):
    return Table(
        key="t",
        title="台账",
        columns=(Column(title="编号"), Column(title="事项")),
        rows=tuple(
            Row(cells=(Cell(spans=plain(f"第{place}行")), Cell(spans=plain("事"))))
            for place in range(1, rows + 1)
        ),
        **facts,
    )


def rows_on(page):
    return [line.split("行")[0] for line in page.splitlines() if line.startswith("第")]


def rows_of_one_page():
    return len(rows_on(pages_of(make_table(80))[0]))


def test_a_table_overleaf_repeats_its_header_and_says_which_it_is():
    first, second = pages_of(make_table(60))

    assert "续表1" not in first.replace(" ", "")
    assert "续表1" in second.replace(" ", "")
    assert "编号" in first
    assert "编号" in second


def test_the_last_row_of_a_table_never_stands_alone_on_a_page():
    fitting = rows_of_one_page()

    for rows in range(fitting, fitting + 4):
        last = rows_on(pages_of(make_table(rows))[-1])
        assert len(last) >= 2


def test_the_notes_of_a_table_stand_below_rows_of_it():
    notes = (plain("注：" + "说明" * 200),)

    last = pages_of(make_table(rows_of_one_page(), notes=notes))[-1]

    assert "说明" in last
    assert len(rows_on(last)) >= 2


@pytest.mark.parametrize("lines", range(30, 50, 2))
def test_a_chapter_does_not_begin_at_the_foot_of_a_page(lines):
    filling = tuple(Note(spans=plain("行")) for _ in range(lines))
    chapter = (
        Section(level=1, title="下一章", key="next"),
        Headline(text="本章要点"),
        *(Note(spans=plain("正文")) for _ in range(4)),
    )

    page = next(page for page in pages_of(*filling, *chapter) if "下一章" in page)

    assert page.count("正文") == 4


def test_pages_are_counted_through_the_document():
    more = make_table(90).model_copy(update={"key": "u"})

    pages = pages_of(make_table(150), Section(level=1, title="章", key="a"), more)

    assert all(f"{place} / {len(pages)}" in page for place, page in enumerate(pages, start=1))
