"""What a cell shows, what it stores, and what the plan makes of it: in doubt, no value."""

import pytest

from tests.observations.forms.form_builder import (
    CITY_BLOCK,
    COUNTY_BLOCK,
    asked,
    import_rows,
    values,
)


def one_cell(
    tmp_path, value, *, indicator="期末企业总量", unit="万户", block=CITY_BLOCK, code=None
):
    """Import a form with one value, in C3."""
    rows = [block, ["指标", "单位", "2023年"], [indicator, unit, value]]
    return import_rows(tmp_path, rows, formats={"C3": code} if code else None)


@pytest.mark.parametrize(
    ("value", "code", "taken"),
    [
        pytest.param(0.0176, "0.00%", 1.76, id="per cent by format"),
        pytest.param(0.017600000000000001, "0.00%", 1.76, id="binary noise"),
        pytest.param("1.76%", None, 1.76, id="per cent as text"),
        pytest.param(1.76, "General", 1.76, id="number under a header in per cent"),
        pytest.param(1.76, '0.00"%"', 1.76, id="sign in the format"),
    ],
)
def test_per_cent_in_every_spelling_is_the_same(tmp_path, value, code, taken):
    name = "生产领域市级工业产品质量监督抽查覆盖率"
    intake = one_cell(tmp_path, value, indicator=name, unit="%", code=code)

    assert values(intake) == [("440800", "product_inspection_coverage", "2023", "=", taken)]
    assert asked(intake) == []


def test_trailing_zeros_that_the_format_shows_are_kept_in_the_raw_text(tmp_path):
    intake = one_cell(tmp_path, 9.6, code="0.00")

    assert list(intake.observations["raw"]) == ["9.60"]


@pytest.mark.parametrize(
    ("value", "options", "kind", "proposed"),
    [
        pytest.param(
            0.0176,
            {"indicator": "明厨亮灶覆盖率", "unit": "%"},
            "tenfold",
            ("0.0176%", "1.76%"),
            id="share or per cent",
        ),
        pytest.param(
            0.738,
            {"indicator": "知识产权质押融资金额", "unit": "万元"},
            "tenfold",
            ("0.738万元", "0.738亿元"),
            id="亿 under 万",
        ),
        pytest.param(
            7380,
            {"indicator": "知识产权质押融资金额", "unit": "亿元"},
            "tenfold",
            ("7380亿元", "7380万元"),
            id="万 under 亿",
        ),
        pytest.param(96100, {}, "tenfold", ("96100万户", "96100户"), id="户 under 万户"),
        pytest.param(9.61, {"unit": "户"}, "fraction", ("9.61万户",), id="part of a 户"),
        pytest.param(96100, {"unit": None}, "tenfold", ("96100万户", "96100户"), id="no unit"),
        pytest.param(
            3000,
            {"indicator": "药品抽检批次数", "unit": "万批次"},
            "tenfold",
            ("3000万批次", "3000批次"),
            id="large, and the plan has no figure",
        ),
        pytest.param(
            101,
            {"indicator": "明厨亮灶覆盖率", "unit": "%"},
            "out_of_bounds",
            ("1.01%",),
            id="above 100 %",
        ),
        pytest.param(-3, {}, "out_of_bounds", (), id="negative"),
        pytest.param(0, {}, "zero_or_missing", (), id="zero where millions were"),
        pytest.param(
            2023,
            {"indicator": "企业标准", "unit": "项"},
            "year_as_value",
            ("2023项",),
            id="the year",
        ),
        pytest.param(
            12.5,
            {"indicator": "国家标准", "unit": "项"},
            "fraction",
            ("12.5万项",),
            id="half a standard",
        ),
        pytest.param(961, {"unit": "件"}, "wrong_unit", (), id="件 for 户"),
        pytest.param(9.61, {"unit": "见说明"}, "wrong_unit", (), id="no unit at all"),
        pytest.param(
            9.61,
            {"indicator": "期末企业总量（户）"},
            "unit_conflict",
            ("9.61万户", "9.61户"),
            id="two units",
        ),
        pytest.param(96100, {"unit": "户", "code": "0,"}, "disguised", (), id="format scales"),
        pytest.param(9.61, {"code": "yyyy-mm-dd"}, "date", (), id="shown as a date"),
        pytest.param("#REF!", {}, "formula_error", (), id="formula error"),
        pytest.param("=1+1", {}, "formula_uncached", (), id="never computed"),
    ],
)
def test_a_doubtful_value_is_asked_about_and_not_taken(tmp_path, value, options, kind, proposed):
    intake = one_cell(tmp_path, value, **options)

    assert values(intake) == []
    assert asked(intake) == [("C3", kind)]
    assert intake.queries[0].proposed == proposed


def test_a_county_may_be_small_but_not_larger_than_the_city(tmp_path):
    small = one_cell(tmp_path, 0.05, block=COUNTY_BLOCK)
    large = one_cell(tmp_path, 500, block=COUNTY_BLOCK)

    assert values(small) == [("440803", "enterprises", "2023", "=", 0.05)]
    assert asked(large) == [("C3", "tenfold")]


def test_a_large_value_that_no_scale_explains_is_taken_with_a_warning(tmp_path):
    intake = one_cell(tmp_path, 114.92, indicator="知识产权质押融资金额", unit="亿元")

    assert values(intake) == [("440800", "ip_pledge_financing", "2023", "=", 114.92)]
    assert asked(intake) == [("C3", "implausible")]


def test_a_unit_that_nobody_names_is_asked_about_once(tmp_path):
    rows = [CITY_BLOCK, ["指标", "2022年", "2023年"], ["期末企业总量", 8.83, 9.61]]
    intake = import_rows(tmp_path, rows)

    assert len(values(intake)) == 2
    assert asked(intake) == [("B3", "unit_assumed")]


def test_a_value_merged_over_several_cells_belongs_to_none(tmp_path):
    rows = [CITY_BLOCK, ["指标", "单位", "2022年", "2023年"], ["国家标准", "项", 119, None]]
    intake = import_rows(tmp_path, rows, merges=["C3:D3"])

    assert values(intake) == []
    assert asked(intake) == [("C3", "merged_value")]


def test_blank_is_not_zero_and_weighs_more_for_a_binding_indicator(tmp_path):
    rows = [
        CITY_BLOCK,
        ["指标", "单位", "2022年", "2023年"],
        ["期末企业总量", "万户", 8.83, None],
        ["食品安全抽样检验量", "万批次/年", 3.51, None],
        ["团体标准", "项", 0, "—"],
    ]
    intake = import_rows(tmp_path, rows)

    assert [(one.cell, one.kind, one.severity) for one in intake.queries] == [
        ("C5", "zero_or_missing", "error"),
        ("D4", "not_reported", "warning"),
        ("D3", "not_reported", "note"),
        ("D5", "not_applicable", "note"),
    ]


def test_a_county_may_well_have_none(tmp_path):
    intake = one_cell(tmp_path, 0, indicator="团体标准", unit="项", block=COUNTY_BLOCK)

    assert values(intake) == [("440803", "group_standards", "2023", "=", 0.0)]
