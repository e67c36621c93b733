"""Queries as a CSV file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from evaluation_lib.language import Language
from evaluation_lib.observations.queries.model import Query

COLUMNS = (
    "id",
    "file",
    "sheet",
    "cell",
    "kind",
    "severity",
    "raw",
    "reading",
    "reason",
    "addressee",
    "proposed",
)
BETWEEN_PROPOSALS = " | "
_HARMLESS = re.compile(r"[+-]?[0-9.,]+%?|-+")


def inert(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula.

    A leading `=`, `+`, `-`, `@`, tab or return is answered by the apostrophe that marks text.
    """
    if text[:1] in {"=", "+", "-", "@", "\t", "\r", "\n"} and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def query_rows(queries: Iterable[Query], language: Language) -> list[dict[str, str]]:
    """Return one row for each query, with the columns of `COLUMNS`, gravest first."""
    return [
        {
            "id": one.id,
            "file": inert(one.file),
            "sheet": inert(one.sheet),
            "cell": one.cell,
            "kind": one.kind,
            "severity": one.severity,
            "raw": inert(one.raw),
            "reading": inert(one.reading),
            "reason": one.reason.into(language),
            "addressee": inert(one.addressee),
            "proposed": BETWEEN_PROPOSALS.join(map(inert, one.proposed)),
        }
        for one in sorted(queries, key=lambda query: query.order)
    ]


def write_queries(queries: Iterable[Query], path: Path, language: Language) -> None:
    """Write `queries` to the CSV file `path`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(query_rows(queries, language))
