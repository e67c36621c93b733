"""A query to the sender of a form (质疑): where, what was written, how it was read, and why."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from evaluation_lib.language import Text
from evaluation_lib.observations.checks.registry import Severity
from evaluation_lib.observations.queries.kinds import Kind

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")


@dataclass(frozen=True, slots=True)
class Query:
    """One question about a cell, a sheet or a file.

    Attributes:
        file: File name; `sheet` and `cell` are blank where the whole file is meant.
        raw: As written.
        reading: The value taken, with comparator and unit; blank where none was.
        addressee: Who filled the form in, blank where it does not say.
        proposed: Texts of which the sender may confirm one.
        binding: Whether a binding indicator is concerned, which puts the query first.
    """

    file: str
    sheet: str
    cell: str
    kind: Kind
    severity: Severity
    raw: str
    reading: str
    reason: Text
    addressee: str
    proposed: tuple[str, ...] = ()
    binding: bool = False
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "id", query_id(self.file, self.sheet, self.cell, self.kind, self.raw)
        )

    @property
    def order(self) -> tuple[object, ...]:
        """Return the sorting key: gravest first, binding before others, then by place."""
        return (
            _RANK[self.severity],
            not self.binding,
            self.file,
            self.sheet,
            *_place(self.cell),
            self.kind,
        )


def query_id(file: str, sheet: str, cell: str, kind: Kind, raw: str) -> str:
    """Return the name of a question, the same each time the same cell is questioned for the same.

    A corrected cell has another text and so another id: an old answer never settles a new value.
    """
    text = "\x1f".join((file, sheet, cell, kind, raw))
    return f"Q-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _place(cell: str) -> tuple[int, int, str]:
    found = _ADDRESS.fullmatch(cell)
    return (int(found[2]), len(found[1]), found[1]) if found else (0, 0, "")
