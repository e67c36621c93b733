"""Department forms (填报表) to observations and queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pandas as pd

from evaluation_lib.observations.forms.collecting import collect
from evaluation_lib.observations.forms.entries import CellReader
from evaluation_lib.observations.forms.entry import Entry
from evaluation_lib.observations.forms.grid import Cell, Grid
from evaluation_lib.observations.forms.inquiry import Inquiry
from evaluation_lib.observations.forms.labels import Labels
from evaluation_lib.observations.forms.layout import Table, find_tables
from evaluation_lib.observations.forms.opening import (
    Opened,
    find_forms,
    open_form,
    readable_name,
)
from evaluation_lib.observations.forms.sender import (
    DEMONSTRATION,
    Sender,
    ask_about_notes,
    asked_about,
    read_sender,
)
from evaluation_lib.observations.forms.slots import TableReader
from evaluation_lib.observations.forms.xlsx import sheet_names
from evaluation_lib.observations.names import Names, PlaceKind
from evaluation_lib.observations.queries.answers import LIST_SHEETS, returned_answers
from evaluation_lib.observations.queries.kinds import Kind
from evaluation_lib.observations.queries.model import Query
from evaluation_lib.observations.table import COLUMNS, VALUE, Evidence, validated
from evaluation_lib.plan.model import Plan

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FormRead:
    """One file as it was read.

    Attributes:
        name: File name, unique among the files read together.
        unit: Who filled it in, blank where it does not say.
        given: Cells that hold something where a value belongs.
        taken: Those of them that became an observation.
        is_readable: Whether its sheets could be read at all.
    """

    path: Path
    name: str
    unit: str
    given: int
    taken: int
    is_readable: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Intake:
    """What came of a set of forms.

    Attributes:
        observations: The observation table; empty where nothing was taken.
        queries: Gravest first.
        forms: Every file but those that brought answers only.
        answers: By query id: those known before and those that came with the files.
    """

    observations: pd.DataFrame
    queries: tuple[Query, ...]
    forms: tuple[FormRead, ...]
    answers: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Around:
    """A sheet with its tables and the block around them."""

    grid: Grid
    tables: list[Table]
    talk: list[Cell]


def import_forms(
    places: Iterable[str | Path],
    plan: Plan,
    *,
    answers: Mapping[str, str] | None = None,
    stamped: bool = False,
) -> Intake:
    """Read every form in `places`; a file that cannot be read is a query, and the others go on.

    Args:
        places: Forms, and folders of forms; workbooks of queries that came back with answers may
            lie among them.
        plan: Gives the names and units that are known.
        answers: Answers of earlier rounds by query id.
        stamped: Whether someone has seen the stamp and the ledger of all these forms, which no
            cell can show; the values are then evidence B, else C.

    Raises:
        ObservationError: A place does not exist or holds no file.
    """
    paths = find_forms(places)
    known = dict(answers or {})
    brought = {path: found for path in paths if (found := _answers_in(path)) is not None}
    for found in brought.values():
        known.update(found)
    returned = set(brought)
    names = _distinct_names(path for path in paths if path not in returned)
    reader = _FormReader(plan, known, Evidence.B if stamped else Evidence.C)
    forms = [reader.form(path, name) for path, name in names.items()]
    entries = collect(reader.entries, reader.inquiries)
    queries = [query for inquiry in reader.inquiries.values() for query in inquiry.queries]
    return Intake(
        _table(entries), tuple(sorted(queries, key=lambda one: one.order)), tuple(forms), known
    )


class _FormReader:
    """Reads one file after another and keeps what they gave."""

    def __init__(self, plan: Plan, answers: Mapping[str, str], evidence: Evidence) -> None:
        self._plan, self._answers, self._evidence = plan, answers, evidence
        self._labels = Labels(Names(plan))
        self.entries: list[Entry] = []
        self.inquiries: dict[str, Inquiry] = {}

    def form(self, path: Path, name: str) -> FormRead:
        inquiry = self.inquiries[name] = Inquiry(name, self._answers)
        opened = open_form(path)
        if opened.fault is not None:
            inquiry.ask(opened.fault)
        if not opened.sheets:
            return FormRead(path, name, "", 0, 0, is_readable=False)
        return self._sheets(opened, inquiry)

    def _sheets(self, opened: Opened, inquiry: Inquiry) -> FormRead:
        around = [_Around(grid, *find_tables(grid, self._labels)) for grid in opened.sheets]
        names = self._labels.names
        invented = DEMONSTRATION in opened.name or any(
            DEMONSTRATION in text for grid in opened.sheets for text in grid.texts()
        )
        senders = _completed([read_sender(one.talk, one.grid.name, names) for one in around])
        senders = [replace(one, synthetic=invented) for one in senders]
        inquiry.addressee = next((one.unit for one in senders if one.unit), "")
        if not any(one.tables for one in around):
            inquiry.ask(Kind.NO_TABLE)
        given = taken = 0
        for one, read in zip(around, senders, strict=True):
            if not one.tables:
                continue
            ask_about_notes(one.grid, one.talk, inquiry)
            sender = asked_about(one.grid, read, inquiry, names)
            reader = CellReader(self._plan, one.grid, sender, inquiry, self._evidence)
            for table in one.tables:
                slots = TableReader(one.grid, table, sender, self._labels, inquiry).slots()
                found = [reader.entry(slot) for slot in slots]
                self.entries += [entry for entry in found if entry is not None]
            given, taken = given + reader.given, taken + reader.read
        return FormRead(opened.path, inquiry.file, inquiry.addressee, given, taken)


def _answers_in(path: Path) -> dict[str, str] | None:
    """Return the answers that a workbook of queries brings back; None for a form."""
    if not set(sheet_names(path)) & set(LIST_SHEETS):
        return None
    return returned_answers(open_form(path).sheets)


def _distinct_names(paths: Iterable[Path]) -> dict[Path, str]:
    """Name each file; files of one name in different folders are told apart by their folders."""
    found = list(paths)
    times = Counter(readable_name(path) for path in found)
    return {
        path: readable_name(path)
        if times[readable_name(path)] == 1
        else f"{readable_name(path.parent)}/{readable_name(path)}"
        for path in found
    }


def _completed(senders: list[Sender]) -> list[Sender]:
    """Let sheets without a block share the one that the other sheets of the workbook agree on."""
    units = {one.unit for one in senders if one.unit}
    days = {one.published_on for one in senders if one.published_on}
    places = {one.place for one in senders if one.unit}
    reports = {one.report for one in senders if one.report is not None}
    return [
        replace(
            one,
            unit=one.unit or _only(units) or "",
            published_on=one.published_on or ("" if one.date_raw else _only(days) or ""),
            place=one.place
            if one.place.kind is not PlaceKind.UNKNOWN or one.unit
            else _only(places) or one.place,
            report=one.report or _only(reports),
        )
        for one in senders
    ]


def _only(found: set[T]) -> T | None:
    return next(iter(found)) if len(found) == 1 else None


def _table(entries: list[Entry]) -> pd.DataFrame:
    table = pd.DataFrame([one.row() for one in entries], columns=list(COLUMNS))
    if table.empty:
        return table
    table[VALUE] = table[VALUE].astype(float)
    return validated(table, "imported forms")
