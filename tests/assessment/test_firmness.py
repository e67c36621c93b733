import pytest

from evaluation_lib.assessment.firmness import judge_firmness
from evaluation_lib.assessment.firmness_settings import compound_path
from evaluation_lib.assessment.judging import Terms
from evaluation_lib.assessment.outlook import forecast_series
from evaluation_lib.assessment.readings import Reading, is_per_head
from evaluation_lib.assessment.verdict import assess
from evaluation_lib.language import Text
from evaluation_lib.observations.population import Population
from evaluation_lib.plan.model import CutOffs
from tests.builders import make_indicator, make_series

RISING = {2018: 60, 2019: 80, 2020: 100}


def firmness(values, *, year=2022, indicator=None, readings=(), final=False, milestones=None):
    indicator = indicator or make_indicator()
    series = make_series(values)
    (answer,) = forecast_series([indicator], [series], year, "transparent")
    judged = assess(
        indicator,
        series,
        answer,
        year=year,
        final=final,
        cut_offs=CutOffs(),
        milestones=milestones or {},
    )
    terms = Terms({indicator.id: year}, final, CutOffs(), "transparent")
    found = judge_firmness([judged], {indicator.id: answer}, readings, terms)
    return found.get(indicator.id)


def named(found, group):
    return {one.name.en: one for one in found.settings if one.group == group}


def test_a_verdict_near_a_cut_off_falls_when_the_cut_off_moves():
    found = firmness({2020: 100, 2022: 131})  # 0.31 / 0.40 = 0.775

    cuts = named(found, "cut_offs")
    assert cuts["cut-offs +0.05"].verdict == "well_behind"  # below 0.80
    assert cuts["cut-offs +0.05"].changed
    assert not cuts["cut-offs −0.05"].changed
    assert found.falls_if == (cuts["cut-offs +0.05"],)
    assert found.holds == found.total - 1


def test_a_cut_off_that_is_met_exactly_after_the_shift_counts_as_met():
    # 0.32 / 0.40 is 0.80, which is 0.75 + 0.05 in decimals though not in binary.
    assert not named(firmness({2020: 100, 2022: 132}), "cut_offs")["cut-offs +0.05"].changed


def test_a_compound_path_asks_for_less_at_first():
    path = compound_path(make_indicator(baseline=100.0, target=3200.0))

    assert list(path) == [2021, 2022, 2023, 2024, 2025]
    assert path[2021] == pytest.approx(200)  # doubles each year
    assert path[2022] == pytest.approx(400)


def test_what_lags_the_straight_path_can_lead_the_compound_one():
    # To quadruple in five years asks for 174.1 after two of them, or 220 on the straight path.
    found = firmness({2020: 100, 2022: 182}, indicator=make_indicator(target=400.0))

    setting = named(found, "path")["compound path"]
    assert (setting.verdict, setting.changed) == ("ahead", True)


def test_the_straight_path_is_another_setting_where_the_plan_sets_milestones():
    found = firmness({2020: 100, 2022: 140}, milestones={2022: 190})

    paths = named(found, "path")
    assert list(paths) == ["straight path", "compound path"]
    assert paths["straight path"].verdict == "on_schedule"


def test_a_plan_may_have_rounded_what_it_prints():
    rounded = make_indicator(baseline=7.2, target=12.0, decimals=2)

    found = named(firmness({2020: 7.2, 2022: 9.12}, indicator=rounded), "rounding")

    # 1.92 / 4.8 is 0.4 of 0.4. At the hard end 1.87 / 5.25, at the easy end 1.97 / 4.35.
    hard = found["base and target at the hard end of their rounding"]
    easy = found["base and target at the easy end of their rounding"]
    assert (hard.verdict, easy.verdict) == ("slightly_behind", "ahead")


@pytest.mark.parametrize(
    ("indicator", "values"),
    [
        pytest.param(make_indicator(), {2022: 140}, id="a count is not rounded"),
        pytest.param(
            make_indicator(
                kind="maintain", baseline=100.0, target=100.0, unit="%", upper=100.0, lower=100.0
            ),
            {2021: 100, 2022: 100},
            id="bounds leave no room",
        ),
    ],
)
def test_rounding_is_tried_only_where_it_can_be(indicator, values):
    found = firmness(values, indicator=indicator)

    assert found is None or named(found, "rounding") == {}


def test_every_rival_takes_the_place_of_the_median():
    found = firmness({**RISING, 2021: 122, 2022: 141})

    rivals = named(found, "rival")
    assert len(rivals) >= 4
    naive = next(one for name, one in rivals.items() if "aive" in name)
    assert naive.outlook in ("very_unlikely", "unlikely")  # 141 is far from 200
    assert {one.verdict for one in rivals.values()} == {"on_schedule"}


def test_a_history_is_read_without_the_years_of_the_epidemic_where_enough_is_left():
    long = firmness({2017: 40, **RISING, 2021: 122, 2022: 141, 2023: 160}, year=2023)
    short = firmness({2020: 100, 2021: 122, 2022: 141})

    assert list(named(long, "history")) == [
        "history without 2020",
        "history without 2021",
        "history without 2020 and 2021",
    ]
    assert named(short, "history") == {}


def test_the_first_vintage_is_a_setting_only_where_it_differs():
    values = {**RISING, 2021: 122, 2022: 141}
    same = Reading(Text("初", "first"), "vintage", {"stock": make_series(values)})
    less = Reading(Text("初", "first"), "vintage", {"stock": make_series({**values, 2022: 139})})

    assert named(firmness(values, readings=[same]), "vintage") == {}
    setting = named(firmness(values, readings=[less]), "vintage")["first"]
    assert (setting.verdict, setting.changed) == ("slightly_behind", True)


def test_a_fact_is_not_forecast_otherwise():
    found = firmness({2020: 100, 2024: 180, 2025: 195}, year=2025, final=True)

    assert {one.group for one in found.settings} == {"cut_offs"}
    assert [str(one.verdict) for one in found.settings] == ["basically_completed"] * 2


def test_what_cannot_be_judged_has_no_firmness():
    assert firmness({}) is None


def test_a_binding_indicator_falls_with_a_rival_that_stands_still():
    binding = make_indicator(nature="binding")

    found = firmness({**RISING, 2021: 125, 2022: 150}, indicator=binding)

    naive = next(one for name, one in named(found, "rival").items() if "aive" in name)
    assert (naive.verdict, naive.changed) == ("well_behind", True)


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        pytest.param("每万人口高价值发明专利拥有量", "件", True, id="by name"),
        pytest.param("食品安全抽样检验量", "批次/千人", True, id="by unit"),
        pytest.param("从业人员数", "万人", False, id="persons, not per person"),
    ],
)
def test_per_head_figures_are_known_by_name_or_unit(name, unit, expected):
    assert is_per_head(make_indicator(name=name, unit=unit)) is expected


def test_a_per_head_figure_has_the_year_before_as_its_denominator_and_others_beside_it():
    people = Population({"": {2021: 700.0, 2022: 735.0}, "before_census_2020": {2019: 736.0}})

    same, earlier = people.readings()

    assert people.official(2022) == 700.0
    assert same.of(2022) == 735.0
    assert earlier.of(2019) == earlier.of(2020) == 736.0
    assert earlier.of(2022) is None


def test_a_history_is_read_from_2022_on_once_three_years_allow_it():
    values = {2019: 90, 2020: 100, 2021: 101, 2022: 140, 2023: 160, 2024: 185}

    late, early = firmness(values, year=2024), firmness(values, year=2023)

    assert "history from 2022 on" in named(late, "history")
    assert "history from 2022 on" not in named(early, "history")
    assert "history without 2020 and 2021" in named(early, "history")
