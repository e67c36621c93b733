"""How the quantities of a plan hang together, so that contradictory returns can be found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import Field, model_validator

from evaluation_lib.plan.frozen import Frozen
from evaluation_lib.plan.indicator import Comparison
from evaluation_lib.plan.rows import Numbered, read_numbered_rows

FILE = "relations.csv"
_PREVIOUS = "@previous"
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*)(@previous)?|([-+*/]))")
_FORM = "terms such as 0.0001 * patents / population@previous, joined by + or -"


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in a term.

    Attributes:
        id: Indicator or measure.
        previous: Whether last year's value is meant, as with official per-head figures.
    """

    id: str
    previous: bool

    @property
    def text(self) -> str:
        """The amount as relations.csv writes it."""
        return f"{self.id}{_PREVIOUS if self.previous else ''}"


@dataclass(frozen=True, slots=True)
class Term:
    """A product: `factor` times the amounts `above` over the amounts `below`.

    Attributes:
        factor: Carries the sign, and what the units ask for.
    """

    factor: float
    above: tuple[Amount, ...]
    below: tuple[Amount, ...]


class Relation(Frozen):
    """One line of relations.csv: `left` compared with `right` in the same place and year.

    Attributes:
        left: Indicator or measure id.
        right: Terms joined by `+` or `-`; a term multiplies and divides ids and numbers, and
            `id@previous` is the value of the year before.
        tolerance: Share of the larger side by which they may differ, for rounding. No unit.
    """

    left: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    comparison: Comparison
    right: str = Field(min_length=1)
    tolerance: float = Field(default=0.005, ge=0, lt=1)
    note: str = ""
    note_en: str = ""

    @model_validator(mode="after")
    def _can_be_read(self) -> Relation:
        parse_terms(self.right)
        return self

    @property
    def terms(self) -> tuple[Term, ...]:
        """The right-hand side, term by term."""
        return parse_terms(self.right)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every quantity named, `left` first."""
        named = (one.id for term in self.terms for one in (*term.above, *term.below))
        return (self.left, *dict.fromkeys(named))

    @property
    def is_per_head(self) -> bool:
        """Whether the right-hand side divides by another quantity."""
        return any(term.below for term in self.terms)

    @property
    def is_balance(self) -> bool:
        """Whether the right-hand side starts from last year's own value."""
        return any(one == Amount(self.left, True) for term in self.terms for one in term.above)


def read_relations(path: Path, faults: list[str]) -> Numbered[Relation]:
    """Read the relations in the CSV file `path`; what is wrong is added to `faults`."""
    return read_numbered_rows(path, Relation, faults)


@cache
def parse_terms(text: str) -> tuple[Term, ...]:
    """Read the right-hand side of a relation.

    Raises:
        ValueError: `text` is no such expression.
    """
    parts = _tokens(text)
    terms = []
    sign, start = 1.0, 0
    for at, part in enumerate([*parts, "+"]):
        if part in ("+", "-"):
            terms.append(_term(parts[start:at], sign, text))
            sign, start = (1.0 if part == "+" else -1.0), at + 1
    return tuple(terms)


def _tokens(text: str) -> list[str]:
    found, at = [], 0
    stripped = text.rstrip()
    while at < len(stripped):
        match = _TOKEN.match(stripped, at)
        if match is None:
            raise ValueError(f"cannot be read at {stripped[at:].strip()!r}; write {_FORM}")
        found.append(match[0].strip())
        at = match.end()
    return found


def _term(parts: list[str], sign: float, text: str) -> Term:
    """Return the term made of factors at even places and `*` or `/` between them."""
    signs, factors = parts[1::2], parts[::2]
    well_formed = len(parts) % 2 == 1 and set(signs) <= {"*", "/"}
    if not well_formed or any(one in ("*", "/") for one in factors):
        raise ValueError(f"{text!r} is no sum of products; write {_FORM}")
    factor = sign
    sides: tuple[list[Amount], list[Amount]] = ([], [])
    for operation, one in zip(["*", *signs], factors, strict=True):
        if one[0].isdigit():
            if float(one) == 0:
                raise ValueError(f"{text!r} holds the factor 0; write {_FORM}")
            factor = factor * float(one) if operation == "*" else factor / float(one)
        else:
            amount = Amount(one.removesuffix(_PREVIOUS), one.endswith(_PREVIOUS))
            sides[operation == "/"].append(amount)
    if not sides[0]:
        raise ValueError(f"{text!r} has a term without a quantity; write {_FORM}")
    return Term(factor, tuple(sides[0]), tuple(sides[1]))
