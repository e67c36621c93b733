"""A plan may say what each county promises; where it does not, nothing is promised there."""

import shutil
from pathlib import Path

import pytest

from evaluation_lib.errors import PlanError
from evaluation_lib.plan import read_plan
from evaluation_lib.plan.county_targets import CountyTarget, broken_down
from evaluation_lib.plan.indicator import Basis
from evaluation_lib.plan.model import Milestone
from tests.builders import CITY, COUNTIES, make_indicator, make_plan

FOLDER = Path(__file__).parents[2] / "data/plans/zhanjiang-2021-2025"
HEADER = "jurisdiction,indicator,baseline,target,comparison,line,note\n"
SHARE = CountyTarget(jurisdiction=COUNTIES[0], indicator="stock", baseline=10, target=30)


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(FOLDER, tmp_path / "plan"))


def test_a_county_promises_what_the_plan_breaks_down_to_it():
    plan = make_plan(
        make_indicator(),
        county_targets=(SHARE,),
        milestones=(Milestone(indicator="stock", year=2022, value=150),),
    )

    own, other, whole = (plan.promised_to(code) for code in (*COUNTIES, CITY))

    assert (own.indicators[0].baseline, own.indicators[0].target) == (10, 30)
    assert own.indicators[0].comparison == "="
    assert other.indicators[0].basis is Basis.NOT_BROKEN_DOWN
    assert other.indicators[0].target is other.indicators[0].baseline is None
    assert whole is plan
    assert own.milestones == other.milestones == ()


@pytest.mark.parametrize(
    ("changes", "basis"),
    [
        pytest.param({}, Basis.NOT_BROKEN_DOWN, id="a level"),
        pytest.param(
            {"basis": "relative_growth", "relative_to": "gdp", "target": None, "comparison": None},
            Basis.NOT_BROKEN_DOWN,
            id="growth in step",
        ),
        pytest.param({"target": None, "comparison": None}, Basis.LEVEL, id="left open"),
        pytest.param(
            {"target": None, "comparison": None, "basis": "unquantified"},
            Basis.UNQUANTIFIED,
            id="no number",
        ),
    ],
)
def test_what_the_plan_leaves_open_is_not_called_undivided(changes, basis):
    assert broken_down(make_indicator(**changes), None).basis is basis


def test_an_increment_stays_an_increment():
    city = make_indicator(basis="increment", target=100)

    county = broken_down(city, SHARE)

    assert (county.basis, county.baseline, county.target) == (Basis.INCREMENT, 10, 30)


def test_a_plan_folder_may_hold_targets_of_counties(folder):
    rows = "440881,market_entities,7.1,10.5,,57,分解表\n440802,trademarks,,0.9,>=,,\n"
    (folder / "county_targets.csv").write_text(HEADER + rows, encoding="utf-8")

    plan = read_plan(folder)

    assert plan.promised_to("440881").indicator("market_entities").target == 10.5
    assert plan.promised_to("440802").indicator("trademarks").comparison == ">="


def test_every_fault_of_the_table_is_told_at_once(folder):
    rows = [
        "440881,market_entity,7.1,10.5,,,",
        "440899,trademarks,,0.9,,,",
        "440800,trademarks,,0.9,,,",
        "440881,enterprises,-1,2,,,",
        "440881,trademarks,1,2,,,",
        "440881,trademarks,1,3,,,",
    ]
    (folder / "county_targets.csv").write_text(HEADER + "\n".join(rows), encoding="utf-8")

    with pytest.raises(PlanError) as caught:
        read_plan(folder)

    told = str(caught.value)
    assert "row 2, column indicator: no indicator 'market_entity'; did you mean" in told
    assert "row 3, column jurisdiction: 440899 is no division below 440800" in told
    assert "row 4, column jurisdiction: 440800 is no division below 440800" in told
    assert "row 5, column target: baseline -1.0 lies outside 0.0..None (found 2)" in told
    assert "'440881 trademarks' stands in more than one row" in told


def test_a_range_is_not_broken_down_to_a_single_number(folder):
    path = folder / "indicators.csv"
    text = path.read_text(encoding="utf-8").splitlines()
    text[0] += ",basis,target_high"
    text[1] += ",range,60"
    text[2:] = [line + ",," for line in text[2:]]
    path.write_text("\n".join(text), encoding="utf-8")
    rows = "440881,market_entities,7.1,10.5,,,\n"
    (folder / "county_targets.csv").write_text(HEADER + rows, encoding="utf-8")

    with pytest.raises(PlanError, match=r"row 2, column target: .* has basis range; a single"):
        read_plan(folder)
