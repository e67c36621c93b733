"""Bundles bring the ground along on which each cause of a change is let in by itself."""

import json
import shutil
from datetime import date

import pytest

from evaluation_lib.evaluation import evaluate
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan import read_plan
from evaluation_lib.publish.difference import read_difference
from evaluation_lib.report.facts import build_report
from tests.publish.projects import PLAN, PROJECT

DEMONSTRATION = PROJECT / "data/observations/demonstration"


@pytest.fixture(scope="module")
def laid_open(tmp_path_factory):
    """Return two bundles as folders, of the same plan and data as of two days."""
    plan, (table, sources) = read_plan(PLAN), read_observations(DEMONSTRATION)
    places = []
    for day in (date(2023, 7, 31), date(2024, 3, 31)):
        root = tmp_path_factory.mktemp("bundle")
        report = build_report(evaluate(plan, table, "440800", day), sources)
        (root / "report").mkdir()
        result = json.dumps(report.to_json(), ensure_ascii=False)
        (root / "report/result.json").write_text(result, encoding="utf-8")
        (root / "SHA256SUMS").write_text("", encoding="utf-8")
        shutil.copytree(PLAN, root / "plan")
        (root / "observations").mkdir()
        for name in ("observations.csv", "sources.csv"):
            shutil.copy(DEMONSTRATION / name, root / "observations" / name)
        places.append(root)
    return places


@pytest.mark.slow
def test_the_causes_between_two_bundles_are_told_step_by_step(laid_open):
    changes = read_difference(*laid_open, None).report.changes

    assert changes.is_stepped
    moved = {one.indicator: one.moved_by for one in changes.indicators if one.is_verdict_moved}
    assert moved["market_entities"] == "new_period"
    assert [(one.indicator, one.period) for one in changes.values if one.cause == "revision"] == [
        ("enterprise_standards", "2021")
    ]


@pytest.mark.slow
def test_two_results_alone_are_compared_without_steps(laid_open):
    old, new = (place / "report" for place in laid_open)

    assert not read_difference(old, new, None).report.changes.is_stepped
