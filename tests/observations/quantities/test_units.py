from decimal import Decimal

import pytest

from evaluation_lib.observations.quantities import parse_unit


@pytest.mark.parametrize(
    ("text", "base", "power"),
    [
        ("万户", "户", 4),
        ("单位：亿元", "元", 8),
        ("（万批次/年）", "批次", 4),
        ("批", "批次", 0),
        ("批次/千人", "批次/千人", 0),
        ("％", "%", 0),
        ("‰", "%", -1),
        ("个百分点", "个百分点", 0),
        ("百万元", "元", 6),
    ],
)
def test_a_unit_is_what_it_counts_and_a_power_of_ten(text, base, power):
    unit = parse_unit(text)

    assert (unit.base, unit.power) == (base, power)


@pytest.mark.parametrize(
    "text", ["", "2023", "说明：见下", "1.5", "万", "按企业数计算（规划未写明分母）"]
)
def test_what_is_no_unit_is_none(text):
    assert parse_unit(text) is None


def test_scaling_is_exact_and_keeps_to_one_thing():
    assert parse_unit("万元").scaled(Decimal("7380"), parse_unit("亿元")) == Decimal("0.7380")
    with pytest.raises(ValueError, match="户 cannot be turned into 件"):
        parse_unit("户").scaled(Decimal(1), parse_unit("件"))
