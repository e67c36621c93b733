"""Every layout a department uses gives the same table."""

from evaluation_lib.observations.forms import import_forms
from tests.observations.forms.form_builder import (
    CITY_BLOCK,
    COUNTY_BLOCK,
    PLAN,
    asked,
    import_rows,
    values,
)

ENTERPRISES = [
    ("440802", "enterprises", "2022", "=", 0.8),
    ("440802", "enterprises", "2023", "=", 0.9),
    ("440803", "enterprises", "2022", "=", 1.2),
    ("440803", "enterprises", "2023", "=", 1.3),
]


def test_rows_of_indicators_with_columns_of_periods(tmp_path):
    intake = import_rows(
        tmp_path,
        [
            ["湛江市主要指标汇总表（2023年度）"],
            CITY_BLOCK,
            ["指标", "计量单位", "2022年", "2023年", "备注"],
            ["期末企业总量", "万户", 8.83, 9.61, None],
            ["知识产权质押融资金额", "万元", 7380, 16400, "登记系统"],
        ],
    )

    assert values(intake) == [
        ("440800", "enterprises", "2022", "=", 8.83),
        ("440800", "enterprises", "2023", "=", 9.61),
        ("440800", "ip_pledge_financing", "2022", "=", 0.738),
        ("440800", "ip_pledge_financing", "2023", "=", 1.64),
    ]
    assert asked(intake) == []
    first = intake.observations.iloc[0]
    assert (first["unit"], first["status"], first["published_on"]) == (
        "万户",
        "reported",
        "2024-03-01",
    )
    assert (first["evidence"], first["source"], first["cell"]) == ("C", "填报表.xlsx", "汇总表!C4")


def test_rows_of_counties_under_merged_indicators_and_periods(tmp_path):
    intake = import_rows(
        tmp_path,
        [
            ["湛江市分县区表"],
            CITY_BLOCK,
            ["县（市、区）", "期末企业总量", None, "食品安全抽样检验量", None],
            [None, "2022年", "2023年", "2022年", "2023年"],
            [None, "万户", "万户", "批次", "批次"],
            ["甲", 1, 2, 3, 4],
            ["赤坎", 0.8, 0.9, 3100, 3200],
            ["霞山区", 1.2, 1.3, 4100, 4200],
        ],
        merges=["A3:A5", "B3:C3", "D3:E3"],
    )

    assert values(intake) == [
        *ENTERPRISES[:2],
        ("440802", "food_inspections", "2022", "=", 0.31),
        ("440802", "food_inspections", "2023", "=", 0.32),
        *ENTERPRISES[2:],
        ("440803", "food_inspections", "2022", "=", 0.41),
        ("440803", "food_inspections", "2023", "=", 0.42),
    ]
    assert asked(intake) == []


def test_one_indicator_with_rows_of_years_or_quarters(tmp_path):
    intake = import_rows(
        tmp_path,
        {
            "年度": [
                ["霞山区期末企业总量情况表（单位：户）"],
                COUNTY_BLOCK,
                ["年份", "完成数", "同比增长"],
                ["2021年", 9800, "3%"],
                [2022, 10500, None],
            ],
            "季度": [
                ["霞山区食品安全抽样检验量统计表（2023年）"],
                COUNTY_BLOCK,
                ["季度", "当期（批次）", "累计（批次）"],
                ["一季度", 900, 900],
                ["二季度", 1000, 1900],
            ],
        },
    )

    assert values(intake) == [
        ("440803", "enterprises", "2021", "=", 0.98),
        ("440803", "enterprises", "2022", "=", 1.05),
        ("440803", "food_inspections", "2023-01/2023-03", "=", 0.09),
        ("440803", "food_inspections", "2023-01/2023-06", "=", 0.19),
        ("440803", "food_inspections", "2023-Q1", "=", 0.09),
        ("440803", "food_inspections", "2023-Q2", "=", 0.1),
    ]
    assert asked(intake) == [("C3", "derived_column")]


def test_the_long_form_with_columns_in_any_order(tmp_path):
    intake = import_rows(
        tmp_path,
        [
            CITY_BLOCK,
            ["数值", "单位", "指标", "地区", "年份", "口径"],
            [0.8, "万户", "期末企业总量", "赤坎区", 2022, None],
            [0.9, "万户", "企业总量", "湛江市赤坎区", "2023年", None],
            [12000, "户", "企业总数", "霞 山 区", "2022", None],
            [1.3, "万户", "期末企业总量", "霞山", "2023年末", None],
        ],
    )

    assert values(intake) == ENTERPRISES
    assert asked(intake) == []


def test_a_csv_file_reads_the_same_in_every_encoding(tmp_path):
    text = (
        "填报单位：湛江市市场监督管理局,填报日期：2024-03-01\r\n"
        "地区,指标,年份,数值,单位\r\n"
        "赤坎区,期末企业总量,2022年,0.8,万户\r\n"
    )
    read = []
    for encoding in ("utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes(text.encode(encoding))
        intake = import_forms([path], PLAN)
        read.append((values(intake), asked(intake)))

    assert read == [([ENTERPRISES[0]], [])] * 5


def test_groups_filled_once_totals_notes_and_a_table_continued(tmp_path):
    intake = import_rows(
        tmp_path,
        [
            ["湛江市分县区企业情况"],
            CITY_BLOCK,
            ["地区", "年份", "期末企业总量（万户）"],
            ["赤坎区", "2022年", 0.8],
            [None, "2023年", 0.9],
            ["续表"],
            ["地区", "年份", "期末企业总量（万户）"],
            ["霞山区", "2022年", 1.2],
            [None, "2023年", 1.3],
            ["合计", "2023年", 2.5],
            ["注：经开区数据含在霞山区内。"],
        ],
    )

    assert values(intake) == ENTERPRISES
    assert asked(intake) == [
        ("C10", "total_mismatch"),
        ("A11", "footnote"),
        ("A5", "filled_down"),
        ("A9", "filled_down"),
        ("A10", "total_row"),
    ]


def test_two_tables_on_a_sheet_below_and_beside_each_other(tmp_path):
    intake = import_rows(
        tmp_path,
        [
            ["湛江市报表"],
            CITY_BLOCK,
            ["指标", "2022年（万户）", None, "指标", "2023年（项）"],
            ["期末企业总量", 8.83, None, "国家标准", 122],
            [],
            ["表二", None, "单位：张"],
            ["指标", "2022年"],
            ["有效期内认证证书", 6208],
        ],
    )

    assert values(intake) == [
        ("440800", "certificates", "2022", "=", 6208.0),
        ("440800", "enterprises", "2022", "=", 8.83),
        ("440800", "national_standards", "2023", "=", 122.0),
    ]
    assert asked(intake) == []


def test_sheets_named_after_counties_are_of_those_counties(tmp_path):
    table = [["指标", "单位", "2023年"], ["期末企业总量", "万户", 0.9]]
    intake = import_rows(
        tmp_path,
        {"赤坎区": [CITY_BLOCK, *table], "经开区": [CITY_BLOCK, *table]},
    )

    assert values(intake) == [ENTERPRISES[1]]
    assert [(query.sheet, query.kind, query.severity) for query in intake.queries] == [
        ("经开区", "functional_zone", "error")
    ]
