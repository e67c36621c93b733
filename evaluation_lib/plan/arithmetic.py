"""Sums over printed numbers, each as wide as its rounding leaves it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from operator import add, mul, sub, truediv

Interval = tuple[Fraction, Fraction]

_OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: truediv,
}


def interval_of(expression: str) -> Interval:
    """Return the least and the greatest value that a sum of printed numbers can have.

    A whole number is a count and exact; a number with decimals was rounded when it was printed and
    carries half a unit of its last decimal: 7.2 stands for 7.15 to 7.25.

    Args:
        expression: Numbers joined by + - * / and brackets.

    Raises:
        ValueError: It is no such sum, or divides by what may be zero.
    """
    return _walk(_parsed(expression), expression, rounded=True)


def value_of(expression: str) -> Fraction:
    """Return the sum with every number taken as printed.

    Raises:
        ValueError: It is no such sum, or divides by zero.
    """
    return _walk(_parsed(expression), expression, rounded=False)[0]


def spoken(expression: str) -> str:
    """Return the sum as a reader writes it, with real signs."""
    signs = {"*": " × ", "/": " ÷ ", "+": " + ", "-": " − "}
    return "".join(signs.get(character, character) for character in expression)


def _parsed(expression: str) -> ast.expr:
    try:
        return ast.parse(expression.strip(), mode="eval").body
    except SyntaxError:
        raise ValueError(
            f"{expression!r} is no sum; write numbers joined by + - * / and brackets"
        ) from None


def _walk(node: ast.expr, expression: str, *, rounded: bool) -> Interval:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        apply = _OPERATORS[type(node.op)]
        left = _walk(node.left, expression, rounded=rounded)
        right = _walk(node.right, expression, rounded=rounded)
        if apply is truediv and right[0] <= 0 <= right[1]:
            raise ValueError(f"{expression!r} divides by what may be zero")
        corners = [apply(a, b) for a, b in product(left, right)]
        return min(corners), max(corners)
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        literal = ast.get_source_segment(expression.strip(), node) or ""
        return _printed(literal, rounded=rounded)
    raise ValueError(f"{expression!r} is no sum; write numbers joined by + - * / and brackets")


def _printed(literal: str, *, rounded: bool) -> Interval:
    places = len(literal.partition(".")[2])
    half_unit = Fraction(1, 2 * 10**places) if places and rounded else Fraction(0)
    return Fraction(literal) - half_unit, Fraction(literal) + half_unit
