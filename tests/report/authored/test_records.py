"""Matrix, comments and recommendations: what is read, refused, left out, and told by the result."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from evaluation_lib.errors import AuthoredError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.plan import read_plan
from evaluation_lib.report import sections
from evaluation_lib.report.authored import read_authored
from evaluation_lib.report.authored.starting import start_records
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.words_of_blocks import told
from tests.builders import CITY, make_plan, make_yearly

PLAN = Path(__file__).resolve().parents[3] / "data/plans/zhanjiang-2021-2025"
COMMENT = {
    "id": "1",
    "received_on": "2023-05-01",
    "sender": "登记科",
    "subjects": "stock",
    "comment": "数据应采用年报口径。",
}
RECOMMENDATION = {
    "id": "R1",
    "made_on": "2023-02-01",
    "recommendation": "补足缺口",
    "owner": "登记科",
    "due": "2023-04-30",
}


def write(folder, name, *rows):
    path = folder / "records" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    header = list(dict.fromkeys(key for row in rows for key in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)


def report_of(folder, values=None, *, day=date(2023, 6, 1), language="zh"):
    table = make_yearly(values or {2021: 120.0, 2022: 140.0})
    found = evaluate(make_plan(), table, CITY, day)
    return build_report(found, {}, language=language, authored=read_authored(str(folder)))


def draft(folder, values):
    (folder / "drafts").mkdir()
    report = report_of(folder, values)
    (folder / "drafts/one.json").write_text(json.dumps(report.to_json()), encoding="utf-8")


def test_a_job_without_records_has_no_annex(tmp_path):
    report = report_of(tmp_path)

    assert report.records is None
    assert sections.records(report) == ()


def test_what_the_matrix_leaves_blank_the_result_tells(tmp_path):
    write(
        tmp_path,
        "matrix.csv",
        {"id": "Q1", "question": "是否增长？", "subjects": "stock", "method": "访谈"},
    )

    (row,) = report_of(tmp_path).records.matrix

    assert row.criterion == "stock2025年200项"
    assert row.finding == "stock：基本符合预期"
    assert row.method == "访谈"
    assert row.computed == ("criterion", "source", "finding")


def test_an_id_the_plan_does_not_know_is_said_and_not_judged(tmp_path):
    write(tmp_path, "matrix.csv", {"id": "Q1", "question": "？", "subjects": "stock;stok"})

    report = report_of(tmp_path)

    assert report.records.unknown == ("stok",)
    assert "规划没有stok" in report.records.matrix[0].finding
    assert any("请评估人员核对编号" in text for text in told(sections.records(report)))


def test_an_adopted_comment_shows_the_verdict_before_and_after(tmp_path):
    draft(tmp_path, {2021: 110.0, 2022: 115.0})
    write(
        tmp_path,
        "comments.csv",
        {**COMMENT, "response": "采纳", "action": "改用年报", "draft": "drafts/one.json"},
    )

    report = report_of(tmp_path)
    text = told(sections.comment_log(report))

    (moved,) = report.records.comments[0].moved
    assert (moved.before, moved.after) == ("well_behind", "on_schedule")
    assert "收到意见1条：采纳1条" in text
    assert text.index("明显滞后") < text.index("基本符合预期")


def test_what_was_not_known_on_the_day_is_left_out_and_counted(tmp_path):
    late = {**COMMENT, "id": "2", "received_on": "2023-06-02"}
    done = {**RECOMMENDATION, "status": "已完成", "status_on": "2023-07-01", "response": "已补足"}
    write(tmp_path, "comments.csv", COMMENT, late)
    write(tmp_path, "recommendations.csv", RECOMMENDATION, done)

    kept = report_of(tmp_path).records

    assert [one.id for one in kept.comments] == ["1"]
    assert (kept.later_comments, kept.later_recommendations) == (1, 1)
    assert [(one.status, one.overdue) for one in kept.recommendations] == [("proposed", True)]


def test_of_the_rows_on_a_recommendation_the_latest_known_counts(tmp_path):
    rows = [
        {**RECOMMENDATION, "status": "推进中", "status_on": "2023-03-01"},
        {**RECOMMENDATION, "status": "done", "status_on": "2023-05-01", "evidence": "台账"},
        {**RECOMMENDATION, "status": "accepted", "status_on": "2023-02-10"},
    ]
    write(tmp_path, "recommendations.csv", *rows)

    (one,) = report_of(tmp_path).records.recommendations

    assert (one.status, one.status_on, one.overdue) == ("done", "2023-05-01", False)


def test_every_fault_of_every_file_is_named_at_once(tmp_path):
    write(
        tmp_path,
        "comments.csv",
        {**COMMENT, "response": "不采纳"},
        {**COMMENT, "response": "也许"},
        {**COMMENT, "id": "3", "draft": "drafts/none.json"},
    )
    write(tmp_path, "recommendations.csv", {**RECOMMENDATION, "status": "已完成"})
    write(tmp_path, "matrix.csv", {"id": "Q1", "question": "？", "subjects": ""})

    with pytest.raises(AuthoredError) as refused:
        read_authored(str(tmp_path))

    message = str(refused.value)
    for part in (
        "comments.csv: row 2, a comment that is not wholly adopted needs a reason",
        "comments.csv: row 3, column response: Input should be 'pending'",
        "(found '也许')",
        "column draft:",
        "no such report",
        "status done needs status_on",
        "status done needs a response or evidence",
        "matrix.csv: row 2, column subjects",
    ):
        assert part in message


def test_two_rows_of_one_id_are_refused_where_each_stands_for_itself(tmp_path):
    write(tmp_path, "comments.csv", COMMENT, COMMENT)

    with pytest.raises(AuthoredError, match=r"row 3, column id: '1' stands in row 2 too"):
        read_authored(str(tmp_path))


def test_the_english_report_takes_the_english_text_where_there_is_one(tmp_path):
    write(
        tmp_path,
        "matrix.csv",
        {"id": "1", "question": "甲？", "question_en": "First?", "subjects": "stock"},
        {"id": "2", "question": "乙？", "question_en": "", "subjects": "stock"},
    )

    rows = report_of(tmp_path, language="en").records.matrix

    assert [row.question for row in rows] == ["First?", "乙？"]
    assert rows[0].finding == "Stock: On schedule"


def test_the_templates_ask_about_every_indicator_and_task_and_are_not_written_twice(tmp_path):
    plan = read_plan(PLAN)

    start_records(tmp_path, plan)
    records = read_authored(str(tmp_path)).records

    asked = {subject for row in records.matrix for subject in row.subjects}
    assert asked == {one.id for one in (*plan.indicators, *plan.tasks)}
    assert (records.comments, records.recommendations) == ((), ())
    with pytest.raises(AuthoredError, match="already there and not touched"):
        start_records(tmp_path, plan)
