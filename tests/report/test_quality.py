"""The report on the data: every number of it can be counted again in the table."""

from datetime import date
from pathlib import Path

import pytest

from evaluation_lib.errors import ObservationError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.queries.listing import COLUMNS
from evaluation_lib.observations.sources.asked import read_asked
from evaluation_lib.publish.engine.notebook import read_result, run_notebook
from evaluation_lib.publish.html import export_html
from evaluation_lib.report.audit import audit_report
from evaluation_lib.report.model import Report
from evaluation_lib.report.quality import quality_report
from evaluation_lib.report.sections import quality
from evaluation_lib.report.wording.quality import QUALITY
from evaluation_lib.report.words_of_blocks import told
from tests.builders import COUNTIES, make_indicator, make_plan, make_rows

DAY = date(2024, 3, 31)
TABLE = make_rows(
    {"period": "2021", "value": 120.0},
    {"period": "2021", "value": 118.0, "published_on": "2023-06-08"},
    {"period": "2022", "value": 130.0, "published_on": "2023-03-31", "evidence": "C"},
    {"period": "2022", "value": 60.0, "published_on": "2023-03-31", "jurisdiction": COUNTIES[0]},
    {"period": "2023-H1", "value": 135.0, "published_on": "2023-08-31"},
    {"period": "2023", "value": 140.0, "published_on": "2024-04-30"},
    {"period": "2023", "value": -1.0, "published_on": "2024-02-28"},
)
QUERIES = [
    dict.fromkeys(COLUMNS, "") | {"id": "Q-1", "severity": "error", "file": "a.xlsx", "cell": "B3"},
    dict.fromkeys(COLUMNS, "") | {"id": "Q-2", "severity": "note"},
    dict.fromkeys(COLUMNS, "") | {"id": "Q-3", "severity": "warning", "raw": "约3"},
]


def report_on(table, *, asked=(), language="zh"):
    plan = make_plan(make_indicator(), make_indicator("other", number=2))
    evaluation = evaluate(plan, table, plan.jurisdiction, DAY)
    return quality_report(evaluation, table, {}, asked=asked, language=language)


def write_queries(folder, answers=""):
    lines = [",".join(COLUMNS), *(",".join(one.values()) for one in QUERIES)]
    (folder / "queries.csv").write_text("\n".join(lines), encoding="utf-8")
    if answers:
        (folder / "answers.csv").write_text(f"id,answer\n{answers}\n", encoding="utf-8")
    return folder / "queries.csv"


def test_each_year_says_what_is_known_and_on_which_evidence():
    first, other = report_on(TABLE).quality.coverage

    assert [(one.year, one.state, one.evidence, one.counties) for one in first.years] == [
        (2021, "exact", "A", 0),
        (2022, "exact", "C", 1),
        (2023, "part", "A", 0),
    ]
    assert {one.state for one in other.years} == {"none"}


def test_a_value_that_is_kept_out_covers_nothing_and_grades_nothing():
    facts = report_on(TABLE).quality

    assert (facts.rows, facts.used) == (5, 4)
    assert [(one.grade, one.here, one.counties) for one in facts.grades] == [
        ("A", 2, 1),
        ("C", 1, 0),
    ]


def test_a_restated_year_stands_beside_its_first_edition():
    (one,) = report_on(TABLE).quality.editions

    assert (one.period, one.editions, one.first, one.used) == ("2021", 2, 120.0, 118.0)
    assert one.used_published_on == "2023-06-08"


def test_findings_are_counted_by_rule_gravest_first():
    found = report_on(TABLE).quality.rules

    assert found[0].rule == "out_of_bounds"
    assert {one.rule: one.here for one in found}["revised"] == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_chapter_says_something_with_data_and_without(tmp_path, language):
    asked = read_asked(write_queries(tmp_path, "Q-3,3.1"))
    empty = make_rows({"period": "2021", "published_on": "2025-01-01"})

    for report in (report_on(TABLE, asked=asked, language=language), report_on(empty)):
        for chapter in (
            quality.coverage,
            quality.rules,
            quality.evidence,
            quality.editions,
            quality.queries,
        ):
            words = "\n".join(told(chapter(report)))
            assert len(words.splitlines()) >= 2
            assert "{" not in words


def test_queries_are_open_until_an_answer_stands_beside_them(tmp_path):
    asked = read_asked(write_queries(tmp_path, "Q-3,3.1"))
    words = "\n".join(told(quality.queries(report_on(TABLE, asked=asked))))

    assert "共提出质疑3条，已答复1条，尚待答复2条" in words
    assert "a.xlsx!B3" in words
    assert "另有1条提示从略" in words


def test_no_list_is_no_query():
    assert read_asked("") == ()


@pytest.mark.parametrize(
    ("text", "told_"),
    [
        pytest.param("id,file\n", "column sheet, cell", id="columns"),
        pytest.param(None, "cannot be read", id="missing"),
    ],
)
def test_what_is_no_list_of_queries_is_refused(tmp_path, text, told_):
    path = tmp_path / "queries.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8")

    with pytest.raises(ObservationError, match=told_):
        read_asked(path)


def test_the_state_of_the_data_goes_with_the_result_and_comes_back():
    report = report_on(TABLE)

    assert Report.model_validate(report.to_json()).quality == report.quality


def test_another_report_has_no_chapter_on_its_data():
    plan = make_plan()
    report = audit_report(evaluate(plan, TABLE, plan.jurisdiction, DAY), {})

    with pytest.raises(ValueError, match="build it with quality_report"):
        quality.coverage(report)


def test_english_words_hold_no_chinese():
    assert [key for key, text in QUALITY.items() if not text.en.isascii()] == []


@pytest.mark.slow
def test_the_notebook_runs_and_its_page_holds_every_chapter():
    path = Path(__file__).parents[2] / "notebooks/01_data_quality.ipynb"

    notebook = run_notebook(path, {"language": "en", "as_of": "2023-07-31"})
    page = export_html(notebook)

    assert read_result(notebook, path)["quality"]["counties"] == 9
    for key in ("coverage", "rules", "evidence", "editions", "queries"):
        assert f'id="quality-{key}"' in page
