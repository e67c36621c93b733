"""Forms of the counties."""

from __future__ import annotations

from evaluation_lib.observations.demonstration_forms.draft import Asked, Draft, Held, Rows, Sheet
from evaluation_lib.observations.demonstration_forms.truth import (
    ERROR,
    NOTE,
    WARNING,
    Truth,
    marked,
    refused,
)

CHIKAN, XIASHAN, POTOU, MAZHANG, SUIXI = "440802", "440803", "440804", "440811", "440823"
XUWEN, LIANJIANG = "440825", "440881"


def forms(truth: Truth) -> list[Draft]:
    """Return the counties' forms: one indicator by period, long forms, two tables."""
    return [
        _by_year(truth),
        _restated(truth),
        _by_quarter(),
        _by_month(),
        _gbk(truth),
        _marked_utf8(truth),
        _quarterly(),
        _two_tables(truth),
    ]


def _by_year(t: Truth) -> Draft:
    """One indicator, the unit in the title, a row of text where a year should be."""
    key = "enterprises"
    rows: Rows = [
        ["赤坎区期末企业总量情况表（单位：户）（演示数据）"],
        ["填报单位：赤坎区市场监督管理局", "填报日期：2024-06-10"],
        ["年份", "完成数", marked("同比增长", "derived_column", NOTE)],
        ["2021年", t.plainly(CHIKAN, key, "2021", scale=4), "3%"],
        [2022, t.plainly(CHIKAN, key, "2022", scale=4), None],
        ["2023年末", t.plainly(CHIKAN, key, "2023", scale=4), None],
        ["2024年", None, None],
    ]
    return Draft("赤坎区_企业.xlsx", [Sheet("Sheet1", rows)], published_on="2024-06-10")


def _restated(t: Truth) -> Draft:
    """The same office corrects one of its values a month later and repeats another."""
    key = "enterprises"
    corrected = Held("0.95万户", (CHIKAN, key, "2023"), 0.95, asked=(Asked("restated", WARNING),))
    same = t.of(CHIKAN, key, "2022")
    repeated = Held(float(same), asked=(Asked("repeated", NOTE),))
    rows: Rows = [
        ["赤坎区更正表（演示数据）"],
        ["填报单位：赤坎区市场监督管理局", "填报日期：2024-07-12"],
        ["指标", "单位", "2022年", "2023年"],
        ["期末企业总量", "万户", repeated, corrected],
    ]
    return Draft("赤坎区_更正.xlsx", [Sheet("Sheet1", rows)], published_on="2024-07-12")


def _by_quarter() -> Draft:
    """Quarters with single and running values; one header says neither."""
    quarters = (("一季度", 900, 900), ("二季度", 1000, 1900), ("三季度", 1100, 3000))
    rows: Rows = [
        ["霞山区食品安全抽样检验量统计表（2024年）（演示数据）"],
        ["填报单位：霞山区市场监管局", None, "填报日期：2024年10月12日"],
        ["季度", "当期（批次）", "累计（批次）"],
    ]
    for number, (name, single, running) in enumerate(quarters, start=1):
        slots = (f"2024-Q{number}", f"2024-01/2024-{3 * number:02d}")
        rows.append(
            [
                name,
                Held(single, (XIASHAN, "food_inspections", slots[0]), single / 10_000),
                Held(running, (XIASHAN, "food_inspections", slots[1]), running / 10_000),
            ]
        )
    rows.append(["四季度", None, None])
    other: Rows = [
        ["霞山区药品抽检批次数统计表（2024年）（演示数据）"],
        ["季度", "批次"],
        ["一季度", Held(52, (XIASHAN, "drug_inspections", "2024-Q1"), 0.0052)],
        [
            "二季度",
            Held(
                61,
                (XIASHAN, "drug_inspections", "2024-Q2"),
                0.0061,
                asked=(Asked("single_period", WARNING),),
            ),
        ],
    ]
    return Draft(
        "霞山区_季度.xlsx",
        [Sheet("食品", rows), Sheet("药品", other)],
        published_on="2024-10-12",
    )


def _by_month() -> Draft:
    """Months in a CSV file of GB18030, with a range of months that starts in March."""
    rows: Rows = [
        ["坡头区食品安全抽样检验量月报（2024年）（演示数据）"],
        ["填报单位：坡头区市场监督管理局", "填报日期：2024-07-05"],
        ["月份", "完成数（批次）"],
        ["1月", Held("95", (POTOU, "food_inspections", "2024-01"), 0.0095)],
        ["2月", Held("80", (POTOU, "food_inspections", "2024-02"), 0.008)],
        ["3-5月", refused("310", "period_unclear")],
        ["1-6月", Held("610", (POTOU, "food_inspections", "2024-01/2024-06"), 0.061)],
    ]
    return Draft(
        "坡头区_月报.csv", [Sheet("", rows)], published_on="2024-07-05", encoding="gb18030"
    )


def _gbk(t: Truth) -> Draft:
    """The long form in GBK."""
    rows: Rows = [
        ["填报单位：麻章区市场监督管理局（演示数据）", "填报日期：2024-06-11"],
        ["地区", "指标", "期间", "数值", "单位", "口径"],
        [
            "麻章区",
            "商标有效注册量",
            "2023年",
            t.plainly(MAZHANG, "trademarks", "2023"),
            "万件",
            "",
        ],
        ["麻章", "有效期内认证证书", "2023", t.plainly(MAZHANG, "certificates", "2023"), "张", ""],
        [
            "全市",
            "商标有效注册量",
            "2021",
            refused("6.51万", "tenfold", "65100件", "65100万件"),
            "万件",
            "",
        ],
    ]
    return Draft("麻章区_长表.csv", [Sheet("", rows)], published_on="2024-06-11", encoding="gbk")


def _marked_utf8(t: Truth) -> Draft:
    """UTF-8 with a mark, and texts that a spreadsheet would take for formulas."""
    formula = "=HYPERLINK('http://example.invalid')"
    rows: Rows = [
        ["填报单位：遂溪县市场监督管理局（演示数据）", "填报日期：2024-06-12"],
        ["地区", "指标", "年份", "数值", "单位"],
        ["遂溪县", marked(formula, "unknown_indicator", ERROR), "2023", "1", "项"],
        ["遂溪县", "国家标准", "2023", refused("+cmd|' /C calc'!A0", "unreadable"), "项"],
        ["遂溪县", "地方标准", "2023", t.plainly(SUIXI, "local_standards", "2023"), "项"],
    ]
    return Draft(
        "遂溪县_长表.csv", [Sheet("", rows)], published_on="2024-06-12", encoding="utf-8-sig"
    )


def _quarterly() -> Draft:
    """本期 and 上年同期 of a quarterly form; 本年 could be the quarter or the year so far."""
    rows: Rows = [
        ["徐闻县2023年三季度填报表（演示数据）"],
        ["填报单位：徐闻县市场监督管理局", None, "填报日期：2023-10-15"],
        ["指标", "单位", "本期末", "上年同期", "本年"],
        [
            "期末企业总量",
            "万户",
            Held(0.84, (XUWEN, "enterprises", "2023-Q3"), 0.84),
            Held(0.75, (XUWEN, "enterprises", "2022-Q3"), 0.75),
            refused(0.84, "period_unclear"),
        ],
    ]
    return Draft("徐闻县_三季度.xlsx", [Sheet("季报", rows)], published_on="2023-10-15")


def _two_tables(t: Truth) -> Draft:
    """Two tables below each other, the first continued with its header repeated."""
    first = ["指标", "计量单位", "2022年", "2023年"]
    rows: Rows = [
        ["廉江市填报表（演示数据）"],
        ["填报单位：廉江市市场监督管理局", None, "填报日期：2024-06-13"],
        first,
        [
            "期末市场主体总量",
            "万户",
            t.plainly(LIANJIANG, "market_entities", "2022"),
            t.plainly(LIANJIANG, "market_entities", "2023"),
        ],
        ["续表"],
        first,
        [
            "期末企业总量",
            "万户",
            t.plainly(LIANJIANG, "enterprises", "2022"),
            t.plainly(LIANJIANG, "enterprises", "2023"),
        ],
        [],
        ["表二　标准", None, "单位：项"],
        ["指标", "2023年"],
        ["国家标准", t.plainly(LIANJIANG, "national_standards", "2023")],
        ["行业标准", t.plainly(LIANJIANG, "industry_standards", "2023")],
        ["审核人：（略）"],
    ]
    return Draft("廉江市_两表.xlsx", [Sheet("汇总表", rows)], published_on="2024-06-13")
