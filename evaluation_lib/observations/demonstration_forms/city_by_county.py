"""Forms of the city's departments with a row for each county."""

from __future__ import annotations

from decimal import Decimal

from evaluation_lib.observations.demonstration_forms.city import block
from evaluation_lib.observations.demonstration_forms.draft import Asked, Draft, Held, Rows, Sheet
from evaluation_lib.observations.demonstration_forms.truth import NOTE, WARNING, Truth, marked


def forms(truth: Truth) -> list[Draft]:
    """Return forms with two and three header rows, totals, and what overlaps the counties."""
    return [_food_by_county(truth), _enterprises_by_county(truth)]


def _food_by_county(t: Truth) -> Draft:
    """Counties under three header rows, a functional zone, the city level, a sum that is off."""
    key = "food_inspections"
    rows: Rows = [
        ["湛江市食品安全抽样检验量分县区表（演示数据）"],
        block("食品科", "2024-06-07"),
        ["县（市、区）", "食品安全抽样检验量", None, None],
        [None, "2021年", "2022年", "2023年"],
        [None, "批次", "批次", "批次"],
    ]
    total = Decimal(0)
    for code, name in (("440802", "赤坎"), ("440803", "霞山区"), ("440804", "坡 头 区")):
        rows.append(
            [name, *(t.plainly(code, key, year, scale=4) for year in ("2021", "2022", "2023"))]
        )
        total += t.of(code, key, "2023").scaleb(4)
    off = int(total) + 900
    rows += [
        [marked("经开区", "functional_zone", WARNING), 880, 890, 900],
        [marked("市本级", "city_level", WARNING), 5200, 5100, 5300],
        [
            marked("合 计", "total_row", NOTE),
            None,
            None,
            Held(off, asked=(Asked("total_mismatch", WARNING),)),
        ],
    ]
    merges = ("A3:A5", "B3:D3")
    return Draft("食品科_分县区.xlsx", [Sheet("分县区", rows, merges)], published_on="2024-06-07")


def _enterprises_by_county(t: Truth) -> Draft:
    """Indicators beside each other, a total that agrees, words of the cell over the header."""
    codes = (("440811", "麻章区"), ("440823", "湛江市遂溪县"))
    rows: Rows = [
        ["湛江市分县区主要指标（演示数据）"],
        block("登记注册科", "2024-06-08"),
        ["地区", "期末企业总量（万户）", None, "团体标准（项）", None],
        [None, "2022年", "2023年", "2022年", "2023年"],
    ]
    for code, name in codes:
        value = t.of(code, "enterprises", "2023")
        cell = Held(
            f"{value.scaleb(4).normalize():f}户",
            (code, "enterprises", "2023"),
            float(value),
            asked=(Asked("cell_unit", WARNING),),
        )
        rows.append(
            [
                name,
                t.plainly(code, "enterprises", "2022"),
                cell,
                t.plainly(code, "group_standards", "2022"),
                t.plainly(code, "group_standards", "2023"),
            ]
        )
    total = sum((t.of(code, "enterprises", "2022") for code, _ in codes), Decimal(0))
    rows.append([marked("合计", "total_row", NOTE), float(total), None, None, None])
    merges = ("A3:A4", "B3:C3", "D3:E3")
    return Draft(
        "登记注册科_分县区.xlsx", [Sheet("分县区", rows, merges)], published_on="2024-06-08"
    )
