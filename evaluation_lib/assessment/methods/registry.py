"""The judgement methods by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from evaluation_lib.errors import EvaluationError
from evaluation_lib.language import Text

Judge = TypeVar("Judge", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Method:
    """One published way to judge an indicator against its target.

    Attributes:
        name: Id, the same in code, in `result.json` and on the command line.
        title: What the report calls it.
        judge: The function, called by keyword.
    """

    name: str
    title: Text
    judge: Callable[..., Any]


METHODS: dict[str, Method] = {}
"""Every method by its name, in the order of entry."""


def method(name: str, *, title_zh: str, title_en: str) -> Callable[[Judge], Judge]:
    """Enter the decorated function among the methods as `name`.

    Raises:
        ValueError: The name is taken.
    """

    def enter(judge: Judge) -> Judge:
        if name in METHODS:
            raise ValueError(f"a judgement method is called {name!r} already")
        METHODS[name] = Method(name, Text(zh=title_zh, en=title_en), judge)
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
