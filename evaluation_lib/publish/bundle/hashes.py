"""Whether the files of a bundle are those that were put into it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from evaluation_lib.language import Text
from evaluation_lib.publish.bundle import contents
from evaluation_lib.publish.bundle.differing import Cause, Difference
from evaluation_lib.publish.running.worker import NOTEBOOK

_INPUTS = (contents.PLAN, contents.OBSERVATIONS, contents.WEIGHTS, contents.PREVIOUS)


def find_changed_files(root: Path) -> Iterator[Difference]:
    """Yield each file that is missing, not listed, or other than its listed hash says."""
    try:
        listed = contents.read_sums((root / contents.SUMS).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        yield Difference(
            Cause.TAMPERED,
            contents.SUMS,
            Text(f"校验值清单缺失或无法读取（{error}）", f"missing or unreadable ({error})"),
        )
        return
    there = set(contents.file_names(root))
    for name in sorted(there | listed.keys()):
        if name not in there:
            yield _difference(name, "文件缺失", "is missing")
        elif name not in listed:
            yield _difference(name, "清单中没有此文件", "is not listed")
        elif (root / name).is_symlink() or contents.sha256_of(root / name) != listed[name]:
            yield _difference(name, "内容与清单校验值不符", "is not what its listed hash says")


def find_contradictions(root: Path) -> Iterator[Difference]:
    """Yield where the metadata disagree with the files; a list of hashes can be written anew."""
    told = _described(root)
    if told is None:
        yield Difference(
            Cause.TAMPERED,
            contents.METADATA,
            Text("缺失或不是有效的元数据", "missing, or no metadata that can be read"),
        )
        return
    there = set(contents.file_names(root)) - {contents.METADATA}
    for name in sorted(there | told.keys()):
        if name not in told:
            where, zh, en = name, "元数据未列出此文件", "the metadata do not list it"
        elif name not in there:
            where, zh, en = (
                name,
                "元数据列出的文件不存在",
                "the metadata list it, but it is not there",
            )
        elif told[name] != contents.sha256_of(root / name):
            where, zh, en = name, "与元数据所载校验值不符", "is not what the metadata say it is"
        else:
            continue
        yield _difference(where, zh, en)


def find_strangers_beside(root: Path, beside: Path | None) -> Iterator[Difference]:
    """Yield files of the report beside a bundle that are others than those in it.

    The executed notebook names its inputs by another place outside the bundle and is passed over.
    """
    if beside is None:
        return
    for name in contents.file_names(root / contents.REPORT):
        other = beside / name
        if name == NOTEBOOK or not other.exists():
            continue
        if contents.sha256_of(other) != contents.sha256_of(root / contents.REPORT / name):
            yield Difference(
                Cause.TAMPERED,
                name,
                Text("与存档包内的同名文件不同", "is not the file of that name in the bundle"),
            )


def _described(root: Path) -> Mapping[str, str] | None:
    try:
        document = json.loads((root / contents.METADATA).read_text(encoding="utf-8"))
        return {
            str(one["@id"]): str(one["sha256"])
            for one in document["@graph"]
            if one.get("@type") == "File"
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _difference(name: str, zh: str, en: str) -> Difference:
    part = name.partition("/")[0]
    return Difference(Cause.DATA if part in _INPUTS else Cause.TAMPERED, name, Text(zh, en))
