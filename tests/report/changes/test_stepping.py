"""Each verdict is told by the cause that moved it: small plans whose shares stand in the names."""

from datetime import date

import pandas as pd
import pytest

from evaluation_lib.errors import ReportError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.plan.model import CutOffs
from evaluation_lib.plan.versions import Change, Version
from evaluation_lib.report.changes import Ground, compare_reports, take_steps
from evaluation_lib.report.facts import build_report
from tests.builders import CITY, make_indicator, make_plan, make_rows, make_yearly

SUMMER, AUTUMN, SPRING = "2023-07-31", "2023-11-30", "2024-04-30"
CUMULATIVE = make_indicator(kind="cumulative", baseline=None, target=100.0)


def report_of(plan, table, day):
    return build_report(evaluate(plan, table, CITY, date.fromisoformat(day)), {})


def changes_of(plan, table, days=(SUMMER, SPRING), *, later=None, before=None):
    """Compare the reports of two days; `later` is the plan of the second, `before` the first."""
    newer = later or plan
    old = before or report_of(plan, table, days[0])
    new = report_of(newer, table, days[1])
    return compare_reports(old, new, take_steps(old, new, Ground(newer, table, plan)))


def restated(value, day="2023-10-15"):
    return make_rows({"period": "2022", "value": value, "published_on": day, "source": "errata"})


def test_a_new_year_that_falls_short_is_told_as_new_period():
    table = make_yearly({2021: 120, 2022: 140, 2023: 141})

    found = changes_of(make_plan(), table)

    (only,) = found.indicators
    assert (only.old_verdict, only.new_verdict) == ("on_schedule", "well_behind")
    assert (only.causes, only.moved_by) == (("new_period",), "new_period")
    assert [(one.period, one.old, one.new, one.cause) for one in found.values] == [
        ("2023", None, 141.0, "new_period")
    ]


def test_a_restated_year_is_told_as_revision():
    table = pd.concat([make_yearly({2021: 120, 2022: 140}), restated(110.0)])

    found = changes_of(make_plan(), table, (SUMMER, AUTUMN))

    (only,) = found.indicators
    assert (only.new_verdict, only.causes, only.moved_by) == (
        "well_behind",
        ("revision",),
        "revision",
    )
    assert [(one.period, one.old, one.new, one.cause) for one in found.values] == [
        ("2022", 140.0, 110.0, "revision")
    ]


def test_of_a_new_year_and_a_restated_one_the_one_that_moved_the_verdict_is_named():
    """20 + 20 of 100 by 2022 is 40 %; 20 more keep pace, but 5 in place of 20 leave 45 of 60."""
    table = pd.concat([make_yearly({2021: 20, 2022: 20, 2023: 20}), restated(5.0)])

    found = changes_of(make_plan(CUMULATIVE), table)

    (only,) = found.indicators
    assert only.causes == ("new_period", "revision")
    assert only.moved_by == "revision"
    assert [(one.cause, one.verdict) for one in only.steps] == [
        ("method", "on_schedule"),
        ("new_period", "on_schedule"),
        ("revision", "slightly_behind"),
        ("plan", "slightly_behind"),
        ("settings", "slightly_behind"),
    ]


def test_without_steps_causes_that_stand_together_are_several():
    table = pd.concat([make_yearly({2021: 20, 2022: 20, 2023: 20}), restated(5.0)])
    plan = make_plan(CUMULATIVE)

    found = compare_reports(report_of(plan, table, SUMMER), report_of(plan, table, SPRING))

    assert not found.is_stepped
    assert found.indicators[0].moved_by == "several"


def test_a_target_raised_between_the_days_is_told_as_the_plan():
    raised = Change(
        indicator="stock",
        field="target",
        value="400",
        effective_on=date(2023, 9, 1),
        document="调整通知",
    )
    version = Version(
        version="修订稿", version_en="revised", effective_on=date(2023, 9, 1), changes=(raised,)
    )
    table = make_yearly({2021: 120, 2022: 140})

    found = changes_of(make_plan(versions=(version,)), table, (SUMMER, AUTUMN))

    assert found.indicators[0].moved_by == "plan"
    assert [(one.field, one.old, one.new) for one in found.plan] == [
        ("version", "草案", "修订稿"),
        ("target", "200", "400"),
    ]


def test_another_cut_off_is_told_as_settings():
    table = make_yearly({2021: 120, 2022: 140})
    strict = make_plan(cut_offs=CutOffs(ahead=1.5, on_schedule=1.2, slightly_behind=0.75))

    found = changes_of(make_plan(), table, (SUMMER, AUTUMN), later=strict)

    assert found.indicators[0].moved_by == "settings"
    assert ("cut_off.on_schedule", "1", "1.2") in {
        (one.name, one.old, one.new) for one in found.settings
    }


def test_a_past_that_was_rewritten_without_a_date_is_explained_by_nothing_on_record():
    plan = make_plan()
    before = report_of(plan, make_yearly({2021: 120, 2022: 140}), SUMMER)

    found = changes_of(plan, make_yearly({2021: 120, 2022: 110}), (SUMMER, SUMMER), before=before)

    assert found.indicators[0].moved_by == "unexplained"


def test_the_waterfall_leads_from_the_older_count_to_the_newer():
    plan = make_plan(
        make_indicator("rising", number=1), make_indicator("falling", number=2), make_indicator()
    )
    tables = [
        make_yearly({2021: 110, 2022: 120, 2023: 190}, indicator="rising"),
        make_yearly({2021: 120, 2022: 140, 2023: 141}, indicator="falling"),
        make_yearly({2021: 120, 2022: 140, 2023: 160}),
    ]

    found = changes_of(plan, pd.concat(tables, ignore_index=True))

    steps = [(one.cause, one.gained, one.lost) for one in found.waterfall]
    assert (found.old_reached, steps, found.new_reached) == (2, [("new_period", 1, 1)], 2)


def test_the_same_report_twice_differs_in_nothing():
    table = make_yearly({2021: 120, 2022: 140})

    found = changes_of(make_plan(), table, (SUMMER, SUMMER))

    assert found.is_empty


def test_the_newer_report_named_first_is_refused():
    table = make_yearly({2021: 120, 2022: 140, 2023: 160})

    with pytest.raises(ReportError, match="name the older one first"):
        changes_of(make_plan(), table, (SPRING, SUMMER))
