"""An author's text with its figures filled in: `{{ name }}` becomes the figure of the report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from evaluation_lib.report.figures import Quotable

_QUOTE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_MARKUP = re.compile(r"([\\`*_\[\]<>|~])")


@dataclass(frozen=True, slots=True)
class Quote:
    """One place where a text quotes a figure.

    Attributes:
        line: Line of the file, from 1.
    """

    name: str
    line: int


def quotes_in(text: str) -> tuple[Quote, ...]:
    """Return the figures that `text` quotes, in order."""
    return tuple(
        Quote(found[1].strip(), text.count("\n", 0, found.start()) + 1)
        for found in _QUOTE.finditer(text)
    )


def filled(text: str, figures: Mapping[str, Quotable]) -> str:
    """Return `text` with every figure written out, leading to where it comes from.

    Raises:
        KeyError: A name is not among `figures`.
    """

    def figure(found: re.Match[str]) -> str:
        one = figures[found[1].strip()]
        written = _MARKUP.sub(r"\\\1", one.text)
        return f"[{written}](#{one.anchor})" if one.anchor else written

    return _QUOTE.sub(figure, text)


def find_unknown(text: str, figures: Mapping[str, Quotable]) -> list[str]:
    """Return a sentence for each name that no figure has, with its line and the nearest name."""
    faults = []
    for one in quotes_in(text):
        if one.name not in figures:
            near = get_close_matches(one.name, figures, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            faults.append(
                f"line {one.line}: no figure is called {one.name!r}.{hint} plan-eval list figures "
                "JOB names them all."
            )
    return faults
