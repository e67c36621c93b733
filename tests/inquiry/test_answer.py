from dataclasses import fields
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from evaluation_lib.errors import JobError
from evaluation_lib.evaluation import evaluate
from evaluation_lib.forecast.rivals.registry import RivalRefusal
from evaluation_lib.inquiry import Desk, Setting, ask
from evaluation_lib.inquiry.answer import ask_report
from evaluation_lib.observations.sources import read_observations
from evaluation_lib.plan import read_plan
from tests.builders import CITY, COUNTIES, make_yearly
from tests.inquiry.inquiries import RISING, make_desk

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def desk():
    plan = read_plan(PROJECT / "data/plans/zhanjiang-2021-2025")
    table, sources = read_observations(PROJECT / "data/observations/demonstration")
    return Desk(plan, table, "440800", date(2023, 7, 31), sources=sources)


@pytest.mark.parametrize("place", ["440800", "440881"])
def test_an_answer_is_what_the_whole_evaluation_says(desk, place):
    found = evaluate(desk.plan, desk.observations, place, desk.as_of)

    for expected in found.assessments:
        setting = Setting(indicator=expected.indicator.id, jurisdiction=place)
        answer = ask(desk, setting).assessment
        for part in fields(expected):
            if part.name != "outlook":
                assert getattr(answer, part.name) == getattr(expected, part.name)
        assert answer.outlook.probability == pytest.approx(expected.outlook.probability)
        assert (answer.outlook.forecast is None) == (expected.outlook.forecast is None)
        if answer.outlook.forecast is not None:
            assert_allclose(
                answer.outlook.forecast.quantiles, expected.outlook.forecast.quantiles, rtol=1e-12
            )


def test_a_value_assumed_moves_pace_verdict_and_probability():
    desk = make_desk()

    before = ask(desk, Setting(indicator="stock"))
    after = ask(desk, Setting(indicator="stock", assume=("2023=185",)))

    assert before.assessment.pace.required == pytest.approx(20.0)  # (200 - 140) / 3
    assert after.assessment.pace.required == pytest.approx(7.5)  # (200 - 185) / 2
    assert (before.assessment.verdict, after.assessment.verdict) == ("on_schedule", "ahead")
    assert after.probability > before.probability
    assert after.assessment.flags[0].id == "assumption"


def test_a_target_assumed_moves_the_pace_and_not_the_forecast():
    desk = make_desk()

    before = ask(desk, Setting(indicator="stock"))
    after = ask(desk, Setting(indicator="stock", assume=("target=170",)))

    assert after.assessment.pace.required == pytest.approx(10.0)
    assert after.probability > before.probability
    assert_allclose(
        after.assessment.outlook.forecast.quantiles, before.assessment.outlook.forecast.quantiles
    )


def test_the_history_window_limits_the_forecast_and_not_the_progress():
    desk = make_desk()

    whole = ask(desk, Setting(indicator="stock")).assessment
    short = ask(desk, Setting(indicator="stock", since=2020)).assessment

    assert (whole.outlook.forecast.n, short.outlook.forecast.n) == (4, 3)
    assert short.progress == whole.progress


def test_a_scenario_leaves_out_the_years_it_names():
    answer = ask(make_desk(), Setting(indicator="stock", scenario="without_2020"))

    assert answer.assessment.outlook.forecast.n == 3


def test_rivals_answer_or_say_why_not():
    answer = ask(make_desk(), Setting(indicator="stock", rivals=("naive", "theta")))

    assert_allclose(answer.rivals["naive"].point, [140.0] * 3)
    assert answer.first_ahead == 2023
    assert "theta" in answer.rivals


def test_a_rival_that_lacks_years_refuses_with_its_reason():
    desk = make_desk(make_yearly({2022: 140.0}))

    answer = ask(desk, Setting(indicator="stock", rivals=("damped_holt",)))

    assert isinstance(answer.rivals["damped_holt"], RivalRefusal)


def test_a_county_is_judged_without_the_citys_target():
    desk = make_desk(make_yearly(RISING, jurisdiction=COUNTIES[0]))

    answer = ask(desk, Setting(indicator="stock", jurisdiction=COUNTIES[0]))

    assert answer.assessment.indicator.target is None
    assert answer.assessment.outlook.forecast is not None


def test_as_of_an_earlier_day_later_publications_are_unknown():
    answer = ask(make_desk(), Setting(indicator="stock", as_of=date(2022, 6, 30)))

    assert (answer.year, answer.assessment.series.latest.year) == (2021, 2021)


def test_few_own_errors_leave_the_public_interval_and_say_so():
    desk = make_desk()

    public = ask(desk, Setting(indicator="stock"))
    own = ask(desk, Setting(indicator="stock", prior="own"))

    assert own.panel is None
    assert "100" in own.notes[0].zh
    assert_allclose(
        own.assessment.outlook.forecast.quantiles, public.assessment.outlook.forecast.quantiles
    )


def test_enough_own_errors_stretch_the_interval(desk):
    later = Desk(desk.plan, desk.observations, CITY, date(2025, 7, 31))
    setting = Setting(indicator="market_entities", prior="own")

    own, public = ask(later, setting), ask_report(later, setting)

    spread = [
        float(np.ptp(one.assessment.outlook.forecast.at(2025)[[4, -5]])) for one in (own, public)
    ]
    assert own.panel.errors >= 100
    assert spread[0] / spread[1] == pytest.approx(own.panel.width)


def test_every_unknown_name_is_told_at_once():
    setting = Setting(
        indicator="stock", model="oracle", rivals=("guess",), level=70, assume=("2023=-5", "x")
    )

    with pytest.raises(JobError) as told:
        ask(make_desk(), setting)

    for part in ("'oracle'", "'guess'", "level '70'", "'stock:2023=-5'", "'stock:x'"):
        assert part in str(told.value)


def test_a_value_that_is_known_cannot_be_assumed():
    with pytest.raises(JobError, match="the value of 2022 is known"):
        ask(make_desk(), Setting(indicator="stock", assume=("2022=150",)))
