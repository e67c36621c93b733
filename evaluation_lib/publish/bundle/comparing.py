"""Where two makings of a report differ: numbers of the result, words of the pages, bytes."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from evaluation_lib.language import Text
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.running.worker import RESULT

Place = tuple[str, Text]
_MOST_PLACES = 40
_LONGEST = 60
_TAG = re.compile(r"<(style|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)


def find_other_pages(told: Path, rebuilt: Path) -> Iterator[Place]:
    """Yield each place in which the report in the folder `told` is not the one in `rebuilt`."""
    for name in contents.file_names(told):
        if not (rebuilt / name).exists():
            yield name, Text("重新生成时没有此文件", "a second run does not make this file")
    for name in contents.file_names(rebuilt):
        first, second = told / name, rebuilt / name
        if not first.exists():
            yield name, Text("包内缺少此文件", "is missing in the bundle")
        elif first.read_bytes() != second.read_bytes():
            places = list(_places(name, first, second))
            yield from places[:_MOST_PLACES]
            if len(places) > _MOST_PLACES:
                more = len(places) - _MOST_PLACES
                yield name, Text(f"另有{more}处不同", f"{more} more places")


def _places(name: str, first: Path, second: Path) -> Iterator[Place]:
    found: list[Place] = []
    try:
        if name == RESULT:
            found = [
                (f"{name}: {where}", _against(_said(one), _said(other)))
                for where, one, other in _values(_json(first), _json(second), "")
            ]
        elif first.suffix == ".html":
            found = list(_lines(name, first, second))
        elif first.suffix == ".ipynb":
            found = list(_cells(name, _json(first), _json(second)))
    except (ValueError, KeyError, TypeError, UnicodeDecodeError):
        found = [(name, Text("无法读取", "cannot be read"))]
    yield from found or [
        (
            name,
            Text(
                f"内容不同（{first.stat().st_size}字节，重新生成为{second.stat().st_size}字节）",
                f"other bytes ({first.stat().st_size}, made again {second.stat().st_size})",
            ),
        )
    ]


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _values(one: Any, other: Any, where: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield each place in which two JSON values differ, members of lists by their id."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in dict.fromkeys((*one, *other)):
            yield from _values(one.get(key), other.get(key), f"{where}.{key}" if where else key)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for place, (left, right) in enumerate(zip(one, other, strict=True)):
            key = right.get("id", place) if isinstance(right, dict) else place
            yield from _values(left, right, f"{where}[{key}]")
    elif one != other or isinstance(one, bool) != isinstance(other, bool):
        yield where, one, other


def _lines(name: str, first: Path, second: Path) -> Iterator[Place]:
    left, right = (_words(one.read_text(encoding="utf-8")) for one in (first, second))
    for tag, start, end, from_, to in SequenceMatcher(None, left, right, False).get_opcodes():
        if tag != "equal":
            found, expected = " ".join(left[start:end]), " ".join(right[from_:to])
            yield (
                f"{name}: {_short(' '.join(left[max(0, start - 2) : start]))}",
                _against(found, expected),
            )


def _words(page: str) -> list[str]:
    texts = (html.unescape(one).strip() for one in _TAG.sub("\n", page).split("\n"))
    return [one for one in texts if one]


def _cells(name: str, first: Any, second: Any) -> Iterator[Place]:
    left, right = ({one["id"]: one for one in book["cells"]} for book in (first, second))
    for key in dict.fromkeys((*left, *right)):
        if left.get(key) != right.get(key):
            yield f"{name}: {key}", Text("单元内容或输出不同", "other code or output in this cell")


def _against(found: str, expected: str) -> Text:
    one, other = _short(found), _short(expected)
    return Text(f"为{one}，重新生成为{other}", f"found {one}, made again {other}")


def _said(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
