"""A sheet as its sender filled it: cells with text, merges, and what was hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Content(StrEnum):
    """What kind of thing a cell holds, whatever it looks like."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    ERROR = "error"


class Formula(StrEnum):
    """Where the text of a cell comes from."""

    NONE = "none"
    CACHED = "cached"  # computed by the sender's program
    EXTERNAL = "external"  # computed from another workbook
    UNCACHED = "uncached"  # never computed: there is no value


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something.

    Attributes:
        row: Counted from 0.
        column: Counted from 0.
        text: As shown, but with every digit that is stored.
        disguised: Whether the number format shows a figure ten times or more away from the stored
            one, so that sender and reader do not see the same number.
    """

    row: int
    column: int
    text: str
    content: Content = Content.TEXT
    formula: Formula = Formula.NONE
    disguised: bool = False

    @property
    def address(self) -> str:
        """Return the address inside the sheet, such as `C7`."""
        return address(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Merge:
    """A rectangle of cells shown as one; all four edges are inside it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True, eq=False)
class Grid:
    """A sheet; cells without text are not in it.

    Attributes:
        name: Name of the sheet; blank for a CSV file, which has none.
        cells: By row and column, counted from 0.
        height: Number of rows down to the last cell with text.
        width: Number of columns across to the last cell with text.
    """

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    height: int = field(init=False)
    width: int = field(init=False)
    _by_row: dict[int, list[Cell]] = field(default_factory=dict)
    _origins: dict[tuple[int, int], Merge] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place in sorted(self.cells):
            self._by_row.setdefault(place[0], []).append(self.cells[place])
        self.height = max(self._by_row, default=-1) + 1
        self.width = max((column for _, column in self.cells), default=-1) + 1
        # A merge can claim a million rows; only the part beside content matters.
        for merge in self.merges:
            for row in range(merge.top, min(merge.bottom, self.height) + 1):
                for column in range(merge.left, min(merge.right, self.width) + 1):
                    self._origins[row, column] = merge

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Return the merge that covers a cell, None where it stands alone."""
        return self._origins.get((row, column))

    def shown(self, row: int, column: int) -> Cell | None:
        """Return the cell that is seen at a place: its own, or the one merged over it."""
        if (cell := self.cells.get((row, column))) is not None:
            return cell
        merge = self._origins.get((row, column))
        return self.cells.get((merge.top, merge.left)) if merge else None

    def texts(self) -> Iterator[str]:
        """Yield the name of the sheet and the text of every cell."""
        yield self.name
        yield from (cell.text for cell in self.cells.values())

    def rows(self) -> list[int]:
        """Return the numbers of rows with text, from the top."""
        return list(self._by_row)

    def row(self, row: int) -> list[Cell]:
        """Return the cells with text of one row, from the left."""
        return self._by_row.get(row, [])


def address(row: int, column: int) -> str:
    """Return the address of a cell counted from 0, such as `C7` for row 6 and column 2."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
