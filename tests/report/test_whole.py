"""Tasks, promises, goals and the audit of the text, as the reader meets them."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.ledger import read_ledger
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan import read_plan
from evaluation_lib.report import sections
from evaluation_lib.report.blocks import blocks_to_json
from evaluation_lib.report.charts.sheet import Sheet
from evaluation_lib.report.charts.task_squares import (
    SQUARE,
    STATES,
    draw_state,
    late_count,
    task_squares,
)
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.model import Report
from evaluation_lib.report.wording.whole import WHOLE, chapter_numeral, whole
from evaluation_lib.report.words_of_blocks import told
from tests.report.builders import make_report

DATA = Path(__file__).parents[2] / "data"
CHAPTERS = (
    sections.tasks,
    sections.commitments,
    sections.goals,
    sections.plan_audit,
    sections.plan_version,
    sections.annexes,
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def report_of(folder="demonstration", day="2023-07-31", product="midterm", language="zh"):
    place = DATA / "observations" / folder
    table, sources = read_observations(place)
    found = evaluate(
        read_plan(DATA / "plans/zhanjiang-2021-2025"),
        table,
        "440800",
        date.fromisoformat(day),
        product=product,
        ledger=read_ledger(place),
    )
    return build_report(found, sources, language=language)


@pytest.fixture(scope="module", params=["zh", "en"])
def report(request):
    return report_of(language=request.param)


@pytest.fixture(scope="module")
def published():
    return report_of("published", "2026-06-30", "final")


def rows_of(blocks, key):
    return next(one for one in blocks if one.type == "table" and one.key == key).rows


def headline_of(blocks):
    return next(one.text for one in blocks if one.type == "headline")


def test_there_is_a_square_for_every_task_and_the_totals_are_right(report):
    figure = task_squares(report)

    totals = [int(row.cells[1].spans[0].text) for row in figure.table.rows]
    states = [sum(int(cell.spans[0].text) for cell in row.cells[2:]) for row in figure.table.rows]
    assert totals == states == [8, 7, 13, 19, 12, 9, 10, 4, 10]
    assert sum(totals) == len(report.tasks) == 92


def test_the_numbers_of_the_headline_add_up_to_all_tasks(report):
    numbers = [int(text) for text in re.findall(r"\d+", headline_of(sections.tasks(report)))]

    assert numbers[0] == sum(numbers[1:]) == 92


def test_the_numbers_of_the_promises_add_up_too(report):
    numbers = [int(text) for text in re.findall(r"\d+", headline_of(sections.commitments(report)))]

    assert numbers[0] == sum(numbers[1:]) == 62


def test_every_state_is_drawn_in_its_own_way():
    drawn = []
    for state in STATES:
        sheet = Sheet(10, 10)
        draw_state(sheet, state, 1, 1)
        drawn.append(sheet.svg())

    assert len(set(drawn)) == len(STATES)
    assert SQUARE >= 3.2


def test_the_same_report_draws_the_same_bytes(report):
    assert task_squares(report).svg == task_squares(report).svg


def test_a_chapter_of_many_tasks_takes_several_lines(report):
    one, *_ = report.chapters
    many = [one.model_copy(update={"total": 45})]
    tasks = tuple(report.tasks[0].model_copy(update={"id": f"T{n}"}) for n in range(45))

    few = task_squares(report.model_copy(update={"chapters": many, "tasks": tasks[:20]}))
    more = task_squares(report.model_copy(update={"chapters": many, "tasks": tasks}))

    height = [float(re.search(r'viewBox="0 0 \S+ (\S+)"', one.svg)[1]) for one in (few, more)]
    assert height[1] > height[0]


def test_what_needs_attention_stands_in_the_table_and_what_does_not_is_left_out(report):
    rows = rows_of(sections.tasks(report), "tasks-attention")

    assert len(rows) == sum(bool(one.concerns) for one in report.tasks)
    late = sum(map(late_count, report.chapters))
    assert 0 < late <= len(rows) < 92


def test_failing_promises_lead_the_table(report):
    shown = rows_of(sections.commitments(report), "commitments-due")

    marks = [row.cells[3].spans[0].mark for row in shown]
    bad = {"slightly_behind", "well_behind", "not_met", "not_completed"}
    failing = [mark in bad for mark in marks]
    assert failing == sorted(failing, reverse=True)
    assert any(failing)


def test_the_annexes_hold_every_row(report):
    annexes = (sections.task_ledger, sections.commitment_list, sections.claim_list)

    blocks = [block for annex in annexes for block in annex(report)]

    assert len(rows_of(blocks, "task-ledger-table")) == 92
    assert len(rows_of(blocks, "commitment-list-table")) == 62
    assert len(rows_of(blocks, "claim-list-table")) == 33
    assert all(one.landscape for one in blocks if one.type == "section")


def test_the_audit_shows_what_does_not_close_first_and_counts_the_rest(report):
    blocks = sections.plan_audit(report)

    shown = rows_of(blocks, "claims-open")
    outcomes = Counter(one.outcome for one in report.claims)
    assert outcomes == {
        "closes": 27,
        "ambiguous": 3,
        "does_not_close": 1,
        "wrong_period": 1,
        "not_checkable": 1,
    }
    assert len(shown) == 6
    assert whole(report.language, "outcome.does_not_close") in shown[0].cells[0].spans[0].text


def test_an_ambiguous_claim_shows_what_every_reading_gives(report):
    claim = next(one for one in report.claims if one.id == "food-inspections-per-thousand-target")

    assert claim.finding.count(" = ") == len(claim.readings) == 3
    assert "5.154" in claim.finding
    assert "4.986" in claim.finding


def test_a_claim_that_fails_says_by_how_much():
    claims = {one.id: one.finding for one in report_of().claims}

    assert claims["pledge-financing-conversion"] == (
        "7380 ÷ 10000 = 0.7380，文中为0.73，相差0.0080，不符；如截去末位而不四舍五入，则为0.73。"
    )
    assert claims["certificates-growth"] == "5120 ÷ 2810 − 1 = 82.206%，文中为82.21%，相符。"


def test_an_english_page_is_english_but_for_the_plan_s_own_words():
    report = report_of(language="en")
    own = {report.plan.title}
    for one in (*report.commitments, *report.claims, *report.goals):
        own.add(one.quote)
        own.update(one.quote.split("。"))
    own.update(one.original for one in report.tasks)
    for chapter in CHAPTERS[:5]:
        for text in told(chapter(report)):
            for words in sorted(own, key=len, reverse=True):
                text = text.replace(words, "")
            if "演示" not in text:
                assert not CHINESE.search(text.split("(as reported)")[0]), text


def test_every_word_is_said_in_both_languages():
    for key, text in WHOLE.items():
        assert bool(text.zh) == bool(text.en), key
        assert set(re.findall(r"{(\w+)}", text.zh)) >= {"count"} & set(
            re.findall(r"{(\w+)}", text.en)
        ), key
        assert not CHINESE.search(text.en), key


def test_where_nothing_is_reported_the_report_says_so(published):
    assert headline_of(sections.tasks(published)) == "92项任务均未报送，无法判断推进情况"
    assert "1项已实现或达标、61项无法评价" in headline_of(sections.commitments(published))
    assert not published.demonstration


def test_a_plan_of_nothing_but_indicators_has_no_such_chapters():
    report = make_report()

    assert [chapter(report) for chapter in CHAPTERS[:4]] == [(), (), (), ()]
    assert [one.key for one in sections.annexes(report) if one.type == "section"] == ["origins"]
    assert sections.plan_version(report)


def test_an_older_result_without_these_keys_still_reads():
    values = make_report().to_json()
    for key in ("chapters", "tasks", "commitments", "goals", "claims", "strengths"):
        del values[key]

    assert Report.model_validate(values).tasks == ()


def test_every_chapter_is_made_of_blocks_that_can_be_written(report):
    blocks = [block for chapter in CHAPTERS for block in chapter(report)]

    keys = [block.key for block in blocks if hasattr(block, "key")]
    assert len(keys) == len(set(keys))
    assert blocks_to_json(blocks)


def test_goals_count_the_tasks_and_promises_of_their_chapters(report):
    by_id = {one.id: one for one in report.goals}

    assert by_id["market-access"].tasks == 8
    assert by_id["safety-baseline"].commitments == 26
    assert by_id["vision-2035"].tasks == 0
    assert all(sum(one.by_state.values()) == one.tasks for one in report.goals)


@pytest.mark.parametrize(
    ("number", "zh"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")]
)
def test_chapters_are_numbered_as_headings_write_them(number, zh):
    assert chapter_numeral(number, "zh") == zh
    assert chapter_numeral(number, "en") == str(number)


def test_documents_behind_statements_are_listed_with_how_much_they_say(report):
    listed = {one.id: one for one in report.sources}
    (table,) = (one for one in sections.sources(report) if one.type == "table")
    number = [column.align for column in table.columns].index("right")

    assert {"demo-ledger-2022", "demo-ledger-2023-h1", "demo-visit-2023"} <= set(listed)
    shown = {row.cells[0].spans[0].text: row.cells[number].spans[0].text for row in table.rows}
    assert all(int(count) > 0 for count in shown.values())


def test_a_question_about_a_promise_names_it(report):
    named = {one.indicator_name for one in report.findings}

    assert not any(name == "food-self-inspection-reports" for name in named)
