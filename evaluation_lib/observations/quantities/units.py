"""Units of measure as forms write them."""

from __future__ import annotations

import re
from functools import cache

from evaluation_lib.observations.quantities.characters import plain
from evaluation_lib.observations.quantities.model import Unit

SCALES = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "十亿": 9,
    "亿": 8,
    "千万": 7,
    "百万": 6,
    "十万": 5,
    "万": 4,
    "千": 3,
    "百": 2,
}
_SCALE = re.compile(f"^({'|'.join(SCALES)})(?=.)")
_LABEL = re.compile(r"^(计量)?单位[::]?")
_PERCENT = {"%": 0, "百分比": 0, "百分数": 0, "百分率": 0, "‰": -1, "千分比": -1}
# Spellings of one and the same unit; 户, 家 and 个 are left apart, because returns use them for
# different things.
_SAME = {"批": "批次", "人民币元": "元", "圆": "元"}
# A yearly flow is written with and without its year; any other denominator changes the measure.
_YEARLY = re.compile(r"(/年|每年)$")
_NOT_A_UNIT = re.compile(r"[0-9=<>≥≤≈~:;,。、!?#()\[\]]")
_LONGEST = 12


@cache
def parse_unit(text: str) -> Unit | None:
    """Read a unit such as `万批次/年`, `（万户）` or `单位：亿元`; None where it is none.

    What is counted may be any short word: whether it fits is seen when it meets the plan's unit.
    """
    word = plain(text).replace(" ", "")
    word = _LABEL.sub("", word)
    while word[:1] in "([" and word[-1:] in ")]" and len(word) > 2:
        word = word[1:-1]
    if word in _PERCENT:
        return Unit(word, "%", _PERCENT[word])
    word = _YEARLY.sub("", word).removeprefix("人民币")
    if not word or len(word) > _LONGEST or _NOT_A_UNIT.search(word):
        return None
    found = _SCALE.match(word)
    power = SCALES[found[1]] if found else 0
    base = word[len(found[1]) :] if found else word
    if base in SCALES or base in {"%", "‰"}:
        return None
    return Unit(word, _SAME.get(base, base), power)
