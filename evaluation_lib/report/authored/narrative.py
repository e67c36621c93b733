"""Chapters and notes that are the evaluator's judgement: Markdown files, one for each passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from evaluation_lib.errors import AuthoredError, listed
from evaluation_lib.language import Language

FOLDER = "narrative"
INDICATORS = "indicators"
CHAPTERS = ("foreword", "independence", "practices", "causes", "situation", "recommendations")
"""Names of the passages on the plan as a whole, in the order of the report."""

_CODE = re.compile(r"\d{6}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """One file of an evaluator.

    Attributes:
        name: A name of `CHAPTERS`, or `indicators/` and the id of an indicator.
        language: Language it is written in.
        file: Its path below the job's folder, for messages.
        text: Markdown as written without its comments, line for line; `{{ name }}` stands for a
            figure.
        jurisdiction: Code of the only place it is about; blank for every place of the job.
    """

    name: str
    language: str
    file: str
    text: str
    jurisdiction: str = ""


def read_narrative(folder: Path) -> tuple[Passage, ...]:
    """Read `narrative/zh/*.md` and `narrative/en/*.md` in the folder of a job.

    A passage on one jurisdiction alone stands in `narrative/CODE/zh/`. Comments of HTML are the
    author's own and left out.

    Raises:
        AuthoredError: A file has a name that no passage has, or is not UTF-8; every such file is
            named.
    """
    root = folder / FOLDER
    faults: list[str] = []
    found = [
        passage
        for path in sorted(root.rglob("*.md"))
        if not any(part.startswith(".") for part in path.relative_to(root).parts)
        for passage in _passage(path, root, faults)
    ]
    if faults:
        raise AuthoredError(listed(faults))
    return tuple(found)


def _passage(path: Path, root: Path, faults: list[str]) -> Iterator[Passage]:
    parts = list(path.relative_to(root).with_suffix("").parts)
    file = f"{FOLDER}/{path.relative_to(root).as_posix()}"
    code = parts.pop(0) if _CODE.fullmatch(parts[0]) else ""
    language, name = parts[0], "/".join(parts[1:])
    if language not in tuple(Language):
        faults.append(f"{file}: found folder {language!r}; use {' or '.join(Language)}.")
    elif name not in CHAPTERS and not _is_indicator_note(name):
        near = get_close_matches(name, CHAPTERS, n=1)
        hint = f" Did you mean {near[0]}.md?" if near else ""
        known = ", ".join(f"{one}.md" for one in CHAPTERS)
        faults.append(
            f"{file}: no passage is called {name!r}.{hint} Passages: {known}, {INDICATORS}/ID.md."
        )
    else:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            faults.append(f"{file}: byte {error.start + 1} is not UTF-8; save the file as UTF-8.")
        else:
            yield Passage(name, language, file, _without_comments(text), code)


def _is_indicator_note(name: str) -> bool:
    head, _, indicator = name.partition("/")
    return head == INDICATORS and bool(indicator) and "/" not in indicator


def _without_comments(text: str) -> str:
    """Return `text` without comments and with all its lines, so that faults name the right one."""
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
