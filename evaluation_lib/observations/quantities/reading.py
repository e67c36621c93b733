"""One cell: text in, a value with its doubts out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from evaluation_lib.observations.quantities.characters import (
    is_full_width,
    plain,
    without_apostrophe,
)
from evaluation_lib.observations.quantities.missing import missing_meaning
from evaluation_lib.observations.quantities.model import Doubt, Reading, Unit
from evaluation_lib.observations.quantities.numerals import NUMERAL_CHARACTERS, read_numeral
from evaluation_lib.observations.quantities.units import SCALES, parse_unit
from evaluation_lib.observations.table import Comparator

_PREFIXES = {
    "≥": Comparator.AT_LEAST,
    ">=": Comparator.AT_LEAST,
    "=>": Comparator.AT_LEAST,
    "不少于": Comparator.AT_LEAST,
    "不低于": Comparator.AT_LEAST,
    "不小于": Comparator.AT_LEAST,
    "至少": Comparator.AT_LEAST,
    ">": Comparator.MORE_THAN,
    "超过": Comparator.MORE_THAN,
    "超": Comparator.MORE_THAN,
    "突破": Comparator.MORE_THAN,
    "大于": Comparator.MORE_THAN,
    "高于": Comparator.MORE_THAN,
    "多于": Comparator.MORE_THAN,
    "逾": Comparator.MORE_THAN,
    "≤": Comparator.AT_MOST,
    "<=": Comparator.AT_MOST,
    "=<": Comparator.AT_MOST,
    "不超过": Comparator.AT_MOST,
    "不高于": Comparator.AT_MOST,
    "不多于": Comparator.AT_MOST,
    "不大于": Comparator.AT_MOST,
    "至多": Comparator.AT_MOST,
    "<": Comparator.LESS_THAN,
    "低于": Comparator.LESS_THAN,
    "少于": Comparator.LESS_THAN,
    "小于": Comparator.LESS_THAN,
    "不足": Comparator.LESS_THAN,
    "不到": Comparator.LESS_THAN,
    "约": Comparator.ABOUT,
    "约为": Comparator.ABOUT,
    "大约": Comparator.ABOUT,
    "近": Comparator.ABOUT,
    "将近": Comparator.ABOUT,
    "接近": Comparator.ABOUT,
    "≈": Comparator.ABOUT,
    "~": Comparator.ABOUT,
}
_SUFFIXES = {
    "以上": Comparator.AT_LEAST,
    "以下": Comparator.AT_MOST,
    "以内": Comparator.AT_MOST,
    "左右": Comparator.ABOUT,
    "上下": Comparator.ABOUT,
    "多": Comparator.MORE_THAN,
    "余": Comparator.MORE_THAN,
}


def _any_of(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_DIGITS = r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[1-9][0-9]*|0)(?:\.[0-9]+)?|-?\.[0-9]+"
_QUANTITY = re.compile(
    rf"^(?P<prefix>{_any_of(_PREFIXES)})?\s*"
    rf"(?:(?P<hundredths>百分之)(?P<share>[{NUMERAL_CHARACTERS}]+|{_DIGITS})"
    rf"|(?P<digits>{_DIGITS})|(?P<numeral>[{NUMERAL_CHARACTERS}]+))"
    rf"(?P<more>多|余)?\s*(?P<scale>{_any_of(SCALES)})?(?P<more_still>多|余)?\s*"
    rf"(?P<unit>[(]?[^\s0-9()\-~]{{1,12}}?[)]?)??\s*(?P<suffix>以上|以下|以内|左右|上下)?$"
)
_RANGE = re.compile(
    r"^(?P<low>[0-9][0-9.,]*)(?P<low_unit>[^0-9\-~—–至到.,]*)(-|~|—|–|——|--|至|到)"
    r"(?P<high>[0-9][0-9.,]*)(?P<unit>[^0-9]*)$"
)
_DATE = re.compile(
    r"^([0-9]{4}[-/.年][0-9]{1,2}([-/.月][0-9]{0,2}日?)?|[0-9]{1,2}月[0-9]{1,2}日?|[0-9]{1,2}/[0-9]{1,2}"
    r"(/[0-9]{2,4})?|[0-9]{1,2}-[A-Za-z]{3}|[A-Za-z]{3}-[0-9]{1,2}|[0-9]{4}-[0-9]{2}-[0-9]{2}T?.*)$"
)
# 2023.12 in a column of numbers is December as often as a number.
_YEAR_AND_MONTH = re.compile(r"^20[0-3][0-9]\.(0?[1-9]|1[0-2])$")
_NOTED = re.compile(r"^(?P<core>.*[^\s(])\s*[(](?P<note>[^()]+)[)]$")
_BLANKS_IN_NUMBER = re.compile(r"(?<=[0-9.,])\s+(?=[0-9.,])")
_OTHER_POINT = re.compile(r"^(-?[0-9]+)[。·,、](?=[0-9]+$)")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A quantity taken apart; `number` is counted in 10^`power` of the unit named or understood."""

    number: Decimal
    power: int
    comparator: Comparator
    unit: Unit | None
    doubts: tuple[Doubt, ...]


def read_quantity(raw: str, *, expected: Unit, stated: Unit | None = None) -> Reading:
    """Read the text of one cell as a quantity in the unit `expected`.

    A unit in the cell rules over `stated`, and `stated` over `expected`. Where two readings differ
    tenfold or more, none is taken and both are proposed.

    Args:
        raw: As written; a cell shown in per cent is given with its sign, such as `1.76%`.
        expected: Unit of the plan.
        stated: Unit printed in the header, row or title of the table; None where there is none.
    """
    text = plain(raw)
    missing = missing_meaning(text)
    if missing is not None:
        return Reading(raw, doubts=(missing,))
    text = without_apostrophe(text)
    parts = _take_apart(text)
    if parts is None:
        return _refusal(raw, text, expected, stated)
    reading = _in_unit(raw, parts, _tidiness(raw), expected, stated)
    if reading.doubts == (Doubt.WRONG_UNIT,) and text.endswith(")"):
        return _refusal(raw, text, expected, stated)
    return reading


def _tidiness(raw: str) -> tuple[Doubt, ...]:
    if is_full_width(raw):
        return (Doubt.FULL_WIDTH,)
    return () if raw == without_apostrophe(plain(raw)) else (Doubt.SPACES,)


def _take_apart(text: str) -> _Parts | None:
    found = _QUANTITY.match(text)
    if found is None:
        return None
    numeral = found["numeral"] or found["share"] or ""
    is_words = bool(numeral) and not numeral[-1].isascii()
    number = read_numeral(numeral) if is_words else _decimal(found["digits"] or found["share"])
    words = [found[name] for name in ("more", "more_still", "suffix") if found[name]]
    comparators = [_SUFFIXES[word] for word in words]
    if found["prefix"]:
        comparators.append(_PREFIXES[found["prefix"]])
    unit = parse_unit(found["unit"]) if found["unit"] else None
    if number is None or len(comparators) > 1 or (found["unit"] and unit is None):
        return None
    if found["hundredths"]:
        if unit is not None or found["scale"]:
            return None
        unit = parse_unit("%")
    power = SCALES[found["scale"]] if found["scale"] else 0
    if unit is not None and (unit.base == "%" or unit.power) and power:
        return None
    doubts: tuple[Doubt, ...] = ()
    if is_words:
        doubts += (Doubt.NUMERAL,)
        if set(numeral) & set("万亿萬億") and unit is None:
            doubts += (Doubt.SCALED,)
    if power:
        doubts += (Doubt.SCALED,)
    if comparators:
        doubts += (Doubt.COMPARATOR,)
    if "," in (found["digits"] or ""):
        doubts += (Doubt.GROUPED,)
    return _Parts(number, power, (*comparators, Comparator.EQUAL)[0], unit, doubts)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _in_unit(
    raw: str, parts: _Parts, tidy: tuple[Doubt, ...], expected: Unit, stated: Unit | None
) -> Reading:
    unit = parts.unit
    if unit is None and Doubt.SCALED in parts.doubts:
        given = stated or expected
        if given.base == "%":
            return Reading(raw, doubts=(Doubt.UNREADABLE,))
        plain_unit = Unit(given.base, given.base, 0)
        if stated is not None and stated.power:
            return _two_readings(raw, parts, (plain_unit, stated))
        unit = plain_unit
    elif unit is None:
        unit = stated or expected
        if unit.base == "%" and unit.power == 0 and 0 < abs(parts.number) <= 1:
            return _percent_or_share(raw, parts)
        if _YEAR_AND_MONTH.match(plain(raw)):
            return Reading(raw, doubts=(Doubt.DATE,), proposals=(f"{plain(raw)}{unit.text}",))
    if unit.base != expected.base:
        return Reading(raw, doubts=(Doubt.WRONG_UNIT,))
    doubts = parts.doubts + tidy
    if parts.unit is not None:
        doubts = tuple(doubt for doubt in doubts if doubt is not Doubt.SCALED)
        if not _same(parts, stated or expected):
            doubts = (Doubt.CELL_UNIT, *doubts)
    value = unit.scaled(parts.number.scaleb(parts.power), expected)
    is_given = parts.unit is not None or stated is not None
    return Reading(
        raw, value, parts.comparator, _decimals(value), doubts, unit=unit, unit_given=is_given
    )


def _same(parts: _Parts, stated: Unit) -> bool:
    unit = parts.unit
    return unit is not None and (unit.base, unit.power + parts.power) == (stated.base, stated.power)


def _two_readings(raw: str, parts: _Parts, units: tuple[Unit, ...]) -> Reading:
    sign = "" if parts.comparator is Comparator.EQUAL else str(parts.comparator)
    proposals = tuple(
        f"{sign}{_written(parts.number.scaleb(parts.power))}{unit.text}" for unit in units
    )
    return Reading(raw, doubts=(Doubt.TENFOLD,), proposals=proposals)


def _percent_or_share(raw: str, parts: _Parts) -> Reading:
    sign = "" if parts.comparator is Comparator.EQUAL else str(parts.comparator)
    proposals = (f"{sign}{_written(parts.number)}%", f"{sign}{_written(parts.number.scaleb(2))}%")
    return Reading(raw, doubts=(Doubt.TENFOLD,), proposals=proposals)


def _refusal(raw: str, text: str, expected: Unit, stated: Unit | None) -> Reading:
    if _DATE.match(text):
        return Reading(raw, doubts=(Doubt.DATE,))
    if found := _RANGE.match(text):
        unit = found["unit"] or found["low_unit"]
        both = (f">={found['low']}{unit}", f"<={found['high']}{unit}")
        return Reading(raw, doubts=(Doubt.RANGE,), proposals=_readable(both, expected, stated))
    if found := _NOTED.match(text):
        core = _readable((found["core"],), expected, stated)
        return Reading(raw, doubts=(Doubt.ANNOTATED if core else Doubt.UNREADABLE,), proposals=core)
    guesses = (_BLANKS_IN_NUMBER.sub("", text), _OTHER_POINT.sub(r"\1.", text))
    other = tuple(dict.fromkeys(guess for guess in guesses if guess != text))
    proposals = _readable(other, expected, stated)
    return Reading(raw, doubts=(Doubt.UNREADABLE,), proposals=proposals)


def _readable(texts: tuple[str, ...], expected: Unit, stated: Unit | None) -> tuple[str, ...]:
    """Return those of `texts` that would be read, so that confirming one settles the matter."""
    return tuple(
        text
        for text in texts
        if _take_apart(text) is not None
        and read_quantity(text, expected=expected, stated=stated).value is not None
    )


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _written(value: Decimal) -> str:
    return format(value, "f")
