"""Places evaluated together come out as each does alone; memory answers the same question only."""

import json
import shutil
from datetime import date

import pandas as pd
import pytest

from evaluation_lib import remembered as memory
from evaluation_lib.evaluation import evaluate, prepare_all
from evaluation_lib.observations.ledger import read_ledger
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.observations.table import JURISDICTION, VALUE
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.model import Jurisdiction
from evaluation_lib.report.facts import build_report
from tests.publish.projects import PROJECT

PLAN = PROJECT / "data/plans/zhanjiang-2021-2025"
OBSERVATIONS = PROJECT / "data/observations/demonstration"
DAY = date(2023, 7, 31)


@pytest.fixture
def remembering(monkeypatch):
    monkeypatch.setattr(memory, "_subjects", set())
    monkeypatch.setattr(memory, "_known", {})
    memory.start_remembering(["test"])
    return memory._known


def told(evaluation, sources):
    return json.dumps(build_report(evaluation, sources, job="x").to_json(), ensure_ascii=False)


def test_every_place_comes_out_as_it_does_alone_to_the_bit():
    plan = read_plan(PLAN)
    table, sources = read_observations(OBSERVATIONS)
    codes = [f"45{number:04d}" for number in range(1, 41)]
    new = [
        Jurisdiction(code=code, name=code, name_en=code, parent=plan.jurisdiction) for code in codes
    ]
    plan = plan.model_copy(update={"jurisdictions": (*plan.jurisdictions, *new)})
    pattern = table[table[JURISDICTION] == "440802"]
    rows = [
        pattern.assign(**{JURISDICTION: code, VALUE: pattern[VALUE] * (1 + place / 100)})
        for place, code in enumerate(codes)
    ]
    table = pd.concat([table, *rows], ignore_index=True)
    ledger = read_ledger(OBSERVATIONS)

    together = prepare_all(plan, table, ["440800", *codes], DAY, ledger=ledger)

    for judge in (together[0], together[1], together[23], together[-1]):
        found = judge()
        alone = evaluate(plan, table, found.jurisdiction.code, DAY, ledger=ledger)
        assert told(found, sources) == told(alone, sources)


def test_a_remembered_answer_is_given_to_the_same_question_only(remembering, tmp_path):
    folder = tmp_path / "observations"
    shutil.copytree(OBSERVATIONS, folder)
    plan, (table, sources) = read_plan(PLAN), read_observations(folder)
    _, second = prepare_all(plan, table, ["440802", "440803"], DAY)
    known = len(remembering)

    again, _ = read_observations(folder)
    assert again is table
    found = evaluate(read_plan(PLAN), again, "440803", DAY)
    assert told(found, sources) == told(second(), sources)
    assert len(remembering) == known
    for other in (
        lambda: evaluate(plan, table, "440802", date(2024, 3, 31)),
        lambda: evaluate(plan.with_cut_offs("ahead=1.2"), table, "440802", DAY),
        lambda: evaluate(plan, table.copy(), "440802", DAY),
    ):
        other()
        known += 1
        assert len(remembering) == known

    with (folder / "sources.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert read_observations(folder)[0] is not table


def test_nothing_is_remembered_unless_it_was_asked_for():
    table, _ = read_observations(OBSERVATIONS)

    assert read_observations(OBSERVATIONS)[0] is not table


@pytest.mark.usefixtures("remembering")
def test_what_was_about_other_data_is_forgotten():
    first, _ = read_observations(OBSERVATIONS)
    memory.start_remembering(["test", "more"])
    assert read_observations(OBSERVATIONS)[0] is not first

    second, _ = read_observations(OBSERVATIONS)
    memory.start_remembering(["more"])
    assert read_observations(OBSERVATIONS)[0] is second
