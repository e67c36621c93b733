from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from evaluation_lib import explore
from evaluation_lib.errors import EvaluationError, JobError
from evaluation_lib.explore.figures.drawing import MARKS
from evaluation_lib.inquiry import Setting, View

PROJECT = Path(__file__).resolve().parents[2]
PLAN = str(PROJECT / "data/plans/zhanjiang-2021-2025")
OBSERVATIONS = str(PROJECT / "data/observations/demonstration")


@pytest.fixture(scope="module")
def desk():
    return explore.read_desk(PLAN, OBSERVATIONS, as_of="2024-07-31")


def shown(desk, name, **more):
    functions = {
        "trajectory": (
            explore.trajectory,
            ["market_entities"],
            {"rivals": ["naive"], "since": 2021},
        ),
        "what_if": (
            explore.what_if,
            ["market_entities", ["2024=45", "target=50"]],
            {"level": 95},
        ),
        "yearly": (explore.trajectory, ["food_inspections"], {}),
        "cumulative": (explore.trajectory, ["ip_pledge_financing"], {}),
        "county": (
            explore.trajectory,
            ["certificates"],
            {"jurisdiction": "440881", "as_of": "2023-07-31"},
        ),
        "compare": (explore.compare, ["certificates"], {}),
        "methods": (explore.methods, ["certificates"], {}),
        "backtest": (
            explore.backtest,
            ["certificates"],
            {"origin": 2022, "model": "transparent"},
        ),
        "quality": (explore.quality, ["certificates"], {}),
        "revisions": (explore.revisions, ["certificates"], {}),
    }
    function, given, named = functions[name]
    return function(desk, *given, **named, **more)


VIEWS = [
    *("trajectory", "what_if", "yearly", "cumulative", "county"),
    *("compare", "methods", "backtest", "quality", "revisions"),
]


@pytest.mark.parametrize("name", VIEWS)
def test_the_code_of_a_view_shows_the_same_numbers_again(desk, name):
    view = shown(desk, name)
    names: dict[str, object] = {}

    exec(explore.as_code(desk, view.setting), names)

    again = names["view"]
    assert again.setting == view.setting
    assert_frame_equal(again.table, view.table)
    assert again.fact == view.fact


def test_code_in_english_shows_the_view_in_english(desk):
    view = shown(desk, "what_if", language="en")
    names: dict[str, object] = {}

    exec(explore.as_code(desk, view.setting, "en"), names)

    assert names["view"].fact.title == view.fact.title
    assert "chance of the target" in view.fact.title


def test_a_trajectory_is_tabulated_year_by_year(desk):
    table = shown(desk, "what_if").table

    assert table.index.tolist() == [2020, 2021, 2022, 2023, 2024, 2025]
    assert table.loc[2020, "observed"] == 32.45
    assert pd.isna(table.loc[2024, "observed"])
    assert table.loc[2024, "assumed"] == 45
    assert table.loc[2025, "path"] == 50
    row = table.loc[2025]
    assert row["low_95"] < row["low_80"] < row["low_50"] < row["median"] < row["high_50"]


def test_a_cumulative_target_is_drawn_as_its_running_total(desk):
    table = shown(desk, "cumulative").table

    assert (table["observed"].dropna().diff().dropna() > 0).all()
    assert table.loc[2020, "path"] == 0
    assert table.loc[2025, "path"] == 5
    assert table.loc[2024, "median"] > table.loc[2023, "observed"]


def test_a_yearly_kind_is_drawn_as_bars_over_its_threshold(desk):
    view = shown(desk, "yearly")

    traces = {one.name: one for one in view.figure.data}
    assert len(traces["bars"].y) == len(view.table["observed"].dropna())
    assert set(view.table["path"].dropna()) == {3.67}
    assert view.figure.layout.yaxis.range[0] == 0


@pytest.mark.parametrize("name", ["trajectory", "yearly", "county", "backtest", "quality"])
def test_every_picture_has_the_same_marks_in_the_same_order(desk, name):
    assert tuple(one.name for one in shown(desk, name).figure.data) == MARKS


def test_a_point_tells_its_cell_and_quote(desk):
    (observed,) = (one for one in shown(desk, "trajectory").figure.data if one.name == "observed")

    told = observed.hovertext[-1]
    assert all(part in told for part in ("42.61", "来源：", "!", "证据"))


def test_small_multiples_part_the_line_at_a_missing_year(desk):
    figure = shown(desk, "compare").figure

    suixi = next(one for one in figure.data if one.name == "遂溪县")
    assert suixi.y[suixi.x.index(2022)] is None
    assert len(figure.data) == 9


@pytest.mark.parametrize("name", ["trajectory", "compare", "quality", "revisions"])
def test_demonstration_data_are_marked_on_page_and_figure(desk, name):
    view = shown(desk, name)

    assert "演示数据" in view._repr_mimebundle_()["text/html"]
    assert any("演示数据" in (one.text or "") for one in view.figure.layout.annotations)


def test_methods_that_part_are_marked(desk):
    view = shown(desk, "methods")

    opinions = [{one for one in row if one is not None} for _, row in view.table.iterrows()]
    parted = [one for one in opinions if len(one) > 1]
    (table,) = view.fact.tables
    assert len(parted) == sum("≠" in row[-1] for row in table.rows) > 0
    assert view.figure is None


def test_vintages_are_tabulated_by_day_of_publication(desk):
    table = shown(desk, "revisions").table

    assert len(table[2021].dropna().unique()) > 1
    assert table.index.is_monotonic_increasing


def test_what_is_wrong_with_a_question_is_told_at_once(desk):
    with pytest.raises(JobError) as error:
        explore.trajectory(desk, "nothing", model="oracle", scenario="rosy")

    assert all(part in str(error.value) for part in ("'nothing'", "'oracle'", "'rosy'"))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param({"as_of": "last year"}, "write a day such as 2023-07-31", id="day"),
        pytest.param({"as_of": "2020-01-01"}, "has ended", id="before the plan"),
        pytest.param({"jurisdiction": "44"}, "jurisdiction", id="code"),
        pytest.param({"prior": "mine"}, "'public' or 'own'", id="prior"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_what_is_allowed(desk, asked, told):
    with pytest.raises(JobError, match=told):
        explore.trajectory(desk, "market_entities", **asked)


def test_a_desk_is_read_only_from_what_is_there():
    with pytest.raises(EvaluationError, match="no such file or folder"):
        explore.read_desk("data/plans/none", OBSERVATIONS, as_of="2024-07-31")
    with pytest.raises(JobError, match="write a day"):
        explore.read_desk(PLAN, OBSERVATIONS, as_of="soon")


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_can_be_kept_as_json_and_read_back(desk, name):
    setting = shown(desk, name).setting

    assert Setting.model_validate_json(setting.model_dump_json()) == setting


def test_every_view_is_reached_by_a_function(desk):
    assert {shown(desk, name).setting.view for name in VIEWS} == set(View)
