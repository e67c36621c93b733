"""What a report looks at of its observations, by hash: only that makes it another report.

A report looks at the rows of its place, and of places outside the plan, that were published by its
day; of the ledger likewise, and of the register of sources at what these cite.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from evaluation_lib.plan.model import Plan
from evaluation_lib.plan.reading import read_plan
from evaluation_lib.publish.choices import Product
from evaluation_lib.publish.job import Edition
from evaluation_lib.publish.parameters import PARAMETERS_TAG

# Named here again, because whoever finds everything unchanged can do without libraries of tables.
TABLES, REGISTER, LEDGERS, EXHIBITS = "observations*", "sources.csv", "ledger*.csv", "exhibits"
_PLACE, _DAY, _SOURCE, _ID = "jurisdiction", "published_on", "source", "id"
_BROKEN = "broken"
_CELLS, _ROWS = "\x1f", "\n"
SHIPPED = {
    Product.ANNUAL: "2dbfaa96c733357c",
    Product.MIDTERM: "fc49bc820bd86b70",
    Product.FINAL: "7eae7340be5dde56",
    Product.COMPARISON: "09b82444811ce3b4",
    Product.SHEETS: "25651a2789d3ce37",
}
"""Digests of the code of the project's own notebooks, which is known to read nothing else."""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    day: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a file by the value of one column, and apart those that break the table."""

    head: str
    rows: Mapping[str, Sequence[_Row]]


@dataclass(frozen=True, slots=True)
class _Data:
    tables: Mapping[str, _Table]
    register: _Table | None


def looks_at_a_slice(edition: Edition) -> bool:
    """Return whether the report is known to look at its own slice and at nothing else.

    A notebook with code of the user's own may read what it likes, a view that an analyst sent may
    set all places side by side, and what is kept from the public depends on other rows too.
    """
    job, authored = edition.job, edition.authored
    shows_views = authored is not None and any((authored / EXHIBITS).glob("*.json"))
    as_shipped = code_digest(edition.notebook) == SHIPPED[job.product]
    return as_shipped and not job.public and not shows_views


@cache
def code_digest(notebook: Path) -> str:
    """Return the beginning of a SHA-256 of the code of a notebook, its parameters left out."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code = [
        "".join(one["source"])
        for one in cells
        if one["cell_type"] == "code" and PARAMETERS_TAG not in one["metadata"].get("tags", ())
    ]
    return hashlib.sha256(_CELLS.join(code).encode()).hexdigest()[:16]


def slice_digests(edition: Edition) -> dict[str, str] | None:
    """Return the SHA-256 of what `edition` looks at in each table of observations, by its name.

    None where a table is no CSV file with the columns that it takes to tell.

    Raises:
        ObservationError: A database does not give its rows.
    """
    data = _data(edition.observations)
    if data is None:
        return None
    plan, found, cited = _plan(edition.plan), {}, set()
    for name, table in data.tables.items():
        rows = [*_seen(table, plan, edition.jurisdiction, edition.job.as_of)]
        cited |= {one.source for one in rows}
        found[name] = _digest(table, rows)
    if data.register is not None:
        keys = data.register.rows.keys() & {_BROKEN, *cited}
        register = (row for key in keys for row in data.register.rows[key])
        found[REGISTER] = _digest(data.register, register)
    return found


@cache
def _plan(folder: Path) -> Plan:
    return read_plan(folder)


@cache
def _data(place: Path | str) -> _Data | None:
    """Return the tables at `place`; None where one of them cannot be taken apart."""
    if not isinstance(place, Path):
        return _database(place)
    paths = sorted({*place.glob(TABLES), *place.glob(LEDGERS)}) if place.is_dir() else [place]
    register = place / REGISTER
    texts = {one.name: _lines(one) for one in paths if one.suffix == ".csv"}
    known = _lines(register) if register.is_file() else None
    return _taken_apart(texts, known) if len(texts) == len(paths) else None


def _database(address: str) -> _Data | None:
    # The address is no input: the same rows from another server make the same report.
    from evaluation_lib.observations.sources import read_observations

    table, sources = read_observations(address)
    rows = table.to_csv(index=False, lineterminator="\n").splitlines()
    head = [_ID, "document"]
    known = [[key, one.model_dump_json()] for key, one in sorted(sources.items())]
    return _taken_apart({"rows": [*csv.reader(rows)]}, [head, *known])


def _lines(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [*csv.reader(file)]
    except (OSError, ValueError, csv.Error):  # told by whoever evaluates it
        return []


def _taken_apart(
    texts: Mapping[str, Sequence[list[str]]], register: Sequence[list[str]] | None
) -> _Data | None:
    tables = {name: _table(lines, _PLACE, _DAY, _SOURCE) for name, lines in texts.items()}
    whole = {name: one for name, one in tables.items() if one is not None}
    known = None if register is None else _table(register, _ID)
    if len(whole) < len(tables) or (known is None) != (register is None):
        return None
    return _Data(whole, known)


def _table(lines: Sequence[list[str]], key: str, *others: str) -> _Table | None:
    names = [one.strip() for one in lines[0]] if lines else []
    if {key, *others} - set(names):
        return None
    columns = [names.index(one) for one in (key, *others)]
    rows: dict[str, list[_Row]] = {}
    for number, cells in enumerate(lines[1:]):
        whole = len(cells) == len(names)
        name, *rest = [cells[one].strip() if whole else "" for one in columns]
        day, source = rest or ("", "")
        row = _Row(number, day, source, _CELLS.join(cells))
        if cells:
            rows.setdefault(name if whole else _BROKEN, []).append(row)
    return _Table(_CELLS.join(names), rows)


def _seen(table: _Table, plan: Plan, code: str, day: date) -> Iterator[_Row]:
    """Yield the rows that a report on `code` as of `day` looks at; a blank place is the plan's."""
    left_out = plan.left_to_others(code)
    for key, rows in table.rows.items():
        if (key or plan.jurisdiction) not in left_out:
            yield from (row for row in rows if row.day <= day.isoformat())


def _digest(table: _Table, rows: Iterable[_Row]) -> str:
    ordered = sorted(rows, key=lambda row: row.number)
    text = _ROWS.join([table.head, *(row.text for row in ordered)])
    return hashlib.sha256(text.encode()).hexdigest()
