"""A number in any notation reads back as itself or is queried, never as another number."""

from decimal import Decimal

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from evaluation_lib.observations.quantities import Doubt, parse_unit, read_quantity
from evaluation_lib.observations.quantities.numerals import chinese, read_numeral

NUMBERS = st.decimals(0, 10**9, places=4).map(lambda number: number.normalize())
FULL_WIDTH = str.maketrans("0123456789.,%-", "０１２３４５６７８９．，％－")
COMPARATORS = {
    "": "=",
    "约": "~",
    "近": "~",
    "超过": ">",
    "突破": ">",
    "不少于": ">=",
    "≥": ">=",
    "＞": ">",
    "不超过": "<=",
    "不足": "<",
}
SCALES = {"": 0, "千": 3, "万": 4, "百万": 6, "亿": 8}
BLANKS = ("", " ", "\u00a0", "\u3000", "\n", "\u200b")


def written(number: Decimal, style: str) -> str:
    plain = format(number, "f")
    if style == "grouped":
        return f"{number:,f}"
    if style == "full_width":
        return plain.translate(FULL_WIDTH)
    if style == "numeral":
        whole, _, decimals = plain.partition(".")
        words = chinese(int(whole))
        return f"{words}点{''.join(chinese(int(one)) for one in decimals)}" if decimals else words
    return plain


@settings(max_examples=600)
@given(
    number=NUMBERS,
    style=st.sampled_from(["plain", "grouped", "full_width", "numeral"]),
    prefix=st.sampled_from(sorted(COMPARATORS)),
    scale=st.sampled_from(sorted(SCALES)),
    base=st.sampled_from(["", "户"]),
    before=st.sampled_from(BLANKS),
    after=st.sampled_from(BLANKS),
    stated=st.sampled_from([None, "户", "万户"]),
)
@example(Decimal("2023.12"), "plain", "", "", "", "", "", None)
def test_a_count_reads_back_as_itself_or_is_queried(
    number, style, prefix, scale, base, before, after, stated
):
    text = before + prefix + written(number, style) + scale + base + after
    unit = parse_unit(stated) if stated else None
    reading = read_quantity(text, expected=parse_unit("户"), stated=unit)

    if reading.value is None:
        assert reading.doubts
        return
    unscaled_header = 0 if base or scale or stated != "万户" else 4
    assume(base or not (scale and stated == "万户"))
    assert reading.value == number.scaleb(SCALES[scale] + unscaled_header)
    assert reading.comparator == COMPARATORS[prefix]


@settings(max_examples=300)
@given(
    number=st.decimals(0, 100, places=3).map(lambda number: number.normalize()),
    style=st.sampled_from(["plain", "full_width", "numeral", "sign", "hundredths", "share"]),
)
def test_a_percentage_reads_back_as_itself_or_is_queried(number, style):
    text = {
        "sign": f"{number:f}%",
        "hundredths": f"百分之{written(number, 'numeral')}",
        "share": f"{number.scaleb(-2):f}",
    }.get(style) or written(number, style)
    reading = read_quantity(text, expected=parse_unit("%"), stated=parse_unit("%"))

    if reading.value is None:
        assert reading.doubts == (Doubt.TENFOLD,)
        # The truth is always among the proposals.
        values = [read_quantity(one, expected=parse_unit("%")).value for one in reading.proposals]
        assert number in values
    else:
        assert reading.value == number


@settings(max_examples=300)
@given(
    text=st.text(
        alphabet="0123456789.,，。-~－—至万亿千百十三两点%％约超过≥（）() 户年月 /", max_size=9
    )
)
def test_any_scribble_gives_a_number_written_in_it_or_none(text):
    reading = read_quantity(text, expected=parse_unit("户"), stated=parse_unit("户"))

    if reading.value is not None:
        digits = {one for one in f"{reading.value.normalize():f}" if one in "123456789"}
        ascii_text = text.translate({0xFF10 + digit: str(digit) for digit in range(10)})
        words = dict(zip("一二三四五六七八九两", "1234567892", strict=True))
        seen = {words.get(one, one) for one in ascii_text} | ({"1"} if "十" in text else set())
        assert digits <= seen


@given(st.integers(0, 10**12 - 1))
@example(0)
@example(10)
@example(10_020)
@example(100_000_001)
@example(1_0000_0000)
def test_a_numeral_reads_back_as_its_number(number):
    assert read_numeral(chinese(number)) == number


def test_a_numeral_that_speech_shortens_is_not_certain():
    assert chinese(10_020) == "一万零二十"
    assert read_numeral("十二") == 12
    assert read_numeral("两千") == 2000
    assert read_numeral("三十二点五") == Decimal("32.5")
    assert [read_numeral(text) for text in ("三万二", "一百二", "三二", "二〇二三", "百", "")] == [
        None
    ] * 6
