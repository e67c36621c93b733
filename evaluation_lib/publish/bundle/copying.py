"""Copy files into a bundle, for the public without what it may not see."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from evaluation_lib.errors import ReportError
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.surroundings import PACKAGE
from evaluation_lib.report.model import Report
from evaluation_lib.report.public.masking import Masks
from evaluation_lib.report.reading import read_report

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TEXTS = (".csv", ".json", ".md", ".txt", ".yaml", ".yml", "")
_LICENCE_FILES = ("README.md", "LICENSE", "LICENCE", "LICENSE.txt", "LICENCE.txt")


def copy_file(source: Path, target: Path, masks: Masks | None = None) -> None:
    """Copy `source` to `target`; with `masks` as the public may see it.

    For the public, texts are masked and lose their comments, and earlier results keep no more than
    their verdicts. What is no text cannot be looked through, and is left out.
    """
    if masks is not None and source.suffix.lower() not in _TEXTS:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if masks is None:
        shutil.copyfile(source, target)
        return
    target.write_text(_public_text(source, masks), encoding="utf-8", newline="\n")


def licences_of(edition: Edition) -> Iterator[tuple[str, Path]]:
    """Yield what says how code, plan and data may be used, with its name in the bundle."""
    licence = PACKAGE.with_name("LICENSE")
    if licence.is_file():
        yield "code/LICENSE", licence
    found: dict[str, Path] = {}
    for place in (edition.plan, edition.observations):
        if isinstance(place, Path):
            found.update(_licences_above(place, edition.root))
    yield from found.items()


def _licences_above(place: Path, root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the licence files in `place` and in the folders between it and `root`."""
    place, root = place.resolve(), root.resolve()
    for folder in (place, *place.parents):
        if folder == root or root not in folder.parents:
            return
        for name in _LICENCE_FILES:
            if (folder / name).is_file():
                inside = (folder / name).relative_to(root).as_posix().replace("/", "_")
                yield f"data/{inside}", folder / name


def _public_text(source: Path, masks: Masks) -> str:
    text = source.read_text(encoding="utf-8-sig")
    if source.suffix.lower() == ".md":
        text = _COMMENT.sub("", text)
    if source.suffix.lower() != ".json":
        return masks.masked(text)
    try:
        values = _verdicts_only(read_report(source)).to_json()
    except ReportError:
        values = json.loads(text)
    return json.dumps(masks.masked_values(values), ensure_ascii=False, indent=1) + "\n"


def _verdicts_only(report: Report) -> Report:
    """Return an earlier report with what its verdicts are compared by, and no data."""
    indicators = tuple(
        one.model_copy(update={"observations": (), "parts": (), "latest": None})
        for one in report.indicators
    )
    bare = {"history": (), "reported": None, "verified": None, "progress": ""}
    tasks = tuple(one.model_copy(update=bare) for one in report.tasks)
    promises = tuple(
        one.model_copy(update={"reported": None, "verified": None}) for one in report.commitments
    )
    return Report.model_validate(
        {
            **{name: getattr(report, name) for name in Report.model_fields},
            "indicators": indicators,
            "tasks": tasks,
            "commitments": promises,
            "findings": (),
            "sources": (),
            "counties": (),
            "divisions": (),
            "comparators": (),
            "exhibits": (),
            "narrative": (),
            "verification": (),
            "records": None,
            "changes": None,
            "quality": None,
        }
    )
