"""A plan changes by decisions, each from its own day on."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from evaluation_lib.assessment.versions import compare_versions
from evaluation_lib.errors import PlanError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.model import Basis, Comparison

DATA = Path(__file__).parents[1] / "data"
FOLDER = DATA / "plans/example-2026-2030"
DAY = date(2028, 6, 30)


def test_the_plan_as_first_read_knows_no_later_decision():
    plan = read_plan(FOLDER).in_force(DAY)

    assert plan.version == "正式印发"
    assert plan.indicator("energy_intensity").target == 18
    assert plan.amendments == ()


def test_a_decision_holds_from_its_day_on_and_not_before():
    plan = read_plan(FOLDER, "adjusted-2028")

    before, after = plan.in_force(date(2028, 4, 30)), plan.in_force(date(2028, 5, 1))

    assert (before.version, before.indicator("energy_intensity").target) == ("正式印发", 18)
    assert (after.version, after.indicator("energy_intensity").target) == ("2028年中期调整", 15)
    assert after.indicator("housing").target == 10
    assert plan.in_force(date(2028, 12, 1)).indicator("housing").target == 12


def test_a_blank_target_is_filled_in_and_met_by_reaching_it():
    index = read_plan(FOLDER, "adjusted-2028").in_force(DAY).indicator("innovation_index")

    assert (index.basis, index.target, index.comparison) == (Basis.LEVEL, 130, Comparison.EQUAL)


def test_what_a_change_replaced_is_kept_beside_it():
    changes = read_plan(FOLDER, "adjusted-2028").in_force(DAY).amendments

    told = [(one.indicator, one.field, one.replaced, one.value) for one in changes]
    assert told == [
        ("energy_intensity", "target", "18", "15"),
        ("innovation_index", "basis", "unquantified", "level"),
        ("innovation_index", "target", "", "130"),
    ]


def test_milestones_of_a_version_hold_with_it():
    plan = read_plan(FOLDER, "adjusted-2028")

    assert plan.in_force(date(2028, 4, 30)).milestones_by_id == {"forest_cover": {2027: 50.5}}
    assert plan.in_force(DAY).milestones_by_id["innovation_index"] == {2027: 110}


def test_the_indicators_that_differ_between_versions_are_listed():
    table, _ = read_observations(DATA / "observations/example")
    old, new = (
        evaluate(read_plan(FOLDER, version), table, "990100", DAY)
        for version in ("", "adjusted-2028")
    )

    changes = {one.key: one.verdicts for one in compare_versions(old, new)}

    assert set(changes) == {"energy_intensity", "innovation_index"}
    assert changes["innovation_index"] == ("not_assessable", "ahead")
    assert compare_versions(new, new) == ()


def test_an_unknown_version_is_answered_with_the_nearest():
    with pytest.raises(
        PlanError, match=r"no version 'adjusted-2027'; did you mean 'adjusted-2028'"
    ):
        read_plan(FOLDER, "adjusted-2027")


def test_a_version_that_contradicts_the_plan_is_refused(tmp_path):
    folder = Path(shutil.copytree(FOLDER, tmp_path / "plan"))
    changes = folder / "versions/adjusted-2028/changes.csv"
    text = changes.read_text(encoding="utf-8")
    changes.write_text(text.replace("innovation_index,target,130", "innovation_idex,target,130"))

    with pytest.raises(PlanError, match="no indicator 'innovation_idex'; did you mean"):
        read_plan(folder, "adjusted-2028")


def test_a_version_may_be_a_whole_plan_of_its_own(tmp_path):
    folder = Path(shutil.copytree(FOLDER, tmp_path / "plan"))
    own = folder / "versions/rewritten"
    shutil.copytree(FOLDER, own, ignore=shutil.ignore_patterns("versions"))
    text = (own / "plan.yml").read_text(encoding="utf-8")
    (own / "plan.yml").write_text(text.replace("正式印发", "修订版"), encoding="utf-8")

    assert read_plan(folder, "rewritten").version == "修订版"
