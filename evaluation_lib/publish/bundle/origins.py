"""With what a bundle was made, held against what is installed here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluation_lib.language import Text
from evaluation_lib.places import PROJECT
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.bundle.differing import Cause, Difference
from evaluation_lib.publish.bundle.software import software_here

_SHOWN = 3


def find_other_programs(root: Path, fonts: Path | None) -> Iterator[Difference]:
    """Yield what of method, Python, libraries and fonts is another here."""
    here = software_here(fonts)
    try:
        there: Mapping[str, Any] = json.loads(
            (root / contents.SOFTWARE).read_text(encoding="utf-8")
        )
        yield from _other_method(there["method"], here["method"], there["version"])
        yield from _other_versions(there, here)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        yield Difference(
            Cause.TAMPERED,
            contents.SOFTWARE,
            Text(f"缺失或无法读取（{error!r}）", f"missing or unreadable ({error!r})"),
        )


def find_other_notebook(root: Path) -> Iterator[Difference]:
    """Yield that the notebook of the bundle is none of this installation.

    A notebook is a program, and one that is unknown may show whatever its author likes.
    """
    known = {one.name: one for one in sorted((PROJECT / contents.NOTEBOOKS).glob("*.ipynb"))}
    for path in sorted((root / contents.NOTEBOOKS).glob("*.ipynb")):
        own = known.get(path.name)
        theirs = _cells(path)
        if own is None:
            what = Text("本机没有此笔记本", "this installation has no such notebook")
        elif other := _differing_cells(theirs, _cells(own)):
            shown = ", ".join(other[:_SHOWN])
            what = Text(
                f"与本机同名笔记本不同（单元：{shown}）",
                f"is not this installation's notebook of that name (cells: {shown})",
            )
        else:
            continue
        yield Difference(Cause.CODE, f"{contents.NOTEBOOKS}/{path.name}", what)


def _cells(path: Path) -> dict[str, tuple[str, str]]:
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return {
            str(one.get("id", place)): (one["cell_type"], "".join(one["source"]))
            for place, one in enumerate(cells)
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _differing_cells(
    one: Mapping[str, tuple[str, str]], other: Mapping[str, tuple[str, str]]
) -> list[str]:
    moved = [] if list(one) == list(other) else ["order"]
    keys = dict.fromkeys((*one, *other))
    return [key for key in keys if one.get(key) != other.get(key)] or moved


def _other_method(
    there: Mapping[str, str], here: Mapping[str, str], version: str
) -> Iterator[Difference]:
    other = sorted(name for name in there.keys() | here.keys() if there.get(name) != here.get(name))
    if other:
        shown = ", ".join(other[:_SHOWN]) + (" …" if len(other) > _SHOWN else "")
        yield Difference(
            Cause.CODE,
            "evaluation_lib",
            Text(
                f"有{len(other)}个方法文件与生成报告时不同：{shown}；当时版本{version}",
                f"{len(other)} files of the method are others than when the report was made "
                f"({shown}); it was made with version {version}",
            ),
        )


def _other_versions(there: Mapping[str, Any], here: Mapping[str, Any]) -> Iterator[Difference]:
    for name, then in {"python": there["python"], **there["packages"]}.items():
        now = here["python"] if name == "python" else here["packages"].get(name, "")
        if then != now:
            yield _environment(
                name, f"当时{then}，本机{now or '未安装'}", f"{then} then, {now or 'missing'} here"
            )
    if there["system"] != here["system"]:
        yield _environment(
            "system",
            f"当时{there['system']}，本机{here['system']}",
            f"{there['system']} then, {here['system']} here",
        )
    if there["lock"] != here["lock"]:
        yield _environment(
            "requirements.lock", "依赖锁定文件不同", "the lock of all libraries is another"
        )
    if there["fonts"] != here["fonts"]:
        yield _environment(
            "fonts",
            f"报告使用的字体不在包内：{', '.join(there['fonts']) or '无'}",
            f"printed with fonts that are not in the bundle: {', '.join(there['fonts']) or 'none'}",
        )


def _environment(where: str, zh: str, en: str) -> Difference:
    return Difference(Cause.ENVIRONMENT, where, Text(zh, en))
