"""The judgement methods by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from evaluation_lib.errors import EvaluationError
from evaluation_lib.language import Text
from evaluation_lib.plan.model import Kind

Judge = TypeVar("Judge", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Method:
    """One published way to judge an indicator against its target.

    Attributes:
        name: Id, the same in code, in `result.json` and on the command line.
        title: What the report calls it.
        judge: The function, called by keyword with those facts of an indicator that it names.
        kinds: Kinds of indicator it is made for.
        favourable: Its classes that find an indicator on track.
        value: Attribute of its record that holds its number; blank where it has none.
    """

    name: str
    title: Text
    judge: Callable[..., Any]
    kinds: frozenset[Kind]
    favourable: frozenset[str]
    value: str


METHODS: dict[str, Method] = {}
"""Every method by its name, in the order of entry."""


def method(
    name: str,
    *,
    title_zh: str,
    title_en: str,
    kinds: Iterable[Kind] = Kind,
    favourable: Iterable[str] = (),
    value: str = "",
) -> Callable[[Judge], Judge]:
    """Enter the decorated function among the methods as `name`.

    That is all it takes to set a method beside the others: whatever of `kind`, `baseline_year`,
    `baseline`, `year`, `value`, `values`, `points`, `evaluation_year`, `target_year`, `target`,
    `direction`, `rule` and `predicted` the function names is handed to it. It answers with its
    class, or with a record that has `status` and `reason`.

    Raises:
        ValueError: The name is taken.
    """

    def enter(judge: Judge) -> Judge:
        if name in METHODS:
            raise ValueError(f"a judgement method is called {name!r} already")
        METHODS[name] = Method(
            name,
            Text(zh=title_zh, en=title_en),
            judge,
            frozenset(kinds),
            frozenset(favourable),
            value,
        )
        return judge

    return enter


def find_method(name: str) -> Method:
    """Return the method called `name`.

    Raises:
        EvaluationError: There is none; the message offers the nearest and lists them all.
    """
    if name in METHODS:
        return METHODS[name]
    nearest = get_close_matches(name, METHODS, n=1)
    hint = f" Did you mean {nearest[0]!r}?" if nearest else ""
    raise EvaluationError(
        f"No judgement method is called {name!r}.{hint} "
        f"Known methods: {', '.join(sorted(METHODS))}."
    )
