"""Each edge of the arithmetic once, worked out by hand, and any data at all without a crash."""

import math
import os
import random
from dataclasses import replace

import pytest

from evaluation_lib.assessment.comparison import compare_methods
from evaluation_lib.assessment.firmness import judge_firmness
from evaluation_lib.assessment.judging import Terms
from evaluation_lib.assessment.outlook import forecast_series
from evaluation_lib.assessment.required_pace import required_pace
from evaluation_lib.assessment.verdict import assess
from evaluation_lib.assessment.warnings import warning_grounds
from evaluation_lib.forecast import NoForecast
from evaluation_lib.plan.model import CutOffs, Direction, Kind
from tests.assessment.judged import judged
from tests.builders import make_indicator, make_observation, make_series

ROUNDS = int(os.environ.get("RANDOM_CASES", "2_000"))
NO_FORECAST = NoForecast("没有。", "None.", 0)
FLOW = make_indicator(kind="annual_flow", baseline=3.67, target=3.67)
NEGATIVE = make_indicator(lower=None, baseline=-100.0, target=100.0)
FALLING = make_indicator(direction="lower", baseline=200.0, target=100.0)


@pytest.mark.parametrize(
    ("indicator", "values", "verdict", "done"),
    [
        pytest.param(make_indicator(), {2022: 0}, "well_behind", -1.0, id="zero"),
        pytest.param(
            make_indicator(baseline=0.0, target=50.0), {2022: 20}, "on_schedule", 0.4, id="from 0"
        ),
        pytest.param(NEGATIVE, {2022: -20}, "on_schedule", 0.4, id="negative"),
        pytest.param(NEGATIVE, {2022: -110}, "well_behind", -0.05, id="away from the target"),
        pytest.param(
            make_indicator(target=100.0), {2022: 120}, "not_assessable", None, id="base = target"
        ),
        pytest.param(make_indicator(), {2021: 205, 2022: 139}, "slightly_behind", 0.39,
                     id="met, then lost"),
        pytest.param(make_indicator(), {2022: 144}, "ahead", 0.44, id="exactly ahead"),
        pytest.param(make_indicator(), {2022: 140}, "on_schedule", 0.4, id="exactly on schedule"),
        pytest.param(make_indicator(), {2022: 130}, "slightly_behind", 0.3, id="exactly behind"),
        pytest.param(make_indicator(), {2022: 129.9}, "well_behind", 0.299, id="a hair below"),
        pytest.param(make_indicator(), {2022: 200}, "achieved_early", 1.0, id="exactly reached"),
        pytest.param(FALLING, {2022: 160}, "on_schedule", 0.4, id="falling"),
        pytest.param(FLOW, {2021: 3.67, 2022: 3.67}, "met", 1.0, id="exactly the threshold"),
        pytest.param(FLOW, {2021: 3.66, 2022: 9.9}, "not_met", 0.5, id="missed, then made up"),
        pytest.param(make_indicator(), {2021: 130}, "ahead", 0.3, id="stale: judged in its year"),
    ],
)  # fmt: skip
def test_an_edge_is_judged_as_on_paper(indicator, values, verdict, done):
    found = judged(values, indicator=indicator)

    assert found.verdict == verdict
    assert found.progress.share.done == (None if done is None else pytest.approx(done, abs=1e-12))


@pytest.mark.parametrize(
    ("comparator", "value", "verdict"),
    [
        pytest.param(">", 141, "on_schedule", id="at least on schedule"),
        pytest.param(">", 120, "not_assessable", id="a low bound decides nothing"),
        pytest.param("<", 120, "well_behind", id="at most well behind"),
        pytest.param("<", 199, "not_assessable", id="a high cap decides nothing"),
    ],
)
def test_a_bound_is_judged_only_where_it_decides(comparator, value, verdict):
    indicator = make_indicator()
    series = replace(
        make_series({}), points=(make_observation(2022, value, comparator=comparator),)
    )

    found = assess(
        indicator, series, NO_FORECAST, year=2022, final=False, cut_offs=CutOffs()
    )  # fmt: skip

    assert found.verdict == verdict


def a_case(rng):
    kind = rng.choice(list(Kind))
    base = rng.choice([0.0, -5.0, 100.0, 3.67, 1e-9, 1e12, round(rng.uniform(-50, 50), 2)])
    target = rng.choice([base, 0.0, -3.0, 200.0, base * 1.1, round(rng.uniform(-90, 90), 2)])
    is_blank = rng.random() < 0.1
    indicator = make_indicator(
        kind=kind,
        nature=rng.choice(["binding", "anticipatory"]),
        direction=rng.choice(list(Direction)),
        lower=None,
        decimals=rng.randint(0, 3),
        baseline=None if rng.random() < 0.1 else base,
        target=None if is_blank else target,
        comparison=None if is_blank else "=",
    )
    points = tuple(
        make_observation(
            year,
            rng.choice([0.0, base, target, base + rng.uniform(-9, 9), rng.uniform(-1e6, 1e6)]),
            comparator=rng.choice(["=", "=", "=", ">", "<", "~", ">=", "<="]),
            definition=rng.choice(["", "", "", "other"]),
        )
        for year in range(2016, 2026)
        if rng.random() < 0.6
    )
    return indicator, replace(make_series({}), points=points), rng.randint(2021, 2025)


def numbers_of(found):
    pace, share = found.pace, found.progress.share
    yield from (share.done, share.due, pace.required, pace.best, pace.last, pace.multiple)
    yield from (found.progress.total, found.outlook.probability, found.outlook.remaining)
    yield from (one.value for one in found.methods.values())
    yield from (one.difference for one in found.progress.years)


def test_any_series_is_judged_without_inf_nan_or_exception():
    rng = random.Random(2024)
    verdicts = set()

    for _ in range(ROUNDS):
        indicator, series, year = a_case(rng)
        found = assess(
            indicator,
            series,
            NO_FORECAST,
            year=year,
            final=rng.random() < 0.3,
            cut_offs=CutOffs(),
        )
        verdicts.add(str(found.verdict))
        assert all(one is None or math.isfinite(one) for one in numbers_of(found)), found
        assert (found.reason is not None) == (found.verdict == "not_assessable"), found
        assert found.pace == required_pace(indicator, series.until(year), found.progress)
        assert found.methods == compare_methods(indicator, series.until(year), found.progress, year)
        warning_grounds(found)

    assert len(verdicts) >= 9


def test_any_series_has_a_firmness_that_adds_up():
    rng = random.Random(2025)

    for _ in range(max(20, ROUNDS // 50)):
        indicator, series, year = a_case(rng)
        (answer,) = forecast_series([indicator], [series], year, "transparent")
        found = assess(
            indicator,
            series,
            answer,
            year=year,
            final=False,
            cut_offs=CutOffs(),
        )
        terms = Terms({indicator.id: year}, False, CutOffs(), "transparent")
        firmness = judge_firmness([found], {indicator.id: answer}, (), terms).get(indicator.id)
        assert firmness is None or found.is_assessable
        if firmness is not None:
            assert 0 <= firmness.holds <= firmness.total == len(firmness.settings)


@pytest.mark.parametrize("factor", [0.5, 4.0, 1024.0])
def test_a_change_of_unit_changes_neither_verdict_nor_what_is_in_reach(factor):
    values = {2018: 60, 2019: 80, 2020: 100, 2021: 118, 2022: 136}
    other = make_indicator(baseline=100.0 * factor, target=200.0 * factor)

    one = judged(values)
    two = judged({year: value * factor for year, value in values.items()}, indicator=other)

    assert (one.verdict, one.outlook.word) == (two.verdict, two.outlook.word)
    assert one.pace.latest_reachable_year == two.pace.latest_reachable_year
    assert one.pace.multiple == pytest.approx(two.pace.multiple)


def test_a_shift_in_time_changes_only_the_years():
    values = {2018: 60, 2019: 80, 2020: 100, 2021: 118, 2022: 118}
    later = make_indicator(baseline_year=2030, target_year=2035)

    one = judged(values)
    two = judged({year + 10: value for year, value in values.items()}, year=2032, indicator=later)

    assert (one.verdict, one.outlook.probability) == (two.verdict, two.outlook.probability)
    assert two.pace.latest_reachable_year == one.pace.latest_reachable_year + 10


def test_falling_is_the_mirror_image_of_rising():
    values = {2018: 60, 2019: 80, 2020: 100, 2021: 118, 2022: 130}
    mirrored = make_indicator(direction="lower", lower=None, baseline=-100.0, target=-200.0)

    one = judged(values, indicator=make_indicator(lower=None))
    two = judged({year: -value for year, value in values.items()}, indicator=mirrored)

    assert (one.verdict, one.outlook.word) == (two.verdict, two.outlook.word)
    assert two.pace.required == -one.pace.required
    assert two.pace.latest_reachable_year == one.pace.latest_reachable_year
    assert warning_grounds(one) == warning_grounds(two)


@pytest.mark.parametrize(
    ("indicator", "points", "told"),
    [
        pytest.param(
            make_indicator(kind="cumulative", target=50.0),
            [make_observation(2021, 3), make_observation(2025, 4)],
            "Years are missing",
            id="a sum with gaps",
        ),
        pytest.param(
            make_indicator(),
            [make_observation(2021, 120), make_observation(2025, 150, comparator=">")],
            "Only a bound is known",
            id="a bound in the target year",
        ),
    ],
)
def test_the_end_of_a_plan_that_cannot_be_judged_says_why(indicator, points, told):
    series = replace(make_series({}), points=tuple(points))

    found = assess(indicator, series, NO_FORECAST, year=2025, final=True, cut_offs=CutOffs())

    assert found.verdict == "not_assessable"
    assert told in found.reason.en
