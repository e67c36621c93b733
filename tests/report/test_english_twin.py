"""Nothing stays Chinese in the English report but what is quoted."""

import re

import pytest

from evaluation_lib.publish.html import export_html
from evaluation_lib.report import sections
from evaluation_lib.report.blocks import Note, Table
from evaluation_lib.report.words_of_blocks import told
from tests.publish.samples import make_notebook
from tests.report.section_cases import flat
from tests.report.test_whole import DATA, report_of

CHINESE = re.compile(r"[\u3400-\u9fff]+")
CHAPTERS = (
    sections.basis,
    sections.overview,
    sections.indicator_table,
    sections.binding_indicators,
    sections.anticipatory_indicators,
    sections.warning_list,
    sections.tasks,
    sections.commitments,
    sections.goals,
    sections.method_table,
    sections.comparators,
    sections.data_quality,
    sections.methods,
    sections.limitations,
    sections.sources,
    sections.plan_version,
    sections.annexes,
)


@pytest.fixture(scope="module")
def report():
    return report_of(language="en")


@pytest.fixture(scope="module")
def blocks(report):
    return tuple(block for chapter in CHAPTERS for block in chapter(report))


def quotable():
    """Return all that the plan and the departments wrote."""
    folders = (DATA / "plans/zhanjiang-2021-2025", DATA / "observations/demonstration")
    files = (one for folder in folders for one in sorted(folder.glob("*.*")))
    return "\n".join(
        one.read_text(encoding="utf-8") for one in files if one.suffix in (".csv", ".yml", ".md")
    )


def test_titles_prose_and_charts_are_english(blocks):
    spoken = [block for block in flat(blocks) if not isinstance(block, Table | Note)]

    assert [text for text in told(spoken) if CHINESE.search(text)] == []


def test_headers_and_names_of_tables_are_english(blocks):
    tables = [block for block in flat(blocks) if isinstance(block, Table)]

    named = [text for table in tables for text in (table.title, table.subtitle)]
    named += [column.title for table in tables for column in table.columns]
    assert [text for text in named if CHINESE.search(text)] == []


def test_whatever_is_chinese_is_quoted_from_the_plan_or_from_a_return(blocks):
    source = quotable()

    runs = {run for text in told(blocks) for run in CHINESE.findall(text)}
    assert len(runs) > 100
    assert sorted(run for run in runs if run not in source) == []


def test_what_is_quoted_is_marked_as_chinese(blocks, report):
    page = export_html(make_notebook(blocks, report)).split("<main")[1]

    marked = re.sub(r'<span lang="zh-CN">[^<]*</span>|<[^>]*>', "", page)
    assert CHINESE.findall(marked) == []
