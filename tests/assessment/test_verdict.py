import pytest

from evaluation_lib.assessment.outlook import forecast_series
from evaluation_lib.assessment.overall import OverallVerdict, judge_overall
from evaluation_lib.assessment.verdict import assess
from evaluation_lib.plan.model import CutOffs
from tests.builders import make_indicator, make_series


def judge(values, year=2022, *, final=False, indicator=None, **changes):
    indicator = indicator or make_indicator()
    series = make_series(values, **changes)
    (answer,) = forecast_series([indicator], [series], year, "transparent")
    return assess(indicator, series, answer, year=year, final=final, cut_offs=CutOffs())


def flags(assessment):
    return {one.id for one in assessment.flags}


def binding(**changes):
    return make_indicator(nature="binding", **changes)


def test_status_and_outlook_stay_apart_for_an_anticipatory_indicator():
    found = judge({2020: 100, 2021: 139, 2022: 141})

    assert found.status == found.verdict == "on_schedule"
    assert found.outlook.probability < 0.6


def test_a_binding_indicator_is_no_better_than_its_outlook():
    found = judge({2020: 100, 2021: 139, 2022: 141}, indicator=binding())

    assert found.status == "on_schedule"
    assert found.verdict in ("slightly_behind", "well_behind")
    assert "binding_poor_outlook" in flags(found)


@pytest.mark.parametrize(
    ("value", "nature", "verdict"),
    [
        pytest.param(200, "anticipatory", "completed", id="exactly the target"),
        pytest.param(199, "anticipatory", "basically_completed", id="99 %"),
        pytest.param(190, "anticipatory", "basically_completed", id="exactly 90 %"),
        pytest.param(189, "anticipatory", "not_completed", id="89 %"),
        pytest.param(199, "binding", "not_completed", id="binding knows no basically"),
        pytest.param(200, "binding", "completed", id="binding met"),
    ],
)
def test_the_final_scale_judges_what_was_observed(value, nature, verdict):
    indicator = make_indicator(nature=nature)

    assert judge({2025: value}, 2025, final=True, indicator=indicator).verdict == verdict


def test_the_end_cannot_be_judged_by_an_earlier_year():
    found = judge({2023: 199, 2024: 230}, 2025, final=True)

    assert found.verdict == "not_assessable"
    assert "目标年2025年没有数据，最新为2024年" in found.reason.zh
    assert "stale" in flags(found)


def test_every_year_is_completed_only_when_every_year_is_known():
    yearly = make_indicator(kind="annual_flow", period_rule="sum", comparison=">=", target=100.0)
    full = dict.fromkeys(range(2021, 2026), 101.0)
    hole = {year: value for year, value in full.items() if year != 2023}

    assert judge(full, 2025, final=True, indicator=yearly).verdict == "completed"
    assert judge(hole, 2025, final=True, indicator=yearly).verdict == "not_assessable"
    assert judge({**hole, 2022: 99}, 2025, final=True, indicator=yearly).verdict == "not_completed"


def test_a_runaway_is_questioned_not_praised():
    kind = make_indicator(kind="cumulative", period_rule="sum", target=5.0, baseline=0.73)

    found = judge({2023: 64.44, 2024: 114.92}, 2025, final=True, indicator=kind, evidence="D")

    assert found.verdict == "completed"
    assert {"no_longer_binds", "lower_bound", "reported_only", "stale"} <= flags(found)


def test_a_binding_indicator_without_target_or_data_is_a_finding():
    found = judge({}, indicator=binding(target=None, comparison=None))

    assert found.verdict == "not_assessable"
    assert {"binding_without_target", "binding_missing_data"} <= flags(found)


def test_no_verdict_is_without_a_reason_and_no_reason_without_need():
    open_ = judge({})
    judged = judge({2022: 140})

    assert open_.reason.zh == "2021—2022年没有可用的已公布或已报送数据。"
    assert open_.reason.en == "No usable value for 2021–2022 has been published or reported."
    assert judged.reason is None


def test_a_pace_never_seen_is_said():
    assert "pace_never_seen" in flags(judge({2020: 100, 2021: 105, 2022: 110}))
    assert "pace_never_seen" not in flags(judge({2020: 100, 2021: 130, 2022: 140}))


def test_good_evidence_for_one_counted_year_is_enough_not_to_call_it_reported():
    assert "reported_only" in flags(judge({2022: 140}, evidence="C"))
    assert "reported_only" not in flags(judge({2022: 140}, evidence="B"))


def test_no_binding_failure_is_averaged_away():
    good = [judge({2022: 180}) for _ in range(9)]
    bad = judge({2022: 101}, indicator=binding())

    overall = judge_overall([*good, bad])

    assert overall.verdict is OverallVerdict.BINDING_FAILS
    assert (overall.reached, overall.assessable, overall.binding_failing) == (9, 10, 1)


def test_missing_binding_data_forbids_a_good_overall_verdict():
    overall = judge_overall([judge({2022: 180}), judge({}, indicator=binding())])

    assert overall.verdict is OverallVerdict.BINDING_UNKNOWN
    assert overall.without_data == 1


def test_a_binding_indicator_without_target_is_counted_apart():
    blank = binding(target=None, comparison=None)

    overall = judge_overall([judge({2022: 180}), judge({2022: 1}, indicator=blank)])

    assert overall.verdict is OverallVerdict.REACHED
    assert (overall.pending, overall.binding_pending, overall.assessable) == (1, 1, 1)
    assert sum(overall.by_verdict.values()) == overall.total == 2
