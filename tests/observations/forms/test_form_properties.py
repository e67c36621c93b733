"""Whatever the layout and the notation: the value that was meant, or a question, and no loss."""

import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation_lib.observations.quantities.numerals import chinese
from tests.observations.forms.form_builder import PLAN, import_rows

PLACES = {"440802": ("赤坎区", "赤坎"), "440803": ("霞山区", "湛江市霞山区")}
YEARS = ("2021", "2022", "2023")
# Indicator: name, unit of the plan, power of ten of that unit, largest value of a county in it.
INDICATORS = {
    "enterprises": ("期末企业总量", "户", 4, 3),
    "trademarks": ("商标有效注册量", "件", 4, 2),
    "certificates": ("有效期内认证证书", "张", 0, 3000),
    "ip_pledge_financing": ("知识产权质押融资金额", "元", 8, 3),
}
WORDS = {"": "=", "约": "~", "超过": ">", "不少于": ">=", "不超过": "<="}
SCALE_WORDS = {0: "", 4: "万", 8: "亿"}
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")


@st.composite
def notations(draw, power, limit):
    """Return a count in base units, and how a clerk writes it under some header unit."""
    count = draw(st.integers(1, limit * 10**power))
    header_power = draw(st.sampled_from([0, power, None]))
    cell_power = draw(st.sampled_from([None, 0, 4, power]))
    word = draw(st.sampled_from(sorted(WORDS)))
    style = draw(st.sampled_from(["number", "text", "full", "grouped", "numeral", "slip"]))
    written_in = cell_power if cell_power is not None else (header_power or 0)
    if header_power is None and cell_power is None:
        written_in = power
    number = Decimal(count).scaleb(-written_in).normalize()
    if style == "slip":  # the digits of another unit than the one that is named
        cell_power, word = None, ""
        number = Decimal(count).scaleb(-draw(st.sampled_from([0, 2, 4, 8]))).normalize()
    return count, number, header_power, cell_power, word, style


def text_of(number, cell_power, word, style, base):
    suffix = "" if cell_power is None else f"{SCALE_WORDS[cell_power]}{base}"
    if style in {"number", "slip"} and not word and not suffix:
        return float(number)
    plain = f"{number:f}"
    if style == "full":
        plain = plain.translate(FULL_WIDTH)
    elif style == "grouped":
        plain = f"{number:,f}"
    elif style == "numeral" and number == int(number):
        plain = chinese(int(number))
    return f"{word}{plain}{suffix}"


@settings(max_examples=150)
@given(data=st.data())
def test_a_form_gives_what_was_meant_or_asks(data):
    layout = data.draw(st.sampled_from("ABCD"))
    key = data.draw(st.sampled_from(sorted(INDICATORS)))
    name, base, power, limit = INDICATORS[key]
    meant, cells, header_power = {}, {}, None
    for code in PLACES:
        for year in YEARS:
            drawn = data.draw(notations(power, limit))
            if not cells:
                header_power = drawn[2]
            count, number, _, cell_power, word, style = drawn
            if cell_power is None and style != "slip":
                number = Decimal(count).scaleb(-(power if header_power is None else header_power))
            meant[code, year] = (Decimal(count).scaleb(-power), WORDS[word], style == "slip")
            cells[code, year] = text_of(number.normalize(), cell_power, word, style, base)
    unit = None if header_power is None else f"{SCALE_WORDS[header_power]}{base}"

    with tempfile.TemporaryDirectory() as folder:
        intake = import_rows(Path(folder), sheets(layout, name, unit, cells))

    taken = {
        (row["jurisdiction"], row["period"]): row for row in intake.observations.to_dict("records")
    }
    for slot, (value, comparator, slipped) in meant.items():
        row = taken.get(slot)
        if row is not None and not slipped:
            assert Decimal(repr(row["value"])) == value
            assert row["comparator"] == comparator
        if row is None:
            assert intake.queries
        elif slipped:
            # A slip is taken in silence only where it could be a county's true value.
            target = PLAN.indicator(key).target
            cell = row["cell"].rpartition("!")[2]
            assert 0 < row["value"] <= 3 * target or cell in {one.cell for one in intake.queries}
    assert len(taken) + sum(one.severity == "error" for one in intake.queries) >= len(meant)


def sheets(layout, name, unit, cells):
    """Lay the same cells out as one of the layouts."""
    block = ["填报单位：湛江市市场监督管理局", "填报日期：2024-03-01"]
    titled = [["湛江市指标表"], block] + ([["单位：" + unit]] if unit else [])
    if layout == "D":
        rows = [["地区", "指标", "年份", "数值"]]
        for (code, year), cell in cells.items():
            rows.append([PLACES[code][1], name, f"{year}年", cell])
        return {"长表": titled + rows}
    if layout == "B":
        years = [f"{year}年" for year in YEARS]
        rows = [["县区", name, None, None], [None, *years]]
        for code, names in PLACES.items():
            rows.append([names[0], *(cells[code, year] for year in YEARS)])
        return {"分县区": titled + rows}
    if layout == "A":
        return {
            names[0]: [
                *titled,
                ["指标", "单位", *YEARS],
                [name, unit, *(cells[code, year] for year in YEARS)],
            ]
            for code, names in PLACES.items()
        }
    return {
        names[0]: [
            [f"{names[0]}{name}情况表"],
            *titled[1:],
            ["年份", "完成数"],
            *([f"{year}年", cells[code, year]] for year in YEARS),
        ]
        for code, names in PLACES.items()
    }
