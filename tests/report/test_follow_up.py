"""The results show what is wrong and what follows by rule; why it is so they do not say."""

import re

import pytest

from evaluation_lib.report import sections
from evaluation_lib.report.model import FlagFact
from evaluation_lib.report.model_authored import PassageFact
from evaluation_lib.report.sections.follow_up import group_of, problems, proposals
from evaluation_lib.report.words_of_blocks import told
from tests.report.builders import make_forecast, make_indicator_fact, make_report

AHEAD = {"verdict": "ahead", "status": "ahead", "forecast": make_forecast(probability=0.9)}
OPEN = {"target": None, "verdict": "not_assessable", "no_target": "pending", "forecast": None}


def flagged(name):
    return (FlagFact(id=name, text="……"),)


@pytest.mark.parametrize(
    ("changes", "group"),
    [
        pytest.param(AHEAD, "carry_on", id="ahead and likely"),
        pytest.param({**AHEAD, "forecast": None}, "carry_on", id="ahead, nothing forecast"),
        pytest.param(
            {**AHEAD, "forecast": make_forecast(probability=0.59)}, "push", id="ahead, unsure"
        ),
        pytest.param({**AHEAD, "flags": flagged("breached_years")}, "push", id="once missed"),
        pytest.param({"verdict": "slightly_behind"}, "push", id="behind"),
        pytest.param({**AHEAD, "flags": flagged("no_longer_binds")}, "adjust", id="runaway"),
        pytest.param(OPEN, "adjust", id="no target"),
        pytest.param({"verdict": "not_assessable"}, "data", id="no data"),
        pytest.param(
            {"verdict": "not_assessable", "flags": flagged("break")}, "adjust", id="redefined"
        ),
    ],
)
def test_each_indicator_falls_into_the_first_group_that_fits(changes, group):
    assert group_of(make_indicator_fact(**changes)) == group


def test_every_indicator_stands_in_exactly_one_group():
    facts = [
        make_indicator_fact(id="one", number=1, **AHEAD),
        make_indicator_fact(id="two", number=2, verdict="well_behind"),
        make_indicator_fact(id="three", number=3, **OPEN),
    ]

    (table,) = proposals(make_report(*facts))

    assert [[cell.spans[0].text for cell in row.cells][:2] for row in table.rows] == [
        ["调整完善", "1"],
        ["加力攻坚", "1"],
        ["继续推进", "1"],
    ]


def test_a_problem_is_listed_only_where_it_occurs():
    behind = make_indicator_fact(verdict="well_behind", nature="binding", short_name="抽检量")

    (table,) = problems(make_report(behind))

    shown = [[cell.spans[0].text for cell in row.cells] for row in table.rows]
    assert ["执行", "未达到进度或目标", "1", "1 抽检量"] in shown
    assert not any(row[0] == "目标设定" for row in shown)
    assert table.rows[0].cells[3].spans[0].strong


def test_nothing_wrong_makes_no_table_of_problems():
    assert problems(make_report(make_indicator_fact(**AHEAD), findings=())) == ()


def test_causes_and_recommendations_are_only_there_where_they_were_written():
    report = make_report(make_indicator_fact(verdict="well_behind"))
    text = PassageFact(name="causes", file="narrative/zh/causes.md", text="人手不足。")
    written = report.model_copy(update={"narrative": (text,)})

    bare, full = (told(sections.judgement(one)) for one in (report, written))

    assert "存在问题" in bare
    assert "存在问题及原因" not in bare
    assert "存在问题及原因" in full
    assert "人手不足。" in full
    assert "对策建议" not in full


def test_english_pages_hold_no_chinese_words_of_ours():
    fact = make_indicator_fact(
        verdict="well_behind", name="Entities", short_name="Entities", unit="items"
    )
    shown = "".join(told(sections.judgement(make_report(fact, language="en"))))

    assert re.findall(r"[\u4e00-\u9fff]", shown) == []
