"""What the portal knows of each report, read from its result and kept for the next time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evaluation_lib.assessment.scale import REACHED
from evaluation_lib.publish.running.journal import STATE_FOLDER
from evaluation_lib.publish.running.keeping import HISTORY
from evaluation_lib.publish.running.manifest import MANIFEST
from evaluation_lib.publish.running.worker import RESULT

_KEPT = f"{STATE_FOLDER}/portal.json"
_FILES = ("report.html", "report.pdf", "report.docx", "annex.xlsx", "bundle.zip", RESULT)


@dataclass(frozen=True, slots=True)
class CellCard:
    """One indicator of one report.

    Attributes:
        verdict: Verdict id, or `not_broken_down` where the target is not this place's.
        sign: Short words beside the verdict: a year that is stale or missed, ≥ for a lower bound.
        line: The finding in one sentence.
        progress: Share of the way done; None where there is none.
        probability: Of reaching the target; None where none is given.
    """

    indicator: str
    number: int
    name: str
    nature: str
    verdict: str
    sign: str
    line: str
    progress: float | None
    probability: float | None


@dataclass(frozen=True, slots=True)
class Card:
    """One report.

    Attributes:
        folder: Its folder below the output folder, with slashes.
        result: SHA-256 of its result.
        files: Names of its files that a reader opens.
        reached: Indicators on schedule or better, of `assessable`.
        is_current: Whether it stands in its place, and not in the history.
    """

    folder: str
    result: str
    job: str
    product: str
    language: str
    jurisdiction: str
    place: str
    plan: str
    plan_title: str
    plan_version: str
    as_of: str
    data_version: str
    demonstration: bool
    reached: int
    assessable: int
    binding: int
    binding_kept: int
    binding_assessable: int
    cells: tuple[CellCard, ...]
    files: tuple[str, ...]
    is_current: bool


def read_cards(output: Path) -> list[Card]:
    """Return a card for each report below `output`, current ones first, by job and place.

    A result is read once; as long as its hash in the manifest is the same, what was read of it is
    taken from the folder's state. A folder without a readable manifest or result is passed over:
    the run that left it says why.
    """
    kept = _kept(output)
    cards = [card for folder in _folders(output) if (card := _card(output, folder, kept))]
    _keep(output, cards)
    return sorted(
        cards, key=lambda one: (not one.is_current, one.job, one.jurisdiction, one.folder)
    )


def _folders(output: Path) -> Iterator[Path]:
    for manifest in sorted(output.glob(f"*/*/*/{MANIFEST}")):
        if manifest.relative_to(output).parts[0] not in (HISTORY, STATE_FOLDER):
            yield manifest.parent
    yield from sorted(one.parent for one in output.glob(f"{HISTORY}/*/*/*/*/{MANIFEST}"))


def _card(output: Path, folder: Path, kept: dict[str, dict[str, Any]]) -> Card | None:
    name = folder.relative_to(output).as_posix()
    files = tuple(one for one in _FILES if (folder / one).is_file())
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        result = str(manifest["outputs"][RESULT])
        known = kept.get(name)
        if known and known["result"] == result:
            told = known
        else:
            told = _told(json.loads((folder / RESULT).read_text(encoding="utf-8")))
        cells = tuple(CellCard(**one) for one in told["cells"])
        facts = {**told, "cells": cells, "files": files, "folder": name, "result": result}
        return Card(**{**facts, "is_current": not name.startswith(f"{HISTORY}/")})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _told(result: dict[str, Any]) -> dict[str, Any]:
    counts, plan = result["counts"], result["plan"]
    cells = [_cell(one) for one in result["indicators"]]
    binding = [one for one in cells if one["nature"] == "binding"]
    return {
        "job": result["job"],
        "product": result["product"],
        "language": result["language"],
        "jurisdiction": result["jurisdiction"],
        "place": result["jurisdiction_name"],
        "plan": plan["id"],
        "plan_title": plan["title"],
        "plan_version": plan["version"],
        "as_of": result["as_of"],
        "data_version": result["data_version"],
        "demonstration": result["demonstration"],
        "reached": counts["reached"],
        "assessable": counts["assessable"],
        "binding": counts["binding"],
        "binding_kept": sum(one["verdict"] in REACHED for one in binding),
        "binding_assessable": counts["binding_assessable"],
        "cells": cells,
    }


def _cell(fact: dict[str, Any]) -> dict[str, Any]:
    forecast = fact["forecast"]
    elsewhere = fact.get("no_target") == "not_broken_down"
    return {
        "indicator": fact["id"],
        "number": fact["number"],
        "name": fact["short_name"],
        "nature": fact["nature"],
        "verdict": "not_broken_down" if elsewhere else fact["verdict"],
        "sign": _sign(fact),
        "line": fact["headline"],
        "progress": fact["progress"],
        "probability": forecast["probability"] if forecast else None,
    }


def _sign(fact: dict[str, Any]) -> str:
    if missed := [one["year"] for one in fact["years"] if one["met"] is False]:
        return f"{missed[-1] % 100:02d}"
    latest = fact["latest"]
    if latest and latest["stale"]:
        return f"{latest['year'] % 100:02d}"
    return "≥" if fact["progress_is_lower_bound"] else ""


def _kept(output: Path) -> dict[str, dict[str, Any]]:
    try:
        rows = json.loads((output / _KEPT).read_text(encoding="utf-8"))
        return {row["folder"]: row for row in rows}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _keep(output: Path, cards: list[Card]) -> None:
    path = output / _KEPT
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps([asdict(one) for one in cards], ensure_ascii=False), "utf-8")
    draft.replace(path)
