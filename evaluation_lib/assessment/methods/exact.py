"""What data hand to the methods, read as exact numbers, so that 60 % is 60 %.

In binary arithmetic 3/5 of the way can come out a hair below 0.6 and lose a class. Here every input
is the fraction that its shortest decimal notation says, and only results become floats again.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from numbers import Rational, Real
from typing import TypeVar

from evaluation_lib.plan.model import Direction

Known = TypeVar("Known")

# Growth near zero loses up to as many digits as a double has, and years divide it further: of the
# 80 digits worked with, the 40 that a result is settled to are all true.
_WORKING = Context(prec=80, Emin=-9999, Emax=9999, traps=[])
_SETTLED_DIGITS = 40


class NotJudged(Exception):  # noqa: N818 (an answer on its way out, not an error)
    """A method cannot judge these data; its public function answers with `reason`.

    Attributes:
        reason: Key of `REASONS`.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def exact(value: object) -> Fraction | None:
    """Return the number that `value` is written as, or None where it is no finite number.

    Truth values are no measurements and count as none.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, Rational):
        return Fraction(int(value.numerator), int(value.denominator))
    if not isinstance(value, (Real, Decimal)):
        return None
    number = Decimal(str(value))
    return Fraction(number) if number.is_finite() else None


def is_blank(value: object) -> bool:
    """Return whether `value` is an empty cell: None, or what numpy and pandas put in its place."""
    if isinstance(value, Rational):
        return False
    return value is None or str(value).strip().lower() in ("", "nan", "<na>", "nat")


def needed(known: Known | None, reason: str) -> Known:
    """Return `known`, or end the judgement for `reason` where it is None.

    Raises:
        NotJudged: `known` is None.
    """
    if known is None:
        raise NotJudged(reason)
    return known


def dated(values: Mapping[int, float | None] | None) -> dict[Fraction, Fraction]:
    """Return the values that are numbers, by year."""
    given = {} if values is None else values
    pairs = ((exact(year), exact(value)) for year, value in given.items())
    return {year: value for year, value in pairs if year is not None and value is not None}


def sign_of(direction: str | None) -> int:
    """Return +1 where higher is better and -1 where lower is.

    Raises:
        NotJudged: The direction is blank.
        ValueError: The direction is another word.
    """
    if is_blank(direction):
        raise NotJudged("no_direction")
    return 1 if Direction(str(direction)) is Direction.HIGHER else -1


def as_float(number: Fraction, *, short_of: int | None = None) -> float:
    """Return the float nearest to `number`.

    Args:
        number: Exact result.
        short_of: Limit that a smaller number must not reach by rounding.

    Raises:
        NotJudged: No float is large enough.
    """
    try:
        rounded = float(number)
    except OverflowError:
        raise NotJudged("out_of_range") from None
    if short_of is not None and number < short_of <= rounded:
        return _largest_below(short_of)
    return rounded


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Return the positive number `base` raised to `exponent`, to some 80 digits.

    Raises:
        NotJudged: The result has more than 9999 digits.
    """
    with localcontext(_WORKING):
        return _finite(_decimal(base) ** _decimal(exponent))


def logarithm(number: Fraction) -> Fraction:
    """Return the natural logarithm of a positive `number`, to some 80 digits.

    Raises:
        NotJudged: `number` itself has more than 9999 digits.
    """
    with localcontext(_WORKING):
        return _finite(_decimal(number).ln())


def exponential(number: Fraction) -> Fraction:
    """Return e raised to `number`, to some 80 digits.

    Raises:
        NotJudged: The result has more than 9999 digits.
    """
    with localcontext(_WORKING):
        return _finite(_decimal(number).exp())


def settled(number: Fraction) -> Fraction:
    """Return `number` to 40 digits, so that a root that is a round number is one.

    Raises:
        NotJudged: `number` has more than 9999 digits.
    """
    with localcontext(_WORKING) as context:
        context.prec = _SETTLED_DIGITS
        return _finite(_decimal(number))


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _finite(number: Decimal) -> Fraction:
    if not number.is_finite():
        raise NotJudged("out_of_range")
    return Fraction(number)


def _largest_below(limit: int) -> float:
    return math.nextafter(float(limit), -math.inf)
