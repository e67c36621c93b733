"""A second opinion on the formulas of a workbook: a small reckoner that shares no code with it."""

from __future__ import annotations

import ast
import operator
import re
from typing import Any

import openpyxl

_REFERENCE = re.compile(
    r"(?:'(?P<quoted>(?:[^']|'')+)'!)?\$?(?P<column>[A-Z]{1,2})\$?(?P<row>\d+)"
    r"(?::\$?(?P<last_column>[A-Z]{1,2})\$?(?P<last_row>\d+))?"
)
_OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class Reckoner:
    """Reckons formulas from the numbers that were given, never from results that were stored."""

    def __init__(self, book: openpyxl.Workbook) -> None:
        self._book = book

    def value(self, sheet: str, address: str) -> Any:
        content = self._book[sheet][address].value
        if isinstance(content, str) and content.startswith("="):
            return self._formula(sheet, content[1:])
        return content

    def _formula(self, sheet: str, text: str) -> Any:
        known: dict[str, Any] = {}

        def named(match: re.Match[str]) -> str:
            name = f"ref{len(known)}"
            known[name] = self._area(sheet, match)
            return name

        strings: list[str] = []

        def kept(match: re.Match[str]) -> str:
            strings.append(match[1])
            return f"text{len(strings) - 1}"

        bare = re.sub(r'"([^"]*)"', kept, text)
        bare = _REFERENCE.sub(named, bare).replace("&", "+")
        known |= {f"text{place}": one for place, one in enumerate(strings)}
        return self._reckon(ast.parse(bare, mode="eval").body, known)

    def _area(self, sheet: str, match: re.Match[str]) -> Any:
        place = (match["quoted"] or sheet).replace("''", "'")
        if match["last_row"] is None:
            return self.value(place, f"{match['column']}{match['row']}")
        rows = range(int(match["row"]), int(match["last_row"]) + 1)
        assert match["column"] == match["last_column"], "areas are single columns"
        return [self.value(place, f"{match['column']}{row}") for row in rows]

    def _reckon(self, node: ast.expr, known: dict[str, Any]) -> Any:
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            return known[node.id]
        if isinstance(node, ast.BinOp):
            left, right = self._reckon(node.left, known), self._reckon(node.right, known)
            if isinstance(left, str):
                return left + f"{right:g}"
            return _OPERATIONS[type(node.op)](left, right)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            values = [self._reckon(one, known) for one in node.args]
            return _FUNCTIONS[node.func.id](*values)
        raise AssertionError(f"the reckoner does not know {ast.dump(node)}")


def _meets(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, str) and wanted.startswith(">"):
        return value is not None and value > float(wanted[1:])
    return bool(value == wanted)


def _sum_ifs(summed: list[float], *pairs: Any) -> float:
    tests = list(zip(pairs[::2], pairs[1::2], strict=True))
    return sum(
        value
        for place, value in enumerate(summed)
        if all(_meets(area[place], wanted) for area, wanted in tests)
    )


_FUNCTIONS = {
    "MAX": max,
    "MIN": min,
    "SUMIFS": _sum_ifs,
    "COUNTIF": lambda area, wanted: sum(_meets(one, wanted) for one in area),
}
