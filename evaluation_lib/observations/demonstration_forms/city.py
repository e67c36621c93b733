"""Forms of the departments of the city's bureau."""

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

CITY = "440800"
_COVERAGE = "product_inspection_coverage"


def forms(truth: Truth) -> list[Draft]:
    """Return the departments' forms: rows of indicators, and one value a row."""
    return [
        _registration(truth),
        _property(truth),
        _standards(truth),
        _quality(truth),
        _long_form(truth),
    ]


def block(unit: str, day: str) -> list[str]:
    """Return the line that says who filled the form in, and when."""
    return [f"填报单位（盖章）：湛江市市场监督管理局{unit}　　填报人：（略）　　填报日期：{day}"]


def _registration(t: Truth) -> Draft:
    """Two header rows, a row that numbers the columns, a part of a total, a note that matters."""
    rows: Rows = [
        ["湛江市市场监管“十四五”规划指标填报表（2023年度）（演示数据）"],
        block("登记注册科", "2024-06-03"),
        ["指标", "计量单位", "2023年", None, marked("其中：市本级", "city_level", WARNING), "说明"],
        [None, None, "期末／全年", "上年末", None, None],
        ["甲", "乙", 1, 2, 3, "丙"],
        [
            "期末市场主体总量",
            "万户",
            t.full_width(CITY, "market_entities", "2023"),
            t.plainly(CITY, "market_entities", "2022"),
            9.02,
            "登记系统导出",
        ],
        [
            marked("　其中：个体", "unknown_indicator", ERROR),
            "万户",
            34.15,
            30.11,
            7.31,
            "登记系统导出",
        ],
        [
            "期末企业总量",
            "万户",
            t.bounded("约", "~", CITY, "enterprises", "2023"),
            t.plainly(CITY, "enterprises", "2022"),
            1.71,
            None,
        ],
        [
            "有效期内认证证书",
            "张",
            t.grouped(CITY, "certificates", "2023"),
            t.plainly(CITY, "certificates", "2022"),
            None,
            None,
        ],
        [marked("合计", "total_row", NOTE), None, 21948.55, None, None, None],
        [marked("注：2023年数含经开区。", "footnote", WARNING)],
    ]
    merges = ("A1:F1", "C3:D3", "A3:A4", "B3:B4", "E3:E4", "F3:F4")
    return Draft(
        "登记注册科_2023年度.xlsx", [Sheet("汇总表", rows, merges)], published_on="2024-06-03"
    )


def _property(t: Truth) -> Draft:
    """Units that differ from the plan's, a wrong scale, and names that only look alike."""
    half = refused(0.0943, "tenfold", "0.0943万元", "0.0943亿元")
    patents = marked(
        "有效发明专利",
        "unknown_indicator",
        ERROR,
        "有效发明专利量",
        "每万人口有效发明专利拥有量",
        "高价值发明专利拥有量",
    )
    rows: Rows = [
        ["湛江市知识产权指标填报表（演示数据）"],
        block("知识产权科", "2024年6月4日"),
        [
            "序号",
            "指标名称",
            "单位",
            "2022年",
            "2023年",
            marked("比上年增长", "derived_column", NOTE),
        ],
        [
            1,
            "知识产权质押融资金额\n（规划期间新增数）",
            "万元",
            half,
            t.bounded("突破", ">", CITY, "ip_pledge_financing", "2023", scale=4),
            "71.6%",
        ],
        [
            2,
            "商标有效注册量",
            "件",
            t.plainly(CITY, "trademarks", "2022", scale=4),
            t.plainly(CITY, "trademarks", "2023", scale=4),
            "8.6%",
        ],
        [3, patents, "件", 4120, 4555, None],
        [
            4,
            "每万人口高价值发明专利拥有量",
            "件",
            t.plainly(CITY, "high_value_patents", "2022"),
            refused("数据由省局统一发布", "not_published", severity=WARNING),
            None,
        ],
    ]
    return Draft("知识产权科_2023年度.xlsx", [Sheet("Sheet1", rows)], published_on="2024-06-04")


def _standards(t: Truth) -> Draft:
    """Columns in another order, numerals, ranges, dates that ate numbers, words for missing."""
    numeral = Held(
        "三十三",
        (CITY, "industry_standards", "2023"),
        33.0,
        asked=(Asked("numeral", NOTE),),
    )
    rows: Rows = [
        ["湛江市标准化指标（演示数据）", None, None, None, "单位：项"],
        block("标准化科", "2024.6.5"),
        ["2023年", "2022年", "2021年", "指标", "备注"],
        [
            t.plainly(CITY, "national_standards", "2023"),
            t.plainly(CITY, "national_standards", "2022"),
            t.plainly(CITY, "national_standards", "2021"),
            "国家标准",
            None,
        ],
        [
            numeral,
            t.plainly(CITY, "industry_standards", "2022"),
            refused("同上", "same_as"),
            "行业标准",
            None,
        ],
        [
            refused("97（含修订）", "annotated", "97"),
            refused("89-90", "range", ">=89", "<=90"),
            refused(44621, "date", style="yyyy-mm-dd", raw="2022-03-01"),
            "地方标准",
            None,
        ],
        [
            refused("见附件2", "unreadable"),
            refused("无", "none_or_zero"),
            refused(None, "not_reported", severity=NOTE),
            "团体标准",
            "附件2另报",
        ],
        [
            t.plainly(CITY, "measurement_standards", "2023"),
            refused("暂无", "pending", severity=WARNING),
            refused("2 49", "unreadable", "249"),
            "社会公用计量标准",
            None,
        ],
    ]
    return Draft("标准化科_2021-2023.xlsx", [Sheet("汇总", rows)], published_on="2024-06-05")


def _quality(t: Truth) -> Draft:
    """Per cent written three ways, of which one cannot be told from a share."""
    share = t.of(CITY, _COVERAGE, "2022").scaleb(-2)
    shown = Held(
        float(share),
        (CITY, _COVERAGE, "2022"),
        float(t.of(CITY, _COVERAGE, "2022")),
        style="0.00%",
        raw=f"{t.of(CITY, _COVERAGE, '2022'):f}%",
    )
    written = Held(
        f"{t.of(CITY, _COVERAGE, '2021'):f}%",
        (CITY, _COVERAGE, "2021"),
        float(t.of(CITY, _COVERAGE, "2021")),
    )
    rows: Rows = [
        ["湛江市质量监督指标填报表（演示数据）"],
        block("质量监督科", "2024-06-06"),
        ["指标", "计量单位", "2021年", "2022年", "2023年"],
        [
            "生产领域市级工业产品质量监督抽查覆盖率",
            "%",
            written,
            shown,
            refused(0.0304, "tenfold", "0.0304%", "3.04%"),
        ],
        [
            "“明厨亮灶”覆盖率",
            "%",
            refused(1, "tenfold", "1%", "100%"),
            t.plainly(CITY, "open_kitchens", "2022"),
            refused(1000, "out_of_bounds", "10%"),
        ],
        [
            "质量违法产品考核发现率",
            "%",
            refused("/", "not_applicable", severity=NOTE),
            refused("6.3个百分点", "wrong_unit"),
            t.full_width(CITY, "quality_violation_detection_rate", "2023"),
        ],
    ]
    return Draft("质量监督科_2021-2023.xlsx", [Sheet("汇总表", rows)], published_on="2024-06-06")


def _long_form(t: Truth) -> Draft:
    """One value a row, places filled once, a later year the plan does not know by that name."""
    rows: Rows = [
        ["填报单位", "湛江市市场监督管理局", None, "填报日期", "2024-06-09", "演示数据"],
        ["数值", "单位", "指标", "地区", "年份"],
        [
            t.plainly("440881", "trademarks", "2023", scale=4),
            "件",
            "有效注册商标量",
            "廉江市",
            2023,
        ],
        [
            t.plainly("440881", "certificates", "2023"),
            "张",
            "有效认证证书",
            Held(None, asked=(Asked("filled_down", NOTE),)),
            "2023年",
        ],
        [t.plainly("440883", "certificates", "2023"), "张", "有效期内认证证书", "吴川", "2023年末"],
        [12, "张", "有效期内认证证书", marked("东山区", "unknown_place", ERROR), 2023],
        [
            refused("3.67%", "wrong_unit"),
            "批次",
            "食品抽检量",
            "廉江市",
            2023,
        ],
    ]
    return Draft("综合科_长表.xlsx", [Sheet("长表", rows)], published_on="2024-06-09")
