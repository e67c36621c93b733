import pytest
from nbconvert.exporters import get_exporter

from evaluation_lib.publish.html import export_html
from evaluation_lib.publish.pdf import export_pdf
from evaluation_lib.publish.word.exporting import export_docx
from tests.publish.samples import make_notebook


@pytest.mark.parametrize(
    ("name", "extension", "export"),
    [
        ("plan-html", ".html", export_html),
        ("plan-pdf", ".pdf", export_pdf),
        ("plan-docx", ".docx", export_docx),
    ],
)
def test_nbconvert_makes_the_same_page_as_the_library(name, extension, export):
    page, resources = get_exporter(name)().from_notebook_node(make_notebook())

    assert page == export(make_notebook())
    assert resources["output_extension"] == extension
