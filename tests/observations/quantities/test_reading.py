"""Cells of every kind a form has shown: the value, or why there is none."""

from decimal import Decimal

import pytest

from evaluation_lib.observations.quantities import Doubt, Reading, parse_unit, read_quantity


def read(text: str, expected: str, stated: str | None = None) -> Reading:
    return read_quantity(
        text, expected=parse_unit(expected), stated=parse_unit(stated) if stated else None
    )


@pytest.mark.parametrize(
    ("text", "expected", "stated", "value", "comparator", "doubts"),
    [
        pytest.param("36.7", "万户", "万户", "36.7", "=", [], id="as it stands"),
        pytest.param("0", "项", "项", "0", "=", [], id="zero is a value"),
        pytest.param("-3", "项", "项", "-3", "=", [], id="negative is left to the bounds"),
        pytest.param("３６．７", "万户", "万户", "36.7", "=", ["full_width"], id="full width"),
        pytest.param("５０％", "%", "%", "50", "=", ["full_width"], id="full-width per cent"),
        pytest.param("\u00a036.7 ", "万户", "万户", "36.7", "=", ["spaces"], id="blanks"),
        pytest.param("'36.7", "万户", "万户", "36.7", "=", ["spaces"], id="apostrophe"),
        pytest.param("6,590", "张", "张", "6590", "=", ["grouped"], id="thousands"),
        pytest.param("三十二", "项", "项", "32", "=", ["numeral"], id="numeral"),
        pytest.param(
            "三十二万户", "万户", "万户", "32", "=", ["cell_unit", "numeral"], id="万 in it"
        ),
        pytest.param("百分之一点七六", "%", "%", "1.76", "=", ["numeral"], id="per cent in words"),
        pytest.param("1.76%", "%", "%", "1.76", "=", [], id="per cent"),
        pytest.param("17.6‰", "%", "%", "1.76", "=", ["cell_unit"], id="per mille"),
        pytest.param("7380", "亿元", "万元", "0.738", "=", [], id="header unit"),
        pytest.param(
            "7380万元", "亿元", "亿元", "0.738", "=", ["cell_unit"], id="cell over header"
        ),
        pytest.param(
            "32.45万", "万户", "户", "32.45", "=", ["scaled"], id="万 over a plain header"
        ),
        pytest.param("32.45万", "万户", None, "32.45", "=", ["scaled"], id="万 without header"),
        pytest.param("约3.67万批次", "万批次/年", None, "3.67", "~", ["comparator"], id="about"),
        pytest.param("超过5", "亿元", "亿元", "5", ">", ["comparator"], id="more than"),
        pytest.param("突破15000", "亿元", "万元", "1.5", ">", ["comparator"], id="broke through"),
        pytest.param("不少于3", "项", "项", "3", ">=", ["comparator"], id="no fewer than"),
        pytest.param("≥5%", "%", "%", "5", ">=", ["comparator"], id="at least"),
        pytest.param("不超过5", "%", "%", "5", "<=", ["comparator"], id="no more than"),
        pytest.param("不足5", "项", "项", "5", "<", ["comparator"], id="less than"),
        pytest.param("100以上", "项", "项", "100", ">=", ["comparator"], id="and above"),
        pytest.param("30多万户", "万户", "万户", "30", ">", ["comparator"], id="and some"),
    ],
)
def test_a_quantity_is_read_with_what_is_not_literal(
    text, expected, stated, value, comparator, doubts
):
    reading = read(text, expected, stated)

    assert reading.value == Decimal(value)
    assert reading.comparator == comparator
    assert list(reading.doubts) == doubts


@pytest.mark.parametrize(
    ("text", "expected", "stated", "proposals"),
    [
        pytest.param("32.45万", "万户", "万户", ("324500户", "324500万户"), id="万 under 万"),
        pytest.param("三十二万", "万户", "万户", ("320000户", "320000万户"), id="in words"),
        pytest.param("0.0176", "%", "%", ("0.0176%", "1.76%"), id="share or per cent"),
        pytest.param("1", "%", "%", ("1%", "100%"), id="one or all"),
        pytest.param("≥0.5", "%", None, (">=0.5%", ">=50%"), id="bound"),
    ],
)
def test_of_two_readings_tenfold_apart_none_is_taken(text, expected, stated, proposals):
    reading = read(text, expected, stated)

    assert reading.value is None
    assert reading.doubts == (Doubt.TENFOLD,)
    assert reading.proposals == proposals


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("", Doubt.NOT_REPORTED),
        ("　", Doubt.NOT_REPORTED),
        ("/", Doubt.NOT_APPLICABLE),
        ("—", Doubt.NOT_APPLICABLE),
        ("－", Doubt.NOT_APPLICABLE),
        ("不适用", Doubt.NOT_APPLICABLE),
        ("无", Doubt.NONE_OR_ZERO),
        ("暂无", Doubt.PENDING),
        ("暂无数据", Doubt.PENDING),
        ("待定", Doubt.PENDING),
        ("…", Doubt.PENDING),
        ("同上", Doubt.SAME_AS),
        ("见附件", Doubt.ELSEWHERE),
        ("详见附表2", Doubt.UNREADABLE),
        ("数据由省局统一发布", Doubt.NOT_PUBLISHED),
        ("以省局公布为准", Doubt.NOT_PUBLISHED),
        ("涉密", Doubt.WITHHELD),
        ("#REF!", Doubt.FORMULA_ERROR),
        ("#N/A", Doubt.FORMULA_ERROR),
    ],
)
def test_each_missing_word_keeps_its_meaning(text, doubt):
    assert read(text, "项", "项").doubts == (doubt,)


@pytest.mark.parametrize(
    ("text", "doubt", "proposals"),
    [
        ("3-4", Doubt.RANGE, (">=3", "<=4")),
        ("3～4", Doubt.RANGE, (">=3", "<=4")),
        ("3至4项", Doubt.RANGE, (">=3项", "<=4项")),
        ("1月2日", Doubt.DATE, ()),
        ("2023-01-02", Doubt.DATE, ()),
        ("1/2", Doubt.DATE, ()),
        ("2023.12", Doubt.DATE, ("2023.12项",)),
        ("12（含经开区）", Doubt.ANNOTATED, ("12",)),
        ("3 670", Doubt.UNREADABLE, ("3670",)),
        ("3。67", Doubt.UNREADABLE, ("3.67",)),
        ("32，45", Doubt.UNREADABLE, ("32.45",)),
        ("三万二", Doubt.UNREADABLE, ()),
        ("3万5千", Doubt.UNREADABLE, ()),
        ("007", Doubt.UNREADABLE, ()),
        ("1.2E+05", Doubt.UNREADABLE, ()),
        ("约100以上", Doubt.UNREADABLE, ()),
        ("2020年240", Doubt.UNREADABLE, ()),
        ("=HYPERLINK(1)", Doubt.UNREADABLE, ()),
        ("+cmd|' /C calc'!A0", Doubt.UNREADABLE, ()),
        ("①", Doubt.UNREADABLE, ()),
        ("5²", Doubt.WRONG_UNIT, ()),
        ("5件", Doubt.WRONG_UNIT, ()),
        ("5个百分点", Doubt.WRONG_UNIT, ()),
        ("3.67%", Doubt.WRONG_UNIT, ()),
    ],
)
def test_what_is_not_certain_is_refused(text, doubt, proposals):
    reading = read(text, "项", "项")

    assert reading.value is None
    assert reading.doubts == (doubt,)
    assert reading.proposals == proposals


def test_trailing_zeros_count_as_decimals_of_the_unit_asked_for():
    assert read("4.10", "%", "%").decimals == 2
    assert read("42610", "万户", "户").decimals == 4


def test_a_reading_cannot_both_give_and_refuse_a_value():
    with pytest.raises(ValueError, match="exclude each other"):
        Reading("x", value=Decimal(1), doubts=(Doubt.RANGE,))
