"""Cells and columns that the tables on changes share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from evaluation_lib.report.blocks import Cell, Column, Span, Tone, plain
from evaluation_lib.report.style import verdict_style
from evaluation_lib.report.wording import words
from evaluation_lib.report.wording.changes import changed


def column(
    language: str,
    key: str,
    *,
    width: float | None = None,
    align: Literal["left", "right", "center"] = "left",
) -> Column:
    """Return a column by the key of its title; without width its text stays on one line."""
    return Column(
        title=changed(language, f"column.{key}"), align=align, width=width, keep=width is None
    )


def verdict_cell(verdict: str, language: str) -> Cell:
    """Return a verdict with its mark; late ones are bold."""
    style = verdict_style(verdict)
    late = style.tone in (Tone.LATE, Tone.BAD)
    text = words(language).verdict(verdict)
    return Cell(spans=(Span(text=text, mark=verdict, tone=style.tone, strong=late),))


def moved_cell(old: str, new: str) -> Cell:
    """Return what was and what is; once where they read the same."""
    return Cell(spans=plain(new if old == new else f"{old} → {new}"))


def listed(parts: Iterable[str], language: str) -> str:
    """Return `parts` as one enumeration."""
    return words(language).listed(list(parts))
