"""Reports on plans of one indicator, of forty, and of one that cannot be assessed, on paper."""

import io
import re

import pypdf
import pytest

from evaluation_lib.publish.html import export_html
from evaluation_lib.publish.pdf import export_pdf
from evaluation_lib.report import sections
from evaluation_lib.report.blocks import Figure
from evaluation_lib.report.charts.overview import overview
from tests.publish.samples import make_notebook
from tests.report.builders import make_report
from tests.report.drawn_text import drawn
from tests.report.report_cases import make_blank_fact, make_many
from tests.report.section_cases import of_type, whole


def printed(report):
    paper = export_pdf(make_notebook(tuple(whole(report)), report))
    pages = pypdf.PdfReader(io.BytesIO(paper)).pages
    return [re.sub(r"[ \n]", "", page.extract_text()) for page in pages]


@pytest.fixture(scope="module")
def forty():
    return printed(make_many(40))


def test_forty_indicators_have_their_binding_ones_on_the_page_of_the_verdict(forty):
    place = next(place for place, page in enumerate(forty) if "图1约束性指标" in page)

    assert "二、总体评价" in forty[place]
    assert "项滞后或未达标" in forty[place]
    assert "图2预期性指标" in forty[place + 1]


def test_the_main_table_of_forty_goes_on_overleaf_under_its_header(forty):
    first = next(place for place, page in enumerate(forty) if "表1主要指标" in page)

    assert "续表1" in forty[first + 1]
    assert all("最新值" in page and "实现概率" in page for page in forty[first : first + 2])
    assert "读表：" in forty[first + 1]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("count", "nature"), [(40, "binding"), (40, "anticipatory"), (19, "")])
def test_no_label_of_an_overview_lies_on_another(count, nature, language):
    report = make_many(count).model_copy(update={"language": language})

    chart = drawn(overview, report, nature)

    assert chart.overlaps == []
    assert max(one.rect.right for one in chart.labels) <= chart.width + 0.5


def test_twenty_four_indicators_share_one_chart_and_twenty_five_have_two():
    charts = [
        [one.key for one in of_type(sections.overview(make_many(count)), Figure)]
        for count in (24, 25)
    ]

    assert charts == [["overview"], ["overview-binding", "overview-anticipatory"]]


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(make_many(1), id="one"),
        pytest.param(make_report(make_blank_fact()), id="one that cannot be assessed"),
    ],
)
def test_the_chapters_on_a_single_indicator_share_a_page(report):
    page = next(page for page in printed(report)[2:] if "一、评估工作概况" in page)

    assert "二、总体评价" in page
    assert "三、主要指标完成情况" in page
    assert report.indicators[0].short_name in page


def test_a_web_page_on_a_single_indicator_sums_up_its_verdict():
    report = make_report(make_blank_fact())

    page = export_html(make_notebook(tuple(whole(report)), report))

    summary = page.split('<p class="summary">')[1].split("</p>")[0]
    assert report.indicators[0].short_name in summary
    assert "无法评价" in summary
