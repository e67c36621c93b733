from dataclasses import replace

from evaluation_lib.assessment.warnings import early_warnings, warning_grounds
from tests.assessment.judged import judged
from tests.builders import make_indicator

BINDING = {"nature": "binding"}


def listed(*assessments):
    return [one.assessment.indicator.id for one in early_warnings(assessments)]


def test_what_is_on_schedule_at_a_pace_seen_before_is_not_listed():
    assert warning_grounds(judged({2020: 100, 2021: 140, 2022: 199, 2023: 260})) == ()


def test_every_reason_to_warn_is_given():
    late = judged({2018: 98, 2019: 99, 2020: 100, 2021: 105, 2022: 110})

    assert warning_grounds(late) == ("behind", "outlook", "pace")  # 30 a year, 5 at best


def test_binding_ones_lead_and_the_least_probable_first():
    values = {2018: 60, 2019: 80, 2020: 100, 2021: 118, 2022: 136}
    worse = {2018: 98, 2019: 99, 2020: 100, 2021: 105, 2022: 110}
    bound = judged(values, indicator=make_indicator("bound", number=4, **BINDING))
    close = judged(values, indicator=make_indicator("close", number=2))
    lost = judged(worse, indicator=make_indicator("lost", number=3))

    assert close.outlook.probability > lost.outlook.probability
    assert listed(close, lost, bound) == listed(lost, bound, close) == ["bound", "lost", "close"]


def test_of_two_equally_probable_the_one_that_has_to_run_faster_comes_first():
    one = judged({2020: 100, 2021: 105, 2022: 110}, indicator=make_indicator("slow"))
    other = replace(
        one,
        indicator=make_indicator("slower", number=2),
        pace=replace(one.pace, required=2 * one.pace.required),
    )

    assert listed(one, other) == ["slower", "slow"]


def test_a_breached_year_is_a_reason_even_after_recovery():
    flow = make_indicator(kind="annual_flow", baseline=3.0, target=3.0, **BINDING)

    found = judged({2021: 3.1, 2022: 2.9, 2023: 3.2}, year=2023, indicator=flow)

    assert "breached" in warning_grounds(found)


def test_a_binding_indicator_without_data_is_listed_and_an_anticipatory_one_is_not():
    assert warning_grounds(judged({}, indicator=make_indicator(**BINDING))) == ("no_data",)
    assert warning_grounds(judged({})) == ()


def test_without_a_target_there_is_nothing_to_warn_of():
    blank = make_indicator(target=None, comparison=None, **BINDING)

    assert warning_grounds(judged({2022: 5}, indicator=blank)) == ()


def test_a_binding_target_has_to_be_likely_and_an_anticipatory_one_not_unlikely():
    values = {2018: 60, 2019: 80, 2020: 100, 2021: 128, 2022: 158}
    open_ = judged(values)

    assert 0.4 <= open_.outlook.probability < 0.6
    assert warning_grounds(open_) == ()
    assert "outlook" in warning_grounds(judged(values, indicator=make_indicator(**BINDING)))
