"""Queries that were sent, as the import of forms lists them, with the answers that came."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from evaluation_lib.errors import ObservationError
from evaluation_lib.observations.queries.listing import COLUMNS

ANSWERS = "answers.csv"


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of `queries.csv`; `answer` is blank as long as the query is open."""

    id: str
    file: str
    sheet: str
    cell: str
    severity: str
    raw: str
    reason: str
    addressee: str
    answer: str

    @property
    def place(self) -> str:
        """File, sheet and cell as far as they are known."""
        return "!".join(one for one in (self.file, self.sheet, self.cell) if one)


def read_asked(path: str | Path) -> tuple[Asked, ...]:
    """Read the list of queries at `path`, and `answers.csv` beside it.

    Args:
        path: The `queries.csv` of an import; a blank reads nothing.

    Raises:
        ObservationError: The file is not there or is no list of queries.
    """
    if not str(path):
        return ()
    path = Path(path)
    rows = _rows(path, COLUMNS)
    beside = path.with_name(ANSWERS)
    given = _rows(beside, ("id", "answer")) if beside.exists() else []
    answers = {row["id"]: row["answer"].strip() for row in given}
    return tuple(
        Asked(
            answer=answers.get(row["id"], ""),
            **{name: row[name] for name in Asked.__slots__ if name != "answer"},
        )
        for row in rows
    )


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
    except (OSError, UnicodeDecodeError) as error:
        raise ObservationError(f"{path}: cannot be read as a list of queries: {error}.") from error
    if missing := [name for name in columns if name not in (reader.fieldnames or ())]:
        raise ObservationError(
            f"{path}: column {', '.join(missing)} is missing; give the queries.csv of an import."
        )
    return rows
