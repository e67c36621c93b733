"""An indicator sheet is one page that stands alone."""

import io
from datetime import date
from pathlib import Path

import pypdf
import pytest

from evaluation_lib.errors import JobError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan import read_plan
from evaluation_lib.publish.pdf import export_pdf
from evaluation_lib.report import sections
from evaluation_lib.report.blocks import blocks_to_json
from evaluation_lib.report.facts import build_report
from tests.publish.samples import make_notebook

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def demonstration():
    plan = read_plan(ROOT / "data/plans/zhanjiang-2021-2025")
    table, sources = read_observations(ROOT / "data/observations/demonstration")
    return evaluate(plan, table, "440800", date(2024, 3, 31)), sources


def report_in(language, demonstration):
    evaluation, sources = demonstration
    return build_report(evaluation, sources, language=language)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_indicator_of_the_plan_takes_exactly_one_page(language, demonstration):
    report = report_in(language, demonstration)

    paper = export_pdf(make_notebook(sections.sheets(report), report))

    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(paper)).pages]
    shown = [one for one in report.indicators if one.is_binding]
    shown += [one for one in report.indicators if not one.is_binding]
    assert len(pages) == len(shown) == 19
    for page, fact in zip(pages, shown, strict=True):
        assert fact.short_name[:6] in page.replace("\n", "")


def test_a_sheet_leads_to_no_other_page(demonstration):
    report = report_in("zh", demonstration)

    text = str(blocks_to_json(sections.sheets(report)))

    assert "'href': '#" not in text
    assert "'note': True" not in text


def test_only_the_indicators_asked_for_get_a_sheet(demonstration):
    report = report_in("zh", demonstration)

    chosen = sections.chosen_indicators(report, "trademarks, open_kitchens")

    headings = [one.number for one in sections.sheets(chosen) if one.type == "section"]
    assert headings == ["16", "5"]
    assert sections.chosen_indicators(report, " ") is report


def test_an_unknown_indicator_names_the_nearest(demonstration):
    report = report_in("zh", demonstration)

    with pytest.raises(JobError, match="no indicator 'trademark'; did you mean 'trademarks'"):
        sections.chosen_indicators(report, "trademark")
