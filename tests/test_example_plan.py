"""Another plan, another place, another period: judged from data alone."""

import json
import shutil
from datetime import date
from pathlib import Path

import nbformat
import papermill
import pytest

from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.ledger import read_ledger
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.model import Basis
from evaluation_lib.report import sections
from evaluation_lib.report.blocks import REPORT_MIME
from evaluation_lib.report.facts import build_report
from evaluation_lib.report.model import Report

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "tests/data/plans/example-2026-2030"
OBSERVATIONS = ROOT / "tests/data/observations/example"
TABLE, SOURCES = read_observations(OBSERVATIONS)
LEDGER = read_ledger(OBSERVATIONS)
MIDTERM, FINAL = date(2028, 6, 30), date(2031, 6, 30)


def evaluated(day=MIDTERM, product="midterm", version=""):
    plan = read_plan(PLAN, version)
    return evaluate(plan, TABLE, "990100", day, product=product, ledger=LEDGER)


def statuses(found):
    return {one.indicator.id: str(one.status) for one in found.assessments}


def test_the_plan_has_every_kind_of_target_there_is():
    plan = read_plan(PLAN)
    district = plan.promised_to("990102")

    assert {one.basis for one in (*plan.indicators, *district.indicators)} == set(Basis)


def test_every_kind_of_target_is_judged_as_worked_out_by_hand():
    # At the end of 2027 two of five years have passed, 40 %.
    assert statuses(evaluated()) == {
        "output": "on_schedule",  # 1123.6 is 1000 x 1.06 x 1.06
        "research_growth": "on_schedule",  # 17.72 of 46.93 points, 16.64 due: 1.06
        "energy_intensity": "slightly_behind",  # 0.035 of 0.09, 0.0382 due: 0.92
        "carbon_intensity": "on_schedule",  # 8.8 of 20 points, 8.54 due: 1.03
        "life_expectancy": "slightly_behind",  # 0.3 of 1 year, 0.4 due: exactly 0.75
        "income": "met",  # 112.5 over 112.36
        "prices": "not_met",  # 3.2 in 2027 is above 2 to 3
        "samples": "met",  # 3.1 and 3.2, at least 3 each year
        "polluted_days": "met",  # 5 days, at most 5
        "housing": "slightly_behind",  # 3.5 of 10, 4 due: 0.875
        "food_safety_city": "not_assessable",  # not due before 2030
        "innovation_index": "not_assessable",  # the plan asks for no number
        "forest_cover": "on_schedule",  # on its milestone of 50.5; the straight line asks for 50.8
        "insured": "met",  # 95.1, at least 95
    }


def test_the_final_scale_says_what_was_kept():
    found = statuses(evaluated(FINAL, "final"))

    missed = {key for key, status in found.items() if status == "not_completed"}
    assert missed == {"income", "prices"}
    assert found["innovation_index"] == "not_assessable"
    assert sum(status == "completed" for status in found.values()) == 11


def test_a_milestone_set_by_the_plan_replaces_the_straight_line():
    plan = read_plan(PLAN)
    straight = plan.model_copy(update={"milestones": ()})

    found = evaluate(straight, TABLE, "990100", MIDTERM)

    assert statuses(found)["forest_cover"] == "well_behind"


def test_a_version_changes_verdicts_and_is_named():
    found = evaluated(version="adjusted-2028")
    report = build_report(found, SOURCES, compared_with=evaluated())

    assert report.plan.version == "2028年中期调整"
    assert statuses(found)["innovation_index"] == "ahead"
    assert [one.indicator for one in report.version_changes] == [
        "energy_intensity",
        "innovation_index",
    ]
    assert [one.before for one in report.amendments] == ["18", "unquantified", ""]


def test_promises_and_tasks_are_judged_beside_the_indicators():
    found = evaluated()

    assert [one.verdict for one in found.commitments] == ["not_met", "met", "met"]
    assert [one.state for one in found.tasks] == ["behind", "done", "unknown"]
    assert found.tasks[0].ledger.is_contradicted
    assert found.demonstration


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("day", "product"), [(MIDTERM, "midterm"), (FINAL, "final")])
def test_a_whole_report_is_built_and_reads_back(day, product, language):
    report = build_report(evaluated(day, product), SOURCES, language=language)
    chapters = (
        sections.cover,
        sections.overview,
        sections.indicator_table,
        sections.binding_indicators,
        sections.anticipatory_indicators,
        sections.tasks,
        sections.commitments,
        sections.goals,
        sections.plan_audit,
        sections.plan_version,
        sections.annexes,
    )

    assert all(chapter(report) for chapter in chapters)
    assert Report.model_validate(json.loads(json.dumps(report.to_json()))) == report


@pytest.mark.slow
def test_a_notebook_runs_on_the_other_plan_as_it_stands(tmp_path):
    shutil.copy(ROOT / "notebooks/04_midterm.ipynb", tmp_path / "in.ipynb")

    papermill.execute_notebook(
        tmp_path / "in.ipynb",
        tmp_path / "out.ipynb",
        parameters={
            "plan_folder": str(PLAN),
            "observations": str(OBSERVATIONS),
            "jurisdiction": "990100",
            "as_of": MIDTERM.isoformat(),
            "job": "example",
        },
        cwd=str(ROOT),
        progress_bar=False,
    )

    shown = [
        output.data[REPORT_MIME]
        for cell in nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
        for output in cell.get("outputs", ())
        if REPORT_MIME in output.get("data", {})
    ]
    assert shown[0]["plan"]["id"] == "example-2026-2030"
    assert shown[0]["demonstration"] is True


def test_a_district_promises_what_the_plan_breaks_down_to_it():
    district = read_plan(PLAN).promised_to("990102")

    promised = {one.id: (one.basis, one.target) for one in district.indicators if one.target}
    assert promised == {"output": ("average_growth", 5), "housing": ("level", 2)}
