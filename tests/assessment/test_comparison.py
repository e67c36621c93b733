from evaluation_lib.assessment.comparison import compare_methods, disagree
from evaluation_lib.assessment.methods import METHODS, method
from evaluation_lib.assessment.progress import measure_progress
from evaluation_lib.plan.model import CutOffs
from tests.builders import make_indicator, make_series


def compare(indicator, values, year):
    series = make_series(values)
    progress = measure_progress(indicator, series, year, CutOffs())
    return compare_methods(indicator, series, progress, year)


def test_each_method_speaks_its_own_words():
    values = {2018: 80, 2019: 90, 2020: 100, 2021: 115, 2022: 130}

    found = compare(make_indicator(), values, 2022)

    assert found["elapsed_share"].verdict == "slightly_behind"
    assert found["growth_ratio"].verdict == "moderate_progress"  # 0.1402 of 0.1487 a year
    assert found["projected_miss"].verdict == "cloud"
    assert found["anticipated_gap"].verdict == "accelerate"
    assert not disagree(found)


def test_methods_disagree_where_one_finds_it_on_track_and_another_does_not():
    values = {2018: 60, 2019: 80, 2020: 100, 2021: 119, 2022: 139}

    found = compare(make_indicator(), values, 2022)

    assert found["elapsed_share"].verdict == "slightly_behind"
    assert found["projected_miss"].verdict == "sun"
    assert disagree(found)


def test_a_method_that_cannot_judge_says_why():
    found = compare(make_indicator(kind="cumulative"), {2021: 50}, 2021)

    assert found["growth_ratio"].verdict is None
    assert found["growth_ratio"].reason.zh == "该方法不适用于这类指标。"
    assert compare(make_indicator(), {2021: 150}, 2021)["projected_miss"].reason is not None


def test_one_opinion_is_no_disagreement():
    assert not disagree(compare(make_indicator(), {2022: 180}, 2022))


def test_nothing_is_predicted_for_a_year_that_is_known():
    found = compare(make_indicator(), {2020: 100, 2023: 120, 2024: 130, 2025: 199}, 2025)

    assert found["anticipated_gap"].value == 9.9


def test_a_fifth_method_is_one_decorated_function():
    @method("halfway", title_zh="过半法", title_en="Halfway", favourable=("past_half",))
    def halfway(*, baseline, value, target):
        return "past_half" if value - baseline > (target - baseline) / 2 else "before_half"

    try:
        answers = compare(make_indicator(), {2022: 170}, 2022)
    finally:
        del METHODS["halfway"]

    assert list(answers)[-1] == "halfway"
    assert (answers["halfway"].verdict, answers["halfway"].is_favourable) == ("past_half", True)
