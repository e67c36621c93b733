"""How numbers are written: one way for each sort of number, in each language."""

from __future__ import annotations

import math
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from evaluation_lib.language import Language

MINUS = "−"
NO_VALUE = "—"


def decimal(value: float, decimals: int, *, language: str) -> str:
    """Return `value` with exactly `decimals` decimals and a real minus sign.

    Halves are rounded away from zero on the decimal digits that a reader sees, so that 2.675 is
    written 2.68. English groups thousands from 10,000 upwards; Chinese does not.

    Args:
        value: A finite number, in any unit.
        decimals: Digits after the point, 0 or more.
        language: `zh` or `en`.

    Raises:
        ValueError: `value` is infinite or not a number.
    """
    return _written(_rounded(_exact(value), decimals), language)


def plan_value(value: float, *, language: str) -> str:
    """Return `value` with the decimals it has, as a plan writes its targets: 7.2 and 48.

    Raises:
        ValueError: `value` is infinite or not a number.
    """
    exact = _exact(value)
    decimals = max(0, -int(exact.normalize().as_tuple().exponent))
    return _written(_rounded(exact, decimals), language)


def signed(value: float, decimals: int, *, language: str) -> str:
    """Return `value` with its sign, also the positive one; zero has none."""
    written = decimal(value, decimals, language=language)
    positive = _rounded(_exact(value), decimals) > 0
    return f"+{written}" if positive else written


def percent(share: float, *, language: str, decimals: int = 1, sign: bool = True) -> str:
    """Return a share as a percentage: 0.479 is 47.9%.

    A share below one is never written as 100 %, because a reader would take the target as reached.

    Args:
        share: Share of one; 1 is 100 %.
        language: `zh` or `en`.
        decimals: Digits after the point.
        sign: Whether the percent sign is written.
    """
    exact = _exact(share) * 100
    rounded = _rounded(exact, decimals)
    if exact < 100 <= rounded:
        rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_DOWN)
    return _written(rounded, language) + ("%" if sign else "")


def short_percent(share: float, *, language: str) -> str:
    """Return a share as a percentage without needless decimals: 60%, 52.5%."""
    written = percent(share, language=language, sign=False)
    return written.removesuffix(".0") + "%"


def probability(value: float, *, observed: bool = False) -> str:
    """Return a probability with two decimals; certainty is left to what has been observed.

    Args:
        value: Probability, 0 to 1.
        observed: Whether it is a fact, so that 0 and 1 may be written.
    """
    if observed:
        return str(round(value))
    if value < 0.01:
        return "<0.01"
    if value > 0.99:
        return ">0.99"
    return str(_rounded(_exact(value), 2))


def compared(text: str, comparator: str) -> str:
    """Return a written number with the sign of the bound it is; `=` is left out."""
    signs = {"=": "", ">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈"}
    return signs.get(comparator, comparator) + text


def with_unit(text: str, unit: str, *, language: str) -> str:
    """Return a written number and its unit as a reader expects them.

    A unit that is itself a number, such as “10,000 entities”, is multiplied, because two numbers
    side by side read as one.
    """
    return f"{text}{unit_after(unit, language=language)}"


def unit_after(unit: str, *, language: str) -> str:
    """Return `unit` with whatever parts it from the number before it."""
    if unit == "%" or not unit or language == Language.ZH:
        return unit
    return f" × {unit}" if unit[0].isdigit() else f" {unit}"


def _exact(value: float) -> Decimal:
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a number a reader can use")
    # Fifteen digits are what a float can keep; the ones behind them are noise of the arithmetic.
    return Decimal(f"{value:.14g}")


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _written(value: Decimal, language: str) -> str:
    if value == 0:
        value = abs(value)
    grouped = language == Language.EN and abs(value) >= 10_000
    digits = f"{abs(value):,f}" if grouped else f"{abs(value):f}"
    return f"{MINUS}{digits}" if value < 0 else digits
