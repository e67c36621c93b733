"""Answers to queries: read from returned workbooks and kept, so that nothing is asked twice."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.forms.grid import Grid
from evaluation_lib.observations.quantities.characters import plain
from evaluation_lib.observations.queries.listing import inert

ANSWERS_FILE = "answers.csv"
LIST_SHEETS = ("质疑清单", "Queries")
_ID_HEADERS = ("编号", "Id")
_ANSWER_HEADERS = ("答复", "Answer")


def read_answers(path: Path) -> dict[str, str]:
    """Return the answers kept in `path` by query id; none where the file does not exist.

    Raises:
        ObservationError: The file is not the one `write_answers` writes.
    """
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != ["id", "answer"]:
            raise ObservationError(
                f"{path}: expected the columns id and answer, found {reader.fieldnames}."
            )
        return {row["id"]: row["answer"] for row in reader if row["answer"].strip()}


def write_answers(answers: Mapping[str, str], path: Path) -> None:
    """Write `answers` by query id to the CSV file `path`, in the order of the ids."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "answer"])
        writer.writerows((key, inert(answer)) for key, answer in sorted(answers.items()))


def returned_answers(sheets: Iterable[Grid]) -> dict[str, str] | None:
    """Return the answers in a workbook of queries that came back; None for any other workbook."""
    found = [sheet for sheet in sheets if sheet.name in LIST_SHEETS]
    if not found:
        return None
    answers: dict[str, str] = {}
    for sheet in found:
        header = {plain(cell.text): cell.column for cell in sheet.row(0)}
        at = next((header[name] for name in _ID_HEADERS if name in header), None)
        answer = next((header[name] for name in _ANSWER_HEADERS if name in header), None)
        if at is None or answer is None:
            return None
        for row in sheet.rows()[1:]:
            key, given = sheet.cells.get((row, at)), sheet.cells.get((row, answer))
            if key is not None and given is not None and given.text.strip():
                answers[key.text.strip()] = given.text.strip()
    return answers
