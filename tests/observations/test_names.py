"""Names mean what the plan says they mean, and nothing that merely looks alike."""

from pathlib import Path

import pytest

from evaluation_lib.observations.names import Names, PlaceKind
from evaluation_lib.plan import read_plan

PLAN = Path(__file__).parents[2] / "data/plans/zhanjiang-2021-2025"


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(read_plan(PLAN))


@pytest.mark.parametrize(
    ("text", "key", "unit"),
    [
        pytest.param("期末市场主体总量", "market_entities", None, id="name"),
        pytest.param("经营主体总量", "market_entities", None, id="renamed in 2022"),
        pytest.param("期末市场\n主体 总量（万户）", "market_entities", "万户", id="break and unit"),
        pytest.param("1.期末企业总量", "enterprises", None, id="numbered"),
        pytest.param("明厨亮灶 覆盖率(%)", "open_kitchens", "%", id="quotes dropped"),
        pytest.param(
            "国际标准(主导或参与)", "international_standards", None, id="bracket of its own"
        ),
        pytest.param(
            "知识产权质押融资金额（规划期间新增数）（万元）",
            "ip_pledge_financing",
            "万元",
            id="two",
        ),
        pytest.param("其中：个体工商户总量", "sole_traders", None, id="part"),
    ],
)
def test_an_indicator_is_known_by_its_names(names, text, key, unit):
    named = names.quantity(text)

    assert named.quantity.id == key
    assert (named.unit.text if named.unit else None) == unit


@pytest.mark.parametrize(
    "text",
    [
        "有效发明专利",
        "高价值发明专利",
        "合格率",
        "企业总量（市本级）",
        "期末企业总量（件）",
        "企业",
        "",
    ],
)
def test_a_likeness_is_no_name(names, text):
    assert names.quantity(text) is None


def test_opposites_and_neighbours_stay_apart(names):
    keys = [
        names.quantity(text).quantity.id
        for text in (
            "不合格率",
            "食品评价性抽检合格率",
            "监督抽检合格率",
            "每万人口高价值发明专利拥有量",
            "每万人口有效发明专利拥有量",
        )
    ]

    assert keys == [
        "food_failure_rate",
        "food_pass_rate",
        "food_sampling_pass_rate",
        "high_value_patents",
        "patents_per_10000",
    ]


def test_a_person_is_offered_the_nearest_names(names):
    assert names.nearest("期末市场主体数") == ("期末市场主体总量",)


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("霞山", PlaceKind.JURISDICTION, "440803"),
        ("湛江市霞山区", PlaceKind.JURISDICTION, "440803"),
        ("霞　山　区", PlaceKind.JURISDICTION, "440803"),
        ("全市", PlaceKind.JURISDICTION, "440800"),
        ("合 计", PlaceKind.TOTAL, ""),
        ("市本级", PlaceKind.CITY_LEVEL, ""),
        ("经开区", PlaceKind.ZONE, ""),
        ("奋勇高新区", PlaceKind.ZONE, ""),
        ("东山区", PlaceKind.UNKNOWN, ""),
    ],
)
def test_a_place_is_a_county_the_city_or_neither(names, text, kind, code):
    place = names.place(text)

    assert (place.kind, place.code) == (kind, code)


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("霞山区市场监督管理局", PlaceKind.JURISDICTION, "440803"),
        ("湛江市霞山区市场监管局", PlaceKind.JURISDICTION, "440803"),
        ("湛江市市场监督管理局登记注册科", PlaceKind.JURISDICTION, "440800"),
        ("湛江经开区市场监管局", PlaceKind.ZONE, ""),
        ("霞山区、赤坎区市场监管局", PlaceKind.UNKNOWN, ""),
        ("登记注册科", PlaceKind.UNKNOWN, ""),
    ],
)
def test_a_sender_speaks_for_one_place(names, text, kind, code):
    sender = names.sender(text)

    assert (sender.kind, sender.code) == (kind, code)
